"""The desk: what is mine to do, oldest first, and then every concession of the province."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass
from uuid import UUID

from flask import render_template
from flask.typing import ResponseReturnValue
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.extensions import extensions_of
from portal.holder.about import About, abouts
from portal.holder.conversations import Conversations, conversations_about
from portal.holder.sentences import Sentence
from portal.holder.verdicts import VerdictLine, verdict_lines
from portal.manager.blueprint import READERS, manager
from portal.manager.sentences import is_mine, manager_sentence
from portal.manager.versions import version_to_show
from portal.tenancy import leads
from portal.visitor import SignedIn, me
from schemas.clock import dutch_day
from schemas.store import Organisation, reading
from schemas.words import Role


@dataclass(frozen=True, kw_only=True)
class Line:
    """One report on the desk. ``on_time`` is none as long as it is not handed in.

    ``to_read`` are the answers that wait for this reader, ``open`` the questions that nobody closed yet.
    """

    about: About
    holder: str
    sentence: Sentence
    mine: bool
    on_time: bool | None
    verdicts: tuple[VerdictLine, ...]
    to_read: int
    open: int
    asks_time: bool


@manager.get("/bureau")
@for_role(*READERS)
def desk() -> ResponseReturnValue:
    with reading() as session:
        known = abouts(session, me())
        waiting = {one.report for one in extensions_of(session, [one.report.id for one in known]) if one.answer is None}
        talks = conversations_about(session, me(), [one.report.id for one in known])
        lines = [_line(session, one, me(), talks[one.report.id], waiting) for one in known]
    mine = sorted(
        (line for line in lines if line.mine), key=lambda line: (line.about.state.by is None, line.about.state.by)
    )
    return render_template("manager/desk.html", lines=lines, mine=mine)


def _line(session: Session, known: About, person: SignedIn, talks: Conversations, waiting: Container[UUID]) -> Line:
    leading = leads(session, person, known.concession.id)
    shown = version_to_show(known)
    asks_time = known.report.id in waiting and leading and person.has(Role.MANAGER)
    to_read = len(talks.awaiting_authority) if leading and person.has(Role.MANAGER) else 0
    return Line(
        about=known,
        holder=session.get_one(Organisation, known.concession.holder).name,
        sentence=manager_sentence(known, person, leads=leading),
        mine=is_mine(known, person, leads=leading) or to_read > 0 or asks_time,
        on_time=_on_time(known),
        verdicts=tuple(verdict_lines(session, known, shown.id)) if shown else (),
        to_read=to_read,
        asks_time=asks_time,
        open=len(talks.awaiting_holder) + len(talks.awaiting_authority),
    )


def _on_time(known: About) -> bool | None:
    signed = [version.signed.at for version in known.facts.versions if version.signed]
    return dutch_day(min(signed)) <= known.facts.dates.hand_in_by if signed else None
