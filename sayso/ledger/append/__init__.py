"""What is new goes into the ledger, all of it or nothing, and nothing twice."""
