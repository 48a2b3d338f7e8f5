"""The days of a report year that an authority set otherwise than the terms have them.

Revision ID: 0028b
Revises: 0028
"""

import sqlalchemy as sa
from alembic import op

revision = "0028b"
down_revision = "0028"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "calendar_changes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("report_year", sa.Integer(), nullable=False),
        sa.Column("opens", sa.Date(), nullable=False),
        sa.Column("suppliers_answer_by", sa.Date(), nullable=False),
        sa.Column("hand_in_by", sa.Date(), nullable=False),
        sa.Column("completeness_by", sa.Date(), nullable=False),
        sa.Column("feedback_by", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("concession", "concessions"),
        _reference("by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_calendar_changes"),
    )
    op.create_index(
        "ix_calendar_changes_concession_report_year", "calendar_changes", ["concession", "report_year"], unique=False
    )


def downgrade() -> None:
    raise NotImplementedError("Which days were set, and why, would be lost; restore a backup instead.")


def _reference(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_calendar_changes_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
