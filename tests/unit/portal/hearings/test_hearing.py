"""Hearing the holder before its report is sent back: announced, two weeks, once, kept with the case and shown with the decision."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from io import BytesIO
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.use_cases import Declaration, hand_in
from portal.use_cases.reviewing import begin_review
from schemas.clock import now, today
from schemas.events import Event, IntentionAnnounced, ViewGiven, read
from schemas.store import Decision, HolderView, Intention, Outbox, Terms, ViewAddition, reading, sessions
from schemas.store.sweep import named_files
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

REASON = "De laadgegevens van het najaar ontbreken."
SAID = "De leverancier levert die gegevens pas in juni."
PDF = b"%PDF-1.7 a letter as far as its first bytes tell"


@pytest.fixture(autouse=True)
def in_review(world: World) -> UUID:
    """A version that is in review."""
    report = world.reports["oost"]
    version = an_upload(report, world.people["reporter"]).id
    a_check(version)
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
    with sessions().begin() as session:
        hand_in(session, report, declaration, by=world.people["signatory"])
        begin_review(session, report, by=world.people["manager"])
    return version


@pytest.fixture
def review(world: World) -> str:
    """The address of the review."""
    return f"/beoordelingen/{world.reports['oost']}"


@pytest.fixture
def page(world: World) -> str:
    """The address of the holder's view."""
    return f"/rapportages/{world.reports['oost']}/zienswijze"


def announced(manager: Browser, review: str, **changes: str) -> int:
    form = {"sleutel": str(uuid4()), "voornemen": REASON} | changes
    return manager.post(f"{review}/voornemen", form).status_code


def viewed(person: Browser, page: str, **changes: object) -> int:
    return person.post(page, {"sleutel": str(uuid4()), "zienswijze": SAID} | changes).status_code


def sent_back(manager: Browser, review: str, *, unheard: str = "") -> int:
    form = {
        "ongehoord": unheard,
        "sleutel": str(uuid4()),
        "besluit": "sent_back",
        "toelichting": REASON,
        "termijn": str(today() + timedelta(days=30)),
    }
    return manager.post(f"{review}/besluit", form).status_code


def told() -> list[Event]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [event for event in map(read, bodies) if isinstance(event, IntentionAnnounced | ViewGiven)]


def the_intention() -> Intention:
    with reading() as session:
        return session.scalars(select(Intention)).one()


def test_an_intention_gives_the_holder_two_weeks(manager: Browser, reporter: Browser, review: str, page: str) -> None:
    assert announced(manager, review) == 303

    home, shown = reporter.get("/concessies").text, reporter.get(page).text
    assert "U kunt uw zienswijze geven, uiterlijk" in home
    assert REASON in shown
    assert (the_intention().view_by - today()).days >= 14
    assert [type(event) for event in told()] == [IntentionAnnounced]


def test_the_same_intention_twice_is_one(manager: Browser, review: str) -> None:
    key = str(uuid4())

    answers = [announced(manager, review, sleutel=key) for _ in range(2)]

    assert answers == [303, 303]
    assert len(told()) == 1


def test_sending_back_waits_for_the_view(manager: Browser, signatory: Browser, review: str, page: str) -> None:
    announced(manager, review)

    before = sent_back(manager, review)
    viewed(signatory, page)
    after = sent_back(manager, review)

    assert (before, after) == (409, 303)


def test_sending_back_can_be_done_when_the_two_weeks_are_over(
    browser_of: Callable[[str], Browser], review: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2026-06-01T08:00:00+00:00")
    announced(browser_of("manager"), review)
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2026-07-01T08:00:00+00:00")

    assert sent_back(browser_of("manager"), review) == 303


def test_without_an_intention_a_reason_is_asked_and_kept_with_the_decision(manager: Browser, review: str) -> None:
    without, given = sent_back(manager, review), sent_back(manager, review, unheard="De houder vroeg er zelf om.")

    assert (without, given) == (400, 303)
    assert "De houder vroeg er zelf om." in manager.get(review).text


def test_where_it_is_agreed_no_reason_spares_the_hearing(manager: Browser, review: str) -> None:
    with sessions().begin() as session:
        for terms in session.scalars(select(Terms)):
            terms.body = terms.body | {"hears_before_sending_back": True}

    assert sent_back(manager, review, unheard="De houder vroeg er zelf om.") == 409


def test_a_view_with_its_file_is_kept_with_the_case_and_shown_to_both(
    manager: Browser, reporter: Browser, second_reader: Browser, review: str, page: str
) -> None:
    announced(manager, review)
    viewed(reporter, page, bewijs=(BytesIO(PDF), "brief.pdf"))
    sent_back(manager, review)

    shown = [manager.get(review).text, second_reader.get(review).text, reporter.get(page).text]
    file = f"/zienswijzen/{the_intention().id}/bestand"

    assert all(SAID in text and "brief.pdf" in text for text in shown)
    assert manager.get(file).data == reporter.get(file).data == PDF
    assert [type(event) for event in told()] == [IntentionAnnounced, ViewGiven]


def test_the_file_of_a_view_is_not_swept(manager: Browser, reporter: Browser, review: str, page: str) -> None:
    announced(manager, review)
    viewed(reporter, page, bewijs=(BytesIO(PDF), "brief.pdf"))

    with reading() as session:
        kept = session.scalars(select(HolderView.sha256)).one()
        assert kept in named_files(session)


def test_the_same_view_twice_is_one(manager: Browser, reporter: Browser, review: str, page: str) -> None:
    announced(manager, review)
    key = str(uuid4())

    answers = [viewed(reporter, page, sleutel=key) for _ in range(2)]

    assert answers == [303, 303]
    assert len(told()) == 2


def test_the_view_of_a_second_colleague_is_kept_beside_the_first_with_its_file(
    manager: Browser, reporter: Browser, signatory: Browser, review: str, page: str
) -> None:
    announced(manager, review)
    viewed(reporter, page)
    letter = (BytesIO(b"%PDF-1.7 tweede"), "tweede.pdf")

    answer = signatory.post(page, {"sleutel": str(uuid4()), "zienswijze": "Wij zien dit anders.", "bewijs": letter})

    assert answer.status_code == 303
    shown = manager.get(review).text
    assert SAID in shown
    assert "Wij zien dit anders." in shown
    [link] = re.findall(r'href="(/zienswijzen/ernaast/[^"]+)"', shown)
    assert manager.get(link).data == b"%PDF-1.7 tweede"


def test_a_second_view_sent_twice_is_kept_once(
    manager: Browser, reporter: Browser, signatory: Browser, review: str, page: str
) -> None:
    announced(manager, review)
    viewed(reporter, page)
    form = {"sleutel": str(uuid4()), "zienswijze": "Wij zien dit anders."}

    for _ in range(2):
        signatory.post(page, form)

    with reading() as session:
        assert len(session.scalars(select(ViewAddition)).all()) == 1


def test_after_a_decision_no_view_is_taken(
    manager: Browser, reporter: Browser, world: World, review: str, page: str
) -> None:
    announced(manager, review)
    with sessions().begin() as session:
        decision = Decision(
            version=the_intention().version,
            outcome=DecisionOutcome.ACCEPTED,
            by=world.people["manager"],
            at=now(),
            idempotency_key=uuid4(),
        )
        session.add(decision)

    assert viewed(reporter, page) == 409


def test_of_another_holder_there_is_nothing(
    browser_of: Callable[[str], Browser], manager: Browser, review: str, page: str
) -> None:
    announced(manager, review)

    stranger = browser_of("other_reporter")

    assert stranger.get(page).status_code == viewed(stranger, page) == 404


def test_the_file_of_another_holders_view_is_not_there(
    browser_of: Callable[[str], Browser], manager: Browser, reporter: Browser, review: str, page: str
) -> None:
    announced(manager, review)
    viewed(reporter, page, bewijs=(BytesIO(PDF), "brief.pdf"))
    file = f"/zienswijzen/{the_intention().id}/bestand"

    assert [browser_of(one).get(file).status_code for one in ("other_reporter", "other_manager")] == [404, 404]


def test_where_nothing_is_intended_there_is_no_page(reporter: Browser, page: str) -> None:
    assert reporter.get(page).status_code == 404


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"zienswijze": ""}, "Vul dit in."),
        ({"bewijs": (BytesIO(b"MZ"), "brief.exe")}, "is geen bewijs dat wij aannemen"),
    ],
)
def test_what_does_not_fit_is_asked_again(
    manager: Browser, reporter: Browser, review: str, page: str, changes: dict[str, object], said: str
) -> None:
    announced(manager, review)

    answer = reporter.post(page, {"sleutel": str(uuid4()), "zienswijze": SAID} | changes)

    assert answer.status_code == 400
    assert said in answer.text


def test_both_steps_stand_in_the_history(
    manager: Browser, reporter: Browser, world: World, review: str, page: str
) -> None:
    announced(manager, review)
    viewed(reporter, page)

    history = manager.get(f"/rapportages/{world.reports['oost']}/verloop").text

    assert history.index("Zienswijze gegeven") < history.index("Voornemen aangekondigd")
    assert "reporter, Rijnbus" in history
