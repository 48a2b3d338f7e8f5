"""What did not come of a report that a case is about, as its page tells it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from schemas.state import CameBack, Facts, VersionFacts, came_back
from schemas.store import Shortfall


@dataclass(frozen=True, kw_only=True)
class Missing:
    """A report that did not come, or, where version ``number`` came back, not again; and when it came after all."""

    back: CameBack | None
    number: int | None
    came_at: datetime | None


def missing_shown(case: Shortfall, facts: Facts) -> Missing | None:
    """What is missing in a case; none where it is about norms."""
    if case.version is not None:
        return None
    sent_back = next((one for one in facts.versions if one.id == case.sent_back), None)
    return Missing(
        back=came_back(sent_back) if sent_back else None,
        number=sent_back.number if sent_back else None,
        came_at=came_at(case, facts.versions),
    )


def came_at(case: Shortfall, versions: Sequence[VersionFacts]) -> datetime | None:
    """When a report was first handed in after all; after a version that came back only what is newer counts."""
    after = next((one.number for one in versions if one.id == case.sent_back), 0)
    return next((one.signed.at for one in versions if one.number > after and one.signed), None)
