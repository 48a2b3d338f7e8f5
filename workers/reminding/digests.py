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
    """One mail to one reader on one day; ``id`` is the same for the same reader and day, so that there is never a second one."""

    id: UUID
    reader: Reader
    day: date
    items: tuple[Due, ...]


def digests(due: Iterable[Due], day: date) -> list[Digest]:
    """What is due, gathered per reader; of one duty that reaches a reader along two ways the highest step counts."""
    by_reader: dict[str, list[Due]] = defaultdict(list)
    for one in due:
        by_reader[one.reader.whom].append(one)
    return [digest_of(mail_id(whom, day), of_one[0].reader, day, of_one) for whom, of_one in sorted(by_reader.items())]


def digest_of(mail: UUID, reader: Reader, day: date, due: Iterable[Due]) -> Digest:
    """One mail with what is due, in its order."""
    return Digest(id=mail, reader=reader, day=day, items=tuple(sorted(due, key=_urgency)))


def _urgency(one: Due) -> tuple[date, str, str]:
    return one.one.due, one.one.kind.value, str(one.one.subject)
