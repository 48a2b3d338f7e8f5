"""What was found on each norm of a version, as squares: what a person established, else what the machine found."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Final
from uuid import UUID

from flask import get_template_attribute
from markupsafe import Markup
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.holder.verdicts import PLACES
from portal.language import in_language, language
from schemas.judgement import Outcome
from schemas.norms import NORM
from schemas.store import Established, NormVerdict, among
from schemas.texts import Language

KEPT: Final = 2_048
WORST_FIRST: Final = (Outcome.DOES_NOT_MEET, Outcome.NOT_ASSESSABLE, Outcome.MEETS)


@dataclass(frozen=True)
class Square:
    """One norm and its outcome."""

    norm: str
    outcome: Outcome

    @property
    def name(self) -> str:
        """The norm in words."""
        return in_language(NORM[self.norm].name) if self.norm in NORM else self.norm


@dataclass(frozen=True)
class Strip:
    """The norms of one version in their fixed order."""

    squares: tuple[Square, ...] = ()

    def number(self, outcome: Outcome) -> int:
        """On how many norms this is the outcome."""
        return sum(one.outcome == outcome for one in self.squares)

    def names(self, outcome: Outcome) -> list[str]:
        """The norms with this outcome, in words."""
        return [one.name for one in self.squares if one.outcome is outcome]

    @property
    def badness(self) -> tuple[int, ...]:
        """More norms that are not met first, then more that cannot be told."""
        return tuple(-self.number(outcome) for outcome in WORST_FIRST[:2])


def strips(session: Session, versions: Collection[UUID]) -> Mapping[UUID, Strip]:
    """The strip of each version, in two queries whatever their number; a version without verdicts has none."""
    machine = select(NormVerdict.version, NormVerdict.norm, NormVerdict.verdict)
    person = select(Established.version, Established.norm, Established.established_verdict)
    found: dict[UUID, dict[str, Outcome]] = defaultdict(dict)
    for version, norm, verdict in session.execute(
        machine.where(among(NormVerdict.version, versions)).order_by(NormVerdict.version, NormVerdict.norm)
    ):
        found[version][norm] = verdict
    for version, norm, verdict in session.execute(
        person.where(among(Established.version, versions)).order_by(Established.version, Established.norm)
    ):
        found[version][norm] = verdict
    return {version: _strip(outcomes) for version, outcomes in found.items()}


def _strip(outcomes: Mapping[str, Outcome]) -> Strip:
    ordered = sorted(outcomes, key=lambda norm: (PLACES.get(norm, len(PLACES)), norm))
    return Strip(tuple(Square(norm, outcomes[norm]) for norm in ordered))


def strip_drawn(strip: Strip) -> Markup:
    """A strip as it stands in a row, in the reader's language."""
    return _drawn(strip, language())


@lru_cache(maxsize=KEPT)
def _drawn(strip: Strip, _language: Language) -> Markup:
    """Drawn once for all desks: the same few hundred strips stand on every one of them."""
    return Markup(get_template_attribute("_layout/shapes.html", "strip_of")(strip))  # noqa: S704 - made by a template
