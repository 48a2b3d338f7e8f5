"""A digest as a letter: what is asked first and by when, what more there is, one button, and "this is not for me"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from schemas.dates import day
from schemas.letters.wording import both
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import LINK_HERE, NOT_ME_HERE, REMINDER
from schemas.reminding.planning import NOBODY_LEFT, Due
from schemas.reminding.steps import Rung
from schemas.reminding.words import named, page_of, sentence
from schemas.texts import Bilingual, Language
from workers.mail.letter import Attachment, Button, Letter
from workers.reminding.digests import Digest
from workers.reminding.invites import FILE_NAME, MEDIA_TYPE

# The calendar is made with the mail, not kept: this stands where other attachments name their file.
CALENDAR: Final = "calendar"
MOST_LINES: Final = 20
WORDS: Final[Mapping[str, Bilingual]] = {
    "one": both("{name}, uiterlijk {due}: {concession}", "{name} by {due}: {concession}"),
    "one_late": both("{name}: de termijn is voorbij, {concession}", "{name}: the term is over, {concession}"),
    "nobody": both("Niemand bereikbaar: {name}, {concession}", "Nobody can be reached: {name}, {concession}"),
    "more": both("{number} herinneringen, de eerste is van {due}", "{number} reminders, the first is of {due}"),
    "also": both("Ook: {sentence} {url}", "Also: {sentence} {url}"),
    "rest": both("En nog {number} andere.", "And {number} more."),
    "nobody_line": both(
        "Wij kunnen niemand meer bereiken die dit moet doen: adressen kloppen niet, of de mensen zijn er niet. Wijs iemand aan.",
        "We can reach nobody any more who has to do this: addresses are wrong, or people are gone. Please name somebody.",
    ),
    "not_firm": both("Er is geen termijn afgesproken.", "No term was agreed."),
    "not_me": both("Dit is niet voor mij", "This is not for me"),
    "why": both(
        "U krijgt ten hoogste één herinnering per werkdag, en geen meer zodra dit klaar is. De termijn staat als bijlage voor uw agenda.",
        "You get at most one reminder a working day, and none any more once this is done. The term is attached for your calendar.",
    ),
    "refuse": both(
        "Van een vraag buiten de wettelijke grens mag u weigeren te antwoorden; dat kan op dezelfde pagina.",
        "You may refuse questions beyond the legal limit; you can do so on the same page.",
    ),
}


def letter_of(digest: Digest, *, base_url: str) -> Letter:
    """The letter of a digest, in the reader's language."""
    first, language = digest.items[0], digest.reader.language
    return Letter(
        template=REMINDER,
        subject=subject_of(digest),
        first_line=_sentence(first, digest),
        lines=tuple(_lines(digest, base_url)),
        button=Button(label=_button(first, language), url=_url(first, base_url)),
        why=WORDS["why"].in_(language),
        aside=Button(label=WORDS["not_me"].in_(language), url=f"{base_url}/herinneringen/{digest.id}/{NOT_ME_HERE}"),
        attachments=(Attachment(name=FILE_NAME, media_type=MEDIA_TYPE, sha256=CALENDAR),),
    )


def subject_of(digest: Digest) -> str:
    """What stands above the mail: the duty where there is one, else how many."""
    first, language = digest.items[0], digest.reader.language
    if len(digest.items) > 1:
        number, due = str(len(digest.items)), day(first.one.due, language)
        return WORDS["more"].in_(language).format(number=number, due=due)
    late = "one_late" if digest.day > first.one.due else "one"
    words = WORDS["nobody" if first.step == NOBODY_LEFT else late].in_(language)
    return words.format_map(
        {
            "name": DUTIES[first.one.kind].name.in_(language),
            "due": day(first.one.due, language),
            "concession": named(first.one, language),
        }
    )


def _lines(digest: Digest, base_url: str) -> list[str]:
    first, language = digest.items[0], digest.reader.language
    shown = digest.items[1 : MOST_LINES + 1]
    rest = len(digest.items) - 1 - len(shown)
    also = WORDS["also"].in_(language)
    return [
        *(WORDS[name].in_(language) for name in _remarks(first)),
        *(also.format(sentence=_sentence(one, digest), url=_url(one, base_url)) for one in shown),
        *((WORDS["rest"].in_(language).format(number=rest),) if rest else ()),
    ]


def _remarks(first: Due) -> tuple[str, ...]:
    if first.step == NOBODY_LEFT:
        return ("nobody_line",)
    if _is_asked(first):
        return ("refuse",)
    return () if first.one.firm else ("not_firm",)


def _sentence(due: Due, digest: Digest) -> str:
    return sentence(due.one, due.rung, digest.reader.language, today=digest.day)


def _button(due: Due, language: Language) -> str:
    if due.one.asked and not _is_asked(due):
        return both("Naar de rapportage", "To the report").in_(language)
    return DUTIES[due.one.kind].button.in_(language)


def _url(due: Due, base_url: str) -> str:
    """Where it is done: who has no account comes in by a link, whose secret is filled in when it is posted."""
    asked = due.one.asked
    if asked and due.rung in {Rung.ACTOR, Rung.ABOVE}:
        link = asked.link if due.rung is Rung.ACTOR else asked.above_link
        return f"{base_url}/antwoord/{LINK_HERE.format(id=link)}" if link else base_url
    return base_url + page_of(due.one)


def _is_asked(due: Due) -> bool:
    return due.one.asked is not None and due.rung is Rung.ACTOR
