"""An explanation names the one whose place it takes; an authority records waivers."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0020"


def upgrade() -> None:
    # SQLite cannot add a reference to a table that is there, so there the table is made anew.
    with op.batch_alter_table("explanations") as explanations:
        explanations.add_column(sa.Column("follows", sa.Uuid(), nullable=True))
        explanations.create_foreign_key(
            "fk_explanations_follows", "explanations", ["follows"], ["id"], initially="DEFERRED", deferrable=True
        )
    _create_waivers()


def downgrade() -> None:
    raise NotImplementedError("What was waived, and what explanations follow, would be lost; restore a backup instead.")


def _create_waivers() -> None:
    op.create_table(
        "waivers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("decision_number", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("norm", sa.String(length=80), nullable=True),
        sa.Column("rule", sa.String(length=80), nullable=True),
        sa.Column("entities", sa.JSON(), nullable=False),
        sa.Column("starts", sa.Date(), nullable=False),
        sa.Column("ends", sa.Date(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("withdrawn_by", sa.Uuid(), nullable=True),
        sa.Column("withdrawn_reason", sa.Text(), nullable=False),
        sa.CheckConstraint("(norm IS NULL) <> (rule IS NULL)", name="ck_waivers_one_scope"),
        _reference("concession", "concessions"),
        _reference("by", "people"),
        _reference("withdrawn_by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_waivers"),
        sa.UniqueConstraint("idempotency_key", name="uq_waivers_idempotency_key"),
    )
    op.create_index("ix_waivers_concession", "waivers", ["concession"], unique=False)


def _reference(column: str, table: str) -> sa.ForeignKeyConstraint:
    name = f"fk_waivers_{column}"
    return sa.ForeignKeyConstraint([column], [f"{table}.id"], name=name, initially="DEFERRED", deferrable=True)
