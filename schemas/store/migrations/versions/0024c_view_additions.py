"""What colleagues sent beside a view that was given already.

Revision ID: 0024c
Revises: 0023b
"""

import sqlalchemy as sa
from alembic import op

revision = "0024c"
down_revision = "0023b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "view_additions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("intention", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=True),
        sa.Column("sha256", sa.String(length=64), nullable=True),
        sa.Column("size", sa.Integer(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("intention", "intentions"),
        _reference("by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_view_additions"),
        sa.UniqueConstraint("idempotency_key", name="uq_view_additions_idempotency_key"),
    )
    op.create_index("ix_view_additions_intention", "view_additions", ["intention"], unique=False)
    op.create_index("ix_view_additions_sha256", "view_additions", ["sha256"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What people wrote would be lost; restore a backup instead.")


def _reference(column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_view_additions_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
