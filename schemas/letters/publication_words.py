"""The words of the letters of making public."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

OF_PUBLISHING: Mapping[str, Wording] = MappingProxyType(
    {
        "publication_announced": Wording(
            both(
                "Wat openbaar wordt: {concession} over {year}",
                "What will be made public: {concession} on {year}",
            ),
            both(
                "U kunt uiterlijk {view_by} zeggen wat u vindt van wat de provincie openbaar wil maken van het rapport over {year} voor {concession}.",
                "You can say by {view_by} what you think of what the province wants to make public of the {year} report for {concession}.",
            ),
            (
                both(
                    "Op de pagina staat per onderdeel of het openbaar wordt, en anders de grond. U hoeft niet te reageren.",
                    "The page says of each item whether it will be public, and else the ground. You need not answer.",
                ),
            ),
            both("Onderdelen bekijken", "See the items"),
        ),
        "publication_view": Wording(
            both(
                "Zienswijze op openbaar maken: {concession} over {year}", "View on publishing: {concession} on {year}"
            ),
            both(
                "U leest de zienswijze van {holder} en beslist wat openbaar wordt van het rapport over {year} voor {concession}.",
                "Please read the view of {holder} and decide what is made public of the {year} report for {concession}.",
            ),
            (both("De zienswijze: {view}", "The view: {view}"),),
            both("Zienswijze lezen", "Read the view"),
        ),
        "published": Wording(
            both("Openbaar: {concession} over {year}", "Public: {concession} on {year}"),
            both(
                "U hoeft niets te doen: van het rapport over {year} voor {concession} is nu openbaar wat de provincie daarvoor koos.",
                "You need not do anything: what the province chose of the {year} report for {concession} is public now.",
            ),
            (),
            both("Openbare pagina bekijken", "See the public page"),
        ),
        "publication_withdrawn": Wording(
            both("Niet meer openbaar: {concession} over {year}", "No longer public: {concession} on {year}"),
            both(
                "U hoeft niets te doen: de provincie trok in wat openbaar was van het rapport over {year} voor {concession}.",
                "You need not do anything: the province withdrew what was public of the {year} report for {concession}.",
            ),
            (both("De reden: {reason}", "The reason: {reason}"),),
            both("Rapport bekijken", "See the report"),
        ),
    }
)
