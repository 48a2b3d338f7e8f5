"""The letters of a check: it is done, with or without something to do, or an operator stopped it."""

from __future__ import annotations

from schemas.events import CheckStopped, VersionChecked
from schemas.letters.wording import both, counted
from schemas.state import Checked, State, VersionFacts, state_of
from schemas.store import Check, Version, facts_of
from schemas.texts import Bilingual
from schemas.words import Role
from workers.mail.addressing import Addressed, Desk, facts_about, page_of, to_each
from workers.mail.facts import Reader, has_role, reader, report_facts

ERROR, ERRORS = both("fout", "error"), both("fouten", "errors")
QUESTION, QUESTIONS = both("vraag", "question"), both("vragen", "questions")
YOU_SIGN = both("U dient", "Please hand in")
THEY_SIGN = both("Uw ondertekenaar dient", "Your signatory can hand in")


def version_checked(event: VersionChecked, desk: Desk) -> tuple[Addressed, ...]:
    """That the check is done goes to who uploaded, also where nothing was found; of a rehearsal nothing is mailed."""
    about = report_facts(desk.session, event.version.report)
    facts = facts_of(desk.session, event.version.report)
    version = next((one for one in facts.versions if one.id == event.version.version), None)
    if version is None:
        return ()
    check = desk.session.get_one(Check, version.id)
    uploader = reader(desk.session, desk.session.get_one(Version, version.id).by)
    told = facts_about(about) | {
        "number": str(version.number),
        "errors": counted(check.errors, ERROR, ERRORS),
        "questions": counted(_open(version.checked), QUESTION, QUESTIONS),
        "also": _also(_open(version.checked)),
        "unreadable": Bilingual(nl=check.unreadable_nl or "", en=check.unreadable_en or ""),
        "act_by": state_of(facts).by or about.dates.hand_in_by,
        "signs": _signs(desk, uploader),
    }
    page = f"{page_of(desk, about.report)}/versies/{version.number}"
    return to_each((uploader,), _template(check, version, state_of(facts)), told, page)


def check_stopped(event: CheckStopped, desk: Desk) -> tuple[Addressed, ...]:
    """A check that was given up is told to everybody who can upload again or waits to sign."""
    about = report_facts(desk.session, event.version.report)
    by = state_of(facts_of(desk.session, event.version.report)).by
    facts = facts_about(about) | {"number": str(event.version.number), "act_by": by or about.dates.hand_in_by}
    return to_each(about.holders, "check_stopped", facts, page_of(desk, about.report))


def _template(check: Check, version: VersionFacts, state: State) -> str:
    if check.unreadable_nl is not None:
        return "unreadable"
    if check.errors:
        return "check_with_errors"
    if version.signed and state.version == version.id:
        return "check_of_signed"
    return "check_with_questions" if _open(version.checked) else "check_without_findings"


def _open(checked: Checked | None) -> int:
    return checked.unanswered_warnings if checked else 0


def _also(questions: int) -> Bilingual:
    if not questions:
        return Bilingual(nl="", en="")
    number = counted(questions, QUESTION, QUESTIONS)
    verbs = ("is", "is") if questions == 1 else ("zijn", "are")
    return Bilingual(
        nl=f"Ook {verbs[0]} er {number.nl} om toe te lichten.", en=f"There {verbs[1]} also {number.en} to explain."
    )


def _signs(desk: Desk, uploader: Reader) -> Bilingual:
    person = uploader.person
    return YOU_SIGN if person and has_role(desk.session, person, Role.SIGNATORY) else THEY_SIGN


LETTERS = (version_checked, check_stopped)
