"""Since when an organisation takes no part any more; and the audit can be asked by what a row is about.

Revision ID: 0028
Revises: 0022c
"""

import sqlalchemy as sa
from alembic import op

revision = "0028"
down_revision = "0022c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("organisations", sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True))
    op.create_index("ix_audit_subject", "audit", ["subject"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("Which organisations ended would be lost; restore a backup instead.")
