"""What a correction may change: requests to open more, what was left out of an upload, and sending back unheard.

Revision ID: 0026
Revises: 0028c
"""

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0028c"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "reopening_requests",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("decision", sa.Uuid(), nullable=False),
        sa.Column("sheets", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("reopening_requests", "report", "reports"),
        _reference("reopening_requests", "decision", "decisions"),
        _reference("reopening_requests", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_reopening_requests"),
        sa.UniqueConstraint("idempotency_key", name="uq_reopening_requests_idempotency_key"),
    )
    op.create_index("ix_reopening_requests_report", "reopening_requests", ["report"], unique=False)
    op.create_table(
        "reopening_answers",
        sa.Column("request", sa.Uuid(), nullable=False),
        sa.Column("sheets", sa.JSON(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("reopening_answers", "request", "reopening_requests"),
        _reference("reopening_answers", "by", "people"),
        sa.PrimaryKeyConstraint("request", name="pk_reopening_answers"),
    )
    op.add_column("checks", sa.Column("left_out", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("checks", sa.Column("taken_over", sa.JSON(), nullable=False, server_default="[]"))
    op.add_column("decisions", sa.Column("unheard", sa.Text(), nullable=False, server_default=""))


def downgrade() -> None:
    raise NotImplementedError("Which parts were opened, and why, would be lost; restore a backup instead.")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
