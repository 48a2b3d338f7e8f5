"""CIR-01 to CIR-05 and GHG-10: batteries, materials, waste, water and refrigerants."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import BatteryChemistry, BusClass, Direction, Material, Treatment, Unit
from schemas.texts import Bilingual
from workers.domain.indicators.climate import FLOW, LOST, escaped, flow_inputs, flow_kg, flow_obstacle, flow_products
from workers.domain.indicators.figures import TOTAL, Figures, both, joined
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.rows import Mean, added, at, count_figure, mean_figure, rows_of, share_figure, sum_figure
from workers.domain.ledger import Ledger

SHEET = "materials"
MADE_OF = (Material.COBALT, Material.LITHIUM, Material.NICKEL)
WASTES = (Material.WASTE_GENERAL, Material.WASTE_HAZARDOUS)
SIZED = pl.col("battery_kwh").is_not_null()
OUT, IN = pl.col("direction") == Direction.OUT, pl.col("direction") == Direction.IN


def is_material(*codes: Material) -> pl.Expr:
    """Whether a flow is of one of these materials."""
    return pl.col("material").is_in([code.value for code in codes])


def refrigerants(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-10: refrigerant that leaked away, at its global warming potential, in kg CO2e (CO2 Performance Ladder)."""
    figures = Figures(
        "GHG-10",
        both("Kilogram koudemiddelverlies × GWP, per soort.", "Kilograms of refrigerant lost × GWP, per type."),
        "kg CO2e",
        ledger.case.factors,
    )
    flows = escaped(ledger, LOST)
    if reason := obstacle(ledger, Uses(SHEET, FLOW, rows=LOST, needed=True)) or flow_obstacle(ledger, flows):
        return (figures.unknown(reason),)
    parts = [(TOTAL, flows), *((f"material={flow.material}", (flow,)) for flow in flows)]
    return tuple(
        figures.known(
            flow_kg(ledger, some),
            part=part,
            worked=joined(flow_products(ledger, some) or [both("0", "0")], " + "),
            inputs=flow_inputs(some),
            entries=[flow.entry for flow in some],
        )
        for part, some in parts
    )


def batteries(ledger: Ledger) -> tuple[Indicator, ...]:
    """CIR-01: battery capacity per bus and the number of each chemistry, per class (EU 2023/1542)."""
    figures = Figures(
        "CIR-01",
        both(
            "Gemiddelde batterijcapaciteit per voertuig met batterij, per klasse, en het aantal per chemie.",
            "Mean battery capacity per vehicle with a battery, per class, and the number of each chemistry.",
        ),
        unit="kWh",
    )
    if reason := obstacle(ledger, Uses("vehicles", ("bus_class", "battery_kwh", "battery_chemistry"), needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, "vehicles")
    return (_mean_battery(figures, TOTAL, rows.filter(SIZED)), *_per_class(figures, rows))


def _mean_battery(figures: Figures, part: str, rows: pl.DataFrame) -> Indicator:
    mean = Mean.of(rows.with_columns(pl.lit(1).alias("one")), "battery_kwh", by="one")
    return mean_figure(figures, mean, sheet="vehicles", column="battery_kwh", weight="vehicle_id", part=part)


def _per_class(figures: Figures, rows: pl.DataFrame) -> Iterator[Indicator]:
    for bus_class in BusClass:
        some = rows.filter(pl.col("bus_class") == bus_class)
        if (sized := some.filter(SIZED)).height:
            yield _mean_battery(figures, f"bus_class={bus_class}", sized)
        for chemistry in BatteryChemistry:
            of_chemistry = some.filter(pl.col("battery_chemistry") == chemistry)
            if of_chemistry.height:
                part = f"bus_class={bus_class},chemistry={chemistry}"
                yield count_figure(figures, of_chemistry, sheet="vehicles", column="battery_chemistry", part=part)


def replaced_batteries(ledger: Ledger) -> tuple[Indicator, ...]:
    """CIR-02: battery packs that went out, by what became of them (ESRS E5-5)."""
    figures = Figures(
        "CIR-02",
        both(
            "Uitgaande batterijpakketten naar bestemming, met het aandeel in procenten.",
            "Battery packs out by treatment, with the share in per cent.",
        ),
        # The contract's own word for the figure, whatever the sheet calls its unit.
        unit="stuks",
    )
    which = is_material(Material.BATTERY_PACK) & OUT
    if reason := obstacle(ledger, Uses(SHEET, FLOW, rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, which)
    if other := _other_units(rows, Unit.PIECES):
        return (figures.unknown(other),)
    whole = added(rows, "quantity")
    return (sum_figure(figures, rows, "quantity", sheet=SHEET), *_by_treatment(figures, rows, whole))


def _by_treatment(figures: Figures, rows: pl.DataFrame, whole: Fraction) -> Iterator[Indicator]:
    for treatment in Treatment:
        some = rows.filter(pl.col("treatment") == treatment)
        if some.height:
            yield sum_figure(figures, some, "quantity", sheet=SHEET, part=f"treatment={treatment}")
            share = (added(some, "quantity"), whole)
            part = f"treatment={treatment},beside=share"
            yield share_figure(figures, *share, sheet=SHEET, column="quantity", at=at(rows), part=part)


def _other_units(rows: pl.DataFrame, unit: Unit) -> Bilingual | None:
    """Quantities of different units are never added up."""
    others = sorted(set(rows["unit"]) - {unit.value})
    names = ", ".join(others)
    if not others:
        return None
    return both(
        f"Niet te beoordelen: hoeveelheden in {names} zijn niet bij {unit.label.nl} op te tellen.",
        f"Not assessable: quantities in {names} cannot be added to {unit.label.en}.",
    )


def recycled_content(ledger: Ledger) -> tuple[Indicator, ...]:
    """CIR-03: recycled content of cobalt, lithium and nickel, weighted by quantity (EU 2023/1542 art. 8)."""
    formula = both(
        "Gerecycled gehalte van kobalt, lithium en nikkel, gewogen naar hoeveelheid.",
        "Recycled content of cobalt, lithium and nickel, weighted by quantity.",
    )
    return weighted_materials(ledger, Figures("CIR-03", formula, unit="%"), MADE_OF, "recycled_pct")


def weighted_materials(
    ledger: Ledger, figures: Figures, materials: tuple[Material, ...], column: str
) -> tuple[Indicator, ...]:
    """A percentage of incoming materials weighted by quantity, together and per material."""
    which = is_material(*materials) & IN
    used = ("material", "direction", "quantity", "unit", column)
    if reason := obstacle(ledger, Uses(SHEET, used, rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, which)
    if other := _other_units(rows, Unit.KG):
        return (figures.unknown(other),)
    parts = [(TOTAL, rows)] + [
        (f"material={m}", some) for m in materials if (some := rows.filter(is_material(m))).height
    ]
    return tuple(
        mean_figure(
            figures, Mean.of(some, column, by="quantity"), sheet=SHEET, column=column, weight="quantity", part=part
        )
        for part, some in parts
    )


def waste(ledger: Ledger) -> tuple[Indicator, ...]:
    """CIR-04: general and hazardous waste, and the share recycled (VSME B7)."""
    figures = Figures(
        "CIR-04",
        both(
            "Kilogram bedrijfsafval en gevaarlijk afval; daarnaast het gerecyclede aandeel.",
            "Kilograms of general and hazardous waste; beside it the share recycled.",
        ),
        unit="kg",
    )
    which = is_material(*WASTES) & OUT
    if reason := obstacle(ledger, Uses(SHEET, FLOW, rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, which)
    if other := _other_units(rows, Unit.KG) or (None if rows.height else NO_WASTE):
        return (figures.unknown(other),)
    return (sum_figure(figures, rows, "quantity", sheet=SHEET), *_wastes(figures, rows))


def _wastes(figures: Figures, rows: pl.DataFrame) -> Iterator[Indicator]:
    """Each kind of which there is any, and the share recycled beside it."""
    for code in WASTES:
        if (some := rows.filter(is_material(code))).height:
            yield sum_figure(figures, some, "quantity", sheet=SHEET, part=f"material={code}")
    recycled = added(rows.filter(pl.col("treatment") == Treatment.RECYCLING), "quantity")
    whole = added(rows, "quantity")
    yield share_figure(figures, recycled, whole, sheet=SHEET, column="quantity", at=at(rows), part="beside=recycled")


NO_WASTE = both("Niet te beoordelen: afval is niet opgegeven.", "Not assessable: waste is not given.")


def water(ledger: Ledger) -> tuple[Indicator, ...]:
    """CIR-05: water that was taken in, in cubic metres (VSME B6)."""
    figures = Figures("CIR-05", both("Kubieke meters ingenomen water.", "Cubic metres of water taken in."), unit="m3")
    which = is_material(Material.WATER) & IN
    if reason := obstacle(ledger, Uses(SHEET, ("material", "direction", "quantity", "unit"), rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, which)
    if not rows.height:
        return (figures.unknown(NO_WATER),)
    other = _other_units(rows, Unit.M3)
    return (figures.unknown(other) if other else sum_figure(figures, rows, "quantity", sheet=SHEET),)


NO_WATER = both("Niet te beoordelen: waterverbruik is niet opgegeven.", "Not assessable: water is not given.")

REFRIGERANTS = (refrigerants,)
INDICATORS = (batteries, replaced_batteries, recycled_content, waste, water)
