"""The migrations of the ledger's database (Alembic)."""
