"""Every open duty of concessions, read from the facts; what is done is not there, and so nobody is reminded of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from schemas.reminding.opened import Open
from schemas.reminding.steps import DutyKind
from schemas.store.duties.ground import Ground, ground_of
from schemas.store.duties.of_certificates import certificates_expiring
from schemas.store.duties.of_evidence import evidence_missing
from schemas.store.duties.of_measures import measures_due
from schemas.store.duties.of_questions import questions_open
from schemas.store.duties.of_reports import corrections, reports_due, reviews, second_readings, signatures
from schemas.store.duties.of_suppliers import answers_due

Finder = Callable[[Ground], Iterator[Open]]

FINDERS: Final[Mapping[DutyKind, Finder]] = MappingProxyType(
    {
        DutyKind.REPORT: reports_due,
        DutyKind.CORRECTION: corrections,
        DutyKind.QUESTION: questions_open,
        DutyKind.SUPPLIER: answers_due,
        DutyKind.SIGNATURE: signatures,
        DutyKind.REVIEW: reviews,
        DutyKind.SECOND_READING: second_readings,
        DutyKind.MEASURE: measures_due,
        DutyKind.CERTIFICATE: certificates_expiring,
        DutyKind.EVIDENCE: evidence_missing,
    }
)


def open_duties(ground: Ground) -> Iterator[Open]:
    """All of them, kind by kind."""
    for finder in FINDERS.values():
        yield from finder(ground)


__all__ = ["FINDERS", "Ground", "ground_of", "open_duties"]
