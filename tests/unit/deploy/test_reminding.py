"""The command that reminds, as an operator uses it: what would go to whom on a day, the calendar of a year, and sending it."""

from __future__ import annotations

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import func, select

from deploy.cli import main
from schemas.settings import Settings
from schemas.store import Mail, Reminder, reading
from tests.unit.workers.at_work import address, at_work

DAY = "2027-03-04"
HEADINGS = ["dag", "aan", "plicht", "stap", "termijn", "onderwerp van de mail"]


def remind(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["remind", *arguments])


def rows() -> int:
    with reading() as session:
        return sum(session.scalar(select(func.count()).select_from(table)) or 0 for table in (Mail, Reminder))


def table(shown: str) -> list[list[str]]:
    """The cells of each line, cut where two spaces or more stand."""
    return [[cell.strip() for cell in line.split("  ") if cell.strip()] for line in shown.splitlines()]


@pytest.fixture
def standing(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> Settings:
    """A duty that opened on 1 February 2027 and is due on 3 May."""
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    at_work()
    return installation


def test_a_dry_run_shows_what_would_go_to_whom_and_writes_nothing(standing: Settings) -> None:
    done = remind("--today", DAY, "--dry-run")

    assert done.exit_code == 0
    assert table(done.stdout) == [
        HEADINGS,
        [
            DAY,
            address("reporter"),
            "Rapport indienen",
            "first",
            "2027-05-03",
            "Rapport indienen, uiterlijk 3 mei 2027: Voorbeeld-Oost",
        ],
    ]
    assert rows() == 0


def test_a_dry_run_speaks_english_where_asked(standing: Settings) -> None:
    done = remind("--today", DAY, "--dry-run", "--language", "en")

    assert table(done.stdout)[0][-1] == "subject of the mail"
    assert "Hand in the report" in done.stdout


@pytest.mark.parametrize("day", ["2027-02-02", "2027-03-06"], ids=["nothing is due", "a Saturday"])
def test_a_day_without_reminders_is_told(standing: Settings, day: str) -> None:
    done = remind("--today", day, "--dry-run")

    assert done.exit_code == 0
    assert done.stdout.strip() == "Er is niets te herinneren. / There is nothing to remind of."


def test_a_run_sends_what_the_dry_run_showed_once(standing: Settings) -> None:
    first, again = remind("--today", DAY), remind("--today", DAY)

    assert (first.exit_code, again.exit_code) == (0, 0)
    assert first.stdout.strip() == "1 mails, 1 herinneringen / reminders"
    assert again.stdout.strip() == "0 mails, 0 herinneringen / reminders"
    assert "Er is niets te herinneren" in remind("--today", DAY, "--dry-run").stdout


def test_the_calendar_of_a_year_tells_every_mail_of_a_concession_if_nobody_did_anything(standing: Settings) -> None:
    done = remind("--year", "2027", "--concession", "VB-OOST")

    [headings, *lines] = table(done.stdout)
    assert headings == HEADINGS
    assert [(line[0], line[1], line[3]) for line in lines] == [
        ("2027-03-04", address("reporter"), "first"),
        ("2027-04-02", address("reporter"), "month"),
        ("2027-04-19", address("reporter"), "fortnight"),
        ("2027-04-23", address("reporter"), "last"),
        ("2027-05-04", address("reporter"), "overdue"),
        ("2027-05-10", address("signatory"), "signatories"),
        ("2027-05-12", address("manager"), "manager"),
    ]
    assert rows() == 0


def test_the_calendar_of_a_year_to_come_expects_the_duty_of_that_year(standing: Settings) -> None:
    done = remind("--year", "2028", "--concession", "VB-OOST")

    found = {(line[2], line[3]) for line in table(done.stdout)[1:]}
    assert {("Rapport indienen", "first"), ("Rapport beoordelen", "overdue")} <= found


@pytest.mark.parametrize(
    ("arguments", "exit_code", "says"),
    [
        (["--year", "2027"], 2, "Geef --year en --concession samen."),
        (["--concession", "VB-OOST"], 2, "Geef --year en --concession samen."),
        (["--year", "2027", "--concession", "ELDERS"], 1, "ELDERS is hier niet bekend."),
        (["--today", "4 maart"], 2, "4 maart"),
    ],
)
def test_wrong_use_is_refused_with_what_to_do(
    standing: Settings, arguments: list[str], exit_code: int, says: str
) -> None:
    done = remind(*arguments)

    assert done.exit_code == exit_code
    assert says in done.output
