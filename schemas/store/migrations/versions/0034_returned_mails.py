"""Mail that came back, and when a mail was tried last.

Revision ID: 0034
Revises: 0032
"""

import sqlalchemy as sa
from alembic import op

revision = "0034"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("mails", sa.Column("tried_at", sa.DateTime(timezone=True), nullable=True))
    op.create_table(
        "returned_mails",
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("mail", sa.Uuid(), nullable=True),
        sa.Column("kind", _kind(), nullable=False),
        sa.Column("status", sa.String(length=80), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["mail"], ["mails.id"], name="fk_returned_mails_mail", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("sha256", name="pk_returned_mails"),
    )
    op.create_index("ix_returned_mails_mail", "returned_mails", ["mail"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What came back would be lost; restore a backup instead.")


def _kind() -> sa.Enum:
    return sa.Enum("refused", "noted", "set_aside", name="returnkind", native_enum=False, length=40)
