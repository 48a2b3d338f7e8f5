"""What a file, a sheet, a heading and a cell have to be: why it matters, with examples."""

from __future__ import annotations

from workers.domain.guiding import guide

HEADING = {"heading": "activity.km_total"}
TOTAL = {**HEADING, "wanted": "activity.km_total"}

GUIDANCE = {
    "FMT-001": guide(
        why_nl="Wat wij niet kunnen openen, kunnen wij niet nakijken. Uw vorige versie blijft dan gewoon staan.",
        why_en="What we cannot open we cannot check. Your earlier version then simply stays.",
        good_nl="rapport.xlsx, opgeslagen als gewoon Excel-werkboek.",
        good_en="rapport.xlsx, saved as a plain Excel workbook.",
        bad_nl="rapport.xls, een werkboek in de oude vorm, of rapport.xlsx met een wachtwoord.",
        bad_en="rapport.xls, a workbook in the old form, or rapport.xlsx with a password.",
    ),
    "FMT-002": guide(
        why_nl="Zonder een verplicht blad ontbreekt een heel onderwerp. Een blad met alleen koppen zegt: hier is niets te melden. Een blad dat ontbreekt, zegt niets.",
        why_en="Without a required sheet a whole subject is missing. A sheet with headings only says: nothing to report here. A sheet that is missing says nothing.",
        good_nl="Een werkboek met alle bladen uit het sjabloon, ook Energie.",
        good_en="A workbook with all sheets of the template, Energy too.",
        bad_nl="Een werkboek zonder het blad Energie.",
        bad_en="A workbook without the sheet Energy.",
        found={"target": "energy"},
    ),
    "FMT-003": guide(
        why_nl="Zonder deze kolom kunnen wij van geen enkele rij zeggen of die klopt.",
        why_en="Without this column we cannot say of any row whether it is right.",
        good_nl="Blad Ritproductie met de kop Voertuigkilometers totaal, of met km_total.",
        good_en="Sheet Activity with the heading Total vehicle km, or with km_total.",
        bad_nl="Blad Ritproductie met alleen Voertuignummer, Periode en Dienstregelingkilometers.",
        bad_en="Sheet Activity with only Vehicle id, Period and Timetable km.",
        found={**HEADING, "target": "activity"},
    ),
    "FMT-004": guide(
        why_nl="Een kolom die wij niet kennen, lezen wij niet. Was hij belangrijk, dan mist u hem in het oordeel.",
        why_en="A column that we do not know we do not read. If it was important, it is missing in the judgement.",
        good_nl="Blad Wagenpark met de kop Kenteken.",
        good_en="Sheet Fleet with the heading Licence plate.",
        bad_nl="Blad Wagenpark met de kop Kenteeken.",
        bad_en="Sheet Fleet with the heading Kenteeken.",
        found={"state": "column", "seen": "Kenteeken", "likely": "vehicles.licence_plate"},
    ),
    "FMT-005": guide(
        why_nl="Leeg is niet nul. Is een cel leeg, dan weten wij niet of er niets was, of dat iemand het nog moet opzoeken.",
        why_en="Blank is not zero. If a cell is blank, we do not know whether there was nothing, or somebody still has to look it up.",
        good_nl="V0041 stond stil in 2026-03: Voertuigkilometers totaal 0.",
        good_en="V0041 stood still in 2026-03: Total vehicle km 0.",
        bad_nl="V0041 stond stil in 2026-03: Voertuigkilometers totaal leeg.",
        bad_en="V0041 stood still in 2026-03: Total vehicle km blank.",
        found={**TOTAL, "state": "value"},
    ),
    "FMT-006": guide(
        why_nl="Met een woord kunnen wij niet rekenen. Staat er één in een kolom met getallen, dan ontbreekt die rij in elk totaal.",
        why_en="We cannot reckon with a word. If there is one in a column of numbers, that row is missing in every total.",
        good_nl="Voertuigkilometers totaal: 5000.",
        good_en="Total vehicle km: 5000.",
        bad_nl="Voertuigkilometers totaal: vijfduizend.",
        bad_en="Total vehicle km: vijfduizend (five thousand, in letters).",
        found={**TOTAL, "seen": "vijfduizend"},
    ),
    "FMT-007": guide(
        why_nl="Een code bepaalt welke factor en welke norm gelden. Met een eigen woord weten wij niet zeker wat u bedoelt, en gokken doen wij niet.",
        why_en="A code decides which factor and which norm hold. With a word of your own we do not know for certain what you mean, and we do not guess.",
        good_nl="Aandrijflijn: Batterij-elektrisch, of de code bev.",
        good_en="Drivetrain: Battery electric, or the code bev.",
        bad_nl="Aandrijflijn: elektrisch. Dat kan op batterij, waterstof of bovenleiding zijn.",
        bad_en="Drivetrain: elektrisch (electric). That can be by battery, hydrogen or overhead line.",
        found={
            "heading": "vehicles.drivetrain",
            "wanted": "vehicles.drivetrain",
            "seen": "elektrisch",
            "likely": "vehicles.drivetrain=bev",
        },
    ),
    "FMT-008": guide(
        why_nl="‘5.000’ kan vijfduizend zijn of precies vijf. Dat scheelt een factor duizend. Wij vragen het liever dan dat wij gokken.",
        why_en="‘5.000’ can be five thousand or exactly five. That differs by a factor of a thousand. We would rather ask than guess.",
        good_nl="Voertuigkilometers totaal: 5000.",
        good_en="Total vehicle km: 5000.",
        bad_nl="Voertuigkilometers totaal: ‘5.000’, in een bestand dat nergens laat zien wat de punt betekent.",
        bad_en="Total vehicle km: ‘5.000’, in a file that nowhere shows what the point means.",
        found={**HEADING, "seen": "5.000"},
    ),
    "FMT-009": guide(
        why_nl="Sommige getallen kunnen niet: minder dan nul kilometer, meer dan alles. Dan is een teken, een komma of een kolom verwisseld.",
        why_en="Some numbers cannot be: less than zero kilometres, more than everything. Then a sign, a point or a column was mixed up.",
        good_nl="Toegerekend aan concessie: 80 %.",
        good_en="Allocated to the concession: 80 %.",
        bad_nl="Toegerekend aan concessie: 120 %.",
        bad_en="Allocated to the concession: 120 %.",
        found={
            "heading": "chain_emissions.allocation_pct",
            "wanted": "chain_emissions.allocation_pct",
            "seen": "120",
        },
    ),
    "FMT-010": guide(
        why_nl="Verborgen tekens komen vaak mee met plakken en maken dat twee gelijke nummers niet gelijk zijn. Een heel lange tekst past in geen tabel.",
        why_en="Hidden characters often come along with pasting, and make two equal numbers unequal. A very long text fits in no table.",
        good_nl="Een omschrijving van een paar zinnen.",
        good_en="A description of a few sentences.",
        bad_nl="Een omschrijving van 2.400 tekens.",
        bad_en="A description of 2,400 characters.",
        found={"heading": "social_return.description", "wanted": "social_return.description"},
    ),
    "FMT-011": guide(
        why_nl="Zo'n waarde zegt dat uw rekenprogramma de formule niet kon uitrekenen. Wij kunnen dat dan ook niet.",
        why_en="Such a value says that your spreadsheet program could not work out the formula. Then neither can we.",
        good_nl="Voertuigkilometers totaal: 5000.",
        good_en="Total vehicle km: 5000.",
        bad_nl="Voertuigkilometers totaal: #DEEL/0!",
        bad_en="Total vehicle km: #DEEL/0!",
        found={**TOTAL, "seen": "#DEEL/0!"},
    ),
    "FMT-012": guide(
        why_nl="Staan er twee kolommen met dezelfde kop, dan kunnen ze iets anders zeggen. Wij kiezen niet voor u.",
        why_en="If two columns have the same heading, they may say different things. We do not choose for you.",
        good_nl="Blad Ritproductie met één kolom Periode.",
        good_en="Sheet Activity with one column Periode (period).",
        bad_nl="Blad Ritproductie met twee kolommen Periode.",
        bad_en="Sheet Activity with two columns Periode (period).",
        found={"state": "column", "seen": "Periode"},
    ),
}
