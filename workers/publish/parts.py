"""The part of an indicator in words: ``drivetrain=bev,bus_class=bus_12m`` as a person would say it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.report.code_lists import (
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
    StaffGroup,
    Treatment,
)
from schemas.texts import Bilingual, Language
from workers.domain.rendering import period

TOTAL = "total"
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
    }
)
WORDS: Mapping[str, Bilingual] = MappingProxyType(
    {
        "total": Bilingual(nl="Totaal", en="Total"),
        "basis=market": Bilingual(nl="Marktgebaseerd", en="Market based"),
        "basis=location": Bilingual(nl="Locatiegebaseerd", en="Location based"),
        "meter=charger": Bilingual(nl="Gemeten aan het laadpunt", en="Metered at the charger"),
        "beside=fossil_counterpart": Bilingual(
            nl="Zonder certificaat als fossiel geteld", en="Without certificate counted as fossil"
        ),
        "beside=infrastructure": Bilingual(nl="Infrastructuur, telt niet mee", en="Infrastructure, not counted"),
        "beside=rate": Bilingual(nl="Per gewerkte uren", en="Per hours worked"),
        "beside=value": Bilingual(nl="Waarde daarvan", en="Its value"),
        "beside=share": Bilingual(nl="Aandeel", en="Share"),
        "beside=recycled": Bilingual(nl="Gerecycled", en="Recycled"),
        "beside=per_kwh": Bilingual(nl="Per kWh capaciteit", en="Per kWh of capacity"),
        "organisation=suppliers": Bilingual(nl="Leveranciers", en="Suppliers"),
        "operator=holder": Bilingual(nl="Concessiehouder", en="Holder"),
        "operator=subcontractors": Bilingual(nl="Onderaannemers", en="Subcontractors"),
        "beside=km": Bilingual(nl="Kilometers daarvan", en="Their kilometres"),
        "new": Bilingual(nl="Bussen sinds 2025", en="Buses since 2025"),
    }
)


def part_label(part: str, language: Language) -> str:
    """The part in words; what is not known stays as it was written."""
    return ", ".join(_pair(pair, language) for pair in part.split(","))


def dimensions(part: str) -> tuple[str, ...]:
    """The dimensions that a part is cut by; the total has none."""
    return () if part == TOTAL else tuple(pair.split("=")[0] for pair in part.split(","))


def code(part: str) -> str:
    """The code of a part of one dimension."""
    return part.split("=")[-1]


def _pair(pair: str, language: Language) -> str:
    dimension, _, name = pair.partition("=")
    if dimension == "month":
        return period(name, language)
    known = {str(entry): entry.label for entry in CODES.get(dimension, ())}
    said = WORDS.get(pair) or known.get(name)
    return said.in_(language) if said else (name or dimension).replace("_", " ")
