"""The gaps in its chain that a holder declares, and the suppliers' answers that went into its draft.

Revision ID: 0032b
Revises: 0034b
"""

import sqlalchemy as sa
from alembic import op

revision = "0032b"
down_revision = "0034b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "declared_gaps",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Text(), nullable=False),
        sa.Column("supplier_name", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        _reference("declared_gaps", "report", "reports"),
        _reference("declared_gaps", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_declared_gaps"),
    )
    op.create_index("ix_declared_gaps_report", "declared_gaps", ["report"], unique=False)
    op.create_table(
        "answers_taken",
        sa.Column("answer", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.String(length=80), nullable=False),
        sa.Column("row", sa.Text(), nullable=False),
        sa.Column("column", sa.String(length=80), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("answers_taken", "answer", "ask_answers"),
        _reference("answers_taken", "report", "reports"),
        _reference("answers_taken", "by", "people"),
        sa.PrimaryKeyConstraint("answer", name="pk_answers_taken"),
    )
    op.create_index("ix_answers_taken_report", "answers_taken", ["report"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was declared would be lost; restore a backup instead.")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
