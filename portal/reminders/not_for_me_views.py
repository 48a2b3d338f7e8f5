"""The page behind "this is not for me": it changes nothing until one says so, and opens nothing else."""

from __future__ import annotations

from datetime import timedelta
from typing import Final
from uuid import UUID

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.access import for_everyone
from portal.language import speak_as_the_mail
from portal.refusals import NotYours
from portal.reminders.blueprint import reminders
from portal.reminders.words import duty_words
from portal.use_cases.reminding import say_not_for_me
from schemas.clock import now
from schemas.reminding.marks import REMINDER, is_not_me_secret
from schemas.settings import settings
from schemas.store import (
    Ask,
    Concession,
    Mail,
    NotForMe,
    Person,
    Reminder,
    ReminderWithdrawn,
    reading,
    sessions,
)
from schemas.texts import Language
from schemas.web.reminders import NotForMeSchema

WORKS_FOR: Final = timedelta(days=120)


@reminders.get("/herinneringen/<uuid:mail>/<secret>")
@for_everyone
def not_for_me_page(mail: UUID, secret: str) -> ResponseReturnValue:
    with reading() as session:
        asked = _mail(session, mail, secret)
        speak_as_the_mail(_language(session, asked))
        query = (
            select(Reminder.duty, Reminder.about, Concession.name)
            .join(Concession, Concession.id == Reminder.concession)
            .outerjoin(ReminderWithdrawn, ReminderWithdrawn.reminder == Reminder.id)
            .where(Reminder.mail == mail, ReminderWithdrawn.reminder.is_(None))
            .order_by(Reminder.due, Reminder.id)
        )
        items = [f"{duty_words(duty, what)}, {name}" for duty, what, name in session.execute(query)]
        said = session.get(NotForMe, mail) is not None
        return render_template("reminders/not_for_me.html", mail=asked, items=items, said=said, secret=secret)


@reminders.post("/herinneringen/<uuid:mail>/<secret>")
@for_everyone
def not_for_me(mail: UUID, secret: str) -> ResponseReturnValue:
    with reading() as session:
        _mail(session, mail, secret)
    form = NotForMeSchema().load(request.form)
    with sessions().begin() as session:
        say_not_for_me(session, mail, said=form["said"])
    return redirect(url_for(".not_for_me_page", mail=mail, secret=secret), 303)


def _language(session: Session, mail: Mail) -> Language:
    """The language in which a mail was written: that of the person, or of the supplier at its address."""
    if mail.person:
        return session.get_one(Person, mail.person).language
    query = select(Ask.language).where(Ask.email == mail.recipient).order_by(Ask.asked_at.desc(), Ask.id)
    return session.scalars(query.limit(1)).first() or Language.NL


def _mail(session: Session, mail: UUID, secret: str) -> Mail:
    """The mail of a link; a wrong secret, a mail that is not there and a link of long ago are the same 404."""
    known = session.get(Mail, mail)
    works = known is not None and known.template == REMINDER and known.created_at > now() - WORKS_FOR
    if known is None or not works or not is_not_me_secret(secret, mail, settings().secret):
        raise NotYours(f"mail/{mail}")
    return known
