"""Backup and restore of an installation on SQLite: whole, verified, and never over what is there."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from deploy.cli import main
from schemas.settings import Settings, settings
from schemas.store import Version, files, reading
from tests.unit.workers.at_work import a_json_report, at_work, check, publish, upload

PRIVATE = {"staff_group": "drivers", "headcount": 9, "fte": 8, "sick_leave_pct": "41.2347"}


def ketenspiegel(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def elsewhere(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_HOME", str(home))
    settings.cache_clear()


def versions() -> list[object]:
    with reading() as session:
        return list(session.scalars(select(Version.id)))


def test_what_was_backed_up_is_back_on_another_machine(
    installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(check(upload(at_work())))
    before, lying = versions(), {one.sha256 for one in files().lying()}
    assert ketenspiegel("backup", tmp_path / "copy").exit_code == 0
    elsewhere(tmp_path / "new", monkeypatch)

    done = ketenspiegel("restore", tmp_path / "copy")

    assert done.exit_code == 0, done.output
    assert versions() == before
    assert {one.sha256 for one in files().lying()} == lying


def test_a_backup_never_goes_over_another(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("backup", tmp_path / "copy")

    done = ketenspiegel("backup", tmp_path / "copy")

    assert done.exit_code == 1
    assert "niet leeg" in done.stderr


def test_a_restore_never_goes_over_an_installation(installation: Settings, tmp_path: Path) -> None:
    event = upload(at_work())
    ketenspiegel("backup", tmp_path / "copy")

    done = ketenspiegel("restore", tmp_path / "copy")

    assert done.exit_code == 1
    assert "bestaat al" in done.stderr
    assert versions() == [event.version.version]


def test_a_file_that_was_damaged_is_named(
    installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(at_work())
    ketenspiegel("backup", tmp_path / "copy")
    [copy] = (tmp_path / "copy" / "files").iterdir()
    copy.write_bytes(b"other bytes")
    elsewhere(tmp_path / "new", monkeypatch)

    done = ketenspiegel("restore", tmp_path / "copy")

    assert done.exit_code == 1
    assert copy.name in done.stderr


def test_a_file_that_is_missing_from_the_backup_is_named(
    installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    upload(at_work())
    ketenspiegel("backup", tmp_path / "copy")
    [copy] = (tmp_path / "copy" / "files").iterdir()
    copy.unlink()
    elsewhere(tmp_path / "new", monkeypatch)

    done = ketenspiegel("restore", tmp_path / "copy")

    assert done.exit_code == 1
    assert copy.name in done.stderr


def test_a_folder_without_a_backup_is_refused(
    installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    elsewhere(tmp_path / "new", monkeypatch)

    done = ketenspiegel("restore", tmp_path / "empty")

    assert done.exit_code == 1
    assert "ontbreekt" in done.stderr


def test_an_upload_that_was_taken_away_for_privacy_does_not_fail_a_restore(
    installation: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(check(upload(at_work(), a_json_report(workforce=[PRIVATE]))))
    ketenspiegel("backup", tmp_path / "copy")
    elsewhere(tmp_path / "new", monkeypatch)

    done = ketenspiegel("restore", tmp_path / "copy")

    assert done.exit_code == 0, done.output
