"""Who reports about what, and with which evidence."""

from __future__ import annotations

from schemas.report.code_lists import EvidenceKind
from schemas.report.columns import Day, Row, Text, column
from schemas.texts import Bilingual


class ReportField(Row):
    """Who reports about what."""

    sheet = "report"
    label = Bilingual(nl="Rapport", en="Report")
    holds = Bilingual(nl="Wie rapporteert waarover", en="Who reports about what")
    required = True
    few_rows = True

    field: Text = column(
        nl="Veld",
        en="Field",
        key=True,
        note_nl="Blad met twee kolommen: één rij per veld; een veld dat niet verplicht is, mag ontbreken",
        note_en="Two-column sheet: one row per field of report_fields.csv; a field that is not required may be absent",
    )
    value: Text | None = column(
        nl="Waarde",
        en="Value",
        note_nl="Verplicht waar het veld verplicht is",
        note_en="Required where report_fields.csv says so",
        absent=True,
    )


class Evidence(Row):
    """Attached files."""

    sheet = "evidence"
    label = Bilingual(nl="Bewijsstukken", en="Evidence")
    holds = Bilingual(nl="Bijgevoegde bestanden", en="Attached files")
    required = True
    few_rows = True

    evidence_id: Text = column(nl="Bewijsnummer", en="Evidence id", key=True)
    file_name: Text = column(
        nl="Bestandsnaam", en="File name", note_nl="Van een meegestuurde bijlage", note_en="Of an uploaded attachment"
    )
    kind: EvidenceKind = column(nl="Soort", en="Kind")
    issued_by: Text | None = column(nl="Afgegeven door", en="Issued by", absent=True)
    issued_on: Day | None = column(nl="Afgegeven op", en="Issued on", absent=True)
    covers: Text | None = column(nl="Heeft betrekking op", en="Covers", absent=True)
