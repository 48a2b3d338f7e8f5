"""The pages of a concession's terms: reading them, and proposing others by a norm or by a file."""

from __future__ import annotations

import json
from typing import Any, Final
from uuid import UUID

from flask import Response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.history import history_of
from portal.language import in_language
from portal.office.blueprint import office
from portal.office.editions import editions_shown
from portal.office.terms import norms_shown, path_on_the_form, tables_shown
from portal.refusals import NotYours, Refused
from portal.reminders.of_terms import next_days, steps_shown
from portal.sizes import takes_files
from portal.tenancy import leads, their_concession
from portal.use_cases.proposing import (
    FILE,
    newest_edition,
    parties_of,
    propose,
    terms_in_file,
)
from portal.use_cases.taking import NO_FILE
from portal.visitor import me
from schemas.clock import today
from schemas.norms import NORM
from schemas.store import Concession, Person, TermsProposal, reading, sessions
from schemas.terms import Terms
from schemas.web.office import NormSchema, ReasonSchema
from schemas.words import Role

MOST_BYTES: Final = 2_000_000
# What terms begin with where there are none yet.
BEGINNING: Final = {
    "opens": "02-01",
    "suppliers_answer_by": "04-01",
    "hand_in_by": "05-01",
    "completeness_by": "05-15",
    "feedback_by": "07-01",
}


@office.get("/beheer/concessies/<uuid:concession>/voorwaarden")
@for_role(Role.FUNCTIONAL_MANAGER, Role.MANAGER)
def terms(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = their_concession(session, me(), concession)
        edition = newest_edition(session, known.id)
        read = Terms.model_validate(edition.body) if edition else None
        return render_template(
            "office/terms.html",
            concession=known,
            edition=edition,
            editions=editions_shown(session, known.id),
            norms=norms_shown(read) if read else [],
            tables=tables_shown(read) if read else [],
            reminders=steps_shown(read) if read else [],
            coming=next_days(session, known.id) if read else (),
            may_change=me().has(Role.FUNCTIONAL_MANAGER) and leads(session, me(), known.id),
            others=_other_norms(read) if read else [],
            proposals=_proposals(session, known.id),
            steps=history_of(session, f"concession/{known.id}", known.code),
        )


@office.get("/beheer/concessies/<uuid:concession>/voorwaarden/TERMS.json")
@for_role(Role.FUNCTIONAL_MANAGER, Role.MANAGER)
def terms_file(concession: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = their_concession(session, me(), concession)
        text = json.dumps(_own_body(session, known), indent=2, ensure_ascii=False)
    headers = {"Content-Disposition": f'attachment; filename="{known.code}-TERMS.json"'}
    return Response(text, mimetype="application/json", headers=headers)


@office.post("/beheer/concessies/<uuid:concession>/voorwaarden")
@for_role(Role.FUNCTIONAL_MANAGER)
@takes_files("document_limit_bytes")
def propose_file(concession: UUID) -> ResponseReturnValue:
    form = ReasonSchema().load(request.form)
    file = request.files.get(FILE)
    if file is None or not file.filename:
        raise Refused(NO_FILE, field=FILE)
    body = terms_in_file(file.stream.read(MOST_BYTES))
    return _proposed(concession, body, source=file.filename[:200], reason=form["reason"])


@office.get("/beheer/concessies/<uuid:concession>/voorwaarden/normen/<norm>")
@for_role(Role.FUNCTIONAL_MANAGER)
def norm(concession: UUID, norm: str) -> ResponseReturnValue:
    if norm not in NORM:
        raise NotYours(f"norm/{norm}")
    with reading() as session:
        known = their_concession(session, me(), concession)
        edition = newest_edition(session, known.id)
        asked = Terms.model_validate(edition.body).norm(norm) if edition else None
        return render_template(
            "office/norm.html",
            concession=known,
            norm=NORM[norm],
            asked=asked,
            path=path_on_the_form(asked) if asked else f"{today().year}: ",
        )


@office.post("/beheer/concessies/<uuid:concession>/voorwaarden/normen/<norm>")
@for_role(Role.FUNCTIONAL_MANAGER)
def propose_norm(concession: UUID, norm: str) -> ResponseReturnValue:
    if norm not in NORM:
        raise NotYours(f"norm/{norm}")
    form = NormSchema().load(request.form)
    with reading() as session:
        body = _own_body(session, their_concession(session, me(), concession))
    name = in_language(NORM[norm].name)
    return _proposed(concession, _with_norm(body, norm, form), source=name, reason=form["reason"], field="pad")


def _proposed(
    concession: UUID, body: dict[str, Any], *, source: str, reason: str, field: str = FILE
) -> ResponseReturnValue:
    with sessions().begin() as session:
        known: Concession = their_concession(session, me(), concession)
        made = propose(session, known, body, source=source, reason=reason, by=me().id, field=field).id
    return redirect(url_for(".proposal", proposal=made), 303)


def _own_body(session: Session, known: Concession) -> dict[str, Any]:
    """The newest terms with the concession as it is now; where there are none, what terms begin with."""
    edition = newest_edition(session, known.id)
    begun = {"calendar": BEGINNING, "norms": []} if edition is None else edition.body
    return {**begun, **parties_of(session, known)}


def _with_norm(body: dict[str, Any], norm: str, form: dict[str, Any]) -> dict[str, Any]:
    """The terms with one norm asked as the form says; of several entries of one norm the last one."""
    entries = list(body.get("norms", []))
    place = max((at for at, one in enumerate(entries) if one["norm"] == norm), default=len(entries))
    before = entries[place] if place < len(entries) else {}
    kept = {name: value for name, value in before.items() if name not in {"last_year", "part"}}
    given = {name: form[name] for name in ("last_year", "part") if form[name]}
    asked = kept | {"norm": norm, "article": form["article"], "path": form["path"]} | given
    return body | {"norms": [*entries[:place], asked, *entries[place + 1 :]]}


def _other_norms(read: Terms) -> list[tuple[str, str]]:
    asked = {one.norm for one in read.norms}
    return [(norm, in_language(known.name)) for norm, known in NORM.items() if norm not in asked]


def _proposals(session: Session, concession: UUID) -> list[tuple[TermsProposal, str]]:
    query = (
        select(TermsProposal, Person.name)
        .join(Person, Person.id == TermsProposal.by)
        .where(TermsProposal.concession == concession)
        .order_by(TermsProposal.at.desc(), TermsProposal.id)
    )
    return [(proposal, name) for proposal, name in session.execute(query)]
