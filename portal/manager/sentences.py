"""Where a report stands, in one sentence for an authority: who acts, and by when."""

from __future__ import annotations

from flask_babel import gettext as _

from portal.filters import date_weekday
from portal.holder.about import About
from portal.holder.sentences import THEY, YOU, Sentence
from portal.visitor import SignedIn
from schemas.state import Standing
from schemas.words import Role

DONE = "done"


def manager_sentence(about: About, person: SignedIn, *, leads: bool) -> Sentence:
    """The state as an authority reads it; *you* only for who has to act."""
    state = about.state
    text = _text(about, leads=leads)
    mine = is_mine(about, person, leads=leads)
    actor = DONE if state.standing is Standing.DECIDED else YOU if mine else THEY
    return Sentence(text=text, actor=actor, by=state.by)


def is_mine(about: About, person: SignedIn, *, leads: bool) -> bool:
    """Whether it is this person who has to act."""
    state = about.state
    if state.awaits_second_reader:
        return person.has(Role.SECOND_READER)
    waits = state.standing is Standing.IN_REVIEW or state.may_begin_review
    return waits and leads and person.has(Role.MANAGER)


def _text(about: About, *, leads: bool) -> str:
    state = about.state
    day = date_weekday(state.by) if state.by else ""
    if state.stuck:
        return str(_("De controle staat stil. Uw technisch beheerder laat haar opnieuw doen."))
    if state.standing is Standing.HANDED_IN:
        return _handed_in(about, day, leads=leads)
    if state.awaits_second_reader:
        return str(_("Voorstel om terug te sturen: de tweede lezer bevestigt of weigert, uiterlijk %(day)s.", day=day))
    if state.standing is Standing.IN_REVIEW:
        return str(_("In beoordeling. De houder hoort het uiterlijk %(day)s.", day=day))
    if state.standing is Standing.DECIDED:
        return str(_("Besloten. De houder heeft bericht."))
    if state.correction and about.current and about.current.given_up:
        return str(_("De controle is gestopt: de houder uploadt het rapport opnieuw, uiterlijk %(day)s.", day=day))
    if state.correction:
        return str(_("Teruggestuurd: de houder verbetert het rapport, uiterlijk %(day)s.", day=day))
    return str(_("De houder is aan zet, uiterlijk %(day)s.", day=day) if day else _("De houder is aan zet."))


def _handed_in(about: About, day: str, *, leads: bool) -> str:
    if about.state.under_reservation:
        return str(_("Ingediend onder voorbehoud: wij controleren het rapport nog."))
    if not leads:
        return str(_("Ingediend. De leidende provincie begint met beoordelen, uiterlijk %(day)s.", day=day))
    return str(_("Ingediend. Begin met beoordelen, uiterlijk %(day)s.", day=day))
