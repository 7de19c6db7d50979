"""Who is meant by a source, and who passed it on."""
