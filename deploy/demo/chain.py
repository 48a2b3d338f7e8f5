"""The invented chain of seventeen suppliers, its risks, its people and its social return."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from schemas.report.chain import ChainEmission, OecdStep, Risk, Supplier
from schemas.report.code_lists import (
    ActionStatus,
    BuildingBlock,
    ChainMethod,
    ChainRole,
    Direction,
    EvidenceKind,
    Material,
    RequestGround,
    RiskTheme,
    Treatment,
    Unit,
)
from schemas.report.code_lists import StaffGroup as Group
from schemas.report.columns import Row
from schemas.report.flows import MaterialFlow, Measure
from schemas.report.front import Evidence
from schemas.report.people import SocialReturn, StaffGroupYear

LAST_OF_OLD_GRAPHITE = 2025
OLD_GRAPHITE = ("L18", "Wensdroom Grafiet", "CN-181818", "CN", ChainRole.RAW_MATERIAL, 3, "L4", 980)
NEW_GRAPHITE = ("L13", "Droomgrafiet", "NO-131313", "NO", ChainRole.RAW_MATERIAL, 3, "L4", 150)


def suppliers(year: int) -> list[Supplier]:
    """Seventeen firms in four tiers, from the holder's own suppliers to mines; one came since last year, and one went."""
    firms = (
        ("L1", "Voorbeeldtaxi Oost", "11112222", "NL", ChainRole.SUBCONTRACTOR, 1, None, 45),
        ("L2", "Denkstroom Energie", "22223333", "NL", ChainRole.ENERGY, 1, None, 800),
        ("L3", "Verzonnen Busfabriek", "HRB 404040", "DE", ChainRole.VEHICLE_MAKER, 1, None, 5200),
        ("L4", "Proefcel Batterijen", "FI-303030", "FI", ChainRole.BATTERY, 2, "L3", 1900),
        ("L5", "Fabelmijn Lithium", "CL-505050", "CL", ChainRole.RAW_MATERIAL, 3, "L4", 2400),
        ("L6", "Modelgarage Onderhoud", "66667777", "NL", ChainRole.MAINTENANCE, 1, None, 120),
        ("L7", "Bedachte Banden", "77778888", "NL", ChainRole.OTHER, 1, None, 64),
        ("L8", "Luchtkasteel Laadpalen", "88889999", "NL", ChainRole.OTHER, 1, None, 210),
        ("L9", "Schijn en Glans Schoonmaak", "99990000", "NL", ChainRole.MAINTENANCE, 1, None, 38),
        ("L10", "Schijnkathode Materialen", "KR-101010", "KR", ChainRole.RAW_MATERIAL, 3, "L4", 860),
        ("L11", "Fabelmijn Nikkel", "ID-111111", "ID", ChainRole.RAW_MATERIAL, 4, "L10", 3100),
        ("L12", "Sprookjeskobalt", "CD-121212", "CD", ChainRole.RAW_MATERIAL, 4, "L10", 5400),
        ("L14", "Hersenspin Aandrijving", "HRB 141414", "DE", ChainRole.OTHER, 2, "L3", 740),
        ("L15", "Kwasistaal Plaat", "SE-151515", "SE", ChainRole.RAW_MATERIAL, 2, "L3", 1500),
        ("L16", "Windpark Nergenshuizen", "16161616", "NL", ChainRole.ENERGY, 2, "L2", 12),
        ("L17", "Sluitkringloop Accu's", "17171717", "NL", ChainRole.OTHER, 1, None, 27),
        NEW_GRAPHITE if year > LAST_OF_OLD_GRAPHITE else OLD_GRAPHITE,
    )
    return [
        Supplier(
            supplier_id=number,
            name=name,
            registration=registration,
            country=country,
            role=role,
            tier=tier,
            parent_id=parent,
            employees=employees,
            request_ground=RequestGround.CONCESSION,
            code_of_conduct=True,
            audited_on=date(year, 5, 12) if tier > 1 else None,
            audit_standard="SA8000" if tier > 1 else None,
        )
        for number, name, registration, country, role, tier, parent, employees in firms
    ]


def risks(year: int) -> list[Row]:
    """What could go wrong with people and environment at the cell maker and in the mine."""
    return [
        Risk(
            risk_id="R1",
            supplier_id="L5",
            chain_role=ChainRole.RAW_MATERIAL,
            theme=RiskTheme.WATER,
            assessed_on=date(year, 9, 14),
            severity=4,
            likelihood=4,
            measure="Waterplan van de mijn opvragen en bespreken met de batterijleverancier",
            due=date(year + 1, 6, 30),
            status=ActionStatus.IN_PROGRESS,
            confirmed_incident=False,
        ),
        Risk(
            risk_id="R2",
            supplier_id="L4",
            chain_role=ChainRole.BATTERY,
            theme=RiskTheme.HEALTH_SAFETY,
            assessed_on=date(year, 9, 21),
            severity=3,
            likelihood=2,
            status=ActionStatus.OPEN,
            confirmed_incident=False,
        ),
    ]


def steps() -> list[Row]:
    """The six OECD steps: the policy stands, the tracking has begun."""
    return [OecdStep(step=step, status=status) for step, status in enumerate((2, 2, 1, 1, 1, 1), start=1)]


def staff() -> list[Row]:
    """Staff per group; parts add up to the total."""
    groups = ((Group.DRIVERS, 148, 41, "126.5"), (Group.TECHNICAL, 21, 2, "19.8"), (Group.OFFICE, 16, 9, "14.2"))
    rows: list[Row] = [_group(group, people, women, Decimal(fte)) for group, people, women, fte in groups]
    total = _group(
        Group.TOTAL,
        sum(people for _, people, _, _ in groups),
        sum(women for _, _, women, _ in groups),
        sum((Decimal(fte) for *_, fte in groups), Decimal(0)),
    )
    return [*rows, total]


def _group(group: Group, people: int, women: int, fte: Decimal) -> StaffGroupYear:
    temporary = people // 10
    return StaffGroupYear(
        staff_group=group,
        headcount=people,
        headcount_women=women,
        permanent=people - temporary,
        temporary=temporary,
        fte=fte,
        hours_worked=(fte * 1560).quantize(Decimal("0.001")),
        sick_leave_pct=Decimal("7.4") if group is Group.DRIVERS else Decimal("4.1"),
        accidents=people // 40,
        fatalities=0,
        cba_coverage_pct=Decimal(100),
        training_hours=Decimal(people * 14),
        leavers=people // 12,
        lowest_hourly_wage_eur=Decimal("16.85"),
    )


def social_return() -> list[Row]:
    """Effort for people at a distance from work, per building block."""
    items = (
        ("S1", BuildingBlock.JOB_AGREEMENT, "Vier voltijdbanen in de remise", 4, 6400, 200000),
        ("S2", BuildingBlock.BBL, "Negen leerwerkplekken chauffeur", 9, 14400, 135000),
        ("S3", BuildingBlock.PARTICIPATION_LONG, "Drie gastheren op het busstation", 3, 4800, 120000),
    )
    return [
        SocialReturn(
            item_id=number,
            building_block=block,
            description=text,
            persons=persons,
            hours=Decimal(hours),
            value_eur=Decimal(value),
            evidence_id="B3",
        )
        for number, block, text, persons, hours, value in items
    ]


def chain_emissions() -> list[Row]:
    """Scope 3 beside energy: the batteries of the newest buses and commuting."""
    return [
        ChainEmission(
            entry_id="C1",
            supplier_id="L4",
            scope3_category=2,
            activity="Batterijpakketten van vijf nieuwe bussen",
            quantity=Decimal(1750),
            quantity_unit="kWh",
            kg_co2e=Decimal(148750),
            allocation_pct=Decimal(100),
            method=ChainMethod.SUPPLIER_SPECIFIC,
            factor_source="Productverklaring leverancier",
            evidence_id="B4",
        ),
        ChainEmission(
            entry_id="C2",
            scope3_category=7,
            activity="Woon-werkverkeer",
            kg_co2e=Decimal(96400),
            allocation_pct=Decimal(100),
            method=ChainMethod.AVERAGE,
            factor_source="CBS, gemiddelde reisafstand",
        ),
    ]


def materials() -> list[Row]:
    """What came in and what went out."""
    return [
        MaterialFlow(
            flow_id="M1",
            supplier_id="L5",
            material=Material.LITHIUM,
            direction=Direction.IN,
            quantity=Decimal(310),
            unit=Unit.KG,
            recycled_pct=Decimal(4),
            origin_known_pct=Decimal(85),
        ),
        MaterialFlow(
            flow_id="M2",
            material=Material.WASTE_GENERAL,
            direction=Direction.OUT,
            quantity=Decimal(18400),
            unit=Unit.KG,
            treatment=Treatment.RECYCLING,
        ),
        MaterialFlow(
            flow_id="M3",
            material=Material.WATER,
            direction=Direction.IN,
            quantity=Decimal(3900),
            unit=Unit.M3,
        ),
    ]


def measures(year: int) -> list[Row]:
    """What the holder will do better."""
    return [
        Measure(
            measure_id="V1",
            indicator_id="FLT-02",
            description="Negen dieselbussen vervangen door batterij-elektrische bussen",
            due=date(year + 2, 12, 10),
            status=ActionStatus.IN_PROGRESS,
            expected_effect="+15",
        )
    ]


def evidence(year: int) -> list[Row]:
    """The files beside the report."""
    files = (
        ("B1", f"gvo-wind-{year}.pdf", EvidenceKind.CERTIFICATE, "Denkstroom Energie", "Garanties van oorsprong"),
        ("B2", f"hvo-{year}.pdf", EvidenceKind.CERTIFICATE, "Denkstroom Energie", "Hernieuwbare diesel"),
        ("B3", f"social-return-{year}.pdf", EvidenceKind.DECLARATION, "Werkpunt Voorbeeld", "Social return"),
        ("B4", f"batterij-{year}.pdf", EvidenceKind.DECLARATION, "Proefcel Batterijen", "CO2-voetafdruk batterijen"),
    )
    return [
        Evidence(
            evidence_id=number,
            file_name=name,
            kind=kind,
            issued_by=by,
            issued_on=date(year + 1, 1, 20) if year < 2026 else date(year, 10, 20),
            covers=covers,
        )
        for number, name, kind, by, covers in files
    ]
