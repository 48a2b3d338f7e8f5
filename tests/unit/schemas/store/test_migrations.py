"""What a database holds when it is upgraded stays as it was, also where a table is made anew."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

from schemas.store import engine_of
from schemas.store.upgrade import upgrade_to

BEFORE_CASES_WITHOUT_A_REPORT = "0038"
BEFORE_STEPS_ANEW = "0040"
BEFORE_DAYS_OF_GRANTING = "0042"


def upgraded(path: Path, to: str) -> None:
    """Run the migrations up to one of them."""
    engine = engine_of(f"sqlite:///{path}")
    upgrade_to(engine, to)
    engine.dispose()


def a_row(database: sqlite3.Connection, table: str, **values: str) -> None:
    """A row with these values, and something in every other column that must have it."""
    columns = database.execute(f"PRAGMA table_info({table})").fetchall()
    must = {name: "0" for _place, name, _type, required, default, _key in columns if required and default is None}
    known = must | values
    names, places = ", ".join(f'"{name}"' for name in known), ", ".join("?" for _ in known)
    database.execute(f"INSERT INTO {table} ({names}) VALUES ({places})", list(known.values()))


def test_cases_keep_their_steps_when_a_case_can_be_without_a_report(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    upgraded(path, BEFORE_CASES_WITHOUT_A_REPORT)
    with closing(sqlite3.connect(path)) as database, database:
        a_row(database, "organisations", id="o")
        a_row(database, "people", id="p", organisation="o")
        a_row(database, "concessions", id="c", holder="o")
        a_row(database, "reports", id="r", concession="c")
        a_row(database, "versions", id="v", report="r", by="p")
        a_row(database, "shortfalls", id="s", report="r", version="v", by="p")
        a_row(database, "shortfall_steps", id="t", shortfall="s", by="p", kind="waarschuwing")

    upgraded(path, "head")

    with closing(sqlite3.connect(path)) as database:
        kept = "SELECT s.version, t.kind FROM shortfall_steps t JOIN shortfalls s ON s.id = t.shortfall"
        assert database.execute(kept).fetchall() == [("v", "waarschuwing")]


def test_reminders_keep_why_they_were_withdrawn_when_a_step_can_be_written_anew(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    upgraded(path, BEFORE_STEPS_ANEW)
    with closing(sqlite3.connect(path)) as database, database:
        a_row(database, "organisations", id="o")
        a_row(database, "concessions", id="c", holder="o")
        a_row(database, "mails", id="m", attempts="2", template="reminder", created_at="2027-03-04")
        a_row(database, "reminders", id="r", mail="m", concession="c")
        a_row(database, "reminders_withdrawn", reminder="r", reason="passed_on")

    upgraded(path, "head")

    with closing(sqlite3.connect(path)) as database:
        kept = "SELECT m.maybe_taken_at, r.withdrawn_before, w.reason FROM reminders_withdrawn w JOIN reminders r ON r.id = w.reminder JOIN mails m ON m.id = r.mail"
        assert database.execute(kept).fetchall() == [("2027-03-04", 0, "passed_on")]


def test_who_grants_goes_on_granting_when_it_gets_days(tmp_path: Path) -> None:
    path = tmp_path / "old.db"
    upgraded(path, BEFORE_DAYS_OF_GRANTING)
    with closing(sqlite3.connect(path)) as database, database:
        a_row(database, "organisations", id="o")
        a_row(database, "concessions", id="c", holder="o")
        a_row(database, "concession_authorities", concession="c", organisation="o", leads="1")

    upgraded(path, "head")

    with closing(sqlite3.connect(path)) as database:
        kept = "SELECT concession, organisation, leads, first_day, last_day FROM concession_authorities"
        assert database.execute(kept).fetchall() == [("c", "o", 1, "0001-01-01", None)]
        a_row(database, "concession_authorities", concession="c", organisation="o", leads="0", first_day="2027-01-01")
