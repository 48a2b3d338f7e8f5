"""The report of the year before, opened for reckoning by the factor list of its own year."""

from __future__ import annotations

from dataclasses import replace

from workers.domain.case import Case
from workers.domain.check import sifted
from workers.domain.ledger import Ledger


def last_year_of(case: Case) -> Ledger | None:
    """Last year's report without the rows that cannot be judged; None where it was not given."""
    last = case.last_year
    return Ledger(sifted(replace(last, factors=case.list_of_last_year))) if last else None
