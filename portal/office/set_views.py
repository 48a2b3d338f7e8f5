"""The pages of rule sets and factor lists: the lists, offering a file, trying a set, and switching it on."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.errors import shown_on
from portal.history import history_of
from portal.office.beside import outcome
from portal.office.blueprint import office
from portal.office.sets import (
    KINDS,
    TITLES,
    SetShown,
    adoptions_of,
    entries_of,
    newest_shadow,
    set_shown,
    sets_shown,
    uploads,
)
from portal.office.trials import newest_trial_shown
from portal.refusals import NotYours
from portal.sizes import takes_files
from portal.standstills import reason_in_words
from portal.use_cases.switching import adopt_as
from portal.use_cases.taking import take_factor_list
from portal.use_cases.trying import ask_trial, offer_factors, stands_still
from portal.visitor import me
from schemas.store import FactorReading, FactorUpload, reading, sessions
from schemas.web.office import AdoptSchema, NothingSchema
from schemas.words import Role, SetKind, TrialKind


@office.get("/beheer/maatstaven/<kind>")
@for_role(Role.FUNCTIONAL_MANAGER)
def sets(kind: str) -> ResponseReturnValue:
    of_kind = _kind(kind)
    with reading() as session:
        return render_template(
            "office/sets.html",
            kind=kind,
            title=TITLES[of_kind],
            takes_files=of_kind is SetKind.FACTOR_SET,
            lines=sets_shown(session, of_kind),
            uploads=uploads(session) if of_kind is SetKind.FACTOR_SET else [],
        )


@office.post("/beheer/maatstaven/<kind>")
@for_role(Role.FUNCTIONAL_MANAGER)
@takes_files("document_limit_bytes")
def offer(kind: str) -> ResponseReturnValue:
    if _kind(kind) is not SetKind.FACTOR_SET:
        raise NotYours(f"sets/{kind}/offer")
    NothingSchema().load(request.form)
    file = request.files.get("bestand")
    taken = take_factor_list(file.stream if file else None, name=(file.filename if file else None) or "")
    with sessions().begin() as session:
        upload = offer_factors(session, taken, by=me().id).id
    return redirect(url_for(".upload", upload=upload), 303)


@office.get("/beheer/aangeboden/<uuid:upload>")
@for_role(Role.FUNCTIONAL_MANAGER)
def upload(upload: UUID) -> ResponseReturnValue:
    return _upload("office/upload.html", upload)


@office.get("/beheer/aangeboden/<uuid:upload>/stand")
@for_role(Role.FUNCTIONAL_MANAGER)
def upload_state(upload: UUID) -> ResponseReturnValue:
    return _upload("office/_upload.html", upload)


@office.get("/beheer/maatstaven/<kind>/<name>")
@for_role(Role.FUNCTIONAL_MANAGER)
def one_set(kind: str, name: str) -> ResponseReturnValue:
    of_kind = _kind(kind)
    with reading() as session:
        shown = _known(session, of_kind, name)
        shadow = newest_shadow(session, of_kind, name)
        return render_template(
            "office/set.html",
            kind=kind,
            title=TITLES[of_kind],
            shown=shown,
            trial=newest_trial_shown(session, TrialKind(of_kind.value), name),
            shadow=shadow,
            outcome=outcome(shadow.reports, shadow.untried) if shadow else None,
            entries=entries_of(session, name) if of_kind is SetKind.FACTOR_SET else [],
            adoptions=adoptions_of(session, of_kind, name),
            steps=history_of(session, f"{of_kind.value}/{name}"),
        )


@office.get("/beheer/maatstaven/<kind>/<name>/stand")
@for_role(Role.FUNCTIONAL_MANAGER)
def set_state(kind: str, name: str) -> ResponseReturnValue:
    with reading() as session:
        trial = newest_trial_shown(session, TrialKind(_kind(kind).value), name)
    return render_template("office/_trial.html", trial=trial, here=url_for(".one_set", kind=kind, name=name))


@office.post("/beheer/maatstaven/<kind>/<name>/proef")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.one_set")
def try_set(kind: str, name: str) -> ResponseReturnValue:
    of_kind = _kind(kind)
    with sessions().begin() as session:
        _known(session, of_kind, name)
        ask_trial(session, TrialKind(of_kind.value), name, by=me().id)
    return redirect(url_for(".one_set", kind=kind, name=name), 303)


@office.post("/beheer/maatstaven/<kind>/<name>/inschakelen")
@for_role(Role.FUNCTIONAL_MANAGER)
@shown_on("office.one_set")
def adopt_set(kind: str, name: str) -> ResponseReturnValue:
    of_kind = _kind(kind)
    form = AdoptSchema().load(request.form)
    with sessions().begin() as session:
        _known(session, of_kind, name)
        from_year = form["from_year"] if of_kind is SetKind.RULE_SET else None
        year = adopt_as(session, of_kind, name, by=me().id, reason=form["reason"], from_year=from_year).year
    flash(_("%(name)s geldt voor verslagjaar %(year)s, vanaf de volgende controle.", name=name, year=year), "meets")
    return redirect(url_for(".one_set", kind=kind, name=name), 303)


def _upload(template: str, upload: UUID) -> ResponseReturnValue:
    with reading() as session:
        offered = session.get(FactorUpload, upload)
        if offered is None:
            raise NotYours(f"factor_upload/{upload}")
        parked = stands_still(session, upload)
        return render_template(
            template,
            upload=offered,
            read=session.get(FactorReading, upload),
            stuck=reason_in_words(parked.reason) if parked else "",
        )


def _kind(slug: str) -> SetKind:
    kind = KINDS.get(slug)
    if kind is None:
        raise NotYours(f"sets/{slug}")
    return kind


def _known(session: Session, kind: SetKind, name: str) -> SetShown:
    shown = set_shown(session, kind, name)
    if shown is None:
        raise NotYours(f"{kind.value}/{name}")
    return shown
