"""What functional managers have tried on earlier reports, factor lists that came in as files, and proposed terms.

Revision ID: 0028c
Revises: 0024b
"""

import sqlalchemy as sa
from alembic import op

revision = "0028c"
down_revision = "0024b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "trials",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("kind", _kinds(), nullable=False),
        sa.Column("subject", sa.String(length=80), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("trials", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_trials"),
    )
    op.create_index("ix_trials_kind_subject", "trials", ["kind", "subject"], unique=False)
    op.create_table(
        "trial_runs",
        sa.Column("trial", sa.Uuid(), nullable=False),
        sa.Column("done", sa.Integer(), nullable=False),
        sa.Column("total", sa.Integer(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("finished_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("result_sha256", sa.String(length=64), nullable=True),
        _reference("trial_runs", "trial", "trials"),
        sa.PrimaryKeyConstraint("trial", name="pk_trial_runs"),
    )
    op.create_index("ix_trial_runs_result_sha256", "trial_runs", ["result_sha256"], unique=False)
    op.create_table(
        "factor_uploads",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("factor_uploads", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_factor_uploads"),
    )
    op.create_index("ix_factor_uploads_sha256", "factor_uploads", ["sha256"], unique=False)
    op.create_table(
        "factor_readings",
        sa.Column("upload", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sets", sa.JSON(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        _reference("factor_readings", "upload", "factor_uploads"),
        sa.PrimaryKeyConstraint("upload", name="pk_factor_readings"),
    )
    op.create_table(
        "terms_proposals",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("body", sa.JSON(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("adopted", sa.Boolean(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decision_reason", sa.Text(), nullable=False),
        _reference("terms_proposals", "concession", "concessions"),
        _reference("terms_proposals", "by", "people"),
        _reference("terms_proposals", "decided_by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_terms_proposals"),
    )
    op.create_index("ix_terms_proposals_concession", "terms_proposals", ["concession"], unique=False)
    op.add_column("terms", sa.Column("from_year", sa.Integer(), nullable=True))


def downgrade() -> None:
    raise NotImplementedError("What was tried, proposed and decided would be lost; restore a backup instead.")


def _kinds() -> sa.Enum:
    return sa.Enum("rule_set", "factor_set", "terms", name="trialkind", native_enum=False, length=40)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
