"""From which day a role is held, and until which.

Revision ID: 0039b
Revises: 0037b
"""

import sqlalchemy as sa
from alembic import op

revision = "0039b"
down_revision = "0037b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("roles", sa.Column("starts", sa.Date(), nullable=True))
    op.add_column("roles", sa.Column("ends", sa.Date(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("Roles that start later would be held at once; restore a backup instead.")
