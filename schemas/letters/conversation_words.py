"""The words of the letters of the conversation: questions, a view before a decision, more time, and more that is opened."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

OF_THE_CONVERSATION: Mapping[str, Wording] = MappingProxyType(
    {
        "question_asked": Wording(
            both("Vraag over rapport {year} voor {concession}", "Question on the {year} report for {concession}"),
            both(
                "U beantwoordt een vraag van {by} over het rapport over {year} voor {concession}{by_when}.",
                "Please answer a question from {by} on the {year} report for {concession}{by_when}.",
            ),
            (both("Het gaat om: {place}.", "It is about: {place}."), both("De vraag: {text}", "The question: {text}")),
            both("Vraag beantwoorden", "Answer the question"),
        ),
        "question_answered": Wording(
            both("Antwoord over rapport {year} voor {concession}", "Answer on the {year} report for {concession}"),
            both(
                "U leest het antwoord van {by} op een vraag over het rapport over {year} voor {concession}, en vraagt door of sluit het gesprek.",
                "Please read the answer from {by} to a question on the {year} report for {concession}, and ask on or close it.",
            ),
            (
                both("Het gaat om: {place}.", "It is about: {place}."),
                both("Het antwoord: {text}", "The answer: {text}"),
            ),
            both("Antwoord lezen", "Read the answer"),
        ),
        "conversation_closed": Wording(
            both(
                "Gesprek gesloten over rapport {year} voor {concession}",
                "Conversation closed on the {year} report for {concession}",
            ),
            both(
                "U hoeft niets meer te doen: {by} sloot een gesprek over het rapport over {year} voor {concession}.",
                "Nothing more is asked of you: {by} closed a conversation on the {year} report for {concession}.",
            ),
            (
                both("Het ging om: {place}.", "It was about: {place}."),
                both(
                    "Alles wat is geschreven, blijft bij het rapport bewaard.",
                    "All that was written is kept with the report.",
                ),
            ),
            both("Gesprek lezen", "Read the conversation"),
        ),
        "intention": Wording(
            both("Voornemen over rapport {year} voor {concession}", "Intention on the {year} report for {concession}"),
            both(
                "U kunt uiterlijk {view_by} uw zienswijze geven: {by} wil het rapport over {year} voor {concession} terugsturen.",
                "You can give your view by {view_by}: {by} intends to send back the {year} report for {concession}.",
            ),
            (
                both("De reden: {reason}", "The reason: {reason}"),
                both(
                    "U hoeft niet te reageren. Er is nog niets besloten.",
                    "You need not answer. Nothing is decided yet.",
                ),
            ),
            both("Zienswijze geven", "Give your view"),
        ),
        "view_given": Wording(
            both("Zienswijze op rapport {year} voor {concession}", "View on the {year} report for {concession}"),
            both(
                "U leest de zienswijze van {holder} en besluit over het rapport over {year} voor {concession}, uiterlijk {feedback_by}.",
                "Please read the view of {holder} and decide on the {year} report for {concession}, by {feedback_by}.",
            ),
            (both("De zienswijze: {view}", "The view: {view}"), both("{file}", "{file}")),
            both("Zienswijze lezen", "Read the view"),
        ),
        "extension_asked": Wording(
            both("Uitstel gevraagd: {concession} over {year}", "More time asked: {concession} on {year}"),
            both(
                "U geeft of weigert uitstel aan {holder} voor het rapport over {year} voor {concession}, vóór {term}.",
                "Please grant or refuse {holder} more time for the {year} report for {concession}, before {term}.",
            ),
            (
                both("Gevraagd tot {until} door {by}: {reason}", "Asked until {until} by {by}: {reason}"),
                both("Tot u antwoordt, geldt de termijn van nu.", "Until you answer, the present term stands."),
            ),
            both("Verzoek lezen", "Read the request"),
        ),
        "extension_answered": Wording(
            both(
                "Uitstel {answer}: rapport {year} voor {concession}",
                "More time {answer}: {year} report for {concession}",
            ),
            both(
                "U levert het rapport over {year} voor {concession} uiterlijk {term}: het uitstel is {answer}.",
                "Please deliver the {year} report for {concession} by {term}: more time is {answer}.",
            ),
            (both("De reden van de provincie: {reason}", "The province's reason: {reason}"),),
            both("Naar de rapportage", "To the report"),
        ),
        "reopening_asked": Wording(
            both("Bladen openen: {concession} over {year}", "Sheets to open: {concession} on {year}"),
            both(
                "U opent bladen of weigert dat: {holder} vraagt erom voor het rapport over {year} voor {concession}.",
                "Please open sheets or refuse: {holder} asks for it for the {year} report for {concession}.",
            ),
            (
                both("Gevraagd door {by}: {sheets}.", "Asked by {by}: {sheets}."),
                both("De reden: {reason}", "The reason: {reason}"),
                both("Tot u antwoordt, blijven ze gesloten.", "Until you answer, they stay closed."),
            ),
            both("Verzoek lezen", "Read the request"),
        ),
        "reopening_granted": Wording(
            both("Bladen geopend: rapport {year} voor {concession}", "Sheets opened: {year} report for {concession}"),
            both(
                "U kunt nu ook deze bladen van het rapport over {year} voor {concession} veranderen: {sheets}.",
                "You can now change these sheets of the {year} report for {concession} too: {sheets}.",
            ),
            (both("De reden van de provincie: {reason}", "The province's reason: {reason}"),),
            both("Naar de rapportage", "To the report"),
        ),
        "reopening_refused": Wording(
            both(
                "Bladen niet geopend: rapport {year} voor {concession}",
                "Sheets not opened: {year} report for {concession}",
            ),
            both(
                "Deze bladen van het rapport over {year} voor {concession} blijven gesloten: {sheets}.",
                "These sheets of the {year} report for {concession} stay closed: {sheets}.",
            ),
            (both("De reden van de provincie: {reason}", "The province's reason: {reason}"),),
            both("Naar de rapportage", "To the report"),
        ),
    }
)
