"""The suppliers that refused to answer, with the check of a version.

Revision ID: 0024b
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op

revision = "0024b"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("checks", sa.Column("refused_suppliers", sa.JSON(), nullable=False, server_default="[]"))


def downgrade() -> None:
    op.drop_column("checks", "refused_suppliers")
