"""How a rule is stated: one block with its id, place, severity, basis, texts and the function that finds what breaks it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import polars as pl

from schemas.judgement import NotAssessed, Severity
from schemas.texts import Bilingual
from workers.domain.case import Case
from workers.domain.reasons import Given as Given
from workers.domain.reasons import Lack as Lack

Find = Callable[[Case], pl.LazyFrame]


@dataclass(frozen=True)
class Statement:
    """What a rule says: ``obligation`` is the duty in one sentence; texts hold the same placeholders in both languages."""

    id: str
    revision: int
    sheet: str
    at: str | None
    severity: Severity
    basis: str
    obligation: Bilingual
    message: Bilingual
    expected: Bilingual
    mend: Bilingual


@dataclass(frozen=True)
class Rule:
    """A statement with the function that gives back the rows that break it.

    ``needs`` are the cells (``sheet.column``; ``report.field``) without which a row cannot be judged: where a required sheet, column or
    field is absent the rule is not assessed (what is optional and absent counts as blank), and rows of the rule's sheet whose
    needed cells failed a form rule are counted as not assessed: ``find`` leaves them out with ``Table.broken``, as null
    compares as neither. ``given`` names what must come with the report: ``terms``, ``factors``, ``previous``, ``evidence``; or, with ``period``, that the
    reported period is one.

    The rows that ``find`` gives back carry every placeholder of the texts as a column, and may carry ``row`` (default null), ``column``
    (default ``at``), ``value`` (default the cell as written), ``severity`` (where the contract gives two), ``sheet`` and
    ``entity`` (what an explanation sticks to; default the key of the row). A row with ``lacks`` (a ``Lack``) is no offence
    but could not be judged; it stands for ``rows`` rows of the sheet (default 1), and the rule then does its own counting.
    """

    statement: Statement
    find: Find
    needs: tuple[str, ...] = ()
    given: tuple[str, ...] = ()


@dataclass(frozen=True)
class Offences:
    """What breaks one statement: rows with ``sheet``, ``row``, ``column``, ``value``, ``severity``, ``entity`` and every placeholder."""

    statement: Statement
    frame: pl.DataFrame
    not_assessed: tuple[NotAssessed, ...] = ()


def rule(
    id: str,  # noqa: A002 - the contract's own word
    *,
    sheet: str,
    severity: Severity,
    basis: str,
    duty_nl: str,
    nl: str,
    en: str,
    expected_nl: str,
    expected_en: str,
    mend_nl: str,
    mend_en: str,
    at: str | None = None,
    needs: tuple[str, ...] = (),
    given: tuple[str, ...] = (),
    revision: int = 1,
) -> Callable[[Find], Rule]:
    """State a rule above the function that finds what breaks it; the function's docstring is the obligation in English."""

    def stated(find: Find) -> Rule:
        duty_en = (find.__doc__ or "").strip().splitlines()[0]
        statement = Statement(
            id=id,
            revision=revision,
            sheet=sheet,
            at=at,
            severity=severity,
            basis=basis,
            obligation=Bilingual(nl=duty_nl, en=duty_en),
            message=Bilingual(nl=nl, en=en),
            expected=Bilingual(nl=expected_nl, en=expected_en),
            mend=Bilingual(nl=mend_nl, en=mend_en),
        )
        return Rule(statement=statement, find=find, needs=needs, given=given)

    return stated
