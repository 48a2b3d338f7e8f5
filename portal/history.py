"""What happened to something or somebody that functional managers look after, as the audit tells it: what, from, to, who, when and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final
from uuid import UUID

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString
from sqlalchemy import select
from sqlalchemy.orm import Session

from portal.audit import Action
from portal.called import KIND_WORDS, MOMENT_WORDS
from portal.filters import date_long
from portal.shell import role_words
from schemas.store import Audit, Person, among
from schemas.words import OrganisationKind, Role

DEEDS: Final[Mapping[str, LazyString]] = {
    Action.PERSON_INVITED: lazy_gettext("Uitgenodigd"),
    Action.INVITATION_REPEATED: lazy_gettext("Opnieuw uitgenodigd"),
    Action.INVITATION_USED: lazy_gettext("Account gemaakt"),
    Action.ROLES_CHANGED: lazy_gettext("Rollen gewijzigd"),
    Action.ROLE_DAYS: lazy_gettext("Rol met een dag"),
    Action.ACCESS_OPENED: lazy_gettext("Toegang geopend"),
    Action.ACCESS_CLOSED: lazy_gettext("Toegang gesloten"),
    "person.invited": lazy_gettext("Uitgenodigd"),
    Action.ORGANISATION_ADDED: lazy_gettext("Organisatie toegevoegd"),
    Action.ORGANISATION_CHANGED: lazy_gettext("Gegevens gewijzigd"),
    Action.ORGANISATION_ENDED: lazy_gettext("Organisatie beëindigd"),
    Action.ORGANISATION_OPENED: lazy_gettext("Organisatie weer geopend"),
    Action.CONCESSION_ADDED: lazy_gettext("Concessie toegevoegd"),
    Action.CONCESSION_CHANGED: lazy_gettext("Gegevens gewijzigd"),
    Action.GRANTING_CHANGED: lazy_gettext("Concessieverleners gewijzigd"),
    Action.GRANTING_TAKEN_BACK: lazy_gettext("Wijziging van de concessieverleners teruggenomen"),
    Action.CALENDAR_CHANGED: lazy_gettext("Kalender gewijzigd"),
    Action.TERMS_PROPOSED: lazy_gettext("Voorwaarden voorgesteld"),
    Action.TERMS_ADOPTED: lazy_gettext("Voorwaarden aangenomen, vanaf verslagjaar"),
    Action.TERMS_PUT_ASIDE: lazy_gettext("Voorstel terzijde gelegd"),
    "terms.import": lazy_gettext("Uitgave van de voorwaarden opgenomen"),
    Action.TRIAL_ASKED: lazy_gettext("Proef op eerdere rapporten gevraagd"),
    "factor_set.import": lazy_gettext("Lijst opgenomen"),
    "factor_set.adopt": lazy_gettext("Ingeschakeld"),
    "rule_set.adopt": lazy_gettext("Ingeschakeld"),
    Action.WAIVER_RECORDED: lazy_gettext("Ontheffing vastgelegd"),
    Action.WAIVER_WITHDRAWN: lazy_gettext("Ontheffing ingetrokken"),
}
FIELDS: Final[Mapping[str, LazyString]] = {
    "roles": lazy_gettext("Rollen"),
    "name": lazy_gettext("Naam"),
    "kind": lazy_gettext("Soort"),
    "kvk": lazy_gettext("KvK-nummer"),
    "code": lazy_gettext("Code"),
    "holder": lazy_gettext("Houder"),
    "starts": lazy_gettext("Eerste dag"),
    "ends": lazy_gettext("Laatste dag"),
    "authorities": lazy_gettext("Concessieverleners"),
    "lead": lazy_gettext("Leidt"),
    "since": lazy_gettext("Vanaf"),
    "source": lazy_gettext("Waarvan"),
    **MOMENT_WORDS,
}
COMMAND_LINE: Final = frozenset({"command-line", "db upgrade"})


@dataclass(frozen=True, kw_only=True)
class Changed:
    """One thing that became another; ``was`` is empty where there was nothing."""

    what: str
    was: str
    becomes: str


@dataclass(frozen=True, kw_only=True)
class Step:
    """One deed."""

    at: datetime
    who: str
    text: str
    changes: tuple[Changed, ...]
    reason: str


def history_of(session: Session, *subjects: str) -> list[Step]:
    """What was done about these subjects, the newest first; deeds that are not told here are passed over."""
    query = select(Audit).where(among(Audit.subject, subjects), Audit.action.in_(DEEDS), Audit.result == "ok")
    rows = session.scalars(query.order_by(Audit.n.desc())).all()
    names = _names(session, {row.actor for row in rows})
    return [
        Step(
            at=row.at,
            who=names[row.actor],
            text=_deed(row),
            changes=tuple(_changed(*one) for one in _changes(row)),
            reason=str(row.details.get("reason", "")),
        )
        for row in rows
    ]


def actor_name(session: Session, actor: str) -> str:
    """Who acted, as people call it."""
    return _names(session, {actor})[actor]


def _names(session: Session, actors: set[str]) -> dict[str, str]:
    ids = {actor: UUID(actor.partition("/")[2]) for actor in actors if actor.startswith("person/")}
    query = select(Person.id, Person.name).where(among(Person.id, ids.values())).order_by(Person.id)
    known: dict[UUID, str] = dict(session.execute(query).all())
    return {actor: known.get(ids[actor], actor) if actor in ids else _command(actor) for actor in actors}


def _changes(row: Audit) -> list[tuple[str, Any, Any]]:
    """What became what: as it was noted, or of roles the old and the new ones."""
    if row.action == Action.ROLES_CHANGED:
        return [("roles", row.details["from"], row.details["to"])]
    if starts := row.details.get("starts"):
        return [("roles", "", row.details["roles"]), ("starts", "", starts)]
    return [(what, was, becomes) for what, was, becomes in row.details.get("changes", ())]


def _deed(row: Audit) -> str:
    about = row.details.get("year")
    if role := row.details.get("role"):
        about = role_words(frozenset({Role(role)}))
    return f"{DEEDS[row.action]} ({about})" if about else str(DEEDS[row.action])


def _command(actor: str) -> str:
    return str(_("opdrachtregel")) if actor in COMMAND_LINE else actor


def _changed(what: str, was: Any, becomes: Any) -> Changed:
    return Changed(what=str(FIELDS.get(what, what)), was=_shown(what, was), becomes=_shown(what, becomes))


def _shown(what: str, value: Any) -> str:
    if what == "roles":
        return role_words(frozenset(map(Role, value)))
    if what == "kind" and value:
        return str(KIND_WORDS[OrganisationKind(value)])
    try:
        return date_long(date.fromisoformat(str(value)))
    except ValueError:
        return str(value)
