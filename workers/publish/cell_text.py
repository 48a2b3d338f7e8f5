"""Text that a workbook's cell can hold."""

from __future__ import annotations

import re

ILLEGAL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
LONGEST = 32_767


def clean(text: str) -> str:
    """The text without the signs that XML cannot carry, and no longer than a cell may be."""
    return ILLEGAL.sub("\ufffd", text)[:LONGEST]
