"""A certificate that expires: the people who prepare the report are asked in time for a new one, until there is one."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from schemas.settings import Settings
from tests.unit.workers.at_work import AtWork, a_json_report, address, at_work, check, upload
from tests.unit.workers.reminding.reminded import mails_to, on, steps, text_of

LAST_DAY = date(2027, 2, 26)
A_FORTNIGHT_BEFORE = LAST_DAY - timedelta(days=14)
REPORTER = address("reporter")


@pytest.fixture
def work(installation: Settings, monkeypatch: pytest.MonkeyPatch) -> AtWork:
    """A duty that opened on 1 February 2027, seen on that day."""
    monkeypatch.setenv("APP_ENV", "test")
    monkeypatch.setenv("KETENSPIEGEL_NOW", "2027-02-01T09:00:00+00:00")
    return at_work()


def a_chain(work: AtWork, last_day: date) -> None:
    """A report that was checked, with one supplier whose certificate has this last day."""
    supplier = {"supplier_id": "A1", "name": "Proefcel", "country": "NL", "role": "battery", "tier": 1}
    certified = supplier | {"co2_ladder": "4.0/2", "certificate_valid_to": last_day.isoformat()}
    check(upload(work, a_json_report(suppliers=[certified])))


def of_certificates() -> list[tuple[str, str, str]]:
    return [one for one in steps() if one[0] == "certificate"]


def test_the_firm_the_certificate_and_the_last_day_stand_in_the_mail_two_weeks_before(work: AtWork) -> None:
    a_chain(work, LAST_DAY)

    on(A_FORTNIGHT_BEFORE)

    assert of_certificates() == [("certificate", "fortnight", REPORTER)]
    text = " ".join(text_of(mails_to(REPORTER)[-1]).split())
    assert "Proefcel" in text
    assert "CO2-Prestatieladder 4.0/2" in text
    assert "26 februari 2027" in text


def test_a_later_day_in_a_newer_version_ends_the_duty(work: AtWork) -> None:
    a_chain(work, LAST_DAY)
    a_chain(work, LAST_DAY + timedelta(days=365))

    on(A_FORTNIGHT_BEFORE)

    assert of_certificates() == []
