"""What of a report the manager looks at: one norm, one theme of figures, the findings, the papers, or the chain."""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from portal.holder.indicators import Theme
from portal.holder.verdicts import VerdictLine
from schemas.judgement import Outcome


class Pane(StrEnum):
    """The kinds of what can be chosen; the values stand in addresses."""

    NORM = "norm"
    THEME = "thema"
    FINDINGS = "bevindingen"
    PAPERS = "stukken"
    CHAIN = "keten"


@dataclass(frozen=True, kw_only=True)
class Chosen:
    """What is chosen: for a norm its id, for a theme its code. ``norm`` is the verdict, ``following`` the norm after it."""

    pane: Pane
    code: str = ""
    norm: VerdictLine | None = None
    following: VerdictLine | None = None


def chosen(
    asked: Mapping[str, str],
    verdicts: Sequence[VerdictLine],
    themes: Sequence[Theme],
    *,
    established: Container[str],
) -> Chosen:
    """What is asked for in an address or a form; else the first norm that waits for somebody."""
    if asked.get("regel") or asked.get("toon") == Pane.FINDINGS:
        return Chosen(pane=Pane.FINDINGS)
    if asked.get("toon") in {Pane.PAPERS, Pane.CHAIN}:
        return Chosen(pane=Pane(asked["toon"]))
    why = asked.get("waarom", "")
    theme = asked.get("thema") or why.split("-")[0]
    if theme in {known.code for known in themes}:
        return Chosen(pane=Pane.THEME, code=theme)
    place = next((at for at, one in enumerate(verdicts) if one.norm in {asked.get("norm"), why}), None)
    return _norm(verdicts, _first(verdicts, established) if place is None else place)


def next_to_establish(verdicts: Sequence[str], norm: str, *, established: Container[str]) -> str:
    """The norm to go on with after one is established: the next that is open, round again, or the same when all are done."""
    place = verdicts.index(norm)
    return next((one for one in (*verdicts[place:], *verdicts[:place]) if one not in established), norm)


def _first(verdicts: Sequence[VerdictLine], established: Container[str]) -> int:
    """A norm that is not established yet, those that are not met first."""
    waits = [at for at, one in enumerate(verdicts) if one.norm not in established]
    return next((at for at in waits if verdicts[at].outcome is not Outcome.MEETS), waits[0] if waits else 0)


def _norm(verdicts: Sequence[VerdictLine], place: int) -> Chosen:
    if not verdicts:
        return Chosen(pane=Pane.FINDINGS)
    following = verdicts[place + 1] if place + 1 < len(verdicts) else None
    return Chosen(pane=Pane.NORM, code=verdicts[place].norm, norm=verdicts[place], following=following)
