"""What happened to a measure: who proposed, answered and told what, and what a proposal changed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _

from portal.filters import date_long
from portal.plan.shown import answer_word, effect_words, progress_word
from schemas.plans import Answered, MeasureFacts, Note, Proposed


@dataclass(frozen=True, kw_only=True)
class MeasureStep:
    """One thing that happened; ``detail`` tells what changed, ``said`` holds the words that were given."""

    at: datetime
    by: str
    text: str
    detail: str = ""
    said: str = ""
    file: Note | None = None


def history(one: MeasureFacts) -> list[MeasureStep]:
    """All of a measure, the newest first."""
    before = (None, *one.proposals)
    steps = [_proposal(one, was, made) for was, made in zip(before, one.proposals, strict=False)]
    steps += [_answer(made.answered) for made in one.proposals if made.answered]
    steps += [_note(note) for note in one.notes]
    return sorted(steps, key=lambda step: step.at, reverse=True)


def changed(one: MeasureFacts) -> list[tuple[str, str]]:
    """What the newest proposal changes of what was agreed, each from and to."""
    agreed = one.agreed
    if agreed is None or agreed is one.newest:
        return []
    was, becomes = _values(one, agreed), _values(one, one.newest)
    return [
        (name, _("%(was)s wordt %(becomes)s", was=was[name] or "–", becomes=becomes[name] or "–"))
        for name in was
        if was[name] != becomes[name]
    ]


def _values(one: MeasureFacts, made: Proposed) -> dict[str, str]:
    return {
        str(_("Maatregel")): made.title,
        str(_("Eigenaar")): made.owner,
        str(_("Klaar op")): date_long(made.due),
        str(_("Verwacht effect")): effect_words(one, made),
    }


def _proposal(one: MeasureFacts, was: Proposed | None, made: Proposed) -> MeasureStep:
    if was is None:
        detail = ", ".join(part for part in (made.owner, date_long(made.due), effect_words(one, made)) if part)
        return MeasureStep(at=made.at, by=made.by, text=_("Voorgesteld"), detail=detail, said=made.reason)
    if made.drops:
        return MeasureStep(at=made.at, by=made.by, text=_("Voorgesteld te laten vervallen"), said=made.reason)
    before, after = _values(one, was), _values(one, made)
    moved = [f"{name}: {before[name] or '–'} → {after[name] or '–'}" for name in after if before[name] != after[name]]
    return MeasureStep(
        at=made.at, by=made.by, text=_("Wijziging voorgesteld"), detail="; ".join(moved), said=made.reason
    )


def _answer(said: Answered) -> MeasureStep:
    return MeasureStep(at=said.at, by=said.by, text=answer_word(said.kind), said=said.reason)


def _note(note: Note) -> MeasureStep:
    share = f", {note.percentage} %" if note.percentage is not None else ""
    text = _("Voortgang: %(stand)s", stand=f"{progress_word(note.progress)}{share}")
    return MeasureStep(at=note.at, by=note.by, text=text, said=note.text, file=note if note.file_name else None)
