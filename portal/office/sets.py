"""Rule sets and factor lists as a functional manager sees them: for which years they hold, since when, by whom and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.use_cases.switching import year_in
from schemas.clock import today
from schemas.shadow import Shadow
from schemas.store import (
    Adoption,
    FactorReading,
    FactorSet,
    FactorUpload,
    Person,
    RuleSet,
    ShadowRun,
    files,
    in_force,
    newest_run,
)
from schemas.words import SetKind

# The kinds by the word that stands in addresses.
KINDS: Final[Mapping[str, SetKind]] = {"factorlijsten": SetKind.FACTOR_SET, "regelsets": SetKind.RULE_SET}
SLUGS: Final[Mapping[SetKind, str]] = {kind: slug for slug, kind in KINDS.items()}
TITLES: Final = {SetKind.FACTOR_SET: lazy_gettext("Factorlijsten"), SetKind.RULE_SET: lazy_gettext("Regelsets")}


@dataclass(frozen=True, kw_only=True)
class SetShown:
    """One set: for which year, how much is in it, whether it holds, and whether anybody saw what it changes."""

    kind: SetKind
    name: str
    year: int
    size: int
    fictional: bool
    written_at: datetime
    holds: tuple[Adoption, ...]
    tried: bool

    @property
    def years(self) -> str:
        """For which report years it holds."""
        if self.kind is SetKind.RULE_SET:
            return ", ".join(_("%(year)s en later", year=one.year) for one in self.holds)
        return ", ".join(str(one.year) for one in self.holds)


def sets_shown(session: Session, kind: SetKind) -> list[SetShown]:
    """Every set of a kind, the newest first."""
    holds = holding(session, kind)
    tried = frozenset(session.scalars(select(ShadowRun.set_id).where(ShadowRun.kind == kind)))
    shown = [_shown(kind, row, holds.get(row.id, ()), tried=row.id in tried) for row in _rows(session, kind)]
    return sorted(shown, key=lambda one: (one.year, one.name), reverse=True)


def set_shown(session: Session, kind: SetKind, name: str) -> SetShown | None:
    """One of them."""
    return next((one for one in sets_shown(session, kind) if one.name == name), None)


def holding(session: Session, kind: SetKind) -> Mapping[str, tuple[Adoption, ...]]:
    """What holds now, by the name of the set."""
    found: dict[str, list[Adoption]] = {}
    for _year, adoption in sorted(in_force(session, kind).items()):
        found.setdefault(adoption.set_id, []).append(adoption)
    return {name: tuple(several) for name, several in found.items()}


def lacking(session: Session, kind: SetKind) -> tuple[str, ...]:
    """What asks for attention: a year without a list, and what waits for a decision."""
    found = []
    last_year = today().year - 1
    if kind is SetKind.FACTOR_SET and last_year not in in_force(session, kind):
        found.append(_("voor %(year)s geldt nog geen lijst", year=last_year))
    shown = sets_shown(session, kind)
    newest = max((one.year for one in shown if one.holds), default=0)
    waits = [one.name for one in shown if not one.holds and one.year >= newest]
    found += [_("%(name)s wacht op een besluit", name=name) for name in waits]
    return tuple(found)


def adoptions_of(session: Session, kind: SetKind, name: str) -> list[Adoption]:
    """Every time that a set was switched on, the newest first."""
    query = select(Adoption).where(Adoption.kind == kind, Adoption.set_id == name).order_by(Adoption.n.desc())
    return list(session.scalars(query))


def newest_shadow(session: Session, kind: SetKind, name: str) -> Shadow | None:
    """What the last trial of a set showed, whoever asked for it."""
    run = newest_run(session, kind, name)
    return Shadow.model_validate_json(files().read(run.result_sha256)) if run else None


def entries_of(session: Session, name: str) -> list[Any]:
    """The factors of a list, as they were issued."""
    row = session.get(FactorSet, name)
    return list(row.body) if row else []


def uploads(session: Session) -> list[tuple[FactorUpload, str, FactorReading | None]]:
    """The files that were offered, each with who did and what reading it gave; the newest first."""
    query = (
        select(FactorUpload, Person.name, FactorReading)
        .join(Person, Person.id == FactorUpload.by)
        .outerjoin(FactorReading, FactorReading.upload == FactorUpload.id)
        .order_by(FactorUpload.at.desc(), FactorUpload.id)
        .limit(10)
    )
    return [(upload, name, read) for upload, name, read in session.execute(query)]


def _rows(session: Session, kind: SetKind) -> list[FactorSet | RuleSet]:
    if kind is SetKind.FACTOR_SET:
        return list(session.scalars(select(FactorSet).order_by(FactorSet.id)))
    return list(session.scalars(select(RuleSet).order_by(RuleSet.id)))


def _shown(kind: SetKind, row: FactorSet | RuleSet, holds: tuple[Adoption, ...], *, tried: bool) -> SetShown:
    return SetShown(
        kind=kind,
        name=row.id,
        year=year_in(row),
        size=len(row.body) if isinstance(row, FactorSet) else len(row.body["rules"]),
        fictional=isinstance(row, FactorSet) and row.fictional,
        written_at=row.written_at,
        holds=holds,
        tried=tried,
    )
