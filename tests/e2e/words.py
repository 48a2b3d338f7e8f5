"""What the portal says to a reader, in the reader's language: a test names a text as it stands in the code, in Dutch."""

from __future__ import annotations

from functools import cache

from babel.messages.catalog import Catalog

from portal.language import ENGLISH, english
from schemas.texts import Language


@cache
def _catalogue() -> Catalog:
    return english(sorted(ENGLISH.glob("*.po")))


def said(text: str, language: Language, **filled: object) -> str:
    """A text of the portal as this reader sees it."""
    if language is Language.NL:
        return text % filled if filled else text
    message = _catalogue().get(text)
    assert message, f"No English for: {text}"
    assert message.string, f"No English for: {text}"
    given = message.string if isinstance(message.string, str) else message.string[0]
    return given % filled if filled else given
