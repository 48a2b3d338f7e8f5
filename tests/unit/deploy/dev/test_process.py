"""A service is ended by the id that it noted, and a stranger that got the id later is left alone."""

import signal
import sys
from pathlib import Path

import psutil
import pytest

from deploy.dev.process import MissingComponent, Service, ServiceFailed, poll, program

PATIENT = [sys.executable, "-c", "import signal; signal.pause()"]
DEAF = [
    sys.executable,
    "-c",
    "import signal; signal.signal(15, signal.SIG_IGN); print('deaf', flush=True); signal.pause()",
]


def a_service(folder: Path) -> Service:
    return Service(pid_file=folder / "service.pid", log=folder / "service.log")


def test_a_launched_service_runs_until_it_is_ended(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    service.launch(PATIENT)
    running = service.process()

    service.end(signal.SIGTERM)

    assert running is not None
    assert service.process() is None


def test_a_stranger_with_the_same_id_is_left_alone(tmp_path: Path) -> None:
    stranger = psutil.Process()
    service = a_service(tmp_path)
    service.pid_file.write_text(f"{stranger.pid} {stranger.create_time() - 1!r}\n")

    service.end(signal.SIGKILL)

    assert stranger.is_running()
    assert not service.pid_file.exists()


def test_ending_what_never_ran_is_no_error(tmp_path: Path) -> None:
    a_service(tmp_path).end(signal.SIGTERM)


def test_a_service_that_will_not_end_is_said_with_the_end_of_its_log(tmp_path: Path) -> None:
    service = a_service(tmp_path)
    service.launch(DEAF)
    assert poll(lambda: "deaf" in service.tail(), within=10)

    with pytest.raises(ServiceFailed, match=r"did not end within 0.2 s(.|\n)*deaf"):
        service.end(signal.SIGTERM, within=0.2)

    service.end(signal.SIGKILL)


def test_a_missing_program_is_named_with_its_package() -> None:
    with pytest.raises(MissingComponent, match=r"no-such-program.*Debian package sense"):
        program("no-such-program", package="sense")
