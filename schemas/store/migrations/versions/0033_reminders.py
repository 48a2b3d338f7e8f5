"""Reminders that were sent, what people say of them, and who is away.

Revision ID: 0033
Revises: 0030
"""

import sqlalchemy as sa
from alembic import op

revision = "0033"
down_revision = "0030"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _mail_also_who_has_no_account()
    _create_reminders()
    _create_sayings()
    _create_absences()


def downgrade() -> None:
    raise NotImplementedError("What was sent to whom would be lost; restore a backup instead.")


def _mail_also_who_has_no_account() -> None:
    with op.batch_alter_table("mails") as mails:
        mails.alter_column("person", existing_type=sa.Uuid(), nullable=True)


def _create_reminders() -> None:
    op.create_table(
        "reminders",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("duty", sa.String(length=80), nullable=False),
        sa.Column("subject", sa.Uuid(), nullable=False),
        sa.Column("whom", sa.String(length=254), nullable=False),
        sa.Column("step", sa.String(length=80), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("mail", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=True),
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=True),
        sa.Column("about", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("reminders", "mail", "mails"),
        _reference("reminders", "person", "people"),
        _reference("reminders", "concession", "concessions"),
        _reference("reminders", "report", "reports"),
        sa.PrimaryKeyConstraint("id", name="pk_reminders"),
        sa.UniqueConstraint("duty", "subject", "whom", "step", "due", name="uq_reminders_duty_subject_whom_step_due"),
    )
    for column in ("mail", "concession", "report", "due"):
        op.create_index(f"ix_reminders_{column}", "reminders", [column], unique=False)


def _create_sayings() -> None:
    op.create_table(
        "reminders_not_for_me",
        sa.Column("mail", sa.Uuid(), nullable=False),
        sa.Column("said", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("reminders_not_for_me", "mail", "mails"),
        sa.PrimaryKeyConstraint("mail", name="pk_reminders_not_for_me"),
    )
    op.create_table(
        "reminder_tasks_settled",
        sa.Column("mail", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("reminder_tasks_settled", "mail", "mails"),
        _reference("reminder_tasks_settled", "by", "people"),
        sa.PrimaryKeyConstraint("mail", name="pk_reminder_tasks_settled"),
    )


def _create_absences() -> None:
    op.create_table(
        "absences",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("replaced_by", sa.Uuid(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("absences", "person", "people"),
        _reference("absences", "replaced_by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_absences"),
    )
    op.create_index("ix_absences_person", "absences", ["person"], unique=False)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
