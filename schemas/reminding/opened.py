"""An open duty: what has to be done, by when, where, and who besides the people of the concession is asked."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from uuid import UUID

from schemas.reminding.steps import DutyKind
from schemas.texts import Bilingual, Language


class Circle(StrEnum):
    """The people around a concession, each on the side where they work."""

    REPORTERS = "reporters"
    SIGNATORIES = "signatories"
    MANAGERS = "managers"
    SECOND_READERS = "second_readers"
    OFFICE = "office"


@dataclass(frozen=True, kw_only=True)
class Reader:
    """Somebody who can be mailed: a person with an account, or only an address."""

    email: str
    name: str
    language: Language
    person: UUID | None = None

    @property
    def whom(self) -> str:
        """Who it is, also when a person's address changes."""
        return str(self.person) if self.person else self.email.casefold()


@dataclass(frozen=True, kw_only=True, slots=True)
class Asked:
    """A firm in the chain that was asked, the link that lets it in, and the firm above that asked it, if any."""

    reader: Reader
    link: UUID | None
    above: Reader | None = None
    above_link: UUID | None = None


@dataclass(frozen=True, kw_only=True, slots=True)
class Open:
    """One open duty. ``since`` is the day on which it was told; ``told`` are the facts for its words.

    ``due`` is the agreed last day; where none was agreed it is ours, and ``firm`` is false.
    """

    kind: DutyKind
    subject: UUID
    concession: UUID
    report: UUID | None
    due: date
    since: date
    told: Mapping[str, str | Bilingual] = field(default_factory=dict)
    firm: bool = True
    asked: Asked | None = None
