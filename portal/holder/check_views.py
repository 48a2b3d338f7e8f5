"""The page of a version: the live state of its check, what was found, and the explanations under it."""

from __future__ import annotations

from typing import Any, Final
from urllib.parse import quote, urlencode
from uuid import UUID, uuid4

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.filters import number as said_number
from portal.holder.about import About, about
from portal.holder.answering import answers_shown
from portal.holder.blueprint import READERS, WRITERS, holder
from portal.holder.changed_figures import changed_figures
from portal.holder.comparing import changes
from portal.holder.conversations import conversations_about
from portal.holder.findings import Filter, groups, not_assessed
from portal.holder.labels import sheet_label
from portal.holder.marks import Marks, marks_of
from portal.holder.papers import papers
from portal.holder.queue import in_words, queue_of
from portal.holder.rule_titles import rule_titles
from portal.holder.sentences import next_step, sentence, waits_long
from portal.holder.tallies import sheet_tallies
from portal.holder.verdicts import verdict_lines
from portal.holder.versions import checked_before, version_lines
from portal.refusals import NotYours
from portal.reopenings import held_back
from portal.standstills import why_given_up
from portal.tenancy import own_report
from portal.use_cases import explain, explain_rule, go_on_with, withdraw_explanation
from portal.use_cases.manifests import built_on, parts_of
from portal.use_cases.marking import colleagues
from portal.visitor import me
from schemas.judgement import Severity
from schemas.state import VersionFacts
from schemas.store import Check, Finding, Version, answers_of, reading, sessions
from schemas.web.holder import ExplainRuleSchema, ExplainSchema, NothingSchema
from schemas.words import DocumentKind, Role

FILTERS: Final = ("blad", "soort", "regel", "bladzijde")
SEVERITIES: Final = {"errors": Severity.ERROR, "warnings": Severity.WARNING, "notices": Severity.NOTICE}


@holder.get("/rapportages/<uuid:report>/versies/<int:number>")
@for_role(*READERS)
def check_page(report: UUID, number: int) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = known.version(number)
        check = session.get(Check, version.id)
        if check is None and version.given_up:
            return render_template(
                "holder/stopped.html", about=known, version=version, **_stopped(session, known, version)
            )
        if check is None:
            return render_template(
                "holder/waiting.html", about=known, version=version, **_waiting(session, known, version)
            )
        if check.unreadable_nl is not None:
            wrong = session.get(Finding, (version.id, 0))
            kept = built_on(session, report, before=number)
            return render_template(
                "holder/unreadable.html", about=known, version=version, check=check, wrong=wrong, kept=kept
            )
        return render_template("holder/check.html", **_found(session, known, version, check))


@holder.get("/rapportages/<uuid:report>/versies/<int:number>/stand")
@for_role(*READERS)
def check_state(report: UUID, number: int) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = known.version(number)
        return render_template("holder/_stand.html", about=known, version=version, **_waiting(session, known, version))


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/verder")
@for_role(*WRITERS)
@shown_on("holder.check_page")
def go_on(report: UUID, number: int) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        version = go_on_with(session, report, _own_version(session, report, number), by=me().id)
    return redirect(url_for(".check_page", report=report, number=version.number), 303)


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/toelichting")
@for_role(*WRITERS)
@shown_on("holder.check_page")
def explain_finding(report: UUID, number: int) -> ResponseReturnValue:
    form = ExplainSchema().load(request.form)
    with sessions().begin() as session:
        version = _own_version(session, report, number)
        explain(session, report, version, position=form["position"], text=form["text"], by=me().id)
    flash(_("Uw toelichting is bewaard."), "meets")
    return _back(report, number, anchor=f"v{form['position']}")


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/toelichtingen")
@for_role(*WRITERS)
@shown_on("holder.check_page")
def explain_all(report: UUID, number: int) -> ResponseReturnValue:
    form = ExplainRuleSchema().load(request.form)
    with sessions().begin() as session:
        version = _own_version(session, report, number)
        explain_rule(session, report, version, rule=form["rule"], text=form["text"], by=me().id)
    flash(_("Uw toelichting is bewaard voor alle vragen van deze regel."), "meets")
    return _back(report, number, anchor=form["rule"])


@holder.post("/rapportages/<uuid:report>/versies/<int:number>/toelichtingen/<uuid:explanation>/weg")
@for_role(*WRITERS)
@shown_on("holder.withdrawal_page")
def withdraw(report: UUID, number: int, explanation: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        _own_version(session, report, number)
        withdraw_explanation(session, report, explanation, by=me().id)
    flash(_("Uw toelichting is ingetrokken. De vraag staat weer open."), "info")
    return _back(report, number, anchor=None)


@holder.get("/rapportages/<uuid:report>/versies/<int:number>/toelichtingen/<uuid:explanation>/weg")
@for_role(*WRITERS)
def withdrawal_page(report: UUID, number: int, explanation: UUID) -> ResponseReturnValue:
    """Where a refused withdrawal is shown: the page of the check."""
    del explanation
    return check_page(report, number)


def _own_version(session: Session, report: UUID, number: int) -> UUID:
    own_report(session, me(), report)
    return about(session, me(), report).version(number).id


def _back(report: UUID, number: int, *, anchor: str | None) -> ResponseReturnValue:
    page = url_for(".check_page", report=report, number=number)
    kept = urlencode({name: request.args[name] for name in FILTERS if name in request.args})
    return redirect(f"{page}{'?' if kept else ''}{kept}{f'#{quote(anchor)}' if anchor else ''}", 303)


def _waiting(session: Session, known: About, version: VersionFacts) -> dict[str, Any]:
    waits = version.checked is None and not version.given_up and not version.stuck
    return {
        "slow": waits_long(version),
        "queue": in_words(queue_of(session, known.report.id, version)) if waits else (),
        "next": url_for(".check_page", report=known.report.id, number=version.number),
        "may_sign": me().has(Role.SIGNATORY) and known.state.may_sign and known.state.version == version.id,
    }


def _stopped(session: Session, known: About, version: VersionFacts) -> dict[str, Any]:
    """What stays when a check was given up, and why it was."""
    return {
        "sentence": sentence(known, me()),
        "kept": _read_before(known, version),
        "why": why_given_up(session, known.report.id, version),
    }


def _read_before(known: About, version: VersionFacts) -> VersionFacts | None:
    """The newest version before this one that was checked and could be read."""
    earlier = [one for one in known.facts.versions if one.number < version.number]
    return next((one for one in reversed(earlier) if one.checked and not one.checked.unreadable), None)


def _found(session: Session, known: About, version: VersionFacts, check: Check) -> dict[str, Any]:
    wanted = _wanted()
    before = checked_before(version_lines(session, known), version.number)
    kinds = [DocumentKind.ANNOTATED, DocumentKind.FINDINGS]
    made = session.get_one(Version, version.id)
    given = answers_of(session, known.report, made)
    return {
        "about": known,
        "version": version,
        "check": check,
        "changed_sheets": [sheet_label(sheet) for sheet in check.changed_sheets],
        "held": held_back(session, made, check),
        "wanted": wanted,
        "sentence": sentence(known, me()),
        "step": next_step(known, me()),
        "conversations": conversations_about(session, me(), [known.report.id])[known.report.id],
        "groups": groups(session, version.id, wanted, given),
        "answers": answers_shown(given, rule_titles(session, version.id)),
        "sheet_links": _sheet_links(session, known, version, wanted),
        "counts_links": {name: _page(known, version, soort=code) for name, code in SEVERITIES.items()},
        "sources": len({(one.source_name, one.file_sha256) for one in parts_of(session, version.id)}),
        "not_assessed": not_assessed(session, version.id),
        "verdicts": verdict_lines(session, known, version.id),
        "before": before,
        "changes": changes(session, before=before.id, after=version.id) if before else None,
        "moved": changed_figures(session, known.terms, before=before.id, after=version.id) if before else None,
        "documents": papers(session, known.report.id, kinds=kinds, version=version.id),
        "may_explain": me().has(*WRITERS) and known.open_for_work and known.newest == version,
        "may_mark": known.open_for_work and known.newest == version,
        "marks": marks_of(session, [known])[known.report.id] if known.newest == version else Marks(),
        "colleagues": list(colleagues(session, me().id).items()),
        "key": uuid4(),
    }


def _sheet_links(session: Session, known: About, version: VersionFacts, wanted: Filter) -> list[dict[str, Any]]:
    tallies = sheet_tallies(session, version.id)
    every = {
        "href": _page(known, version, soort=wanted.severity),
        "label": _("Alle bladen"),
        "current": not wanted.sheet,
    }
    return [every] * bool(tallies) + [
        {
            "href": _page(known, version, blad=one.sheet, soort=wanted.severity),
            "label": one.label,
            "current": one.sheet == wanted.sheet,
            "tally": f"{said_number(one.number)}{'+' * one.at_least}",
        }
        for one in tallies
    ]


def _page(known: About, version: VersionFacts, *, blad: str | None = None, soort: str | None = None) -> str:
    return url_for(".check_page", report=known.report.id, number=version.number, blad=blad, soort=soort)


def _wanted() -> Filter:
    severity = request.args.get("soort", "")
    page = request.args.get("bladzijde", "1")
    if severity and severity not in set(Severity):
        raise NotYours(f"severity/{severity[:40]}")
    return Filter(
        sheet=request.args.get("blad") or None,
        severity=Severity(severity) if severity else None,
        rule=request.args.get("regel") or None,
        page=int(page) if page.isdecimal() and len(page) < 6 else 1,
    )
