"""GHG-07, GHG-08, GHG-12 and GOV-03: emissions of vehicles, batteries and travel in the chain, and how primary the data are."""

from __future__ import annotations

from fractions import Fraction

import polars as pl

from schemas.judgement import Coverage, Indicator
from schemas.report.code_lists import ChainMethod, ChainRole, DataBasis
from schemas.texts import Bilingual
from workers.domain.indicators.emissions import KG_PER_TONNE, TONNES
from workers.domain.indicators.figures import TOTAL, Figures, both, covered, ratio, taken, told, with_unit
from workers.domain.indicators.fleet import known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.rows import NOTHING, added, at, rows_of
from workers.domain.ledger import Ledger
from workers.domain.places import Places

SHEET = "chain_emissions"
ALLOCATED = ("entry_id", "supplier_id", "kg_co2e", "allocation_pct")
TRAVEL = (6, 7)
KWH = "kwh"
HALF = Fraction(1, 2)
# What was reckoned from money spent is an estimate.
SPENT = pl.col("method") == ChainMethod.SPEND


def allocated(rows: pl.DataFrame) -> Fraction:
    """Kilograms CO2e that are allocated to the concession."""
    pairs = rows.select("kg_co2e", "allocation_pct").iter_rows()
    return sum((Fraction(kg) * Fraction(part) / 100 for kg, part in pairs), Fraction(0))


def _tonnes(figures: Figures, rows: pl.DataFrame) -> Indicator:
    kg = allocated(rows)
    worked = ratio(with_unit(kg, "kg"), told(KG_PER_TONNE), with_unit(kg / KG_PER_TONNE, TONNES, decimals=6))
    guessed = allocated(rows.filter(SPENT))
    return figures.known(
        kg / KG_PER_TONNE,
        unit=TONNES,
        worked=worked,
        inputs=[taken(SHEET, "kg_co2e", at=at(rows), amount=kg, unit="kg")],
        coverage=covered(measured=kg - guessed, estimated=guessed),
        estimated=bool(guessed),
    )


def vehicles_made(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-07: embodied emissions of the vehicles that entered in the year; never part of an intensity (scope 3 category 2)."""
    figures = Figures(
        "GHG-07",
        both(
            "De productie-emissies van voertuigen die in het jaar in dienst kwamen, / 1.000.",
            "The embodied emissions of vehicles that entered in the year, / 1,000.",
        ),
    )
    used = ("vehicle_id", "in_service_from", "embodied_kg_co2e", "embodied_basis")
    if reason := period_obstacle(ledger) or obstacle(ledger, Uses("vehicles", used, needed=True)):
        return (figures.unknown(reason),)
    entered = rows_of(ledger, "vehicles", pl.col("in_service_from").dt.year() == known_period(ledger).year)
    given = entered.filter(pl.col("embodied_kg_co2e").is_not_null())
    # Without a declaration of the supplier it is an estimate, also where nothing is said of its basis.
    guessed = given.filter(pl.col("embodied_basis").ne_missing(pl.lit(DataBasis.PRIMARY.value))).height
    coverage = covered(measured=given.height - guessed, estimated=guessed, missing=entered.height - given.height)
    return (_embodied(figures, entered, given, coverage, guessed=bool(guessed)),)


def _embodied(
    figures: Figures, entered: pl.DataFrame, given: pl.DataFrame, coverage: Coverage | None, *, guessed: bool
) -> Indicator:
    if not given.height:
        return figures.unknown(NONE_ENTERED if not entered.height else NOTHING, coverage=coverage)
    kg = added(given, "embodied_kg_co2e")
    return figures.known(
        kg / KG_PER_TONNE,
        worked=ratio(with_unit(kg, "kg"), told(KG_PER_TONNE), with_unit(kg / KG_PER_TONNE, TONNES)),
        inputs=[taken("vehicles", "embodied_kg_co2e", at=at(given), amount=kg, unit="kg")],
        coverage=coverage,
        estimated=guessed,
    )


NONE_ENTERED = both(
    "Niet te beoordelen: in dit jaar is geen voertuig ingestroomd.", "Not assessable: no vehicle entered in this year."
)


def batteries_made(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-08: allocated emissions of battery suppliers, with kg CO2e per kWh beside it (EU 2023/1542 art. 7)."""
    figures = Figures(
        "GHG-08",
        both(
            "Toegerekende ketenemissies van leveranciers met schakel batterij, / 1.000.",
            "Allocated chain emissions of suppliers with the role battery, / 1,000.",
        ),
        unit=TONNES,
    )
    suppliers = rows_of(ledger, "suppliers", pl.col("role") == ChainRole.BATTERY)["supplier_id"]
    theirs = pl.col("supplier_id").is_in(suppliers.implode())
    reason = obstacle(
        ledger,
        Uses("suppliers", ("supplier_id", "role")),
        Uses(SHEET, (*ALLOCATED, "quantity", "quantity_unit"), rows=theirs, needed=True),
    )
    rows = rows_of(ledger, SHEET, theirs) if not reason else pl.DataFrame()
    if reason or not rows.height:
        return (figures.unknown(reason or NOTHING),)
    return (_tonnes(figures, rows), _per_kwh(figures, rows))


def _per_kwh(figures: Figures, rows: pl.DataFrame) -> Indicator:
    part, unit = "beside=per_kwh", "kgCO2e/kWh"
    sized = rows.filter((pl.col("quantity_unit").str.to_lowercase() == KWH) & pl.col("quantity").is_not_null())
    kwh = added(sized, "quantity")
    if not kwh:
        return figures.unknown(NOTHING, part=part, unit=unit)
    kg = added(sized, "kg_co2e")
    worked = ratio(with_unit(kg, "kg"), with_unit(kwh, "kWh"), with_unit(kg / kwh, unit))
    return figures.known(
        kg / kwh,
        part=part,
        unit=unit,
        worked=worked,
        inputs=[taken(SHEET, "quantity", at=at(sized), amount=kwh, unit="kWh")],
        estimated=bool(added(sized.filter(SPENT), "kg_co2e")),
    )


def travel(ledger: Ledger) -> tuple[Indicator, ...]:
    """GHG-12: commuting and business travel of the holder (scope 3 categories 6 and 7)."""
    figures = Figures(
        "GHG-12",
        both(
            "Toegerekende ketenemissies van de houder in categorie 6 en 7, / 1.000.",
            "Allocated chain emissions of the holder in categories 6 and 7, / 1,000.",
        ),
        unit=TONNES,
    )
    which = pl.col("scope3_category").is_in(TRAVEL) & pl.col("supplier_id").is_null()
    if reason := obstacle(ledger, Uses(SHEET, (*ALLOCATED, "scope3_category"), rows=which, needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET, which)
    return (_tonnes(figures, rows) if rows.height else figures.unknown(NOTHING),)


def primary_data(ledger: Ledger) -> tuple[Indicator, ...]:
    """GOV-03: the share of chain emissions from supplier-specific data, hybrid counting half (CountEmissionsEU)."""
    figures = Figures(
        "GOV-03",
        both(
            "Ketenemissies met leverancierspecifieke data, plus de helft van hybride / alle ketenemissies × 100.",
            "Chain emissions with supplier-specific data, plus half of hybrid / all chain emissions × 100.",
        ),
        unit="%",
    )
    if reason := obstacle(ledger, Uses(SHEET, (*ALLOCATED, "method"), needed=True)):
        return (figures.unknown(reason),)
    rows = rows_of(ledger, SHEET)
    whole = allocated(rows)
    if not whole:
        return (figures.unknown(NOTHING),)
    by_method = {code: allocated(rows.filter(pl.col("method") == code)) for code in ChainMethod}
    primary = by_method[ChainMethod.SUPPLIER_SPECIFIC] + by_method[ChainMethod.HYBRID] * HALF
    return (_share(figures, primary, whole, at(rows)),)


def _share(figures: Figures, primary: Fraction, whole: Fraction, where: Places) -> Indicator:
    share = primary / whole * 100
    worked: Bilingual = ratio(with_unit(primary, "kg"), with_unit(whole, "kg"), with_unit(share, "%"), times=100)
    return figures.known(
        share, part=TOTAL, worked=worked, inputs=[taken(SHEET, "kg_co2e", at=where, amount=whole, unit="kg")]
    )


EMBODIED = (vehicles_made, batteries_made)
TRAVELS = (travel,)
PRIMARY = (primary_data,)
