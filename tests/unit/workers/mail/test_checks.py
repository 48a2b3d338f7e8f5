"""Who uploaded hears by mail that the check is done, also where nothing was found: what is asked now, and by when."""

from __future__ import annotations

from uuid import uuid4

from portal.use_cases.drafting import rehearse
from schemas.clock import now
from schemas.events import Summary, VersionChecked
from schemas.judgement import Severity
from schemas.settings import Settings
from schemas.store import Check, Finding, RoleOfPerson, RuleResult, reading, sessions
from schemas.words import Role
from tests.unit.workers.at_work import AtWork, about_of, address, at_work, sign, upload, write
from workers.mail.addressing import Desk
from workers.mail.letter import Letter
from workers.mail.letters import letters


def mailed(work: AtWork, *, errors: int = 0, questions: int = 0, signed: bool = False) -> Letter:
    """The one letter of a check that found so much."""
    event = upload(work)
    if signed:
        sign(work, event.version)
    found = Summary(errors=errors, warnings=questions, notices=0)
    checked = {"version": event.version.version, "started_at": now(), "at": now(), "rule_set": "2026.1", "rows": {}}
    write(
        Check(**checked, **found.model_dump()),
        *(a_question(event.version.version, place) for place in range(questions)),
        RuleResult(
            version=event.version.version, rule="ENE-003", severity=Severity.WARNING, revision=1, count=questions
        ),
    )
    with reading() as session:
        desk = Desk(session=session, base_url="https://portaal.example")
        [one] = letters(VersionChecked(version=event.version, summary=found, validation_sha256=None), desk)
    assert one.reader.email == address("reporter")
    return one.letter


def a_question(version: object, place: int) -> Finding:
    said = {"message_nl": "Vraag.", "message_en": "Question.", "sheet": "energy", "raw": {}}
    return Finding(
        version=version,
        position=place,
        rule="ENE-003",
        revision=1,
        severity=Severity.WARNING,
        entity=f"V{place}",
        **said,
    )


def test_a_check_with_questions_asks_to_explain_them(installation: Settings) -> None:
    letter = mailed(at_work(), questions=2)

    assert letter.subject == "2 vragen over versie 1 voor Voorbeeld-Oost"
    assert letter.first_line == (
        "U licht 2 vragen toe bij versie 1 van het rapport over 2026 voor Voorbeeld-Oost, uiterlijk 3 mei 2027."
    )
    assert letter.button
    assert letter.button.url.endswith("/versies/1")


def test_good_news_is_mailed_too(installation: Settings) -> None:
    letter = mailed(at_work())

    assert letter.first_line.startswith(
        "Uw ondertekenaar dient het rapport over 2026 voor Voorbeeld-Oost in, uiterlijk 3 mei 2027"
    )


def test_who_signs_as_well_is_asked_to_hand_in(installation: Settings) -> None:
    work = at_work()
    write(RoleOfPerson(person=work.people["reporter"], role=Role.SIGNATORY))

    assert mailed(work).first_line.startswith("U dient het rapport over 2026")


def test_errors_are_told_with_the_questions_beside_them(installation: Settings) -> None:
    letter = mailed(at_work(), errors=3, questions=1)

    assert letter.first_line.startswith("U verbetert 3 fouten in versie 1")
    assert letter.lines[0] == "Ook is er 1 vraag om toe te lichten."


def test_a_version_that_was_signed_already_asks_nothing(installation: Settings) -> None:
    letter = mailed(at_work(), signed=True)

    assert letter.first_line.startswith("U hoeft niets te doen")


def test_of_a_rehearsal_nothing_is_mailed(installation: Settings) -> None:
    work = at_work()
    upload(work)
    with sessions().begin() as session:
        version = rehearse(session, work.report, key=uuid4(), by=work.people["reporter"])
    found = Summary(errors=0, warnings=0, notices=0)

    with reading() as session:
        desk = Desk(session=session, base_url="https://portaal.example")
        written = letters(VersionChecked(version=about_of(version), summary=found, validation_sha256=None), desk)

    assert written == ()
