"""ENE-01 to ENE-06: how much of each energy was used."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from schemas.judgement import Indicator
from schemas.report.code_lists import BusClass, Carrier, EnergyUse, Meter
from schemas.texts import Bilingual
from workers.domain.energy_balance import TRANSPORT as IN_TRANSPORT
from workers.domain.energy_balance import Used
from workers.domain.indicators.balance import (
    BUILDING,
    ENERGY,
    TRACTION,
    TRANSPORT,
    UNITS,
    by_carrier,
    by_operator,
    energy_content,
    energy_used,
    estimated,
    is_one_of,
    lacking,
    losses,
    mj_of,
    put_in,
    quantity_of,
    weighed,
)
from workers.domain.indicators.figures import TOTAL, Figures, both, ratio, sum_of, with_unit
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.ledger import Ledger

DIESELS = (Carrier.DIESEL_B0, Carrier.DIESEL_B7)
HVO = (Carrier.HVO100, Carrier.HVO30)
GASES = (Carrier.CNG, Carrier.BIO_CNG)
HYDROGEN = (Carrier.HYDROGEN_GREY, Carrier.HYDROGEN_GREEN)
PART_OF_CHARGER = "meter=charger"

Part = tuple[str, Sequence[Used]]


def diesel(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-01: litres of diesel in vehicles, for traction and heating, per class (VSME B3)."""
    figures = Figures(
        "ENE-01",
        both(
            "Liters diesel B0 en B7 in voertuigen, voor tractie en verwarming.",
            "Litres of diesel B0 and B7 in vehicles, for traction and heating.",
        ),
    )
    rows = is_one_of(DIESELS) & TRANSPORT
    if reason := obstacle(ledger, *energy_used(rows, "operator_id", "bus_class")):
        return (figures.unknown(reason),)
    used = ledger.energy.where(lambda row: row.carrier in DIESELS and row.use in IN_TRANSPORT)
    return tuple(_told(ledger, figures, parts=(*_fuel_parts(used, used, DIESELS), *by_class(used))))


def by_class(used: Sequence[Used]) -> Iterator[Part]:
    """Each class of vehicle of which there is any."""
    for code in BusClass:
        if rows := tuple(row for row in used if row.bus_class == code):
            yield f"bus_class={code}", rows


def hvo(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-02: litres of HVO100, with HVO30 apart (VSME B3)."""
    formula = both("Liters HVO100; HVO30 staat apart.", "Litres of HVO100; HVO30 apart.")
    return _fuel(ledger, Figures("ENE-02", formula), HVO, counted=(Carrier.HVO100,))


def gas(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-03: kilograms of CNG and bio-CNG, each apart (VSME B3)."""
    formula = both("Kilogram CNG en bio-CNG, elk apart.", "Kilograms of CNG and bio-CNG, each apart.")
    return _fuel(ledger, Figures("ENE-03", formula), GASES, counted=GASES)


def hydrogen(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-05: kilograms of hydrogen, grey and green (VSME B3)."""
    formula = both("Kilogram waterstof, grijs en groen.", "Kilograms of hydrogen, grey and green.")
    return _fuel(ledger, Figures("ENE-05", formula), HYDROGEN, counted=HYDROGEN)


def _fuel(
    ledger: Ledger, figures: Figures, carriers: tuple[Carrier, ...], *, counted: tuple[Carrier, ...]
) -> tuple[Indicator, ...]:
    """A fuel by operator and carrier; ``counted`` make up the total."""
    if reason := obstacle(ledger, *energy_used(is_one_of(carriers), "operator_id")):
        return (figures.unknown(reason),)
    used = ledger.energy.where(lambda row: row.carrier in carriers)
    total = tuple(row for row in used if row.carrier in counted)
    return tuple(_told(ledger, figures, parts=_fuel_parts(total, used, carriers)))


def _fuel_parts(total: Sequence[Used], used: Sequence[Used], carriers: Iterable[Carrier]) -> Iterator[Part]:
    yield TOTAL, total
    yield from by_operator(total)
    for carrier, rows in by_carrier(used, carriers):
        yield f"carrier={carrier}", rows


def _told(ledger: Ledger, figures: Figures, *, parts: Iterable[Part]) -> Iterator[Indicator]:
    for part, used in parts:
        yield figures.known(
            quantity_of(used),
            part=part,
            worked=_added(used, figures.usual_unit),
            inputs=put_in(ledger, used),
            entries=losses(used),
            coverage=weighed((row, row.quantity) for row in used),
            estimated=estimated(used),
        )


def _added(used: Sequence[Used], unit: str) -> Bilingual:
    """The carriers added up; of one carrier, where it was metered."""
    carriers = list(by_carrier(used))
    if len(carriers) != 1:
        return sum_of([quantity_of(rows) for _, rows in carriers], unit)
    inside = quantity_of([row for row in used if row.in_vehicle])
    beside = quantity_of([row for row in used if not row.in_vehicle])
    return sum_of([beside, inside] if inside else [beside], unit)


def electricity(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-04: traction electricity at the grid side, with the share that was metered at the charger (VSME B3)."""
    figures = Figures(
        "ENE-04",
        both(
            "Kilowattuur tractie-elektriciteit aan de netzijde; wat in het voertuig is gemeten, is vermenigvuldigd met het laadverlies.",
            "Kilowatt-hours of traction electricity at the grid side; what was metered in the vehicle is multiplied by the charging loss.",
        ),
    )
    rows = is_one_of([Carrier.ELECTRICITY]) & TRACTION
    used = ledger.energy.where(lambda row: row.carrier == Carrier.ELECTRICITY and row.use == EnergyUse.TRACTION)
    if reason := obstacle(ledger, *energy_used(rows, "operator_id", "bus_class")) or lacking(ledger, losses(used)):
        return (figures.unknown(reason), figures.unknown(reason, part=PART_OF_CHARGER, unit="%"))
    parts = ((TOTAL, used), *by_operator(used), *by_class(used))
    return (*_told(ledger, figures, parts=parts), _at_the_charger(ledger, figures, used))


def _at_the_charger(ledger: Ledger, figures: Figures, used: Sequence[Used]) -> Indicator:
    charged, whole = quantity_of([row for row in used if row.meter == Meter.CHARGER]), quantity_of(used)
    if not whole:
        return figures.unknown(NO_ELECTRICITY, part=PART_OF_CHARGER, unit="%")
    share = charged / whole * 100
    worked = ratio(with_unit(charged, "kWh"), with_unit(whole, "kWh"), with_unit(share, "%"), times=100)
    return figures.known(
        share,
        part=PART_OF_CHARGER,
        unit="%",
        worked=worked,
        inputs=put_in(ledger, used),
        entries=losses(used),
        estimated=estimated(used),
    )


NO_ELECTRICITY = both(
    "Niet te beoordelen: er is geen tractie-elektriciteit opgegeven.",
    "Not assessable: no traction electricity is given.",
)


def buildings(ledger: Ledger) -> tuple[Indicator, ...]:
    """ENE-06: energy of buildings per carrier, in the carrier's own unit; the total in gigajoules (VSME B3)."""
    figures = Figures(
        "ENE-06",
        both(
            "Energie van gebouwen per energiedrager; het totaal is hoeveelheid × MJ per eenheid / 1.000.",
            "Energy of buildings per carrier; the total is quantity × MJ per unit / 1,000.",
        ),
        unit="GJ",
        factors=ledger.case.factors,
    )
    if reason := obstacle(ledger, Uses("energy", ENERGY, rows=BUILDING, needed=True)):
        return (figures.unknown(reason),)
    used = ledger.energy.where(lambda row: row.use == EnergyUse.BUILDING)
    return (_in_gigajoules(ledger, figures, used), *_per_carrier(ledger, figures, used))


def _per_carrier(ledger: Ledger, figures: Figures, used: Sequence[Used]) -> Iterator[Indicator]:
    for carrier, rows in by_carrier(used):
        unit = UNITS[carrier]
        yield figures.known(
            quantity_of(rows),
            part=f"carrier={carrier}",
            unit=unit,
            worked=with_unit(quantity_of(rows), unit),
            inputs=put_in(ledger, rows),
            coverage=weighed((row, row.quantity) for row in rows),
            estimated=estimated(rows),
        )


def _in_gigajoules(ledger: Ledger, figures: Figures, used: Sequence[Used]) -> Indicator:
    entries = [*energy_content(used), *losses(used)]
    if reason := lacking(ledger, entries):
        return figures.unknown(reason)
    parts = [(row, row.quantity * mj_of(ledger, row.carrier) / 1000) for row in used]
    return figures.known(
        sum((gj for _, gj in parts), Fraction(0)),
        worked=sum_of(
            [sum((gj for row, gj in parts if row.carrier == c), Fraction(0)) for c, _ in by_carrier(used)], "GJ"
        ),
        inputs=put_in(ledger, used),
        entries=entries,
        coverage=weighed(parts),
        estimated=estimated(used),
    )


INDICATORS = (diesel, hvo, gas, electricity, hydrogen, buildings)
