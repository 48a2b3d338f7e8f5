"""From the facts to all that a compliance report tells, for one edition of one version."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Literal
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.judgement import Indicator, Verdict
from schemas.store import (
    Check,
    Confirmation,
    Decision,
    Established,
    HolderView,
    Intention,
    Report,
    Signature,
    Version,
    ViewAddition,
    answers_of,
    effort_of,
)
from schemas.words import Edition
from workers.acting import named
from workers.domain.factors import FactorSet
from workers.in_force import factors_of, kept_rule_set
from workers.kept_answers import lapsed
from workers.kept_gaps import gaps_told
from workers.kept_plan import measures_told
from workers.kept_results import forecasts_of, indicators_of, not_assessed_of, rule_results_of, verdicts_of
from workers.kept_waivers import waivers_told
from workers.publish.content import (
    DecisionMade,
    EstablishedVerdict,
    Fingerprints,
    HearingTold,
    Named,
    NormRow,
    ReportContent,
    Signed,
)
from workers.publish.energy_content import factor_list
from workers.publish.fingerprints import fingerprints
from workers.publish.norm_rows import norm_rows
from workers.sources import VersionSources, earlier_in_force, files_of
from workers.timeliness import handed_in_on, timeliness

Made = Literal[Edition.DRAFT, Edition.PROVISIONAL, Edition.DECIDED]


def content_of(
    session: Session, sources: VersionSources, *, edition: Made, at: datetime, check_at: str | None
) -> ReportContent:
    """What one edition tells; ``at`` is the moment of the event that asks for it, ``check_at`` where it can be checked."""
    report = session.get_one(Report, sources.report)
    check = session.get_one(Check, sources.version)
    in_force = earlier_in_force(session, report)
    earlier = {year: indicators_of(session, version) for year, version in in_force.items()}
    last = max(earlier, default=None)
    factors = factors_of(session, sources.version)
    given = answers_of(session, report, session.get_one(Version, sources.version), at=at)
    return ReportContent(
        edition=edition,
        concession=sources.concession,
        concession_name=sources.concession_name,
        holder=sources.holder,
        authorities=sources.terms.authorities,
        year=sources.year,
        period=(date(sources.year, 1, 1), date(sources.year, 12, 31)),
        dated=dutch_day(at),
        version=sources.number,
        norms=_norms(session, sources, edition=edition, history=earlier),
        indicators=indicators_of(session, sources.version),
        previous_year=last,
        previous=earlier[last] if last is not None else (),
        rules=rule_results_of(session, sources.version, given),
        not_assessed=not_assessed_of(session, sources.version),
        lapsed=lapsed(given),
        measures=measures_told(session, report, at=at),
        gaps=gaps_told(session, report, check.refused_suppliers, at=at),
        effort=effort_of(session, report.id, at=at),
        waivers=waivers_told(session, report, sources.terms, at=at),
        rows={sheet: int(number) for sheet, number in dict(check.rows).items()},
        factors=factor_list(factors),
        previous_factors=factor_list(factors_of(session, in_force[last])) if last is not None else None,
        fingerprints=_fingerprints(sources, rule_set=kept_rule_set(session, check.rule_set), factors=factors),
        signed=_signed(session, sources.version),
        decision=_decision(session, sources.version) if edition is Edition.DECIDED else None,
        check_at=check_at,
    )


def _norms(
    session: Session, sources: VersionSources, *, edition: Made, history: Mapping[int, tuple[Indicator, ...]]
) -> tuple[NormRow, ...]:
    """What the terms ask, how that is judged, and in a decided edition what the manager established."""
    return norm_rows(
        sources.terms,
        _verdicts(session, sources),
        year=sources.year,
        history=history,
        established=_established(session, sources.version) if edition is Edition.DECIDED else None,
        forecasts=forecasts_of(session, sources.version),
    )


def _fingerprints(sources: VersionSources, *, rule_set: Named, factors: FactorSet | None) -> Fingerprints:
    """What the report is made from."""
    return fingerprints(
        [Named(name=part.name, sha256=part.sha256) for part in files_of(sources.parts)],
        rule_set=rule_set,
        factors=factors,
        terms=sources.terms,
        terms_sha256=sources.terms_sha256,
    )


def _verdicts(session: Session, sources: VersionSources) -> tuple[Verdict, ...]:
    """The machine's verdicts, with timeliness as the signatures say it now."""
    now = timeliness(sources, handed_in_on(session, sources.report))
    return tuple(now if now and kept.norm == now.norm else kept for kept in verdicts_of(session, sources.version))


def _established(session: Session, version: UUID) -> dict[str, EstablishedVerdict]:
    query = select(Established).where(Established.version == version).order_by(Established.norm)
    return {
        row.norm: EstablishedVerdict(
            outcome=row.established_verdict,
            reason=row.reason,
            by=named(session, row.by),
            on=dutch_day(row.at),
        )
        for row in session.scalars(query).all()
    }


def _signed(session: Session, version: UUID) -> Signed | None:
    query = select(Signature).where(Signature.version == version, Signature.withdrawn_at.is_(None))
    row = session.scalars(query.order_by(Signature.at)).first()
    return Signed(by=named(session, row.by), at=row.at) if row else None


def _decision(session: Session, version: UUID) -> DecisionMade | None:
    query = select(Decision).where(Decision.version == version).order_by(Decision.at.desc(), Decision.id)
    row = session.scalars(query.limit(1)).first()
    if row is None:
        return None
    confirmed = session.get(Confirmation, row.id)
    return DecisionMade(
        hearing=_hearing(session, version),
        unheard=row.unheard,
        outcome=row.outcome,
        reason=row.reason,
        by=named(session, row.by),
        on=dutch_day(row.at),
        term=row.term,
        confirmed_by=named(session, confirmed.by) if confirmed and confirmed.confirmed else None,
    )


def _hearing(session: Session, version: UUID) -> HearingTold | None:
    """What was announced before the decision; a view cannot come after it, so that the document stays the same."""
    announced = session.scalars(select(Intention).where(Intention.version == version).order_by(Intention.id)).first()
    if announced is None:
        return None
    view = session.get(HolderView, announced.id)
    query = select(ViewAddition).where(ViewAddition.intention == announced.id)
    more = session.scalars(query.order_by(ViewAddition.at, ViewAddition.id)).all()
    return HearingTold(
        announced_on=dutch_day(announced.at),
        reason=announced.reason,
        view="\n".join((view.text, *(f"{named(session, one.by)}: {one.text}" for one in more))) if view else None,
        by=named(session, view.by) if view else None,
        on=dutch_day(view.at) if view else None,
        file_name=", ".join(name for name in (view.file_name, *(one.file_name for one in more)) if name) or None
        if view
        else None,
    )
