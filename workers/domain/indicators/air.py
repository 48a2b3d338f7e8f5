"""AIR: NOx and exhaust PM10 of buses, by the curves of EMEP/EEA at the speed that was driven."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction

from schemas.judgement import Coverage, FactorUsed, Indicator, Input
from schemas.report.code_lists import BusClass, Drivetrain, EuroClass
from schemas.texts import Bilingual
from workers.domain.factors import AirFactor, AirFactors
from workers.domain.fleet import SHARED_BUS
from workers.domain.indicators.figures import Figures, both, covered, filled, joined, told, with_unit
from workers.domain.indicators.fleet import NO_KILOMETRES
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.supply import kilometres_in
from workers.domain.kinds import BUSES_ABOVE_8
from workers.domain.ledger import Ledger
from workers.domain.mileage import SPEEDS, THOUSANDTHS, Mileage, Run

FUELS: Mapping[str | None, str] = {Drivetrain.DIESEL: "D", Drivetrain.HYBRID: "DHD", Drivetrain.CNG: "CNG"}
SEGMENTS: Mapping[str | None, str] = {
    BusClass.MIDI: "Ubus Midi <=15 t",
    BusClass.BUS_12M: "Ubus Std 15 - 18 t",
    BusClass.BUS_15M: "Ubus Std 15 - 18 t",
    BusClass.BUS_18M: "Ubus Artic >18 t",
    BusClass.BUS_24M: "Ubus Artic >18 t",
}
NORMS: Mapping[str | None, str] = {
    EuroClass.EURO_3: "III",
    EuroClass.EURO_4: "IV",
    EuroClass.EURO_5: "V",
    EuroClass.EEV: "EEV",
    EuroClass.EURO_6: "VI",
}
SOURCE = "EMEP/EEA 2019 (COPERT)"
SOURCE_YEAR = 2019
GRAMS_PER_KG = 1000
# Below this share of the kilometres a figure says too little.
ENOUGH = Fraction(95, 100)
SLACK = Fraction(1, 10**9)


@dataclass(frozen=True)
class Exhaust:
    """What vehicles of one kind emitted between two speeds; ``curve`` is None where nothing comes out, ``grams`` where no factor is known."""

    run: Run
    curve: AirFactor | None
    grams: Fraction | None


def nitrogen_oxides(ledger: Ledger) -> tuple[Indicator, ...]:
    """AIR-01: NOx of buses in kilograms (EMEP/EEA 2019)."""
    return (_pollutant(ledger, "AIR-01", "NOx"),)


def exhaust_particles(ledger: Ledger) -> tuple[Indicator, ...]:
    """AIR-02: exhaust PM10 of buses in kilograms (EMEP/EEA 2019)."""
    return (_pollutant(ledger, "AIR-02", "PM10"),)


def _pollutant(ledger: Ledger, indicator: str, pollutant: str) -> Indicator:
    figures = Figures(
        indicator,
        filled(
            "Kilometers × {what} in g/km naar klasse, aandrijflijn, Euroklasse en snelheid, / 1.000; zero-emissie telt als nul.",
            "Kilometres × {what} in g/km by class, drivetrain, Euro class and speed, / 1,000; zero-emission counts as none.",
            what=pollutant,
        ),
    )
    if reason := obstacle(ledger, *_used()):
        return figures.unknown(reason)
    run = ledger.mileage.where(lambda run: run.bus_class in BUSES_ABOVE_8)
    if not run.km_total:
        return figures.unknown(NO_KILOMETRES)
    return _told(ledger, figures, run, [exhaust(ledger.case.air, some, pollutant) for some in run.runs])


def _used() -> tuple[Uses, ...]:
    return (
        Uses("activity", ("vehicle_id", "period", "km_total", "avg_speed_kmh"), rows=SHARED_BUS, needed=True),
        Uses("vehicles", ("vehicle_id", "bus_class", "drivetrain", "euro_class"), rows=SHARED_BUS),
    )


def exhaust(air: AirFactors, run: Run, pollutant: str) -> Exhaust:
    """The grams of one kind of vehicle: exact, as a straight line between two listed speeds."""
    if run.zero_emission:
        return Exhaust(run, None, Fraction(0))
    fuel, segment, euro = FUELS.get(run.drivetrain), SEGMENTS.get(run.bus_class), NORMS.get(run.euro_class)
    curve = air.curve(fuel=fuel, segment=segment, euro=euro, pollutant=pollutant) if fuel and segment and euro else None
    return Exhaust(run, curve, _along(curve, run) if curve else None)


def _along(curve: AirFactor, run: Run) -> Fraction:
    """Σ km × (g at the lower speed + slope × (speed - lower speed)), from the sums of km and of km × speed."""
    at = {speed: Fraction(grams) for speed, grams in curve.at_speed}
    upper = run.slower_than
    lower = SPEEDS[SPEEDS.index(upper) - 1]
    km, speed_km = Fraction(run.km_total), Fraction(run.speed_km, THOUSANDTHS * THOUSANDTHS)
    slope = (at[upper] - at[lower]) / (upper - lower)
    return at[lower] * km + slope * (speed_km - lower * km)


def _told(ledger: Ledger, figures: Figures, run: Mileage, emitted: Sequence[Exhaust]) -> Indicator:
    known = [some for some in emitted if some.grams is not None]
    reached = sum((Fraction(some.run.km_total) for some in known), Fraction(0))
    inputs = [kilometres_in(ledger, run)]
    assumed = sum((Fraction(some.run.km_assumed) for some in known if some.curve), Fraction(0))
    coverage = covered(measured=reached - assumed, estimated=assumed, missing=run.km_total - reached)
    if reached < run.km_total * ENOUGH * (1 - SLACK):
        return figures.unknown(_too_little(emitted, reached / run.km_total), inputs=inputs, coverage=coverage)
    kilograms = sum((some.grams or Fraction(0) for some in known), Fraction(0)) / GRAMS_PER_KG
    return _known(figures, known, kilograms, inputs, coverage, _notes(emitted, assumed))


def _known(
    figures: Figures,
    known: Sequence[Exhaust],
    kilograms: Fraction,
    inputs: Sequence[Input],
    coverage: Coverage | None,
    notes: Sequence[Bilingual],
) -> Indicator:
    figure = figures.known(
        kilograms,
        worked=_grams_by_curve(known, kilograms),
        inputs=inputs,
        coverage=coverage,
        notes=notes,
        estimated=bool(coverage and coverage.estimated),
    )
    return figure.model_copy(update={"why": figure.why.model_copy(update={"factors": _points(known)})})


def _curves(known: Sequence[Exhaust]) -> list[AirFactor]:
    return list(dict.fromkeys(some.curve for some in known if some.curve))


def _grams_by_curve(known: Sequence[Exhaust], kilograms: Fraction) -> Bilingual:
    """The grams of each curve added up."""
    grams = [sum((s.grams or Fraction(0) for s in known if s.curve == curve), Fraction(0)) for curve in _curves(known)]
    parts = joined([told(some, decimals=3) for some in grams], " + ") if grams else both("0", "0")
    return filled(
        "({parts}) g / 1.000 = {kg}",
        "({parts}) g / 1,000 = {kg}",
        parts=parts,
        kg=with_unit(kilograms, "kg", decimals=6),
    )


def _points(known: Sequence[Exhaust]) -> tuple[FactorUsed, ...]:
    """Every point of every curve that was used."""
    return tuple(
        FactorUsed(
            code=f"{curve.fuel} {curve.segment} {curve.euro} {curve.tech}",
            column=f"{curve.pollutant} {speed} km/h",
            value=grams,
            unit="g/km",
            source=SOURCE,
            year=SOURCE_YEAR,
        )
        for curve in _curves(known)
        for speed, grams in curve.at_speed
    )


def _notes(emitted: Sequence[Exhaust], assumed: Fraction) -> list[Bilingual]:
    without = _without_factor(emitted)
    said = (
        [filled("Zonder factor, niet meegeteld: {kinds}.", "Without a factor, left out: {kinds}.", kinds=without)]
        if without
        else []
    )
    blank = [
        filled(
            "Voor {km} is de snelheid niet opgegeven; daar is met 25 km/h gerekend.",
            "For {km} no speed is given; 25 km/h was used there.",
            km=with_unit(assumed, "km"),
        )
    ]
    return said + (blank if assumed else [])


def _without_factor(emitted: Sequence[Exhaust]) -> str:
    runs = [some.run for some in emitted if some.grams is None and some.run.km_total]
    return ", ".join(dict.fromkeys(f"{run.bus_class} {run.drivetrain} {run.euro_class}" for run in runs))


def _too_little(emitted: Sequence[Exhaust], share: Fraction) -> Bilingual:
    return filled(
        "Niet te beoordelen: factoren dekken {share} van de kilometers, ten minste 95 % is nodig. Zonder factor: {kinds}.",
        "Not assessable: factors cover {share} of the kilometres, at least 95 % is needed. Without a factor: {kinds}.",
        share=with_unit(share * 100, "%"),
        kinds=_without_factor(emitted),
    )


INDICATORS = (nitrogen_oxides, exhaust_particles)
