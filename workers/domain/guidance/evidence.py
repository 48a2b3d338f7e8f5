"""Evidence: why its rules matter, with examples."""

from __future__ import annotations

from datetime import date

from workers.domain.guiding import guide

GUIDANCE = {
    "EVD-001": guide(
        why_nl="Een bewijsstuk dat er niet is, bewijst niets. Wij zoeken op de bestandsnaam: één letter anders is een ander bestand.",
        why_en="A document that is not there proves nothing. We look for the file name: one letter different is another file.",
        good_nl="Bewijsstuk E1 noemt gvo-2026.pdf; dat bestand is meegestuurd.",
        good_en="Evidence E1 names gvo-2026.pdf; that file was sent along.",
        bad_nl="Bewijsstuk E1 noemt gvo-2026.pdf; meegestuurd is gvo_2026.pdf.",
        bad_en="Evidence E1 names gvo-2026.pdf; gvo_2026.pdf was sent along.",
        found={"file_name": "gvo-2026.pdf", "evidence_id": "E1"},
    ),
    "EVD-002": guide(
        why_nl="Een stuk van vorig jaar kan niets zeggen over dit jaar. Vaak is het per ongeluk opnieuw meegestuurd.",
        why_en="A document of last year can say nothing about this year. Often it was sent along again by mistake.",
        good_nl="gvo-2026.pdf is een nieuw bestand.",
        good_en="gvo-2026.pdf is a new file.",
        bad_nl="gvo-2026.pdf is hetzelfde bestand als bij het rapport over 2025, met een andere naam.",
        bad_en="gvo-2026.pdf is the same file as with the report on 2025, under another name.",
        found={"file_name": "gvo-2026.pdf", "handed_in_year": 2025},
    ),
    "EVD-003": guide(
        why_nl="In een paar jaar veranderen leveranciers en werkwijzen. Een oud stuk zegt dan weinig meer over dit jaar.",
        why_en="In a few years suppliers and ways of working change. An old document then says little about this year.",
        good_nl="Rapport over 2026, bewijsstuk E1 afgegeven op 1 juni 2024.",
        good_en="Report on 2026, evidence E1 issued on 1 June 2024.",
        bad_nl="Rapport over 2026, bewijsstuk E1 afgegeven op 1 juni 2022.",
        bad_en="Report on 2026, evidence E1 issued on 1 June 2022.",
        found={
            "evidence_id": "E1",
            "issued_on": date(2022, 6, 1),
            "allowed": 36,
            "period_end": date(2026, 12, 31),
            "earliest": date(2023, 12, 31),
        },
    ),
}
