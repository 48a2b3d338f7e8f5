"""The chain as a list to go on with elsewhere: the firms that the table shows, as CSV in the reader's language."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from flask_babel import gettext as _

from portal.chain.firms import Firm
from portal.chain.words import coverage_word, role_word, stand_word
from portal.language import language
from portal.separated import Cell, separated


def as_csv(firms: Sequence[Firm], names: dict[str, str]) -> Iterator[str]:
    """One row per firm; ``names`` are the names by number, for whom a firm supplies."""
    headings = [
        _("Leveranciersnummer"),
        _("Naam"),
        _("Land"),
        _("Schakel"),
        _("Trede"),
        _("Levert aan"),
        _("Werknemers"),
        _("Stand"),
        _("Gegevens"),
    ]
    return separated(list(map(str, headings)), (_cells(firm, names) for firm in firms), language())


def _cells(firm: Firm, names: dict[str, str]) -> list[Cell]:
    above = names.get(firm.parent, firm.parent) if firm.parent else ""
    place: list[Cell] = [firm.number, firm.name, firm.country, role_word(firm.role), firm.tier, above]
    return [*place, firm.employees, stand_word(firm.stand), coverage_word(firm.coverage)]
