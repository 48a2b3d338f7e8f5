"""From the facts to the letter that tells the holder what was decided on its report."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import working_day_from
from schemas.clock import dutch_day
from schemas.judgement import Outcome
from schemas.report.sheets import BY_NAME
from schemas.store import Decision, Report
from schemas.store.granting import lead_of
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome, Edition
from workers.domain.rendering import day
from workers.publish import letter_words as words
from workers.publish.content import DecisionMade, ReportContent
from workers.publish.letter_content import LetterContent, LetterSection, StandsOn
from workers.sources import VersionSources


def decision_letter(
    session: Session, sources: VersionSources, content: ReportContent, *, reports: Mapping[Language, str], check_at: str
) -> LetterContent | None:
    """The letter of the decision that the compliance report tells; ``reports`` are the sha256 of that report itself."""
    made = content.decision
    if made is None or content.dated is None:
        return None
    authority = leading_authority_of(session, sources.report, on=content.dated)
    return LetterContent(
        edition=Edition.NONE,
        authority=authority,
        addressee=content.holder,
        concession=content.concession,
        concession_name=content.concession_name,
        year=content.year,
        reference=f"{content.concession}-{content.year}-v{content.version}",
        dated=content.dated,
        title=told(words.TITLE[made.outcome], year=content.year),
        opening=_opening(content, made),
        sections=_sections(content, made, _sheets(session, sources.version)),
        norms=content.norms,
        hearing=made.hearing,
        redress=redress_of(sources.terms, authority, content.dated),
        by=made.by,
        confirmed_by=made.confirmed_by,
        stands_on=_stands_on(sources, reports),
        check_at=check_at,
    )


def told(text: Bilingual, **facts: object) -> Bilingual:
    """A text with its facts in both languages; a fact in both languages is said in each."""
    nl, en = (
        text.in_(language).format_map({name: _said(value, language) for name, value in facts.items()})
        for language in Language
    )
    return Bilingual(nl=nl, en=en)


def leading_authority_of(session: Session, report: UUID, *, on: date) -> str:
    """The authority that leads the concession of a report on the day of a letter, and so decides."""
    return lead_of(session, session.get_one(Report, report).concession, on=on)


def redress_of(terms: Terms, authority: str, sent: date) -> Bilingual:
    """How the holder can object, until when and where; in the concession's own words where it has them."""
    asked = terms.shortfalls
    until = working_day_from(sent + timedelta(days=asked.objection_days))
    text = asked.redress or words.REDRESS
    nl, en = (
        text.in_(language).replace("{authority}", authority).replace("{day}", day(until, language))
        for language in Language
    )
    return Bilingual(nl=nl, en=en)


def _said(value: object, language: Language) -> object:
    return value.in_(language) if isinstance(value, Bilingual) else value


def _opening(content: ReportContent, made: DecisionMade) -> tuple[Bilingual, ...]:
    decided = told(words.DECISION[made.outcome], term=_day(made.term) if made.term else "")
    if content.signed is None:
        return (decided,)
    handed_in = told(
        words.HANDED_IN,
        day=_day(dutch_day(content.signed.at)),
        number=content.version,
        year=content.year,
        concession=content.concession_name,
    )
    return (handed_in, decided)


def _sections(content: ReportContent, made: DecisionMade, sheets: Bilingual | None) -> tuple[LetterSection, ...]:
    why = (LetterSection(heading=words.WHY[made.outcome], quoted=made.reason),) if made.reason else ()
    if made.outcome is DecisionOutcome.SENT_BACK:
        mend = (told(words.MEND_BY, term=_day(made.term)),) if made.term else ()
        lines = (*mend, *((told(words.SHEETS, sheets=sheets),) if sheets else ()))
        unheard = (LetterSection(heading=words.UNHEARD, quoted=made.unheard),) if made.unheard else ()
        return (*why, *unheard, LetterSection(heading=words.TO_DO, lines=lines))
    if all(row.outcome is not Outcome.DOES_NOT_MEET for row in content.norms):
        return why
    return (*why, LetterSection(heading=words.NORMS_MISSED, lines=(words.NOT_A_NORM_MET,)))


def _sheets(session: Session, version: UUID) -> Bilingual | None:
    """The sheets that were sent back, by their names; none where it is the whole report."""
    query = select(Decision.sheets).where(Decision.version == version).order_by(Decision.at.desc(), Decision.id)
    labels = [BY_NAME[sheet].label for sheet in session.scalars(query).first() or () if sheet in BY_NAME]
    if not labels:
        return None
    nl, en = (", ".join(label.in_(language) for label in labels) for language in Language)
    return Bilingual(nl=nl, en=en)


def _stands_on(sources: VersionSources, reports: Mapping[Language, str]) -> tuple[StandsOn, ...]:
    """What the decision was taken on, each in exactly these bytes."""
    of_report = [
        (told(words.COMPLIANCE_REPORT, language=words.IN_LANGUAGE[language]), sha256)
        for language, sha256 in reports.items()
    ]
    manifest = told(words.MANIFEST, number=sources.number)
    named = ((manifest, sources.manifest_sha256), (words.TERMS, sources.terms_sha256), *of_report)
    return tuple(StandsOn(name=name, sha256=sha256) for name, sha256 in named)


def _day(value: date) -> Bilingual:
    nl, en = (day(value, language) for language in Language)
    return Bilingual(nl=nl, en=en)
