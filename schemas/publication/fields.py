"""The columns of the published table, each with its type and what it holds."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from schemas.texts import Bilingual


@dataclass(frozen=True)
class Field:
    """A column: its name, its type in the words of Table Schema, and what it holds."""

    name: str
    type: str
    description: Bilingual


FIELDS: Final = (
    Field("concession", "string", Bilingual(nl="Code van de concessie", en="Code of the concession")),
    Field("year", "year", Bilingual(nl="Verslagjaar", en="Report year")),
    Field(
        "kind",
        "string",
        Bilingual(
            nl="Soort regel: fact (feit), verdict (oordeel), figure (cijfer) of withheld (niet openbaar)",
            en="Kind of row: fact, verdict, figure or withheld (not public)",
        ),
    ),
    Field("id", "string", Bilingual(nl="Indicator, norm of feit", en="Indicator, norm or fact")),
    Field("part", "string", Bilingual(nl="total (totaal) of dimensie=code", en="total, or dimension=code")),
    Field("name_nl", "string", Bilingual(nl="Naam in het Nederlands", en="Name in Dutch")),
    Field("name_en", "string", Bilingual(nl="Naam in het Engels", en="Name in English")),
    Field(
        "value",
        "number",
        Bilingual(
            nl="Waarde met een decimale punt; leeg als die er niet is",
            en="Value with a decimal point; empty where none",
        ),
    ),
    Field("unit", "string", Bilingual(nl="Eenheid", en="Unit")),
    Field(
        "status",
        "string",
        Bilingual(
            nl="Van een cijfer: measured, estimated of not_assessable; van een norm: meets, does_not_meet of not_assessable",
            en="Of a figure: measured, estimated or not_assessable; of a norm: meets, does_not_meet or not_assessable",
        ),
    ),
    Field("threshold", "string", Bilingual(nl="Wat de norm vraagt", en="What the norm asks")),
    Field("text", "string", Bilingual(nl="Tekst van een feit of reden", en="Text of a fact or reason")),
    Field(
        "ground",
        "string",
        Bilingual(
            nl="Waarom niet openbaar: artikel van de Wet open overheid",
            en="Why not public: article of the Dutch open government act",
        ),
    ),
)
