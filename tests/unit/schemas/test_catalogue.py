"""A rule set that was kept by an earlier release is still read."""

from __future__ import annotations

from schemas.catalogue import Catalogue
from schemas.judgement import Severity

# As the row of a rule set was written before rules told why they matter.
BEFORE_EXAMPLES = """{"rules": [{
  "rule": "ACT-001", "revision": 1, "sheet": "activity", "at": "km_timetable", "severity": "error", "basis": "MIPOV, supply",
  "obligation": {"nl": "Dienstregelingkilometers zijn een deel van alle kilometers.", "en": "Timetable kilometres are part of all kilometres."},
  "message": {"nl": "{km_timetable} is meer dan {km_total}.", "en": "{km_timetable} is more than {km_total}."},
  "expected": {"nl": "Hoogstens {km_total} kilometer.", "en": "At most {km_total} kilometres."},
  "mend": {"nl": "Controleer of de materieelritten in het totaal zijn meegeteld.", "en": "Check that empty runs are counted in the total."}
}], "ranges": {"empty_running_warning": 0.15}}"""


def test_a_row_from_before_the_examples_is_read_without_them() -> None:
    [rule] = Catalogue.model_validate_json(BEFORE_EXAMPLES).rules

    assert (rule.rule, rule.severity, rule.mend.en) == (
        "ACT-001",
        Severity.ERROR,
        "Check that empty runs are counted in the total.",
    )
    assert (rule.why, rule.example) == (None, None)
