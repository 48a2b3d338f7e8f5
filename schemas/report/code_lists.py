"""The code lists of the contract: what may stand in a coded column, with its Dutch and English label."""

from __future__ import annotations

from enum import StrEnum
from typing import Self

from schemas.texts import Bilingual


class CodeList(StrEnum):
    """A closed list; each member carries its labels."""

    label: Bilingual

    def __new__(cls, code: str, nl: str = "", en: str = "") -> Self:
        """A code with its Dutch and English label."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = Bilingual(nl=nl, en=en)
        return member


class BusClass(CodeList):
    """How long a vehicle is; ``train`` is the one class that is no bus."""

    BUS_8P = "bus_8p", "8-persoonsbus", "8-passenger bus"
    MIDI = "midi", "Midibus", "Midibus"
    BUS_12M = "bus_12m", "12-meterbus", "12 m bus"
    BUS_15M = "bus_15m", "13-15-meterbus", "13-15 m bus"
    BUS_18M = "bus_18m", "18-meterbus (geleed)", "18 m articulated bus"
    BUS_24M = "bus_24m", "24-meterbus (dubbelgeleed)", "24 m bi-articulated bus"
    TRAIN = "train", "Trein", "Train"


class Drivetrain(CodeList):
    """What drives a vehicle."""

    BEV = "bev", "Batterij-elektrisch", "Battery electric"
    FCEV = "fcev", "Waterstof-elektrisch", "Fuel-cell electric"
    TROLLEY = "trolley", "Trolley", "Trolley"
    DIESEL = "diesel", "Diesel of HVO", "Diesel or HVO"
    CNG = "cng", "(Bio-)CNG", "(Bio-)CNG"
    HYBRID = "hybrid", "Hybride", "Hybrid"
    OVERHEAD_ELECTRIC = "overhead_electric", "Bovenleiding (trein)", "Overhead electric (train)"
    PETROL = "petrol", "Benzine", "Petrol"


class EuroClass(CodeList):
    """The emission class of an engine."""

    ZE = "ze", "Zero-emissie", "Zero emission"
    EURO_3 = "euro_3", "Euro III", "Euro III"
    EURO_4 = "euro_4", "Euro IV", "Euro IV"
    EURO_5 = "euro_5", "Euro V", "Euro V"
    EEV = "eev", "EEV", "EEV"
    EURO_6 = "euro_6", "Euro VI", "Euro VI"
    STAGE_3A = "stage_3a", "Stage IIIA (trein)", "Stage IIIA (train)"
    STAGE_3B = "stage_3b", "Stage IIIB (trein)", "Stage IIIB (train)"
    STAGE_5 = "stage_5", "Stage V (trein)", "Stage V (train)"


class Deployment(CodeList):
    """On what ground a vehicle runs."""

    REGULAR = "regular", "Regulier", "Regular"
    TEMPORARY_EXEMPTED = "temporary_exempted", "Tijdelijk met ontheffing", "Temporary with exemption"
    TEMPORARY = "temporary", "Tijdelijk zonder ontheffing", "Temporary without exemption"


class BatteryChemistry(CodeList):
    """What a traction battery is made of."""

    LFP = "lfp", "LFP", "LFP"
    NMC = "nmc", "NMC", "NMC"
    LTO = "lto", "LTO", "LTO"
    OTHER = "other", "Anders", "Other"


class DataBasis(CodeList):
    """Where a figure comes from."""

    PRIMARY = "primary", "Primair (leverancier)", "Primary (supplier)"
    SECONDARY = "secondary", "Secundair (database)", "Secondary (database)"
    ESTIMATE = "estimate", "Geschat", "Estimate"


class EnergyUse(CodeList):
    """What energy is used for."""

    TRACTION = "traction", "Tractie", "Traction"
    HEATING = "heating", "Verwarming voertuig", "Vehicle heating"
    BUILDING = "building", "Gebouw of remise", "Building or depot"


class Carrier(CodeList):
    """In what form energy comes."""

    ELECTRICITY = "electricity", "Elektriciteit", "Electricity"
    DIESEL_B0 = "diesel_b0", "Diesel B0", "Diesel B0"
    DIESEL_B7 = "diesel_b7", "Diesel B7", "Diesel B7"
    HVO30 = "hvo30", "HVO30", "HVO30"
    HVO100 = "hvo100", "HVO100", "HVO100"
    CNG = "cng", "CNG (aardgas)", "CNG (fossil)"
    BIO_CNG = "bio_cng", "Bio-CNG (groengas)", "Bio-CNG"
    HYDROGEN_GREY = "hydrogen_grey", "Waterstof grijs", "Grey hydrogen"
    HYDROGEN_GREEN = "hydrogen_green", "Waterstof groen", "Green hydrogen"
    PETROL_E10 = "petrol_e10", "Benzine E10", "Petrol E10"
    NATURAL_GAS = "natural_gas", "Aardgas", "Natural gas"
    GREEN_GAS = "green_gas", "Groengas", "Green gas"
    DISTRICT_HEAT = "district_heat", "Stadswarmte", "District heat"


class Unit(CodeList):
    """In what a quantity is measured."""

    KWH = "kWh", "kWh", "kWh"
    MWH = "MWh", "MWh", "MWh"
    L = "l", "liter", "litre"
    KG = "kg", "kg", "kg"
    NM3 = "Nm3", "Nm3", "Nm3"
    GJ = "GJ", "GJ", "GJ"
    PIECES = "pieces", "stuks", "pieces"
    M3 = "m3", "m3", "m3"


class Meter(CodeList):
    """Where energy is metered."""

    CHARGER = "charger", "Laadpunt", "Charger"
    PUMP = "pump", "Tankpunt", "Pump"
    VEHICLE = "vehicle", "Voertuig", "Vehicle"
    INVOICE = "invoice", "Factuur", "Invoice"
    ESTIMATE = "estimate", "Schatting", "Estimate"
    ALLOCATED = "allocated", "Verdeeld van depot- of onderstationsmeter", "Allocated from a depot or substation meter"


class Origin(CodeList):
    """Where contracted energy comes from."""

    GREY = "grey", "Grijs", "Grey"
    UNKNOWN = "unknown", "Onbekend (stroommix)", "Unknown (grid mix)"
    WIND_NL = "wind_nl", "Wind Nederland", "Wind NL"
    WIND_EU = "wind_eu", "Wind overig Europa", "Wind other Europe"
    SOLAR_NL = "solar_nl", "Zon Nederland", "Solar NL"
    SOLAR_EU = "solar_eu", "Zon overig Europa", "Solar other Europe"
    OWN_SOLAR = "own_solar", "Eigen zonopwek", "Own solar"
    HYDRO = "hydro", "Waterkracht", "Hydro"
    BIOMASS = "biomass", "Biomassa", "Biomass"
    CERTIFIED_RENEWABLE = (
        "certified_renewable",
        "Gecertificeerd hernieuwbaar (geen stroom)",
        "Certified renewable (not electricity)",
    )
    FOSSIL = "fossil", "Fossiel", "Fossil"


class StaffGroup(CodeList):
    """Who is counted together."""

    DRIVERS = "drivers", "Chauffeurs en machinisten", "Drivers"
    TECHNICAL = "technical", "Techniek", "Technical"
    OFFICE = "office", "Kantoor", "Office"
    OTHER = "other", "Overig", "Other"
    TOTAL = "total", "Totaal", "Total"


class BuildingBlock(CodeList):
    """The building blocks of social return."""

    PARTICIPATION_SHORT = "participation_short", "Participatiewet korter dan 2 jaar", "Participation Act under 2 years"
    PARTICIPATION_LONG = "participation_long", "Participatiewet langer dan 2 jaar", "Participation Act over 2 years"
    JOB_AGREEMENT = "job_agreement", "Banenafspraak", "Job agreement register"
    UNEMPLOYMENT_SHORT = "unemployment_short", "WW korter dan 1 jaar", "Unemployment benefit under 1 year"
    UNEMPLOYMENT_LONG = "unemployment_long", "WW langer dan 1 jaar", "Unemployment benefit over 1 year"
    DISABILITY = "disability", "WIA of WAO", "Disability benefit"
    BBL = "bbl", "Leerwerkplek BBL", "Apprenticeship (BBL)"
    BOL = "bol", "Stage BOL", "Internship (BOL)"
    BONUS_55 = "bonus_55", "Bonus 55-plus", "Bonus 55+"
    BONUS_PERMANENT = "bonus_permanent", "Bonus vast contract", "Bonus permanent contract"
    SHELTERED_PURCHASE = "sheltered_purchase", "Inkoop bij sociale onderneming", "Purchase from social enterprise"
    ACTIVITY = "activity", "Maatschappelijke activiteit", "Social activity"


class ChainRole(CodeList):
    """What a firm does in the chain (K1 to K5)."""

    SUBCONTRACTOR = "subcontractor", "K1 Onderaannemer vervoer", "K1 Transport subcontractor"
    ENERGY = "energy", "K2 Energieleverancier", "K2 Energy supplier"
    VEHICLE_MAKER = "vehicle_maker", "K3 Voertuigfabrikant", "K3 Vehicle maker"
    BATTERY = "battery", "K4 Batterijleverancier", "K4 Battery supplier"
    RAW_MATERIAL = "raw_material", "K5 Grondstoffen", "K5 Raw materials"
    MAINTENANCE = "maintenance", "K1 Onderhoud", "K1 Maintenance"
    OTHER = "other", "Overig", "Other"


class RequestGround(CodeList):
    """On what ground a supplier is asked."""

    CONCESSION = "concession", "Concessievoorwaarde", "Concession requirement"
    CSRD = "csrd", "CSRD-uitvraag van de houder", "CSRD request of the holder"
    VOLUNTARY = "voluntary", "Vrijwillig", "Voluntary"


class ChainMethod(CodeList):
    """How a chain emission was found."""

    SUPPLIER_SPECIFIC = "supplier_specific", "Leverancierspecifiek", "Supplier specific"
    HYBRID = "hybrid", "Hybride", "Hybrid"
    AVERAGE = "average", "Gemiddelde data", "Average data"
    SPEND = "spend", "Op basis van uitgaven", "Spend based"


class RiskTheme(CodeList):
    """The themes of due diligence."""

    CHILD_LABOUR = "child_labour", "Kinderarbeid", "Child labour"
    FORCED_LABOUR = "forced_labour", "Dwangarbeid", "Forced labour"
    LIVING_WAGE = "living_wage", "Leefbaar loon", "Living wage"
    HEALTH_SAFETY = "health_safety", "Veiligheid en gezondheid", "Health and safety"
    FREEDOM_OF_ASSOCIATION = "freedom_of_association", "Vrijheid van vereniging", "Freedom of association"
    DISCRIMINATION = "discrimination", "Discriminatie", "Discrimination"
    LAND_RIGHTS = "land_rights", "Landrechten", "Land rights"
    POLLUTION = "pollution", "Vervuiling", "Pollution"
    WATER = "water", "Water", "Water"
    BIODIVERSITY = "biodiversity", "Biodiversiteit", "Biodiversity"
    CORRUPTION = "corruption", "Corruptie", "Corruption"


class ActionStatus(CodeList):
    """How far a measure is."""

    OPEN = "open", "Open", "Open"
    IN_PROGRESS = "in_progress", "In uitvoering", "In progress"
    CLOSED = "closed", "Gesloten", "Closed"


class Material(CodeList):
    """What flows in and out."""

    BATTERY_PACK = "battery_pack", "Batterijpakket", "Battery pack"
    COBALT = "cobalt", "Kobalt", "Cobalt"
    LITHIUM = "lithium", "Lithium", "Lithium"
    NICKEL = "nickel", "Nikkel", "Nickel"
    GRAPHITE = "graphite", "Grafiet", "Graphite"
    BUS = "bus", "Bus", "Bus"
    TYRE = "tyre", "Banden", "Tyres"
    REFRIGERANT_R134A = "refrigerant_r134a", "Koudemiddel R134a", "Refrigerant R134a"
    REFRIGERANT_R744 = "refrigerant_r744", "Koudemiddel R744", "Refrigerant R744"
    ADBLUE = "adblue", "AdBlue", "AdBlue"
    WATER = "water", "Water", "Water"
    WASTE_GENERAL = "waste_general", "Bedrijfsafval", "General waste"
    WASTE_HAZARDOUS = "waste_hazardous", "Gevaarlijk afval", "Hazardous waste"
    REFRIGERANT_R407C = "refrigerant_r407c", "Koudemiddel R407C", "Refrigerant R407C"
    REFRIGERANT_R1234YF = "refrigerant_r1234yf", "Koudemiddel R1234yf", "Refrigerant R1234yf"


class Direction(CodeList):
    """In or out."""

    IN = "in", "Inkomend", "In"
    OUT = "out", "Uitgaand", "Out"


class Treatment(CodeList):
    """Where an outgoing flow goes."""

    REUSE = "reuse", "Hergebruik", "Reuse"
    SECOND_LIFE = "second_life", "Tweede leven", "Second life"
    RECYCLING = "recycling", "Recycling", "Recycling"
    INCINERATION = "incineration", "Verbranding", "Incineration"
    LANDFILL = "landfill", "Stort", "Landfill"
    LOSS = "loss", "Lekverlies", "Leakage"


class IncidentCategory(CodeList):
    """What kind of incident it was."""

    SOCIAL_SAFETY_A = "social_safety_a", "Sociale veiligheid A", "Social safety A"
    SOCIAL_SAFETY_B = "social_safety_b", "Sociale veiligheid B", "Social safety B"
    SOCIAL_SAFETY_C = "social_safety_c", "Sociale veiligheid C", "Social safety C"
    TRAFFIC_INJURY = "traffic_injury", "Verkeersongeval met letsel", "Traffic accident with injury"
    ENVIRONMENTAL = "environmental", "Milieu-incident", "Environmental incident"


class RegistrationSystem(CodeList):
    """Where incidents are registered."""

    TRIAS = "trias", "TRIAS", "TRIAS"
    OWN = "own", "Eigen systeem", "Own system"


class EvidenceKind(CodeList):
    """What kind of document evidence is."""

    CERTIFICATE = "certificate", "Certificaat", "Certificate"
    AUDIT_REPORT = "audit_report", "Auditrapport", "Audit report"
    ASSURANCE_STATEMENT = "assurance_statement", "Assuranceverklaring", "Assurance statement"
    INVOICE = "invoice", "Factuur", "Invoice"
    DECLARATION = "declaration", "Leveranciersverklaring", "Supplier declaration"
    OTHER = "other", "Overig", "Other"


class Assurance(CodeList):
    """How far an outsider vouches for the report."""

    NONE = "none", "Geen", "None"
    LIMITED = "limited", "Beperkt", "Limited"
    REASONABLE = "reasonable", "Redelijk", "Reasonable"
    LADDER_AUDIT = "ladder_audit", "Audit CO2-Prestatieladder", "CO2 Performance Ladder audit"


class Mode(CodeList):
    """Bus or train."""

    BUS = "bus", "Bus", "Bus"
    TRAIN = "train", "Trein", "Train"


CODE_LISTS: dict[str, type[CodeList]] = {
    "bus_class": BusClass,
    "drivetrain": Drivetrain,
    "euro_class": EuroClass,
    "deployment": Deployment,
    "battery_chemistry": BatteryChemistry,
    "data_basis": DataBasis,
    "energy_use": EnergyUse,
    "carrier": Carrier,
    "unit": Unit,
    "meter": Meter,
    "origin": Origin,
    "staff_group": StaffGroup,
    "building_block": BuildingBlock,
    "chain_role": ChainRole,
    "request_ground": RequestGround,
    "chain_method": ChainMethod,
    "risk_theme": RiskTheme,
    "action_status": ActionStatus,
    "material": Material,
    "direction": Direction,
    "treatment": Treatment,
    "incident_category": IncidentCategory,
    "registration_system": RegistrationSystem,
    "evidence_kind": EvidenceKind,
    "assurance": Assurance,
    "mode": Mode,
}
