"""The wait for a check is told from the real queue: what stands before, how long the newest took, or that nothing moves."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest

from schemas.clock import now
from schemas.settings import settings
from schemas.store import Inbox, Version, sessions
from schemas.words import InboxState, WorkerName
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, a_parked_event, an_upload


@pytest.fixture
def page(world: World) -> str:
    """The live part of the page of the first version of Oost."""
    return f"/rapportages/{world.reports['oost']}/versies/1/stand"


def waiting_since(version: Version, ago: timedelta) -> Version:
    with sessions().begin() as session:
        kept = session.get_one(Version, version.id)
        kept.created_at = now() - ago
    return version


def an_earlier_one(world: World, ago: timedelta = timedelta(minutes=2)) -> Version:
    return waiting_since(an_upload(world.reports["kust"], world.people["other_reporter"]), ago)


def a_done_check(world: World, *, took: timedelta) -> None:
    done = an_earlier_one(world, timedelta(hours=1))
    a_check(done.id, started_at=now() - took, at=now())


def test_the_newest_checks_and_what_stands_before_give_the_expected_wait(
    reporter: Browser, world: World, page: str
) -> None:
    a_done_check(world, took=timedelta(seconds=8))
    an_earlier_one(world, timedelta(seconds=3))
    an_upload(world.reports["oost"], world.people["reporter"])

    shown = reporter.get(page).text

    assert "Er staat 1 controle voor de uwe." in shown
    assert (
        "De laatste controles duurden meestal 8 seconden. De uwe is naar verwachting klaar binnen 16 seconden." in shown
    )


def test_before_the_first_check_no_time_is_made_up(reporter: Browser, world: World, page: str) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])

    shown = reporter.get(page).text

    assert "Uw rapport is als eerste aan de beurt." in shown
    assert "weten wij nog niet" in shown


def test_what_is_parked_stands_in_nobodys_way(reporter: Browser, world: World, page: str) -> None:
    an_earlier_one(world)
    with sessions().begin() as session:
        session.add(a_parked_event(world.reports["kust"]))
    an_upload(world.reports["oost"], world.people["reporter"])

    assert "Uw rapport is als eerste aan de beurt." in reporter.get(page).text


def test_when_nothing_moves_the_page_says_since_when_and_no_time(reporter: Browser, world: World, page: str) -> None:
    waiting_since(an_upload(world.reports["oost"], world.people["reporter"]), timedelta(minutes=5))

    shown = reporter.get(page).text

    assert "De controle staat stil sinds" in shown
    assert "Hoe lang dat duurt, weten wij niet." in shown
    assert "naar verwachting" not in shown


def test_a_check_that_is_at_work_is_no_standstill(reporter: Browser, world: World, page: str) -> None:
    waiting_since(an_upload(world.reports["oost"], world.people["reporter"]), timedelta(minutes=2))
    begun = {"worker": WorkerName.CHECK, "state": InboxState.STARTED, "attempts": 1, "at": now()}
    with sessions().begin() as session:
        session.add(Inbox(event_id=uuid4(), key=world.reports["oost"], **begun))

    shown = reporter.get(page).text

    assert "Uw rapport wordt nu gecontroleerd." in shown
    assert "staat stil" not in shown


def test_a_broker_that_is_away_is_told_as_such(
    reporter: Browser, world: World, page: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    an_upload(world.reports["oost"], world.people["reporter"])
    monkeypatch.setattr("portal.holder.queue.QUIET", timedelta(0))
    values = {"LOG": "kafka", "SECRET_KEY": settings().secret, "BASE_URL": "http://localhost", "OIN": "0" * 20}
    for name, value in {**values, "FILES_URL": settings().files, "SMTP_HOST": "s", "MAIL_FROM": "a@b.example"}.items():
        monkeypatch.setenv(f"KETENSPIEGEL_{name}", value)
    settings.cache_clear()

    assert "komen nu niet door" in reporter.get(page).text
