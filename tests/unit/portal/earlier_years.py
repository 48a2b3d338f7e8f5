"""A report in force of the year before, with one warning that was explained."""

from __future__ import annotations

from uuid import UUID, uuid4

from portal.use_cases import explain
from portal.use_cases.handing_in import Declaration, hand_in
from schemas.clock import now
from schemas.store import Decision, Explanation, Report, reading, sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import World
from tests.unit.portal.use_cases.seeding import a_check, a_finding, an_upload

WINTER = "De winter was streng."


def explained_last_year(world: World, *, value: str = "18900") -> UUID:
    """The id of an explanation of vehicle V0000 that was given in the accepted report of 2025."""
    report = _last_year(world)
    version = an_upload(report, world.people["reporter"])
    a_check(version.id, [a_finding(0, value=value)])
    with sessions().begin() as session:
        given = explain(session, report, version.id, position=0, text=WINTER, by=world.people["reporter"]).id
    _accept(version.id, world)
    return given


def an_accepted_last_year(world: World) -> UUID:
    """The report of 2025, which was handed in without an open question and accepted."""
    report = _last_year(world)
    version = an_upload(report, world.people["reporter"])
    a_check(version.id)
    with sessions().begin() as session:
        declaration = Declaration(version=version.id, statement="Dit klopt.", key=uuid4())
        hand_in(session, report, declaration, by=world.people["signatory"])
    _accept(version.id, world)
    return report


def answers_of_this_year(world: World) -> list[Explanation]:
    """The explanations that were given in this year's report, from old to new."""
    with reading() as session:
        found = session.query(Explanation).filter(Explanation.report == world.reports["oost"])
        return list(found.order_by(Explanation.at))


def _accept(version: UUID, world: World) -> None:
    decision = Decision(
        version=version,
        outcome=DecisionOutcome.ACCEPTED,
        by=world.people["manager"],
        at=now(),
        idempotency_key=uuid4(),
    )
    with sessions().begin() as session:
        session.add(decision)


def _last_year(world: World) -> UUID:
    with sessions().begin() as session:
        now_open = session.get_one(Report, world.reports["oost"])
        before = Report(
            concession=now_open.concession,
            report_year=now_open.report_year - 1,
            terms_sha256=now_open.terms_sha256,
            opened_at=now(),
        )
        session.add(before)
        session.flush()
        return before.id
