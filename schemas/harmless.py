"""Text for separated files that people open in a spreadsheet: none of it may be run as a formula."""

from typing import Final

# A text that begins so is read as a formula; also after the spaces that spreadsheets pass over.
FORMULA: Final = ("=", "+", "-", "@", "\t", "\r", "\n")


def harmless(text: str) -> str:
    """The text, with an apostrophe before it where a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA) else text
