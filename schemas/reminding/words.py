"""What a duty says to a reader: what is asked of whom and by when, in the reader's language."""

from __future__ import annotations

from datetime import date

from schemas.dates import day
from schemas.letters.wording import both, filled
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import without_marks
from schemas.reminding.opened import Open
from schemas.reminding.steps import Rung
from schemas.texts import Bilingual, Language


def sentence(one: Open, rung: Rung, language: Language, *, today: date) -> str:
    """What is asked of who acts, or told to who stands above."""
    duty = DUTIES[one.kind]
    if rung is not Rung.ACTOR:
        return said(duty.tells, one, language)
    return said(duty.asks if today <= one.due else duty.asks_late, one, language)


def said(text: Bilingual, one: Open, language: Language) -> str:
    """A text with the facts of a duty in their places."""
    told = {
        name: value.in_(language) if isinstance(value, Bilingual) else without_marks(value)
        for name, value in one.told.items()
    }
    return filled(text, told | {"due": day(one.due, language)}, language)


def named(one: Open, language: Language) -> str:
    """What a duty is about, in a few words: the concession, and the firm or the measure."""
    return said(both("{concession}", "{concession}"), one, language) + (
        f" ({about})" if (about := about_of(one)) else ""
    )


def about_of(one: Open) -> str:
    """The firm or the measure that a duty is about, as somebody named it; empty where it is the report itself."""
    return next((without_marks(str(one.told[name])) for name in ("firm", "title") if name in one.told), "")


def page_of(one: Open) -> str:
    """Where in the portal a duty is done."""
    return DUTIES[one.kind].page.format(report=one.report, subject=one.subject, concession_id=one.concession)
