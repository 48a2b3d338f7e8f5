"""A reminder that was withdrawn before it left can be written anew, unless a server may have taken its mail.

Revision ID: 0042
Revises: 0040
"""

import sqlalchemy as sa
from alembic import op

revision = "0042"
down_revision = "0040"
branch_labels = None
depends_on = None

STEP = ["duty", "subject", "whom", "step", "due"]


def upgrade() -> None:
    op.add_column("mails", sa.Column("maybe_taken_at", sa.DateTime(timezone=True), nullable=True))
    # What a try before this release came to is not known any more.
    op.execute("UPDATE mails SET maybe_taken_at = created_at WHERE template = 'reminder' AND attempts > 1")
    with op.batch_alter_table("reminders") as reminders:
        reminders.add_column(sa.Column("withdrawn_before", sa.Integer(), nullable=False, server_default="0"))
        reminders.drop_constraint("uq_reminders_duty_subject_whom_step_due", type_="unique")
        reminders.create_unique_constraint("uq_reminders_duty_subject_whom_step_due_withdrawn_before", [*STEP, "withdrawn_before"])


def downgrade() -> None:
    raise NotImplementedError("What was reminded of anew would be lost; restore a backup instead.")
