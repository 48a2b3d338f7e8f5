"""A province with many concessions, each with reports over years, as the portal and the workers would have kept them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from decimal import Decimal
from uuid import UUID, uuid4

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.judgement import Outcome, Status
from schemas.store import (
    Check,
    Concession,
    ConcessionAuthority,
    Decision,
    IndicatorValue,
    NormVerdict,
    Organisation,
    Report,
    Review,
    Signature,
    Terms,
    Version,
    sessions,
)
from schemas.words import DecisionOutcome, OrganisationKind
from tests.unit.portal.agreed import EXAMPLE, TERMS, TERMS_SHA256
from tests.unit.portal.browsing import World

NO_WHY: dict[str, object] = {
    "formula": {"nl": "Som.", "en": "Sum."},
    "worked": None,
    "inputs": [],
    "factors": [],
    "notes": [],
}
UNITS = {"GHG-05": "g/rkm", "GHG-06": "g/vkm", "GHG-04": "tCO2e", "ENE-01": "liter", "ENE-02": "liter", "ENE-03": "kg"}
Figures = Mapping[tuple[str, str], Decimal | int | str | None]


@dataclass(frozen=True)
class Year:
    """A report over a year; ``outcomes`` by norm, ``stand`` how far it came: handed_in, in_review or decided."""

    year: int
    figures: Figures
    outcomes: Mapping[str, Outcome]
    stand: str = "decided"
    factor_set: str | None = None


def a_concession(
    world: World, name: str, years: Iterable[Year], *, holder: str = "rijnbus", by: str = "vlietland"
) -> UUID:
    """One more concession that a province grants and leads, with its reports."""
    with sessions().begin() as session:
        made = Concession(
            code=f"XX-{uuid4().hex[:6].upper()}",
            name=name,
            holder=world.organisations[holder],
            starts=TERMS.starts,
            ends=TERMS.ends,
        )
        session.add(made)
        session.flush()
        session.add(ConcessionAuthority(concession=made.id, organisation=world.organisations[by], leads=True))
        body = json.loads(EXAMPLE.read_text(encoding="utf-8"))
        session.add(Terms(concession=made.id, sha256=TERMS_SHA256, body=body, imported_at=now()))
        for one in years:
            a_year(session, world, made.id, one)
        return made.id


def another_province(name: str) -> UUID:
    """A province that nobody of the small world works for."""
    with sessions().begin() as session:
        made = Organisation(kind=OrganisationKind.AUTHORITY, name=name)
        session.add(made)
        session.flush()
        return made.id


def a_year(session: Session, world: World, concession: UUID, one: Year) -> UUID:
    """The report of a year, with one version that was handed in and went on from there."""
    report = Report(concession=concession, report_year=one.year, terms_sha256=TERMS_SHA256, opened_at=now())
    session.add(report)
    session.flush()
    version = Version(
        report=report.id,
        number=1,
        created_at=now(),
        by=world.people["reporter"],
        idempotency_key=uuid4(),
        manifest_sha256="0" * 64,
    )
    session.add(version)
    session.flush()
    _judged(session, version.id, one)
    _walked(session, world, version.id, one)
    return report.id


def _judged(session: Session, version: UUID, one: Year) -> None:
    session.add(
        Check(
            version=version,
            started_at=now(),
            at=now(),
            rule_set="2026.1",
            factor_set=one.factor_set,
            errors=0,
            warnings=0,
            notices=0,
            rows={},
        )
    )
    session.add_all(
        IndicatorValue(
            version=version,
            indicator=indicator,
            part=part,
            value=None if value is None else Decimal(value),
            unit=UNITS.get(indicator, "%" if indicator in {"FLT-02", "FLT-04", "ENE-07", "DD-01", "SOC-08"} else ""),
            status=Status.NOT_ASSESSABLE if value is None else Status.MEASURED,
            why=NO_WHY,
        )
        for (indicator, part), value in one.figures.items()
    )
    session.add_all(
        NormVerdict(
            version=version, norm=norm, verdict=outcome, reason_nl="Zo is het berekend.", reason_en="Reckoned so."
        )
        for norm, outcome in one.outcomes.items()
    )


def _walked(session: Session, world: World, version: UUID, one: Year) -> None:
    at = now() - timedelta(days=365 * (2026 - one.year))
    session.add(
        Signature(version=version, statement="Ja.", by=world.people["signatory"], at=at, idempotency_key=uuid4())
    )
    if one.stand in {"in_review", "decided"}:
        session.add(Review(version=version, begun_at=at, by=world.people["manager"]))
    if one.stand == "decided":
        session.add(
            Decision(
                version=version,
                outcome=DecisionOutcome.ACCEPTED,
                by=world.people["manager"],
                at=at,
                idempotency_key=uuid4(),
            )
        )
