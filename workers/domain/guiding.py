"""How a rule is taught: why it matters, an example of good and of bad, and with which values the rule answers the bad one."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from schemas.judgement import Severity
from schemas.texts import Bilingual


@dataclass(frozen=True)
class Guidance:
    """What a reader needs beside a rule's statement.

    ``found`` fills the placeholders of the statement's texts with what the rule finds in the bad example; ``severity`` is
    given where the example meets the second severity of a rule that has two. A test lets the rule judge both examples.
    """

    why: Bilingual
    good: Bilingual
    bad: Bilingual
    found: Mapping[str, object]
    severity: Severity | None = None


def guide(
    *,
    why_nl: str,
    why_en: str,
    good_nl: str,
    good_en: str,
    bad_nl: str,
    bad_en: str,
    found: Mapping[str, object] | None = None,
    severity: Severity | None = None,
) -> Guidance:
    """Guide the reader of one rule, in both languages."""
    return Guidance(
        why=Bilingual(nl=why_nl, en=why_en),
        good=Bilingual(nl=good_nl, en=good_en),
        bad=Bilingual(nl=bad_nl, en=bad_en),
        found=found or {},
        severity=severity,
    )
