"""The fleet and what it ran."""

from __future__ import annotations

from schemas.report.code_lists import BatteryChemistry, BusClass, DataBasis, Deployment, Drivetrain, EuroClass, Mode
from schemas.report.columns import Count, Day, Month, Period, Quantity, Row, Text, column
from schemas.texts import Bilingual


class Vehicle(Row):
    """Every vehicle that ran in the period."""

    sheet = "vehicles"
    label = Bilingual(nl="Wagenpark", en="Fleet")
    holds = Bilingual(nl="Elk voertuig dat in de periode reed", en="Every vehicle that ran in the period")
    required = True

    vehicle_id: Text = column(
        nl="Voertuignummer",
        en="Vehicle id",
        key=True,
        note_nl="Uw eigen vaste nummer. Een bus die terugkomt of in het jaar van uitvoerder of inzet wisselt, krijgt een extra rij met achtervoegsel -2 en hetzelfde kenteken",
        note_en="Holder's own stable id; a bus that returns, or changes operator or deployment in the year, gets a further row with suffix -2 and the same plate",
    )
    licence_plate: Text | None = column(
        nl="Kenteken",
        en="Licence plate",
        note_nl="Nederlands kenteken, of leeg voor voertuigen zonder kenteken",
        note_en="Dutch sidecode or blank for vehicles without one",
        absent=True,
    )
    operator_id: Text | None = column(
        nl="Uitvoerder",
        en="Operator",
        refers_to="suppliers.supplier_id",
        note_nl="Leeg = de concessiehouder zelf; anders de onderaannemer",
        note_en="Blank = the concession holder itself; else the subcontractor",
        absent=True,
    )
    manufacturer_id: Text | None = column(
        nl="Fabrikant", en="Manufacturer", refers_to="suppliers.supplier_id", absent=True
    )
    make: Text = column(nl="Merk", en="Make")
    model: Text | None = column(nl="Type", en="Model", absent=True)
    bus_class: BusClass = column(nl="Voertuigklasse", en="Vehicle class")
    drivetrain: Drivetrain = column(nl="Aandrijflijn", en="Drivetrain")
    euro_class: EuroClass = column(
        nl="Euroklasse",
        en="Euro class",
        note_nl="ze voor zero-emissie aandrijflijnen",
        note_en="ze for zero-emission drivetrains",
    )
    first_admission: Day = column(nl="Datum eerste toelating", en="Date of first admission")
    in_service_from: Day = column(
        nl="In dienst vanaf",
        en="In service from",
        note_nl="Eerste dag in deze concessie",
        note_en="First day in this concession",
    )
    in_service_to: Day | None = column(
        nl="In dienst tot en met",
        en="In service to",
        note_nl="Leeg = nog in dienst",
        note_en="Blank = still in service",
        absent=True,
    )
    deployment: Deployment = column(nl="Inzet", en="Deployment")
    seats: Count | None = column(nl="Zitplaatsen", en="Seats", unit="seats", absent=True)
    wheelchair_accessible: bool = column(nl="Rolstoeltoegankelijk", en="Wheelchair accessible")
    battery_kwh: Quantity | None = column(nl="Batterijcapaciteit", en="Battery capacity", unit="kWh", absent=True)
    battery_chemistry: BatteryChemistry | None = column(nl="Batterijchemie", en="Battery chemistry", absent=True)
    battery_supplier_id: Text | None = column(
        nl="Batterijleverancier", en="Battery supplier", refers_to="suppliers.supplier_id", absent=True
    )
    embodied_kg_co2e: Quantity | None = column(
        nl="Productie-emissies",
        en="Embodied emissions",
        unit="kg CO2e",
        note_nl="Van grondstof tot fabriekspoort, zonder tractiebatterij; telt nooit mee in gram per reizigerskilometer",
        note_en="Cradle to gate, without traction battery; never part of g per passenger-km",
        absent=True,
    )
    embodied_basis: DataBasis | None = column(
        nl="Herkomst productie-emissies", en="Basis of embodied emissions", absent=True
    )


class Activity(Row):
    """Kilometres per vehicle and period."""

    sheet = "activity"
    label = Bilingual(nl="Ritproductie", en="Activity")
    holds = Bilingual(nl="Kilometers per voertuig en periode", en="Kilometres per vehicle and period")
    required = True

    vehicle_id: Text = column(nl="Voertuignummer", en="Vehicle id", key=True, refers_to="vehicles.vehicle_id")
    period: Period = column(
        nl="Periode",
        en="Period",
        key=True,
        unit="YYYY-MM or YYYY-MM-DD; YYYY only for a vehicle with operator_id",
        note_nl="Per voertuig één soort periode in het jaar: jaar, maand of dag",
        note_en="One granularity per vehicle per year",
    )
    km_timetable: Quantity = column(nl="Dienstregelingkilometers", en="Timetable km", unit="km")
    km_total: Quantity = column(
        nl="Voertuigkilometers totaal",
        en="Total vehicle km",
        unit="km",
        note_nl="Inclusief materieelritten",
        note_en="Including empty runs",
    )
    avg_speed_kmh: Quantity | None = column(
        nl="Gemiddelde snelheid",
        en="Average speed",
        unit="km/h",
        note_nl="Voor NOx en fijnstof; leeg = 25",
        note_en="For NOx and PM10; blank = 25",
        absent=True,
    )


class Ridership(Row):
    """Passenger-kilometres per month."""

    sheet = "ridership"
    label = Bilingual(nl="Reizigers", en="Ridership")
    holds = Bilingual(nl="Reizigerskilometers per maand", en="Passenger-kilometres per month")
    required = True
    few_rows = True

    period: Month = column(nl="Maand", en="Month", key=True, unit="YYYY-MM")
    mode: Mode = column(nl="Modaliteit", en="Mode", key=True, note_nl="bus of trein", note_en="bus or train")
    passenger_km: Quantity = column(nl="Reizigerskilometers", en="Passenger-km", unit="passenger-km")
    boardings: Count | None = column(nl="Instappers", en="Boardings", unit="boardings", absent=True)
    timetable_hours: Quantity | None = column(nl="Dienstregelinguren", en="Timetable hours", unit="h", absent=True)
