"""Of which sheets a piece of evidence is, so that a correction of some sheets leaves the evidence of the others alone.

Revision ID: 0035
Revises: 0033
"""

import sqlalchemy as sa
from alembic import op

revision = "0035"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("named_evidence", sa.Column("sheets", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("named_evidence", "sheets")
