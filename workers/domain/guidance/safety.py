"""Safe work: why its rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "WRK-003": guide(
        why_nl="Achter dit cijfer staat een mens. Het rapport zegt wat er is gebeurd en wat u doet, zodat het niet nog eens gebeurt.",
        why_en="There is a person behind this figure. The report says what happened and what you do, so that it does not happen again.",
        good_nl="Chauffeurs: 1 dodelijk ongeval, en een verbetermaatregel bij SOC-04.",
        good_en="Drivers: 1 fatality, and a measure for SOC-04.",
        bad_nl="Chauffeurs: 1 dodelijk ongeval, zonder maatregel en zonder ketenrisico.",
        bad_en="Drivers: 1 fatality, without a measure and without a chain risk.",
        found={"staff_group": "drivers", "fatalities": 1},
    ),
    "WRK-004": guide(
        why_nl="Ongevallen worden geteld per 200.000 gewerkte uren, ongeveer het werk van honderd mensen in een jaar. Zo zijn kleine en grote bedrijven te vergelijken.",
        why_en="Accidents are counted per 200,000 hours worked, about the work of a hundred people in a year. So small and large firms can be compared.",
        good_nl="Chauffeurs: 4 arbeidsongevallen op 400.000 gewerkte uren.",
        good_en="Drivers: 4 accidents on 400,000 hours worked.",
        bad_nl="Chauffeurs: 40 arbeidsongevallen op 400.000 gewerkte uren.",
        bad_en="Drivers: 40 accidents on 400,000 hours worked.",
        found={"accidents": 40, "hours_worked": 400000, "most": 15.0, "hours": 200000},
    ),
}
