"""Who reports about what: why it matters, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "REP-001": guide(
        why_nl="Een rapport bij de verkeerde concessie of het verkeerde jaar zou met de verkeerde afspraken worden beoordeeld.",
        why_en="A report with the wrong concession or the wrong year would be judged by the wrong agreements.",
        good_nl="De plicht is voor concessie VB-OOST; het rapport noemt VB-OOST.",
        good_en="The duty is for concession VB-OOST; the report names VB-OOST.",
        bad_nl="De plicht is voor concessie VB-OOST; het rapport noemt VB-WEST.",
        bad_en="The duty is for concession VB-OOST; the report names VB-WEST.",
        found={"heading": "report.concession_id", "given": "VB-WEST", "agreed": "VB-OOST"},
    ),
    "REP-002": guide(
        why_nl="Aan het KvK-nummer zien wij dat het rapport van de houder zelf is, en niet van een ander bedrijf met bijna dezelfde naam.",
        why_en="The trade register number shows that the report is the holder's own, and not that of another firm with nearly the same name.",
        good_nl="KvK-nummer 12345678: daarop is de concessie verleend.",
        good_en="Trade register number 12345678: the concession was granted to it.",
        bad_nl="KvK-nummer 87654321: dat is een ander bedrijf in dezelfde groep.",
        bad_en="Trade register number 87654321: that is another firm in the same group.",
        found={"given": "87654321", "concession": "Voorbeeld-Oost", "agreed": "12345678"},
    ),
    "REP-003": guide(
        why_nl="Normen en de vergelijking met vorig jaar gaan over hele jaren. In een half jaar rijdt een bus half zo veel, en in de winter verbruikt hij meer dan in de zomer.",
        why_en="Norms and the comparison with last year are about whole years. In half a year a bus runs half as much, and in winter it uses more than in summer.",
        good_nl="Van 1 januari 2026 tot en met 31 december 2026.",
        good_en="From 1 January 2026 to 31 December 2026.",
        bad_nl="Van 1 juli 2026 tot en met 31 december 2026.",
        bad_en="From 1 July 2026 to 31 December 2026.",
        found={
            "heading": "report.period_start",
            "given": date(2026, 7, 1),
            "agreed": date(2026, 1, 1),
            "report_year": 2026,
        },
    ),
    "REP-004": guide(
        why_nl="Een verklaring telt alleen als de lezer kan zien wie het rapport heeft nagekeken en wat die ervan zegt.",
        why_en="A statement counts only if the reader can see who examined the report and what they say of it.",
        good_nl="Assurance: Beperkt. Assuranceverlener: Voorbeeld Accountants. De verklaring zit bij de bewijsstukken.",
        good_en="Assurance: Limited. Assurance provider: Voorbeeld Accountants. The statement is among the evidence.",
        bad_nl="Assurance: Beperkt. De assuranceverlener is leeg.",
        bad_en="Assurance: Limited. The assurance provider is blank.",
        found={"assurance": "limited", "why": "assurer_missing"},
    ),
    "REP-005": guide(
        why_nl="Zonder echte periode weten wij niet welke maanden erbij horen. Dan is er geen jaarcijfer te maken.",
        why_en="Without a real period we do not know which months belong to it. Then no figure of the year can be made.",
        good_nl="Van 1 januari 2026 tot en met 31 december 2026, verslagjaar 2026.",
        good_en="From 1 January 2026 to 31 December 2026, report year 2026.",
        bad_nl="Van 1 januari 2026 tot en met 31 december 2025, verslagjaar 2026.",
        bad_en="From 1 January 2026 to 31 December 2025, report year 2026.",
        found={
            "why": "ends_before_it_starts",
            "start": date(2026, 1, 1),
            "end": date(2025, 12, 31),
            "report_year": 2026,
        },
    ),
}
