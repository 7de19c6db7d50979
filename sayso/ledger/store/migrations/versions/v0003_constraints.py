"""Constraints on rows, and a `clock` for entries.

In SQLite each table is made again for that and loses its triggers, which are created again. The hashes of an entry then
come before its parts, which can be long: reading only leaves need not pass over them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

from sayso.ledger.store.migrations.versions.v0001_entries import SQLITE as TRIGGERS

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

PARTS = ("facts", "words", "note")
HASH = 32
"""Bytes of a hash, and of a salt."""

TEXTS = ("kind", "recorded_at", "actor")
BYTES = ("leaf", *(part + column for part in PARTS for column in ("", "_salt", "_hash")))
HASHES = ("leaf", *(part + column for part in PARTS for column in ("_salt", "_hash")))

SINGLE = ("view_capture", "view_extraction", "view_decision")
PLACED = ("view_statement", "view_claim", "view_link", "view_derivation")


def upgrade() -> None:
    """From a ledger without constraints; an entry that breaks one stops the step. Views are filled by a rebuild."""
    sqlite = op.get_context().dialect.name == "sqlite"
    _entries(sqlite)
    _head(sqlite)
    for name in SINGLE:
        _view(name, "entry >= 1")
    for name in PLACED:
        _view(name, "entry >= 1 AND place >= 0")
    if sqlite:
        for trigger in TRIGGERS:
            op.execute(sa.text(trigger))


def _entries(sqlite: bool) -> None:
    order = [("recorded_at", "clock", "actor", *HASHES, *PARTS)] if sqlite else None
    with op.batch_alter_table("entry", partial_reordering=order) as entry:
        entry.add_column(sa.Column("clock", sa.Text))
        entry.create_check_constraint("entry_number", "number >= 1")
        entry.create_check_constraint("entry_hashes", " AND ".join(f"length({name}) = {HASH}" for name in HASHES))
        if sqlite:
            entry.create_check_constraint("entry_types", _types())


def _head(sqlite: bool) -> None:
    with op.batch_alter_table("head") as head:
        head.create_check_constraint("head_id", "id = 1")
        head.create_check_constraint("head_size", f"size >= 0 AND length(root) = {HASH}")
        if sqlite:
            head.create_check_constraint("head_types", "typeof(root) = 'blob' AND typeof(peaks) = 'blob'")


def _view(name: str, condition: str) -> None:
    op.execute(sa.delete(sa.table(name)))
    with op.batch_alter_table(name) as view:
        view.create_check_constraint(f"{name}_places", condition)


def _types() -> str:
    """A CHECK on the column's type: SQLite otherwise takes any value in any column."""
    texts = [f"typeof({name}) = 'text'" for name in TEXTS]
    blobs = [f"typeof({name}) IN ('blob', 'null')" for name in BYTES]
    return " AND ".join([*texts, "typeof(clock) IN ('text', 'null')", *blobs])
