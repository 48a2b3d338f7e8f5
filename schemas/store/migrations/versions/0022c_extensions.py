"""Requests for more time, and what was answered.

Revision ID: 0022c
Revises: 0022b
"""

import sqlalchemy as sa
from alembic import op

revision = "0022c"
down_revision = "0022b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "extension_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("decision", sa.Uuid(), nullable=True),
        sa.Column("term", sa.Date(), nullable=False),
        sa.Column("until", sa.Date(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("extension_requests", "report", "reports"),
        _reference("extension_requests", "decision", "decisions"),
        _reference("extension_requests", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_extension_requests"),
        sa.UniqueConstraint("idempotency_key", name="uq_extension_requests_idempotency_key"),
    )
    op.create_index("ix_extension_requests_report", "extension_requests", ["report"], unique=False)
    op.create_table(
        "extension_answers",
        sa.Column("request", sa.Uuid(), nullable=False),
        sa.Column("until", sa.Date(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("extension_answers", "request", "extension_requests"),
        _reference("extension_answers", "by", "people"),
        sa.PrimaryKeyConstraint("request", name="pk_extension_answers"),
    )


def downgrade() -> None:
    raise NotImplementedError("Which terms were moved, and why, would be lost; restore a backup instead.")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
