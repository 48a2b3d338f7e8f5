"""The grounds of the law on open government on which an item may be kept back, each with its article in words."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from schemas.texts import Bilingual


class Ground(StrEnum):
    """A ground by its paragraph of article 5.1 of the Wet open overheid (in force since 1 May 2022)."""

    CONFIDENTIAL = "5.1.1c"
    SPECIAL_PERSONAL = "5.1.1d"
    PUBLIC_FINANCES = "5.1.2b"
    INSPECTION = "5.1.2d"
    PRIVACY = "5.1.2e"
    COMPETITION = "5.1.2f"
    SECURITY = "5.1.2h"
    UNEVEN_HARM = "5.1.5"


WORDS: Final[Mapping[Ground, Bilingual]] = MappingProxyType(
    {
        Ground.CONFIDENTIAL: Bilingual(
            nl="Bedrijfsgegevens, vertrouwelijk aan de overheid gegeven", en="Business data, given in confidence"
        ),
        Ground.SPECIAL_PERSONAL: Bilingual(nl="Bijzondere persoonsgegevens", en="Special personal data"),
        Ground.PUBLIC_FINANCES: Bilingual(
            nl="Economische of financiële belangen van de overheid", en="Economic or financial interests of government"
        ),
        Ground.INSPECTION: Bilingual(nl="Inspectie, controle en toezicht", en="Inspection, control and supervision"),
        Ground.PRIVACY: Bilingual(nl="Persoonlijke levenssfeer", en="Privacy"),
        Ground.COMPETITION: Bilingual(
            nl="Concurrentiegevoelige bedrijfs- en fabricagegegevens", en="Business data sensitive to competition"
        ),
        Ground.SECURITY: Bilingual(nl="Beveiliging van personen en bedrijven", en="Security of persons and firms"),
        Ground.UNEVEN_HARM: Bilingual(nl="Onevenredige benadeling", en="Disproportionate harm"),
    }
)
# What is known of emissions into the environment may not be kept back to protect a business (directive 2003/4/EC, art. 4(2)).
OF_BUSINESS: Final = frozenset({Ground.CONFIDENTIAL, Ground.COMPETITION})


def ground_words(ground: Ground) -> Bilingual:
    """*Persoonlijke levenssfeer (Woo, artikel 5.1.2e)*."""
    words = WORDS[ground]
    return Bilingual(nl=f"{words.nl} (Woo, artikel {ground})", en=f"{words.en} (Woo, article {ground})")
