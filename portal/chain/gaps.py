"""The gaps in a chain that the fleet implies: what is not known, by the thought of SUP-003, SUP-008 and DD-01, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from flask_babel import gettext as _
from flask_babel import ngettext

from portal.chain.firms import Firm
from portal.chain.words import role_word
from schemas.chain import Asking, ChainSeen
from schemas.report.code_lists import ChainRole

CHAIN, FLEET, CONTRACTS = "suppliers", "vehicles", "energy_contracts"
IMPLIED_BY_BATTERIES: Final = (ChainRole.ENERGY, ChainRole.VEHICLE_MAKER, ChainRole.BATTERY, ChainRole.RAW_MATERIAL)


@dataclass(frozen=True, kw_only=True)
class Gap:
    """What is not known of a link, what to do about it, and on which sheet."""

    role: ChainRole
    text: str
    advice: str
    sheet: str


def gaps_of(firms: Sequence[Firm], seen: ChainSeen | None) -> tuple[Gap, ...]:
    """Every gap, by link from K1 to K5."""
    if seen is None:
        return ()
    found = [*_absent(firms, seen), *_unnamed(seen), *_misplaced(firms, seen), *_without_origin(firms)]
    return tuple(sorted(found, key=lambda gap: list(ChainRole).index(gap.role)))


def _absent(firms: Sequence[Firm], seen: ChainSeen) -> Iterator[Gap]:
    """The links that the fleet asks for and that nobody in the chain is, nor is named as."""
    there = {firm.role for firm in firms} | {one.role for one in seen.asking if one.named}
    implied = [*IMPLIED_BY_BATTERIES] if seen.electric else []
    for role in implied:
        if role not in there:
            yield Gap(role=role, text=_absence(role, seen.electric), advice=_add(role), sheet=CHAIN)


def _absence(role: ChainRole, electric: int) -> str:
    unknown = {
        ChainRole.ENERGY: _("geen energieleverancier bekend"),
        ChainRole.VEHICLE_MAKER: _("geen voertuigfabrikant bekend"),
        ChainRole.BATTERY: _("geen celfabrikant bekend"),
        ChainRole.RAW_MATERIAL: _("geen herkomst van de grondstoffen bekend"),
    }
    buses = ngettext("%(num)s batterijvoertuig", "%(num)s batterijvoertuigen", electric)
    return f"{buses}, {unknown[role]}."


def _add(role: ChainRole) -> str:
    return str(_("Voeg het bedrijf toe als %(role)s, of licht toe waarom u het nog niet weet.", role=role_word(role)))


def _unnamed(seen: ChainSeen) -> Iterator[Gap]:
    """The vehicles that name no maker of themselves or of their battery; a contract may be the holder's own generation."""
    for one in seen.asking:
        if one.named and one.unnamed and one.role in (ChainRole.VEHICLE_MAKER, ChainRole.BATTERY):
            yield Gap(
                role=one.role, text=_unnamed_words(one), advice=str(_("Vul het leveranciersnummer in.")), sheet=FLEET
            )


def _unnamed_words(one: Asking) -> str:
    if one.role is ChainRole.BATTERY:
        return str(
            _(
                "Bij %(some)s van de %(all)s batterijvoertuigen staat niet wie de batterij leverde.",
                some=one.unnamed,
                all=one.of,
            )
        )
    return str(_("Bij %(some)s van de %(all)s voertuigen staat niet wie ze bouwde.", some=one.unnamed, all=one.of))


def _misplaced(firms: Sequence[Firm], seen: ChainSeen) -> Iterator[Gap]:
    """Who is named in a role on another sheet, and does not stand in the chain with that role."""
    roles = {firm.number: firm.role for firm in firms}
    for one in seen.asking:
        sheet = CONTRACTS if one.role is ChainRole.ENERGY else FLEET
        for number in sorted(one.named):
            if roles.get(number) is not one.role:
                yield Gap(
                    role=one.role,
                    text=_misplaced_words(number, one, sheet),
                    advice=_place(number in roles),
                    sheet=CHAIN,
                )


def _misplaced_words(number: str, one: Asking, sheet: str) -> str:
    told = {"number": number, "role": role_word(one.role), "rows": one.named[number]}
    if sheet == CONTRACTS:
        return str(
            _(
                "%(number)s levert volgens %(rows)s contracten energie, maar staat niet als %(role)s in de keten.",
                **told,
            )
        )
    return str(_("%(number)s hoort bij %(rows)s voertuigen, maar staat niet als %(role)s in de keten.", **told))


def _place(there: bool) -> str:
    if there:
        return str(_("Verbeter de schakel of de verwijzing. Een bedrijf met twee schakels heeft voor elk een rij."))
    return str(_("Voeg het bedrijf toe aan de keten, of verbeter het nummer."))


def _without_origin(firms: Sequence[Firm]) -> Iterator[Gap]:
    """The battery suppliers below whom no raw material stands, where the chain has raw materials at all."""
    above = {firm.number: firm.parent for firm in firms}
    reached = {top for firm in firms if firm.role is ChainRole.RAW_MATERIAL for top in _upwards(firm.number, above)}
    batteries = [firm for firm in firms if firm.role is ChainRole.BATTERY]
    bare = [firm.name for firm in batteries if firm.number not in reached]
    if bare and any(firm.role is ChainRole.RAW_MATERIAL for firm in firms):
        text = _("Van %(names)s is niet bekend waar de grondstoffen vandaan komen.", names=", ".join(bare[:5]))
        yield Gap(role=ChainRole.RAW_MATERIAL, text=str(text), advice=_add(ChainRole.RAW_MATERIAL), sheet=CHAIN)


def _upwards(number: str, above: dict[str, str | None]) -> set[str]:
    """All firms above one, also where the chain bites its own tail."""
    seen: set[str] = set()
    while (parent := above.get(number)) and parent not in seen:
        seen.add(parent)
        number = parent
    return seen
