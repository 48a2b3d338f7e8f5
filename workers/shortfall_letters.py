"""From the facts to the letter of a step in a case: as a concept for who decides, and as it goes to the holder."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from types import MappingProxyType
from uuid import UUID, uuid5

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.calendar import working_day_from
from schemas.clock import dutch_day, now
from schemas.events import Event, ShortfallStepProposed, ShortfallStepTaken
from schemas.settings import settings
from schemas.shortfall_subjects import Matter, as_one, subjects
from schemas.shortfalls import BURDENSOME, Ruling, StepKind, term_of
from schemas.store import (
    Kept,
    Shortfall,
    ShortfallConfirmation,
    ShortfallLetter,
    ShortfallStep,
    files,
    track_of,
)
from schemas.terms import Consequence
from schemas.texts import Bilingual, Language
from schemas.words import Edition
from workers.acting import named
from workers.decision_letters import leading_authority_of, redress_of, told
from workers.domain.rendering import day
from workers.publish import shortfall_words as words
from workers.publish.amounts import fixed
from workers.publish.content import HearingTold, NormRow
from workers.publish.letter_content import LetterContent, LetterSection, StandsOn
from workers.publish.letter_words import DECIDED_BY, MANIFEST, TERMS, WRITTEN_BY
from workers.publish.pdf.letter import letter_pdf
from workers.report_content import content_of
from workers.shortfall_subjects import Missing, Subject, subject_of
from workers.sources import VersionSources

About = ShortfallStepProposed | ShortfallStepTaken


@dataclass(frozen=True)
class LetterMade:
    """One letter in the file store."""

    step: UUID
    edition: Edition
    language: Language
    file_name: str
    kept: Kept

    def row(self, event: Event) -> ShortfallLetter:
        """As it is kept; the same event gives the same row."""
        return ShortfallLetter(
            id=uuid5(event.id, f"{self.edition} {self.language}"),
            step=self.step,
            edition=self.edition,
            language=self.language,
            file_name=self.file_name,
            sha256=self.kept.sha256,
            size=self.kept.size,
            made_at=now(),
        )


def letters_of_step(session: Session, event: About) -> tuple[LetterMade, ...]:
    """The letter of a step that has one, in both languages: a concept of what was proposed, else as it was sent."""
    if event.kind not in BURDENSOME:
        return ()
    step = session.get_one(ShortfallStep, event.step)
    edition = Edition.CONCEPT if isinstance(event, ShortfallStepProposed) else Edition.NONE
    content = step_letter(session, step, edition=edition, at=event.at)
    concept = "-concept" if edition is Edition.CONCEPT else ""
    return tuple(
        LetterMade(
            step=step.id,
            edition=edition,
            language=language,
            file_name=f"{words.FILE[step.kind].in_(language)}-{content.reference}{concept}.pdf",
            kept=files().keep_bytes(letter_pdf(content, language)),
        )
        for language in Language
    )


def step_letter(session: Session, step: ShortfallStep, *, edition: Edition, at: datetime) -> LetterContent:
    """What the letter of a step tells; its terms run from the day of the event."""
    case = session.get_one(Shortfall, step.shortfall)
    about = subject_of(session, case, at=at)
    sent = dutch_day(at)
    authority = leading_authority_of(session, case.report, on=sent)
    last = _last_day(session, case, step, sent)
    confirmed = session.get(ShortfallConfirmation, step.id) if edition is Edition.NONE else None
    return LetterContent(
        edition=Edition.CONCEPT if edition is Edition.CONCEPT else Edition.NONE,
        authority=authority,
        addressee=about.holder,
        concession=about.concession,
        concession_name=about.concession_name,
        year=about.year,
        reference=f"{about.concession}-{about.year}-T{case.number}",
        dated=sent,
        title=_title(step.kind, about),
        opening=_opening(case, step, about, last),
        sections=_sections(session, case, step),
        norms=_norms(session, case, about.handed_in, at),
        hearing=_hearing(session, case) if step.kind is StepKind.DECISION else None,
        redress=_redress(step.kind, about, authority, sent),
        by=named(session, step.by),
        by_whom=WRITTEN_BY if step.kind in {StepKind.WARNING, StepKind.INTENTION} else DECIDED_BY,
        confirmed_by=named(session, confirmed.by) if confirmed else None,
        stands_on=_stands_on(about),
        check_at=settings().check_address if edition is Edition.NONE else None,
    )


def _last_day(session: Session, case: Shortfall, step: ShortfallStep, sent: date) -> date | None:
    track = track_of(session, case)
    facts = next(one for one in track.steps if one.id == step.id)
    return term_of(facts, track.terms, told=sent)


def _title(kind: StepKind, about: Subject) -> Bilingual:
    if about.missing and kind is StepKind.WARNING:
        return told(words.TITLE_MISSING, what=words.WHAT_IS_MISSING[about.missing.matter], year=about.year)
    return told(words.TITLE[kind], year=about.year)


def _opening(case: Shortfall, step: ShortfallStep, about: Subject, last: date | None) -> tuple[Bilingual, ...]:
    facts = {
        "year": about.year,
        "concession": about.concession_name,
        "norms": as_one(subjects(case.norms, Matter.NORMS)),
        "day": _day(last) if last else "",
        "what": words.WHAT_IS_MISSING[about.missing.matter] if about.missing else "",
    }
    if step.kind is StepKind.RULING and step.ruling is not None:
        ruled = words.RULED_MISSING if about.missing else words.RULED
        return (told(ruled[step.ruling], **facts),)
    if about.missing:
        return _missing(step.kind, about.missing, facts)
    return tuple(told(one, **facts) for one in words.OPENING[step.kind])


def _missing(kind: StepKind, nothing: Missing, facts: Mapping[str, object]) -> tuple[Bilingual, ...]:
    """That nothing came; where it came after all, that stands in the place of the demand to hand it in."""
    missing = _what_is_missing(nothing, facts)
    lines = tuple(told(one, **facts) for one in words.OPENING_MISSING[kind])
    if nothing.came_on is None:
        return (missing, *lines)
    came = told(words.CAME_LATE, came_on=_day(nothing.came_on))
    return (missing, came) if kind is StepKind.WARNING else (missing, came, *lines)


def _what_is_missing(nothing: Missing, facts: Mapping[str, object]) -> Bilingual:
    days = {"missing_on": _day(nothing.missing_on), "due": _day(nothing.last_day)}
    if nothing.back is None:
        return told(words.MISSING, **facts, **days)
    said = words.FAILED_AND_MISSING if nothing.back.by_check else words.SENT_BACK_AND_MISSING
    return told(said, **facts, **days, back_on=_day(dutch_day(nothing.back.at)))


def _sections(session: Session, case: Shortfall, step: ShortfallStep) -> tuple[LetterSection, ...]:
    follows = _follows(track_of(session, case).terms.consequences, step)
    what = (LetterSection(heading=words.WHAT_FOLLOWS[step.kind], lines=follows),) if follows else ()
    return (*what, LetterSection(heading=words.WHY, quoted=step.reason))


def _follows(consequences: tuple[Consequence, ...], step: ShortfallStep) -> tuple[Bilingual, ...]:
    """The consequence by its article, and the amount."""
    known = next((one for one in consequences if one.code == step.consequence), None)
    named_ = (told(words.CONSEQUENCE, name=known.name, article=known.article),) if known else ()
    amount = (told(words.AMOUNT[step.kind], amount=_euro(step.amount_eur)),) if step.amount_eur is not None else ()
    left = step.ruling is not Ruling.REJECTED
    return (*named_, *amount) if left else ()


def _norms(session: Session, case: Shortfall, sources: VersionSources | None, at: datetime) -> tuple[NormRow, ...]:
    if sources is None:
        return ()
    content = content_of(session, sources, edition=Edition.DECIDED, at=at, check_at=None)
    return tuple(row for row in content.norms if row.machine.norm in case.norms)


def _hearing(session: Session, case: Shortfall) -> HearingTold | None:
    """The intention and the holder's view on it, where both sides know them."""
    query = select(ShortfallStep).where(ShortfallStep.shortfall == case.id)
    steps = {one.id: one for one in session.scalars(query.order_by(ShortfallStep.at, ShortfallStep.id))}
    track = track_of(session, case)
    intended, viewed = track.newest(StepKind.INTENTION), track.newest(StepKind.VIEW)
    if intended is None or intended.told_at is None:
        return None
    view = steps[viewed.id] if viewed else None
    return HearingTold(
        announced_on=dutch_day(intended.told_at),
        reason=steps[intended.id].reason,
        view=view.reason if view else None,
        by=named(session, view.by) if view else None,
        on=dutch_day(view.at) if view else None,
        file_name=view.file_name if view else None,
    )


def _redress(kind: StepKind, about: Subject, authority: str, sent: date) -> Bilingual | None:
    """How the holder can answer: its view on an intention, an objection to a decision, an appeal against a ruling."""
    if kind is StepKind.DECISION:
        return redress_of(about.terms, authority, sent)
    asked = about.terms.shortfalls
    days = {StepKind.INTENTION: asked.view_days, StepKind.RULING: asked.appeal_days}.get(kind)
    return told(REDRESS[kind], day=_day(working_day_from(sent + timedelta(days=days)))) if days else None


REDRESS: Mapping[StepKind, Bilingual] = MappingProxyType(
    {StepKind.INTENTION: words.GIVE_VIEW, StepKind.RULING: words.APPEAL}
)


def _stands_on(about: Subject) -> tuple[StandsOn, ...]:
    terms = StandsOn(name=TERMS, sha256=about.terms_sha256)
    if about.handed_in is None:
        return (terms,)
    manifest = told(MANIFEST, number=about.handed_in.number)
    return (StandsOn(name=manifest, sha256=about.handed_in.manifest_sha256), terms)


def _euro(amount: Decimal) -> Bilingual:
    places = 0 if amount == amount.to_integral_value() else 2
    nl, en = (f"€\u00a0{fixed(amount, places, language)}" for language in Language)
    return Bilingual(nl=nl, en=en)


def _day(value: date) -> Bilingual:
    nl, en = (day(value, language) for language in Language)
    return Bilingual(nl=nl, en=en)
