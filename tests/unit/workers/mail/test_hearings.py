"""The holder hears what the province intends and until when it may speak; the province hears what it said."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from schemas.clock import now
from schemas.events import Event, IntentionAnnounced, ReportVersion, ViewGiven
from schemas.settings import Settings
from schemas.store import HolderView, Intention, Version, reading
from tests.unit.workers.at_work import AtWork, about_of, address, at_work, upload, write
from workers.mail.addressing import Addressed, Desk
from workers.mail.letters import letters


@pytest.fixture
def work(installation: Settings) -> AtWork:
    """An open report."""
    return at_work()


@pytest.fixture
def intention(work: AtWork) -> Intention:
    """An intention with the view that was given on it."""
    version = upload(work).version
    announced = Intention(
        id=uuid4(),
        version=version.version,
        reason="Het najaar ontbreekt.",
        view_by=date(2026, 5, 15),
        by=work.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    view = HolderView(
        intention=announced.id, text="Die komt in juni.", by=work.people["signatory"], at=now(), idempotency_key=uuid4()
    )
    write(announced)
    write(view)
    with reading() as session:
        return session.get_one(Intention, announced.id)


def letters_of(event: Event) -> tuple[Addressed, ...]:
    with reading() as session:
        return letters(event, Desk(session=session, base_url="https://portaal.example"))


def version_of(intention: Intention) -> ReportVersion:
    with reading() as session:
        return about_of(session.get_one(Version, intention.version))


def test_an_intention_is_told_to_the_holder_with_its_last_day(work: AtWork, intention: Intention) -> None:
    written = letters_of(IntentionAnnounced(version=version_of(intention), intention=intention.id))

    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    letter = written[0].letter
    assert letter.first_line == (
        "U kunt uiterlijk 15 mei 2026 uw zienswijze geven: "
        "Provincie Voorbeeld wil het rapport over 2026 voor Voorbeeld-Oost terugsturen."
    )
    assert letter.lines[0] == "De reden: Het najaar ontbreekt."
    assert letter.button
    assert letter.button.url.endswith("/zienswijze")


def test_a_view_is_told_to_the_province(work: AtWork, intention: Intention) -> None:
    written = letters_of(ViewGiven(version=version_of(intention), intention=intention.id))

    assert {one.reader.email for one in written} == {address("manager")}
    assert written[0].letter.lines == ("De zienswijze: Die komt in juni.",)
