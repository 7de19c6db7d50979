"""Views of links, derivations and decisions. Entries need no change: their kinds are content."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From a ledger of captures and extractions; the views are filled by a rebuild."""
    pair = ("id", "a", "b")
    op.create_table("view_link", *_placed(pair), _text("relation"), _number("one_origin", nullable=True))
    op.create_table("view_derivation", *_placed(pair), _number("containment"), _text("earlier", nullable=True))
    op.create_table("view_decision", _number("entry", key=True), *map(_text, ("id", "about", "judgement")))
    for table, columns in {"link": pair, "derivation": pair, "decision": ("id", "about")}.items():
        for column in columns:
            op.create_index(f"view_{table}_{column}", f"view_{table}", [column])


def _placed(texts: Iterable[str]) -> list[sa.Column[Any]]:
    return [_number("entry", key=True), _number("place", key=True), *map(_text, texts)]


def _number(name: str, *, key: bool = False, nullable: bool = False) -> sa.Column[int]:
    return sa.Column(name, sa.Integer, primary_key=key, autoincrement=False, nullable=nullable)


def _text(name: str, *, nullable: bool = False) -> sa.Column[str]:
    return sa.Column(name, sa.Text, nullable=nullable)
