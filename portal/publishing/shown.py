"""An edition as the officer and the holder read it: every item with its value, what holds for it, and why."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from portal.filters import date_long
from portal.holder.indicators import THEMES, part_label
from portal.holder.verdicts import said
from portal.language import in_language, language
from schemas import amounts
from schemas.indicators import INDICATOR
from schemas.indicators.parts import TOTAL
from schemas.publication.grounds import OF_BUSINESS, Ground, ground_words
from schemas.publication.items import CASE, NORMS, TEXTS, Item, Kind
from schemas.publication.proposals import Proposal, proposed
from schemas.store import Person, Publication, PublicationChoice
from schemas.store.publishable import as_decided, choices_of, decided_of, items_of, kept_back
from schemas.store.published import EditionFacts

OTHER_THEMES: Final[dict[str, LazyString]] = {
    CASE: lazy_gettext("Verloop en besluit"),
    NORMS: lazy_gettext("Normen"),
    TEXTS: lazy_gettext("Teksten"),
}


@dataclass(frozen=True, kw_only=True)
class ItemShown:
    """One item: what it is, what holds for it, what was proposed, and whether it also protects another."""

    id: str
    name: str
    part: str
    value: str
    public: bool
    ground: str
    ground_words: str
    remark: str
    proposal: str
    protects: str
    emissions: bool


@dataclass(frozen=True, kw_only=True)
class ThemeShown:
    """The items of a theme, and how many of them become public."""

    code: str
    name: str
    items: tuple[ItemShown, ...]

    @property
    def public(self) -> int:
        """How many become public."""
        return sum(one.public and not one.protects for one in self.items)


@dataclass(frozen=True, kw_only=True)
class Turn:
    """A moment at which somebody decided on some items."""

    at: datetime
    by: str
    items: int


def themes_of(
    session: Session, edition: EditionFacts | None, version: UUID, earlier: Publication | None
) -> list[ThemeShown]:
    """Every item of an edition by theme; where none is begun yet, what would hold if it were."""
    items = items_of(session, version)
    publication = edition.publication if edition else earlier
    decided = decided_of(session, publication, items) if publication else {one.id: proposed(one) for one in items}
    remarks = _remarks(session, edition)
    return _themes(items, decided, remarks)


def told_themes(session: Session, edition: EditionFacts) -> list[ThemeShown]:
    """What the holder was told: the items as they were decided up to the notice."""
    items = items_of(session, edition.publication.version)
    until = edition.notice.turn if edition.notice else 0
    return _themes(items, as_decided(choices_of(session, edition.publication.id, until=until), items), {})


def turns_of(session: Session, publication: UUID) -> list[Turn]:
    """Who decided on how many items when, the newest first."""
    query = (
        select(func.max(PublicationChoice.at), Person.name, func.count())
        .join(Person, Person.id == PublicationChoice.by)
        .where(PublicationChoice.publication == publication)
        .group_by(PublicationChoice.turn, Person.name)
        .order_by(PublicationChoice.turn.desc())
    )
    return [Turn(at=at, by=by, items=items) for at, by, items in session.execute(query)]


def theme_name(code: str) -> str:
    """A theme as people call it."""
    return str(OTHER_THEMES.get(code) or THEMES.get(code, code))


def item_name(item: Item) -> str:
    """An item in words; of a part its figure first."""
    if item.kind is not Kind.FIGURE or item.part == TOTAL:
        return in_language(item.name)
    return f"{in_language(INDICATOR[item.code].name)}: {part_label(item.part)}"


def item_value(item: Item) -> str:
    """What would be read of an item."""
    if item.kind is Kind.FIGURE:
        return amounts.told(item.value, item.unit, language())
    if item.kind is Kind.VERDICT:
        return " ".join(part for part in (_outcome(item), _number(item.value, item.unit)) if part)
    return fact_words(in_language(item.words) if item.words else "")


def fact_words(words: str) -> str:
    """A date in words; other words as they are."""
    try:
        return date_long(date.fromisoformat(words))
    except ValueError:
        return words


def grounds() -> list[tuple[str, str]]:
    """The grounds to choose from."""
    return [(ground.value, in_language(ground_words(ground))) for ground in Ground]


def _themes(items: tuple[Item, ...], decided: Mapping[str, Proposal], remarks: Mapping[str, str]) -> list[ThemeShown]:
    _grounds, protecting = kept_back(items, decided)
    names = {one.id: item_name(one) for one in items}
    shown = [
        (one.theme, _shown(one, decided[one.id], remarks, names.get(protecting.get(one.id, ""), ""))) for one in items
    ]
    return [
        ThemeShown(code=code, name=theme_name(code), items=tuple(one for of, one in shown if of == code))
        for code in _order(one.theme for one in items)
    ]


def _order(themes: Iterable[str]) -> list[str]:
    known = [CASE, NORMS, *THEMES, TEXTS]
    there = set(themes)
    return [code for code in known if code in there]


def _shown(item: Item, how: Proposal, remarks: Mapping[str, str], protects: str) -> ItemShown:
    proposal = proposed(item)
    return ItemShown(
        id=item.id,
        name=item_name(item),
        part=part_label(item.part) if item.part not in {"", TOTAL} else "",
        value=item_value(item),
        public=how.public,
        ground=how.ground or "",
        ground_words=in_language(ground_words(how.ground)) if how.ground else "",
        remark=remarks.get(item.id, ""),
        proposal=in_language(proposal.why) if proposal.why else "",
        protects=protects if how.public else "",
        emissions=item.tells_emissions and not how.public and how.ground in OF_BUSINESS,
    )


def _remarks(session: Session, edition: EditionFacts | None) -> dict[str, str]:
    choices = choices_of(session, edition.publication.id) if edition else {}
    return {one.item: one.remark for one in choices.values()}


def _outcome(item: Item) -> str:
    words = {"meets": _("voldoet"), "does_not_meet": _("voldoet niet"), "not_assessable": _("niet te beoordelen")}
    return str(words[item.outcome.value]) if item.outcome else ""


def _number(value: Decimal | None, unit: str) -> str:
    return f"({said(str(value), unit)})" if value is not None else ""
