"""Turns the tagger's fragments into attributions: assembled, repaired by the parse, and nested."""
