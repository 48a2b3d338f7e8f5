"""The norms of the contract: which indicator is held against what."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.texts import Bilingual


@dataclass(frozen=True)
class NormDefinition:
    """One norm as agreed; what a concession asks of it stands in its terms."""

    id: str
    indicator: str | None
    comparison: str
    threshold_example: str
    unit: str
    from_year: str
    name: Bilingual
    basis: str


# The norm on reporting itself: it is judged by a signature, not by a figure.
TIMELY: Final = "N-TIMELY"
NORMS: tuple[NormDefinition, ...] = (
    NormDefinition(
        id="N-ZE-NEW",
        indicator="FLT-03",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="2025",
        name=Bilingual(nl="Nieuwe bussen zero-emissie", en="New buses zero emission"),
        basis="BAZEB goal 1; not assessable when no new bus entered",
    ),
    NormDefinition(
        id="N-ZE-FLEET",
        indicator="FLT-02",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="2030",
        name=Bilingual(nl="Wagenpark zero-emissie", en="Fleet zero emission"),
        basis="BAZEB goal 2; a path per year is allowed",
    ),
    NormDefinition(
        id="N-ZE-KM",
        indicator="FLT-04",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="2030",
        name=Bilingual(nl="Kilometers zero-emissie", en="Kilometres zero emission"),
        basis="CROW; path allowed",
    ),
    NormDefinition(
        id="N-RENEWABLE",
        indicator="ENE-07",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="2030",
        name=Bilingual(nl="Hernieuwbare tractie-energie", en="Renewable traction energy"),
        basis="BAZEB goal 2: new buses from 2025 (part new), all in 2030; path allowed",
    ),
    NormDefinition(
        id="N-WTW-PKM",
        indicator="GHG-05",
        comparison="<=",
        threshold_example="per concession",
        unit="g/pkm",
        from_year="per concession",
        name=Bilingual(nl="CO2e per reizigerskilometer", en="CO2e per passenger-km"),
        basis="BAZEB goal 3; path allowed",
    ),
    NormDefinition(
        id="N-WTW-VKM",
        indicator="GHG-06",
        comparison="<=",
        threshold_example="per concession",
        unit="g/vkm",
        from_year="per concession",
        name=Bilingual(nl="CO2e per voertuigkilometer", en="CO2e per vehicle-km"),
        basis="Concession promise such as -2 % a year",
    ),
    NormDefinition(
        id="N-TEMP",
        indicator="FLT-05",
        comparison="<=",
        threshold_example="0",
        unit="vehicle-days",
        from_year="start",
        name=Bilingual(nl="Tijdelijk niet-ZE materieel", en="Temporary non-ZE vehicles"),
        basis="Concession; days inside an exemption of the terms taken off",
    ),
    NormDefinition(
        id="N-SROI",
        indicator="SOC-08",
        comparison=">=",
        threshold_example="5",
        unit="%",
        from_year="per concession",
        name=Bilingual(nl="Social return", en="Social return"),
        basis="Per contract; 5 % is the norm of the municipalities of Twente",
    ),
    NormDefinition(
        id="N-CHAIN",
        indicator="DD-01",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="per concession",
        name=Bilingual(nl="Keten in kaart", en="Chain mapped"),
        basis="OECD step 2; the lowest of the roles K1-K4 that the fleet implies",
    ),
    NormDefinition(
        id="N-RISK",
        indicator="DD-02",
        comparison=">=",
        threshold_example="1",
        unit="yes/no",
        from_year="start",
        name=Bilingual(nl="Jaarlijkse risicoanalyse keten", en="Yearly chain risk analysis"),
        basis="ISV; 1 when battery and raw_material both pass DDL-001",
    ),
    NormDefinition(
        id="N-OECD",
        indicator="DD-09",
        comparison=">=",
        threshold_example="per concession",
        unit="points",
        from_year="per concession",
        name=Bilingual(nl="OESO-stappen op orde", en="OECD steps in place"),
        basis="0-12 points",
    ),
    NormDefinition(
        id="N-LADDER",
        indicator="GOV-01",
        comparison=">=",
        threshold_example="per concession",
        unit="level",
        from_year="per concession",
        name=Bilingual(nl="CO2-Prestatieladder", en="CO2 Performance Ladder"),
        basis="Compared inside one version of the ladder only; else not assessable",
    ),
    NormDefinition(
        id="N-PRIMARY",
        indicator="GOV-03",
        comparison=">=",
        threshold_example="per concession",
        unit="%",
        from_year="per concession",
        name=Bilingual(nl="Primaire data in de keten", en="Primary data in the chain"),
        basis="CountEmissionsEU; path allowed",
    ),
    NormDefinition(
        id="N-ACCESS",
        indicator="SOC-11",
        comparison=">=",
        threshold_example="100",
        unit="%",
        from_year="start",
        name=Bilingual(nl="Toegankelijke voertuigen", en="Accessible vehicles"),
        basis="Wp2000 art. 32",
    ),
    NormDefinition(
        id="N-FATAL",
        indicator="SOC-04",
        comparison="<=",
        threshold_example="0",
        unit="count",
        from_year="start",
        name=Bilingual(nl="Geen dodelijke arbeidsongevallen", en="No work-related deaths"),
        basis="VSME B9",
    ),
    NormDefinition(
        id=TIMELY,
        indicator=None,
        comparison="on time",
        threshold_example="deadline",
        unit="date",
        from_year="start",
        name=Bilingual(nl="Op tijd ingediend", en="Handed in on time"),
        basis="Wp2000 art. 32(2)(c); a date on a Saturday, Sunday or Dutch holiday moves to the next working day unless the terms say otherwise; month-day in the year after the report year; offline not assessable",
    ),
)

NORM: dict[str, NormDefinition] = {known.id: known for known in NORMS}
