"""The sentences that can be read aloud, and the findings above the charts."""

from __future__ import annotations

from datetime import date

from schemas.judgement import Outcome
from schemas.texts import Language
from schemas.words import DecisionOutcome, Edition
from tests.unit.workers.publish.contents import a_decision, a_norm, a_report, an_indicator, established
from workers.publish import told
from workers.publish.content import DecisionMade
from workers.publish.sentences import three_sentences

NL, EN = Language.NL, Language.EN


def test_a_rehearsal_says_that_nobody_has_judged_it():
    sentences = three_sentences(a_report(), NL)

    assert sentences == (
        "Volgens de berekening voldeed Denkbeeldig Vervoer B.V. in de concessie Voorbeeld-Oost in 2026 aan 1 van de 1 normen die te beoordelen zijn.",
        "85 procent van de bussen rijdt zonder uitstoot en elke kilometer die een reiziger aflegt, kost 13 gram CO2e, 13 procent minder dan in 2025.",
        "Dit is een proef: het rapport is niet ingediend en de provincie heeft het niet beoordeeld.",
    )


def test_what_a_person_established_counts_for_the_first_sentence():
    norms = (
        a_norm(established=established(Outcome.DOES_NOT_MEET, "Te laat.")),
        a_norm("N-SROI", Outcome.NOT_ASSESSABLE),
        a_norm("N-CHAIN"),
    )

    first, _, last = three_sentences(a_report(edition=Edition.DECIDED, norms=norms, decision=a_decision()), EN)

    assert first.endswith("met 1 of the 2 norms that can be assessed; 1 norm cannot be assessed yet.")
    assert last == (
        "The province accepted the report with remarks on 12 June 2027 and departed from the calculation on 1 norm, with a reason."
    )


def test_a_provisional_report_waits_for_the_province():
    assert three_sentences(a_report(edition=Edition.PROVISIONAL), NL)[2] == (
        "Het rapport is ingediend; de provincie moet het nog beoordelen."
    )


def test_a_report_that_was_sent_back_says_so():
    back = DecisionMade(
        outcome=DecisionOutcome.SENT_BACK, reason="Onvolledig.", by="P. Bakker", on=date(2027, 6, 12), term=None
    )

    assert three_sentences(a_report(edition=Edition.DECIDED, decision=back), NL)[2] == (
        "De provincie heeft het rapport op 12 juni 2027 teruggestuurd."
    )


def test_without_an_earlier_year_nothing_is_compared():
    alone = a_report(previous=(), previous_year=None)

    assert told.climate(alone, NL) == "Per reizigerskilometer 13 gram CO2e"


def test_what_cannot_be_assessed_is_not_told_as_a_figure():
    unknown = a_report(indicators=(an_indicator("AIR-01", None, unit="kg"),))

    assert told.air(unknown, NL) == "NOx-uitstoot bussen: niet te beoordelen"
