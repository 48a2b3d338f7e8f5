"""The tables: the same in code and in the migrations, each written by one side."""

from contextlib import suppress
from datetime import UTC, datetime, timedelta, timezone
from decimal import Decimal
from uuid import uuid4

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import create_engine, text
from sqlalchemy.exc import IntegrityError, ProgrammingError, StatementError

from schemas.clock import now
from schemas.judgement import Status
from schemas.settings import Settings
from schemas.store import IndicatorValue, Organisation, Person, Report, Table, Version, engine_of, reading, sessions
from schemas.store.grants import ROLES, rights
from schemas.store.shapes import Writer
from schemas.store.upgrade import upgrade_database
from schemas.words import OrganisationKind
from tests.components import as_role
from tests.installations import a_duty, a_version

TABLES = sorted(Table.metadata.tables)


def test_the_migrations_make_what_the_models_say(store: Settings) -> None:
    with engine_of(store.database).connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})

        differences = compare_metadata(context, Table.metadata)

    assert differences == []


def test_an_upgrade_may_run_twice(store: Settings) -> None:
    duty = a_duty()

    upgrade_database(engine_of(store.database))

    with reading() as session:
        assert session.get(Report, duty.report) is not None


@pytest.mark.parametrize("table", TABLES)
def test_every_table_says_which_side_writes_it(table: str) -> None:
    assert Table.metadata.tables[table].info["writer"] in Writer


@pytest.mark.postgres
@pytest.mark.parametrize("side", ROLES)
def test_the_roles_have_exactly_the_rights_that_the_tables_declare(side: Writer, on_postgres: Settings) -> None:
    query = text("SELECT table_name, privilege_type FROM information_schema.role_table_grants WHERE grantee = :role")

    with engine_of(on_postgres.database).connect() as connection:
        granted = {(table, right) for table, right in connection.execute(query, {"role": ROLES[side]})}

    declared = {(table, right) for table in TABLES for right in rights(side, table)}
    assert granted == declared | {("alembic_version", "SELECT")}


@pytest.mark.postgres
@pytest.mark.parametrize(
    ("side", "statement"),
    [
        (Writer.PORTAL, "UPDATE checks SET errors = 0"),
        (Writer.PORTAL, "UPDATE audit SET actor = 'x'"),
        (Writer.PORTAL, "DELETE FROM outbox"),
        (Writer.PORTAL, "UPDATE outbox SET published_at = now()"),
        (Writer.WORKERS, "UPDATE decisions SET outcome = 'accepted'"),
        (Writer.WORKERS, "DELETE FROM audit"),
        (Writer.WORKERS, "INSERT INTO roles (person, role) VALUES (gen_random_uuid(), 'manager')"),
    ],
)
def test_a_side_cannot_write_what_is_not_its_own(side: Writer, statement: str, on_postgres: Settings) -> None:
    engine = create_engine(as_role(on_postgres.database, ROLES[side]))

    with engine.begin() as connection, pytest.raises(ProgrammingError, match="permission denied"):
        connection.execute(text(statement))

    engine.dispose()


def test_a_moment_comes_back_aware_and_in_utc(store: Settings) -> None:
    duty = a_duty()
    moment = datetime(2026, 3, 29, 2, 30, tzinfo=timezone(timedelta(hours=2)))

    with sessions().begin() as session:
        session.get_one(Person, duty.person).invited_at = moment

    with reading() as session:
        found = session.get_one(Person, duty.person).invited_at
    assert found == moment
    assert found is not None
    assert found.tzinfo is UTC


def test_a_moment_without_a_zone_is_refused(store: Settings) -> None:
    duty = a_duty()

    with sessions()() as session:
        session.get_one(Person, duty.person).invited_at = datetime(2026, 1, 1)  # noqa: DTZ001

        with pytest.raises(StatementError, match="zone"):
            session.flush()


@pytest.mark.parametrize("value", ["0.1", "1234567890123456789.123456789", "-0.000001", "0", "1E+3"])
def test_a_decimal_comes_back_exactly(value: str, store: Settings) -> None:
    version = a_version(a_duty()).version
    row = IndicatorValue(
        version=version, indicator="X", part="total", value=Decimal(value), unit="kg", status=Status.MEASURED, why={}
    )

    with sessions().begin() as session:
        session.add(row)

    with reading() as session:
        assert session.get_one(IndicatorValue, (version, "X", "total")).value == Decimal(value)


def test_a_reference_to_nothing_is_refused_at_commit(store: Settings) -> None:
    orphan = Version(
        report=uuid4(), number=1, created_at=now(), by=uuid4(), idempotency_key=uuid4(), manifest_sha256="a" * 64
    )

    with pytest.raises(IntegrityError), sessions().begin() as session:
        session.add(orphan)


def test_what_fails_in_a_transaction_leaves_nothing_behind(store: Settings) -> None:
    organisation = Organisation(id=uuid4(), kind=OrganisationKind.HOLDER, name="Vervoerder")

    with suppress(ZeroDivisionError), sessions().begin() as session:
        session.add(organisation)
        session.flush()
        raise ZeroDivisionError

    with reading() as session:
        assert session.get(Organisation, organisation.id) is None
