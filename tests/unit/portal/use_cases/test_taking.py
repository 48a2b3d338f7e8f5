"""What files the portal takes in, and how it says no to others."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest

from portal.refusals import Refused
from portal.use_cases import take_evidence, take_report_file
from portal.use_cases.taking import EMPTY, HAS_MACROS, HAS_PASSWORD, NO_REPORT, plain_name, shown_name
from schemas.settings import settings
from schemas.store import files
from tests.unit.portal.use_cases.seeding import WORKBOOK

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 an encrypted package"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("rapport.xlsx", b"", EMPTY),
        ("rapport.xlsx", OLE, HAS_PASSWORD),
        ("rapport.xls", OLE, HAS_PASSWORD),
        ("rapport.xlsm", WORKBOOK, HAS_MACROS),
        ("rapport.pdf", b"%PDF-1.7", NO_REPORT),
        ("rapport.xlsx", b"%PDF-1.7", NO_REPORT),
        ("rapport.json", WORKBOOK, NO_REPORT),
        ("rapport", WORKBOOK, NO_REPORT),
        ("rapport.html", b"<script>alert(1)</script>", NO_REPORT),
    ],
)
def test_what_cannot_be_a_report_is_refused_with_its_reason(
    portal_home: Path, name: str, content: bytes, reason: str
) -> None:
    with pytest.raises(Refused) as refused:
        take_report_file(BytesIO(content), name=name)

    assert refused.value.reason == reason.format(name=name)
    assert refused.value.field == "bestand"


@pytest.mark.parametrize(("name", "content"), [("r.xlsx", WORKBOOK), ("R.ZIP", WORKBOOK), ("r.json", b"{}")])
def test_a_workbook_a_zip_and_json_are_kept_as_they_are(portal_home: Path, name: str, content: bytes) -> None:
    taken = take_report_file(BytesIO(content), name=name)

    assert files().read(taken.sha256) == content
    assert (taken.name, taken.size) == (name, len(content))


def test_a_file_over_the_limit_leaves_nothing_behind(portal_home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KETENSPIEGEL_UPLOAD_LIMIT_BYTES", "20")
    settings.cache_clear()

    with pytest.raises(Refused) as refused:
        take_report_file(BytesIO(WORKBOOK), name="rapport.xlsx")

    assert refused.value.status == 413
    assert list(files().lying()) == []


def test_a_name_of_500_characters_is_shown_shortened_with_its_ending() -> None:
    name = shown_name("a" * 500 + ".xlsx")

    assert len(name) == 200
    assert name.endswith("….xlsx")


@pytest.mark.parametrize(
    ("given", "plain"),
    [
        ("../../etc/passwd.json", "passwd.json"),
        ("C:\\Users\\roos\\rapport.xlsx", "rapport.xlsx"),
        ("rap\x00port\r\n.xlsx", "rapport.xlsx"),
        ("rapport\u202excod.xlsx", "rapportxcod.xlsx"),
        ("cafe\u0301.pdf", "café.pdf"),
    ],
)
def test_a_name_is_never_a_path_and_shows_what_it_is(given: str, plain: str) -> None:
    assert plain_name(given) == plain


def test_evidence_with_a_name_too_long_to_match_is_refused_and_says_so(portal_home: Path) -> None:
    with pytest.raises(Refused) as refused:
        take_evidence(BytesIO(b"%PDF-1.7"), name="b" * 500 + ".pdf")

    assert "langer dan 200 tekens" in refused.value.reason


def test_a_page_that_calls_itself_evidence_is_refused(portal_home: Path) -> None:
    with pytest.raises(Refused):
        take_evidence(BytesIO(b"<html></html>"), name="bewijs.html")
