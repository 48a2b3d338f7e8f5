"""What the template says: the sheet *Start*, who usually knows what, and the hints at the headings."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.texts import Bilingual

START = Bilingual(nl="Start", en="Start")
LISTS = Bilingual(nl="Lijsten", en="Lists")
TITLE = Bilingual(
    nl="Rapport over mens en milieu in de keten van de concessie, {year}",
    en="Report on people and environment in the concession's chain, {year}",
)
BY_WHEN = Bilingual(nl="Lever dit rapport in vóór of op {day}.", en="Hand in this report on or before {day}.")
NO_DATE = Bilingual(
    nl="De uiterste datum staat in uw concessie en op uw beginpagina.",
    en="The last day stands in your concession and on your home page.",
)
STEPS = (
    Bilingual(
        nl="1. Begin met het blad Rapport: wie rapporteert waarover.",
        en="1. Begin with the sheet Report: who reports about what.",
    ),
    Bilingual(
        nl="2. Vul de bladen in. Donkere koppen zijn verplicht; lichte mogen leeg blijven. Bij elke kop staat uitleg.",
        en="2. Fill in the sheets. Dark headings are required; light ones may stay empty. Each heading has a hint.",
    ),
    Bilingual(
        nl="3. Laat de koppen op rij 1 staan. U mag kolommen verplaatsen en eigen rijen toevoegen.",
        en="3. Leave the headings on row 1. You may move columns and add rows.",
    ),
    Bilingual(
        nl="4. Een lege cel betekent: niet bekend. Is iets nul, vul dan 0 in.",
        en="4. A blank cell means: not known. If something is zero, fill in 0.",
    ),
    Bilingual(
        nl="5. Zet geen namen of andere persoonsgegevens in het rapport.",
        en="5. Put no names or other personal data in the report.",
    ),
    Bilingual(
        nl="6. Upload het werkboek. U ziet binnen enkele seconden wat er nog niet klopt. U kunt zo vaak uploaden als u wilt.",
        en="6. Upload the workbook. Within seconds you see what is still wrong. You can upload as often as you like.",
    ),
)
CARRIED = Bilingual(
    nl="De voertuigen die nog in dienst zijn en de keten van vorig jaar staan er al in. Controleer ze en vul aan.",
    en="The vehicles still in service and last year's chain are filled in already. Check them and add what is new.",
)
HEADINGS = (
    Bilingual(nl="Blad", en="Sheet"),
    Bilingual(nl="Waarover", en="About"),
    Bilingual(nl="Verplicht", en="Required"),
    Bilingual(nl="Wie weet dit meestal", en="Who usually knows"),
    Bilingual(nl="Mag leeg blijven", en="May stay empty"),
)
YES = Bilingual(nl="ja", en="yes")
NO = Bilingual(nl="nee", en="no")
REQUIRED_SHEET = Bilingual(nl="ja", en="yes")
OPTIONAL_SHEET = Bilingual(
    nl="nee, laat het blad leeg als het niet speelt", en="no, leave the sheet empty if it does not apply"
)
NOTHING = Bilingual(nl="niets", en="nothing")
REQUIRED = Bilingual(nl="Verplicht.", en="Required.")
OPTIONAL = Bilingual(nl="Mag leeg blijven.", en="May stay empty.")
TAKES = Bilingual(nl="Hier hoort {wanted}.", en="Here belongs {wanted}.")
UNIT = Bilingual(nl="Eenheid: {unit}.", en="Unit: {unit}.")
CHOOSE = Bilingual(nl="Kies een waarde uit de lijst.", en="Choose a value from the list.")

_FLEET = Bilingual(nl="Materieel", en="Fleet management")
_PLANNING = Bilingual(nl="Planning en vervoer", en="Planning and operations")
_ENERGY = Bilingual(nl="Energie en remises", en="Energy and depots")
_HR = Bilingual(nl="Personeelszaken", en="Human resources")
_PURCHASING = Bilingual(nl="Inkoop", en="Purchasing")
_SUSTAINABILITY = Bilingual(nl="Duurzaamheid", en="Sustainability")
_REPORTING = Bilingual(nl="Rapportage en control", en="Reporting and control")
_SAFETY = Bilingual(nl="Veiligheid", en="Safety")

WHO: Mapping[str, Bilingual] = MappingProxyType(
    {
        "report": _REPORTING,
        "vehicles": _FLEET,
        "activity": _PLANNING,
        "energy": _ENERGY,
        "energy_contracts": _ENERGY,
        "ridership": _PLANNING,
        "workforce": _HR,
        "social_return": _HR,
        "suppliers": _PURCHASING,
        "chain_emissions": _SUSTAINABILITY,
        "due_diligence": _PURCHASING,
        "oecd_steps": _SUSTAINABILITY,
        "materials": _FLEET,
        "incidents": _SAFETY,
        "measures": _SUSTAINABILITY,
        "declared": _REPORTING,
        "evidence": _REPORTING,
    }
)
