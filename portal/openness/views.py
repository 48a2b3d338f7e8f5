"""The public pages: the concessions, one through its years, one year, and the files to download."""

from __future__ import annotations

from typing import Final

from flask import Blueprint, Response, abort, render_template, send_file
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from portal.openness import shown
from portal.openness.editions import SET, PublishedEdition, editions, newest_by_year
from schemas.publication.fields import FIELDS
from schemas.store import Concession, Document, Report, files, reading

openness = Blueprint("openness", __name__)
GONE: Final = 410


@openness.get("/openbaar")
@for_everyone
def concessions() -> ResponseReturnValue:
    with reading() as session:
        known = [one for one in newest_by_year(editions(session, Document.file_name == SET)) if one.withdrawal is None]
    codes = dict.fromkeys(one.code for one in known)
    lines = [[one for one in known if one.code == code] for code in codes]
    return render_template("openness/concessions.html", lines=lines, shown=shown)


@openness.get("/openbaar/<code>")
@for_everyone
def concession_page(code: str) -> ResponseReturnValue:
    with reading() as session:
        known = newest_by_year(editions(session, Concession.code == code))
    if not known:
        abort(404)
    years = sorted((one for one in known if one.withdrawal is None), key=lambda one: one.year)
    return render_template("openness/concession.html", all=known, years=years, shown=shown)


@openness.get("/openbaar/<code>/<int:year>")
@for_everyone
def year_page(code: str, year: int) -> ResponseReturnValue:
    known = _of_year(code, year)
    return _page(known[0], known)


@openness.get("/openbaar/<code>/<int:year>/uitgaven/<int:edition>")
@for_everyone
def edition_page(code: str, year: int, edition: int) -> ResponseReturnValue:
    known = _of_year(code, year)
    return _page(_numbered(known, edition), known)


@openness.get("/openbaar/<code>/<int:year>/uitgaven/<int:edition>/<name>")
@for_everyone
def file(code: str, year: int, edition: int, name: str) -> ResponseReturnValue:
    asked = _numbered(_of_year(code, year), edition)
    if asked.withdrawal:
        return Response("Ingetrokken. / Withdrawn.\n", GONE, mimetype="text/plain")
    found = next((one for one in asked.documents if one.file_name == name), None)
    if found is None:
        abort(404)
    called = f"{asked.code}-{asked.year}-{asked.number}-{found.file_name}"
    return send_file(
        files().open(found.sha256),
        mimetype=found.media_type,
        as_attachment=True,
        download_name=called,
        etag=found.sha256,
    )


def _of_year(code: str, year: int) -> list[PublishedEdition]:
    with reading() as session:
        known = editions(session, Concession.code == code, Report.report_year == year)
    if not known:
        abort(404)
    return known


def _numbered(known: list[PublishedEdition], number: int) -> PublishedEdition:
    found = next((one for one in known if one.number == number), None)
    if found is None:
        abort(404)
    return found


def _page(asked: PublishedEdition, known: list[PublishedEdition]) -> ResponseReturnValue:
    if asked.withdrawal:
        return render_template("openness/withdrawn.html", edition=asked, known=known), GONE
    return render_template(
        "openness/year.html", edition=asked, published=asked.published, known=known, shown=shown, fields=FIELDS
    )
