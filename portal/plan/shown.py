"""Measures as people read them: what is asked of whom, how far they are, and what they are expected to bring."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.filters import date_long
from portal.holder.verdicts import UNITS
from portal.language import in_language, language
from schemas import amounts
from schemas.clock import today
from schemas.norms import NORM
from schemas.plans import MeasureFacts, Proposed
from schemas.store import measures_of
from schemas.texts import Bilingual
from schemas.words import MeasureAnswerKind, MeasureOrigin, Progress


@dataclass(frozen=True, kw_only=True)
class MeasureShown:
    """A measure with its words; ``stand`` is where it is between the two sides."""

    facts: MeasureFacts
    norm: str
    unit: str
    effect: str
    stand: str
    tone: str
    progress: str
    overdue: bool


def measures_shown(session: Session, concession: UUID) -> list[MeasureShown]:
    """The measures of a concession: what runs first, by the day that it is due, and what is over last."""
    shown = [shown_as(one) for one in measures_of(session, [concession])]
    return sorted(shown, key=lambda one: (not one.facts.open, one.facts.shown.due, one.facts.at))


def shown_as(one: MeasureFacts) -> MeasureShown:
    """A measure in words."""
    stand, tone = _stand(one)
    return MeasureShown(
        facts=one,
        norm=in_language(NORM[one.norm].name) if one.norm in NORM else "",
        unit=unit_of(one.norm),
        effect=effect_words(one, one.shown),
        stand=stand,
        tone=tone,
        progress=progress_words(one),
        overdue=one.overdue(today()),
    )


def unit_of(norm: str | None) -> str:
    """The unit of the figure of a norm."""
    unit = NORM[norm].unit if norm in NORM else ""
    return in_language(UNITS.get(unit, Bilingual(nl=unit, en=unit)))


def effect_words(one: MeasureFacts, proposed: Proposed) -> str:
    """*+5 % vanaf 1 juli 2027*, with the words beside it."""
    number = ""
    if proposed.effect is not None:
        sign = "+" if proposed.effect > 0 else ""
        number = f"{sign}{amounts.amount(proposed.effect, language())} {unit_of(one.norm)}".strip()
    since = _("vanaf %(day)s", day=date_long(proposed.effect_from)) if proposed.effect_from else ""
    told = " ".join(part for part in (number, since) if part)
    return ". ".join(part for part in (told, proposed.effect_words) if part)


def progress_words(one: MeasureFacts) -> str:
    """*bezig, 40 %*."""
    newest = one.notes[-1] if one.notes else None
    share = f", {newest.percentage} %" if newest and newest.percentage is not None else ""
    return f"{progress_word(one.progress)}{'' if one.progress is Progress.DROPPED else share}"


def progress_word(progress: Progress) -> str:
    """How far, in a word."""
    words = {
        Progress.PLANNED: _("gepland"),
        Progress.BUSY: _("bezig"),
        Progress.DONE: _("klaar"),
        Progress.DROPPED: _("vervallen"),
    }
    return str(words[progress])


def answer_word(kind: MeasureAnswerKind) -> str:
    """What was answered, in a word."""
    words = {
        MeasureAnswerKind.AGREED: _("Akkoord"),
        MeasureAnswerKind.CHANGE_ASKED: _("Aanpassing gevraagd"),
        MeasureAnswerKind.REFUSED: _("Geweigerd"),
    }
    return str(words[kind])


def origin_word(origin: MeasureOrigin) -> str:
    """From what a measure came."""
    words = {
        MeasureOrigin.NORM: _("een norm die niet is gehaald"),
        MeasureOrigin.DEMAND: _("een eis van de provincie"),
        MeasureOrigin.FREE: _("eigen voorstel van de houder"),
    }
    return str(words[origin])


def _stand(one: MeasureFacts) -> tuple[str, str]:
    if one.awaits_authority:
        return str(_("wacht op de provincie")), "attention"
    if one.awaits_holder:
        return str(_("aanpassing gevraagd")), "attention"
    if one.refused:
        return str(_("geweigerd")), "does_not_meet"
    if one.overdue(today()):
        return str(_("te laat")), "does_not_meet"
    return (
        (str(_("afgesproken")), "info")
        if one.open
        else (progress_word(one.progress), "meets" if one.progress is Progress.DONE else "not_assessable")
    )
