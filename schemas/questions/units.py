"""The units in which suppliers answer, as they stand behind a field."""

from __future__ import annotations

from typing import Final

from schemas.texts import Bilingual

KG: Final = Bilingual(nl="kg", en="kg")
KG_CO2E: Final = Bilingual(nl="kg CO2e", en="kg CO2e")
KM: Final = Bilingual(nl="kilometer", en="kilometres")
LITRE: Final = Bilingual(nl="liter", en="litres")
KWH: Final = Bilingual(nl="kWh", en="kWh")
MWH: Final = Bilingual(nl="MWh", en="MWh")
PERSONS: Final = Bilingual(nl="personen", en="persons")
FTE: Final = Bilingual(nl="fte", en="fte")
HOURS: Final = Bilingual(nl="uur", en="hours")
TIMES: Final = Bilingual(nl="keer", en="times")
PERCENT: Final = Bilingual(nl="%", en="%")
EUROS: Final = Bilingual(nl="euro", en="euros")
EUROS_AN_HOUR: Final = Bilingual(nl="euro per uur", en="euros per hour")
YEAR: Final = Bilingual(nl="jaar", en="year")
PIECES: Final = Bilingual(nl="stuks", en="pieces")
