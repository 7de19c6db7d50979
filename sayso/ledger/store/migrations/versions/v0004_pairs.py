"""A view of the pairs of articles of which people decided whether they tell one story."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From a ledger in which nobody decided on stories: the view is empty."""
    op.create_table(
        "view_pair",
        sa.Column("entry", sa.Integer, primary_key=True, autoincrement=False),
        *(sa.Column(name, sa.Text, nullable=False) for name in ("id", "a", "b")),
        sa.CheckConstraint("entry >= 1", name="view_pair_places"),
    )
    op.create_index("view_pair_id", "view_pair", ["id"])
