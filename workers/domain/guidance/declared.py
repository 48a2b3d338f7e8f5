"""Declared totals: why their rules matter, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

GUIDANCE = {
    "DEC-001": guide(
        why_nl="Factoren veranderen van jaar tot jaar, soms met tientallen procenten. Met een oude factor lijkt de uitstoot gedaald of gestegen, terwijl er niets is gebeurd.",
        why_en="Factors change from year to year, sometimes by tens of per cents. With an old factor the emissions seem to fall or rise, while nothing happened.",
        good_nl="GHG-04, Diesel B7: 325,1 ton CO2e op 100.000 liter.",
        good_en="GHG-04, Diesel B7: 325.1 tonnes CO2e on 100,000 litres.",
        bad_nl="GHG-04, Diesel B7: 360 ton CO2e op 100.000 liter.",
        bad_en="GHG-04, Diesel B7: 360 tonnes CO2e on 100,000 litres.",
        found={
            "stated": 360,
            "unit": "t CO2e",
            "quantity": 100000,
            "quantity_unit": "l",
            "implied": 3.6,
            "units": "l",
            "factor_year": 2026,
            "part": "Diesel B7",
            "factor": 3.251,
            "allowed": 1.0,
            "fitting_year": "–",
        },
    ),
    "DEC-002": guide(
        why_nl="Een totaal dat niet uit zijn delen volgt, kan niemand narekenen. Vaak ontbreekt een deel, of staat er een deel dubbel.",
        why_en="A total that does not follow from its parts cannot be checked by anybody. Often a part is missing, or stands there twice.",
        good_nl="GHG-04: totaal 500 ton; Diesel B7 325 ton en Elektriciteit 175 ton.",
        good_en="GHG-04: total 500 tonnes; Diesel B7 325 tonnes and Electricity 175 tonnes.",
        bad_nl="GHG-04: totaal 600 ton; Diesel B7 325 ton en Elektriciteit 175 ton.",
        bad_en="GHG-04: total 600 tonnes; Diesel B7 325 tonnes and Electricity 175 tonnes.",
        found={
            "indicator_id": "GHG-04",
            "stated": 600,
            "unit": "t CO2e",
            "why": "by_carrier",
            "sum": 500,
            "allowed": 2,
            "addends": 2,
        },
    ),
    "DEC-003": guide(
        why_nl="Het cijfer in uw eigen jaarverslag en het cijfer uit uw rijen horen gelijk te zijn. Anders weet niemand welk van de twee geldt.",
        why_en="The figure in your own annual report and the figure from your rows should be the same. Otherwise nobody knows which of the two holds.",
        good_nl="CTX-02: opgegeven 5.000 km, en de rijen zijn samen 5.000 km.",
        good_en="CTX-02: 5,000 km declared, and the rows together are 5,000 km.",
        bad_nl="CTX-02: opgegeven 6.000 km, en de rijen zijn samen 5.000 km.",
        bad_en="CTX-02: 6,000 km declared, and the rows together are 5,000 km.",
        found={"indicator_id": "CTX-02", "stated": 6000, "unit": "km", "due": 5000.0, "allowed": 1.0},
    ),
}
