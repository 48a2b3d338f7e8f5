"""Named points at which a test lets a process die at once; refused everywhere but in tests."""

import os
import signal

VARIABLE = "CRASH_AT"


class CrashPointsRefused(Exception):
    """CRASH_AT is set where no test runs."""


def refuse_crash_points() -> None:
    """Called when a process starts: outside tests, CRASH_AT must not be set."""
    if os.environ.get(VARIABLE) and os.environ.get("APP_ENV") != "test":
        msg = f"{VARIABLE} is voor tests; haal het weg. / {VARIABLE} is for tests; unset it, or set APP_ENV=test."
        raise CrashPointsRefused(msg)


def crash_point(name: str) -> None:
    """Die here, as by kill -9, when a test asks for this point by ``CRASH_AT``."""
    if os.environ.get(VARIABLE) == name and os.environ.get("APP_ENV") == "test":
        os.kill(os.getpid(), signal.SIGKILL)
