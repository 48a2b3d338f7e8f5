"""The fixed words of the gaps in a chain in a report, in both languages."""

from __future__ import annotations

from schemas.texts import Bilingual

GAPS = Bilingual(nl="Wat van leveranciers ontbreekt", en="What is missing of suppliers")
GAPS_TEXT = Bilingual(
    nl="Wat de houder vroeg en niet kreeg, zoals hij het zelf verklaart. Wie het recht om te weigeren gebruikte, staat erbij; dat is geen gat.",
    en="What the holder asked and did not get, as it declares itself. Who used its right to refuse stands with it; that is no gap.",
)
SUPPLIER = Bilingual(nl="Leverancier", en="Supplier")
SINCE = Bilingual(nl="Verklaard op", en="Declared on")
WHY = Bilingual(nl="Reden", en="Reason")
REFUSED = Bilingual(nl="Gebruikte het recht om te weigeren.", en="Used its right to refuse.")
