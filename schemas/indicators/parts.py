"""The part of a figure in words: ``drivetrain=bev,bus_class=bus_12m`` as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.report.code_lists import (
    ActionStatus,
    BatteryChemistry,
    BusClass,
    Carrier,
    ChainRole,
    CodeList,
    Drivetrain,
    EuroClass,
    Material,
    Meter,
    Mode,
    RegistrationSystem,
    RiskTheme,
    StaffGroup,
    Treatment,
)
from schemas.texts import Bilingual

TOTAL = "total"
MONTH = "month"
CODES: Mapping[str, type[CodeList]] = MappingProxyType(
    {
        "drivetrain": Drivetrain,
        "bus_class": BusClass,
        "euro_class": EuroClass,
        "carrier": Carrier,
        "role": ChainRole,
        "mode": Mode,
        "meter": Meter,
        "treatment": Treatment,
        "material": Material,
        "registration_system": RegistrationSystem,
        "staff_group": StaffGroup,
        "chemistry": BatteryChemistry,
        "status": ActionStatus,
        "theme": RiskTheme,
    }
)
WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "total": Bilingual(nl="Totaal", en="Total"),
        "basis=market": Bilingual(nl="Marktgebaseerd", en="Market based"),
        "basis=location": Bilingual(nl="Locatiegebaseerd", en="Location based"),
        "meter=charger": Bilingual(nl="Gemeten aan het laadpunt", en="Metered at the charger"),
        "place=building": Bilingual(nl="Gebouwen", en="Buildings"),
        "place=vehicles": Bilingual(nl="Voertuigen", en="Vehicles"),
        "beside=fossil_counterpart": Bilingual(
            nl="Zonder certificaat als fossiel geteld", en="Without certificate counted as fossil"
        ),
        "beside=infrastructure": Bilingual(nl="Infrastructuur, telt niet mee", en="Infrastructure, not counted"),
        "beside=traction_energy": Bilingual(nl="Alle tractie-energie", en="All traction energy"),
        "beside=rate": Bilingual(nl="Per gewerkte uren", en="Per hours worked"),
        "beside=value": Bilingual(nl="Waarde daarvan", en="Its value"),
        "beside=share": Bilingual(nl="Aandeel", en="Share"),
        "beside=recycled": Bilingual(nl="Gerecycled", en="Recycled"),
        "beside=per_kwh": Bilingual(nl="Per kWh capaciteit", en="Per kWh of capacity"),
        "figure=fte": Bilingual(nl="Fte", en="FTE"),
        "figure=headcount_women": Bilingual(nl="Vrouwen", en="Women"),
        "figure=permanent": Bilingual(nl="Vast contract", en="Permanent contract"),
        "figure=temporary": Bilingual(nl="Tijdelijk contract", en="Temporary contract"),
        "status=overdue": Bilingual(nl="Te laat", en="Overdue"),
        "organisation=holder": Bilingual(nl="Concessiehouder", en="Holder"),
        "organisation=suppliers": Bilingual(nl="Leveranciers", en="Suppliers"),
        "operator=holder": Bilingual(nl="Concessiehouder", en="Holder"),
        "operator=subcontractors": Bilingual(nl="Onderaannemers", en="Subcontractors"),
        "beside=km": Bilingual(nl="Kilometers daarvan", en="Their kilometres"),
        "new": Bilingual(nl="Bussen sinds 2025", en="Buses since 2025"),
    }
)


def pair_words(pair: str) -> Bilingual:
    """One ``dimension=code`` of a part in words; what is not known stays as it was written."""
    dimension, _, code = pair.partition("=")
    known = {str(entry): entry.label for entry in CODES.get(dimension, ())}
    plain = (code or dimension).replace("_", " ")
    return WORDS.get(pair) or known.get(code) or Bilingual(nl=plain, en=plain)


def part_words(part: str) -> Bilingual:
    """A part in words, all its pairs."""
    words = [pair_words(pair) for pair in part.split(",")]
    return Bilingual(nl=", ".join(one.nl for one in words), en=", ".join(one.en for one in words))
