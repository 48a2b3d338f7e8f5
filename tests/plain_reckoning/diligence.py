"""DD once more: how far the chain is mapped, its risks are assessed, and what is done about them."""

from __future__ import annotations

from collections.abc import Sequence
from fractions import Fraction

from tests.plain_reckoning.answers import TOTAL, NotAssessable, Parts, attempted, known, percentage
from tests.plain_reckoning.report import Plain, Row, amount, day, months_earlier

SALIENT = 12
LABOUR = ("child_labour", "forced_labour")


def mapped(plain: Plain) -> Parts:
    """DD-01: what is mapped of each link; total is the lowest of K1 to K4 of which the fleet has any."""
    plain.needs("vehicles")
    plain.there("suppliers")
    links = _links(plain)
    implied = [percentage(some, whole) for role, (some, whole) in links.items() if role != "raw_material" and whole]
    yield TOTAL, attempted(lambda: known(_lowest(implied)))
    for role, (some, whole) in links.items():
        yield f"role={role}", attempted(lambda s=some, w=whole: known(percentage(s, w)))  # type: ignore[misc]


def _lowest(found: Sequence[Fraction]) -> Fraction:
    if not found:
        raise NotAssessable
    return min(found)


def _links(plain: Plain) -> dict[str, tuple[int, int]]:
    """How many are named, of how many, per chain role."""
    vehicles, contracts = plain.rows("vehicles"), plain.rows("energy_contracts")
    bev = [v for v in vehicles if v["drivetrain"] == "bev"]
    operators = {v["operator_id"] for v in vehicles if v["operator_id"]}
    batteries = _firms(plain, "battery")
    below = {firm for firm in batteries if any(firm in _above(plain, raw) for raw in _firms(plain, "raw_material"))}
    energy = _firms(plain, "energy")
    return {
        "subcontractor": (len(operators & _firms(plain, "subcontractor")), len(operators)),
        "energy": (len([c for c in contracts if c["supplier_id"] in energy]), len(contracts)),
        "vehicle_maker": (len([v for v in vehicles if v["manufacturer_id"]]), len(vehicles)),
        "battery": (len([v for v in bev if v["battery_supplier_id"]]), len(bev)),
        "raw_material": (len(below), len(batteries)),
    }


def _firms(plain: Plain, role: str) -> set[object]:
    return {firm["supplier_id"] for firm in plain.rows("suppliers") if firm["role"] == role}


def _above(plain: Plain, supplier: object) -> set[object]:
    """All firms that a supplier supplies, directly or through others."""
    above: set[object] = set()
    reached = {supplier}
    while reached:
        parents = {f["parent_id"] for f in plain.rows("suppliers") if f["supplier_id"] in reached and f["parent_id"]}
        reached = parents - above
        above |= reached
    return above


def assessed(plain: Plain) -> Parts:
    """DD-02: newest assessed_on per role, and whether it is at most 12 months old; 1 when battery and raw material both are."""
    plain.needs("vehicles")
    plain.there("due_diligence")
    newest = {
        role: max(day(row["assessed_on"]) for row in plain.rows("due_diligence") if row["chain_role"] == role)
        for role in {row["chain_role"] for row in plain.rows("due_diligence")}
    }
    since = months_earlier(plain.last_day, 12)
    in_time = {role: on >= since for role, on in newest.items()}
    electric = plain.rows("vehicles", lambda v: v["drivetrain"] == "bev")
    passed = all(in_time.get(role) for role in ("battery", "raw_material"))
    yield TOTAL, attempted(lambda: known(_only_with(electric, passed)))
    for role, passes in in_time.items():
        yield f"role={role}", known(int(passes))


def _only_with(electric: Sequence[Row], passed: bool) -> int:
    """Without battery-electric vehicles there is nothing to judge."""
    if not electric:
        raise NotAssessable
    return int(passed)


def salient(plain: Plain) -> Parts:
    """DD-03: risks with severity x likelihood >= 12 per theme and role."""
    plain.needs("due_diligence")
    risks = plain.rows("due_diligence", lambda row: amount(row["severity"]) * amount(row["likelihood"]) >= SALIENT)
    yield TOTAL, known(len(risks))
    named = [
        part
        for row in risks
        for part in (
            f"role={row['chain_role']}",
            f"theme={row['theme']}",
            f"role={row['chain_role']},theme={row['theme']}",
        )
    ]
    for part in set(named):
        yield part, known(named.count(part))


def measures(plain: Plain) -> Parts:
    """DD-04: measures open, in progress, closed, overdue at period_end."""
    plain.needs("measures")
    rows = plain.rows("measures")
    late = [row for row in rows if row["status"] != "closed" and day(row["due"]) < plain.last_day]
    yield TOTAL, known(len(rows))
    for status in ("open", "in_progress", "closed"):
        yield f"status={status}", known(len([row for row in rows if row["status"] == status]))
    yield "status=overdue", known(len(late))


def confirmed(plain: Plain) -> Parts:
    """DD-05: confirmed_incident with theme child_labour or forced_labour."""
    plain.needs("due_diligence")
    found = plain.rows("due_diligence", lambda row: row["theme"] in LABOUR and row["confirmed_incident"] is True)
    yield TOTAL, known(len(found))


def audited(plain: Plain) -> Parts:
    """DD-08: suppliers with audited_on at most 36 months before period_end / suppliers, per role."""
    plain.needs("suppliers")
    since = months_earlier(plain.last_day, 36)
    firms = plain.rows("suppliers")
    for part, some in (
        (TOTAL, firms),
        *((f"role={role}", [f for f in firms if f["role"] == role]) for role in {f["role"] for f in firms}),
    ):
        recent = [firm for firm in some if firm["audited_on"] is not None and day(firm["audited_on"]) >= since]
        yield part, known(percentage(len(recent), len(some)))


def steps(plain: Plain) -> Parts:
    """DD-09: sum of oecd_steps.status (0-12); all six steps are rows."""
    rows = plain.rows("oecd_steps")
    if {row["step"] for row in rows} != set(range(1, 7)):
        raise NotAssessable
    yield TOTAL, known(sum(int(str(row["status"])) for row in rows))


INDICATORS = {
    "DD-01": mapped,
    "DD-02": assessed,
    "DD-03": salient,
    "DD-04": measures,
    "DD-05": confirmed,
    "DD-08": audited,
    "DD-09": steps,
}
