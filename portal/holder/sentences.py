"""The state of a report as one sentence to its holder, with who acts and by when, and the one next step."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.filters import date_long, date_weekday, number
from portal.holder.about import About
from portal.visitor import SignedIn
from schemas.clock import now
from schemas.state import Actor, Standing, VersionFacts
from schemas.words import DecisionOutcome, Role

YOU: Final = "you"
WE: Final = "we"
THEY: Final = "they"
DONE: Final = "done"
SLOW: Final = timedelta(minutes=1)
WRITERS: Final = (Role.REPORTER, Role.CONTRIBUTOR)


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """What stands on a line: the sentence, who acts, and the day by which."""

    text: str
    actor: str
    by: date | None = None


@dataclass(frozen=True)
class Step:
    """The next step: what the button says, and where it leads."""

    label: str
    href: str


def sentence(about: About, person: SignedIn) -> Sentence:
    """The state in one sentence."""
    if about.state.standing is Standing.READY:
        return _ready(about, signs=person.has(Role.SIGNATORY))
    if about.state.standing in {Standing.OPEN, Standing.DRAFT}:
        return _at_work(about, writes=person.has(*WRITERS))
    tell = {
        Standing.BEING_CHECKED: _being_checked,
        Standing.HANDED_IN: _handed_in,
        Standing.IN_REVIEW: _in_review,
        Standing.DECIDED: _decided,
    }
    return tell[about.state.standing](about)


def next_step(about: About, person: SignedIn) -> Step:
    """The one button of a report."""
    report, standing = about.report.id, about.state.standing
    page = url_for("holder.report_page", report=report)
    if standing is Standing.OPEN or _came_back(about):
        label = _("Rapport uploaden") if person.has(*WRITERS) else _("Bekijken")
        return Step(label, f"{page}#uploaden")
    if _is_given_up(about) and person.has(*WRITERS):
        return Step(_("Opnieuw uploaden"), f"{page}#uploaden")
    if standing is Standing.READY and person.has(Role.SIGNATORY):
        return Step(_("Indienen"), url_for("holder.signing_page", report=report))
    if standing in {Standing.HANDED_IN, Standing.IN_REVIEW} and about.current and about.current.signed:
        signature = about.current.signed.id
        return Step(_("Ontvangstbewijs"), url_for("holder.receipt_page", report=report, signature=signature))
    if standing is Standing.DECIDED or about.current is None:
        return Step(_("Besluit bekijken"), page)
    return Step(_check_words(about, person), url_for("holder.check_page", report=report, number=about.current.number))


def waits_long(version: VersionFacts) -> bool:
    """Whether a version waits for its check longer than usual."""
    return now() - version.created_at > SLOW


def points(errors: int, warnings: int) -> str:
    """*3 fouten en 12 vragen*."""
    wrong = ngettext("%(number)s fout", "%(number)s fouten", errors, number=number(errors))
    asked = ngettext("%(number)s vraag", "%(number)s vragen", warnings, number=number(warnings))
    if errors and warnings:
        return str(_("%(wrong)s en %(asked)s", wrong=wrong, asked=asked))
    if not errors and not warnings:
        return str(_("geen fouten en geen vragen"))
    return str(wrong if errors else asked)


def _check_words(about: About, person: SignedIn) -> str:
    if about.state.standing is Standing.BEING_CHECKED:
        return str(_("Controle volgen"))
    if about.state.standing is not Standing.DRAFT or not person.has(*WRITERS):
        return str(_("Resultaat bekijken"))
    return str(_("Bekijken waarom") if _is_unreadable(about) else _("Verbeteren en toelichten"))


def _at_work(about: About, *, writes: bool) -> Sentence:
    """Before handing in: who writes is told what to do, who only signs is told that a colleague does it."""
    return _yours(about) if writes else Sentence(text=_theirs(about), actor=THEY, by=about.state.by)


def _yours(about: About) -> Sentence:
    by, found = about.state.by, _found(about)
    if about.state.standing is Standing.OPEN:
        year = about.report.report_year
        text = _("U bent aan zet: upload uw rapport over %(year)s, uiterlijk %(day)s.", year=year, day=_day(about))
    elif _came_back(about):
        text = _(
            "De provincie stuurde uw rapport terug. Upload een verbeterde versie, uiterlijk %(day)s.", day=_day(about)
        )
    elif _is_unreadable(about):
        number = about.current.number if about.current else 0
        text = _(
            "U bent aan zet: wij konden versie %(number)s niet lezen. Upload een ander bestand%(until)s.",
            number=number,
            until=_until(about),
        )
    elif _is_given_up(about):
        text = _("U bent aan zet: de controle is gestopt. Upload uw rapport opnieuw%(until)s.", until=_until(about))
    elif by is None:
        text = _("U bent aan zet: %(points)s.", points=found)
    else:
        text = _("U bent aan zet: %(points)s, uiterlijk %(day)s.", points=found, day=_day(about))
    return Sentence(text=text, actor=YOU, by=by)


def _theirs(about: About) -> str:
    day = _day(about)
    if about.state.standing is Standing.OPEN:
        return str(_("Uw rapporteur is aan zet: het rapport uploaden, uiterlijk %(day)s.", day=day))
    if _came_back(about):
        text = _("De provincie stuurde uw rapport terug. Uw rapporteur verbetert het, uiterlijk %(day)s.", day=day)
        return str(text)
    if _is_given_up(about):
        text = _("De controle is gestopt. Uw rapporteur uploadt het rapport opnieuw%(until)s.", until=_until(about))
        return str(text)
    if _is_unreadable(about) or about.state.by is None:
        return str(_("Uw rapporteur is aan zet: %(points)s.", points=_found(about)))
    return str(_("Uw rapporteur is aan zet: %(points)s, uiterlijk %(day)s.", points=_found(about), day=day))


def _found(about: About) -> str:
    checked = about.current.checked if about.current else None
    if checked and checked.unreadable:
        return str(_("het bestand is niet leesbaar"))
    return points(checked.errors, checked.unanswered_warnings) if checked else ""


def _is_unreadable(about: About) -> bool:
    return bool(about.current and about.current.checked and about.current.checked.unreadable)


def _is_given_up(about: About) -> bool:
    return bool(about.current and about.current.given_up)


def _being_checked(about: About) -> Sentence:
    if about.state.stuck:
        return Sentence(
            text=_("Er is iets misgegaan bij het controleren. De provincie kijkt ernaar."), actor=WE, by=about.state.by
        )
    if about.current and waits_long(about.current):
        text = _("Uw rapport wacht op de controle. Dat duurt langer dan gewoon; uw bestand is veilig ontvangen.")
        return Sentence(text=text, actor=WE, by=about.state.by)
    return Sentence(
        text=_("Wij controleren uw rapport. Dat duurt meestal minder dan een minuut."), actor=WE, by=about.state.by
    )


def _ready(about: About, *, signs: bool) -> Sentence:
    by = about.state.by
    if not signs:
        text = _("Geen fouten. Uw ondertekenaar kan indienen, uiterlijk %(day)s.", day=_day(about))
        return Sentence(text=text if by else _("Geen fouten. Uw ondertekenaar kan indienen."), actor=THEY, by=by)
    text = _("Geen fouten. U kunt indienen, uiterlijk %(day)s.", day=_day(about))
    return Sentence(text=text if by else _("Geen fouten. U kunt indienen."), actor=YOU, by=by)


def _handed_in(about: About) -> Sentence:
    signed = about.current.signed if about.current else None
    day = date_long(signed.at) if signed else ""
    if about.state.under_reservation:
        text = _("Ingediend op %(day)s, onder voorbehoud: wij controleren uw rapport nog.", day=day)
        return Sentence(text=text, actor=WE)
    until = date_long(about.state.by) if about.state.by else ""
    text = _("Ingediend op %(day)s. De provincie kijkt of het compleet is, uiterlijk %(until)s.", day=day, until=until)
    return Sentence(text=text, actor=THEY)


def _in_review(about: About) -> Sentence:
    until = date_long(about.state.by) if about.state.by else ""
    if about.state.acts is Actor.SECOND_READER:
        text = _("Een tweede lezer van de provincie kijkt mee. U hoort het uiterlijk %(until)s.", until=until)
        return Sentence(text=text, actor=THEY)
    text = _("De provincie beoordeelt uw rapport. U hoort het uiterlijk %(until)s.", until=until)
    return Sentence(text=text, actor=THEY)


def _decided(about: About) -> Sentence:
    decided = about.current.decided if about.current else None
    day = date_long(about.decided_at) if about.decided_at else ""
    if decided and decided.outcome is DecisionOutcome.ACCEPTED_WITH_REMARKS:
        return Sentence(text=_("De provincie aanvaardde uw rapport op %(day)s, met opmerkingen.", day=day), actor=DONE)
    return Sentence(text=_("De provincie aanvaardde uw rapport op %(day)s.", day=day), actor=DONE)


def _came_back(about: About) -> bool:
    decided = about.current.decided if about.current else None
    return bool(about.state.standing is Standing.DRAFT and decided and decided.stands and not decided.accepts)


def _day(about: About) -> str:
    return date_weekday(about.state.by) if about.state.by else ""


def _until(about: About) -> str:
    """*, uiterlijk maandag 3 mei 2027*; nothing where no day is set."""
    return str(_(", uiterlijk %(day)s", day=_day(about))) if about.state.by else ""
