"""A waiver in a few words, where it stands beside a finding or a norm."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection
from dataclasses import dataclass
from uuid import UUID

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from portal.filters import date_long
from schemas.store import Report, Waiver, waivers_over


@dataclass(frozen=True)
class WaiverLine:
    """A waiver of a norm: in short, with its reason, and as the reason that a manager may give."""

    id: UUID
    words: str
    reason: str
    as_reason: str


def in_short(waiver: Waiver) -> str:
    """*Ontheven: besluit 2026-118, t/m 31 december 2027*."""
    return str(
        _("Ontheven: besluit %(number)s, t/m %(day)s", number=waiver.decision_number, day=date_long(waiver.ends))
    )


def waived_norms(session: Session, report: Report) -> dict[str, list[WaiverLine]]:
    """The waivers that hold for a report, by norm."""
    found: dict[str, list[WaiverLine]] = defaultdict(list)
    for one in waivers_over(session, report):
        if one.norm:
            found[one.norm].append(
                WaiverLine(id=one.id, words=in_short(one), reason=one.reason, as_reason=_as_reason(one))
            )
    return dict(found)


def with_waivers(session: Session, report: Report, norm: str, chosen: Collection[UUID], reason: str) -> str:
    """What a manager wrote as the reason to depart from a verdict, after the waivers that were chosen as reasons."""
    offered = waived_norms(session, report).get(norm, [])
    return "\n".join([*(one.as_reason for one in offered if one.id in chosen), *([reason] if reason.strip() else [])])


def _as_reason(waiver: Waiver) -> str:
    return str(
        _(
            "Ontheffing bij besluit %(number)s, van %(starts)s t/m %(ends)s: %(reason)s",
            number=waiver.decision_number,
            starts=date_long(waiver.starts),
            ends=date_long(waiver.ends),
            reason=waiver.reason,
        )
    )
