"""The words of the letters of a shortfall; none of them names an amount."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both
from schemas.shortfalls import StepKind
from schemas.texts import Bilingual

STEP: Mapping[StepKind, Bilingual] = MappingProxyType(
    {
        StepKind.WARNING: both("waarschuwing", "warning"),
        StepKind.PLAN: both("vraag om een verbeterplan", "request for an improvement plan"),
        StepKind.INTENTION: both("voorgenomen besluit", "intended decision"),
        StepKind.VIEW: both("zienswijze", "view"),
        StepKind.DECISION: both("besluit", "decision"),
        StepKind.OBJECTION: both("bezwaar", "objection"),
        StepKind.HEARING: both("hoorzitting", "hearing"),
        StepKind.RULING: both("beslissing op bezwaar", "ruling on an objection"),
        StepKind.APPEAL: both("beroep", "appeal"),
        StepKind.CLOSING: both("sluiting", "closing"),
    }
)
OPEN_CASE = both("Dossier openen", "Open the case")
REASON = both("De toelichting: {reason}", "The reasons: {reason}")
LETTER = both("{letter}", "{letter}")

OF_SHORTFALLS: Mapping[str, Wording] = MappingProxyType(
    {
        "shortfall_proposed": Wording(
            both("Tweede lezer gevraagd: {concession} over {year}", "Second reader asked: {concession} on {year}"),
            both(
                "U bevestigt of weigert een voorstel in dossier {case} over {year} voor {concession}: {step}.",
                "Please confirm or refuse a proposal in case {case} on {year} for {concession}: {step}.",
            ),
            (
                both(
                    "De houder weet hier nog niet van. Wat erin staat, leest u alleen in het portaal.",
                    "The holder does not know of this yet. What it says you read in the portal alone.",
                ),
            ),
            both("Voorstel lezen", "Read the proposal"),
        ),
        "shortfall_refused": Wording(
            both("Niet bevestigd: {concession} over {year}", "Not confirmed: {concession} on {year}"),
            both(
                "U leest waarom de tweede lezer uw voorstel in dossier {case} voor {concession} niet bevestigde: {step}.",
                "Please read why the second reader did not confirm your proposal in case {case} for {concession}: {step}.",
            ),
            (both("De houder weet hier niet van.", "The holder does not know of this."),),
            OPEN_CASE,
        ),
        "shortfall_answered": Wording(
            both("Nieuw in dossier {case}: {concession} over {year}", "New in case {case}: {concession} on {year}"),
            both(
                "U leest wat {by} stuurde in dossier {case} over {year} voor {concession}: {step}.",
                "Please read what {by} sent in case {case} on {year} for {concession}: {step}.",
            ),
            (),
            OPEN_CASE,
        ),
        "shortfall_warning": Wording(
            both("Waarschuwing over {year} voor {concession}", "Warning on {year} for {concession}"),
            both(
                "U herstelt uiterlijk {last_day} wat ontbreekt of niet voldeed: {by} waarschuwt u over {year} voor {concession}.",
                "Please mend by {last_day} what is missing or was not met: {by} warns you on {year} for {concession}.",
            ),
            (both("Het gaat om: {norms}.", "It is about: {norms}."), LETTER),
            OPEN_CASE,
        ),
        "shortfall_plan": Wording(
            both("Verbeterplan gevraagd voor {concession}", "Improvement plan asked for {concession}"),
            both(
                "U stuurt uiterlijk {last_day} een verbeterplan aan {by} over {year} voor {concession}.",
                "Please send {by} an improvement plan on {year} for {concession} by {last_day}.",
            ),
            (both("Het gaat om: {norms}.", "It is about: {norms}."), REASON),
            OPEN_CASE,
        ),
        "shortfall_intention": Wording(
            both("Voorgenomen besluit over {year} voor {concession}", "Intended decision on {year} for {concession}"),
            both(
                "U kunt uiterlijk {last_day} uw zienswijze geven: {by} is van plan een besluit te nemen over {year} voor {concession}.",
                "You can give your view by {last_day}: {by} intends to take a decision on {year} for {concession}.",
            ),
            (
                both("Het gaat om: {norms}.", "It is about: {norms}."),
                LETTER,
                both("U hoeft niet te reageren. Er is nog niets besloten.", "You need not answer. Nothing is decided."),
            ),
            both("Zienswijze geven", "Give your view"),
        ),
        "shortfall_decision": Wording(
            both("Besluit over {year} voor {concession}", "Decision on {year} for {concession}"),
            both(
                "U leest het besluit van {by} over {year} voor {concession}. Bezwaar maken kan uiterlijk {last_day}.",
                "Please read the decision of {by} on {year} for {concession}. You can object by {last_day}.",
            ),
            (both("Het gaat om: {norms}.", "It is about: {norms}."), LETTER),
            both("Besluit lezen", "Read the decision"),
        ),
        "shortfall_objection_noted": Wording(
            both("Uw bezwaar is ontvangen: {concession} over {year}", "Objection received: {concession} on {year}"),
            both(
                "U hoeft nu niets te doen: {by} ontving uw bezwaar over {year} voor {concession}.",
                "Nothing is asked of you now: {by} received your objection on {year} for {concession}.",
            ),
            (both("U hoort wanneer de hoorzitting is.", "You will hear when the hearing is."),),
            OPEN_CASE,
        ),
        "shortfall_appeal_noted": Wording(
            both("Uw beroep is vastgelegd: {concession} over {year}", "Appeal recorded: {concession} on {year}"),
            both(
                "U hoeft nu niets te doen: {by} legde vast dat u over {year} voor {concession} in beroep ging.",
                "Nothing is asked of you now: {by} recorded that you appealed on {year} for {concession}.",
            ),
            (
                both(
                    "De rechtbank doet uitspraak. Tot dan staat het besluit niet vast.",
                    "The court will rule. Until then the decision is not final.",
                ),
            ),
            OPEN_CASE,
        ),
        "shortfall_hearing": Wording(
            both("Hoorzitting over uw bezwaar: {concession}", "Hearing on your objection: {concession}"),
            both(
                "U kunt uw bezwaar over {year} voor {concession} toelichten in een hoorzitting op {day}.",
                "You can explain your objection on {year} for {concession} at a hearing on {day}.",
            ),
            (REASON,),
            OPEN_CASE,
        ),
        "shortfall_ruling": Wording(
            both("Beslissing op uw bezwaar: {concession} over {year}", "Ruling on your objection: {concession}"),
            both(
                "U leest de beslissing van {by} op uw bezwaar over {year} voor {concession}.",
                "Please read the ruling of {by} on your objection on {year} for {concession}.",
            ),
            (LETTER,),
            both("Beslissing lezen", "Read the ruling"),
        ),
        "shortfall_closing": Wording(
            both("Dossier {case} gesloten: {concession} over {year}", "Case {case} closed: {concession} on {year}"),
            both(
                "U hoeft niets te doen: {by} sloot dossier {case} over {year} voor {concession}.",
                "Nothing is asked of you: {by} closed case {case} on {year} for {concession}.",
            ),
            (REASON,),
            OPEN_CASE,
        ),
    }
)
