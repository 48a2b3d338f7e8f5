"""Waivers and exemptions as people read them: of what, by which decision, over which days, and where each stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session, aliased

from portal.filters import date_long
from portal.holder.rule_titles import rule_titles, titles_by_set
from portal.language import in_language
from schemas.clock import today
from schemas.norms import NORM
from schemas.store import Concession, Person, Waiver, in_force
from schemas.store import Terms as TermsRow
from schemas.terms import Terms
from schemas.words import SetKind


@dataclass(frozen=True, kw_only=True)
class Withdrawn:
    """Who withdrew a waiver when, and why."""

    name: str
    at: datetime
    reason: str


@dataclass(frozen=True, kw_only=True)
class WaiverShown:
    """A waiver, or an exemption of the terms, which has no ``id`` and is changed with the terms."""

    id: UUID | None
    what: str
    code: str
    only: str
    decision: str
    starts: date
    ends: date
    reason: str
    stand: str
    tone: str
    name: str = ""
    at: datetime | None = None
    withdrawn: Withdrawn | None = None

    @property
    def may_be_withdrawn(self) -> bool:
        """Whether it is a waiver that was not withdrawn."""
        return self.id is not None and self.withdrawn is None


@dataclass(frozen=True, kw_only=True)
class _Titles:
    """The obligations of rules as the set says them that judges the reports of a year; else as the newest set does."""

    since: Mapping[int, str]
    by_set: Mapping[str, Mapping[str, str]]
    newest: Mapping[str, str]

    @staticmethod
    def read(session: Session) -> _Titles:
        """The titles of every set that was switched on, in a fixed number of queries."""
        since = {year: adopted.set_id for year, adopted in in_force(session, SetKind.RULE_SET).items()}
        return _Titles(since=since, by_set=titles_by_set(session, since.values()), newest=rule_titles(session))

    def of(self, rule: str, year: int) -> str:
        """What a rule asked in a year."""
        reached = [since for since in self.since if since <= year]
        said = self.by_set.get(self.since[max(reached)], {}) if reached else {}
        return said.get(rule) or self.newest.get(rule, rule)


def in_one_list(session: Session, concession: Concession) -> list[WaiverShown]:
    """Every waiver that was ever recorded and every exemption of the newest terms, what ends last first."""
    shown = [*_waivers(session, concession), *_exemptions(_terms(session, concession))]
    return sorted(shown, key=lambda one: (one.withdrawn is not None, -one.ends.toordinal(), one.what))


def _waivers(session: Session, concession: Concession) -> list[WaiverShown]:
    withdrawer, titles = aliased(Person), _Titles.read(session)
    query = (
        select(Waiver, Person.name, withdrawer.name)
        .join(Person, Person.id == Waiver.by)
        .outerjoin(withdrawer, withdrawer.id == Waiver.withdrawn_by)
        .where(Waiver.concession == concession.id)
        .order_by(Waiver.at, Waiver.id)
    )
    return [_waiver(one, name, gone or "", titles) for one, name, gone in session.execute(query)]


def _waiver(one: Waiver, name: str, withdrawer: str, titles: _Titles) -> WaiverShown:
    code = one.norm or one.rule or ""
    stand, tone = (_("ingetrokken"), "info") if one.withdrawn_at else _stand(one.starts, one.ends)
    return WaiverShown(
        id=one.id,
        what=_norm(code) if one.norm else titles.of(code, one.ends.year),
        code=code,
        only=", ".join(one.entities),
        decision=one.decision_number,
        starts=one.starts,
        ends=one.ends,
        reason=one.reason,
        stand=str(stand),
        tone=tone,
        name=name,
        at=one.at,
        withdrawn=Withdrawn(name=withdrawer, at=one.withdrawn_at, reason=one.withdrawn_reason)
        if one.withdrawn_at
        else None,
    )


def _exemptions(terms: Terms | None) -> list[WaiverShown]:
    """The exemptions of the terms, each with the article of its norm."""
    return [
        WaiverShown(
            id=None,
            what=_norm(one.norm),
            code=" · ".join(part for part in (one.norm, _article(terms, one.norm, one.to)) if part),
            only="",
            decision=one.decision,
            starts=one.from_,
            ends=one.to,
            reason=one.reason,
            stand=str(_stand(one.from_, one.to)[0]),
            tone=_stand(one.from_, one.to)[1],
        )
        for one in (terms.exemptions if terms else ())
    ]


def _stand(starts: date, ends: date) -> tuple[str, str]:
    if ends < today():
        return str(_("afgelopen")), "info"
    if starts > today():
        return str(_("begint op %(day)s", day=date_long(starts))), "info"
    return str(_("geldt")), "meets"


def _norm(norm: str) -> str:
    return in_language(NORM[norm].name) if norm in NORM else norm


def _article(terms: Terms | None, norm: str, day: date) -> str:
    asked = terms.norm(norm, day.year) if terms else None
    return asked.article if asked else ""


def _terms(session: Session, concession: Concession) -> Terms | None:
    query = select(TermsRow.body).where(TermsRow.concession == concession.id)
    body = session.scalars(query.order_by(TermsRow.imported_at.desc(), TermsRow.id).limit(1)).first()
    return Terms.model_validate(body) if body else None
