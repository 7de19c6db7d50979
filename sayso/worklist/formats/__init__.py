"""A worklist in each format."""
