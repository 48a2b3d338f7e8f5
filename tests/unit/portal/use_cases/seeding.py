"""What a worker would keep of a check, written by hand for the tests of the portal."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import select

from portal.use_cases import Upload, take_report_file, upload_version
from schemas.clock import now
from schemas.events import VersionUploaded
from schemas.judgement import Severity
from schemas.store import Check, Finding, Outbox, Parked, RuleResult, Version, sessions

WORKBOOK = b"PK\x03\x04 a workbook as far as its first bytes tell"


def an_upload(report: UUID, by: UUID, *, content: bytes = WORKBOOK, name: str = "rapport.xlsx", **more: Any) -> Version:
    """A version of a report, uploaded by its use case."""
    taken = take_report_file(BytesIO(content), name=name)
    upload = Upload(taken=taken, clean=more.pop("clean", True), key=more.pop("key", uuid4()), **more)
    with sessions().begin() as session:
        return upload_version(session, report, upload, by=by)


def a_finding(position: int = 0, **more: Any) -> Finding:
    """A warning on the energy of one vehicle."""
    known: dict[str, Any] = {
        "position": position,
        "rule": "ENE-003",
        "revision": 1,
        "severity": Severity.WARNING,
        "source": "rapport.xlsx",
        "sheet": "energy",
        "row": 312 + position,
        "column": "quantity",
        "value": "18900",
        "entity": f"V{position:04}",
        "message_nl": f"Voertuig V{position:04} gebruikte 3,2 kWh/km over het jaar; gebruikelijk is 0,8 tot 1,9.",
        "message_en": f"Vehicle V{position:04} used 3.2 kWh/km over the year; usual is 0.8 to 1.9.",
        "expected_nl": "0,8 tot 1,9 kWh/km",
        "expected_en": "0.8 to 1.9 kWh/km",
        "mend_nl": "Controleer eenheid en kilometers.",
        "mend_en": "Check the unit and the kilometres.",
        "raw": {"vehicle_id": f"V{position:04}", "period": "2026-03", "quantity": "18.900", "unit": "kWh"},
    }
    return Finding(**{**known, **more})


def a_check(version: UUID, findings: Iterable[Finding] = (), **more: Any) -> None:
    """The outcome of a check with these findings, counted."""
    found = list(findings)
    counts: dict[tuple[str, Severity, int], int] = {}
    for finding in found:
        finding.version = version
        key = (finding.rule, finding.severity, finding.revision)
        counts[key] = counts.get(key, 0) + 1
    numbers = {severity: sum(n for (_, of, _r), n in counts.items() if of is severity) for severity in Severity}
    check = {
        "started_at": now(),
        "at": now(),
        "rule_set": "2026.1",
        "errors": numbers[Severity.ERROR],
        "warnings": numbers[Severity.WARNING],
        "notices": numbers[Severity.NOTICE],
        "rows": {},
    }
    with sessions().begin() as session:
        session.add(Check(version=version, **{**check, **more}))
        session.add_all(
            RuleResult(version=version, rule=rule, severity=severity, revision=revision, count=count)
            for (rule, severity, revision), count in counts.items()
        )
        session.add_all(found)


def a_parked_event(report: UUID, **facts: Any) -> Parked:
    """Work on a report that a worker gave up."""
    known: dict[str, Any] = {"worker": "check", "reason": "died", "body": b""}
    return Parked(
        topic="ketenspiegel.reports",
        partition=0,
        offset=0,
        key=report,
        headers={},
        reason_text="A library said this.",
        error_class="MemoryError",
        attempts=3,
        worker_version="0",
        parked_at=now(),
        **known | facts,
    )


def stop_the_check(report: UUID, *, reason: str) -> None:
    """The newest check of a report was parked for this reason, and an operator discarded it."""
    with sessions().begin() as session:
        asked = session.scalars(
            select(Outbox)
            .where(Outbox.key == report, Outbox.type == VersionUploaded.TYPE)
            .order_by(Outbox.position.desc())
        ).first()
        assert asked is not None
        session.add(a_parked_event(report, reason=reason, body=asked.body, discarded_at=now()))
