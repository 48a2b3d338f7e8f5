"""What the README says of limits, accounts and settings is what the code does."""

from __future__ import annotations

from pathlib import Path

import pytest

from deploy.cli import main
from deploy.demo.accounts import ACCOUNTS, PASSWORD
from schemas.settings import MEBIBYTE, PRODUCTION_MUST_SET, Settings
from workers.intake import limits

README = (Path(__file__).parents[3] / "README.md").read_text(encoding="utf-8")


def limit_rows() -> list[tuple[str, str]]:
    given = Settings()
    return [
        ("a report in the browser", f"{given.upload_limit_bytes // MEBIBYTE} MB"),
        ("a report file", f"{limits.FILE_BYTES // limits.MEGABYTE} MB"),
        ("all that is unpacked", f"{limits.UNPACKED_BYTES // limits.MEGABYTE} MB"),
        ("entries in a zip", str(limits.ENTRIES)),
        ("rows on a sheet", str(limits.ROWS)),
        ("columns on a sheet", str(limits.COLUMNS)),
        ("a document to check", f"{given.document_limit_bytes // MEBIBYTE} MB"),
        ("a piece of evidence", f"{given.evidence_limit_bytes // MEBIBYTE} MB"),
        ("uploads per person per hour", str(given.uploads_per_hour)),
    ]


@pytest.mark.parametrize(("what", "limit"), limit_rows())
def test_the_limits_are_those_of_the_code(what: str, limit: str) -> None:
    assert f"| {what} | {limit} |" in README


def test_every_demo_account_stands_in_it() -> None:
    missing = [account.email for account in ACCOUNTS if f"`{account.email}`" not in README]

    assert missing == []
    assert f"`{PASSWORD}`" in README


def test_it_names_what_production_must_set() -> None:
    assert [name for name in PRODUCTION_MUST_SET if f"`KETENSPIEGEL_{name.upper()}`" not in README] == []


def test_it_names_every_command() -> None:
    assert [name for name in main.commands if f"`{name}" not in README] == []
