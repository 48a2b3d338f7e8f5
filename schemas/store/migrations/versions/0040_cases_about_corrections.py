"""A case can be about a report that came back and was not handed in again, so it names the version that came back.

Revision ID: 0040
Revises: 0036
"""

import sqlalchemy as sa
from alembic import op

revision = "0040"
down_revision = "0036"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("shortfalls") as shortfalls:
        shortfalls.add_column(sa.Column("sent_back", sa.Uuid(), nullable=True))
        shortfalls.create_foreign_key(
            "fk_shortfalls_sent_back", "versions", ["sent_back"], ["id"], initially="DEFERRED", deferrable=True
        )


def downgrade() -> None:
    raise NotImplementedError("Cases about reports that did not come again would lose what they are about.")
