"""Who of a holder can sign: at least two have to, so that a report is handed in also when somebody is away."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.orm import Session

from schemas.clock import today
from schemas.store.among import among
from schemas.store.people import Person, RoleOfPerson, held
from schemas.words import Role

NEEDED = 2


@dataclass(frozen=True, kw_only=True)
class Signatories:
    """The signatories of an organisation by name: who can sign, who never came in, and whose access is closed."""

    able: tuple[str, ...] = ()
    invited: tuple[str, ...] = ()
    closed: tuple[str, ...] = ()

    @property
    def too_few(self) -> bool:
        """Whether fewer can sign than there have to be."""
        return len(self.able) < NEEDED


def signatories_of(session: Session, organisations: Iterable[UUID]) -> Mapping[UUID, Signatories]:
    """The signatories of each of some organisations, in one query."""
    wanted = list(organisations)
    query = (
        select(Person)
        .join(RoleOfPerson, RoleOfPerson.person == Person.id)
        .where(among(Person.organisation, wanted), RoleOfPerson.role == Role.SIGNATORY)
        .where(held(today()))
        .order_by(Person.name, Person.id)
    )
    found: dict[UUID, list[Person]] = defaultdict(list)
    for person in session.scalars(query):
        found[person.organisation].append(person)
    return {organisation: _sorted(found[organisation]) for organisation in wanted}


def _sorted(people: Iterable[Person]) -> Signatories:
    known = list(people)
    return Signatories(
        able=tuple(one.name for one in known if one.active and one.password_hash is not None),
        invited=tuple(one.name for one in known if one.active and one.password_hash is None),
        closed=tuple(one.name for one in known if not one.active),
    )
