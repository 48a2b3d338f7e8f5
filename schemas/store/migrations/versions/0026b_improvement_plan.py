"""The improvement plan: measures, proposals, answers, and how far each is.

Revision ID: 0026b
Revises: 0024c
"""

import sqlalchemy as sa
from alembic import op

revision = "0026b"
down_revision = "0024c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "measures",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("origin", sa.String(length=40), nullable=False),
        sa.Column("norm", sa.String(length=80), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("measures", "concession", "concessions"),
        _reference("measures", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_measures"),
    )
    op.create_index("ix_measures_concession", "measures", ["concession"], unique=False)
    _proposals()
    _notes()


def _proposals() -> None:
    op.create_table(
        "measure_proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("owner", sa.Text(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("effect", sa.Numeric().with_variant(sa.String(60), "sqlite"), nullable=True),
        sa.Column("effect_from", sa.Date(), nullable=True),
        sa.Column("effect_words", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("drops", sa.Boolean(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("measure_proposals", "measure", "measures"),
        _reference("measure_proposals", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_proposals"),
        sa.UniqueConstraint("idempotency_key", name="uq_measure_proposals_idempotency_key"),
        sa.UniqueConstraint("measure", "number", name="uq_measure_proposals_measure_number"),
    )
    op.create_table(
        "measure_answers",
        sa.Column("proposal", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.String(length=40), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("measure_answers", "proposal", "measure_proposals"),
        _reference("measure_answers", "by", "people"),
        sa.PrimaryKeyConstraint("proposal", name="pk_measure_answers"),
    )


def _notes() -> None:
    op.create_table(
        "measure_notes",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("measure", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("progress", sa.String(length=40), nullable=False),
        sa.Column("percentage", sa.Integer(), nullable=True),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("measure_notes", "measure", "measures"),
        _reference("measure_notes", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_measure_notes"),
        sa.UniqueConstraint("idempotency_key", name="uq_measure_notes_idempotency_key"),
        sa.UniqueConstraint("measure", "number", name="uq_measure_notes_measure_number"),
    )
    op.create_index("ix_measure_notes_sha256", "measure_notes", ["sha256"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was agreed to improve would be lost; restore a backup instead.")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
