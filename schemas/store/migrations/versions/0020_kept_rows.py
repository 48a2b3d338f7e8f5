"""The rows of reports that were read before, kept for later years.

Revision ID: 0020
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "kept_rows",
        sa.Column("read_of", sa.String(length=64), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("read_of", name="pk_kept_rows"),
    )
    op.create_index("ix_kept_rows_sha256", "kept_rows", ["sha256"], unique=False)


def downgrade() -> None:
    op.drop_table("kept_rows")
