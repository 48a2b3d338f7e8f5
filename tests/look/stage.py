"""The stage: a demo installation with a report in every state, built by the use cases that people go through.

``python -m tests.look.stage`` builds it at KETENSPIEGEL_HOME and writes down there what is where.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from decimal import Decimal
from importlib.resources import files as package_files
from pathlib import Path
from threading import Event as Flag
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select
from sqlalchemy.orm import Session

from deploy.catalogues import upgrade
from deploy.composition import WORKERS, drain
from deploy.concessions import bring_in
from deploy.demo.load import LAST_YEAR, THIS_YEAR, clock_at, load_once
from deploy.demo.papers import paper
from deploy.demo.reports import VB_OOST, Book, report, with_faults
from deploy.demo.workbook import workbook
from deploy.people import invite
from portal.accounts.tokens import ask_reset
from portal.app import create_app
from portal.use_cases.assigning import give_sheets
from portal.use_cases.conversing import Place, Writing, answer, ask
from portal.use_cases.deciding import Deciding, decide, second
from portal.use_cases.drafting import rehearse
from portal.use_cases.evidence import add_evidence
from portal.use_cases.explaining import explain, explain_rule
from portal.use_cases.extending import answer_extension, ask_extension
from portal.use_cases.handing_in import Declaration, hand_in
from portal.use_cases.hearing import announce, give_view
from portal.use_cases.opening import open_duty
from portal.use_cases.planning import (
    Proposing,
    Telling,
    answer_proposal,
    measure_of,
    propose_measure,
    tell_progress,
)
from portal.use_cases.proposing import parties_of, propose
from portal.use_cases.publishing import (
    announce_publication,
    release,
    view_publication,
    withdraw_publication,
)
from portal.use_cases.reopening import ask_reopening
from portal.use_cases.reviewing import Establishing, begin_review, confirm_the_rest, establish
from portal.use_cases.taking import take_evidence, take_factor_list, take_report_file
from portal.use_cases.trying import ask_trial, offer_factors
from portal.use_cases.uploading import Upload, upload_version
from portal.use_cases.waiving import Waiving, record_waiver
from schemas.clock import now, today
from schemas.events import VersionUploaded
from schemas.judgement import Outcome, Severity
from schemas.reminding.marks import REMINDER, not_me_secret
from schemas.settings import settings
from schemas.store import (
    Concession,
    Finding,
    Inbox,
    Intention,
    Mail,
    Outbox,
    Parked,
    Person,
    Report,
    RuleResult,
    Terms,
    Version,
    answers_of,
    reading,
    sessions,
)
from schemas.store.published import editions_of
from schemas.words import (
    DecisionOutcome,
    InboxState,
    MailState,
    MeasureAnswerKind,
    MeasureOrigin,
    Progress,
    Subject,
    TrialKind,
    WorkerName,
)
from tests.factor_lists import csv_of
from tests.look.answers import play_suppliers
from tests.look.casework import Casework
from workers.faults import Fault, Kind
from workers.log import Delivery
from workers.mail.post import Postman
from workers.parking import discard, park
from workers.reference import own_yardsticks
from workers.reminding.running import remind

PLAN = "stage.json"
MISSED = "N-RENEWABLE"
WAITING = "VB-WACHT"
STUCK = "VB-VAST"
STOPPED = "VB-STOP"
# Last year's report was handed in and sent back on these days; the term of its correction is long past.
HANDED_IN_THEN, SENT_BACK_THEN = "2026-04-28T09:20:00+00:00", "2026-05-20T13:05:00+00:00"
# The last warning of the reports that are due on 3 May 2027.
REMINDED_ON = date(2027, 4, 23)
LINK = re.compile(r"/(?:uitnodiging|wachtwoord)/[\w-]+")
STAFF, DEPOT = "hanna@denkbeeldigvervoer.example", "daan@denkbeeldigvervoer.example"
REPORTER, SIGNATORY = "roos@denkbeeldigvervoer.example", "dirk@denkbeeldigvervoer.example"
OPERATOR, OFFERED = "fien@voorbeeld.example", "official-2026.2"
MANAGER, SECOND_READER = "mara@voorbeeld.example", "tom@voorbeeld.example"
OFFICER = "paula@voorbeeld.example"
ANSWER = "Nagekeken bij de remise: de meter staat op één laadplein, en het cijfer klopt."
GRANTED = "De gegevens komen van een ander; een maand erbij is redelijk."
ASKED = "Het verbruik in het najaar is een derde lager dan in het voorjaar. Hoe komt dat?"
ASKED_TOO = "Is deze meter nagekeken? Wij zien bij de andere remises hogere standen."
VIEW = (
    "De facturen van het najaar zijn er nog niet: onze leverancier stuurt ze in juni. Wij vragen u daarop te wachten."
)
REASON = "De laadgegevens van remise Voorbeeld ontbreken over het najaar. Vul ze aan met de facturen."


@dataclass(frozen=True)
class Scene:
    """A concession that stands for one state: its code, its name, and how the state came about."""

    code: str
    name: str
    play: Callable[[UUID], None]


def build() -> None:
    """Build the whole stage and write the plan."""
    upgrade(settings().database)
    load_once()
    reports = {scene.code: _play(scene) for scene in SCENES}
    _invite_and_forget()
    _offer_factors()
    _propose_terms()
    _catch_up()
    reports[WAITING] = _open(WAITING, "Voorbeeld-Wacht")
    _upload(reports[WAITING], _book(WAITING))
    reports[STUCK] = _open(STUCK, "Voorbeeld-Vast")
    _get_stuck(reports[STUCK])
    reports[STOPPED] = _open(STOPPED, "Voorbeeld-Stop")
    _get_stopped(reports[STOPPED])
    answers = play_suppliers(reports["VB-NOORD"], reports["VB-ZUID"], by=_person(REPORTER))
    _catch_up()
    plan = {
        "answers": answers,
        "reports": {code: str(about) for code, about in reports.items()} | _of_the_demo(),
        "links": _links() | {"herinnering": _remind()},
    }
    (settings().home / PLAN).write_text(json.dumps(plan, indent=2))


def _play(scene: Scene) -> UUID:
    about = _open(scene.code, scene.name)
    scene.play(about)
    _catch_up()
    return about


def _open(code: str, name: str) -> UUID:
    text = (package_files("deploy.demo") / "terms" / f"{VB_OOST.code}.json").read_text(encoding="utf-8")
    with sessions().begin() as session:
        concession = bring_in(session, json.loads(text) | {"concession_id": code, "name": name})
        return open_duty(session, concession.id, year=THIS_YEAR).id


def _book(code: str, year: int = THIS_YEAR) -> Book:
    return report(replace(VB_OOST, code=code), year)


def _upload(about: UUID, book: Book | bytes) -> None:
    content = book if isinstance(book, bytes) else workbook(book)
    taken = take_report_file(io.BytesIO(content), name="rapport-2026.xlsx")
    with sessions().begin() as session:
        upload = Upload(taken=taken, clean=True, key=uuid4())
        upload_version(session, about, upload, by=_person(REPORTER))


def _own_book(about: UUID) -> Book:
    """What the concession of a report would hand in over its year."""
    with reading() as session:
        query = select(Concession.code, Report.report_year).join(Report, Report.concession == Concession.id)
        return _book(*session.execute(query.where(Report.id == about)).one())


def _nothing(about: UUID) -> None:
    """The duty is open, and nobody did anything yet."""


def _unreadable(about: UUID) -> None:
    _upload(about, b"PK\x03\x04 half a workbook")


def _faulty(about: UUID) -> None:
    book = _own_book(about)
    _upload(about, with_faults(book))
    _catch_up()
    _upload(about, book | {"ridership": book["ridership"][:-1]})
    _share_out(about)
    _catch_up()
    with sessions().begin() as session:
        rehearse(session, about, key=uuid4(), by=_person(REPORTER))


def _share_out(about: UUID) -> None:
    """Two colleagues have sheets of their own."""
    with sessions().begin() as session:
        concession = session.get_one(Report, about).concession
        for colleague, sheets in ((STAFF, ("workforce", "incidents")), (DEPOT, ("energy", "materials"))):
            give_sheets(session, concession, _person(colleague), sheets, by=_person(REPORTER))


def _ready(about: UUID) -> None:
    book = _own_book(about)
    _add_papers(about, book)
    _upload(about, book)
    _catch_up()
    version = _newest(about)
    with sessions().begin() as session:
        asked = select(RuleResult.rule).where(RuleResult.version == version, RuleResult.severity == Severity.WARNING)
        for rule in session.scalars(asked.order_by(RuleResult.rule)).all():
            explain_rule(session, about, version, rule=rule, text=ANSWER, by=_person(REPORTER))


def _add_papers(about: UUID, book: Book) -> None:
    papers = [take_evidence(io.BytesIO(paper(name)), name=name) for name in _paper_names(book)]
    with sessions().begin() as session:
        add_evidence(session, about, papers, by=_person(REPORTER))


def _handed_in(about: UUID) -> None:
    _ready(about)
    _sign(about)


def _sign(about: UUID) -> None:
    with sessions().begin() as session:
        declaration = Declaration(version=_newest(about), statement="Ik verklaar dat dit rapport klopt.", key=uuid4())
        hand_in(session, about, declaration, by=_person(SIGNATORY))
    _catch_up()


def _in_review(about: UUID) -> None:
    _handed_in(about)
    _begin(about)


def _begin(about: UUID) -> None:
    with sessions().begin() as session:
        begin_review(session, about, by=_person(MANAGER))


def _talked_about(about: UUID) -> None:
    """In review, with an improvement plan, with a question at a figure that waits for an answer, and one at a norm that was answered."""
    _in_review(about)
    _plan(about)
    version = _newest(about)
    figure = Place(subject=Subject.FIGURE, version=version, code="ENE-01", part="total")
    norm = Place(subject=Subject.NORM, version=version, code="N-RENEWABLE")
    with sessions().begin() as session:
        ask(session, about, figure, Writing(key=uuid4(), text=ASKED, days=14), by=_person(MANAGER))
        asked = ask(session, about, norm, Writing(key=uuid4(), text=ASKED_TOO), by=_person(MANAGER))
        answer(session, about, asked.conversation, Writing(key=uuid4(), text=ANSWER), by=_person(REPORTER))


def _plan(about: UUID) -> None:
    """A measure that runs, one that waits for the province, and one of which a change was asked."""
    with reading() as session:
        concession = session.get_one(Report, about).concession
    running = _measure(concession, "Tien elektrische bussen in dienst nemen", effect=Decimal("2.5"), norm="N-ZE-FLEET")
    _measure(concession, "Groene stroom voor de remise in Zuid", norm="N-RENEWABLE")
    asked = _measure(concession, "Chauffeurs opleiden in zuinig rijden")
    with sessions().begin() as session:
        for measure, said in ((running, MeasureAnswerKind.AGREED), (asked, MeasureAnswerKind.CHANGE_ASKED)):
            proposal = measure_of(session, concession, measure).newest.id
            reason = "" if said is MeasureAnswerKind.AGREED else "Noem ook hoeveel chauffeurs, en vanaf wanneer."
            answer_proposal(session, concession, measure, proposal, said, reason=reason, by=_person(MANAGER))
        telling = Telling(key=uuid4(), progress=Progress.BUSY, percentage=40, text="Vier van de tien bussen rijden.")
        tell_progress(session, concession, running, telling, by=_person(REPORTER))


def _measure(concession: UUID, title: str, *, effect: Decimal | None = None, norm: str | None = None) -> UUID:
    due = today() + timedelta(days=200)
    since = today() + timedelta(days=210) if effect else None
    proposing = Proposing(key=uuid4(), title=title, owner="Hoofd materieel", due=due, effect=effect, effect_from=since)
    origin = MeasureOrigin.NORM if norm else MeasureOrigin.FREE
    with sessions().begin() as session:
        return propose_measure(session, concession, proposing, origin=origin, norm=norm, by=_person(REPORTER))


def _announced(about: UUID) -> None:
    """In review, and the manager announced what is intended."""
    _in_review(about)
    with sessions().begin() as session:
        announce(session, about, key=uuid4(), reason=REASON, by=_person(MANAGER))


def _heard(about: UUID) -> None:
    """Sent back after the holder gave its view, with a letter; more time was asked and granted."""
    _announced(about)
    letter = take_evidence(io.BytesIO(paper("brief.pdf")), name="brief.pdf")
    with reading() as session:
        intention = session.scalars(select(Intention.id).where(Intention.version == _newest(about))).one()
    with sessions().begin() as session:
        give_view(session, about, intention, key=uuid4(), text=VIEW, file=letter, by=_person(SIGNATORY))
    _decide(about, DecisionOutcome.SENT_BACK)
    _confirm(about)
    asked = _ask_time(about)
    with sessions().begin() as session:
        answer_extension(session, about, asked, granted=True, until=None, reason=GRANTED, by=_person(MANAGER))


def _remarks(about: UUID) -> None:
    _in_review(about)
    _establish_missed(about)
    _decide(about, DecisionOutcome.ACCEPTED_WITH_REMARKS)


def _published_and_withdrawn(about: UUID) -> None:
    """Decided, made public after the holder agreed, and taken back."""
    _remarks(about)
    with sessions().begin() as session:
        announce_publication(session, about, by=_person(OFFICER))
    with sessions().begin() as session:
        [edition] = editions_of(session, [about])
        if edition.notice:
            view_publication(session, about, edition.notice.id, text=VIEW, by=_person(SIGNATORY))
    with sessions().begin() as session:
        release(session, about, by=_person(OFFICER))
    _catch_up()
    with sessions().begin() as session:
        withdraw_publication(session, about, reason=REASON, by=_person(OFFICER))


def _second_year(about: UUID) -> None:
    """Last year is decided, this year is ready: every figure stands beside last year's."""
    with sessions().begin() as session:
        last = open_duty(session, session.get_one(Report, about).concession, year=LAST_YEAR).id
    _remarks(last)
    with sessions().begin() as session:
        announce_publication(session, last, by=_person(OFFICER))
    _ready(about)


def _over_years(about: UUID) -> None:
    """Of last year's three answers one still holds, one lapsed as its value changed, and one is not asked for any more."""
    with sessions().begin() as session:
        last = open_duty(session, session.get_one(Report, about).concession, year=LAST_YEAR).id
    _add_papers(last, _own_book(last))
    _upload(last, _with_batteries(_own_book(last), 35, 35, 35))
    _catch_up()
    _explain_each(last)
    _sign(last)
    with sessions().begin() as session:
        begin_review(session, last, by=_person(MANAGER))
    _decide(last, DecisionOutcome.ACCEPTED)
    _add_papers(about, _own_book(about))
    _upload(about, _with_batteries(_own_book(about), 36, 50))


def _over_years_handed_in(about: UUID) -> None:
    """The same with waivers of a norm and of one vehicle, a second time uploaded, answered and handed in."""
    _over_years(about)
    _catch_up()
    _waive(about, rule="FLT-007", entities=("E006",), decision_number="2026-131")
    _waive(about, norm="N-TEMP", decision_number="2026-118")
    _explain_each(about, text="Dit is een ander type met een kleinere accu.")
    _upload(about, _with_batteries(_own_book(about), 36, 50))
    _catch_up()
    _explain_each(about)
    _sign(about)
    _ask_about_a_row(about)


def _ask_about_a_row(about: UUID) -> None:
    version = _newest(about)
    with sessions().begin() as session:
        query = select(Finding).where(Finding.version == version, Finding.severity == Severity.WARNING)
        found = session.scalars(query.order_by(Finding.position).limit(1)).one()
        place = Place(subject=Subject.FINDING, version=version, code=found.rule, position=found.position)
        ask(session, about, place, Writing(key=uuid4(), text=ASKED_TOO, days=10), by=_person(MANAGER))


def _waive(about: UUID, **of_what: Any) -> None:
    """The province waives something for this year and the next."""
    usual = {"norm": None, "rule": None, "entities": (), "reason": "De nieuwe bussen komen een jaar later."}
    days = {"starts": date(THIS_YEAR, 1, 1), "ends": date(THIS_YEAR + 1, 12, 31)}
    waiving = Waiving(**(usual | days | of_what), key=uuid4())
    with sessions().begin() as session:
        record_waiver(session, session.get_one(Report, about).concession, waiving, by=_person(MANAGER))


def _with_batteries(book: Book, *kwh: int) -> Book:
    """The same book with batteries so small that they are asked about, one vehicle each."""
    vehicles = [dict(row) for row in book["vehicles"]]
    for place, capacity in enumerate(kwh, start=5):
        vehicles[place]["battery_kwh"] = Decimal(capacity)
    return book | {"vehicles": vehicles}


def _explain_each(about: UUID, *, text: str = ANSWER) -> None:
    """Every warning that asks is answered on its own."""
    version = _newest(about)
    with sessions().begin() as session:
        given = answers_of(session, session.get_one(Report, about), session.get_one(Version, version))
        asked = select(Finding.position).where(Finding.version == version, Finding.severity == Severity.WARNING)
        for position in session.scalars(asked.order_by(Finding.position)).all():
            if position not in given.to:
                explain(session, about, version, position=position, text=text, by=_person(REPORTER))


def _proposed(about: UUID) -> None:
    _in_review(about)
    _decide(about, DecisionOutcome.SENT_BACK)


def _sent_back(about: UUID) -> None:
    _proposed(about)
    _confirm(about)


def _confirm(about: UUID) -> None:
    with sessions().begin() as session:
        second(session, about, confirmed=True, reason="", by=_person(SECOND_READER))


def _asks_time(about: UUID) -> None:
    """Sent back, and the holder asked for more time."""
    _sent_back(about)
    _ask_time(about)


def _held(about: UUID) -> None:
    """Sent back in part; the whole report was uploaded, of which only that part was taken, and more is asked."""
    _sent_back(about)
    book = _own_book(about)
    _upload(about, book | {"vehicles": book["vehicles"][:-1]})
    with sessions().begin() as session:
        by = _person(REPORTER)
        ask_reopening(session, about, key=uuid4(), sheets=("vehicles",), reason="Een bus reed niet mee.", by=by)


def _ask_time(about: UUID) -> UUID:
    until = today() + timedelta(days=60)
    with sessions().begin() as session:
        return ask_extension(session, about, key=uuid4(), until=until, reason=VIEW, by=_person(REPORTER)).id


def _decide(about: UUID, outcome: DecisionOutcome) -> None:
    term = today() + timedelta(days=30) if outcome is DecisionOutcome.SENT_BACK else None
    with sessions().begin() as session:
        confirm_the_rest(session, about, by=_person(MANAGER))
        sheets = ("energy", "energy_contracts") if term else ()
        deciding = Deciding(
            outcome=outcome, reason=REASON, term=term, sheets=sheets, key=uuid4(), unheard="De houder vroeg er zelf om."
        )
        decide(session, about, deciding, by=_person(MANAGER))


def _invite_and_forget() -> None:
    """Somebody who was invited, and somebody who forgot a password: their links stand in mails."""
    with sessions().begin() as session:
        invite(
            session,
            email="nieuw@denkbeeldigvervoer.example",
            name="Nora Nieuw",
            organisation=VB_OOST.holder,
            roles=("reporter",),
            language="nl",
        )
    with create_app(settings()).test_request_context():
        ask_reset(SIGNATORY)


def _offer_factors() -> None:
    """A list of this year with another factor for grey power, taken in and tried; and one with a fault."""
    sound = csv_of(OFFERED, own_yardsticks().factor_sets[THIS_YEAR], grey="0.9")
    for name, content in (("factoren-2026.csv", sound), ("factoren-fout.csv", sound.replace(b",0.9,", b",veel,"))):
        taken = take_factor_list(io.BytesIO(content), name=name)
        with sessions().begin() as session:
            offer_factors(session, taken, by=_person(OPERATOR))
        _catch_up()
    with sessions().begin() as session:
        ask_trial(session, TrialKind.FACTOR_SET, OFFERED, by=_person(OPERATOR))


def _propose_terms() -> None:
    """A stricter norm for a concession with a decided report, tried on it; and one that waits to be tried."""
    with sessions().begin() as session:
        known = session.scalars(select(Concession).where(Concession.code == VB_OOST.code)).one()
        body = {**session.scalars(select(Terms.body).where(Terms.concession == known.id)).one()}
        for norm, path in (("N-RENEWABLE", {"2025": 99}), ("N-OECD", {"2025": 12})):
            others = [one for one in body["norms"] if one["norm"] != norm]
            asked = {"norm": norm, "article": "art. 5.3", "path": path}
            proposed = body | parties_of(session, known) | {"norms": [*others, asked]}
            propose(session, known, proposed, source=norm, reason="Volgt uit het overleg.", by=_person(OPERATOR))


def _get_stuck(about: UUID) -> None:
    """Handed in under reservation, and then its check was parked."""
    _upload(about, _book(STUCK))
    with sessions().begin() as session:
        declaration = Declaration(version=_newest(about), statement="Ik verklaar dat dit rapport klopt.", key=uuid4())
        hand_in(session, about, declaration, by=_person(SIGNATORY))
        _park_the_check(session, about)


def _get_stopped(about: UUID) -> None:
    """Its check was parked, and then an operator discarded it."""
    _upload(about, _book(STOPPED))
    with sessions().begin() as session:
        event = _park_the_check(session, about)
        session.add(
            Inbox(worker=WorkerName.CHECK, event_id=event, key=about, state=InboxState.PARKED, attempts=3, at=now())
        )
        session.flush()
        discard(session, session.scalars(select(Parked.id).where(Parked.key == about)).one(), actor="command-line")


def _park_the_check(session: Session, about: UUID) -> UUID:
    """The id of the event that asked for the check."""
    query = select(Outbox).where(Outbox.key == about, Outbox.type == VersionUploaded.TYPE)
    waiting = session.scalars(query.order_by(Outbox.position)).one()
    delivery = Delivery(body=waiting.body, topic=waiting.topic, partition=0, offset=waiting.position, key=about)
    fault = Fault(kind=Kind.UNKNOWN, reason="too_long", text="Longer than 300 s.", error_class="TooLong")
    park(session, delivery, fault, worker=WorkerName.CHECK, attempts=3)
    return waiting.event_id


def _catch_up() -> None:
    drain(tuple(WORKERS), settings(), stop=Flag())
    while Postman(settings(), stop=Flag()).turn():
        pass


def _person(email: str) -> UUID:
    with reading() as session:
        return session.scalars(select(Person.id).where(Person.email == email)).one()


def _newest(about: UUID) -> UUID:
    with reading() as session:
        query = select(Version.id).where(Version.report == about).order_by(Version.number.desc()).limit(1)
        return session.scalars(query).one()


def _paper_names(book: Book) -> list[str]:
    return [str(row["file_name"]) for row in book["evidence"]]


def _of_the_demo() -> dict[str, str]:
    """The reports that the demo itself brings, by concession and year."""
    with reading() as session:
        query = select(Concession.code, Report).join(Report, Report.concession == Concession.id).order_by(Report.id)
        return {f"{code}-{about.report_year}": str(about.id) for code, about in session.execute(query)}


def _remind() -> str:
    """Reminders of which one did not arrive; gives the link by which its reader says that it is not meant for them."""
    remind(REMINDED_ON)
    with sessions().begin() as session:
        query = select(Mail).where(Mail.template == REMINDER).order_by(Mail.recipient, Mail.id)
        mails = session.scalars(query).all()
        mails[-1].state, mails[-1].last_error = MailState.FAILED, "SMTP 550"
        mail = mails[0].id
    return f"/herinneringen/{mail}/{not_me_secret(mail, settings().secret)}"


def _links() -> dict[str, str]:
    found = {}
    for mail in sorted(Path(settings().mails or "").glob("*.eml")):
        for path in LINK.findall(mail.read_text(errors="replace").replace("=\n", "")):
            found[path.split("/")[1]] = path
    return found


def _missed(about: UUID) -> None:
    """Accepted, with one norm established as not met."""
    _in_review(about)
    _establish_missed(about)
    _decide(about, DecisionOutcome.ACCEPTED)


def _establish_missed(about: UUID) -> None:
    with sessions().begin() as session:
        missed = Establishing(norm=MISSED, outcome=Outcome.DOES_NOT_MEET, reason="Drie contracten vielen af.")
        establish(session, about, missed, by=_person(MANAGER))


def _shortfalls(about: UUID) -> None:
    """Of last year a case to which the holder objected, of this year one whose intention waits for the second reader.

    Of the two years before nothing came: about one of them a case is open.
    """
    with sessions().begin() as session:
        concession = session.get_one(Report, about).concession
        last, unreported, _silent = (open_duty(session, concession, year=LAST_YEAR - back).id for back in range(3))
    staging = _casework()
    staging.unreported(unreported)
    _missed(last)
    staging.objected(last, MISSED)
    _missed(about)
    staging.intended(about, MISSED)


def _uncorrected(about: UUID) -> None:
    """Two reports were sent back and did not come again: last year's has a case, of this year's none was opened yet."""
    with clock_at(HANDED_IN_THEN), sessions().begin() as session:
        last = open_duty(session, session.get_one(Report, about).concession, year=LAST_YEAR).id
    for one in (last, about):
        with clock_at(HANDED_IN_THEN):
            _handed_in(one)
        with clock_at(SENT_BACK_THEN):
            _begin(one)
            _decide(one, DecisionOutcome.SENT_BACK)
            _confirm(one)
    _casework().unreported(last)


def _casework() -> Casework:
    return Casework(holder=_person(SIGNATORY), manager=_person(MANAGER), second_reader=_person(SECOND_READER))


SCENES = (
    Scene("VB-NOORD", "Voorbeeld-Noord", _nothing),
    Scene("VB-ZUID", "Voorbeeld-Zuid", _unreadable),
    Scene("VB-WEST", "Voorbeeld-West", _faulty),
    Scene("VB-MIDDEN", "Voorbeeld-Midden", _ready),
    Scene("VB-STAD", "Voorbeeld-Stad", _handed_in),
    Scene("VB-LAND", "Voorbeeld-Land", _talked_about),
    Scene("VB-KUST", "Voorbeeld-Kust", _proposed),
    Scene("VB-MEER", "Voorbeeld-Meer", _asks_time),
    Scene("VB-BOS", "Voorbeeld-Bos", _announced),
    Scene("VB-VEEN", "Voorbeeld-Veen", _heard),
    Scene("VB-BERG", "Voorbeeld-Berg", _published_and_withdrawn),
    Scene("VB-DUIN", "Voorbeeld-Duin", _held),
    Scene("VB-HAVEN", "Voorbeeld-Haven", _over_years),
    Scene("VB-BRUG", "Voorbeeld-Brug", _over_years_handed_in),
    Scene("VB-DAL", "Voorbeeld-Dal", _second_year),
    Scene("VB-ZAND", "Voorbeeld-Zand", _shortfalls),
    Scene("VB-POLDER", "Voorbeeld-Polder", _uncorrected),
)

if __name__ == "__main__":
    build()
