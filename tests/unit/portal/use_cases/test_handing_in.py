"""Handing in: one signature under one checked version, and back again until review begins."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from uuid import UUID, uuid4

import pytest
from sqlalchemy import select

from portal.refusals import NotYours, Refused
from portal.use_cases import Declaration, hand_in, withdraw_hand_in
from portal.use_cases.handing_in import NEWER_VERSION, REVIEW_BEGUN
from schemas.clock import now
from schemas.events import ReportHandedIn, ReportWithdrawn, read
from schemas.judgement import Severity
from schemas.state import Standing, state_of
from schemas.store import Outbox, Review, Signature, facts_of, reading, sessions
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload


def sign(world: World, version: UUID, *, key: UUID | None = None, by: str = "signatory") -> UUID:
    declaration = Declaration(version=version, statement="Ja, dit klopt.", key=key or uuid4())
    with sessions().begin() as session:
        return hand_in(session, world.reports["oost"], declaration, by=world.people[by]).id


def standing(world: World) -> Standing:
    with reading() as session:
        return state_of(facts_of(session, world.reports["oost"])).standing


@pytest.fixture
def version(world: World) -> UUID:
    """A version that waits for its check."""
    return an_upload(world.reports["oost"], world.people["reporter"]).id


def test_a_version_without_open_points_is_handed_in(world: World, version: UUID) -> None:
    a_check(version)

    sign(world, version)

    assert standing(world) is Standing.HANDED_IN


def test_open_errors_keep_it_from_being_handed_in(world: World, version: UUID) -> None:
    a_check(version, [a_finding(place, severity=Severity.ERROR) for place in range(3)])

    with pytest.raises(Refused) as refused:
        sign(world, version)

    assert "nog 3 fouten" in refused.value.reason
    assert standing(world) is Standing.DRAFT


def test_unanswered_warnings_keep_it_from_being_handed_in(world: World, version: UUID) -> None:
    a_check(version, [a_finding(place) for place in range(12)])

    with pytest.raises(Refused) as refused:
        sign(world, version)

    assert "nog 12 vragen open" in refused.value.reason


def test_a_file_that_could_not_be_read_cannot_be_handed_in(world: World, version: UUID) -> None:
    a_check(version, unreadable_nl="Dit is geen werkboek.", unreadable_en="This is no workbook.")

    with pytest.raises(Refused):
        sign(world, version)


def test_while_the_check_waits_it_is_handed_in_under_reservation(world: World, version: UUID) -> None:
    signature = sign(world, version)

    with reading() as session:
        assert session.get_one(Signature, signature).under_reservation is True


def test_a_double_click_is_one_signature_with_one_receipt(world: World, version: UUID) -> None:
    a_check(version)
    key = uuid4()

    with ThreadPoolExecutor(max_workers=8) as clicks:
        receipts = set(clicks.map(lambda _: sign(world, version, key=key), range(20)))

    with reading() as session:
        signatures = session.scalars(select(Signature)).all()
        told = [read(row.body) for row in session.scalars(select(Outbox).order_by(Outbox.position))]
    assert {one.id for one in signatures} == receipts
    assert len(receipts) == 1
    assert sum(isinstance(event, ReportHandedIn) for event in told) == 1


def test_signing_once_more_from_another_tab_gives_the_same_receipt(world: World, version: UUID) -> None:
    a_check(version)

    assert sign(world, version) == sign(world, version)


def test_the_form_of_one_version_does_not_sign_another(world: World, version: UUID) -> None:
    a_check(version)
    key = uuid4()
    sign(world, version, key=key)
    with sessions().begin() as session:
        withdraw_hand_in(session, world.reports["oost"], by=world.people["signatory"])
    second = an_upload(world.reports["oost"], world.people["reporter"])

    with pytest.raises(Refused):
        sign(world, second.id, key=key)


def test_an_older_version_is_not_signed(world: World, version: UUID) -> None:
    a_check(version)
    an_upload(world.reports["oost"], world.people["reporter"])

    with pytest.raises(Refused) as refused:
        sign(world, version)

    assert refused.value.reason == NEWER_VERSION


def test_a_version_of_another_report_is_not_there(world: World) -> None:
    other = an_upload(world.reports["kust"], world.people["other_reporter"])

    with pytest.raises(NotYours):
        sign(world, other.id)


def test_what_is_handed_in_can_be_taken_back_once(world: World, version: UUID) -> None:
    a_check(version)
    sign(world, version)

    for _ in range(2):
        with sessions().begin() as session:
            withdraw_hand_in(session, world.reports["oost"], by=world.people["signatory"])

    with reading() as session:
        told = [read(row.body) for row in session.scalars(select(Outbox).order_by(Outbox.position))]
    assert sum(isinstance(event, ReportWithdrawn) for event in told) == 1
    assert standing(world) is Standing.READY


def test_once_review_began_it_cannot_be_taken_back(world: World, version: UUID) -> None:
    a_check(version)
    sign(world, version)
    with sessions().begin() as session:
        session.add(Review(version=version, begun_at=now(), by=world.people["manager"]))

    with pytest.raises(Refused) as refused, sessions().begin() as session:
        withdraw_hand_in(session, world.reports["oost"], by=world.people["signatory"])

    assert refused.value.reason == REVIEW_BEGUN
    assert standing(world) is Standing.IN_REVIEW


def test_a_version_that_failed_after_signing_under_reservation_is_not_handed_in_as_it_is(
    world: World, version: UUID
) -> None:
    sign(world, version)
    a_check(version, [a_finding(severity=Severity.ERROR)])

    with pytest.raises(Refused):
        sign(world, version)

    assert standing(world) is Standing.DRAFT
