"""The fixed words of the improvement plan in a report, in both languages."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.texts import Bilingual
from schemas.words import Progress

PLAN = Bilingual(nl="Verbeterplan", en="Improvement plan")
PLAN_TEXT = Bilingual(
    nl="De maatregelen die houder en provincie hebben afgesproken, zoals de houder ze vertelt. Het cijfer ernaast is dat van de norm zelf: er kan meer invloed op hebben dan de maatregel.",
    en="The measures that holder and province agreed on, as the holder tells them. The figure beside it is that of the norm itself: more than the measure may influence it.",
)
MEASURE = Bilingual(nl="Maatregel", en="Measure")
OWNER_AND_DAY = Bilingual(nl="Van wie, klaar op", en="Whose, due on")
PROGRESS = Bilingual(nl="Voortgang", en="Progress")
EXPECTED = Bilingual(nl="Verwacht effect", en="Expected effect")
WHAT_IT_DID = Bilingual(nl="Wat het cijfer deed", en="What the figure did")
OVERDUE = Bilingual(nl="te laat", en="overdue")
SINCE = Bilingual(nl="vanaf {day}", en="from {day}")
STANDS: Mapping[Progress, Bilingual] = MappingProxyType(
    {
        Progress.PLANNED: Bilingual(nl="gepland", en="planned"),
        Progress.BUSY: Bilingual(nl="bezig", en="under way"),
        Progress.DONE: Bilingual(nl="klaar", en="done"),
        Progress.DROPPED: Bilingual(nl="vervallen", en="dropped"),
    }
)
