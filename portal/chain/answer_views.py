"""The holder's pages of its suppliers' answers: reading, accepting, questioning, and declaring what stays away."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.access import for_role
from portal.chain.answers_shown import firms_with_answers
from portal.chain.asked import waiting_for
from portal.chain.blueprint import chain
from portal.chain.judged import verdicts_in
from portal.chain.words import role_word, stand_word
from portal.errors import shown_on
from portal.holder.about import about
from portal.holder.labels import sheet_label
from portal.tenancy import HOLDER_ROLES, own_report
from portal.use_cases.asking import may_ask
from portal.use_cases.judging_answers import accept_the_rest, declare_gap, judge_answers, lay_beside, withdraw_gap
from portal.visitor import me
from schemas.report.sheet_text import by_form
from schemas.store import reading, sessions
from schemas.web.chain import DeclareSchema
from schemas.web.holder import NothingSchema
from schemas.words import Role


@chain.get("/rapportages/<uuid:report>/keten/antwoorden")
@for_role(*HOLDER_ROLES)
def answers_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        return render_template(
            "chain/answers.html",
            about=known,
            firms=firms_with_answers(session, known.report),
            waiting=waiting_for(session, [report]).get(report),
            may_judge=me().has(Role.REPORTER) and may_ask(session, report),
            role_word=role_word,
            sheet_label=sheet_label,
            sheet_address=_sheet_address,
            stand_word=stand_word,
        )


@chain.get("/rapportages/<uuid:report>/keten/antwoorden/<uuid:ask>")
@for_role(*HOLDER_ROLES)
def judging_page(report: UUID, ask: UUID) -> ResponseReturnValue:
    """Where a refused judgement is shown: the page of all answers."""
    del ask
    return answers_page(report)


@chain.post("/rapportages/<uuid:report>/keten/antwoorden/<uuid:ask>")
@for_role(Role.REPORTER)
@shown_on("chain.judging_page")
def judge(report: UUID, ask: UUID) -> ResponseReturnValue:
    verdicts = verdicts_in(request.form)
    with sessions().begin() as session:
        judge_answers(session, own_report(session, me(), report).id, ask, verdicts, by=me().id)
    asked = any(not one.accepted for one in verdicts)
    flash(_("Bewaard. Uw vraag gaat per mail naar de leverancier.") if asked else _("Bewaard."), "meets")
    return redirect(url_for(".answers_page", report=report), 303)


@chain.post("/rapportages/<uuid:report>/keten/antwoorden/<uuid:ask>/aanvaarden")
@for_role(Role.REPORTER)
@shown_on("chain.judging_page")
def accept(report: UUID, ask: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        number = accept_the_rest(session, own_report(session, me(), report).id, ask, by=me().id)
    flash(ngettext("%(num)s antwoord aanvaard.", "%(num)s antwoorden aanvaard.", number), "meets")
    return redirect(url_for(".answers_page", report=report), 303)


@chain.post("/rapportages/<uuid:report>/keten/antwoorden/<uuid:ask>/bestanden")
@for_role(Role.REPORTER)
@shown_on("chain.judging_page")
def lay(report: UUID, ask: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        number = lay_beside(session, own_report(session, me(), report).id, ask, by=me().id)
    flash(ngettext("%(num)s bestand ligt bij uw rapport.", "%(num)s bestanden liggen bij uw rapport.", number), "meets")
    return redirect(url_for(".answers_page", report=report), 303)


@chain.post("/rapportages/<uuid:report>/keten/gaten")
@for_role(Role.REPORTER)
@shown_on("chain.answers_page")
def declare(report: UUID) -> ResponseReturnValue:
    form = DeclareSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        declare_gap(session, own.id, form["supplier"], form["reason"], by=me().id)
    flash(_("Verklaard. Dit staat bij het rapport, en u kunt indienen."), "meets")
    return redirect(url_for(".answers_page", report=report), 303)


@chain.post("/rapportages/<uuid:report>/keten/gaten/<uuid:gap>/intrekken")
@for_role(Role.REPORTER)
def withdraw(report: UUID, gap: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        withdraw_gap(session, own_report(session, me(), report).id, gap, by=me().id)
    flash(_("De verklaring is ingetrokken."), "meets")
    return redirect(url_for(".answers_page", report=report), 303)


def _sheet_address(report: UUID, sheet: str) -> str:
    """Where a sheet is filled in: its form, or its line among the parts of the draft."""
    if by_form(sheet):
        return url_for("drafting.form_page", report=report, sheet=sheet)
    return url_for("drafting.page", report=report, _anchor=sheet)
