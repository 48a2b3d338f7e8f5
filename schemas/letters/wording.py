"""What the words of a letter consist of, and how they are filled with facts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.texts import Bilingual, Language

OF_THE_CONCESSION = Bilingual(
    nl="U krijgt deze mail omdat u met deze concessie werkt.",
    en="You receive this mail because you work on this concession.",
)

SIGNED = {Language.NL: "Met vriendelijke groet,\nKetenspiegel", Language.EN: "Kind regards,\nKetenspiegel"}


@dataclass(frozen=True)
class Wording:
    """The texts of one kind of letter; placeholders are filled with the facts of the event."""

    subject: Bilingual
    first_line: Bilingual
    lines: tuple[Bilingual, ...]
    button: Bilingual
    why: Bilingual = OF_THE_CONCESSION


def both(nl: str, en: str) -> Bilingual:
    """A text in both languages."""
    return Bilingual(nl=nl, en=en)


def counted(number: int, one: Bilingual, more: Bilingual) -> Bilingual:
    """So many of something, in both languages."""
    words = one if number == 1 else more
    return both(f"{number} {words.nl}", f"{number} {words.en}")


def filled(text: Bilingual, facts: Mapping[str, str], language: Language) -> str:
    """A text in one language with the facts in their places."""
    return text.in_(language).format_map(facts)
