"""The pages of conversations: all of a report, asking, and one with its messages and what can be written next."""

from __future__ import annotations

from typing import Any, Final
from uuid import UUID, uuid4

from flask import Blueprint, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy.orm import Session
from werkzeug.datastructures import MultiDict

from portal.access import for_role
from portal.errors import shown_on
from portal.holder.about import About, about
from portal.holder.conversations import Conversations, ConversationShown, conversations_about, sentence_of
from portal.holder.places import in_words
from portal.holder.rule_titles import rule_titles
from portal.refusals import NotYours
from portal.tenancy import AUTHORITY_ROLES, HOLDER_ROLES, leads, own_report
from portal.use_cases.conversing import Place, Writing, answer, ask, ask_on, close, refuse_no_place
from portal.versions import version_to_show
from portal.visitor import me
from schemas.store import Conversation, Finding, reading, sessions
from schemas.web.conversations import AnswerSchema, AskOnSchema, AskSchema, CloseSchema, PlaceSchema
from schemas.words import Role, Subject

conversations = Blueprint("conversations", __name__)
PLACE_FIELDS: Final = ("over", "code", "deel", "plaats")


@conversations.get("/rapportages/<uuid:report>/gesprekken")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def page(report: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        shown = conversations_about(session, me(), [report])[report]
        return render_template("conversations/list.html", conversations=shown, **_around(session, known))


@conversations.get("/rapportages/<uuid:report>/gesprekken/nieuw")
@for_role(Role.MANAGER)
def ask_page(report: UUID) -> ResponseReturnValue:
    asked = MultiDict((name, request.values[name]) for name in PLACE_FIELDS if request.values.get(name))
    form = PlaceSchema().load(asked)
    with reading() as session:
        known = about(session, me(), report)
        place = _place(known, form)
        refuse_no_place(session, place)
        words = _words(session, report, place)
        return render_template(
            "conversations/ask.html", place=words, asked=asked, key=uuid4(), **_around(session, known)
        )


@conversations.post("/rapportages/<uuid:report>/gesprekken/nieuw")
@for_role(Role.MANAGER)
def ask_question(report: UUID) -> ResponseReturnValue:
    form = AskSchema().load(request.form)
    with sessions().begin() as session:
        place = _place(about(session, me(), report), form)
        said = ask(session, report, place, _writing(form), by=me().id)
        conversation = said.conversation
    flash(_("Uw vraag is gesteld. De houder krijgt bericht."), "meets")
    return redirect(url_for(".conversation_page", report=report, conversation=conversation), 303)


@conversations.get("/rapportages/<uuid:report>/gesprekken/<uuid:conversation>")
@for_role(*HOLDER_ROLES, *AUTHORITY_ROLES)
def conversation_page(report: UUID, conversation: UUID) -> ResponseReturnValue:
    with reading() as session:
        known = about(session, me(), report)
        shown = conversations_about(session, me(), [report])[report]
        around = _around(session, known)
        one = _one(shown, conversation)
        stands = sentence_of(one, me(), leading=around["leading"])
        return render_template("conversations/conversation.html", one=one, sentence=stands, key=uuid4(), **around)


@conversations.post("/rapportages/<uuid:report>/gesprekken/<uuid:conversation>/antwoord")
@for_role(*HOLDER_ROLES)
@shown_on("conversations.conversation_page")
def answer_question(report: UUID, conversation: UUID) -> ResponseReturnValue:
    form = AnswerSchema().load(request.form)
    with sessions().begin() as session:
        answer(session, own_report(session, me(), report).id, conversation, _writing(form), by=me().id)
    flash(_("Uw antwoord is verstuurd. De provincie krijgt bericht."), "meets")
    return redirect(url_for(".conversation_page", report=report, conversation=conversation), 303)


@conversations.post("/rapportages/<uuid:report>/gesprekken/<uuid:conversation>/vraag")
@for_role(Role.MANAGER)
@shown_on("conversations.conversation_page")
def ask_further(report: UUID, conversation: UUID) -> ResponseReturnValue:
    form = AskOnSchema().load(request.form)
    with sessions().begin() as session:
        ask_on(session, own_report(session, me(), report).id, conversation, _writing(form), by=me().id)
    flash(_("Uw vraag is gesteld. De houder krijgt bericht."), "meets")
    return redirect(url_for(".conversation_page", report=report, conversation=conversation), 303)


@conversations.post("/rapportages/<uuid:report>/gesprekken/<uuid:conversation>/sluiten")
@for_role(Role.MANAGER)
@shown_on("conversations.conversation_page")
def close_conversation(report: UUID, conversation: UUID) -> ResponseReturnValue:
    form = CloseSchema().load(request.form)
    with sessions().begin() as session:
        own = own_report(session, me(), report).id
        close(session, own, conversation, key=form["key"], seen=form["seen"], by=me().id)
    flash(_("Het gesprek is gesloten. U kunt later verder vragen."), "info")
    return redirect(url_for(".conversation_page", report=report, conversation=conversation), 303)


def _around(session: Session, known: About) -> dict[str, Any]:
    """What every page of conversations needs of its report and its reader."""
    leading = leads(session, me(), known.concession.id)
    return {"about": known, "leading": leading, "may_ask": leading and me().has(Role.MANAGER)}


def _one(shown: Conversations, conversation: UUID) -> ConversationShown:
    found = next((one for one in shown.lines if one.id == conversation), None)
    if found is None:
        raise NotYours(f"conversation/{conversation}")
    return found


def _place(known: About, form: dict[str, Any]) -> Place:
    """The place of the form in the version that an authority sees; the whole report is in none."""
    if form["subject"] is Subject.REPORT:
        return Place()
    version = version_to_show(known)
    part = form["part"] if form["subject"] is Subject.FIGURE else ""
    position = form["position"] if form["subject"] is Subject.FINDING else None
    return Place(
        subject=form["subject"],
        version=version.id if version else None,
        code=form["code"],
        part=part,
        position=position,
    )


def _words(session: Session, report: UUID, place: Place) -> str:
    titles = rule_titles(session, place.version) if place.subject is Subject.FINDING else {}
    finding = session.get(Finding, (place.version, place.position)) if place.position is not None else None
    return in_words(Conversation(report=report, **vars(place)), finding, titles)


def _writing(form: dict[str, Any]) -> Writing:
    return Writing(key=form["key"], text=form["text"], days=form.get("days"))
