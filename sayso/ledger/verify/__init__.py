"""Verification: whether the ledger is still what was recorded."""
