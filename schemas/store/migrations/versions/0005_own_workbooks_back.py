"""Documents of one event may differ by their file name alone: a version can hold several workbooks.

Revision ID: 0005
Revises: 0001
"""

from alembic import op

revision = "0005"
down_revision = "0001"
branch_labels = None
depends_on = None

SAME = "uq_documents_for_event_kind_edition_language_media_type"
COLUMNS = ["for_event", "kind", "edition", "language", "media_type"]


def upgrade() -> None:
    with op.batch_alter_table("documents") as documents:
        documents.drop_constraint(SAME, type_="unique")
        documents.create_unique_constraint("uq_documents_for_event", [*COLUMNS, "file_name"])


def downgrade() -> None:
    with op.batch_alter_table("documents") as documents:
        documents.drop_constraint("uq_documents_for_event", type_="unique")
        documents.create_unique_constraint(SAME, COLUMNS)
