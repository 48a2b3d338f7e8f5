"""The words of the chain: stands, coverage and roles, as pages say them."""

from __future__ import annotations

from flask_babel import gettext as _

from portal.chain.firms import Coverage, Stand
from portal.language import in_language
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
