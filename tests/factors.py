"""The factor list of 2026 for tests, and one that lacks what is lost in charging."""

from __future__ import annotations

from decimal import Decimal

from workers.domain.factors import Factor, FactorSet


def _factor(line: str) -> Factor:
    kind, code, unit, *numbers = line.split(",")
    wtw, ttw, wtt, biogenic, infrastructure, mj = (Decimal(n) if n else None for n in numbers)
    return Factor(kind, code, unit, wtw, ttw, wtt, biogenic, infrastructure, mj, source="official list 2026")


FACTORS_2026 = FactorSet(
    id="2026",
    year=2026,
    entries=tuple(
        _factor(line)
        for line in """\
carrier,diesel_b0,l,3.462,2.646,0.816,0,,36.11
carrier,diesel_b7,l,3.251,2.462,0.788,0.176,,35.9
carrier,hvo30,l,2.558,1.858,0.7,0.734,,35.4
carrier,hvo100,l,0.468,0.026,0.442,2.446,,34.54
carrier,cng,kg,2.831,2.246,0.585,0,,38
carrier,bio_cng,kg,0.604,0.11,0.494,2.136,,38
carrier,hydrogen_grey,kg,12.516,0,12.516,0,,120
carrier,hydrogen_green,kg,1.092,0,1.092,0,,120
carrier,petrol_e10,l,2.794,2.139,0.655,0.149,,31.31
electricity_origin,grey,kWh,0.483,0.401,0.082,,0.002,3.6
electricity_origin,unknown,kWh,0.244,0.2,0.044,,0.016,3.6
electricity_origin,wind_nl,kWh,0,0,0,,0.016,3.6
electricity_origin,wind_eu,kWh,0,0,0,,0.016,3.6
electricity_origin,solar_nl,kWh,0,0,0,,0.062,3.6
electricity_origin,solar_eu,kWh,0,0,0,,0.062,3.6
electricity_origin,own_solar,kWh,0,0,0,,0.062,3.6
electricity_origin,hydro,kWh,0,0,0,,0.004,3.6
electricity_origin,biomass,kWh,0.071,0,0.071,,0.002,3.6
carrier,natural_gas,Nm3,2.134,1.779,0.355,0,,31.65
carrier,green_gas,Nm3,0.305,0,0.305,1.779,,31.65
carrier,district_heat,GJ,40.45,34.31,6.14,,,1000
setting,vehicle_meter_loss,ratio,1.12,,,,,""".splitlines()
    ),
)
FACTORS_WITHOUT_LOSS = FactorSet(id="2026", year=2026, entries=FACTORS_2026.entries[:-1])
