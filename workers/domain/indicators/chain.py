"""DD-01, DD-02, DD-08 and DD-09: how far the chain is mapped, assessed, audited, and the six steps of the OECD."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

import polars as pl

from schemas.judgement import Indicator
from schemas.report.code_lists import ChainRole, Drivetrain
from schemas.texts import Bilingual
from workers.domain.frames import ROW
from workers.domain.indicators.figures import Figures, both, filled, joined, taken, told, with_unit
from workers.domain.indicators.fleet import known_period, period_obstacle
from workers.domain.indicators.hanging import Uses, obstacle
from workers.domain.indicators.rows import at, rows_of, share_figure
from workers.domain.ledger import Ledger
from workers.domain.places import Places

STEPS = 6
ASSESSED_MONTHS, AUDITED_MONTHS = 12, 36
ASSESSED_ROLES = (ChainRole.BATTERY, ChainRole.RAW_MATERIAL)
# The rule that says the same as the figure: its errors are the figure's answer, not an obstacle to it.
SAME_AS_RULE = "DDL-001"


def months_before(day: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    return pl.Series([day]).dt.offset_by(f"-{months}mo")[0]  # type: ignore[no-any-return]


@dataclass(frozen=True)
class Link:
    """One link of the chain: how many are named, of how many, and on which rows they stand."""

    role: ChainRole
    named: int
    of: int
    sheet: str
    column: str
    at: Places


def mapped(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-01: how much of each link is mapped; the total is the lowest of K1 to K4 that the fleet implies (OECD step 2)."""
    figures = Figures(
        "DD-01",
        both(
            "Per schakel wat in kaart is / alles × 100; het totaal is de laagste van K1 tot en met K4 waarvan het wagenpark er heeft.",
            "Per link what is mapped / all × 100; the total is the lowest of K1 to K4 that the fleet implies.",
        ),
    )
    vehicles = ("vehicle_id", "operator_id", "manufacturer_id", "battery_supplier_id", "drivetrain")
    reason = obstacle(
        ledger,
        Uses("vehicles", vehicles, needed=True),
        Uses("suppliers", ("supplier_id", "role", "parent_id")),
        Uses("energy_contracts", ("contract_id", "supplier_id")),
    )
    if reason:
        return (figures.unknown(reason),)
    links = tuple(_links(ledger))
    parts = (_link(figures, link) for link in links)
    return (_lowest(figures, [link for link in links if link.role is not ChainRole.RAW_MATERIAL and link.of]), *parts)


def _link(figures: Figures, link: Link) -> Indicator:
    return share_figure(
        figures,
        link.named,
        link.of,
        sheet=link.sheet,
        column=link.column,
        at=link.at,
        part=f"role={link.role}",
        none=NOT_IMPLIED,
    )


NOT_IMPLIED = both(
    "Niet te beoordelen: het wagenpark heeft deze schakel niet.", "Not assessable: the fleet does not have this link."
)


def _links(ledger: Ledger) -> Iterator[Link]:
    vehicles, suppliers = rows_of(ledger, "vehicles"), rows_of(ledger, "suppliers")
    role = {ChainRole(code): set(suppliers.filter(pl.col("role") == code)["supplier_id"]) for code in ChainRole}
    operators = set(vehicles["operator_id"].drop_nulls())
    yield Link(
        ChainRole.SUBCONTRACTOR,
        len(operators & role[ChainRole.SUBCONTRACTOR]),
        len(operators),
        "vehicles",
        "operator_id",
        at(vehicles.filter(pl.col("operator_id").is_not_null())),
    )
    contracts = rows_of(ledger, "energy_contracts")
    bought = sum(supplier in role[ChainRole.ENERGY] for supplier in contracts["supplier_id"])
    yield Link(ChainRole.ENERGY, bought, contracts.height, "energy_contracts", "supplier_id", at(contracts))
    makers = vehicles["manufacturer_id"].count()
    yield Link(ChainRole.VEHICLE_MAKER, makers, vehicles.height, "vehicles", "manufacturer_id", at(vehicles))
    bev = vehicles.filter(pl.col("drivetrain") == Drivetrain.BEV)
    named = bev["battery_supplier_id"].count()
    yield Link(ChainRole.BATTERY, named, bev.height, "vehicles", "battery_supplier_id", at(bev))
    above = _above(suppliers)
    reached = {top for supplier in role[ChainRole.RAW_MATERIAL] for top in _upwards(supplier, above)}
    batteries = role[ChainRole.BATTERY]
    firms = at(suppliers.filter(pl.col("role") == ChainRole.BATTERY))
    yield Link(ChainRole.RAW_MATERIAL, len(batteries & reached), len(batteries), "suppliers", "parent_id", firms)


def _above(suppliers: pl.DataFrame) -> dict[str, str]:
    """Whom each supplier supplies."""
    return {name: parent for name, parent in suppliers.select("supplier_id", "parent_id").iter_rows() if parent}


def _upwards(supplier: str, above: dict[str, str]) -> set[str]:
    """All firms above a supplier, also where the chain bites its own tail."""
    seen: set[str] = set()
    while (supplier := above.get(supplier, "")) and supplier not in seen:
        seen.add(supplier)
    return seen


def _lowest(figures: Figures, links: list[Link]) -> Indicator:
    if not links:
        return figures.unknown(NOT_IMPLIED)
    shares = [Fraction(link.named, link.of) * 100 for link in links]
    told_shares = joined(
        [joined([link.role.label, with_unit(share, "%")], ": ") for link, share in zip(links, shares, strict=True)],
        "; ",
    )
    return figures.known(
        min(shares),
        unit="%",
        worked=told_shares,
        inputs=[taken(link.sheet, link.column, at=link.at) for link in links],
    )


def risk_analysis(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-02: whether the roles of battery and raw materials were assessed in the last 12 months; per role the newest day."""
    figures = Figures(
        "DD-02",
        both(
            "1 als de risico's van batterij en grondstoffen in de 12 maanden voor het einde van de periode of later zijn beoordeeld.",
            "1 when the risks of battery and raw materials were assessed in the 12 months before the end of the period or later.",
        ),
        unit="ja/nee",
    )
    reason = period_obstacle(ledger) or obstacle(
        ledger,
        Uses("vehicles", ("drivetrain",), needed=True),
        Uses("due_diligence", ("chain_role", "assessed_on"), beside=(SAME_AS_RULE,), present=True),
    )
    if reason:
        return (figures.unknown(reason),)
    since = months_before(known_period(ledger).end, ASSESSED_MONTHS)
    newest = _newest(rows_of(ledger, "due_diligence"))
    parts = tuple(_assessed(figures, role, newest[role], since) for role in ChainRole if role in newest)
    return (_both_assessed(ledger, figures, newest, since), *parts)


@dataclass(frozen=True)
class Assessed:
    """The newest day on which the risks of a role were assessed, and its row."""

    day: date
    row: int


def _newest(rows: pl.DataFrame) -> dict[str, Assessed]:
    newest = rows.sort("assessed_on", ROW, descending=[True, False]).unique("chain_role", keep="first")
    found = newest.select("chain_role", "assessed_on", ROW).iter_rows()
    return {role: Assessed(day, row) for role, day, row in found if day is not None}


def _assessed(figures: Figures, role: ChainRole, newest: Assessed, since: date) -> Indicator:
    where = Places.of([newest.row])
    return figures.known(
        int(newest.day >= since),
        part=f"role={role}",
        worked=_compared(newest.day, since),
        inputs=[taken("due_diligence", "assessed_on", at=where, nl=role.label.nl, en=role.label.en)],
    )


def _compared(day: date | None, since: date) -> Bilingual:
    newest = both("geen", "none") if day is None else day
    return filled(
        "nieuwste: {day}; niet ouder dan {since}", "newest: {day}; not older than {since}", day=newest, since=since
    )


def _both_assessed(ledger: Ledger, figures: Figures, newest: dict[str, Assessed], since: date) -> Indicator:
    electric = rows_of(ledger, "vehicles", pl.col("drivetrain") == Drivetrain.BEV).height
    if not electric:
        return figures.unknown(NO_BATTERIES)
    days = {role: newest[role].day if role in newest else None for role in ASSESSED_ROLES}
    rows = Places.of(one.row for one in newest.values())
    passes = all(day is not None and day >= since for day in days.values())
    worked = joined([joined([role.label, _compared(day, since)], ": ") for role, day in days.items()], "; ")
    return figures.known(int(passes), worked=worked, inputs=[taken("due_diligence", "assessed_on", at=rows)])


NO_BATTERIES = both(
    "Niet te beoordelen: het wagenpark heeft geen batterij-elektrische voertuigen.",
    "Not assessable: the fleet has no battery-electric vehicles.",
)


def audited(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-08: suppliers audited by a third party at most 36 months before the end of the period, per role."""
    figures = Figures(
        "DD-08",
        both(
            "Leveranciers met een audit van hoogstens 36 maanden voor het einde van de periode / alle leveranciers × 100.",
            "Suppliers with an audit at most 36 months before the end of the period / all suppliers × 100.",
        ),
        unit="%",
    )
    used = Uses("suppliers", ("supplier_id", "role", "audited_on"), needed=True)
    if reason := period_obstacle(ledger) or obstacle(ledger, used):
        return (figures.unknown(reason),)
    since = months_before(known_period(ledger).end, AUDITED_MONTHS)
    suppliers = rows_of(ledger, "suppliers").with_columns(
        (pl.col("audited_on") >= since).fill_null(value=False).alias("ok")
    )
    parts = [("total", suppliers)] + [
        (f"role={r}", some) for r in ChainRole if (some := suppliers.filter(pl.col("role") == r)).height
    ]
    return tuple(_audited(figures, part, some) for part, some in parts)


def _audited(figures: Figures, part: str, some: pl.DataFrame) -> Indicator:
    number = int(some["ok"].sum())
    return share_figure(figures, number, some.height, sheet="suppliers", column="audited_on", at=at(some), part=part)


def oecd_steps(ledger: Ledger) -> tuple[Indicator, ...]:
    """DD-09: the points of the six steps together, 0 to 12 (OECD guidance)."""
    figures = Figures(
        "DD-09",
        both(
            "De som van de status (0, 1 of 2) van de zes OESO-stappen.",
            "The sum of the status (0, 1 or 2) of the six OECD steps.",
        ),
        unit="punten",
    )
    if reason := obstacle(ledger, Uses("oecd_steps", ("step", "status"), needed=True)):
        return (figures.unknown(reason),)
    steps = rows_of(ledger, "oecd_steps").sort("step")
    if steps["step"].n_unique() < STEPS:
        return (figures.unknown(STEPS_MISSING),)
    points = int(steps["status"].sum())
    worked = joined([joined([told(status) for status in steps["status"]], " + "), told(points)], " = ")
    return (figures.known(points, worked=worked, inputs=[taken("oecd_steps", "status", at=at(steps), amount=points)]),)


STEPS_MISSING = both(
    "Niet te beoordelen: niet alle zes stappen staan er.", "Not assessable: not all six steps are there."
)

MAPPING = (mapped, risk_analysis)
AUDITS = (audited, oecd_steps)
