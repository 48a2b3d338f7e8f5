"""Digests: all that one reader is reminded of on one day, the most pressing first."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from schemas.reminding.marks import mail_id
from schemas.reminding.opened import Reader
from schemas.reminding.planning import Due


@dataclass(frozen=True, kw_only=True)
class Digest:
    """One mail to one reader on one day."""

    reader: Reader
    day: date
    items: tuple[Due, ...]

    @property
    def id(self) -> UUID:
        """The same for the same reader and day: there is never a second one."""
        return mail_id(self.reader.whom, self.day)


def digests(due: Iterable[Due], day: date) -> list[Digest]:
    """What is due, gathered per reader; of one duty that reaches a reader along two ways the highest step counts."""
    by_reader: dict[str, list[Due]] = defaultdict(list)
    for one in due:
        by_reader[one.reader.whom].append(one)
    return [
        Digest(reader=of_one[0].reader, day=day, items=tuple(sorted(of_one, key=_urgency)))
        for _, of_one in sorted(by_reader.items())
    ]


def _urgency(one: Due) -> tuple[date, str, str]:
    return one.one.due, one.one.kind.value, str(one.one.subject)
