"""Runs the migrations on the given connection, inside its transaction, which the caller commits."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="ledger_version")
context.run_migrations()
