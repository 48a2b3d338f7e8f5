"""Findings that were marked for a colleague.

Revision ID: 0024
Revises: 0028b
"""

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0028b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "marks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("rule", sa.String(length=80), nullable=False),
        sa.Column("whole", sa.Boolean(), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("column", sa.String(length=80), nullable=True),
        sa.Column("for_person", sa.Uuid(), nullable=False),
        sa.Column("note", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        sa.Column("done_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("done_by", sa.Uuid(), nullable=True),
        _reference("report", "reports"),
        _reference("version", "versions"),
        _reference("for_person", "people"),
        _reference("by", "people"),
        _reference("done_by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_marks"),
        sa.UniqueConstraint("idempotency_key", name="uq_marks_idempotency_key"),
    )
    op.create_index("ix_marks_report", "marks", ["report"], unique=False)
    op.create_index("ix_marks_for_person", "marks", ["for_person"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was asked of whom would be lost; restore a backup instead.")


def _reference(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_marks_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
