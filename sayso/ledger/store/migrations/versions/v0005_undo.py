"""Who decided, and what an undo takes back, in the view of decisions."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns more; a rebuild fills them."""
    for name in ("decider", "undoes"):
        op.add_column("view_decision", sa.Column(name, sa.Text))
    op.create_index("view_decision_decider", "view_decision", ["decider"])
