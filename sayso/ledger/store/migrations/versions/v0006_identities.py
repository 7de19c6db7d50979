"""A column of the identities by which articles are known again, since their ids have a salt.

Entries of this version have their hashes in another place, so that older versions cannot read them.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """From a ledger of articles without salts; the column is filled by a rebuild."""
    op.add_column("view_capture", sa.Column("identity", sa.Text))
    op.create_index("view_capture_identity", "view_capture", ["identity"])
