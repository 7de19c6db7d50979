"""Runs the steps on the connection handed in, inside its transaction: whoever opened that commits it."""

from __future__ import annotations

from alembic import context

context.configure(connection=context.config.attributes["connection"], version_table="ledger_version")
context.run_migrations()
