"""The explanations of a version as people read them: who gave each when, how it came, and which lapsed why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import ngettext

from schemas.explaining import Came, Lapse
from schemas.store import Answers, Given, Lapsed

MOST_LAPSED: Final = 100
ORDER: Final = {why: place for place, why in enumerate(Lapse)}


@dataclass(frozen=True, kw_only=True)
class AnswerShown:
    """An explanation: its words, who gave it when, and how it came; ``from_before`` is of another year's report."""

    id: UUID
    text: str
    name: str
    at: datetime
    origin: str
    from_before: bool


@dataclass(frozen=True, kw_only=True)
class LapsedShown:
    """An explanation that no longer holds; ``position`` is the warning that asks again, and ``open`` whether it still does."""

    rule: str
    title: str
    about: str
    text: str
    name: str
    at: datetime
    year: int
    why: str
    position: int | None
    in_bulk: bool
    open: bool
    again: str | None


@dataclass(frozen=True, kw_only=True)
class AnswersShown:
    """All explanations of a version together: sentences on what is new, carried and lapsed, and the lapsed ones."""

    told: tuple[str, ...]
    lapses: tuple[str, ...]
    asks_again: bool
    lapsed: tuple[LapsedShown, ...]
    more: int

    def at(self, position: int) -> LapsedShown | None:
        """The old words for a warning that asks again."""
        return next((one for one in self.lapsed if one.open and one.position == position), None)

    def of(self, rule: str) -> LapsedShown | None:
        """The old words for a rule that asks again as a whole."""
        return next((one for one in self.lapsed if one.open and one.in_bulk and one.rule == rule), None)


def answer_shown(one: Given, given: Answers) -> AnswerShown:
    """One explanation that holds; of one that was only confirmed, who said it first."""
    came = given.came[one.explanation.id]
    first = one.follows if one.follows and one.confirms and came is Came.EARLIER_YEAR else one
    return AnswerShown(
        id=one.explanation.id,
        text=one.explanation.text,
        name=first.name,
        at=first.explanation.at,
        origin=_origin(came, first.year, confirmed=one if first is not one else None),
        from_before=came is Came.EARLIER_YEAR and first is one,
    )


def answers_shown(given: Answers, titles: Mapping[str, str]) -> AnswersShown:
    """What is new, what was carried over, and what lapsed; those that ask again come first."""
    lapsed = [_lapsed(one, given, titles) for one in sorted(given.lapsed, key=_urgency)]
    lapsed.sort(key=lambda one: not one.open)
    return AnswersShown(
        told=tuple(_told(given)),
        lapses=tuple(_lapses(given)),
        asks_again=any(one.open for one in lapsed),
        lapsed=tuple(lapsed[:MOST_LAPSED]),
        more=max(0, len(lapsed) - MOST_LAPSED),
    )


def _origin(came: Came, year: int, *, confirmed: Given | None) -> str:
    if came is Came.NEW:
        return str(_("nieuw"))
    if came is Came.EARLIER_UPLOAD:
        return str(_("overgenomen van een eerdere upload"))
    if confirmed:
        return str(_("overgenomen van %(year)s en bevestigd door %(name)s", year=year, name=confirmed.name))
    return str(_("overgenomen van %(year)s", year=year))


def _lapsed(one: Lapsed, given: Answers, titles: Mapping[str, str]) -> LapsedShown:
    was = one.given.explanation
    closed = was.rule in given.in_bulk or was.rule in given.waived_rules
    answered = one.again is not None or closed or one.position in given.to or one.position in given.waived
    return LapsedShown(
        rule=was.rule,
        title=titles.get(was.rule, was.rule),
        about=was.entity or "",
        text=was.text,
        name=one.given.name,
        at=was.at,
        year=one.given.year,
        why=_why(one),
        position=one.position,
        in_bulk=one.given.answer.in_bulk,
        open=one.why is not Lapse.GONE and not answered,
        again=one.again.explanation.text if one.again else None,
    )


def _why(one: Lapsed) -> str:
    before = one.given.explanation.value or "–"
    if one.why is Lapse.RULE:
        return str(_("De regel is herzien."))
    if one.why is Lapse.GONE:
        return str(_("De vraag komt niet meer voor."))
    if one.given.answer.in_bulk:
        return str(_("Het waren er %(before)s, nu zijn het er %(now)s.", before=before, now=one.now or "–"))
    return str(_("De waarde was %(before)s en is nu %(now)s.", before=before, now=one.now or "–"))


def _urgency(one: Lapsed) -> tuple[int, str, datetime]:
    return ORDER[one.why], one.given.explanation.rule, one.given.explanation.at


def _told(given: Answers) -> list[str]:
    numbers = Counter(given.came.values())
    years = sorted({answer_year(one) for one in given.holding if given.came[one.explanation.id] is Came.EARLIER_YEAR})
    words = {
        Came.NEW: ngettext("%(num)s nieuwe toelichting", "%(num)s nieuwe toelichtingen", numbers[Came.NEW]),
        Came.EARLIER_UPLOAD: _("%(num)s overgenomen van een eerdere upload", num=numbers[Came.EARLIER_UPLOAD]),
        Came.EARLIER_YEAR: _(
            "%(num)s overgenomen van %(years)s", num=numbers[Came.EARLIER_YEAR], years=", ".join(map(str, years))
        ),
    }
    return [str(words[came]) for came in Came if numbers[came]]


def answer_year(one: Given) -> int:
    """The report year in which an explanation was first given."""
    return one.follows.year if one.follows and one.confirms else one.year


def _lapses(given: Answers) -> list[str]:
    numbers = Counter(one.why for one in given.lapsed)
    value, rule, gone = (numbers[why] for why in (Lapse.VALUE, Lapse.RULE, Lapse.GONE))
    words = {
        Lapse.VALUE: ngettext(
            "%(num)s toelichting is vervallen omdat de waarde is veranderd.",
            "%(num)s toelichtingen zijn vervallen omdat de waarde is veranderd.",
            value,
        ),
        Lapse.RULE: ngettext(
            "%(num)s toelichting is vervallen omdat de regel is herzien.",
            "%(num)s toelichtingen zijn vervallen omdat de regel is herzien.",
            rule,
        ),
        Lapse.GONE: ngettext(
            "%(num)s toelichting is niet meer nodig: de vraag komt niet meer voor.",
            "%(num)s toelichtingen zijn niet meer nodig: de vraag komt niet meer voor.",
            gone,
        ),
    }
    return [str(words[why]) for why in Lapse if numbers[why]]
