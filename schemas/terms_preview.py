"""What a new edition of a concession's terms would change: in the terms themselves, and in how earlier reports are judged."""

from __future__ import annotations

from schemas.said import Said
from schemas.shadow import ReportBeside, Untried
from schemas.texts import Bilingual


class TermsPreview(Said):
    """The changes as sentences, and every report of the concession judged by its own terms and by the new ones."""

    concession: str
    name: str
    known: bool
    changes: tuple[Bilingual, ...]
    reports: tuple[ReportBeside, ...] = ()
    untried: tuple[Untried, ...] = ()

    @property
    def turning(self) -> tuple[ReportBeside, ...]:
        """The reports of which a verdict becomes another one."""
        return tuple(report for report in self.reports if report.turns)
