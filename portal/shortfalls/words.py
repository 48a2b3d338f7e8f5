"""A shortfall in words: its steps, where it stands in one sentence, and what was ruled or why it closed."""

from __future__ import annotations

from datetime import date
from typing import Final

from flask_babel import gettext as _
from flask_babel import lazy_gettext
from flask_babel.speaklater import LazyString

from portal.filters import date_long
from schemas.clock import today
from schemas.shortfalls import Closing, Ruling, StepKind, Track, Turn, turn

STEP_NAMES: Final[dict[StepKind, LazyString]] = {
    StepKind.WARNING: lazy_gettext("Waarschuwing"),
    StepKind.PLAN: lazy_gettext("Verbeterplan gevraagd"),
    StepKind.INTENTION: lazy_gettext("Voorgenomen besluit"),
    StepKind.VIEW: lazy_gettext("Zienswijze"),
    StepKind.DECISION: lazy_gettext("Besluit"),
    StepKind.OBJECTION: lazy_gettext("Bezwaar"),
    StepKind.HEARING: lazy_gettext("Hoorzitting"),
    StepKind.RULING: lazy_gettext("Beslissing op bezwaar"),
    StepKind.APPEAL: lazy_gettext("Beroep bij de rechtbank"),
    StepKind.CLOSING: lazy_gettext("Gesloten"),
}
TO_TAKE: Final[dict[StepKind, LazyString]] = {
    StepKind.WARNING: lazy_gettext("Waarschuwen"),
    StepKind.PLAN: lazy_gettext("Verbeterplan vragen"),
    StepKind.INTENTION: lazy_gettext("Voorgenomen besluit"),
    StepKind.VIEW: lazy_gettext("Zienswijze geven"),
    StepKind.DECISION: lazy_gettext("Besluit nemen"),
    StepKind.OBJECTION: lazy_gettext("Bezwaar maken"),
    StepKind.HEARING: lazy_gettext("Hoorzitting plannen"),
    StepKind.RULING: lazy_gettext("Op het bezwaar beslissen"),
    StepKind.APPEAL: lazy_gettext("Beroep melden"),
    StepKind.CLOSING: lazy_gettext("Dossier sluiten"),
}
RULINGS: Final[dict[Ruling, LazyString]] = {
    Ruling.UPHELD: lazy_gettext("Gegrond: het besluit vervalt"),
    Ruling.PARTLY: lazy_gettext("Deels gegrond: het besluit verandert"),
    Ruling.REJECTED: lazy_gettext("Ongegrond: het besluit blijft"),
}
CLOSINGS: Final[dict[Closing, LazyString]] = {
    Closing.MENDED: lazy_gettext("Hersteld"),
    Closing.FORCE_MAJEURE: lazy_gettext("Overmacht"),
    Closing.WAIVER: lazy_gettext("Ontheffing"),
    Closing.FINISHED: lazy_gettext("Afgerond"),
}


def sentence(track: Track, *, theirs: bool, missing: bool, came: bool) -> tuple[str, date | None]:
    """Where a case stands and who acts, for the authority (``theirs``) or the holder; with the term that runs.

    ``missing``: it is about a report that is not there; ``came``: that report is there since.
    """
    whose, by = turn(track if theirs else track.as_told, on=today(), came=came)
    if whose is Turn.NOBODY:
        return str(_("Dit dossier is gesloten.")), None
    if whose is Turn.SECOND_READER:
        return str(_("De tweede lezer leest het voorstel.")), None
    if whose is Turn.HOLDER and by is not None:
        return (_holder_acts if theirs else _you_act)(track.stage, by, missing=missing), by
    return (_manager_acts(track.stage, came=came), None) if theirs else (_province_acts(), None)


def _province_acts() -> str:
    return str(_("De provincie is aan zet. U hoeft nu niets te doen."))


def _holder_acts(stage: StepKind | None, by: date, *, missing: bool) -> str:
    day = date_long(by)
    said = {
        StepKind.WARNING: _("De houder is aan zet: het rapport moet er uiterlijk %(day)s zijn.", day=day)
        if missing
        else _("De houder herstelt, uiterlijk %(day)s.", day=day),
        StepKind.PLAN: _("De houder stuurt een verbeterplan, uiterlijk %(day)s.", day=day),
        StepKind.INTENTION: _("De houder kan een zienswijze geven, tot en met %(day)s.", day=day),
        StepKind.DECISION: _("De houder kan bezwaar maken, tot en met %(day)s.", day=day),
        StepKind.RULING: _("De houder kan in beroep gaan bij de rechtbank, tot en met %(day)s.", day=day),
    }
    return str(said[stage]) if stage in said else ""


def _you_act(stage: StepKind | None, by: date, *, missing: bool) -> str:
    day = date_long(by)
    said = {
        StepKind.WARNING: _("U bent aan zet: het rapport moet er uiterlijk %(day)s zijn.", day=day)
        if missing
        else _("U bent aan zet: herstel wat niet voldoet, uiterlijk %(day)s.", day=day),
        StepKind.PLAN: _("U bent aan zet: stuur een verbeterplan, uiterlijk %(day)s.", day=day),
        StepKind.INTENTION: _("U kunt een zienswijze geven, tot en met %(day)s.", day=day),
        StepKind.DECISION: _("U kunt bezwaar maken, tot en met %(day)s.", day=day),
        StepKind.RULING: _("U kunt in beroep gaan bij de rechtbank, tot en met %(day)s.", day=day),
    }
    return str(said[stage]) if stage in said else ""


def _manager_acts(stage: StepKind | None, *, came: bool) -> str:
    said = {
        None: _("De manager is aan zet: waarschuw de houder, of vraag een verbeterplan."),
        StepKind.WARNING: _("Het rapport is er. De manager sluit het dossier of kiest de volgende stap.")
        if came
        else _("De termijn van de waarschuwing is voorbij. De manager kiest de volgende stap."),
        StepKind.PLAN: _("De termijn voor het verbeterplan is voorbij. De manager kiest de volgende stap."),
        StepKind.INTENTION: _("De termijn voor de zienswijze is voorbij. De manager kan besluiten."),
        StepKind.VIEW: _("De zienswijze is er. De manager kan besluiten."),
        StepKind.DECISION: _("De termijn voor bezwaar is voorbij. De manager kan het dossier sluiten."),
        StepKind.OBJECTION: _("De houder maakte bezwaar. De manager plant een hoorzitting en beslist."),
        StepKind.HEARING: _("Na de hoorzitting beslist de manager op het bezwaar."),
        StepKind.RULING: _("De termijn voor beroep is voorbij. De manager kan het dossier sluiten."),
        StepKind.APPEAL: _("De houder ging in beroep. Na de uitspraak van de rechtbank sluit de manager het dossier."),
    }
    return str(said.get(stage, ""))
