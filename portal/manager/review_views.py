"""A report under review: norms and figures with their why, findings, evidence, and what is established on each norm."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.decisions import decision_shown
from portal.errors import shown_on
from portal.extensions import extensions_of
from portal.hearings import hearings_of
from portal.holder.about import About, about
from portal.holder.answering import answers_shown
from portal.holder.conversations import conversations_about
from portal.holder.evidence import evidence_state
from portal.holder.findings import Filter, groups, not_assessed
from portal.holder.indicators import figures_shown, status_word
from portal.holder.labels import sheet_label
from portal.holder.papers import papers
from portal.holder.rule_titles import rule_titles
from portal.holder.verdicts import verdict_lines
from portal.holder.versions import version_lines
from portal.holder.waived import waived_norms, with_waivers
from portal.holder.year import year_line
from portal.language import in_language
from portal.manager.beside import compared_with_others, year_before
from portal.manager.blueprint import READERS, manager
from portal.manager.chain_gaps import chain_gaps
from portal.manager.choosing import Chosen, Pane, chosen, next_to_establish
from portal.manager.sentences import manager_sentence
from portal.over_years.charts import over_the_years, years_until
from portal.over_years.table import tables
from portal.reopenings import reopenings_of
from portal.tenancy import leads, own_report
from portal.use_cases.reviewing import Establishing, begin_review, confirm_the_rest, establish, version_in_review
from portal.versions import version_to_show
from portal.visitor import me
from schemas.clock import today
from schemas.norms import NORM
from schemas.shortfall_subjects import missing
from schemas.state import Standing, VersionFacts
from schemas.store import Check, Established, Organisation, Version, answers_of, reading, sessions
from schemas.web.holder import NothingSchema
from schemas.web.manager import EstablishSchema
from schemas.words import DocumentKind, Role

PANE = "gekozen"
PAPERS = (
    DocumentKind.DECISION_LETTER,
    DocumentKind.COMPLIANCE_REPORT,
    DocumentKind.DATA,
    DocumentKind.RECEIPT,
    DocumentKind.FINDINGS,
)


@manager.get("/beoordelingen/<uuid:report>")
@for_role(*READERS)
def report_page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        version = version_to_show(known)
        shown = _shown(session, known)
        check = session.get(Check, version.id) if version else None
        if version is None or check is None:
            return render_template("manager/waiting.html", **shown)
        return render_template("manager/report.html", **shown, **_version(session, known, version, check))


@manager.post("/beoordelingen/<uuid:report>/begin")
@for_role(Role.MANAGER)
@shown_on("manager.report_page")
def begin(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        begin_review(session, own_report(session, me(), report).id, by=me().id)
    flash(_("De beoordeling is begonnen. De houder kan het rapport niet meer intrekken."), "info")
    return redirect(url_for(".report_page", report=report), 303)


@manager.post("/beoordelingen/<uuid:report>/normen")
@for_role(Role.MANAGER)
@shown_on("manager.report_page")
def establish_norm(report: UUID) -> ResponseReturnValue:
    form = EstablishSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report)
        reason = with_waivers(session, own, form["norm"], form["waivers"], form["reason"])
        said = Establishing(norm=form["norm"], outcome=form["outcome"], reason=reason)
        establish(session, own.id, said, by=me().id)
        following = _following(session, report, said.norm)
    flash(
        _("%(norm)s: vastgesteld.", norm=in_language(NORM[said.norm].name) if said.norm in NORM else said.norm), "meets"
    )
    return redirect(url_for(".report_page", report=report, norm=following, _anchor=PANE), 303)


@manager.post("/beoordelingen/<uuid:report>/normen/overige")
@for_role(Role.MANAGER)
@shown_on("manager.report_page")
def establish_rest(report: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    with sessions().begin() as session:
        number = confirm_the_rest(session, own_report(session, me(), report).id, by=me().id)
    flash(_("De berekening is bevestigd bij %(number)s normen.", number=number), "meets")
    return redirect(url_for(".report_page", report=report), 303)


def _following(session: Session, report: UUID, norm: str) -> str:
    """The norm to go on with, in the order of the page."""
    known = about(session, me(), report)
    version = version_in_review(session, report)
    order = [one.norm for one in verdict_lines(session, known, version)]
    return next_to_establish(order, norm, established=_established(session, version))


def summary(session: Session, known: About) -> dict[str, Any]:
    """A report with its verdicts and what was established, for the page of the decision."""
    shown, version = _shown(session, known), version_to_show(known)
    return shown | _version(session, known, version, session.get_one(Check, version.id)) if version else shown


def _shown(session: Session, known: About) -> dict[str, Any]:
    """What every page of a report begins with."""
    leading = leads(session, me(), known.concession.id)
    return {
        "about": known,
        "holder_name": session.get_one(Organisation, known.concession.holder).name,
        "sentence": manager_sentence(known, me(), leads=leading),
        "year": year_line(known),
        "may_begin": known.state.may_begin_review and leading and me().has(Role.MANAGER),
        "may_establish": _may_establish(known, leading=leading),
        "may_ask": leading and me().has(Role.MANAGER),
        "conversations": conversations_about(session, me(), [known.report.id])[known.report.id],
        "may_second": known.state.awaits_second_reader and me().has(Role.SECOND_READER),
        "decision": decision_shown(session, known),
        "extension": next(iter(extensions_of(session, [known.report.id])), None),
        "reopening": next(iter(reopenings_of(session, [known.report.id])), None),
        "may_extend": leading and me().has(Role.MANAGER),
        "may_open_case": leading and me().has(Role.MANAGER) and missing(known.facts, on=today()) is not None,
        "hearing": next(iter(hearings_of(session, [known.report.id])), None),
    }


def _may_establish(known: About, *, leading: bool) -> bool:
    state = known.state
    return (
        state.standing is Standing.IN_REVIEW and not state.awaits_second_reader and leading and me().has(Role.MANAGER)
    )


def _version(session: Session, known: About, version: VersionFacts, check: Check) -> dict[str, Any]:
    """The judgement of one version, what was established, and all that it stands on."""
    verdicts = verdict_lines(session, known, version.id)
    established = _established(session, version.id)
    shown = figures_shown(
        session,
        version.id,
        page=url_for(".report_page", report=known.report.id),
        of_norms=[(one.indicator, one.part) for one in verdicts],
    )
    picked = chosen(_asked(), verdicts, shown.themes, established=established)
    return {
        "chosen": picked,
        **_pane(session, known, version, picked),
        "version": version,
        "check": check,
        "changed_sheets": [sheet_label(sheet) for sheet in check.changed_sheets],
        "verdicts": verdicts,
        "established": established,
        "waived_norms": waived_norms(session, known.report),
        "to_establish": sum(one.norm not in established for one in verdicts),
        "shown": shown,
        "status_word": status_word,
        "evidence": evidence_state(session, known, may_change=False),
        "gaps": chain_gaps(session, known.report.id, check.refused_suppliers, at=_signed_at(version)),
    }


def _pane(session: Session, known: About, version: VersionFacts, picked: Chosen) -> dict[str, Any]:
    """What the chosen pane shows besides, and nothing that only another one would."""
    if picked.pane is Pane.PAPERS:
        return {
            "documents": papers(session, known.report.id, kinds=PAPERS, version=version.id),
            "versions": [line for line in version_lines(session, known) if line.signed],
        }
    if picked.pane is Pane.THEME:
        years = years_until(session, me(), known, version.id)
        return {"drawn": over_the_years(years), "tables": tables(years), "years": [one.year for one in years]}
    if picked.pane is Pane.CHAIN:
        return {}
    return _found(session, known, version) | _beside(session, known, picked)


def _found(session: Session, known: About, version: VersionFacts) -> dict[str, Any]:
    """The findings with what the holder explained."""
    given = answers_of(session, known.report, session.get_one(Version, version.id), at=_signed_at(version))
    return {
        "groups": groups(session, version.id, _wanted(), given),
        "answers": answers_shown(given, rule_titles(session, version.id)),
        "wanted": _wanted(),
        "not_assessed": not_assessed(session, version.id),
        "may_explain": False,
        "sources": 1,
    }


def _beside(session: Session, known: About, picked: Chosen) -> dict[str, Any]:
    """A norm beside the year before and other concessions."""
    if picked.norm is None:
        return {}
    return {
        "before": year_before(session, known),
        "compared": compared_with_others(session, me(), known, picked.norm),
    }


def _signed_at(version: VersionFacts) -> datetime | None:
    """What the signatory signed counts here, not what the holder drafts since."""
    return version.signed.at if version.signed else None


def _asked() -> dict[str, str]:
    """What the address asks for; a form that is shown again asks for its own norm."""
    return request.args.to_dict() | ({"norm": request.form["norm"]} if "norm" in request.form else {})


def _wanted() -> Filter:
    page = request.args.get("bladzijde", "")
    return Filter(rule=request.args.get("regel"), page=int(page) if page.isdigit() else 1)


def _established(session: Session, version: UUID) -> dict[str, Established]:
    query = select(Established).where(Established.version == version).order_by(Established.norm)
    return {one.norm: one for one in session.scalars(query)}
