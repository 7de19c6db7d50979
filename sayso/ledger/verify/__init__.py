"""Whether the ledger is what was recorded."""
