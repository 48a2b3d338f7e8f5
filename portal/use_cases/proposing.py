"""Terms: proposed as a whole, tried on earlier reports, and then adopted or put aside with a reason."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, Final
from uuid import UUID

import pydantic
from marshmallow import ValidationError
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action, noted
from portal.refusals import Refused
from portal.use_cases.bringing_in import add_edition
from portal.use_cases.changing import change
from portal.use_cases.granting import refuse_who_does_not_lead
from portal.use_cases.trying import ask_trial, newest_trial
from schemas.clock import now, today
from schemas.store import Concession, Organisation, TermsProposal, TrialRun
from schemas.store import Terms as TermsRow
from schemas.store.granting import authorities_of
from schemas.terms import Terms
from schemas.web import Said
from schemas.words import TrialKind

Body = dict[str, Any]

FILE: Final = "bestand"
NO_JSON: Final = Said(
    "Dit is geen JSON-bestand, bij regel {line}. Kies het bestand met de voorwaarden (TERMS.json).",
    "This is no JSON file, at line {line}. Choose the file with the terms (TERMS.json).",
)
AT: Final = Said("Bij {place}: {what}", "At {place}: {what}")
OTHER: Final = Said(
    "Bij {place}: hier staat {given}, bij de concessie {known}. Neem dat over, of wijzig eerst de concessie.",
    "At {place}: this says {given}, the concession {known}. Take that over, or change the concession first.",
)
SAME: Final = Said("Dit zijn de voorwaarden die al gelden.", "These are the terms that hold already.")
NOT_SEEN: Final = Said(
    "De proef op eerdere rapporten is nog niet klaar. Bekijk eerst wat er verandert.",
    "The trial on earlier reports is not done yet. See first what changes.",
)
DECIDED: Final = Said("Over dit voorstel is al besloten.", "This proposal was decided on already.")
OVERTAKEN: Final = Said(
    "De concessie is gewijzigd sinds dit voorstel. Doe een nieuw voorstel.",
    "The concession was changed since this proposal. Make a new proposal.",
)
# What a fault in a file is called, where pydantic says it in English only.
FAULTS: Final = {
    "missing": Said("dit ontbreekt.", "this is missing."),
    "extra_forbidden": Said("dit kennen wij niet. Is het een tikfout?", "we do not know this. Is it a typing error?"),
    "string_pattern_mismatch": Said(
        "‘{input}’ is geen maand-dag zoals 05-01.", "‘{input}’ is no month-day such as 05-01."
    ),
    "string_type": Said("dit moet een tekst zijn.", "this has to be a text."),
    "tuple_type": Said("dit moet een lijst zijn.", "this has to be a list."),
    "dict_type": Said("dit moet een tabel van naam en waarde zijn.", "this has to be a table of name and value."),
    "too_short": Said("vul ten minste één jaar in.", "fill in at least one year."),
}
NO_VALUE: Final = Said(
    "‘{input}’ kan hier niet. Verwacht: {expected}", "‘{input}’ cannot be here. Expected: {expected}"
)


def terms_in_file(data: bytes) -> Body:
    """The terms in a file as they were written; refused with every fault, where it is and what was expected."""
    try:
        body = json.loads(data)
    except UnicodeDecodeError:
        raise Refused(NO_JSON.format(line=1), field=FILE) from None
    except json.JSONDecodeError as wrong:
        raise Refused(NO_JSON.format(line=wrong.lineno), field=FILE) from wrong
    refuse_no_terms(body, field=FILE)
    return dict(body)


def refuse_no_terms(body: object, *, field: str) -> None:
    """Refuse what cannot be read as terms, with every fault."""
    try:
        Terms.model_validate(body)
    except pydantic.ValidationError as wrong:
        raise ValidationError({field: [_fault(one) for one in wrong.errors()]}) from wrong


def propose(
    session: Session, known: Concession, body: Body, *, source: str, reason: str, by: UUID, field: str = FILE
) -> TermsProposal:
    """Keep a proposal and have it tried at once; nothing holds by it. A refusal stands at the field that it came by."""
    refuse_who_does_not_lead(session, known.id, by)
    refuse_no_terms(body, field=field)
    if faults := list(_other_parties(session, known, body)):
        raise ValidationError({field: faults})
    newest = newest_edition(session, known.id)
    if newest and _read(newest.body) == _read(body):
        raise Refused(SAME, field=field)
    proposal = TermsProposal(concession=known.id, body=body, source=source, reason=reason, by=by, at=now())
    session.add(proposal)
    session.flush()
    details = change({}, {"source": source}, reason=reason)
    noted(session, Action.TERMS_PROPOSED, f"concession/{known.id}", actor=by, details=details)
    ask_trial(session, TrialKind.TERMS, str(proposal.id), by=by)
    return proposal


def adopt_terms(session: Session, proposal: TermsProposal, *, from_year: int, reason: str, by: UUID) -> None:
    """Duties from this report year on that open after this take these terms; what is open or decided keeps its own."""
    known = _decidable(session, proposal, by)
    trial = newest_trial(session, TrialKind.TERMS, str(proposal.id))
    run = session.get(TrialRun, trial.id) if trial else None
    if run is None or run.finished_at is None:
        raise Refused(NOT_SEEN, status=409)
    if list(_other_parties(session, known, proposal.body)):
        raise Refused(OVERTAKEN, status=409)
    _decide(proposal, adopted=True, reason=reason, by=by)
    add_edition(session, known, proposal.body, actor=f"person/{by}", by=by, from_year=from_year)
    details = change({}, {"source": proposal.source}, reason=reason) | {"year": from_year}
    noted(session, Action.TERMS_ADOPTED, f"concession/{known.id}", actor=by, details=details)


def put_aside(session: Session, proposal: TermsProposal, *, reason: str, by: UUID) -> None:
    """Nothing changes; the proposal stays with why."""
    known = _decidable(session, proposal, by)
    _decide(proposal, adopted=False, reason=reason, by=by)
    details = change({}, {"source": proposal.source}, reason=reason)
    noted(session, Action.TERMS_PUT_ASIDE, f"concession/{known.id}", actor=by, details=details)


def newest_edition(session: Session, concession: UUID) -> TermsRow | None:
    """The terms that were taken in last."""
    query = select(TermsRow).where(TermsRow.concession == concession)
    return session.scalars(query.order_by(TermsRow.imported_at.desc(), TermsRow.id).limit(1)).first()


def parties_of(session: Session, known: Concession) -> Body:
    """What terms say of the concession itself, as it is now."""
    granting = authorities_of(session, known.id, on=today())
    return {
        "concession_id": known.code,
        "name": known.name,
        "authorities": [one.name for one in granting],
        "lead_authority": next((one.name for one in granting if one.leads), ""),
        "holder_kvk": session.get_one(Organisation, known.holder).kvk or "",
        "starts": known.starts.isoformat(),
        "ends": known.ends.isoformat(),
    }


def _other_parties(session: Session, known: Concession, body: Body) -> Iterator[Said]:
    for name, value in parties_of(session, known).items():
        given = body[name]
        if _in_order(given) != _in_order(value):
            yield OTHER.format(place=name, given=_listed(given), known=_listed(value))


def _read(body: Body) -> Terms:
    """Terms to compare: the order in which authorities are named does not matter."""
    read = Terms.model_validate(body)
    return read.model_copy(update={"authorities": tuple(sorted(read.authorities))})


def _in_order(value: object) -> object:
    """Which authorities grant counts, not in which order they are named."""
    return sorted(value) if isinstance(value, list) else value


def _listed(value: object) -> str:
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


def _decidable(session: Session, proposal: TermsProposal, by: UUID) -> Concession:
    refuse_who_does_not_lead(session, proposal.concession, by)
    if proposal.adopted is not None:
        raise Refused(DECIDED, status=409)
    return session.get_one(Concession, proposal.concession)


def _decide(proposal: TermsProposal, *, adopted: bool, reason: str, by: UUID) -> None:
    proposal.adopted, proposal.decision_reason = adopted, reason
    proposal.decided_at, proposal.decided_by = now(), by


def _fault(error: Any) -> Said:
    """One fault in both languages, at its place in the file."""
    place = " → ".join(str(one + 1) if isinstance(one, int) else str(one) for one in error["loc"]) or "TERMS.json"
    given = str(error.get("input"))[:80]
    if error["type"] == "value_error":
        # What the terms themselves say is in both languages already.
        text = str(error["ctx"]["error"])
        return Said(f"{place}: {text}", f"{place}: {text}")
    known = FAULTS.get(error["type"], NO_VALUE.format(input=given, expected=str(error["msg"])))
    what = known.format(input=given)
    return Said(AT.format(place=place, what=what), AT.en.format(place=place, what=what.en))
