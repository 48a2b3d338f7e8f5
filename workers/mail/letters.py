"""Which letters an event asks for: to whom, with which words and facts."""

from __future__ import annotations

from dataclasses import replace
from functools import singledispatch
from uuid import UUID

from sqlalchemy import select

from schemas.events import (
    DutyOpened,
    Event,
    NegativeDecisionProposed,
    PasswordResetAsked,
    PersonInvited,
    ReportHandedIn,
    ReportIssued,
    ReportReceived,
    WaiverRecorded,
    WaiverWithdrawn,
)
from schemas.report.sheets import BY_NAME
from schemas.store import Document
from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome, DocumentKind
from workers.mail import (
    asking_letters,
    calendar_letters,
    check_letters,
    conversation_letters,
    mark_letters,
    people_letters,
    plan_letters,
    proof_letters,
    publication_letters,
    receipt_letters,
    shortfall_letters,
)
from workers.mail.addressing import Addressed, Desk, Facts, facts_about, page_of, to_each, written
from workers.mail.facts import (
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
from workers.mail.letter import Attachment

OUTCOMES = {
    DecisionOutcome.ACCEPTED.value: Bilingual(nl="aanvaard", en="accepted"),
    DecisionOutcome.ACCEPTED_WITH_REMARKS.value: Bilingual(nl="aanvaard met opmerkingen", en="accepted with remarks"),
    DecisionOutcome.SENT_BACK.value: Bilingual(nl="teruggestuurd", en="sent back"),
}


@singledispatch
def letters(event: Event, desk: Desk) -> tuple[Addressed, ...]:
    """The letters that an event asks for; none for an event that nobody is told of."""
    del event, desk
    return ()


for _letter in (
    *asking_letters.LETTERS,
    *check_letters.LETTERS,
    *conversation_letters.LETTERS,
    *mark_letters.LETTERS,
    *people_letters.LETTERS,
    *calendar_letters.LETTERS,
    *plan_letters.LETTERS,
    *proof_letters.LETTERS,
    *publication_letters.LETTERS,
    *receipt_letters.LETTERS,
    *shortfall_letters.LETTERS,
):
    letters.register(_letter)


@letters.register
def _(event: DutyOpened, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.report)
    return to_each(about.holders, "duty_opened", facts_about(about), page_of(desk, event.report))


@letters.register
def _(event: ReportReceived, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    page = f"{page_of(desk, about.report)}/bewijs/{event.signature}"
    asked = to_each(about.holders, "receipt", _signed(desk, about, event.signature), page)
    return tuple(_with_receipt(desk, event, one) for one in asked)


@letters.register
def _(event: ReportHandedIn, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    return to_each(about.managers, "handed_in", _signed(desk, about, event.signature), page_of(desk, about.report))


@letters.register
def _(event: NegativeDecisionProposed, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    return to_each(
        about.second_readers, "second_reading", _decided(desk, about, event.decision), page_of(desk, about.report)
    )


@letters.register
def _(event: ReportIssued, desk: Desk) -> tuple[Addressed, ...]:
    about = report_facts(desk.session, event.version.report)
    facts = _decided(desk, about, event.decision)
    sent_back = facts["outcome"] == OUTCOMES[DecisionOutcome.SENT_BACK.value]
    return to_each(about.holders, "sent_back" if sent_back else "decision", facts, page_of(desk, about.report))


@letters.register
def _(event: WaiverRecorded, desk: Desk) -> tuple[Addressed, ...]:
    about = waiver_facts(desk.session, event.waiver)
    return to_each(
        about.holders, "waiver_recorded", _waiver(about, about.reason), _waivers_page(desk, event.concession)
    )


@letters.register
def _(event: WaiverWithdrawn, desk: Desk) -> tuple[Addressed, ...]:
    about = waiver_facts(desk.session, event.waiver)
    facts = _waiver(about, about.withdrawn_reason)
    return to_each(about.holders, "waiver_withdrawn", facts, _waivers_page(desk, event.concession))


@letters.register
def _(event: PersonInvited, desk: Desk) -> tuple[Addressed, ...]:
    return _with_token(event.person, event.token, "invitation", f"{desk.base_url}/uitnodiging/", desk)


@letters.register
def _(event: PasswordResetAsked, desk: Desk) -> tuple[Addressed, ...]:
    return _with_token(event.person, event.token, "password_reset", f"{desk.base_url}/wachtwoord/", desk)


# Whoever registers a letter above need not say anywhere else that people are told of its event.
EVENTS: tuple[type[Event], ...] = tuple(kind for kind in letters.registry if kind is not object)


def _signed(desk: Desk, about: ReportFacts, signature: UUID) -> Facts:
    signed = signature_facts(desk.session, signature)
    return facts_about(about) | {
        "signed_at": signed.at,
        "signatory": signed.signatory,
        "number": str(signed.number),
        "sha256": signed.manifest_sha256,
    }


def _with_receipt(desk: Desk, event: ReportReceived, addressed: Addressed) -> Addressed:
    """The letter with the receipt of this hand-in beside it, in the reader's language."""
    told = select(Document.for_event).where(Document.sha256 == event.receipt_sha256)
    query = select(Document).where(
        Document.kind == DocumentKind.RECEIPT,
        Document.version == event.version.version,
        Document.for_event.in_(told),
        Document.language == addressed.reader.language,
    )
    made = desk.session.scalars(query.order_by(Document.made_at.desc(), Document.id).limit(1)).first()
    if made is None:
        return addressed
    receipt = Attachment(name=made.file_name, media_type=made.media_type, sha256=made.sha256)
    return replace(addressed, letter=replace(addressed.letter, attachments=(receipt,)))


def _decided(desk: Desk, about: ReportFacts, decision: UUID) -> Facts:
    decided = decision_facts(desk.session, decision)
    return facts_about(about) | {
        "outcome": OUTCOMES[decided.outcome],
        "by": decided.by,
        "reason": decided.reason or Bilingual(nl="geen", en="none"),
        "term": decided.term or about.dates.hand_in_by,
        "sheets": _sheets(decided.sheets),
        "letter": decided.letter,
    }


def _sheets(names: tuple[str, ...]) -> Bilingual:
    labels = [BY_NAME[name].label for name in names if name in BY_NAME]
    if not labels:
        return Bilingual(nl="", en="")
    nl, en = (", ".join(label.in_(language) for label in labels) for language in Language)
    return Bilingual(
        nl=f"Het gaat om: {nl}. Alleen die kunt u veranderen; de andere blijven zoals u ze indiende.",
        en=f"It is about: {en}. Only those you can change; the others stay as you handed them in.",
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


def _waivers_page(desk: Desk, concession: UUID) -> str:
    return f"{desk.base_url}/concessies/{concession}/ontheffingen"


def _with_token(person: UUID, token: UUID, template: str, url: str, desk: Desk) -> tuple[Addressed, ...]:
    to = reader(desk.session, person)
    facts: Facts = {
        "expires": token_expiry(desk.session, token),
        "organisation": organisation_of(desk.session, person),
    }
    return (Addressed(reader=to, letter=written(template, facts, url, to.language), token=token),)
