"""A file instead of typing: the workbook of the voluntary standard, or a declaration or certificate with the answers."""

from __future__ import annotations

from uuid import UUID

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from werkzeug.datastructures import FileStorage

from portal.access import for_everyone
from portal.answering.blueprint import answering
from portal.answering.books import BookShown, FigureRead, book_shown
from portal.answering.visits import visiting, wrote
from portal.asked_of_supplier import asked
from portal.errors import shown_on
from portal.refusals import Refused
from portal.sizes import takes_files
from portal.use_cases.answering import Given, answer
from portal.use_cases.giving_files import add_file, offer_book, remove_file
from portal.use_cases.taking import take_evidence, take_voluntary_book
from schemas.answered import value_of
from schemas.settings import MEBIBYTE, settings
from schemas.store import reading, sessions
from schemas.web import Said
from schemas.web.answering import EvidenceSchema, TakenOverSchema
from schemas.web.holder import NothingSchema
from schemas.words import AnswerKind

NOTHING_CHOSEN = Said("Kies ten minste één cijfer.", "Choose at least one figure.")
HOW_DIVIDED = Said(
    "Schrijf hoe u aan het deel voor deze concessie komt. Is niet alles voor deze concessie? Vul het cijfer dan zelf in.",
    "Write how you came to the share for this concession. Is not all of it for this concession? Then fill in the figure yourself.",
)


@answering.get("/antwoord/bestand")
@for_everyone
def files_page() -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template(
            "answering/files.html", known=known, megabytes=settings().evidence_limit_bytes // MEBIBYTE
        )


@answering.post("/antwoord/bestand/werkboek")
@for_everyone
@takes_files("evidence_limit_bytes")
@shown_on("answering.files_page")
def offer() -> ResponseReturnValue:
    NothingSchema().load(request.form)
    visit = visiting()
    file = request.files.get("bestand", FileStorage())
    taken = take_voluntary_book(file.stream, name=file.filename or "")
    with sessions().begin() as session:
        book = offer_book(session, visit.ask, taken)
        wrote(session, visit)
    return redirect(url_for(".book_page", book=book.id), 303)


@answering.get("/antwoord/bestand/werkboek/<uuid:book>")
@for_everyone
def book_page(book: UUID) -> ResponseReturnValue:
    visit = visiting()
    with reading() as session:
        known = asked(session, visit.ask)
        return render_template("answering/book.html", known=known, shown=book_shown(session, known, book))


@answering.get("/antwoord/bestand/werkboek/<uuid:book>/stand")
@for_everyone
def book_state(book: UUID) -> ResponseReturnValue:
    """The part of that page that waits for the reader."""
    visit = visiting()
    with reading() as session:
        shown = book_shown(session, asked(session, visit.ask), book)
    return render_template("answering/_book.html", shown=shown)


@answering.post("/antwoord/bestand/werkboek/<uuid:book>")
@for_everyone
def take_over(book: UUID) -> ResponseReturnValue:
    sent = TakenOverSchema().load(request.form)
    visit = visiting()
    with sessions().begin() as session:
        shown = book_shown(session, asked(session, visit.ask), book)
        chosen = _chosen(shown, sent["questions"], split=sent["split"])
        for one in chosen:
            split = sent["split"] if one.divided else ""
            answer(
                session,
                visit.ask,
                one.question.id,
                Given(kind=AnswerKind.GIVEN, value=value_of(one.value), split=split),
            )
        wrote(session, visit)
    flash(ngettext("%(num)s antwoord overgenomen.", "%(num)s antwoorden overgenomen.", len(chosen)), "meets")
    return redirect(url_for(".overview"), 303)


@answering.post("/antwoord/bestand/bewijs")
@for_everyone
@takes_files("evidence_limit_bytes")
@shown_on("answering.files_page")
def add() -> ResponseReturnValue:
    confidential = EvidenceSchema().load(request.form)["confidential"]
    visit = visiting()
    file = request.files.get("bewijs", FileStorage())
    piece = take_evidence(file.stream, name=file.filename or "")
    with sessions().begin() as session:
        add_file(session, visit.ask, piece, confidential=confidential)
        wrote(session, visit)
    flash(_("%(name)s is toegevoegd.", name=piece.name), "meets")
    return redirect(url_for(".files_page"), 303)


@answering.get("/antwoord/bestand/bewijs/<uuid:file>/weg")
@for_everyone
def removal_page(file: UUID) -> ResponseReturnValue:
    """Where a removal that was refused is shown: with all files."""
    del file
    return files_page()


@answering.post("/antwoord/bestand/bewijs/<uuid:file>/weg")
@for_everyone
def remove(file: UUID) -> ResponseReturnValue:
    NothingSchema().load(request.form)
    visit = visiting()
    with sessions().begin() as session:
        remove_file(session, visit.ask, file)
        wrote(session, visit)
    return redirect(url_for(".files_page"), 303)


def _chosen(shown: BookShown, questions: list[str], *, split: str) -> list[FigureRead]:
    chosen = [one for one in shown.figures if one.question.id in questions]
    if not chosen:
        raise Refused(NOTHING_CHOSEN, field="vragen")
    if any(one.divided for one in chosen) and not split:
        raise Refused(HOW_DIVIDED, field="verdeling")
    return chosen
