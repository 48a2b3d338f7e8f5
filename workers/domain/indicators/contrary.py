"""FLT-05 and FLT-06: temporary buses contrary to the concession, and the environmental score of the fleet."""

from __future__ import annotations

from fractions import Fraction

from schemas.judgement import Indicator
from workers.domain.fleet import BUS, CONTRARY, contrary_days, exempt_days
from workers.domain.frames import ROW
from workers.domain.indicators.figures import Figures, both, filled, ratio, told, with_unit
from workers.domain.indicators.fleet import (
    IN_SERVICE,
    NO_BUSES,
    Kind,
    count,
    fleet_obstacle,
    known_period,
    last_day_fleet,
    of_kinds,
    period_obstacle,
    vehicles_in,
)
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.supply import kilometres_in
from workers.domain.kinds import BUSES
from workers.domain.ledger import Ledger
from workers.domain.places import Places

DAYS, KM = "voertuigdagen", "km"
KM_BESIDE = "beside=km"


def contrary_to_the_concession(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-05: vehicle-days of temporary buses that are not zero-emission, outside exemptions; their kilometres beside it."""
    figures = Figures(
        "FLT-05",
        both(
            "De dagen dat tijdelijk ingezette bussen die niet zero-emissie zijn in dienst waren, zonder de dagen met ontheffing.",
            "The days on which temporary buses that are not zero-emission were in service, without the days of an exemption.",
        ),
        unit=DAYS,
    )
    columns = (*IN_SERVICE, "deployment", "drivetrain", "bus_class")
    vehicles = Uses("vehicles", columns, rows=CONTRARY, needed=True)
    if reason := period_obstacle(ledger) or obstacle(ledger, vehicles):
        return (figures.unknown(reason), figures.unknown(reason, part=KM_BESIDE, unit=KM))
    return (_contrary_days(ledger, figures), _contrary_kilometres(ledger, figures))


def _contrary_days(ledger: Ledger, figures: Figures) -> Indicator:
    period = known_period(ledger)
    found = contrary_days(ledger.case, period).select(ROW, "days").collect()
    days = int(found["days"].sum())
    exempt = exempt_days(ledger.case.terms, period)
    return figures.known(
        days,
        worked=with_unit(days, DAYS),
        inputs=[vehicles_in(Places.of(found[ROW]), "deployment")],
        notes=[
            filled(
                "Dagen met ontheffing in de periode: {days}.", "Days of exemption in the period: {days}.", days=exempt
            )
        ],
    )


def _contrary_kilometres(ledger: Ledger, figures: Figures) -> Indicator:
    kilometres = Uses("activity", ("vehicle_id", "period", "km_total"), rows=CONTRARY, needed=True)
    if reason := obstacle(ledger, kilometres):
        return figures.unknown(reason, part=KM_BESIDE, unit=KM)
    run = ledger.mileage.where(lambda run: run.contrary)
    return figures.known(
        run.km_total,
        part=KM_BESIDE,
        unit=KM,
        worked=with_unit(run.km_total, KM),
        inputs=[kilometres_in(ledger, run)],
        notes=[
            both(
                "Kilometers op dagen met ontheffing tellen hier mee.", "Kilometres on days of an exemption count here."
            )
        ],
    )


def environmental_score(ledger: Ledger) -> tuple[Indicator, ...]:
    """FLT-06: the environmental score of the fleet, by the scoring table of the terms (CROW)."""
    figures = Figures(
        "FLT-06",
        both(
            "Het gemiddelde over de bussen van de score die de voorwaarden aan hun Euroklasse geven.",
            "The mean over the buses of the score that the terms give their Euro class.",
        ),
    )
    scores = ledger.case.terms.environmental_scores if ledger.case.terms else None
    if not scores:
        return (figures.unknown(NO_SCORES),)
    if reason := fleet_obstacle(ledger, "bus_class", "drivetrain", "euro_class", rows=BUS):
        return (figures.unknown(reason),)
    fleet = tuple(kind for kind in last_day_fleet(ledger) if kind.bus_class in BUSES)
    return (_scored(figures, fleet, {code: Fraction(score) for code, score in scores.items()}),)


NO_SCORES = both(
    "Niet te beoordelen: de voorwaarden van de concessie geven geen scoretabel.",
    "Not assessable: the terms of the concession give no scoring table.",
)


def _scored(figures: Figures, fleet: tuple[Kind, ...], scores: dict[str, Fraction]) -> Indicator:
    lacking = sorted({kind.euro_class or "" for kind in fleet} - set(scores))
    if lacking or not fleet:
        said = filled("De scoretabel mist: {codes}.", "The scoring table lacks: {codes}.", codes=", ".join(lacking))
        return figures.unknown(said if lacking else NO_BUSES)
    points = sum((scores[kind.euro_class or ""] * len(kind.rows) for kind in fleet), Fraction(0))
    number = count(fleet)
    score = points / number
    return figures.known(
        score, worked=ratio(told(points), told(number), told(score)), inputs=[of_kinds(fleet, "euro_class")]
    )


INDICATORS = (contrary_to_the_concession, environmental_score)
