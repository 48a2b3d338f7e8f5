"""Evidence in a correction of some sheets: only what an open sheet rests on may change."""

from __future__ import annotations

from io import BytesIO
from uuid import UUID

import pytest
from sqlalchemy import select
from werkzeug.test import TestResponse

from schemas.clock import now
from schemas.store import EvidenceFile, NamedEvidence, Version, reading, sessions
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.reopenings.test_reopening import answered, asked, page, report

__all__ = ["page", "report"]

OF = {"garantie.pdf": ["evidence", "energy_contracts"], "stage.pdf": ["evidence", "social_return"]}


@pytest.fixture
def evidence(world: World, report: UUID) -> str:
    """The address of evidence, beside a report whose sheet *energy contracts* rests on one file and another on the other."""
    with sessions().begin() as session:
        version = session.scalars(select(Version.id).where(Version.report == report)).one()
        for position, (name, sheets) in enumerate(OF.items()):
            session.add(
                NamedEvidence(
                    version=version,
                    position=position,
                    evidence_id=f"E{position}",
                    file_name=name,
                    sha256=None,
                    inside=False,
                    sheets=sheets,
                )
            )
    return f"/rapportages/{report}/bewijs"


def sent(reporter: Browser, evidence: str, *names: str) -> TestResponse:
    files = [(BytesIO(b"%PDF-1.7 nieuw"), name) for name in names]
    return reporter.post(evidence, {"bewijs": files}, content_type="multipart/form-data")


def beside() -> list[str]:
    with reading() as session:
        return list(session.scalars(select(EvidenceFile.file_name).order_by(EvidenceFile.file_name)))


def opened(manager: Browser, reporter: Browser, report: UUID, page: str, sheet: str) -> None:
    asked(reporter, page, sheet)
    answered(manager, report, granted=True, sheets=(sheet,))


def test_evidence_of_an_open_sheet_may_change(
    manager: Browser, reporter: Browser, report: UUID, page: str, evidence: str
) -> None:
    opened(manager, reporter, report, page, "energy_contracts")

    assert sent(reporter, evidence, "garantie.pdf").status_code == 303


def test_evidence_of_a_closed_sheet_is_refused_whole_with_why(
    manager: Browser, reporter: Browser, report: UUID, page: str, evidence: str
) -> None:
    opened(manager, reporter, report, page, "energy_contracts")

    answer = sent(reporter, evidence, "garantie.pdf", "stage.pdf")

    assert answer.status_code == 409
    assert "stage.pdf hoort niet bij een blad dat open is." in answer.text
    assert beside() == []


def test_with_the_sheet_of_evidence_open_all_may_change(
    manager: Browser, reporter: Browser, report: UUID, page: str, evidence: str
) -> None:
    opened(manager, reporter, report, page, "evidence")

    assert sent(reporter, evidence, "los.pdf").status_code == 303


def test_evidence_of_a_closed_sheet_cannot_be_taken_away(
    reporter: Browser, world: World, report: UUID, evidence: str
) -> None:
    with sessions().begin() as session:
        there = EvidenceFile(
            report=report,
            file_name="stage.pdf",
            sha256="a" * 64,
            size=3,
            added_at=now(),
            added_by=world.people["reporter"],
        )
        session.add(there)
        session.flush()
        piece = there.id

    answer = reporter.post(f"{evidence}/{piece}/weg", {})

    assert answer.status_code == 409
    assert beside() == ["stage.pdf"]
