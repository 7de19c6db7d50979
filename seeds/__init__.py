"""Data that a newsroom starts from."""
