"""Uploading: one version per form, on a clean sheet or on the one before, and the event that asks for its check."""

from __future__ import annotations

from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import select

from portal.refusals import Refused, TooManyAttempts
from portal.use_cases import Declaration, hand_in
from schemas.events import VersionUploaded, read
from schemas.settings import settings
from schemas.state import Standing, state_of
from schemas.store import Audit, Outbox, Part, Version, facts_of, reading, sessions
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import WORKBOOK, a_check, an_upload


def names_of(version: Version) -> list[str]:
    with reading() as session:
        return [
            part.source_name
            for part in session.scalars(select(Part).where(Part.version == version.id).order_by(Part.position))
        ]


def test_an_upload_is_a_version_an_event_and_a_row_in_the_audit(world: World) -> None:
    version = an_upload(world.reports["oost"], world.people["reporter"])

    with reading() as session:
        [told] = session.scalars(select(Outbox)).all()
        [noted] = session.scalars(select(Audit)).all()
    event = read(told.body)
    assert isinstance(event, VersionUploaded)
    assert (event.version.version, event.manifest_sha256) == (version.id, version.manifest_sha256)
    assert (noted.action, noted.actor) == ("version_uploaded", f"person/{world.people['reporter']}")


def test_the_same_form_sent_twice_is_one_version(world: World) -> None:
    report, by, key = world.reports["oost"], world.people["reporter"], uuid4()

    first = an_upload(report, by, key=key)
    second = an_upload(report, by, key=key)

    assert second.id == first.id
    with reading() as session:
        assert len(session.scalars(select(Outbox)).all()) == 1


@pytest.mark.parametrize("other", [{"content": WORKBOOK + b"!"}, {"name": "ander.xlsx"}, {"note": "anders"}])
def test_the_same_form_with_something_else_in_it_is_refused(world: World, other: dict[str, Any]) -> None:
    report, by, key = world.reports["oost"], world.people["reporter"], uuid4()
    an_upload(report, by, key=key)

    with pytest.raises(Refused) as refused:
        an_upload(report, by, key=key, **other)

    assert refused.value.status == 409


def test_the_same_form_with_the_other_choice_is_refused(world: World) -> None:
    report, by, key = world.reports["oost"], world.people["reporter"], uuid4()
    an_upload(report, by)
    an_upload(report, by, key=key, clean=True)

    with pytest.raises(Refused):
        an_upload(report, by, key=key, clean=False)


def test_a_part_comes_after_the_parts_of_the_version_before(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    an_upload(report, by, name="alles.xlsx")

    second = an_upload(report, by, name="energie.xlsx", clean=False)

    assert names_of(second) == ["alles.xlsx", "energie.xlsx"]


def test_a_whole_report_starts_a_clean_version(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    an_upload(report, by, name="alles.xlsx")

    second = an_upload(report, by, name="beter.xlsx", clean=True)

    assert names_of(second) == ["beter.xlsx"]
    assert second.number == 2


def test_a_part_does_not_build_on_a_version_that_could_not_be_read(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    an_upload(report, by, name="alles.xlsx")
    a_check(an_upload(report, by, name="kapot.xlsx").id, unreadable_nl="Kapot.", unreadable_en="Broken.")

    third = an_upload(report, by, name="energie.xlsx", clean=False)

    assert names_of(third) == ["alles.xlsx", "energie.xlsx"]


def test_a_part_sent_twice_is_one_version(world: World) -> None:
    report, by, key = world.reports["oost"], world.people["reporter"], uuid4()
    an_upload(report, by)

    first = an_upload(report, by, key=key, clean=False)

    assert an_upload(report, by, key=key, clean=False).id == first.id


def test_a_second_upload_while_the_first_is_checked_is_the_one_that_counts(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    an_upload(report, by)

    second = an_upload(report, by, name="beter.xlsx")

    with reading() as session:
        state = state_of(facts_of(session, report))
    assert (state.standing, state.version) == (Standing.BEING_CHECKED, second.id)


def test_nothing_is_uploaded_while_the_report_is_handed_in(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    version = an_upload(report, by)
    with sessions().begin() as session:
        hand_in(
            session,
            report,
            Declaration(version=version.id, statement="Ja.", key=uuid4()),
            by=world.people["signatory"],
        )

    with pytest.raises(Refused):
        an_upload(report, by)

    with reading() as session:
        assert len(session.scalars(select(Version)).all()) == 1


def test_more_uploads_than_an_hour_allows_wait(
    portal_home: Path, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("KETENSPIEGEL_UPLOADS_PER_HOUR", "2")
    settings.cache_clear()
    for _ in range(2):
        an_upload(world.reports["oost"], world.people["reporter"])

    with pytest.raises(TooManyAttempts):
        an_upload(world.reports["oost"], world.people["reporter"])
