"""Beside a check of a correction, the sheets that changed though they were not sent back.

Revision ID: 0021
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("checks", sa.Column("changed_sheets", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("checks", "changed_sheets")
