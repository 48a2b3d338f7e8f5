"""Who grants a concession, and who leads, holds from a first day and until a last one; what is known holds from the beginning.

Revision ID: 0043
Revises: 0042
"""

import sqlalchemy as sa
from alembic import op

revision = "0043"
down_revision = "0042"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("concession_authorities") as granting:
        granting.add_column(sa.Column("first_day", sa.Date(), nullable=False, server_default="0001-01-01"))
        granting.add_column(sa.Column("last_day", sa.Date(), nullable=True))
        granting.drop_constraint("pk_concession_authorities", type_="primary")
        granting.create_primary_key("pk_concession_authorities", ["concession", "organisation", "first_day"])


def downgrade() -> None:
    raise NotImplementedError("Who granted before, or will later, would be lost; restore a backup instead.")
