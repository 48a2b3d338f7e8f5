"""The account of a supplier that answers several holders: asked for by a link, made by who reads the mail, closed at any time.

Until the mailed link is used there is nobody, so that nothing tells whether an address has an account.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Final
from uuid import UUID, uuid4

from sqlalchemy import delete, select, update
from sqlalchemy.orm import Session

from portal.accounts.passwords import hashed, refuse_common
from portal.accounts.signing_in import confirm_password
from portal.accounts.tokens import LINK_IS_SPENT, spend_all
from portal.audit import Action, noted
from portal.refusals import Refused
from portal.visitor import SignedIn, end_sessions
from schemas.clock import now
from schemas.events import SupplierAccountAsked
from schemas.settings import settings
from schemas.store import AccountOffer, Ask, Organisation, Person, RoleOfPerson, reading, sessions, tell
from schemas.texts import Language
from schemas.tokens import hash_of, secret_of
from schemas.web import Said
from schemas.words import OrganisationKind, Role

LINK_WORKS: Final = timedelta(days=1)
BETWEEN_MAILS: Final = timedelta(minutes=5)
NOBODYS: Final = "gesloten.invalid"

THERE_ALREADY: Final = Said(
    "Op dit mailadres is intussen al een account. Log daarmee in.",
    "There is an account at this address by now. Sign in with that one.",
)


@dataclass(frozen=True, kw_only=True)
class Offered:
    """For whom a link makes an account."""

    id: UUID
    email: str
    supplier: str


def ask_account(session: Session, ask: UUID) -> None:
    """Have a link to make an account mailed to the address that was asked; not twice in a few minutes."""
    asked = session.get_one(Ask, ask)
    newest = select(AccountOffer.made_at).where(AccountOffer.email == asked.email)
    made_at = session.scalars(newest.order_by(AccountOffer.made_at.desc(), AccountOffer.id)).first()
    if made_at is not None and made_at > now() - BETWEEN_MAILS:
        return
    offer = AccountOffer(id=uuid4(), ask=ask, email=asked.email, made_at=now(), expires_at=now() + LINK_WORKS)
    offer.hash = hash_of(secret_of(offer.id, settings().secret))
    session.add(offer)
    tell(session, SupplierAccountAsked(offer=offer.id))
    noted(session, Action.SUPPLIER_ACCOUNT_ASKED, f"offer/{offer.id}")


def offered(secret: str) -> Offered | None:
    """For whom this link makes an account, as long as it works."""
    query = (
        select(AccountOffer.id, AccountOffer.email, Ask.supplier_name)
        .join(Ask, Ask.id == AccountOffer.ask)
        .where(AccountOffer.hash == hash_of(secret), AccountOffer.used_at.is_(None), AccountOffer.expires_at > now())
        .order_by(AccountOffer.id)
    )
    with reading() as session:
        found = session.execute(query).first()
    return Offered(id=found[0], email=found[1], supplier=found[2]) if found else None


def make_account(secret: str, *, name: str, password: str, language: Language) -> None:
    """Make the account by a link: the link is spent, with every other one to the same address."""
    found = offered(secret)
    if found is None:
        raise Refused(LINK_IS_SPENT)
    refuse_common(password, email=found.email)
    kept = hashed(password)
    with sessions().begin() as session:
        _spend(session, found)
        if session.scalars(select(Person.id).where(Person.email == found.email)).first():
            raise Refused(THERE_ALREADY, status=409)
        person = _person(session, found, name=name, password_hash=kept, language=language)
        noted(session, Action.SUPPLIER_ACCOUNT_MADE, f"person/{person}", actor=person)


def close_account(person: SignedIn, password: str) -> None:
    """Close the own account: nobody signs in with it again, and its address is free. The links of asks go on working."""
    confirm_password(person, password)
    with sessions().begin() as session:
        row = session.get_one(Person, person.id)
        session.execute(delete(RoleOfPerson).where(RoleOfPerson.person == row.id))
        end_sessions(session, row.id)
        spend_all(session, row)
        row.active, row.password_hash = False, None
        row.name, row.email = "–", f"{row.id}@{NOBODYS}"
        session.get_one(Organisation, row.organisation).ended_at = now()
        noted(session, Action.SUPPLIER_ACCOUNT_CLOSED, f"person/{row.id}")


def _spend(session: Session, offer: Offered) -> None:
    # Of two who use links to one address at the same moment, the second finds its own spent.
    open_links = update(AccountOffer).where(AccountOffer.email == offer.email, AccountOffer.used_at.is_(None))
    spent = session.scalars(open_links.values(used_at=now()).returning(AccountOffer.id)).all()
    if offer.id not in spent:
        raise Refused(LINK_IS_SPENT)


def _person(session: Session, offer: Offered, *, name: str, password_hash: str, language: Language) -> UUID:
    """Somebody in an organisation of its own, with no role but answering."""
    firm = Organisation(id=uuid4(), kind=OrganisationKind.SUPPLIER, name=offer.supplier, language=language)
    person = Person(
        id=uuid4(),
        organisation=firm.id,
        name=name,
        email=offer.email,
        language=language,
        password_hash=password_hash,
    )
    session.add_all([firm, person, RoleOfPerson(person=person.id, role=Role.SUPPLIER)])
    return person.id
