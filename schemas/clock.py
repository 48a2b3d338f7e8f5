"""The one clock: an aware moment in UTC, and the day as it is in the Netherlands."""

import os
from datetime import UTC, date, datetime
from typing import Final
from zoneinfo import ZoneInfo

DUTCH_TIME: Final = ZoneInfo("Europe/Amsterdam")
PRETENDING: Final = frozenset({"test", "demo"})


def now() -> datetime:
    """The present moment, aware, in UTC; KETENSPIEGEL_NOW replaces it, but only where APP_ENV is test or demo."""
    pretended = os.environ.get("KETENSPIEGEL_NOW")
    if pretended and os.environ.get("APP_ENV") in PRETENDING:
        return datetime.fromisoformat(pretended).astimezone(UTC)
    return datetime.now(UTC)  # noqa: TID251 - this module is the clock


def today() -> date:
    """The present day in Europe/Amsterdam, where the deadlines are."""
    return dutch_day(now())


def dutch_day(moment: datetime) -> date:
    """The day in the Netherlands on which an aware moment falls."""
    return moment.astimezone(DUTCH_TIME).date()
