"""The words of the chain: stands, coverage and roles, as pages say them."""

from __future__ import annotations

from flask_babel import gettext as _

from portal.chain.firms import Coverage, Stand
from portal.language import in_language
from portal.use_cases.landing_answers import Nowhere
from portal.use_cases.landing_vehicles import VEHICLES
from schemas.questions import Question
from schemas.report.code_lists import ChainRole


def stand_word(stand: Stand) -> str:
    """How far the asking is, in a word or two."""
    words = {
        Stand.ANSWERED: _("heeft geantwoord"),
        Stand.WAITING: _("wacht op antwoord"),
        Stand.REFUSED: _("weigert"),
        Stand.MISSING: _("ontbreekt, verklaard"),
        Stand.NOT_ASKED: _("niet gevraagd"),
    }
    return str(words[stand])


def coverage_word(coverage: Coverage) -> str:
    """How the data came, in a word or two."""
    words = {
        Coverage.VERIFIED: _("geverifieerd"),
        Coverage.PRIMARY: _("van het bedrijf zelf"),
        Coverage.ESTIMATED: _("geschat"),
        Coverage.MISSING: _("ontbreekt, verklaard"),
        Coverage.NOTHING: _("nog niets"),
    }
    return str(words[coverage])


def role_word(role: ChainRole | None) -> str:
    """The link that a firm is."""
    return in_language(role.label) if role else str(_("schakel onbekend"))


def link_word(role: ChainRole | None) -> str:
    """The same in two signs, where there is little room."""
    word = role_word(role).split(" ")[0]
    return word if word.startswith("K") and word[1:].isdigit() else role_word(role)


def nowhere_word(nowhere: Nowhere, question: Question) -> str:
    """Why an answer does not go into the draft by itself."""
    vehicles = question.target is not None and question.target.sheet == VEHICLES
    words = {
        Nowhere.NO_COLUMN: _(
            "Hiervoor heeft het rapport geen kolom. Het antwoord blijft hier staan, bij de leverancier."
        ),
        Nowhere.NOT_READ: _(
            "Dit blad is nog niet gelezen of te lang om hier te wijzigen. Vul het antwoord daar zelf in."
        ),
        Nowhere.NO_ROW: _("Geen voertuig van het verslagjaar noemt dit bedrijf als fabrikant. Vul dat eerst in.")
        if vehicles
        else _("Dit bedrijf staat niet in het blad. Voeg het daar toe."),
        Nowhere.MORE_ROWS: _(
            "Dit bedrijf leverde voertuigen van meer dan één klasse. Vul zelf in voor welke dit geldt."
        )
        if vehicles
        else _("Meer dan één rij past hierbij. Vul zelf in welke."),
        Nowhere.DOES_NOT_FIT: _("Dit past niet in de kolom. Vul zelf in wat er bedoeld is, of vraag ernaar."),
    }
    return str(words[nowhere])
