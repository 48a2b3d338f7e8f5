"""From which part each sheet of a version comes, what forms hold that is in no version yet, and whose sheet it is.

Revision ID: 0023
Revises: 0029
"""

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0029"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "sheet_sources",
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("sheet", sa.String(80), nullable=False),
        sa.Column("rows", sa.Integer(), nullable=False),
        sa.Column("used", sa.Boolean(), nullable=False),
        sa.Column("rows_sha256", sa.String(64), nullable=True),
        _reference("sheet_sources", "version", "versions"),
        sa.PrimaryKeyConstraint("version", "position", "sheet", name="pk_sheet_sources"),
    )
    op.create_index("ix_sheet_sources_rows_sha256", "sheet_sources", ["rows_sha256"], unique=False)
    _savings()
    op.create_table(
        "sheet_tasks",
        sa.Column("concession", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.String(80), nullable=False),
        sa.Column("person", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("sheet_tasks", "concession", "concessions"),
        _reference("sheet_tasks", "person", "people"),
        _reference("sheet_tasks", "by", "people"),
        sa.PrimaryKeyConstraint("concession", "sheet", "person", name="pk_sheet_tasks"),
    )
    op.create_index("ix_sheet_tasks_person", "sheet_tasks", ["person"], unique=False)


def downgrade() -> None:
    raise NotImplementedError("What was filled in would be lost; restore a backup instead.")


def _savings() -> None:
    op.create_table(
        "form_savings",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("sheet", sa.String(80), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("rows", sa.Text(), nullable=False),
        sa.Column("based_on", sa.Uuid(), nullable=True),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=True),
        sa.Column("thrown_away_at", sa.DateTime(timezone=True), nullable=True),
        _reference("form_savings", "report", "reports"),
        _reference("form_savings", "based_on", "versions"),
        _reference("form_savings", "by", "people"),
        _reference("form_savings", "version", "versions"),
        sa.PrimaryKeyConstraint("id", name="pk_form_savings"),
        sa.UniqueConstraint("report", "sheet", "revision", name="uq_form_savings_report_sheet_revision"),
    )


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
