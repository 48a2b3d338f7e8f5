"""A text in the two languages of the product."""

from __future__ import annotations

from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Language(StrEnum):
    """Dutch comes first; English is the choice beside it."""

    NL = "nl"
    EN = "en"


class Bilingual(BaseModel):
    """One text in Dutch and in English."""

    model_config = ConfigDict(frozen=True, strict=True, extra="forbid")

    nl: str
    en: str

    def in_(self, language: Language) -> str:
        """The text in the language of the reader."""
        return self.nl if language is Language.NL else self.en
