"""Which rule set and factor set are in force, and what trying one on earlier reports showed."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0006"


def upgrade() -> None:
    op.create_table(
        "adoptions",
        sa.Column("n", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=True, nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("set_id", sa.String(length=80), nullable=False),
        sa.Column("year", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_adoptions"),
    )
    op.create_index("ix_adoptions_kind_year", "adoptions", ["kind", "year"], unique=False)
    op.create_table(
        "shadow_runs",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(40), nullable=False),
        sa.Column("set_id", sa.String(length=80), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("reports", sa.Integer(), nullable=False),
        sa.Column("untried", sa.Integer(), nullable=False),
        sa.Column("changed_reports", sa.Integer(), nullable=False),
        sa.Column("changed_verdicts", sa.Integer(), nullable=False),
        sa.Column("result_sha256", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_shadow_runs"),
    )
    op.create_index("ix_shadow_runs_kind_set_id", "shadow_runs", ["kind", "set_id"], unique=False)
    op.create_index("ix_shadow_runs_result_sha256", "shadow_runs", ["result_sha256"], unique=False)


def downgrade() -> None:
    op.drop_table("shadow_runs")
    op.drop_table("adoptions")
