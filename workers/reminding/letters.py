"""A digest as a letter: what is asked first and by when, what more there is, one button, and "this is not for me"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from schemas.dates import day
from schemas.letters.reminding_words import NOBODY, SEVERAL
from schemas.letters.texts import LetterWords, Texts, filled_in
from schemas.letters.wording import both
from schemas.reminding.duties import DUTIES
from schemas.reminding.marks import LINK_HERE, NOT_ME_HERE, REMINDER
from schemas.reminding.planning import NOBODY_LEFT, Due
from schemas.reminding.steps import Rung
from schemas.reminding.words import named, page_of, words_of
from schemas.texts import Language
from workers.mail.letter import Attachment, Button, Letter
from workers.reminding.digests import Digest
from workers.reminding.invites import FILE_NAME, MEDIA_TYPE

# The calendar is made with the mail, not kept: this stands where other attachments name their file.
CALENDAR: Final = "calendar"
MOST_LINES: Final = 20
ALSO: Final = both("Ook: {sentence} {url}", "Also: {sentence} {url}")
REST: Final = both("En nog {number} andere.", "And {number} more.")
NOT_FIRM: Final = both("Er is geen termijn afgesproken.", "No term was agreed.")
NOT_ME: Final = both("Dit is niet voor mij", "This is not for me")
# The law asks for this with every reminder, so it is no part of the text that somebody can change.
REFUSE: Final = both(
    "Van een vraag buiten de wettelijke grens mag u weigeren te antwoorden; dat kan op dezelfde pagina.",
    "You may refuse questions beyond the legal limit; you can do so on the same page.",
)

YOU_ASKED: Final = both(
    "U vroeg dit bedrijf zelf om te antwoorden. Wilt u contact opnemen, of de vraag zelf beantwoorden?",
    "You asked this firm to answer. Please get in touch with them, or answer the question yourself.",
)
OWN_QUESTIONS: Final = both("Naar de vragen aan u", "To the questions to you")


def letter_of(digest: Digest, *, base_url: str, texts: Texts) -> Letter:
    """The letter of a digest, in the reader's language."""
    first, language = digest.items[0], digest.reader.language
    words = words_around(digest, texts)
    return Letter(
        template=REMINDER,
        subject=words.subject,
        first_line=words.first_line,
        lines=(*words.lines, *_remarks(first, language), *_others(digest, base_url, texts)),
        button=Button(label=_label(first, words, language), url=_url(first, base_url)),
        why=words.why,
        aside=Button(label=NOT_ME.in_(language), url=f"{base_url}/herinneringen/{digest.id}/{NOT_ME_HERE}"),
        attachments=(Attachment(name=FILE_NAME, media_type=MEDIA_TYPE, sha256=CALENDAR),),
    )


def words_around(digest: Digest, texts: Texts) -> LetterWords:
    """The words of the mail: those of its one duty, or around the first of several, or of one that nobody hears."""
    first, language = digest.items[0], digest.reader.language
    words = _words(first, digest, texts)
    several = len(digest.items) > 1
    if not several and first.step != NOBODY_LEFT:
        return words
    facts = {
        "sentence": words.first_line,
        "button": words.button,
        "count": str(len(digest.items)),
        "due": day(first.one.due, language),
        "duty": DUTIES[first.one.kind].name.in_(language),
        "about": named(first.one, language),
    }
    around = filled_in(SEVERAL if several else NOBODY, facts, language, texts)
    return around.model_copy(update={"lines": (*words.lines, *around.lines)})


def _others(digest: Digest, base_url: str, texts: Texts) -> Iterator[str]:
    """What more there is, as far as it can be listed."""
    language = digest.reader.language
    shown = digest.items[1 : MOST_LINES + 1]
    for one in shown:
        sentence = _words(one, digest, texts).first_line
        yield ALSO.in_(language).format(sentence=sentence, url=_url(one, base_url))
    if rest := len(digest.items) - 1 - len(shown):
        yield REST.in_(language).format(number=rest)


def _remarks(first: Due, language: Language) -> tuple[str, ...]:
    if first.one.asked and first.rung is Rung.ACTOR:
        return (REFUSE.in_(language),)
    if first.rung is Rung.ABOVE:
        return (YOU_ASKED.in_(language),)
    return () if first.one.firm or first.step == NOBODY_LEFT else (NOT_FIRM.in_(language),)


def _label(first: Due, words: LetterWords, language: Language) -> str:
    """The firm above has no report to look at: its link leads to what it was asked itself."""
    return OWN_QUESTIONS.in_(language) if first.rung is Rung.ABOVE else words.button


def _words(due: Due, digest: Digest, texts: Texts) -> LetterWords:
    return words_of(due.one, due.rung, digest.reader.language, today=digest.day, texts=texts)


def _url(due: Due, base_url: str) -> str:
    """Where it is done: who has no account comes in by a link, whose secret is filled in when it is posted."""
    asked = due.one.asked
    if asked and due.rung in {Rung.ACTOR, Rung.ABOVE}:
        link = asked.link if due.rung is Rung.ACTOR else asked.above_link
        return f"{base_url}/antwoord/{LINK_HERE.format(id=link)}" if link else base_url
    return base_url + page_of(due.one, due.rung)
