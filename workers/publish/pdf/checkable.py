"""Where anybody sees whether a document is authentic: said in words, with the address as a link."""

from __future__ import annotations

from reportlab.platypus import Flowable

from schemas.texts import Language
from workers.publish import words
from workers.publish.pdf.colours import TEAL
from workers.publish.pdf.text import BODY, Link, paragraph

ADDRESS = BODY.clone("address", textColor=TEAL)


def check_at(address: str | None, language: Language) -> list[Flowable]:
    """The address to check a document at; what was never issued has none."""
    if address is None:
        return []
    return [paragraph(words.CHECK_AT.in_(language), BODY.clone("check-at", spaceAfter=0)), Link(address, ADDRESS)]
