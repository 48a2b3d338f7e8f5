"""The event of a calendar: the days of a duty that runs became other ones."""

from schemas.events.event import AboutReport


class CalendarChanged(AboutReport):
    """An authority set other days for a duty that is open; the days stay in the database."""

    TYPE = "nl.ketenspiegel.kalender-gewijzigd.v1"
