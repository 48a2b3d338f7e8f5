"""What a rule rests on, in words: the catalogue names its basis shortly, as the contract does; a reader wants to know what that is."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.texts import Bilingual


def _b(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


BASES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "Rapportageformaat / reporting format": _b(
            "De afgesproken vorm van het rapport", "The agreed form of the report"
        ),
        "integrity": _b("Het rapport moet met zichzelf kloppen", "The report has to agree with itself"),
        "concession": _b("De voorwaarden van de concessie", "The terms of the concession"),
        "MIPOV, fleet": _b(
            "Modelinformatieprofiel Openbaar Vervoer (MIPOV), wagenpark",
            "Dutch information profile for public transport (MIPOV), fleet",
        ),
        "MIPOV, supply": _b(
            "Modelinformatieprofiel Openbaar Vervoer (MIPOV), aanbod",
            "Dutch information profile for public transport (MIPOV), supply",
        ),
        "MIPOV usage": _b(
            "Modelinformatieprofiel Openbaar Vervoer (MIPOV), gebruik",
            "Dutch information profile for public transport (MIPOV), usage",
        ),
        "BAZEB, goal 1": _b(
            "Bestuursakkoord Zero Emissie Bus (BAZEB), doel 1", "Dutch agreement on zero-emission buses (BAZEB), goal 1"
        ),
        "RDW": _b("De kentekens van de RDW", "The licence plates of the Dutch vehicle register (RDW)"),
        "EU 2023/1542": _b(
            "Europese verordening over batterijen (2023/1542)", "European regulation on batteries (2023/1542)"
        ),
        "EU 2026/1560": _b(
            "Europese regels voor vragen aan kleine bedrijven (2026/1560)",
            "European rules on asking small firms (2026/1560)",
        ),
        "ISO 14083": _b("ISO 14083: uitstoot van vervoer berekenen", "ISO 14083: reckoning the emissions of transport"),
        "CountEmissionsEU": _b(
            "CountEmissionsEU: Europese regels voor uitstoot van vervoer",
            "CountEmissionsEU: European rules on the emissions of transport",
        ),
        "GHG Protocol": _b(
            "GHG Protocol: uitstoot in de keten berekenen", "GHG Protocol: reckoning the emissions of the chain"
        ),
        "CROW": _b("Landelijke cijfers van CROW", "National figures of CROW"),
        "CBS practice": _b(
            "Wat zonnepanelen in Nederland opbrengen (CBS)", "What solar panels yield in the Netherlands (CBS)"
        ),
        "CBS; sector": _b("Cijfers van CBS en van de sector", "Figures of CBS and of the sector"),
        "factor list": _b("De landelijke lijst met emissiefactoren", "The national list of emission factors"),
        "ViriCiti 2020, with margin": _b(
            "Metingen aan elektrische bussen in Nederland (2020), met marge",
            "Measurements of electric buses in the Netherlands (2020), with a margin",
        ),
        "COPERT": _b("Europees rekenmodel voor wegverkeer (COPERT)", "European model for road traffic (COPERT)"),
        "JIVE; COPERT": _b(
            "Europese proeven met waterstofbussen (JIVE), en het rekenmodel COPERT",
            "European trials with hydrogen buses (JIVE), and the model COPERT",
        ),
        "statistics": _b("Vergelijking met de bus zelf", "Comparison with the bus itself"),
        "trend": _b("Vergelijking met vorig jaar", "Comparison with last year"),
        "order of magnitude only": _b("Alleen de orde van grootte", "The order of magnitude only"),
        "GvO": _b("Garanties van oorsprong (GvO)", "Guarantees of origin (GvO)"),
        "building-block method": _b("De bouwblokken voor social return", "The building blocks of social return"),
        "AVG": _b("Privacywet (AVG)", "Privacy law (GDPR)"),
        "KvK": _b("Het handelsregister (KvK)", "The Dutch trade register (KvK)"),
        "ISO 3166-1": _b("ISO 3166-1: codes van landen", "ISO 3166-1: country codes"),
        "ISV": _b("Internationale sociale voorwaarden (ISV)", "International social conditions (ISV)"),
        "ISV; OECD step 2": _b(
            "Internationale sociale voorwaarden (ISV), en stap 2 van de OESO: risico's vinden",
            "International social conditions (ISV), and step 2 of the OECD: find the risks",
        ),
        "OECD": _b("De zes stappen van de OESO", "The six steps of the OECD"),
        "OECD step 2": _b("Stap 2 van de OESO: risico's vinden", "Step 2 of the OECD: find the risks"),
        "OECD step 6": _b("Stap 6 van de OESO: herstel", "Step 6 of the OECD: remedy"),
        "VSME B7": _b(
            "Europese standaard voor kleinere bedrijven (VSME), B7: grondstoffen en afval",
            "European standard for smaller firms (VSME), B7: resources and waste",
        ),
        "VSME B8": _b(
            "Europese standaard voor kleinere bedrijven (VSME), B8: personeel",
            "European standard for smaller firms (VSME), B8: workforce",
        ),
        "VSME B9": _b(
            "Europese standaard voor kleinere bedrijven (VSME), B9: veilig en gezond werk",
            "European standard for smaller firms (VSME), B9: health and safety",
        ),
        "VSME B10": _b(
            "Europese standaard voor kleinere bedrijven (VSME), B10: loon en opleiding",
            "European standard for smaller firms (VSME), B10: pay and training",
        ),
    }
)


def basis_in_words(basis: str) -> Bilingual:
    """What a basis is; one that is not known here is told as it is named."""
    return BASES.get(basis, Bilingual(nl=basis, en=basis))
