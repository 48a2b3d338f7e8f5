"""The items of a decided version, and what was decided on each: read alike by the officer's page and by who makes the files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Final
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import dutch_day
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL, part_words
from schemas.norms import NORM
from schemas.publication.grounds import Ground
from schemas.publication.inference import guarded, sums_of
from schemas.publication.items import CASE, NORMS, TEXTS, Item, Kind, figure_id, verdict_id
from schemas.publication.proposals import PER_HEAD, Proposal, proposed
from schemas.publication.quotients import quotients_of
from schemas.store.concessions import Terms as TermsRow
from schemas.store.publications import Publication, PublicationChoice
from schemas.store.reports import Decision, Established, Explanation, Report, Signature, Version
from schemas.store.work import IndicatorValue, NormVerdict
from schemas.terms import Terms
from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome

HEADCOUNT: Final = "SOC-01"
PLACES: Final = {known: place for place, known in enumerate(INDICATOR)}
OUTCOMES: Final[Mapping[DecisionOutcome, Bilingual]] = {
    DecisionOutcome.ACCEPTED: Bilingual(nl="aanvaard", en="accepted"),
    DecisionOutcome.ACCEPTED_WITH_REMARKS: Bilingual(nl="aanvaard met opmerkingen", en="accepted with remarks"),
    DecisionOutcome.SENT_BACK: Bilingual(nl="teruggestuurd", en="sent back"),
}


def items_of(session: Session, version: UUID) -> tuple[Item, ...]:
    """Everything that can be published of a version: the case, the verdicts, the figures and the texts, in this order."""
    known = session.get_one(Version, version)
    return (
        *_case(session, version),
        *_verdicts(session, known),
        *_figures(session, version),
        *_texts(session, known),
    )


def choices_of(session: Session, publication: UUID, *, until: int | None = None) -> dict[str, PublicationChoice]:
    """What was decided last on each item, up to a turn where one is given."""
    query = select(PublicationChoice).where(PublicationChoice.publication == publication)
    query = query.where(PublicationChoice.turn <= until) if until is not None else query
    return {row.item: row for row in session.scalars(query.order_by(PublicationChoice.turn, PublicationChoice.item))}


def decided_of(session: Session, publication: Publication, items: tuple[Item, ...]) -> dict[str, Proposal]:
    """What holds for each item: what the officer decided, else what was decided in the edition before, else the proposal."""
    before = select(Publication.id).where(
        Publication.report == publication.report, Publication.number < publication.number
    )
    known: dict[str, PublicationChoice] = {}
    for earlier in session.scalars(before.order_by(Publication.number)).all():
        known |= choices_of(session, earlier)
    return as_decided(known | choices_of(session, publication.id), items)


def as_decided(choices: Mapping[str, PublicationChoice], items: tuple[Item, ...]) -> dict[str, Proposal]:
    """What holds for each item by these choices."""
    return {
        one.id: Proposal(public=choices[one.id].public, ground=choices[one.id].ground)
        if one.id in choices
        else proposed(one)
        for one in items
    }


def kept_back(items: tuple[Item, ...], decided: Mapping[str, Proposal]) -> tuple[dict[str, Ground], dict[str, str]]:
    """The ground of each item that is not public, and what is kept back only to protect one of them."""
    grounds = {one: how.ground or Ground.UNEVEN_HARM for one, how in decided.items() if not how.public}
    values = {one.id: one.value for one in items if one.kind is Kind.FIGURE and one.value is not None}
    sums = sums_of(items)
    return grounds, guarded(grounds.keys() & values.keys(), sums, values, quotients_of(items, sums))


def _case(session: Session, version: UUID) -> Iterator[Item]:
    signed = session.scalars(
        select(Signature).where(Signature.version == version, Signature.withdrawn_at.is_(None)).order_by(Signature.at)
    ).first()
    decision = _decision(session, version)
    if signed:
        yield _fact("case:handed_in", Bilingual(nl="Ingediend op", en="Handed in on"), _day(dutch_day(signed.at)))
    if decision:
        yield _fact("case:decided", Bilingual(nl="Besloten op", en="Decided on"), _day(dutch_day(decision.at)))
        yield _fact("case:outcome", Bilingual(nl="Besluit", en="Decision"), OUTCOMES[decision.outcome])


def _decision(session: Session, version: UUID) -> Decision | None:
    query = select(Decision).where(Decision.version == version).order_by(Decision.at.desc(), Decision.id)
    return session.scalars(query.limit(1)).first()


def _fact(name: str, label: Bilingual, words: Bilingual) -> Item:
    return Item(id=name, kind=Kind.FACT, theme=CASE, name=label, words=words)


def _day(day: date) -> Bilingual:
    return Bilingual(nl=day.isoformat(), en=day.isoformat())


def _verdicts(session: Session, version: Version) -> Iterator[Item]:
    """What was established on each norm, beside what the machine found of it."""
    established = _established(session, version.id)
    parts = _judged_parts(session, version)
    query = select(NormVerdict).where(NormVerdict.version == version.id).order_by(NormVerdict.norm)
    for row in session.scalars(query).all():
        known, stands = NORM[row.norm], established.get(row.norm)
        yield Item(
            id=verdict_id(row.norm),
            kind=Kind.VERDICT,
            theme=NORMS,
            name=known.name,
            code=row.norm,
            value=_number(row.value),
            unit=known.unit,
            outcome=stands.established_verdict if stands else row.verdict,
            judged=figure_id(known.indicator, parts.get(row.norm, TOTAL)) if known.indicator else None,
            threshold=row.threshold,
            words=_reason(row, stands),
        )


def _reason(row: NormVerdict, stands: Established | None) -> Bilingual | None:
    """The machine's reason in words, where its verdict is the one that was established."""
    agrees = stands is None or stands.established_verdict is row.verdict
    return Bilingual(nl=row.reason_nl, en=row.reason_en) if agrees else None


def _established(session: Session, version: UUID) -> dict[str, Established]:
    query = select(Established).where(Established.version == version).order_by(Established.norm)
    return {row.norm: row for row in session.scalars(query)}


def _judged_parts(session: Session, version: Version) -> dict[str, str]:
    """The part that the terms let a norm judge, where that is not the total."""
    report = session.get_one(Report, version.report)
    query = select(TermsRow.body).where(
        TermsRow.concession == report.concession, TermsRow.sha256 == report.terms_sha256
    )
    body = session.scalars(query.order_by(TermsRow.id)).first()
    asked = Terms.model_validate(body).norms if body else ()
    return {one.norm: one.part for one in asked if one.part}


def _figures(session: Session, version: UUID) -> Iterator[Item]:
    query = select(IndicatorValue).where(IndicatorValue.version == version)
    rows = session.scalars(query.order_by(IndicatorValue.indicator, IndicatorValue.part)).all()
    heads = {row.part: row.value for row in rows if row.indicator == HEADCOUNT}
    for row in sorted(rows, key=lambda one: (PLACES[one.indicator], one.part != TOTAL, one.part)):
        known = INDICATOR[row.indicator]
        yield Item(
            id=figure_id(row.indicator, row.part),
            kind=Kind.FIGURE,
            theme=row.indicator.partition("-")[0],
            name=_figure_name(known.name, row.part),
            code=row.indicator,
            part=row.part,
            value=row.value,
            heads=heads.get(row.part, heads.get(TOTAL)) if row.indicator in PER_HEAD else None,
            unit=row.unit,
            status=row.status,
        )


def _figure_name(name: Bilingual, part: str) -> Bilingual:
    if part == TOTAL:
        return name
    nl, en = (f"{name.in_(one)}: {part_words(part).in_(one)}" for one in Language)
    return Bilingual(nl=nl, en=en)


def _texts(session: Session, version: Version) -> Iterator[Item]:
    """What people wrote: the reason of the decision and of each norm, and the explanations."""
    decision = _decision(session, version.id)
    if decision and decision.reason:
        yield _text(
            "text:decision", Bilingual(nl="Toelichting bij het besluit", en="Reason of the decision"), decision.reason
        )
    for norm, row in _established(session, version.id).items():
        if row.reason:
            name = NORM[norm].name
            label = Bilingual(nl=f"Reden bij de norm {name.nl}", en=f"Reason on the norm {name.en}")
            yield _text(f"text:{norm}", label, row.reason)
    query = select(Explanation).where(Explanation.report == version.report, Explanation.withdrawn_at.is_(None))
    for said in session.scalars(query.order_by(Explanation.rule, Explanation.at, Explanation.id)):
        label = Bilingual(nl=f"Toelichting bij regel {said.rule}", en=f"Explanation at rule {said.rule}")
        yield _text(f"text:{said.id}", label, said.text)


def _text(name: str, label: Bilingual, words: str) -> Item:
    return Item(id=name, kind=Kind.TEXT, theme=TEXTS, name=label, words=Bilingual(nl=words, en=words))


def _number(value: str | None) -> Decimal | None:
    try:
        return Decimal(value) if value else None
    except InvalidOperation:
        return None
