"""Three sentences that a deputy can read aloud: the norms, the figures, and where the report stands."""

from __future__ import annotations

from decimal import Decimal

from schemas.judgement import Outcome
from schemas.texts import Language
from schemas.words import DecisionOutcome, Edition
from workers.domain.rendering import day
from workers.publish.amounts import amount
from workers.publish.content import ReportContent
from workers.publish.told import compared, said_in


def three_sentences(content: ReportContent, language: Language) -> tuple[str, str, str]:
    """What a deputy can read aloud: the norms, the figures, and where it stands."""
    return _norms(content, language), _figures(content, language), _standing(content, language)


def _norms(content: ReportContent, language: Language) -> str:
    who = said_in(
        "{holder} in de concessie {name}",
        "{holder} in the concession {name}",
        language,
        holder=content.holder,
        name=content.concession_name,
    )
    if not content.norms:
        return said_in(
            "Dit rapport gaat over {who} in {year}.",
            "This report is about {who} in {year}.",
            language,
            who=who,
            year=content.year,
        )
    judged = content.outcomes(Outcome.MEETS) + content.outcomes(Outcome.DOES_NOT_MEET)
    nl, en = _DECIDED_NORMS if content.edition is Edition.DECIDED else _RECKONED_NORMS
    said = said_in(nl, en, language, year=content.year, who=who, met=content.outcomes(Outcome.MEETS), judged=judged)
    return said + _open_norms(content.outcomes(Outcome.NOT_ASSESSABLE), language)


_DECIDED_NORMS = (
    "In {year} voldeed {who} aan {met} van de {judged} normen die te beoordelen zijn",
    "In {year} {who} met {met} of the {judged} norms that can be assessed",
)
_RECKONED_NORMS = (
    "Volgens de berekening voldeed {who} in {year} aan {met} van de {judged} normen die te beoordelen zijn",
    "By the calculation {who} met {met} of the {judged} norms that can be assessed in {year}",
)


def _open_norms(number: int, language: Language) -> str:
    if not number:
        return "."
    if number == 1:
        return said_in("; 1 norm is nog niet te beoordelen.", "; 1 norm cannot be assessed yet.", language)
    return said_in(
        "; {n} normen zijn nog niet te beoordelen.", "; {n} norms cannot be assessed yet.", language, n=number
    )


def _figures(content: ReportContent, language: Language) -> str:
    share, grams = content.value("FLT-02"), content.value("GHG-05")
    if share is None and grams is None:
        return said_in(
            "De cijfers over bussen en uitstoot zijn niet te beoordelen.",
            "The figures on buses and emissions cannot be assessed.",
            language,
        )
    told = [
        *([_fleet_in_short(share, language)] if share is not None else []),
        *([_climate_in_short(content, grams, language)] if grams is not None else []),
    ]
    both = f" {said_in('en', 'and', language)} ".join(told)
    return f"{both[0].upper()}{both[1:]}."


def _fleet_in_short(share: Decimal, language: Language) -> str:
    return said_in(
        "{share} procent van de bussen rijdt zonder uitstoot",
        "{share} per cent of the buses run without emission",
        language,
        share=amount(share, language),
    )


def _climate_in_short(content: ReportContent, grams: Decimal, language: Language) -> str:
    said = said_in(
        "elke kilometer die een reiziger aflegt, kost {grams} gram CO2e",
        "every kilometre that a passenger travels costs {grams} grams of CO2e",
        language,
        grams=amount(grams, language),
    )
    return said + compared(
        grams, content.earlier("GHG-05"), content.previous_year, language, unit=said_in("procent", "per cent", language)
    )


def _standing(content: ReportContent, language: Language) -> str:
    if content.edition is Edition.DRAFT:
        return said_in(
            "Dit is een proef: het rapport is niet ingediend en de provincie heeft het niet beoordeeld.",
            "This is a rehearsal: the report has not been handed in and the province has not judged it.",
            language,
        )
    if content.decision is None or content.edition is Edition.PROVISIONAL:
        return said_in(
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
    said = said_in(nl, en, language, day=day(decision.on, language))
    if not departures:
        return f"{said}."
    if departures == 1:
        return said + said_in(
            " en week bij 1 norm met reden van de berekening af.",
            " and departed from the calculation on 1 norm, with a reason.",
            language,
        )
    return said + said_in(
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
