"""Signing: what is declared, over what, by whom; then the receipt, and taking back until review begins."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.accounts import confirm_password
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.blueprint import READERS, holder
from portal.holder.conversations import conversations_about
from portal.holder.declaring import declaration_lines, gaps, statement
from portal.holder.evidence import evidence_state
from portal.holder.marks import marks_of
from portal.holder.papers import papers
from portal.holder.sentences import sentence
from portal.holder.verdicts import verdict_lines
from portal.holder.versions import version_lines
from portal.holder.year import year_line
from portal.plan.calls import untold
from portal.refusals import NotYours, Refused
from portal.tenancy import own_report
from portal.use_cases import Declaration, hand_in, withdraw_hand_in
from portal.visitor import me
from schemas.state import Standing
from schemas.store import Check, Person, Signature, Version, reading, sessions
from schemas.web.holder import NOT_DECLARED, HandInSchema, NothingSchema
from schemas.words import DocumentKind, Role


@holder.get("/rapportages/<uuid:report>/indienen")
@for_role(*READERS)
def signing_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        if known.newest is None:
            flash(_("Upload eerst een rapport. Daarna kan het worden ingediend."), "info")
            return redirect(url_for(".report_page", report=report), 303)
        signed = known.current.signed if known.current else None
        if signed and known.state.standing in {Standing.HANDED_IN, Standing.IN_REVIEW}:
            return redirect(url_for(".receipt_page", report=report, signature=signed.id), 303)
        return render_template("holder/signing.html", **_to_sign(session, known))


@holder.post("/rapportages/<uuid:report>/indienen")
@for_role(Role.SIGNATORY)
def sign(report: UUID) -> ResponseReturnValue:
    form = HandInSchema().load(request.form)
    if not form["declared"]:
        raise Refused(NOT_DECLARED, field="verklaring")
    with reading() as session:
        known = about(session, me(), report)
    confirm_password(me(), form["password"])
    declaration = Declaration(version=form["version"], statement=statement(known), key=form["key"])
    with sessions().begin() as session:
        own_report(session, me(), report)
        signature = hand_in(session, report, declaration, by=me().id)
    return redirect(url_for(".receipt_page", report=report, signature=signature.id), 303)


@holder.get("/rapportages/<uuid:report>/bewijs/<uuid:signature>")
@for_role(*READERS)
def receipt_page(report: UUID, signature: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        made = _signature(session, report, signature)
        version = session.get_one(Version, made.version)
        kinds = (DocumentKind.RECEIPT, DocumentKind.COMPLIANCE_REPORT)
        return render_template(
            "holder/receipt.html",
            about=known,
            signature=made,
            version=version,
            signatory=session.get_one(Person, made.by).name,
            sentence=sentence(known, me()),
            year=year_line(known),
            documents=papers(session, report, kinds=kinds, version=version.id),
            may_withdraw=me().has(Role.SIGNATORY) and known.state.may_withdraw and made.withdrawn_at is None,
        )


@holder.post("/rapportages/<uuid:report>/intrekken")
@for_role(Role.SIGNATORY)
@shown_on("holder.report_page")
def take_back(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        withdraw_hand_in(session, own_report(session, me(), report).id, by=me().id)
    flash(_("Uw rapport is ingetrokken. U kunt het verbeteren en opnieuw indienen."), "info")
    return redirect(url_for(".report_page", report=report), 303)


def _to_sign(session: Session, known: About) -> dict[str, Any]:
    newest = known.newest
    assert newest is not None
    check = session.get(Check, newest.id)
    return {
        "about": known,
        "version": newest,
        "row": session.get_one(Version, newest.id),
        "line": version_lines(session, known)[0],
        "sentence": sentence(known, me()),
        "declares": declaration_lines(known),
        "gaps": gaps(session, known, newest, check) if check and check.unreadable_nl is None else [],
        "questions": conversations_about(session, me(), [known.report.id])[known.report.id].awaiting_holder,
        "untold": untold(session, known.report),
        "marked": marks_of(session, [known])[known.report.id].open,
        "evidence": evidence_state(session, known),
        "verdicts": verdict_lines(session, known, newest.id),
        "key": uuid4(),
        "signatory_role": Role.SIGNATORY,
        "may_sign": me().has(Role.SIGNATORY) and known.state.may_sign,
    }


def _signature(session: Session, report: UUID, signature: UUID) -> Signature:
    query = (
        select(Signature)
        .join(Version, Version.id == Signature.version)
        .where(Signature.id == signature, Version.report == report)
        .order_by(Signature.id)
    )
    found = session.scalars(query).one_or_none()
    if found is None:
        raise NotYours(f"signature/{signature}")
    return found
