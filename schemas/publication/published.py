"""The published set of one concession and year: what a reader gets as data, and what the public pages show."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Final

from schemas.judgement import Outcome, Status
from schemas.publication.grounds import Ground
from schemas.publication.items import Item, Kind
from schemas.said import Number, Said
from schemas.texts import Bilingual

FORMAT: Final = "ketenspiegel-published/1"
FOLLOWS: Final = Bilingual(
    nl="Anders is een ander onderdeel terug te rekenen.", en="Otherwise another item could be reckoned back."
)


class PublishedFigure(Said):
    """An indicator, its total or a part of it."""

    indicator: str
    part: str
    theme: str
    name: Bilingual
    value: Number | None
    unit: str
    status: Status


class PublishedVerdict(Said):
    """What was established on a norm; value, threshold and reason are there where the figure behind it is public."""

    norm: str
    name: Bilingual
    verdict: Outcome
    value: Number | None
    threshold: str | None
    unit: str
    reason: Bilingual | None


class PublishedFact(Said):
    """A date, the decision, or a text."""

    id: str
    name: Bilingual
    value: Bilingual


class Withheld(Said):
    """What is not public, on which ground; ``why`` where it is kept back only to protect another item."""

    id: str
    theme: str
    name: Bilingual
    ground: Ground
    why: Bilingual | None


class PublishedSet(Said):
    """All that is public of one concession and year."""

    format: str
    concession: str
    concession_name: str
    holder: str
    authority: str
    year: int
    edition: int
    published_on: date
    facts: tuple[PublishedFact, ...]
    verdicts: tuple[PublishedVerdict, ...]
    figures: tuple[PublishedFigure, ...]
    withheld: tuple[Withheld, ...]


class Heading(Said):
    """What a published set is about."""

    concession: str
    concession_name: str
    holder: str
    authority: str
    year: int
    edition: int
    published_on: date


def published_set(
    heading: Heading, items: tuple[Item, ...], grounds: Mapping[str, Ground], protecting: Mapping[str, str]
) -> PublishedSet:
    """The set that follows from a decision: ``grounds`` of what is kept back, ``protecting`` what goes with it for safety."""
    kept_back = dict(grounds) | {also: grounds[of] for also, of in protecting.items()}
    public = tuple(one for one in items if one.id not in kept_back)
    return PublishedSet(
        format=FORMAT,
        **heading.model_dump(),
        facts=tuple(_fact(one) for one in public if one.kind in {Kind.FACT, Kind.TEXT}),
        verdicts=tuple(_verdict(one, kept_back) for one in public if one.kind is Kind.VERDICT),
        figures=tuple(_figure(one) for one in public if one.kind is Kind.FIGURE),
        withheld=tuple(
            Withheld(
                id=one.id,
                theme=one.theme,
                name=one.name,
                ground=kept_back[one.id],
                why=FOLLOWS if one.id in protecting else None,
            )
            for one in items
            if one.id in kept_back
        ),
    )


def _fact(item: Item) -> PublishedFact:
    return PublishedFact(id=item.id, name=item.name, value=item.words or Bilingual(nl="", en=""))


def _figure(item: Item) -> PublishedFigure:
    return PublishedFigure(
        indicator=item.code,
        part=item.part,
        theme=item.theme,
        name=item.name,
        value=item.value,
        unit=item.unit,
        status=item.status or Status.NOT_ASSESSABLE,
    )


def _verdict(item: Item, kept_back: Mapping[str, Ground]) -> PublishedVerdict:
    """A verdict without the number behind it, where that number is not public: the reason in words names it too."""
    shown = item.judged not in kept_back
    value: Decimal | None = item.value if shown else None
    return PublishedVerdict(
        norm=item.code,
        name=item.name,
        verdict=item.outcome or Outcome.NOT_ASSESSABLE,
        value=value,
        threshold=item.threshold,
        unit=item.unit,
        reason=item.words if shown else None,
    )
