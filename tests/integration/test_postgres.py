"""The dev cluster is a real PostgreSQL with production's roles: what it committed survives its sudden end."""

from collections.abc import Callable

import psycopg
import pytest

from deploy.dev.postgres import Postgres, Role
from tests.components import as_role

pytestmark = pytest.mark.postgres


def session(url: str) -> psycopg.Connection[tuple[object, ...]]:
    return psycopg.connect(url.replace("+psycopg", ""), autocommit=True)


def test_what_was_committed_survives_a_killed_server(postgres: Postgres) -> None:
    with session(postgres.url()) as owner:
        owner.execute("CREATE TABLE fact AS SELECT 42 AS answer")

    postgres.kill()
    postgres.start()

    with session(postgres.url()) as owner:
        assert owner.execute("SELECT answer FROM fact").fetchall() == [(42,)]


def test_a_killed_server_does_not_answer(postgres: Postgres) -> None:
    postgres.kill()

    assert postgres.pid is None
    assert not postgres.answers()


@pytest.mark.parametrize("role", Role)
def test_each_role_may_connect_and_none_is_superuser(postgres: Postgres, role: Role) -> None:
    with session(postgres.url(role)) as connected:
        [(name, superuser)] = connected.execute(
            "SELECT rolname, rolsuper FROM pg_roles WHERE rolname = current_user"
        ).fetchall()

    assert (name, superuser) == (role, False)


def test_the_two_sides_get_nothing_that_is_not_granted(empty_database: Callable[[], str]) -> None:
    url = empty_database()
    with session(url) as owner:
        owner.execute("CREATE TABLE fact (answer int)")

    with session(as_role(url, Role.PORTAL)) as portal, pytest.raises(psycopg.errors.InsufficientPrivilege):
        portal.execute("SELECT answer FROM fact")


def test_each_empty_database_is_another_one(empty_database: Callable[[], str]) -> None:
    first, second = empty_database(), empty_database()

    assert first != second


def test_a_test_may_drop_a_database_while_another_role_still_works_in_it(postgres: Postgres) -> None:
    with session(postgres.url()) as owner:
        owner.execute("CREATE DATABASE left_open")

    with session(postgres.url(Role.PORTAL, database="left_open")), session(postgres.url()) as owner:
        owner.execute("DROP DATABASE left_open WITH (FORCE)")

        assert owner.execute("SELECT 1 FROM pg_database WHERE datname = 'left_open'").fetchone() is None
