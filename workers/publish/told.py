"""What the figures say, in sentences: the titles of the charts and the three sentences of the cover."""

from __future__ import annotations

from decimal import Decimal

from schemas.indicators import INDICATOR
from schemas.judgement import Outcome
from schemas.report.code_lists import Carrier
from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome, Edition
from workers.domain.rendering import day
from workers.publish.amounts import amount, written
from workers.publish.content import NormRow, ReportContent
from workers.publish.energy_content import megajoules

# A change smaller than this is told as: the same.
SAME = Decimal("0.5")


def _said(nl: str, en: str, language: Language, **values: object) -> str:
    return Bilingual(nl=nl, en=en).in_(language).format(**values)


def fleet(content: ReportContent, language: Language) -> str:
    """How much of the fleet runs without emission."""
    share = content.value("FLT-02")
    if share is None:
        return _not_assessable("FLT-02", language)
    before, target = content.earlier("FLT-02"), _target(content.norm("N-ZE-FLEET"), content.year)
    said = _said(
        "{share} % van de bussen rijdt zonder uitstoot",
        "{share} % of the buses run without emission",
        language,
        share=amount(share, language),
    )
    if before is not None:
        said += _said(
            " ({year}: {before} %)",
            " ({year}: {before} %)",
            language,
            year=content.previous_year,
            before=amount(before, language),
        )
    if target is not None:
        said += _said(
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
        return _said(
            "De energie in voertuigen is niet te beoordelen", "The energy in vehicles is not assessable", language
        )
    carrier, most = max(used.items(), key=lambda item: item[1])
    said = _said(
        "{carrier} levert {share} % van de energie in de bussen",
        "{carrier} provides {share} % of the energy in the buses",
        language,
        carrier=Carrier(carrier).label.in_(language),
        share=amount(most / whole * 100, language),
    )
    proven = content.value("ENE-07")
    if proven is None:
        return said
    return said + _said(
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
    said = _said(
        "Per reizigerskilometer {grams} gram CO2e",
        "{grams} grams of CO2e per passenger-kilometre",
        language,
        grams=amount(now, language),
    )
    return said + _compared(now, content.earlier("GHG-05"), content.previous_year, language)


def air(content: ReportContent, language: Language) -> str:
    """How much nitrogen oxides came out of the tailpipes."""
    now = content.value("AIR-01")
    if now is None:
        return _not_assessable("AIR-01", language)
    said = _said(
        "De bussen stootten {kg} kilo stikstofoxiden uit",
        "The buses emitted {kg} kilos of nitrogen oxides",
        language,
        kg=amount(now, language),
    )
    return said + _compared(now, content.earlier("AIR-01"), content.previous_year, language)


def people(content: ReportContent, language: Language) -> str:
    """How many work there, and how safely."""
    staff, accidents, leave = (content.value(indicator) for indicator in ("SOC-01", "SOC-03", "SOC-02"))
    if staff is None:
        return _not_assessable("SOC-01", language)
    said = _said("{n} werknemers", "{n} employees", language, n=amount(staff, language))
    if accidents is not None:
        accident = (
            ("arbeidsongeval", "accident at work") if accidents == 1 else ("arbeidsongevallen", "accidents at work")
        )
        said += f", {amount(accidents, language)} {_said(*accident, language)}"
    if leave is None:
        return said
    return said + _said(", {share} % ziekteverzuim", ", {share} % sick leave", language, share=amount(leave, language))


def chain(content: ReportContent, language: Language) -> str:
    """How far the chain is known, and how much of its figures comes from the suppliers themselves."""
    mapped, primary = content.value("DD-01"), content.value("GOV-03")
    if mapped is None:
        return _not_assessable("DD-01", language)
    said = _said(
        "De keten is voor {share} % in kaart",
        "{share} % of the chain is mapped",
        language,
        share=amount(mapped, language),
    )
    if primary is None:
        return said
    return said + _said(
        "; {share} % van de ketencijfers komt van de leverancier zelf",
        "; {share} % of the chain's figures comes from the suppliers themselves",
        language,
        share=amount(primary, language),
    )


def three_sentences(content: ReportContent, language: Language) -> tuple[str, str, str]:
    """What a deputy can read aloud: the norms, the figures, and where it stands."""
    return _norms(content, language), _figures(content, language), _standing(content, language)


def _norms(content: ReportContent, language: Language) -> str:
    who = _said(
        "{holder} in de concessie {name}",
        "{holder} in the concession {name}",
        language,
        holder=content.holder,
        name=content.concession_name,
    )
    if not content.norms:
        return _said(
            "Dit rapport gaat over {who} in {year}.",
            "This report is about {who} in {year}.",
            language,
            who=who,
            year=content.year,
        )
    judged = content.outcomes(Outcome.MEETS) + content.outcomes(Outcome.DOES_NOT_MEET)
    said = _said(
        "In {year} voldeed {who} aan {met} van de {judged} normen die te beoordelen zijn",
        "In {year} {who} met {met} of the {judged} norms that can be assessed",
        language,
        year=content.year,
        who=who,
        met=content.outcomes(Outcome.MEETS),
        judged=judged,
    )
    return said + _open_norms(content.outcomes(Outcome.NOT_ASSESSABLE), language)


def _open_norms(number: int, language: Language) -> str:
    if not number:
        return "."
    if number == 1:
        return _said("; 1 norm is nog niet te beoordelen.", "; 1 norm cannot be assessed yet.", language)
    return _said("; {n} normen zijn nog niet te beoordelen.", "; {n} norms cannot be assessed yet.", language, n=number)


def _figures(content: ReportContent, language: Language) -> str:
    share, grams = content.value("FLT-02"), content.value("GHG-05")
    if share is None and grams is None:
        return _said(
            "De cijfers over bussen en uitstoot zijn niet te beoordelen.",
            "The figures on buses and emissions cannot be assessed.",
            language,
        )
    told = [
        *([_fleet_in_short(share, language)] if share is not None else []),
        *([_climate_in_short(content, grams, language)] if grams is not None else []),
    ]
    both = f" {_said('en', 'and', language)} ".join(told)
    return f"{both[0].upper()}{both[1:]}."


def _fleet_in_short(share: Decimal, language: Language) -> str:
    return _said(
        "{share} procent van de bussen rijdt zonder uitstoot",
        "{share} per cent of the buses run without emission",
        language,
        share=amount(share, language),
    )


def _climate_in_short(content: ReportContent, grams: Decimal, language: Language) -> str:
    said = _said(
        "elke kilometer die een reiziger aflegt, kost {grams} gram CO2e",
        "every kilometre that a passenger travels costs {grams} grams of CO2e",
        language,
        grams=amount(grams, language),
    )
    return said + _compared(
        grams, content.earlier("GHG-05"), content.previous_year, language, unit=_said("procent", "per cent", language)
    )


def _standing(content: ReportContent, language: Language) -> str:
    if content.edition is Edition.DRAFT:
        return _said(
            "Dit is een proef: het rapport is niet ingediend en de provincie heeft het niet beoordeeld.",
            "This is a rehearsal: the report has not been handed in and the province has not judged it.",
            language,
        )
    if content.decision is None or content.edition is Edition.PROVISIONAL:
        return _said(
            "Het rapport is ingediend; de provincie moet het nog beoordelen.",
            "The report has been handed in; the province has yet to judge it.",
            language,
        )
    return _decided(content, language)


def _decided(content: ReportContent, language: Language) -> str:
    decision = content.decision
    assert decision is not None
    nl, en = _DECIDED[decision.outcome]
    departures = sum(row.departs for row in content.norms)
    said = _said(nl, en, language, day=day(decision.on, language))
    if not departures:
        return f"{said}."
    if departures == 1:
        return said + _said(
            " en week bij 1 norm met reden van de berekening af.",
            " and departed from the calculation on 1 norm, with a reason.",
            language,
        )
    return said + _said(
        " en week bij {n} normen met reden van de berekening af.",
        " and departed from the calculation on {n} norms, with reasons.",
        language,
        n=departures,
    )


_DECIDED = {
    DecisionOutcome.ACCEPTED: (
        "De provincie heeft het rapport op {day} aanvaard",
        "The province accepted the report on {day}",
    ),
    DecisionOutcome.ACCEPTED_WITH_REMARKS: (
        "De provincie heeft het rapport op {day} met opmerkingen aanvaard",
        "The province accepted the report with remarks on {day}",
    ),
    DecisionOutcome.SENT_BACK: (
        "De provincie heeft het rapport op {day} teruggestuurd",
        "The province sent the report back on {day}",
    ),
}


def _compared(now: Decimal, before: Decimal | None, year: int | None, language: Language, *, unit: str = "%") -> str:
    """, 12 % minder dan in 2025; nothing where there is no earlier year."""
    if before is None or not before:
        return ""
    change = (now - before) / before * 100
    if abs(change) < SAME:
        return _said(", ongeveer evenveel als in {year}", ", about the same as in {year}", language, year=year)
    nl, en = ("meer", "more") if change > 0 else ("minder", "less")
    return _said(
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
    return _said("{name}: niet te beoordelen", "{name}: not assessable", language, name=name)
