"""Evidence beside a report: one file per name, and a check again when it changed."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID, uuid4

import pytest

from portal.refusals import NotYours, Refused
from portal.use_cases import Declaration, add_evidence, check_again, hand_in, remove_evidence, take_evidence
from portal.use_cases.handing_in import EVIDENCE_CHANGED
from portal.use_cases.manifests import evidence_of
from schemas.store import reading, sessions
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, an_upload


def add(world: World, name: str, content: bytes = b"%PDF-1.7") -> None:
    piece = take_evidence(BytesIO(content), name=name)
    with sessions().begin() as session:
        add_evidence(session, world.reports["oost"], [piece], by=world.people["reporter"])


def beside(report: UUID) -> list[tuple[str, UUID]]:
    with reading() as session:
        return [(one.file_name, one.id) for one in evidence_of(session, report)]


def test_a_file_of_the_same_name_takes_the_place_of_the_old_one(world: World) -> None:
    add(world, "gvo.pdf")

    add(world, "GVO.pdf", b"%PDF-1.7 newer")

    assert [name for name, _ in beside(world.reports["oost"])] == ["GVO.pdf"]


def test_a_file_can_be_taken_away_twice(world: World) -> None:
    add(world, "gvo.pdf")
    [(_, piece)] = beside(world.reports["oost"])

    for _ in range(2):
        with sessions().begin() as session:
            remove_evidence(session, world.reports["oost"], piece, by=world.people["reporter"])

    assert beside(world.reports["oost"]) == []


def test_a_file_of_another_report_is_not_there(world: World) -> None:
    add(world, "gvo.pdf")
    [(_, piece)] = beside(world.reports["oost"])

    with pytest.raises(NotYours), sessions().begin() as session:
        remove_evidence(session, world.reports["kust"], piece, by=world.people["other_reporter"])


def test_what_is_signed_is_what_was_checked_with_the_evidence_that_is_there(world: World) -> None:
    report = world.reports["oost"]
    version = an_upload(report, world.people["reporter"])
    a_check(version.id)
    add(world, "gvo.pdf")
    declaration = Declaration(version=version.id, statement="Ja.", key=uuid4())

    with pytest.raises(Refused) as refused, sessions().begin() as session:
        hand_in(session, report, declaration, by=world.people["signatory"])

    assert refused.value.reason == EVIDENCE_CHANGED


def test_checking_again_makes_a_version_of_the_same_parts_only_when_the_evidence_changed(world: World) -> None:
    report, by = world.reports["oost"], world.people["reporter"]
    first = an_upload(report, by)
    with sessions().begin() as session:
        same = check_again(session, report, by=by)
    add(world, "gvo.pdf")

    with sessions().begin() as session:
        second = check_again(session, report, by=by)

    assert (same.number, second.number) == (1, 2)
    assert second.manifest_sha256 != first.manifest_sha256
