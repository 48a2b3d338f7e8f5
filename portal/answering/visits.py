"""A supplier's visit: a link opens a short session that is bound to one ask, and to the browser in which it wrote."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID

from flask import request
from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session
from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Response

from portal.answering.opened import forget_opened, opened_by_account
from portal.audit import Action, noted, noted_alone
from portal.use_cases.asking import new_link
from portal.visitor import cookie_name, is_https
from schemas.clock import now, today
from schemas.settings import settings
from schemas.store import AnswerVisit, Ask, AskLink, reading, sessions
from schemas.tokens import hash_of
from schemas.web import Said

VISIT, BROWSER = "ketenspiegel-antwoord", "ketenspiegel-antwoord-browser"
OF_ASK: Final = "vraag_van"
VISIT_LASTS: Final = timedelta(hours=2)
BROWSER_LASTS: Final = timedelta(days=180)
BETWEEN_LINKS: Final = timedelta(minutes=5)

UNKNOWN: Final = Said(
    "Deze link kennen wij niet. Open de link in de mail nog eens, of kopieer hem helemaal.",
    "We do not know this link. Open the link in the mail once more, or copy all of it.",
)
REVOKED: Final = Said(
    "Deze link werkt niet meer: wie u vroeg, heeft de vraag ingetrokken. U hoeft niets te doen.",
    "This link no longer works: who asked you took the request back. You need not do anything.",
)
EXPIRED: Final = Said(
    "Deze link is verlopen. Wat u invulde, is bewaard. Vraag wie u de mail stuurde om een nieuwe link.",
    "This link has expired. What you filled in is kept. Ask who sent you the mail for a new link.",
)
ELSEWHERE: Final = Said(
    "Met deze link is al geantwoord in een andere browser. Antwoord daar verder, of vraag een nieuwe link: "
    "die komt op het mailadres waar de vraag heen ging.",
    "This link was used to answer in another browser. Go on there, or ask for a new link: "
    "it comes to the address that the request went to.",
)
NOBODY: Final = Said(
    "Uw bezoek is verlopen. Wat u bewaarde, staat er nog. Open de link in de mail nog eens, of log in als u een account hebt.",
    "Your visit has ended. What you saved is still there. Open the link in the mail once more, or sign in if you have an account.",
)


ANOTHER: Final = Said(
    "Dit formulier hoort bij een andere vraag dan die nu in deze browser open is. Er is niets van bewaard. Open die vraag opnieuw.",
    "This form belongs to another request than the one that is open in this browser now. Nothing of it was saved. Open that request again.",
)


class NoVisit(HTTPException):
    """Nobody comes in here: the link or the visit does not hold, for a reason that is told."""

    def __init__(self, reason: Said, code: int, *, may_ask_anew: bool = False) -> None:
        super().__init__()
        self.reason, self.code, self.may_ask_anew = reason, code, may_ask_anew


@dataclass(frozen=True, kw_only=True)
class Visit:
    """Who is answering, as of this request; without ``token_hash`` it is somebody who is signed in."""

    ask: UUID
    token_hash: str | None = None

    @property
    def by_account(self) -> bool:
        """Whether it was opened from the page of an account, without a link."""
        return self.token_hash is None


@dataclass(frozen=True, kw_only=True)
class CameIn:
    """The secrets for the cookies of a visit that begins, and the ask that it is for."""

    visit: str
    browser: str
    ask: Ask


def come_in(secret: str) -> CameIn:
    """Begin a visit by the secret of a link; raises :class:`NoVisit` with the reason in words."""
    link, ask = _link(secret)
    browser = request.cookies.get(cookie_name(settings(), BROWSER)) or secrets.token_urlsafe(32)
    if _wrote_elsewhere(link.id, hash_of(browser)):
        noted_alone(Action.ACCESS_DENIED, f"ask/{ask.id}", result="denied", details={"link": str(link.id)})
        raise NoVisit(ELSEWHERE, 409, may_ask_anew=True)
    forget_opened()
    visit = secrets.token_urlsafe(32)
    with sessions().begin() as session:
        _begin(session, link.id, visit=visit, browser=browser)
        noted(session, Action.ANSWER_LINK_OPENED, f"ask/{ask.id}", details={"link": str(link.id)})
    return CameIn(visit=visit, browser=browser, ask=ask)


def mail_anew(secret: str) -> None:
    """Have a new link mailed to the address that was asked, whoever holds this one; not twice in a few minutes."""
    _found, ask = _link(secret)
    with sessions().begin() as session:
        mail_link(session, ask.id)


def mail_link(session: Session, ask: UUID) -> None:
    """Mail a new link of an ask to its own address, unless one was mailed just before."""
    newest = select(AskLink.made_at).where(AskLink.ask == ask).order_by(AskLink.made_at.desc(), AskLink.id)
    made_at = session.scalars(newest).first()
    if made_at is None or made_at < now() - BETWEEN_LINKS:
        new_link(session, session.get_one(Ask, ask))


def visiting() -> Visit:
    """Whose visit this is; what was revoked or has expired meanwhile lets nobody on."""
    secret = request.cookies.get(cookie_name(settings(), VISIT))
    found = _visit(hash_of(secret)) if secret else None
    if found is not None:
        visit, link, ask = found
        refuse_dead(link, ask)
        return Visit(ask=ask.id, token_hash=visit.token_hash)
    opened = None if secret else opened_by_account()
    if opened is None:
        raise NoVisit(NOBODY, 401)
    return Visit(ask=opened)


def refuse_form_of_another_ask() -> None:
    """Refuse a form of an ask that is not the one that is open: an answer to one holder must never reach another."""
    of = request.form.get(OF_ASK)
    if of is not None and of != str(visiting().ask):
        raise NoVisit(ANOTHER, 409)


def refuse_dead(link: AskLink, ask: Ask) -> None:
    """Raise :class:`NoVisit` for a link that was revoked or has expired."""
    if link.revoked_at or ask.revoked_at:
        raise NoVisit(REVOKED, 410)
    if link.valid_until < today():
        raise NoVisit(EXPIRED, 410)


def wrote(session: Session, visit: Visit) -> None:
    """From the first thing that is written, the link opens in this browser alone; an account has no link to bind."""
    if visit.by_account:
        return
    session.execute(
        update(AnswerVisit)
        .where(AnswerVisit.token_hash == visit.token_hash, AnswerVisit.wrote_at.is_(None))
        .values(wrote_at=now())
    )


def leave(visit: Visit) -> None:
    """End the visit; that the link is bound to this browser stays."""
    forget_opened()
    with sessions().begin() as session:
        session.execute(update(AnswerVisit).where(AnswerVisit.token_hash == visit.token_hash).values(ends_at=now()))


def give_cookies(response: Response, came: CameIn) -> None:
    """Let the browser keep the visit until it closes, and itself for as long as a link may live."""
    _cookie(response, VISIT, came.visit, lasts=None)
    _cookie(response, BROWSER, came.browser, lasts=int(BROWSER_LASTS.total_seconds()))


def take_cookie(response: Response) -> None:
    """Let the browser forget the visit."""
    response.delete_cookie(cookie_name(settings(), VISIT), path="/", secure=is_https(settings()), httponly=True)


def _link(secret: str) -> tuple[AskLink, Ask]:
    with reading() as session:
        query = select(AskLink, Ask).join(Ask, Ask.id == AskLink.ask).where(AskLink.token_hash == hash_of(secret))
        found = session.execute(query.order_by(AskLink.id)).first()
    if found is None:
        noted_alone(Action.ACCESS_DENIED, "ask/unknown", result="denied")
        raise NoVisit(UNKNOWN, 404)
    refuse_dead(found[0], found[1])
    return found[0], found[1]


def _wrote_elsewhere(link: UUID, browser: str) -> bool:
    query = select(AnswerVisit.browser).where(AnswerVisit.link == link, AnswerVisit.wrote_at.is_not(None))
    with reading() as session:
        wrote_in = set(session.scalars(query.order_by(AnswerVisit.token_hash)))
    return bool(wrote_in) and browser not in wrote_in


def _begin(session: Session, link: UUID, *, visit: str, browser: str) -> None:
    at = now()
    over = (AnswerVisit.ends_at < at) & AnswerVisit.wrote_at.is_(None)
    session.execute(delete(AnswerVisit).where(over))
    session.add(
        AnswerVisit(
            token_hash=hash_of(visit), link=link, browser=hash_of(browser), begun_at=at, ends_at=at + VISIT_LASTS
        )
    )
    session.execute(update(AskLink).where(AskLink.id == link, AskLink.opened_at.is_(None)).values(opened_at=at))


def _visit(token_hash: str) -> tuple[AnswerVisit, AskLink, Ask] | None:
    query = (
        select(AnswerVisit, AskLink, Ask)
        .join(AskLink, AskLink.id == AnswerVisit.link)
        .join(Ask, Ask.id == AskLink.ask)
        .where(AnswerVisit.token_hash == token_hash, AnswerVisit.ends_at > now())
        .order_by(AnswerVisit.token_hash)
    )
    with reading() as session:
        found = session.execute(query).first()
    return (found[0], found[1], found[2]) if found else None


def _cookie(response: Response, name: str, value: str, *, lasts: int | None) -> None:
    response.set_cookie(
        cookie_name(settings(), name),
        value,
        max_age=lasts,
        secure=is_https(settings()),
        httponly=True,
        samesite="Lax",
        path="/",
    )
