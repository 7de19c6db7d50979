"""From the tagger's fragments to attributions: put together, mended by the parse, one within another."""
