"""What a check saw of the chain: which links the fleet asks for, whom it names, and how suppliers' data came.

Revision ID: 0032
Revises: 0035
"""

import sqlalchemy as sa
from alembic import op

revision = "0032"
down_revision = "0035"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "chain_views",
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("seen", sa.JSON(), nullable=False),
        sa.ForeignKeyConstraint(
            ["version"], ["versions.id"], name="fk_chain_views_version", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("version", name="pk_chain_views"),
    )


def downgrade() -> None:
    op.drop_table("chain_views")
