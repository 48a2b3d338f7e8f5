"""What the figures say: the titles of the charts."""

from __future__ import annotations

from decimal import Decimal

from schemas.indicators import INDICATOR
from schemas.report.code_lists import Carrier
from schemas.texts import Bilingual, Language
from workers.publish.amounts import amount, written
from workers.publish.content import NormRow, ReportContent
from workers.publish.energy_content import megajoules

# A change smaller than this is told as: the same.
SAME = Decimal("0.5")


def said_in(nl: str, en: str, language: Language, **values: object) -> str:
    """A sentence in the reader's language, with values filled in."""
    return Bilingual(nl=nl, en=en).in_(language).format(**values).replace(" %", "\u00a0%")


def fleet(content: ReportContent, language: Language) -> str:
    """How much of the fleet runs without emission."""
    share = content.value("FLT-02")
    if share is None:
        return _not_assessable("FLT-02", language)
    before, target = content.earlier("FLT-02"), _target(content.norm("N-ZE-FLEET"), content.year)
    said = said_in(
        "{share} % van de bussen rijdt zonder uitstoot",
        "{share} % of the buses run without emission",
        language,
        share=amount(share, language),
    )
    if before is not None:
        said += said_in(
            " ({year}: {before} %)",
            " ({year}: {before} %)",
            language,
            year=content.previous_year,
            before=amount(before, language),
        )
    if target is not None:
        said += said_in(
            "; in {year} moet dat {goal} % zijn",
            "; by {year} it must be {goal} %",
            language,
            year=target[0],
            goal=amount(target[1], language),
        )
    return said


def energy(content: ReportContent, language: Language) -> str:
    """Which energy carries most of the driving."""
    used = megajoules(content.indicators, content.factors)
    whole = sum(used.values(), Decimal(0))
    if not whole:
        return said_in(
            "De energie in voertuigen is niet te beoordelen", "The energy in vehicles is not assessable", language
        )
    carrier, most = max(used.items(), key=lambda item: item[1])
    said = said_in(
        "{carrier} levert {share} % van de energie in de bussen",
        "{carrier} provides {share} % of the energy in the buses",
        language,
        carrier=Carrier(carrier).label.in_(language),
        share=amount(most / whole * 100, language),
    )
    proven = content.value("ENE-07")
    if proven is None:
        return said
    return said + said_in(
        "; van de tractie-energie is {share} % bewezen hernieuwbaar",
        "; {share} % of the traction energy is proven renewable",
        language,
        share=amount(proven, language),
    )


def climate(content: ReportContent, language: Language) -> str:
    """What a passenger-kilometre costs in greenhouse gas."""
    now = content.value("GHG-05")
    if now is None:
        return _not_assessable("GHG-05", language)
    said = said_in(
        "Per reizigerskilometer {grams} gram CO2e",
        "{grams} grams of CO2e per passenger-kilometre",
        language,
        grams=amount(now, language),
    )
    return said + compared(now, content.earlier("GHG-05"), content.previous_year, language)


def air(content: ReportContent, language: Language) -> str:
    """How much nitrogen oxides came out of the tailpipes."""
    now = content.value("AIR-01")
    if now is None:
        return _not_assessable("AIR-01", language)
    said = said_in(
        "De bussen stootten {kg} kilo stikstofoxiden uit",
        "The buses emitted {kg} kilos of nitrogen oxides",
        language,
        kg=amount(now, language),
    )
    return said + compared(now, content.earlier("AIR-01"), content.previous_year, language)


def people(content: ReportContent, language: Language) -> str:
    """How many work there, and how safely."""
    staff, accidents, leave = (content.value(indicator) for indicator in ("SOC-01", "SOC-03", "SOC-02"))
    if staff is None:
        return _not_assessable("SOC-01", language)
    said = said_in("{n} werknemers", "{n} employees", language, n=amount(staff, language))
    if accidents is not None:
        accident = (
            ("arbeidsongeval", "accident at work") if accidents == 1 else ("arbeidsongevallen", "accidents at work")
        )
        said += f", {amount(accidents, language)} {said_in(*accident, language)}"
    if leave is None:
        return said
    return said + said_in(
        ", {share} % ziekteverzuim", ", {share} % sick leave", language, share=amount(leave, language)
    )


def chain(content: ReportContent, language: Language) -> str:
    """How far the chain is known, and how much of its figures come from the suppliers themselves."""
    mapped, primary = content.value("DD-01"), content.value("GOV-03")
    if mapped is None:
        return _not_assessable("DD-01", language)
    said = said_in(
        "De keten is voor {share} % in kaart",
        "{share} % of the chain is mapped",
        language,
        share=amount(mapped, language),
    )
    if primary is None:
        return said
    return said + said_in(
        "; {share} % van de ketencijfers komt van de leverancier zelf",
        "; {share} % of the chain's figures come from the suppliers themselves",
        language,
        share=amount(primary, language),
    )


def compared(now: Decimal, before: Decimal | None, year: int | None, language: Language, *, unit: str = "%") -> str:
    """, 12 % minder dan in 2025; nothing where there is no earlier year."""
    if before is None or not before:
        return ""
    change = (now - before) / before * 100
    if abs(change) < SAME:
        return said_in(", ongeveer evenveel als in {year}", ", about the same as in {year}", language, year=year)
    nl, en = ("meer", "more") if change > 0 else ("minder", "less")
    return said_in(
        f", {{percent}} {{unit}} {nl} dan in {{year}}",
        f", {{percent}} {{unit}} {en} than in {{year}}",
        language,
        percent=written(abs(change), 0 if abs(change) >= 10 else 1, language),
        unit=unit,
        year=year,
    )


def _target(norm: NormRow | None, year: int) -> tuple[int, Decimal] | None:
    """The last step of a norm's path that lies ahead."""
    ahead = [step for step in norm.path if step.year > year] if norm else []
    return (ahead[-1].year, ahead[-1].value) if ahead else None


def _not_assessable(indicator: str, language: Language) -> str:
    name = INDICATOR[indicator].name.in_(language)
    return said_in("{name}: niet te beoordelen", "{name}: not assessable", language, name=name)
