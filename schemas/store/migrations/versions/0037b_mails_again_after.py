"""What a mail that is sent again had failed of: when, and what the server said then.

Revision ID: 0037b
Revises: 0039
"""

import sqlalchemy as sa
from alembic import op

revision = "0037b"
down_revision = "0039"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mails_again", sa.Column("failed_at", sa.DateTime(timezone=True), nullable=True))
    op.add_column("mails_again", sa.Column("said", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    op.drop_column("mails_again", "said")
    op.drop_column("mails_again", "failed_at")
