"""A supplier at work on its answers: visits, what is being typed, files, and workbooks of the voluntary standard.

Revision ID: 0031
Revises: 0034
"""

import sqlalchemy as sa
from alembic import op

revision = "0031"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_visits()
    _create_drafts()
    _create_files()
    _create_books()


def downgrade() -> None:
    raise NotImplementedError("What suppliers gave would be lost; restore a backup instead.")


def _create_visits() -> None:
    op.create_table(
        "answer_visits",
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("link", sa.Uuid(), nullable=False),
        sa.Column("browser", sa.String(length=64), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("wrote_at", sa.DateTime(timezone=True), nullable=True),
        _reference("answer_visits", "link", "ask_links"),
        sa.PrimaryKeyConstraint("token_hash", name="pk_answer_visits"),
    )
    op.create_index("ix_answer_visits_link", "answer_visits", ["link"], unique=False)


def _create_drafts() -> None:
    op.create_table(
        "answer_drafts",
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("typed", sa.JSON(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("answer_drafts", "ask", "asks"),
        sa.PrimaryKeyConstraint("ask", "question", name="pk_answer_drafts"),
    )


def _create_files() -> None:
    op.create_table(
        "answer_files",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("size", sa.Integer(), nullable=False),
        sa.Column("added_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("removed_at", sa.DateTime(timezone=True), nullable=True),
        _reference("answer_files", "ask", "asks"),
        sa.PrimaryKeyConstraint("id", name="pk_answer_files"),
    )
    op.create_index("ix_answer_files_ask", "answer_files", ["ask"], unique=False)
    op.create_index("ix_answer_files_sha256", "answer_files", ["sha256"], unique=False)


def _create_books() -> None:
    op.create_table(
        "answer_books",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("file_name", sa.Text(), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=False),
        _reference("answer_books", "ask", "asks"),
        sa.PrimaryKeyConstraint("id", name="pk_answer_books"),
    )
    op.create_index("ix_answer_books_ask", "answer_books", ["ask"], unique=False)
    op.create_table(
        "answer_books_read",
        sa.Column("book", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entity", sa.Text(), nullable=True),
        sa.Column("starts", sa.Date(), nullable=True),
        sa.Column("ends", sa.Date(), nullable=True),
        sa.Column("found", sa.JSON(), nullable=False),
        sa.Column("said", sa.JSON(), nullable=False),
        sa.Column("refused", sa.Boolean(), nullable=False),
        _reference("answer_books_read", "book", "answer_books"),
        sa.PrimaryKeyConstraint("book", name="pk_answer_books_read"),
    )


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
