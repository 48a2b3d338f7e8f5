"""The links by which a supplier makes an account, and the registration number of a firm that is asked.

Revision ID: 0036
Revises: 0039b
"""

import sqlalchemy as sa
from alembic import op

revision = "0036"
down_revision = "0039b"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("asks", sa.Column("registration", sa.Text(), nullable=True))
    op.create_table(
        "account_offers",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ask", sa.Uuid(), nullable=False),
        sa.Column("email", sa.String(length=254), nullable=False),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["ask"], ["asks.id"], name="fk_account_offers_ask", initially="DEFERRED", deferrable=True
        ),
        sa.PrimaryKeyConstraint("id", name="pk_account_offers"),
        sa.UniqueConstraint("hash", name="uq_account_offers_hash"),
    )
    for column in ("ask", "email"):
        op.create_index(f"ix_account_offers_{column}", "account_offers", [column], unique=False)


def downgrade() -> None:
    op.drop_table("account_offers")
    op.drop_column("asks", "registration")
