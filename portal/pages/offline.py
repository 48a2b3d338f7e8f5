"""Checking a report on a machine of one's own: what it takes, how it is done, and what comes out."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from flask import Blueprint, current_app, render_template
from flask.typing import ResponseReturnValue

from portal.access import for_everyone
from schemas.judgement import About, Finding, NotAssessed, Severity, Summary, Validation
from schemas.texts import Bilingual

FOLDER: Final = "offline"
LOCK: Final = "requirements-offline.lock"

offline = Blueprint("offline", __name__)

# One finding of a made-up report, as ``validate --format json`` tells it.
ANSWER: Final = Validation(
    report=About(concession_id="VB-OOST", report_year=2026, rule_set="2026.1", factor_set="official-2026"),
    rows={"report": 10, "vehicles": 60, "activity": 720, "energy": 720},
    summary=Summary(errors=1, warnings=0, notices=0),
    findings=(
        Finding(
            rule="FLT-001",
            revision=1,
            severity=Severity.ERROR,
            source="rapport.xlsx",
            sheet="vehicles",
            row=17,
            column="euro_class",
            value="Zero-emissie",
            message=Bilingual(
                nl="Voertuig V0107 heeft aandrijflijn Diesel of HVO en Euroklasse Zero-emissie.",
                en="Vehicle V0107 has drivetrain Diesel or HVO and Euro class Zero emission.",
            ),
            expected=Bilingual(nl="…", en="…"),
            mend=Bilingual(nl="…", en="…"),
        ),
    ),
    not_assessed=(
        NotAssessed(
            rule="YOY-001",
            sheet="energy",
            rows=720,
            reason=Bilingual(
                nl="Er is geen rapport van vorig jaar om mee te vergelijken.",
                en="There is no report of last year to compare with.",
            ),
        ),
    ),
)


@dataclass(frozen=True)
class Offered:
    """The two files that a reader takes away; made with the product, not by the portal."""

    wheel: str
    kilobytes: int


@offline.get("/regels/zelf-controleren")
@for_everyone
def page() -> ResponseReturnValue:
    return render_template(
        "pages/offline.html", offered=offered(), folder=FOLDER, lock=LOCK, answer=ANSWER.model_dump_json(indent=2)
    )


def offered() -> Offered | None:
    """The wheel and its lock file, where this installation has them."""
    folder = Path(str(current_app.static_folder)) / FOLDER
    wheel = next(iter(sorted(folder.glob("*.whl"))), None)
    if wheel is None or not (folder / LOCK).exists():
        return None
    return Offered(wheel.name, -(-wheel.stat().st_size // 1024))
