"""Steps, duties and readers of reminders in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext, ngettext
from flask_babel.speaklater import LazyString

from portal.language import in_language
from schemas.reminding.duties import DUTIES
from schemas.reminding.opened import Circle
from schemas.reminding.planning import NOBODY_LEFT
from schemas.reminding.steps import DutyKind, Rung, Step
from schemas.words import MailState, WithdrawnBecause

MAIL_WORDS: Final[Mapping[MailState, LazyString]] = {
    MailState.WAITING: lazy_gettext("wacht op verzending"),
    MailState.SENDING: lazy_gettext("wordt verstuurd"),
    MailState.SENT: lazy_gettext("verstuurd"),
    MailState.FAILED: lazy_gettext("niet aangekomen"),
    MailState.BOUNCED: lazy_gettext("niet aangekomen"),
    MailState.WITHDRAWN: lazy_gettext("niet verstuurd"),
}

WITHDRAWN_WORDS: Final[Mapping[WithdrawnBecause, LazyString]] = {
    WithdrawnBecause.OVER: lazy_gettext("niet verstuurd: het was al klaar of ingetrokken"),
    WithdrawnBecause.MOVED: lazy_gettext("niet verstuurd: de termijn was verschoven"),
    WithdrawnBecause.PASSED_ON: lazy_gettext("niet verstuurd: het ging naar een ander"),
    WithdrawnBecause.OTHER_STEP: lazy_gettext("niet verstuurd: een latere herinnering kwam ervoor in de plaats"),
}

RUNG_WORDS: Final[Mapping[Rung, LazyString]] = {
    Rung.ABOVE: lazy_gettext("het bedrijf dat de vraag doorgaf"),
    Rung.HOLDER: lazy_gettext("wie voor de houder ondertekent"),
    Rung.MANAGER: lazy_gettext("de concessiebeheerder"),
    Rung.OFFICE: lazy_gettext("de functioneel beheerder"),
}
CIRCLE_WORDS: Final[Mapping[Circle | None, LazyString]] = {
    None: lazy_gettext("de leverancier"),
    Circle.REPORTERS: lazy_gettext("wie voor de houder het rapport opstelt"),
    Circle.SIGNATORIES: RUNG_WORDS[Rung.HOLDER],
    Circle.MANAGERS: RUNG_WORDS[Rung.MANAGER],
    Circle.SECOND_READERS: lazy_gettext("de tweede lezer"),
    Circle.OFFICE: RUNG_WORDS[Rung.OFFICE],
}


def rung_words(kind: DutyKind, rung: Rung) -> str:
    """*de tweede lezer*: who on a rung gets the reminders of a duty."""
    if rung is Rung.ACTOR:
        return str(CIRCLE_WORDS[DUTIES[kind].acts])
    if rung is Rung.HOLDER and DUTIES[kind].acts is None:
        return str(CIRCLE_WORDS[Circle.REPORTERS])
    return str(RUNG_WORDS[rung])


def duty_words(kind: str, about: str = "") -> str:
    """*Antwoord van een leverancier: Kabelbouw*."""
    name = in_language(DUTIES[DutyKind(kind)].name)
    return f"{name}: {about}" if about else name


def step_words(step: Step) -> str:
    """*14 dagen ervoor*, *1 werkdag erna*."""
    if step.working_days is not None:
        return _working_days(step.working_days)
    days = step.days or 0
    if days > 0:
        return str(ngettext("%(num)s dag erna", "%(num)s dagen erna", days))
    return str(ngettext("%(num)s dag ervoor", "%(num)s dagen ervoor", -days)) if days else str(_("op de dag zelf"))


def sent_step_words(code: str, steps: tuple[Step, ...]) -> str:
    """A step that was sent: as the terms have it now, else by its name."""
    if code == NOBODY_LEFT:
        return str(_("niemand bereikbaar"))
    return next((step_words(step) for step in steps if step.step == code), code)


def _working_days(days: int) -> str:
    if days > 0:
        return str(ngettext("%(num)s werkdag erna", "%(num)s werkdagen erna", days))
    return (
        str(ngettext("%(num)s werkdag ervoor", "%(num)s werkdagen ervoor", -days)) if days else str(_("op de dag zelf"))
    )
