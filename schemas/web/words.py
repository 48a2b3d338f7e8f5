"""A Dutch text that carries its English, so that one error message serves both readers."""

from __future__ import annotations

from typing import Self


class Said(str):
    """Is the Dutch text itself; ``en`` is the same in English. Placeholders are filled in both."""

    __slots__ = ("en",)

    en: str

    def __new__(cls, nl: str, en: str) -> Self:
        """A text in both languages."""
        said = super().__new__(cls, nl)
        said.en = en
        return said

    def format(self, *args: object, **kwargs: object) -> Said:
        """Fill the placeholders of both texts."""
        return Said(super().format(*args, **kwargs), self.en.format(*args, **kwargs))


MISSING = Said("Vul dit in.", "Please fill this in.")
UNKNOWN = Said("Dit veld kennen wij niet.", "We do not know this field.")
NOT_TEXT = Said("Dit is geen tekst.", "This is not a text.")
CONTROL = Said("Hier staat een teken dat niet mag.", "There is a character here that is not allowed.")
NOT_OFFERED = Said("Kies een van de mogelijkheden.", "Choose one of the options.")
TOO_LONG = Said("Gebruik ten hoogste {max} tekens.", "Use at most {max} characters.")
TOO_SHORT = Said("Gebruik ten minste {min} tekens.", "Use at least {min} characters.")
NO_DAY = Said("Geef een dag, zoals 2027-06-15 of 15-06-2027.", "Give a day, such as 2027-06-15 or 15-06-2027.")
NO_EMAIL = Said("Vul een e-mailadres in, zoals naam@bedrijf.nl.", "Enter an e-mail address, such as name@company.nl.")
NOT_THE_SAME = Said("De twee wachtwoorden zijn niet gelijk.", "The two passwords differ.")
