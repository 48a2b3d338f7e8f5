"""A decided report on which one norm was not met, and the steps of a case as people take them by form."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select, update
from werkzeug.test import TestResponse

from portal.use_cases import Declaration, hand_in
from portal.use_cases.deciding import Deciding, decide, second
from portal.use_cases.reviewing import Establishing, begin_review, establish
from schemas.clock import today
from schemas.judgement import Outcome
from schemas.store import NormVerdict, Shortfall, ShortfallStep, Terms, reading, sessions
from schemas.words import DecisionOutcome
from tests.unit.portal.browsing import Browser, World
from tests.unit.portal.use_cases.seeding import a_check, an_upload

MISSED, MET = "N-RENEWABLE", "N-ZE-FLEET"
CONSEQUENCES = {
    "consequences": [
        {"code": "boete", "article": "art. 12.1", "name": {"nl": "Boete", "en": "Fine"}, "most_eur": 500000},
        {"code": "anders", "article": "art. 12.2", "name": {"nl": "Anders", "en": "Otherwise"}},
    ]
}


def a_missed_norm(world: World) -> UUID:
    """The report of concession Oost, decided, with one norm that was not met and one that was."""
    report = world.reports["oost"]
    version = an_upload(report, world.people["reporter"]).id
    a_check(version)
    manager = world.people["manager"]
    with sessions().begin() as session:
        session.add_all(
            NormVerdict(
                version=version, norm=norm, verdict=outcome, value=None, threshold=None, reason_nl="", reason_en=""
            )
            for norm, outcome in ((MISSED, Outcome.DOES_NOT_MEET), (MET, Outcome.MEETS))
        )
        declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
        hand_in(session, report, declaration, by=world.people["signatory"])
        begin_review(session, report, by=manager)
        for norm, outcome in ((MISSED, Outcome.DOES_NOT_MEET), (MET, Outcome.MEETS)):
            establish(session, report, Establishing(norm=norm, outcome=outcome, reason=""), by=manager)
        decide(session, report, Deciding(outcome=DecisionOutcome.ACCEPTED, reason="", key=uuid4()), by=manager)
    return report


def a_report_sent_back(world: World, *, term: date) -> UUID:
    """The report of concession Oost, handed in and sent back by both readers until a term."""
    report, people = world.reports["oost"], world.people
    handed_in(world)
    with sessions().begin() as session:
        begin_review(session, report, by=people["manager"])
        back = Deciding(
            outcome=DecisionOutcome.SENT_BACK,
            reason="Energie ontbreekt.",
            term=term,
            key=uuid4(),
            unheard="De houder vroeg er zelf om.",
        )
        decide(session, report, back, by=people["manager"])
        second(session, report, confirmed=True, reason="", by=people["second_reader"])
    return report


def handed_in(world: World) -> None:
    """A version of the report of concession Oost, checked and signed."""
    version = an_upload(world.reports["oost"], world.people["reporter"]).id
    a_check(version)
    with sessions().begin() as session:
        declaration = Declaration(version=version, statement="Ja, dit klopt.", key=uuid4())
        hand_in(session, world.reports["oost"], declaration, by=world.people["signatory"])


def with_consequences() -> None:
    """The terms name what can follow, and how much at most."""
    with sessions().begin() as session:
        for terms in session.scalars(select(Terms).order_by(Terms.id)).all():
            body = {**terms.body, "shortfalls": CONSEQUENCES}
            session.execute(update(Terms).where(Terms.id == terms.id).values(body=body))


def opened(manager: Browser, report: UUID, **changes: Any) -> int:
    return opening(manager, report, **changes).status_code


def opening(manager: Browser, report: UUID, **changes: Any) -> TestResponse:
    """What a manager is answered who opens a case."""
    form = {"sleutel": str(uuid4()), "normen": [MISSED], "toelichting": "Het aandeel bleef te laag."} | changes
    return manager.post(f"/rapportages/{report}/tekortkomingen/nieuw", form)


def the_case() -> UUID:
    """The newest case."""
    with reading() as session:
        return session.scalars(select(Shortfall.id).order_by(Shortfall.at.desc())).first() or uuid4()


def page_of_case() -> str:
    return f"/tekortkomingen/{the_case()}"


def stepped(person: Browser, kind: str, **changes: Any) -> int:
    form = {"sleutel": str(uuid4()), "toelichting": "Omdat dit is vastgesteld."} | changes
    return person.post(f"{page_of_case()}/stap/{kind}", form).status_code


def warned(manager: Browser) -> int:
    return stepped(manager, "waarschuwing", termijn=str(today() + timedelta(days=40)))


def seconded(reader: Browser, *, confirmed: bool = True, reason: str = "") -> int:
    with reading() as session:
        newest = select(ShortfallStep.id).where(ShortfallStep.shortfall == the_case())
        step = session.scalars(newest.order_by(ShortfallStep.at.desc())).first()
    form = {"bevestigd": "true" if confirmed else "false", "toelichting": reason}
    return reader.post(f"{page_of_case()}/stappen/{step}/tweede-lezing", form).status_code
