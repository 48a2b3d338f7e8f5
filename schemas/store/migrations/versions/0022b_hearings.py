"""What an authority intends to decide, and the view that the holder gives on it.

Revision ID: 0022b
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op

revision = "0022b"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "intentions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("view_by", sa.Date(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("intentions", "version", "versions"),
        _reference("intentions", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_intentions"),
        sa.UniqueConstraint("version", name="uq_intentions_version"),
        sa.UniqueConstraint("idempotency_key", name="uq_intentions_idempotency_key"),
    )
    op.create_table(
        "holder_views",
        sa.Column("intention", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("holder_views", "intention", "intentions"),
        _reference("holder_views", "by", "people"),
        sa.PrimaryKeyConstraint("intention", name="pk_holder_views"),
        sa.UniqueConstraint("idempotency_key", name="uq_holder_views_idempotency_key"),
    )
    op.create_index("ix_holder_views_sha256", "holder_views", ["sha256"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was intended, and what the holder said of it, would be lost; restore a backup instead.")


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
