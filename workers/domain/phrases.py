"""Short phrases that a rule picks from by code, to say which of its cases it met."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from schemas.texts import Bilingual

PHRASES: Mapping[str, Bilingual] = MappingProxyType(
    {
        "does_not_exist": Bilingual(nl="bestaat niet", en="does not exist"),
        "lies_outside": Bilingual(nl="valt buiten de verslagperiode", en="lies outside the reported period"),
        "site_missing": Bilingual(nl="de locatie ontbreekt", en="the site is missing"),
        "vehicle_missing": Bilingual(nl="het voertuignummer ontbreekt", en="the vehicle id is missing"),
        "vehicle_too_many": Bilingual(nl="er staat ook een voertuignummer bij", en="there is a vehicle id as well"),
        "site_too_many": Bilingual(nl="er staat ook een locatie bij", en="there is a site as well"),
        "mixes_periods": Bilingual(
            nl="gebruikt jaren, maanden en dagen door elkaar", en="mixes years, months and days"
        ),
        "by_year": Bilingual(
            nl="is per jaar gerapporteerd, maar rijdt niet voor een onderaannemer",
            en="is reported by year, but does not run for a subcontractor",
        ),
        "concession": Bilingual(nl="de concessie", en="the concession"),
        "year": Bilingual(nl="het verslagjaar", en="the report year"),
        "assurer_missing": Bilingual(
            nl="de assuranceverlener is niet genoemd", en="the assurance provider is not named"
        ),
        "statement_missing": Bilingual(
            nl="er is geen assuranceverklaring bij de bewijsstukken",
            en="there is no assurance statement among the evidence",
        ),
        "ends_before_it_starts": Bilingual(
            nl="De verslagperiode eindigt voordat zij begint", en="The period ends before it starts"
        ),
        "year_outside": Bilingual(
            nl="Het verslagjaar ligt niet in de verslagperiode", en="The report year does not lie in the period"
        ),
        "by_carrier": Bilingual(nl="de energiedragers", en="the energy carriers"),
        "by_place": Bilingual(nl="gebouwen en voertuigen", en="buildings and vehicles"),
        "not_assessed_yet": Bilingual(nl="nog niet beoordeeld", en="not assessed yet"),
        "assessed_long_ago": Bilingual(nl="te lang geleden beoordeeld", en="assessed too long ago"),
        "women_exceed": Bilingual(nl="er zijn meer vrouwen dan werknemers", en="there are more women than employees"),
        "contracts_differ": Bilingual(
            nl="vaste en tijdelijke contracten samen zijn niet het aantal werknemers",
            en="permanent and temporary contracts together are not the headcount",
        ),
        "groups_differ": Bilingual(
            nl="de groepen samen zijn niet het totaal", en="the groups together are not the total"
        ),
    }
)
