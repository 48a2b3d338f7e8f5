"""Loading the demo on the first start: last year's case walked to its decision, this year's with typical faults."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib.resources import files as package_files
from threading import Event as Flag
from uuid import UUID, uuid5

from pydantic import JsonValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from deploy.composition import WORKERS, drain
from deploy.concessions import bring_in
from deploy.demo.accounts import ACCOUNTS, PASSWORD, SUPPLIER, Account
from deploy.demo.answered import CONTACTS, TWO_HOLDERS, ask_and_answer
from deploy.demo.asked import ask_one, ask_the_chain
from deploy.demo.asked_before import ask_for_last_year, ask_who_stays_away_again, declare_who_stays_away, react
from deploy.demo.papers import paper
from deploy.demo.reports import CONCESSIONS, OV_WEST, VB_OOST, Book, DemoConcession, report, with_faults
from deploy.demo.workbook import workbook
from portal.accounts.passwords import hashed
from portal.use_cases.assigning import give_sheets
from portal.use_cases.conversing import Place, Writing, ask
from portal.use_cases.deciding import Deciding, decide
from portal.use_cases.evidence import add_evidence
from portal.use_cases.handing_in import Declaration, hand_in
from portal.use_cases.opening import open_duty
from portal.use_cases.publishing import announce_publication, release
from portal.use_cases.reviewing import begin_review, confirm_the_rest
from portal.use_cases.taking import take_evidence, take_report_file
from portal.use_cases.uploading import Upload, upload_version
from schemas.settings import settings
from schemas.store import Concession, Organisation, Person, Report, RoleOfPerson, Version, sessions
from schemas.words import DecisionOutcome, OrganisationKind, Subject

LAST_YEAR, THIS_YEAR = 2025, 2026
DEMO = UUID("6f6b1f3e-5f0d-4a6c-9a51-0a6d2f6f5c11")
FIRST_START = (
    "Eerste start: de demo wordt geladen. Dat duurt een halve minuut.\n"
    "First start: loading the demo. This takes half a minute."
)
STEPS = (
    "  1/2 vorig jaar: uploaden, controleren, indienen, besluiten / last year: upload, check, hand in, decide",
    "  2/2 dit jaar: twee rapporten uploaden / this year: upload two reports",
)
SHEETS_OF = {
    "hanna@denkbeeldigvervoer.example": ("workforce", "social_return", "incidents"),
    "daan@denkbeeldigvervoer.example": ("energy", "energy_contracts", "materials"),
}
STATEMENT = "Ik verklaar dat dit rapport volledig en naar waarheid is opgesteld."
QUESTION = "Het rapport noemt 2030 voor de laatste dieselbussen. Welke bussen gaan er volgend jaar uit, en wat komt ervoor in de plaats?"
ACCEPTED = "Het rapport is volledig en geloofwaardig. De afspraken over de dieselbussen bespreken wij in het najaar."


def load_once(say: Callable[[str], None] = lambda _text: None) -> None:
    """Fill an empty installation with the demo, telling as it goes; one that holds anything stays as it is."""
    with sessions().begin() as session:
        if session.scalars(select(Organisation.id)).first():
            return
        say(FIRST_START)
        for concession in CONCESSIONS:
            bring_in(session, _terms(concession), holder_name=concession.holder)
        session.add(Organisation(kind=OrganisationKind.SUPPLIER, name=SUPPLIER))
        session.flush()
        session.add_all(_person(session, account) for account in ACCOUNTS)
        session.flush()
        session.add_all(
            RoleOfPerson(person=_by(session, account.email), role=role)
            for account in ACCOUNTS
            for role in account.roles
        )
        _give_sheets(session, VB_OOST)
    say(STEPS[0])
    with clock_at("2026-03-02T08:30:00+00:00"):
        _ask_for_last_year(VB_OOST)
    with clock_at("2026-03-20T10:15:00+00:00"):
        _suppliers_react(VB_OOST)
    with clock_at("2026-04-07T07:45:00+00:00"):
        _ask_who_stays_away_again(VB_OOST)
    with clock_at("2026-04-28T14:42:00+00:00"):
        _walk_last_year(VB_OOST)
    with clock_at("2026-07-06T09:10:00+00:00"):
        _tell_of_publication(VB_OOST)
    with clock_at("2026-07-22T08:30:00+00:00"):
        _publish_last_year(VB_OOST)
    _ask_about_last_year(VB_OOST)
    say(STEPS[1])
    about = _upload(VB_OOST, THIS_YEAR, with_faults(report(VB_OOST, THIS_YEAR)), "roos@denkbeeldigvervoer.example")
    with sessions().begin() as session:
        roos = _by(session, "roos@denkbeeldigvervoer.example")
        ask_the_chain(session, about, year=THIS_YEAR, by=roos, key=_key)
        ask_and_answer(session, about, year=THIS_YEAR, by=roos, key=_key)
    _ask_in_the_west(_upload(OV_WEST, THIS_YEAR, report(OV_WEST, THIS_YEAR), "wim@fictievelijnen.example"))


def _ask_in_the_west(about: UUID) -> None:
    """A supplier that answered the one holder is asked by the other too."""
    with sessions().begin() as session:
        wim, email = _by(session, "wim@fictievelijnen.example"), CONTACTS[TWO_HOLDERS]
        ask_one(session, about, supplier=TWO_HOLDERS, email=email, by=wim, key=_key, year=THIS_YEAR)


def _give_sheets(session: Session, concession: DemoConcession) -> None:
    """The contributors of the holder have sheets of their own."""
    held, officer = _held(session, concession), _by(session, "roos@denkbeeldigvervoer.example")
    for email, sheets in SHEETS_OF.items():
        give_sheets(session, held, _by(session, email), sheets, by=officer)


@contextmanager
def clock_at(moment: str) -> Iterator[None]:
    """Let the clock stand at a moment, as last year's case was not walked today."""
    before = {name: os.environ.get(name) for name in ("APP_ENV", "KETENSPIEGEL_NOW")}
    os.environ.update(APP_ENV="demo", KETENSPIEGEL_NOW=moment)
    try:
        yield
    finally:
        for name, value in before.items():
            if value is None:
                os.environ.pop(name)
            else:
                os.environ[name] = value


def _ask_for_last_year(concession: DemoConcession) -> None:
    """The duty opens, and the holder asks its chain before it reports."""
    with sessions().begin() as session:
        roos = _by(session, "roos@denkbeeldigvervoer.example")
        about = open_duty(session, _held(session, concession), year=LAST_YEAR).id
        ask_for_last_year(session, about, year=LAST_YEAR, by=roos, key=_key)
    _workers_catch_up()


def _suppliers_react(concession: DemoConcession) -> None:
    with sessions().begin() as session:
        react(session, _last_report(session, concession))


def _ask_who_stays_away_again(concession: DemoConcession) -> None:
    with sessions().begin() as session:
        roos = _by(session, "roos@denkbeeldigvervoer.example")
        ask_who_stays_away_again(session, _last_report(session, concession), by=roos)
    _workers_catch_up()


def _walk_last_year(concession: DemoConcession) -> None:
    """From the duty to the decision, as people would go."""
    about = _upload(concession, LAST_YEAR, report(concession, LAST_YEAR), "roos@denkbeeldigvervoer.example")
    with sessions().begin() as session:
        declare_who_stays_away(session, about, by=_by(session, "roos@denkbeeldigvervoer.example"))
        version = session.scalars(select(Version.id).where(Version.report == about)).one()
        declaration = Declaration(version=version, statement=STATEMENT, key=_key("hand in"))
        hand_in(session, about, declaration, by=_by(session, "dirk@denkbeeldigvervoer.example"))
    _workers_catch_up()
    with sessions().begin() as session:
        manager = _by(session, "mara@voorbeeld.example")
        begin_review(session, about, by=manager)
        confirm_the_rest(session, about, by=manager)
        decision = Deciding(outcome=DecisionOutcome.ACCEPTED_WITH_REMARKS, reason=ACCEPTED, key=_key("decide"))
        decide(session, about, decision, by=manager)
    _workers_catch_up()


def _tell_of_publication(concession: DemoConcession) -> None:
    """The officer takes what is proposed, and tells the holder, who answers nothing."""
    with sessions().begin() as session:
        about = _last_report(session, concession)
        announce_publication(session, about, by=_by(session, "paula@voorbeeld.example"))
    _workers_catch_up()


def _publish_last_year(concession: DemoConcession) -> None:
    with sessions().begin() as session:
        release(session, _last_report(session, concession), by=_by(session, "paula@voorbeeld.example"))
    _workers_catch_up()


def _last_report(session: Session, concession: DemoConcession) -> UUID:
    query = select(Report.id).join(Concession, Concession.id == Report.concession)
    return session.scalars(query.where(Concession.code == concession.code, Report.report_year == LAST_YEAR)).one()


def _ask_about_last_year(concession: DemoConcession) -> None:
    """The manager asks something about a norm of last year's report, which waits for its answer."""
    with sessions().begin() as session:
        query = (
            select(Report.id, Version.id)
            .join(Version, Version.report == Report.id)
            .join(Concession, Concession.id == Report.concession)
            .where(Concession.code == concession.code, Report.report_year == LAST_YEAR)
        )
        report_id, version = session.execute(query).one()
        place = Place(subject=Subject.NORM, version=version, code="N-ZE-FLEET")
        ask(
            session,
            report_id,
            place,
            Writing(key=_key("ask"), text=QUESTION, days=14),
            by=_by(session, "mara@voorbeeld.example"),
        )
    _workers_catch_up()


def _upload(concession: DemoConcession, year: int, book: Book, by: str) -> UUID:
    """Open the duty, and upload report and evidence; the last paper is always forgotten where there are faults."""
    with sessions().begin() as session:
        person = _by(session, by)
        about = open_duty(session, _held(session, concession), year=year).id
    names = [str(row["file_name"]) for row in book["evidence"]]
    papers = [take_evidence(io.BytesIO(paper(name)), name=name) for name in names]
    taken = take_report_file(io.BytesIO(workbook(book)), name=f"rapport-{concession.code}-{year}.xlsx")
    with sessions().begin() as session:
        add_evidence(session, about, papers, by=person)
        upload = Upload(taken=taken, clean=True, key=_key(f"{concession.code} {year}"))
        upload_version(session, about, upload, by=person)
    _workers_catch_up()
    return about


def _held(session: Session, concession: DemoConcession) -> UUID:
    return session.scalars(select(Concession.id).where(Concession.code == concession.code)).one()


def _workers_catch_up() -> None:
    drain(tuple(WORKERS), settings(), stop=Flag())


def _terms(concession: DemoConcession) -> JsonValue:
    """The terms of a demo concession, as they are brought in."""
    text = (package_files("deploy.demo") / "terms" / f"{concession.code}.json").read_text(encoding="utf-8")
    body: JsonValue = json.loads(text)
    return body


def _person(session: Session, account: Account) -> Person:
    into = session.scalars(select(Organisation.id).where(Organisation.name == account.organisation)).one()
    return Person(
        id=_key(account.email),
        organisation=into,
        name=account.name,
        email=account.email,
        language=account.language,
        password_hash=hashed(PASSWORD),
    )


def _by(session: Session, email: str) -> UUID:
    return session.scalars(select(Person.id).where(Person.email == email)).one()


def _key(name: str) -> UUID:
    return uuid5(DEMO, name)
