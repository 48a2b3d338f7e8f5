"""Trying a rule set or factor set on earlier reports: each is judged both ways, one at a time, and nothing is switched on."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from functools import lru_cache
from typing import Protocol
from uuid import uuid4

from sqlalchemy.orm import Session

from schemas.clock import now
from schemas.judgement import Verdict
from schemas.shadow import ReportBeside, Sets, Shadow, Untried
from schemas.store import FileIsDamaged, FileIsMissing, ShadowRun, files, reading, sessions
from schemas.texts import Bilingual
from schemas.words import SetKind
from workers.check import checked_version, version_read
from workers.domain.check import raised_by
from workers.domain.factors import FactorSet
from workers.domain.report import Report
from workers.domain.rule_set import RuleSet
from workers.domain.rules import FIRST_YEAR
from workers.domain.shadow import Judgement, norms_beside, rules_beside
from workers.domain.yardsticks import Yardsticks
from workers.faults import Kind, fault_of, where_of
from workers.in_force import factor_set_named, judged_by, rule_set_named
from workers.intake import Unreadable
from workers.kept_results import verdicts_of
from workers.reading_parts import Read, reading_of
from workers.shadow_subjects import Subject, subjects
from workers.sources import Source, VersionSources, sources_of
from workers.timeliness import handed_in_on
from workers.worker import Permanent

# A report and the year before it, which is the next one's turn: never more are held at once.
HELD = 2
logger = logging.getLogger(__name__)

Tell = Callable[[int, int], None]

LOST = Bilingual(
    nl="Een bestand van deze versie is weg of beschadigd.", en="A file of this version is missing or damaged."
)
UNKNOWN_SET = Bilingual(
    nl="Deze versie is beoordeeld met een set die deze uitgave niet meer kent.",
    en="This version was judged by a set that this release no longer knows.",
)


class Trial(Protocol):
    """Something that is tried: what a report and its yardsticks become under it."""

    def over(self, sources: VersionSources, by: Yardsticks) -> tuple[VersionSources, Yardsticks]:
        """What a report would be judged by."""
        ...


@dataclass(frozen=True)
class Candidate:
    """The set that is tried."""

    kind: SetKind
    tried: RuleSet | FactorSet

    @property
    def year(self) -> int:
        """The report year that it is meant for, or from which on."""
        return self.tried.year if isinstance(self.tried, FactorSet) else self.tried.from_year

    @property
    def until(self) -> int | None:
        """The last report year that it is tried on: a factor list says nothing of later years."""
        return self.tried.year if isinstance(self.tried, FactorSet) else None

    def over(self, sources: VersionSources, by: Yardsticks) -> tuple[VersionSources, Yardsticks]:
        """What a report would be judged by, were this set in force for its year."""
        if isinstance(self.tried, FactorSet):
            return sources, replace(by, factor_sets={**by.factor_sets, sources.year: self.tried})
        return sources, replace(by, rule_sets={FIRST_YEAR: self.tried})


def candidate(session: Session, kind: SetKind, name: str) -> Candidate:
    """A set by its name; raises ``Permanent`` where it is not known."""
    found = factor_set_named(session, name) if kind is SetKind.FACTOR_SET else rule_set_named(name)
    return Candidate(kind=kind, tried=found)


def try_out(given: Candidate, *, tell: Tell) -> Shadow:
    """Judge every earlier report both ways and keep what that showed; ``tell`` hears how many of how many are done."""
    with reading() as session:
        tried_on = list(subjects(session, until=given.until))
    read = lru_cache(maxsize=HELD)(reading_of)
    found: list[ReportBeside | Untried] = []
    for number, subject in enumerate(tried_on, start=1):
        found.append(tried(subject, given, read))
        tell(number, len(tried_on))
    shadow = Shadow(
        kind=given.kind,
        set_id=given.tried.id,
        year=given.year,
        at=now(),
        reports=tuple(one for one in found if isinstance(one, ReportBeside)),
        untried=tuple(one for one in found if isinstance(one, Untried)),
    )
    _keep(shadow)
    return shadow


def tried(subject: Subject, given: Trial, read: Read) -> ReportBeside | Untried:
    """One report judged both ways, or why it could not be."""
    try:
        return _beside(subject, given, read)
    except Unreadable as wrong:
        return _untried(subject, wrong.reason)
    except (FileIsMissing, FileIsDamaged):
        return _untried(subject, LOST)
    except Permanent:
        return _untried(subject, UNKNOWN_SET)
    except Exception as error:
        if fault_of(error).kind is Kind.TRANSIENT:
            raise
        logger.warning("A report could not be tried.", extra={"version": str(subject.about.version)}, exc_info=True)
        return _untried(subject, _why(error))


def _why(error: Exception) -> Bilingual:
    rule, where = raised_by(error), where_of(error)
    return Bilingual(
        nl=f"Kon niet worden beoordeeld, want {f'regel {rule}' if rule else 'de berekening'} liep vast: {where}.",
        en=f"Could not be judged, because {f'rule {rule}' if rule else 'the calculation'} failed: {where}.",
    )


def _beside(subject: Subject, given: Trial, read: Read) -> ReportBeside:
    with reading() as session:
        sources = sources_of(session, subject.about)
        by, kept = judged_by(session, subject.about.version), verdicts_of(session, subject.about.version)
        handed_in = handed_in_on(session, subject.about.report)
    before = _judged(sources, by, read, handed_in)
    after = _judged(*given.over(sources, by), read, handed_in)
    return ReportBeside(
        report=sources.report,
        version=sources.version,
        number=sources.number,
        concession=sources.concession,
        concession_name=sources.concession_name,
        year=sources.year,
        in_force=subject.in_force,
        before=_sets(before),
        after=_sets(after),
        as_kept=_outcomes(kept) == _outcomes(before.verdicts),
        norms=norms_beside(before, after),
        rules=rules_beside(before.checked, after.checked),
    )


def _judged(sources: VersionSources, by: Yardsticks, read: Read, handed_in: date | None) -> Judgement:
    """Only the newest earlier report is read: the rules look one year back."""
    previous = [report for parts in sources.previous[:1] if (report := _report(parts, read)) is not None]
    checked = checked_version(sources, version_read(sources, read), by, previous=previous)
    return Judgement(checked=checked, handed_in=handed_in)


def _report(parts: tuple[Source, ...], read: Read) -> Report | None:
    try:
        return read(parts).report
    except Unreadable:
        return None


def _untried(subject: Subject, reason: Bilingual) -> Untried:
    about = subject.about
    return Untried(
        report=about.report, version=about.version, concession=subject.concession, year=subject.year, reason=reason
    )


def _sets(judged: Judgement) -> Sets:
    case, factors = judged.checked.case, judged.checked.case.factors
    if factors is None:
        return Sets(rule_set=case.rule_set.id, factor_set=None)
    return Sets(rule_set=case.rule_set.id, factor_set=factors.id, fictional=factors.fictional)


def _outcomes(verdicts: tuple[Verdict, ...]) -> dict[str, tuple[str, str]]:
    return {one.norm: (one.verdict.value, str(one.value)) for one in verdicts}


def _keep(shadow: Shadow) -> None:
    """The file first, then the row that names it."""
    kept = files().keep_bytes(shadow.model_dump_json().encode())
    run = ShadowRun(
        id=uuid4(),
        kind=shadow.kind,
        set_id=shadow.set_id,
        at=shadow.at,
        reports=len(shadow.reports),
        untried=len(shadow.untried),
        changed_reports=len(shadow.turning),
        changed_verdicts=shadow.turned_verdicts,
        result_sha256=kept.sha256,
    )
    with sessions().begin() as session:
        session.add(run)
