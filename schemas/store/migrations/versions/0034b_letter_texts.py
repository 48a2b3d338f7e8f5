"""The texts of letters that a functional manager changes, and proofs of them by mail.

Revision ID: 0034b
Revises: 0031
"""

import sqlalchemy as sa
from alembic import op

revision = "0034b"
down_revision = "0031"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "letter_texts",
        sa.Column("template", sa.String(length=80), nullable=False),
        sa.Column("number", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("body", sa.JSON(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _by_somebody("letter_texts"),
        sa.PrimaryKeyConstraint("template", "number", name="pk_letter_texts"),
    )
    op.create_table(
        "letter_proofs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("template", sa.String(length=80), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _by_somebody("letter_proofs"),
        sa.PrimaryKeyConstraint("id", name="pk_letter_proofs"),
    )


def downgrade() -> None:
    raise NotImplementedError("The texts that people wrote would be lost; restore a backup instead.")


def _by_somebody(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["by"], ["people.id"], name=f"fk_{table}_by", initially="DEFERRED", deferrable=True)
