"""The fixed words of the letters of a shortfall, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.shortfall_subjects import Matter
from schemas.shortfalls import Ruling, StepKind
from schemas.texts import Bilingual


def _b(nl: str, en: str) -> Bilingual:
    return Bilingual(nl=nl, en=en)


FILE: Mapping[StepKind, Bilingual] = MappingProxyType(
    {
        StepKind.WARNING: _b("waarschuwing", "warning"),
        StepKind.INTENTION: _b("voornemen", "intention"),
        StepKind.DECISION: _b("besluit", "decision"),
        StepKind.RULING: _b("beslissing-op-bezwaar", "ruling"),
    }
)
TITLE: Mapping[StepKind, Bilingual] = MappingProxyType(
    {
        StepKind.WARNING: _b(
            "Waarschuwing: een norm over {year} is niet gehaald", "Warning: a norm of {year} was not met"
        ),
        StepKind.INTENTION: _b("Voorgenomen besluit over {year}", "Intended decision on {year}"),
        StepKind.DECISION: _b("Besluit over {year}", "Decision on {year}"),
        StepKind.RULING: _b(
            "Beslissing op uw bezwaar tegen het besluit over {year}",
            "Ruling on your objection to the decision on {year}",
        ),
    }
)
OPENING: Mapping[StepKind, tuple[Bilingual, ...]] = MappingProxyType(
    {
        StepKind.WARNING: (
            _b(
                "Over {year} voldeed {concession} niet aan: {norms}.",
                "In {year} {concession} did not meet: {norms}.",
            ),
            _b(
                "U herstelt dit uiterlijk {day}. Doet u dat niet, dan kan de provincie een besluit nemen dat u raakt.",
                "Please mend this by {day}. If you do not, the province may take a decision that affects you.",
            ),
        ),
        StepKind.INTENTION: (
            _b(
                "Over {year} voldeed {concession} niet aan: {norms}. Wij zijn van plan daarover te besluiten.",
                "In {year} {concession} did not meet: {norms}. We intend to decide on that.",
            ),
            _b(
                "Er is nog niets besloten. U kunt tot en met {day} uw zienswijze geven.",
                "Nothing is decided yet. You can give your view until {day}.",
            ),
        ),
        StepKind.DECISION: (
            _b(
                "Over {year} voldeed {concession} niet aan: {norms}. Wij hebben daarover besloten.",
                "In {year} {concession} did not meet: {norms}. We have decided on that.",
            ),
        ),
    }
)
# Of a report that was not handed in, or not again: what each letter begins with, and how it goes on.
WHAT_IS_MISSING: Mapping[Matter, Bilingual] = MappingProxyType(
    {
        Matter.NOT_HANDED_IN: _b("het rapport", "the report"),
        Matter.NOT_CORRECTED: _b("het verbeterde rapport", "the corrected report"),
    }
)
TITLE_MISSING = _b("Waarschuwing: {what} over {year} is niet ingediend", "Warning: {what} on {year} was not handed in")
MISSING = _b(
    "Op {missing_on} hadden wij het rapport van {concession} over {year} niet ontvangen. Het moest er uiterlijk {due} zijn.",
    "On {missing_on} we had not received the report of {concession} on {year}. It was due by {due}.",
)
SENT_BACK_AND_MISSING = _b(
    "Op {back_on} stuurden wij het rapport van {concession} over {year} terug. Het verbeterde rapport moest er uiterlijk {due} "
    "zijn. Op {missing_on} hadden wij het niet ontvangen.",
    "On {back_on} we sent back the report of {concession} on {year}. The corrected report was due by {due}. "
    "On {missing_on} we had not received it.",
)
FAILED_AND_MISSING = _b(
    "U diende het rapport van {concession} over {year} in onder voorbehoud van de controle. Op {back_on} kwam het bij u terug. "
    "Het verbeterde rapport moest er uiterlijk {due} zijn. Op {missing_on} hadden wij het niet ontvangen.",
    "You handed in the report of {concession} on {year} under reservation of its check. On {back_on} it came back to you. "
    "The corrected report was due by {due}. On {missing_on} we had not received it.",
)
CAME_LATE = _b("Op {came_on} diende u het alsnog in.", "On {came_on} you handed it in after all.")
OPENING_MISSING: Mapping[StepKind, tuple[Bilingual, ...]] = MappingProxyType(
    {
        StepKind.WARNING: (
            _b(
                "U dient het alsnog in, uiterlijk {day}. Doet u dat niet, dan kan de provincie een besluit nemen dat u raakt.",
                "Please hand it in by {day}. If you do not, the province may take a decision that affects you.",
            ),
        ),
        StepKind.INTENTION: (
            _b(
                "Wij zijn van plan daarover te besluiten. Er is nog niets besloten. U kunt tot en met {day} uw zienswijze geven.",
                "We intend to decide on that. Nothing is decided yet. You can give your view until {day}.",
            ),
        ),
        StepKind.DECISION: (_b("Wij hebben daarover besloten.", "We have decided on that."),),
    }
)
RULED: Mapping[Ruling, Bilingual] = MappingProxyType(
    {
        Ruling.UPHELD: _b(
            "Uw bezwaar is gegrond. Het besluit over {norms} in {year} vervalt.",
            "Your objection is upheld. The decision on {norms} in {year} lapses.",
        ),
        Ruling.PARTLY: _b(
            "Uw bezwaar is deels gegrond. Het besluit over {norms} in {year} verandert.",
            "Your objection is partly upheld. The decision on {norms} in {year} changes.",
        ),
        Ruling.REJECTED: _b(
            "Uw bezwaar is ongegrond. Het besluit over {norms} in {year} blijft zoals het was.",
            "Your objection is rejected. The decision on {norms} in {year} stays as it was.",
        ),
    }
)
RULED_MISSING: Mapping[Ruling, Bilingual] = MappingProxyType(
    {
        Ruling.UPHELD: _b(
            "Uw bezwaar is gegrond. Het besluit over het indienen van {what} over {year} vervalt.",
            "Your objection is upheld. The decision on handing in {what} on {year} lapses.",
        ),
        Ruling.PARTLY: _b(
            "Uw bezwaar is deels gegrond. Het besluit over het indienen van {what} over {year} verandert.",
            "Your objection is partly upheld. The decision on handing in {what} on {year} changes.",
        ),
        Ruling.REJECTED: _b(
            "Uw bezwaar is ongegrond. Het besluit over het indienen van {what} over {year} blijft zoals het was.",
            "Your objection is rejected. The decision on handing in {what} on {year} stays as it was.",
        ),
    }
)
WHAT_FOLLOWS: Mapping[StepKind, Bilingual] = MappingProxyType(
    {
        StepKind.WARNING: _b("Wat erop volgt", "What follows"),
        StepKind.INTENTION: _b("Wat wij van plan zijn", "What we intend"),
        StepKind.DECISION: _b("Wat wij besluiten", "What we decide"),
        StepKind.RULING: _b("Wat er overblijft", "What is left"),
    }
)
CONSEQUENCE = _b("{name} ({article}).", "{name} ({article}).")
AMOUNT: Mapping[StepKind, Bilingual] = MappingProxyType(
    {
        StepKind.INTENTION: _b("Het bedrag is dan {amount}.", "The amount would be {amount}."),
        StepKind.DECISION: _b("Het bedrag is {amount}.", "The amount is {amount}."),
        StepKind.RULING: _b("Het bedrag is nu {amount}.", "The amount is now {amount}."),
    }
)
WHY = _b("Waarom", "Why")
GIVE_VIEW = _b(
    "U kunt tot en met {day} uw zienswijze geven, in het portaal of per brief. U hoeft niet te reageren. Daarna besluiten wij.",
    "You can give your view until {day}, in the portal or by letter. You need not answer. We decide after that.",
)
APPEAL = _b(
    "Dan kunt u in beroep gaan bij de rechtbank. Dat kan tot en met {day}. In beroep gaan stelt het besluit niet uit.",
    "Then you can appeal to the court. You can do so until {day}. An appeal does not suspend the decision.",
)
