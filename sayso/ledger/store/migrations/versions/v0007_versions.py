"""Which captures are of one page, and what chain a statement has: so decisions find their words in the next version."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Two columns more; a rebuild fills them."""
    op.add_column("view_capture", sa.Column("work", sa.Text))
    op.create_index("view_capture_work", "view_capture", ["work", "article"])
    op.add_column("view_statement", sa.Column("chain", sa.Text))
