"""Appending to the ledger: in one transaction, all or nothing, and nothing twice."""
