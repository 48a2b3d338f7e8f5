"""A case can be about a report that was never handed in, so of which there is no version.

Revision ID: 0039
Revises: 0038
"""

import sqlalchemy as sa
from alembic import op

revision = "0039"
down_revision = "0038"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("shortfalls") as shortfalls:
        shortfalls.alter_column("version", existing_type=sa.Uuid(), nullable=True)


def downgrade() -> None:
    raise NotImplementedError("Cases about reports that were never handed in would be lost; restore a backup instead.")
