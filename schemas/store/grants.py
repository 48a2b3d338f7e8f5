"""What each side may do on PostgreSQL: two roles, and every table written by the side that it declares."""

from typing import Final

from sqlalchemy import Connection, text

from schemas.store.shapes import Table, Writer

ROLES: Final = {Writer.PORTAL: "ketenspiegel_portal", Writer.WORKERS: "ketenspiegel_workers"}
INSERT_ONLY: Final = frozenset(
    {
        "audit",
        "conversations",
        "conversation_messages",
        "intentions",
        "holder_views",
        "view_additions",
        "extension_requests",
        "extension_answers",
        "calendar_changes",
        "publications",
        "publication_choices",
        "publication_notices",
        "publication_views",
        "publication_releases",
        "publication_withdrawals",
        "adoptions",
        "factor_sets",
        "factor_uploads",
        "factor_readings",
        "trials",
        "reopening_requests",
        "reopening_answers",
        "shortfalls",
        "shortfall_steps",
        "shortfall_confirmations",
        "shortfall_letters",
        "returned_mails",
        "letter_texts",
        "letter_proofs",
        "measures",
        "measure_proposals",
        "measure_answers",
        "measure_notes",
        "ask_answers",
        "answers_sent",
        "answers_judged",
        "reminders",
        "reminders_withdrawn",
        "reminders_not_for_me",
        "mails_again",
        "reminder_tasks_settled",
        "absences",
    }
)


def create_sides(connection: Connection) -> None:
    """Create the two roles where they are missing, without login; the operator gives them one or grants them to users."""
    for role in ROLES.values():
        if not _exists(connection, role):
            connection.execute(text(f"CREATE ROLE {role} NOLOGIN"))


def grant_sides(connection: Connection) -> None:
    """Give each role that exists exactly the rights that the tables declare; on SQLite there are no roles."""
    if connection.dialect.name != "postgresql":
        return
    for side, role in ROLES.items():
        if _exists(connection, role):
            _grant(connection, side, role)


def rights(side: Writer, table: str) -> frozenset[str]:
    """The rights of a side on a table."""
    writer = Table.metadata.tables[table].info["writer"]
    if table == "outbox":
        return frozenset({"SELECT", "INSERT"} | ({"UPDATE"} if side is Writer.WORKERS else set()))
    if writer not in {side, Writer.BOTH}:
        return frozenset({"SELECT"})
    return frozenset({"SELECT", "INSERT"} if table in INSERT_ONLY else {"SELECT", "INSERT", "UPDATE", "DELETE"})


def _grant(connection: Connection, side: Writer, role: str) -> None:
    connection.execute(text(f"REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {role}"))
    connection.execute(text(f"GRANT USAGE ON SCHEMA public TO {role}"))
    connection.execute(text(f"GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {role}"))
    for table in Table.metadata.tables:
        connection.execute(text(f"GRANT {', '.join(sorted(rights(side, table)))} ON {table} TO {role}"))
    connection.execute(text(f"GRANT SELECT ON alembic_version TO {role}"))


def _exists(connection: Connection, role: str) -> bool:
    found = connection.execute(text("SELECT 1 FROM pg_roles WHERE rolname = :role"), {"role": role})
    return found.first() is not None
