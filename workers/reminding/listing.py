"""Mails with reminders as a table: when, to whom, which duty and step, under which subject."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schemas.letters.texts import Texts
from schemas.reminding.duties import DUTIES
from schemas.texts import Bilingual, Language
from workers.reminding.digests import Digest
from workers.reminding.letters import words_around

HEADINGS = (
    Bilingual(nl="dag", en="day"),
    Bilingual(nl="aan", en="to"),
    Bilingual(nl="plicht", en="duty"),
    Bilingual(nl="stap", en="step"),
    Bilingual(nl="termijn", en="term"),
    Bilingual(nl="onderwerp van de mail", en="subject of the mail"),
)
Line = tuple[str, ...]


def table_of(mails: Iterable[Digest], language: Language, texts: Texts) -> Iterator[str]:
    """The table, line by line; a mail with several duties has a line for each and its subject at the first."""
    lines = [
        tuple(heading.in_(language) for heading in HEADINGS),
        *(line for one in mails for line in _lines(one, language, texts)),
    ]
    widths = [max(len(line[place]) for line in lines) for place in range(len(HEADINGS) - 1)]
    for line in lines:
        *cells, last = line
        yield "  ".join([*(cell.ljust(width) for cell, width in zip(cells, widths, strict=True)), last]).rstrip()


def _lines(digest: Digest, language: Language, texts: Texts) -> Iterator[Line]:
    for place, due in enumerate(digest.items):
        name = DUTIES[due.one.kind].name.in_(language)
        subject = words_around(digest, texts).subject if place == 0 else ""
        yield (
            digest.day.isoformat(),
            digest.reader.email,
            name,
            due.step,
            due.one.due.isoformat(),
            subject,
        )
