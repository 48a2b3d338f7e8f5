"""The words of the letter of a calendar."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.letters.wording import Wording, both

OF_THE_CALENDAR: Mapping[str, Wording] = MappingProxyType(
    {
        "calendar_changed": Wording(
            both(
                "Andere dagen voor rapport {year} van {concession}", "Other days for the {year} report of {concession}"
            ),
            both(
                "U dient het rapport over {year} voor {concession} nu uiterlijk {hand_in_by} in: de provincie wijzigde de kalender.",
                "Please hand in the {year} report for {concession} by {hand_in_by}: the province changed the calendar.",
            ),
            (
                both(
                    "Leveranciers antwoorden uiterlijk {suppliers_answer_by}. U hoort het besluit uiterlijk {feedback_by}.",
                    "Suppliers answer by {suppliers_answer_by}. You hear the decision by {feedback_by}.",
                ),
            ),
            both("Naar de rapportage", "To the report"),
        ),
    }
)
