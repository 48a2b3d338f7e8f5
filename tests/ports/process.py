"""A process of its own for tests: ``python -m tests.ports.process worker|sandboxed|relay``, as the environment says."""

import os
import sys
from time import sleep

from deploy.stopping import stopping_on_signals
from schemas.events import VersionUploaded
from schemas.settings import settings
from tests.ports.conftest import Recording
from workers.running import run_relay, run_workers

LONG_WORK = 1000


class Plain(Recording):
    """The recording worker, under the name of this test."""

    NAME = os.environ.get("TEST_WORKER", "plain")


class Working(Recording):
    """Works for ever on a version with a very high number, unless it is asked to end."""

    NAME = os.environ.get("TEST_WORKER", "working")
    IN_SANDBOX = True

    def work(self, event: VersionUploaded) -> int:
        if event.version.number >= LONG_WORK:
            sleep(600)
        return super().work(event)


def main(part: str) -> int:
    """Run one part until it is asked to stop; gives the exit code."""
    with stopping_on_signals() as stop:
        if part == "relay":
            return run_relay(settings(), stop=stop)
        return run_workers([Working if part == "sandboxed" else Plain], settings(), stop=stop)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
