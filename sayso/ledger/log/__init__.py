"""Entries as bytes: parts, leaves, the Merkle tree over them, and its head."""
