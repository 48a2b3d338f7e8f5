"""Versions that are a rehearsal: checked, and no step of the procedure.

Revision ID: 0023b
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op

revision = "0023b"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("versions", sa.Column("rehearsal", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("versions", "rehearsal")
