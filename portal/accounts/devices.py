"""What a browser calls itself, in words that its owner knows: *Firefox op Windows*."""

from __future__ import annotations

from typing import Final

from flask_babel import gettext as _

# The first that is named counts: every browser also names those that it descends from.
BROWSERS: Final = (
    ("Edg", "Edge"),
    ("OPR/", "Opera"),
    ("SamsungBrowser/", "Samsung Internet"),
    ("Firefox/", "Firefox"),
    ("FxiOS/", "Firefox"),
    ("Chrome/", "Chrome"),
    ("CriOS/", "Chrome"),
    ("Safari/", "Safari"),
)
SYSTEMS: Final = (
    ("Android", "Android"),
    ("iPhone", "iPhone"),
    ("iPad", "iPad"),
    ("Windows", "Windows"),
    ("Mac OS X", "macOS"),
    ("CrOS", "ChromeOS"),
    ("Linux", "Linux"),
)


def device(agent: str) -> str:
    """The browser and the system; what is not known is not guessed."""
    browser, system = _named(agent, BROWSERS), _named(agent, SYSTEMS)
    if browser and system:
        return str(_("%(browser)s op %(system)s", browser=browser, system=system))
    return browser or system or str(_("een onbekend apparaat"))


def _named(agent: str, known: tuple[tuple[str, str], ...]) -> str | None:
    return next((name for sign, name in known if sign in agent), None)
