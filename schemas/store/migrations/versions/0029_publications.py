"""What of a decided report is public: choices per item, the notice to the holder, its view, the release.

Revision ID: 0029
Revises: 0024
"""

import sqlalchemy as sa
from alembic import op

revision = "0029"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_editions()
    _create_choices()
    _create_hearing()
    _create_ends()


def downgrade() -> None:
    raise NotImplementedError("What was decided to be public would be lost; restore a backup instead.")


def _create_editions() -> None:
    op.create_table(
        "publications",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("version", sa.Uuid(), nullable=False),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publications", "report", "reports"),
        _reference("publications", "version", "versions"),
        _reference("publications", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_publications"),
        sa.UniqueConstraint("report", "number", name="uq_publications_report_number"),
    )
    op.create_index("ix_publications_report", "publications", ["report"], unique=False)


def _create_choices() -> None:
    op.create_table(
        "publication_choices",
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("item", sa.String(length=260), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("public", sa.Boolean(), nullable=False),
        sa.Column("ground", sa.String(length=40), nullable=True),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publication_choices", "publication", "publications"),
        _reference("publication_choices", "by", "people"),
        sa.PrimaryKeyConstraint("publication", "item", "turn", name="pk_publication_choices"),
    )


def _create_hearing() -> None:
    op.create_table(
        "publication_notices",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("turn", sa.Integer(), nullable=False),
        sa.Column("view_by", sa.Date(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publication_notices", "publication", "publications"),
        _reference("publication_notices", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_publication_notices"),
        sa.UniqueConstraint("publication", "turn", name="uq_publication_notices_publication_turn"),
    )
    op.create_table(
        "publication_views",
        sa.Column("notice", sa.Uuid(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publication_views", "notice", "publication_notices"),
        _reference("publication_views", "by", "people"),
        sa.PrimaryKeyConstraint("notice", name="pk_publication_views"),
    )


def _create_ends() -> None:
    op.create_table(
        "publication_releases",
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("event", sa.Uuid(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publication_releases", "publication", "publications"),
        _reference("publication_releases", "by", "people"),
        sa.PrimaryKeyConstraint("publication", name="pk_publication_releases"),
        sa.UniqueConstraint("event", name="uq_publication_releases_event"),
    )
    op.create_table(
        "publication_withdrawals",
        sa.Column("publication", sa.Uuid(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("publication_withdrawals", "publication", "publications"),
        _reference("publication_withdrawals", "by", "people"),
        sa.PrimaryKeyConstraint("publication", name="pk_publication_withdrawals"),
    )


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
