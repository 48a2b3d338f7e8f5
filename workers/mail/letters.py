"""Which letters an event asks for: to whom, with which words and facts."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from functools import singledispatch
from uuid import UUID

from sqlalchemy.orm import Session

from schemas.clock import DUTCH_TIME, dutch_day
from schemas.events import (
    CheckStopped,
    DutyOpened,
    Event,
    ExtensionAnswered,
    ExtensionAsked,
    IntentionAnnounced,
    NegativeDecisionProposed,
    PasswordResetAsked,
    PersonInvited,
    QuestionAnswered,
    QuestionAsked,
    ReportHandedIn,
    ReportIssued,
    ReportReceived,
    VersionChecked,
    ViewGiven,
    WaiverRecorded,
    WaiverWithdrawn,
)
from schemas.report.sheets import BY_NAME
from schemas.state import state_of
from schemas.store import Check, Version, facts_of
from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome
from workers.domain.rendering import day
from workers.mail.conversation_facts import conversation_facts
from workers.mail.extension_facts import extension_facts
from workers.mail.facts import (
    Reader,
    ReportFacts,
    WaiverFacts,
    decision_facts,
    organisation_of,
    reader,
    report_facts,
    signature_facts,
    token_expiry,
    waiver_facts,
)
from workers.mail.hearing_facts import hearing_facts
from workers.mail.letter import Button, Letter
from workers.mail.words import ERROR, ERRORS, QUESTION, QUESTIONS, WORDINGS, counted, filled

Facts = Mapping[str, "str | date | datetime | Bilingual"]

OUTCOMES = {
    DecisionOutcome.ACCEPTED.value: Bilingual(nl="aanvaard", en="accepted"),
    DecisionOutcome.ACCEPTED_WITH_REMARKS.value: Bilingual(nl="aanvaard met opmerkingen", en="accepted with remarks"),
    DecisionOutcome.SENT_BACK.value: Bilingual(nl="teruggestuurd", en="sent back"),
}


@dataclass(frozen=True)
class Addressed:
    """A letter with its reader. ``token`` is the invitation or reset whose secret goes into the link when it is posted."""

    reader: Reader
    letter: Letter
    token: UUID | None = None


@dataclass(frozen=True)
class Desk:
    """What letters are written with: the session to read facts in, and the address of the portal."""

    session: Session
    base_url: str


@singledispatch
def letters(event: Event, desk: Desk) -> tuple[Addressed, ...]:
    """The letters that an event asks for; none for an event that nobody is told of."""
    del event, desk
    return ()


@letters.register
def _(event: DutyOpened, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    return _to(about.holders, "duty_opened", _of(about), _page(desk, event.report))


@letters.register
def _(event: VersionChecked, desk: Desk) -> tuple[Addressed, ...]:
    if not event.summary.errors:
        return ()
    about = report_facts(desk.session, event.version.report)
    uploader = reader(desk.session, desk.session.get_one(Version, event.version.version).by)
    check = desk.session.get_one(Check, event.version.version)
    facts = _of(about) | {
        "number": str(event.version.number),
        "errors": counted(event.summary.errors, ERROR, ERRORS),
        "also": _also(event.summary.warnings),
        "unreadable": Bilingual(nl=check.unreadable_nl or "", en=check.unreadable_en or ""),
        "act_by": about.dates.hand_in_by,
    }
    template = "unreadable" if check.unreadable_nl is not None else "check_with_errors"
    return _to((uploader,), template, facts, _page(desk, about.report))


@letters.register
def _(event: CheckStopped, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    by = state_of(facts_of(desk.session, event.version.report)).by
    facts = _of(about) | {"number": str(event.version.number), "act_by": by or about.dates.hand_in_by}
    return _to(about.holders, "check_stopped", facts, _page(desk, about.report))


@letters.register
def _(event: ReportReceived, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    return _to(about.holders, "receipt", _signed(desk, about, event.signature), _page(desk, about.report))


@letters.register
def _(event: ReportHandedIn, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    return _to(about.managers, "handed_in", _signed(desk, about, event.signature), _page(desk, about.report))


@letters.register
def _(event: NegativeDecisionProposed, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    return _to(about.second_readers, "second_reading", _decided(desk, about, event.decision), _page(desk, about.report))


@letters.register
def _(event: ReportIssued, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    facts = _decided(desk, about, event.decision)
    sent_back = facts["outcome"] == OUTCOMES[DecisionOutcome.SENT_BACK.value]
    return _to(about.holders, "sent_back" if sent_back else "decision", facts, _page(desk, about.report))


@letters.register
def _(event: WaiverRecorded, desk: Desk) -> tuple[Addressed, ...]:
    about = waiver_facts(desk.session, event.waiver)
    return _to(about.holders, "waiver_recorded", _waiver(about, about.reason), _waivers_page(desk, event.concession))


@letters.register
def _(event: WaiverWithdrawn, desk: Desk) -> tuple[Addressed, ...]:
    about = waiver_facts(desk.session, event.waiver)
    facts = _waiver(about, about.withdrawn_reason)
    return _to(about.holders, "waiver_withdrawn", facts, _waivers_page(desk, event.concession))


@letters.register
def _(event: QuestionAsked, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    return _to(about.holders, "question_asked", _asked(desk, about, event), _conversation_page(desk, event))


@letters.register
def _(event: QuestionAnswered, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    return _to(about.managers, "question_answered", _asked(desk, about, event), _conversation_page(desk, event))


@letters.register
def _(event: IntentionAnnounced, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    url = f"{_page(desk, about.report)}/zienswijze"
    return _to(about.holders, "intention", _of(about) | hearing_facts(desk.session, event.intention), url)


@letters.register
def _(event: ViewGiven, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    facts = _of(about) | hearing_facts(desk.session, event.intention)
    return _to(about.managers, "view_given", facts, _page(desk, about.report))


@letters.register
def _(event: ExtensionAsked, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    facts = _of(about) | extension_facts(desk.session, event.request)
    return _to(about.managers, "extension_asked", facts, _page(desk, event.report))


@letters.register
def _(event: ExtensionAnswered, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    facts = _of(about) | extension_facts(desk.session, event.request)
    return _to(about.holders, "extension_answered", facts, _page(desk, event.report))


@letters.register
def _(event: PersonInvited, desk: Desk) -> tuple[Addressed, ...]:
    return _with_token(event.person, event.token, "invitation", f"{desk.base_url}/uitnodiging/", desk)


@letters.register
def _(event: PasswordResetAsked, desk: Desk) -> tuple[Addressed, ...]:
    return _with_token(event.person, event.token, "password_reset", f"{desk.base_url}/wachtwoord/", desk)


def _of(about: ReportFacts) -> dict[str, str | date | datetime | Bilingual]:
    return {
        "year": str(about.year),
        "concession": about.concession,
        "holder": about.holder,
        "hand_in_by": about.dates.hand_in_by,
        "feedback_by": about.dates.feedback_by,
    }


def _signed(desk: Desk, about: ReportFacts, signature: UUID) -> Facts:
    signed = signature_facts(desk.session, signature)
    return _of(about) | {
        "signed_at": signed.at,
        "signatory": signed.signatory,
        "number": str(signed.number),
        "sha256": signed.manifest_sha256,
    }


def _decided(desk: Desk, about: ReportFacts, decision: UUID) -> Facts:
    decided = decision_facts(desk.session, decision)
    return _of(about) | {
        "outcome": OUTCOMES[decided.outcome],
        "by": decided.by,
        "reason": decided.reason or Bilingual(nl="geen", en="none"),
        "term": decided.term or about.dates.hand_in_by,
        "sheets": _sheets(decided.sheets),
    }


def _sheets(names: tuple[str, ...]) -> Bilingual:
    labels = [BY_NAME[name].label for name in names if name in BY_NAME]
    if not labels:
        return Bilingual(nl="", en="")
    nl, en = (", ".join(label.in_(language) for label in labels) for language in Language)
    return Bilingual(
        nl=f"Het gaat om: {nl}. Laat de andere bladen zoals ze zijn.",
        en=f"It is about: {en}. Leave the other sheets as they are.",
    )


def _also(warnings: int) -> Bilingual:
    if not warnings:
        return Bilingual(nl="", en="")
    number = counted(warnings, QUESTION, QUESTIONS)
    verbs = ("is", "is") if warnings == 1 else ("zijn", "are")
    return Bilingual(
        nl=f"Ook {verbs[0]} er {number.nl} om toe te lichten.", en=f"There {verbs[1]} also {number.en} to explain."
    )


def _waiver(about: WaiverFacts, reason: str) -> Facts:
    return {
        "concession": about.concession,
        "decision": about.decision,
        "scope": about.scope,
        "starts": about.starts,
        "ends": about.ends,
        "reason": reason,
    }


def _asked(desk: Desk, about: ReportFacts, event: QuestionAsked | QuestionAnswered) -> Facts:
    said = conversation_facts(desk.session, event.message)
    return _of(about) | {"by": said.by, "place": said.place, "by_when": said.by_when, "text": said.text}


def _conversation_page(desk: Desk, event: QuestionAsked | QuestionAnswered) -> str:
    return f"{_page(desk, event.report)}/gesprekken/{event.conversation}"


def _waivers_page(desk: Desk, concession: UUID) -> str:
    return f"{desk.base_url}/concessies/{concession}/ontheffingen"


def _page(desk: Desk, report: UUID) -> str:
    return f"{desk.base_url}/rapportages/{report}"


def _to(readers: Iterable[Reader], template: str, facts: Facts, url: str) -> tuple[Addressed, ...]:
    return tuple(Addressed(reader=one, letter=written(template, facts, url, one.language)) for one in readers)


def _with_token(person: UUID, token: UUID, template: str, url: str, desk: Desk) -> tuple[Addressed, ...]:
    to = reader(desk.session, person)
    facts: Facts = {
        "expires": token_expiry(desk.session, token),
        "organisation": organisation_of(desk.session, person),
    }
    return (Addressed(reader=to, letter=written(template, facts, url, to.language), token=token),)


def written(template: str, facts: Facts, url: str, language: Language) -> Letter:
    """A letter in the reader's language."""
    words = WORDINGS[template]
    said = {name: _said(value, language) for name, value in facts.items()}
    fill: Callable[[Bilingual], str] = lambda text: filled(text, said, language)  # noqa: E731 - one line of three words
    return Letter(
        template=template,
        subject=fill(words.subject),
        first_line=fill(words.first_line),
        lines=tuple(line for line in map(fill, words.lines) if line),
        button=Button(label=fill(words.button), url=url),
        why=fill(words.why),
    )


def _said(value: str | date | datetime | Bilingual, language: Language) -> str:
    if isinstance(value, Bilingual):
        return value.in_(language)
    if isinstance(value, datetime):
        local = value.astimezone(DUTCH_TIME)
        clock = local.strftime("%H.%M uur") if language is Language.NL else local.strftime("%H:%M")
        return f"{day(dutch_day(value), language)}, {clock}"
    return day(value, language) if isinstance(value, date) else value
