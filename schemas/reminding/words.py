"""What a duty says to a reader: what is asked of whom and by when, in the reader's language, in the usual words or those that somebody gave."""

from __future__ import annotations

from datetime import date

from schemas.dates import day
from schemas.letters.reminding_words import before, late, told
from schemas.letters.texts import LetterWords, Texts, filled_in
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import without_marks
from schemas.reminding.opened import Open
from schemas.reminding.steps import Rung
from schemas.texts import Bilingual, Language


def words_of(one: Open, rung: Rung, language: Language, *, today: date, texts: Texts) -> LetterWords:
    """What is asked of who acts, or told to who stands above."""
    duty = DUTIES[one.kind]
    asks = before(duty) if today <= one.due else late(duty)
    template = asks if rung is Rung.ACTOR else told(duty)
    return filled_in(template, facts_of(one, language), language, texts)


def facts_of(one: Open, language: Language) -> dict[str, str]:
    """What the words of a duty tell, in one language."""
    said = {
        name: value.in_(language) if isinstance(value, Bilingual) else without_marks(value)
        for name, value in one.told.items()
    }
    return said | {"due": day(one.due, language)}


def named(one: Open, language: Language) -> str:
    """What a duty is about, in a few words: the concession, and the firm or the measure."""
    concession = facts_of(one, language)["concession"]
    return f"{concession} ({about})" if (about := about_of(one)) else concession


def about_of(one: Open) -> str:
    """The firm or the measure that a duty is about, as somebody named it; empty where it is the report itself."""
    name = DUTIES[one.kind].about
    return without_marks(str(one.told[name])) if name else ""


def page_of(one: Open, rung: Rung) -> str:
    """Where in the portal a duty is done; for who stands above, where to look."""
    duty = DUTIES[one.kind]
    page = duty.page if rung is Rung.ACTOR else duty.look.page
    return page.format(report=one.report, subject=one.subject, concession_id=one.concession)
