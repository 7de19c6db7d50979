"""Entries as bytes: leaves, heads, and the hash tree over them."""
