"""The fixed words of the letters, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.texts import Bilingual, Language
from schemas.words import DecisionOutcome


def _b(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


LETTER = _b("Brief", "Letter")
TO = _b("Aan", "To")
FROM = _b("Van", "From")
DATE = _b("Datum", "Date")
REFERENCE = _b("Kenmerk", "Reference")
ABOUT = _b("Over", "About")
ABOUT_WHAT = _b("{concession}, verslagjaar {year}", "{concession}, report year {year}")
NORMS = _b("Wat wij per norm vaststelden", "What we established for each norm")
NORM = _b("Norm", "Norm")
FIGURES = _b("Gevonden en gevraagd", "Found and asked")
MACHINE = _b("Berekening", "Calculation")
ESTABLISHED = _b("Vastgesteld, en waarom", "Established, and why")
NOT_ESTABLISHED = _b("Nog niet vastgesteld", "Not established yet")
HEARING = _b("Wat u ons vooraf zei", "What you told us before")
UNHEARD = _b("Waarom wij u niet vooraf om uw zienswijze vroegen", "Why we did not ask for your view beforehand")
DISAGREE = _b("Bent u het er niet mee eens?", "Do you disagree?")
SIGNED = _b("Namens {authority}", "On behalf of {authority}")
DECIDED_BY = _b("Besloten door", "Decided by")
WRITTEN_BY = _b("Opgesteld door", "Drawn up by")
READ_BY = _b("Als tweede gelezen en bevestigd door", "Read second and confirmed by")
STANDS_ON = _b("Waarop deze brief steunt", "What this letter stands on")
MANIFEST = _b("Het rapport zoals u het indiende, versie {number}", "The report as you handed it in, version {number}")
TERMS = _b("De voorwaarden van de concessie", "The terms of the concession")
COMPLIANCE_REPORT = _b(
    "Het nalevingsrapport bij dit besluit, in het {language}", "The compliance report with this decision, in {language}"
)
IN_LANGUAGE: Mapping[Language, Bilingual] = MappingProxyType(
    {Language.NL: _b("Nederlands", "Dutch"), Language.EN: _b("Engels", "English")}
)

TITLE: Mapping[DecisionOutcome, Bilingual] = MappingProxyType(
    {
        DecisionOutcome.ACCEPTED: _b("Wij aanvaarden uw rapport over {year}", "We accept your report on {year}"),
        DecisionOutcome.ACCEPTED_WITH_REMARKS: _b(
            "Wij aanvaarden uw rapport over {year}, met opmerkingen", "We accept your report on {year}, with remarks"
        ),
        DecisionOutcome.SENT_BACK: _b("Wij sturen uw rapport over {year} terug", "We send your report on {year} back"),
    }
)
HANDED_IN = _b(
    "U diende op {day} versie {number} in van het rapport over {year} voor {concession}. Wij hebben het beoordeeld.",
    "On {day} you handed in version {number} of the report on {year} for {concession}. We have judged it.",
)
DECISION: Mapping[DecisionOutcome, Bilingual] = MappingProxyType(
    {
        DecisionOutcome.ACCEPTED: _b(
            "Het rapport is volledig en geloofwaardig. U hoeft niets meer in te dienen.",
            "The report is complete and credible. Nothing more has to be handed in.",
        ),
        DecisionOutcome.ACCEPTED_WITH_REMARKS: _b(
            "Het rapport is aanvaard. Onze opmerkingen staan hieronder; u hoeft niets opnieuw in te dienen.",
            "The report is accepted. Our remarks are below; nothing has to be handed in again.",
        ),
        DecisionOutcome.SENT_BACK: _b(
            "Wij kunnen het zo niet aanvaarden. U verbetert het en dient het opnieuw in, uiterlijk {term}.",
            "We cannot accept it as it is. Please mend it and hand it in again, by {term}.",
        ),
    }
)
WHY: Mapping[DecisionOutcome, Bilingual] = MappingProxyType(
    {
        DecisionOutcome.ACCEPTED: _b("Waarom wij dit besluiten", "Why we decide this"),
        DecisionOutcome.ACCEPTED_WITH_REMARKS: _b("Onze opmerkingen", "Our remarks"),
        DecisionOutcome.SENT_BACK: _b("Waarom wij het terugsturen", "Why we send it back"),
    }
)
TO_DO = _b("Wat u doet", "What you do")
MEND_BY = _b(
    "Het verbeterde rapport is er uiterlijk {term}. Valt er iets tegen? Vraag dan vóór die dag uitstel.",
    "The mended report is here by {term}. Does something come between? Then ask for more time before that day.",
)
SHEETS = _b(
    "Het gaat om: {sheets}. Laat de andere bladen zoals ze zijn.",
    "It is about: {sheets}. Leave the other sheets as they are.",
)
NORMS_MISSED = _b("Normen die niet zijn gehaald", "Norms that were not met")
NOT_A_NORM_MET = _b(
    "Een rapport aanvaarden is iets anders dan een norm halen. Wordt een norm niet gehaald, dan kan daarop iets volgen; daarover krijgt u dan apart bericht.",
    "Accepting a report is not the same as meeting a norm. Where a norm is not met something may follow; you will be told of that separately.",
)
REDRESS = _b(
    "Dan kunt u bezwaar maken bij {authority}. Dat kan tot en met {day}. Schrijf op wie u bent, tegen welk besluit u bezwaar maakt en waarom, en onderteken het. Bezwaar maken stelt dit besluit niet uit.",
    "Then you can object to {authority}. You can do so until {day}. Write down who you are, which decision you object to and why, and sign it. An objection does not suspend this decision.",
)
