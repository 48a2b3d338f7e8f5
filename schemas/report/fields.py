"""The fields of the sheet *Report*: two columns in the file, one typed row here."""

from __future__ import annotations

from schemas.report.code_lists import Assurance
from schemas.report.columns import Day, Quantity, Row, Text, Year, column
from schemas.texts import Bilingual


class Front(Row):
    """Who reports about what: the fields of the sheet as one row."""

    sheet = "report"
    label = Bilingual(nl="Rapport", en="Report")
    holds = Bilingual(nl="Wie rapporteert waarover", en="Who reports about what")
    required = True

    format_version: Text = column(nl="Formaatversie", en="Format version", note_nl="2026.1", note_en="2026.1")
    concession_id: Text = column(nl="Concessie", en="Concession")
    holder_kvk: Text = column(
        nl="KvK-nummer concessiehouder", en="Trade register number", note_nl="Acht cijfers", note_en="Eight digits"
    )
    holder_name: Text = column(nl="Naam concessiehouder", en="Concession holder")
    report_year: Year = column(nl="Verslagjaar", en="Report year")
    period_start: Day = column(nl="Begin verslagperiode", en="Start of period")
    period_end: Day = column(nl="Einde verslagperiode", en="End of period")
    prepared_on: Day = column(nl="Opgesteld op", en="Prepared on")
    contact_email: Text = column(nl="E-mailadres (functioneel)", en="A functional mailbox, no person")
    boundary_note: Text | None = column(nl="Afbakening", en="Boundary", absent=True)
    assurance: Assurance = column(nl="Assurance", en="Assurance")
    assurer_name: Text | None = column(
        nl="Assuranceverlener",
        en="Assurance provider",
        note_nl="Verplicht, tenzij assurance 'geen' is",
        note_en="Required unless assurance is none",
        absent=True,
    )
    concession_revenue_eur: Quantity | None = column(
        nl="Omzet en bijdrage in de concessie", en="Concession revenue and subsidy", absent=True
    )
    sroi_base_eur: Quantity | None = column(nl="Grondslag social return", en="Base for social return", absent=True)
    co2_ladder: Text | None = column(
        nl="CO2-Prestatieladder concessiehouder", en="CO2 Performance Ladder of the holder", absent=True
    )
    co2_ladder_valid_to: Day | None = column(nl="Certificaat geldig tot", en="Certificate valid to", absent=True)
    base_year: Year | None = column(nl="Basisjaar reductiedoel", en="Base year of the reduction target", absent=True)
    base_year_wtw_t: Quantity | None = column(
        nl="WTW-emissie in het basisjaar",
        en="WTW emissions in the base year",
        note_nl="t CO2e",
        note_en="t CO2e",
        absent=True,
    )
    pso_step: Text | None = column(nl="PSO-trede concessiehouder", en="PSO step of the holder", absent=True)
    pso_valid_to: Day | None = column(nl="PSO geldig tot", en="PSO valid to", absent=True)
