"""The year of a duty from opening to decision: every step with who acts, by when, when it was done, and where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from flask import url_for
from flask_babel import gettext as _
from flask_babel import ngettext

from portal.extensions import Extension
from portal.filters import date_long
from portal.hearings import Hearing
from portal.holder.about import About
from schemas.clock import dutch_day, today
from schemas.state import Actor, Standing

BEFORE_SIGNING = frozenset({Standing.OPEN, Standing.BEING_CHECKED, Standing.DRAFT, Standing.READY})


@dataclass(frozen=True, kw_only=True)
class DutyStep:
    """A step of the year: ``by`` is its last day, ``done`` when it was done, ``here`` whether it is the one to do now.

    ``over`` is a step of others that lies behind, whatever came of it.
    """

    label: str
    who: str
    by: date | None
    done: date | None
    here: bool
    over: bool = False
    detail: str = ""
    href: str = ""

    @property
    def late(self) -> bool:
        """Whether its last day is past, and it was done later or not at all."""
        return self.by is not None and (self.done or today()) > self.by


def duty_year(about: About, hearings: Sequence[Hearing], extension: Extension | None) -> list[DutyStep]:
    """The steps of a report's year in their order; what only some reports have stands where it came."""
    return [_opening(about), _suppliers(about), _upload(about), _hand_in(about, extension), *_review(about, hearings)]


def _opening(about: About) -> DutyStep:
    return DutyStep(
        label=_("De rapportage gaat open"),
        who=_("de provincie"),
        by=about.facts.dates.opens,
        done=min(about.facts.dates.opens, dutch_day(about.report.opened_at)),
        here=False,
    )


def _suppliers(about: About) -> DutyStep:
    by = about.facts.dates.suppliers_answer_by
    over = by < today() or about.state.standing not in BEFORE_SIGNING
    return DutyStep(
        label=_("Leveranciers antwoorden"), who=_("uw leveranciers"), by=by, done=None, here=False, over=over
    )


def _upload(about: About) -> DutyStep:
    first = about.facts.versions[0] if about.facts.versions else None
    number = len(about.facts.versions)
    writes = about.state.acts is Actor.HOLDER and about.state.standing in BEFORE_SIGNING
    return DutyStep(
        label=_("Uploaden, verbeteren en toelichten"),
        who=_("uw rapporteur"),
        by=about.state.by if writes else None,
        done=dutch_day(first.created_at) if first and not writes else None,
        here=writes or about.state.standing is Standing.BEING_CHECKED,
        detail=ngettext("%(num)s versie", "%(num)s versies", number) if number else "",
        href=url_for("holder.report_page", report=about.report.id, _anchor="versies") if number else "",
    )


def _hand_in(about: About, extension: Extension | None) -> DutyStep:
    signed = about.current.signed if about.current and about.state.standing not in BEFORE_SIGNING else None
    term = about.state.by if about.state.standing in BEFORE_SIGNING else None
    return DutyStep(
        label=_("Opnieuw indienen") if about.state.correction else _("Indienen"),
        who=_("uw ondertekenaar"),
        by=term or about.facts.dates.hand_in_by,
        done=dutch_day(signed.at) if signed else None,
        here=about.state.standing is Standing.READY,
        detail=_granted(extension),
        href=url_for("holder.receipt_page", report=about.report.id, signature=signed.id) if signed else "",
    )


def _granted(extension: Extension | None) -> str:
    answer = extension.answer if extension else None
    return str(_("Uitstel gegeven tot en met %(day)s", day=date_long(answer.until))) if answer and answer.until else ""


def _review(about: About, hearings: Sequence[Hearing]) -> Iterator[DutyStep]:
    """What comes after the hand-in: looking whether it is complete, a view where one is asked, and the decision."""
    current, standing = about.current, about.state.standing
    begun = current.review_begun_at if current and standing not in BEFORE_SIGNING else None
    yield DutyStep(
        label=_("Kijken of het compleet is"),
        who=_("de provincie"),
        by=about.facts.dates.completeness_by,
        done=_day(begun),
        here=standing is Standing.HANDED_IN,
    )
    yield from (_view(about, one) for one in reversed(hearings))
    yield DutyStep(
        label=_("Beoordelen en besluiten"),
        who=_("de tweede lezer van de provincie") if about.state.awaits_second_reader else _("de provincie"),
        by=about.facts.dates.feedback_by,
        done=_day(about.decided_at) if standing is Standing.DECIDED else None,
        here=standing is Standing.IN_REVIEW,
        href=url_for("holder.report_page", report=about.report.id, _anchor="besluit") if about.decided_at else "",
    )


def _view(about: About, hearing: Hearing) -> DutyStep:
    return DutyStep(
        label=_("Uw zienswijze"),
        who=_("u"),
        by=hearing.view_by,
        done=_day(hearing.view.at) if hearing.view else None,
        here=hearing.awaits_holder,
        href=url_for("holder.view_page", report=about.report.id),
    )


def _day(moment: datetime | None) -> date | None:
    return dutch_day(moment) if moment else None
