"""Reminders that did not go out after all, and mails that somebody asked to send again.

Revision ID: 0037
Revises: 0032b
"""

import sqlalchemy as sa
from alembic import op

revision = "0037"
down_revision = "0032b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reminders_withdrawn",
        sa.Column("reminder", sa.Uuid(), nullable=False),
        sa.Column("reason", _reason(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("reminders_withdrawn", "reminder", "reminders"),
        sa.PrimaryKeyConstraint("reminder", name="pk_reminders_withdrawn"),
    )
    op.create_table(
        "mails_again",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("mail", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("mails_again", "mail", "mails"),
        _reference("mails_again", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_mails_again"),
    )
    op.create_index("ix_mails_again_mail", "mails_again", ["mail"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was withdrawn, and who asked what again, would be lost; restore a backup instead.")


def _reason() -> sa.Enum:
    words = ("over", "moved", "passed_on", "other_step")
    return sa.Enum(*words, name="withdrawnbecause", native_enum=False, length=40)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
