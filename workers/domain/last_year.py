"""The report of the year before, opened for reckoning by the factor list of its own year."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from workers.domain.case import Case
from workers.domain.check import judged, sifted
from workers.domain.checked import Checked
from workers.domain.ledger import Ledger

# What the figures that are held against last year's are reckoned from.
USED: Final = ("vehicles", "activity", "energy", "energy_contracts", "ridership")


def last_year_of(case: Case) -> Ledger | None:
    """Last year's report with the errors on the sheets that are used; None where it was not given.

    A report of another year may come from anywhere and is not handed in here, so its errors tell which of its figures
    cannot be held against, and are no findings of this report.
    """
    last = case.last_year
    if last is None:
        return None
    # This year's evidence and duty say nothing of it.
    sound = sifted(replace(last, factors=case.list_of_last_year, evidence=None, duty_year=None))
    by = sound.case.rule_set
    rest = (rule for rule in by.rules if rule.statement.sheet in USED and rule not in (*by.first, *by.last))
    return Ledger(Checked(sound.case, (*sound.offences, *(judged(rule, sound.case) for rule in rest))))
