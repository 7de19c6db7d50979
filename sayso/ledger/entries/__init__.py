"""Contents of entries: records encoded as facts and words, and decoded again."""
