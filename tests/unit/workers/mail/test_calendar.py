"""Other days of a duty that runs are mailed to the holder, and count for handing in on time."""

from __future__ import annotations

from datetime import date

from portal.use_cases.scheduling import set_calendar
from schemas.calendar import DutyDates
from schemas.events import CalendarChanged
from schemas.settings import Settings
from schemas.store import Concession, Report, reading, sessions
from tests.unit.workers.at_work import address, at_work, told, upload
from workers.mail.addressing import Desk
from workers.mail.letters import letters
from workers.sources import sources_of

DAYS = DutyDates(
    opens=date(2027, 2, 1),
    suppliers_answer_by=date(2027, 4, 30),
    hand_in_by=date(2027, 6, 5),
    completeness_by=date(2027, 6, 30),
    feedback_by=date(2027, 8, 2),
)


def test_the_holder_reads_the_new_days_and_has_until_then(installation: Settings) -> None:
    work = at_work()
    uploaded = upload(work)

    with sessions().begin() as session:
        concession = session.get_one(Concession, session.get_one(Report, work.report).concession)
        set_calendar(session, concession, 2026, DAYS, reason="Later.", by=work.people["manager"])

    [event] = told(CalendarChanged)
    with reading() as session:
        written = letters(event, Desk(session=session, base_url="https://portaal.example"))
        until = sources_of(session, uploaded.version).extended_until
    assert {one.reader.email for one in written} == {address("reporter"), address("signatory")}
    assert "uiterlijk 7 juni 2027" in written[0].letter.first_line
    assert until == date(2027, 6, 7)
