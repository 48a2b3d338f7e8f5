"""Asking suppliers: what was asked of whom, the links in the mails, what was answered and judged.

Revision ID: 0030
Revises: 0026b
"""

import sqlalchemy as sa
from alembic import op

revision = "0030"
down_revision = "0026b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _create_asks()
    _create_links()
    _create_answers()
    _create_judgements()


def downgrade() -> None:
    raise NotImplementedError("What suppliers were asked and answered would be lost; restore a backup instead.")


def _create_asks() -> None:
    op.create_table(
        "asks",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("report", sa.Uuid(), nullable=False),
        sa.Column("supplier_id", sa.Text(), nullable=False),
        sa.Column("supplier_name", sa.Text(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("language", sa.String(length=40), nullable=False),
        sa.Column("role", sa.String(length=40), nullable=False),
        sa.Column("tier", sa.Integer(), nullable=False),
        sa.Column("employees", sa.Integer(), nullable=True),
        sa.Column("questions", sa.JSON(), nullable=False),
        sa.Column("due", sa.Date(), nullable=False),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("asked_under", sa.Uuid(), nullable=True),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("idempotency_key", sa.Uuid(), nullable=False),
        _reference("asks", "report", "reports"),
        _reference("asks", "asked_by", "people"),
        _reference("asks", "asked_under", "asks"),
        sa.PrimaryKeyConstraint("id", name="pk_asks"),
        sa.UniqueConstraint("idempotency_key", "supplier_id", name="uq_asks_idempotency_key_supplier_id"),
    )
    op.create_index("ix_asks_report", "asks", ["report"], unique=False)
    op.create_index("ix_asks_asked_under", "asks", ["asked_under"], unique=False)


def _create_links() -> None:
    op.create_table(
        "ask_links",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("token_hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_until", sa.Date(), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        _reference("ask_links", "ask", "asks"),
        sa.PrimaryKeyConstraint("id", name="pk_ask_links"),
        sa.UniqueConstraint("token_hash", name="uq_ask_links_token_hash"),
    )
    op.create_index("ix_ask_links_ask", "ask_links", ["ask"], unique=False)


def _create_answers() -> None:
    op.create_table(
        "ask_answers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(length=80), nullable=False),
        sa.Column("kind", sa.String(length=40), nullable=False),
        sa.Column("value", sa.Text(), nullable=True),
        sa.Column("split", sa.Text(), nullable=False),
        sa.Column("confidential", sa.Boolean(), nullable=False),
        sa.Column("reused_from", sa.Uuid(), nullable=True),
        sa.Column("answered_at", sa.DateTime(timezone=True), nullable=False),
        _reference("ask_answers", "ask", "asks"),
        _reference("ask_answers", "reused_from", "ask_answers"),
        sa.PrimaryKeyConstraint("id", name="pk_ask_answers"),
    )
    op.create_index("ix_ask_answers_ask_question", "ask_answers", ["ask", "question"], unique=False)


def _create_judgements() -> None:
    op.create_table(
        "answers_sent",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sha256", sa.String(length=64), nullable=False),
        _reference("answers_sent", "ask", "asks"),
        sa.PrimaryKeyConstraint("id", name="pk_answers_sent"),
    )
    op.create_index("ix_answers_sent_ask", "answers_sent", ["ask"], unique=False)
    op.create_table(
        "answers_judged",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("answer", sa.Uuid(), nullable=False),
        sa.Column("accepted", sa.Boolean(), nullable=False),
        sa.Column("remark", sa.Text(), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        _reference("answers_judged", "answer", "ask_answers"),
        _reference("answers_judged", "by", "people"),
        sa.PrimaryKeyConstraint("id", name="pk_answers_judged"),
    )
    op.create_index("ix_answers_judged_answer", "answers_judged", ["answer"], unique=False)


def _reference(table: str, column: str, to: str) -> sa.ForeignKeyConstraint:
    name = f"fk_{table}_{column}"
    return sa.ForeignKeyConstraint([column], [f"{to}.id"], name=name, initially="DEFERRED", deferrable=True)
