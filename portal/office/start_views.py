"""The start page of management: everything that is looked after, with what asks for attention."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from flask import render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy.orm import Session

from portal.access import for_role
from portal.members.people import members_of
from portal.office.blueprint import office
from portal.office.concessions import concessions_shown
from portal.office.letters import letter_lines, not_arrived
from portal.office.organisations import organisations_shown
from portal.office.sets import SLUGS, lacking, sets_shown
from portal.reminders.alarms import unheard_in
from portal.reminders.tasks import tasks_of
from portal.tenancy import their_concessions
from portal.visitor import SignedIn, me
from schemas.store import reading, unreachable
from schemas.words import Role, SetKind


@dataclass(frozen=True, kw_only=True)
class Section:
    """One part of management: where it is, how much there is, and what asks for attention."""

    title: str
    href: str
    lead: str
    count: str
    attention: tuple[str, ...] = ()


def _organisations(session: Session, person: SignedIn) -> Section:
    shown = organisations_shown(session, person)
    there = sum(one.organisation.ended_at is None for one in shown)
    return Section(
        title=_("Organisaties"),
        href=url_for(".organisations"),
        lead=_("Provincies en concessiehouders, met hun mensen."),
        count=ngettext("%(num)s organisatie", "%(num)s organisaties", there),
        attention=tuple(f"{one.organisation.name}: {one.lacks}" for one in shown if one.lacks),
    )


def _people(session: Session, person: SignedIn) -> Section:
    members = members_of(person)
    invited = sum(one.invited and one.person.active for one in members)
    waits = ngettext("%(num)s uitnodiging wacht op antwoord", "%(num)s uitnodigingen wachten op antwoord", invited)
    return Section(
        title=_("Mensen"),
        href=url_for("members.people"),
        lead=_("Wie kan inloggen, met welke rol; uitnodigen en toegang sluiten."),
        count=ngettext("%(num)s persoon", "%(num)s mensen", len(members)),
        attention=(*((waits,) if invited else ()), *_unreachable(session, person), *_unheard(session, person)),
    )


def _unreachable(session: Session, person: SignedIn) -> list[str]:
    """Who of the own authority no mail reaches now."""
    lost = unreachable(session, person.organisation)
    return [
        _("mail aan %(address)s komt niet aan: %(reason)s", address=one.recipient, reason=one.reason) for one in lost
    ]


def _unheard(session: Session, person: SignedIn) -> list[str]:
    """Of what nobody can be reminded any more."""
    unheard = unheard_in(session, [one.id for one in their_concessions(session, person)])
    return [_("niemand bereikbaar: %(duty)s, %(name)s", duty=one.duty, name=one.concession) for one in unheard]


def _concessions(session: Session, person: SignedIn) -> Section:
    shown = concessions_shown(session, person)
    return Section(
        title=_("Concessies"),
        href=url_for(".concessions"),
        lead=_("Wie haar verleent, leidt en houdt; kalender en voorwaarden."),
        count=ngettext("%(num)s concessie", "%(num)s concessies", len(shown)),
        attention=tuple(f"{one.concession.name}: {one.lacks}" for one in shown if one.lacks),
    )


def _factor_lists(session: Session, _person: SignedIn) -> Section:
    return Section(
        title=_("Factorlijsten"),
        href=url_for(".sets", kind=SLUGS[SetKind.FACTOR_SET]),
        lead=_("Waarmee uitstoot wordt berekend: aanbieden, proberen en inschakelen."),
        count=ngettext("%(num)s lijst", "%(num)s lijsten", len(sets_shown(session, SetKind.FACTOR_SET))),
        attention=lacking(session, SetKind.FACTOR_SET),
    )


def _rule_sets(session: Session, _person: SignedIn) -> Section:
    return Section(
        title=_("Regelsets"),
        href=url_for(".sets", kind=SLUGS[SetKind.RULE_SET]),
        lead=_("Waarmee een rapport wordt gecontroleerd. Een nieuwe komt met een uitgave van het product."),
        count=ngettext("%(num)s regelset", "%(num)s regelsets", len(sets_shown(session, SetKind.RULE_SET))),
        attention=lacking(session, SetKind.RULE_SET),
    )


def _letters(session: Session, person: SignedIn) -> Section:
    lines, lost = letter_lines(session), len(not_arrived(session, person))
    changed = sum(one.changed for one in lines)
    said = ngettext("%(num)s mail kwam niet aan", "%(num)s mails kwamen niet aan", lost)
    return Section(
        title=_("Teksten van mails"),
        href=url_for(".letters"),
        lead=_("Wat mails zeggen: lezen, proberen en wijzigen; en welke niet aankwamen."),
        count=ngettext("%(num)s gewijzigd", "%(num)s gewijzigd", changed),
        attention=(said,) if lost else (),
    )


SECTIONS: Final[tuple[Callable[[Session, SignedIn], Section], ...]] = (
    _organisations,
    _people,
    _concessions,
    _factor_lists,
    _rule_sets,
    _letters,
)


@office.get("/beheer")
@for_role(Role.FUNCTIONAL_MANAGER)
def start() -> ResponseReturnValue:
    with reading() as session:
        sections = [section(session, me()) for section in SECTIONS]
        return render_template("office/start.html", sections=sections, tasks=tasks_of(session, me()))
