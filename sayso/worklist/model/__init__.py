"""The contents of a worklist, as records."""
