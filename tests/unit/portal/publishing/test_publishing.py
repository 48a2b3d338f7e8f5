"""Publishing a decided report: item by item with a ground, the holder heard first, replaced, withdrawn, and nothing else read."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from sqlalchemy import select

from schemas.events import (
    Event,
    PublicationAnnounced,
    PublicationViewGiven,
    PublicationWithdrawn,
    ReportPublished,
    read,
)
from schemas.publication.grounds import Ground
from schemas.store import (
    Outbox,
    PublicationChoice,
    PublicationNotice,
    PublicationRelease,
    reading,
    sessions,
)
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.publishing_seeds import a_decided_report

OURS = PublicationAnnounced | PublicationViewGiven | ReportPublished | PublicationWithdrawn
FLEET = (
    "figure:FLT-01:total",
    "figure:FLT-01:drivetrain=bev",
    "figure:FLT-01:drivetrain=diesel",
    "figure:FLT-02:total",
)


@pytest.fixture
def report(world: World) -> UUID:
    """A report that was decided on."""
    return a_decided_report(world)


@pytest.fixture
def page(report: UUID) -> str:
    """The officer's page of it."""
    return f"/openbaarmaken/{report}"


def chosen(officer: Browser, page: str, *, public: tuple[str, ...], grounds: dict[str, str]) -> int:
    form = {
        "onderdeel": list(FLEET),
        "openbaar": list(public),
        "grond": [grounds.get(item, "") for item in FLEET],
        "opmerking": ["" for _ in FLEET],
    }
    return officer.post(f"{page}/onderdelen?thema=FLT", form).status_code


def told() -> list[type[Event]]:
    with reading() as session:
        bodies = session.scalars(select(Outbox.body).order_by(Outbox.position)).all()
    return [type(event) for event in map(read, bodies) if isinstance(event, OURS)]


def the_choices() -> dict[str, PublicationChoice]:
    with reading() as session:
        rows = session.scalars(select(PublicationChoice).order_by(PublicationChoice.turn)).all()
    return {row.item: row for row in rows}


def the_view(reporter: Browser, report: UUID) -> int:
    with reading() as session:
        notice = session.scalars(select(PublicationNotice.id).order_by(PublicationNotice.at.desc())).first()
    form = {"bericht": str(notice), "zienswijze": "De omzet is vertrouwelijk, verder akkoord."}
    return reporter.post(f"/rapportages/{report}/openbaarmaking", form).status_code


def published(officer: Browser, reporter: Browser, page: str, report: UUID) -> None:
    officer.post(f"{page}/bericht")
    the_view(reporter, report)
    assert officer.post(f"{page}/publiceren").status_code == 303


def test_the_officer_sees_what_is_proposed_and_why(publication_officer: Browser, page: str) -> None:
    desk, context, texts = (
        publication_officer.get(path).text for path in ("/openbaarmaken", f"{page}?thema=CTX", f"{page}?thema=texts")
    )

    assert "beslis per onderdeel wat openbaar wordt" in desk
    assert "Een bedrag van het bedrijf." in context
    assert "Vrije tekst" in texts


def test_what_is_kept_back_has_a_ground(publication_officer: Browser, page: str) -> None:
    form = {
        "onderdeel": list(FLEET),
        "openbaar": list(FLEET[:1]),
        "grond": ["", "", "", ""],
        "opmerking": ["", "", "", ""],
    }

    answer = publication_officer.post(f"{page}/onderdelen?thema=FLT", form)

    assert answer.status_code == 400
    assert answer.text.count("Kies een grond") >= 3
    assert the_choices() == {}


def test_a_choice_keeps_its_ground_and_who_made_it(publication_officer: Browser, page: str, world: World) -> None:
    assert chosen(publication_officer, page, public=FLEET[1:], grounds={FLEET[0]: "5.1.2f"}) == 303

    kept = the_choices()[FLEET[0]]
    assert (kept.public, kept.ground, kept.by) == (False, Ground.COMPETITION, world.people["publication_officer"])
    assert "Blijft ook weg" in publication_officer.get(f"{page}?thema=FLT").text


def test_a_whole_theme_is_decided_at_once(publication_officer: Browser, page: str) -> None:
    form = {"thema": "FLT", "alles": "false", "grond-thema": "5.1.2f"}

    assert publication_officer.post(f"{page}/thema?thema=FLT", form).status_code == 303
    assert {item for item, row in the_choices().items() if not row.public} == set(FLEET)


def test_nothing_is_published_before_the_holder_was_told_and_heard(
    publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    unheard = publication_officer.post(f"{page}/publiceren").status_code
    publication_officer.post(f"{page}/bericht")
    too_soon = publication_officer.post(f"{page}/publiceren").status_code
    shown = reporter.get(f"/rapportages/{report}/openbaarmaking").text

    viewed = the_view(reporter, report)
    done = publication_officer.post(f"{page}/publiceren").status_code

    assert (unheard, too_soon, viewed, done) == (409, 409, 303, 303)
    assert "U kunt tot en met" in shown
    assert [kind.__name__ for kind in told()] == ["PublicationAnnounced", "PublicationViewGiven", "ReportPublished"]


def test_what_becomes_public_after_the_notice_is_told_again(
    publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    chosen(publication_officer, page, public=(), grounds=dict.fromkeys(FLEET, "5.1.2f"))
    publication_officer.post(f"{page}/bericht")
    the_view(reporter, report)

    chosen(publication_officer, page, public=FLEET, grounds={})

    assert publication_officer.post(f"{page}/publiceren").status_code == 409
    assert "Houder laten weten" in publication_officer.get(page).text


def test_what_is_kept_back_after_the_view_needs_no_second_notice(
    publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    publication_officer.post(f"{page}/bericht")
    the_view(reporter, report)

    chosen(publication_officer, page, public=(), grounds=dict.fromkeys(FLEET, "5.1.2f"))

    assert publication_officer.post(f"{page}/publiceren").status_code == 303


def test_a_later_edition_begins_with_what_was_decided_before(
    publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    chosen(publication_officer, page, public=(), grounds=dict.fromkeys(FLEET, "5.1.5"))
    published(publication_officer, reporter, page, report)

    published(publication_officer, reporter, page, report)

    with reading() as session:
        releases = session.scalars(select(PublicationRelease.publication)).all()
    assert len(releases) == 2
    assert all(not the_choices()[item].public for item in FLEET)


def test_what_is_public_is_withdrawn_with_a_reason(
    publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    published(publication_officer, reporter, page, report)

    bare = publication_officer.post(f"{page}/intrekken", {"reden": ""}).status_code
    done = publication_officer.post(f"{page}/intrekken", {"reden": "Er stond een fout in."}).status_code
    again = publication_officer.post(f"{page}/intrekken", {"reden": "Nog eens."}).status_code

    assert (bare, done, again) == (400, 303, 409)
    assert told()[-1] is PublicationWithdrawn


def test_of_a_report_that_was_not_decided_there_is_nothing_to_publish(
    publication_officer: Browser, world: World
) -> None:
    page = f"/openbaarmaken/{world.reports['oost']}"

    assert publication_officer.get(page).status_code == 404
    assert publication_officer.post(f"{page}/bericht").status_code in {404, 409}


def test_another_provinces_report_is_not_there(publication_officer: Browser, world: World) -> None:
    assert publication_officer.get(f"/openbaarmaken/{world.reports['kust']}").status_code == 404


def test_only_the_holder_reads_what_will_be_public_before_it_is(
    browser_of: Callable[[str], Browser], publication_officer: Browser, page: str, report: UUID
) -> None:
    publication_officer.post(f"{page}/bericht")

    statuses = [
        browser_of(who).get(f"/rapportages/{report}/openbaarmaking").status_code
        for who in ("reporter", "other_reporter")
    ]

    assert statuses == [200, 404]


def test_an_item_of_another_report_is_refused(publication_officer: Browser, page: str) -> None:
    form = {"onderdeel": ["figure:SOC-01:total"], "openbaar": [], "grond": ["5.1.5"], "opmerking": [""]}

    assert publication_officer.post(f"{page}/onderdelen", form).status_code == 409
    with sessions().begin() as session:
        assert session.scalars(select(PublicationChoice)).first() is None


def test_every_step_stands_in_the_course_of_the_report_for_both_sides(
    manager: Browser, publication_officer: Browser, reporter: Browser, page: str, report: UUID
) -> None:
    published(publication_officer, reporter, page, report)

    for who in (manager, reporter):
        shown = who.get(f"/rapportages/{report}/verloop").text
        assert "De houder weet wat openbaar wordt: uitgave 1." in shown
        assert "De houder gaf een zienswijze op wat openbaar wordt." in shown
        assert "Uitgave 1 is openbaar." in shown
