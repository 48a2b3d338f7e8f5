"""What new terms would change, for the terminal."""

from __future__ import annotations

from collections.abc import Iterator

from schemas.shadow import ReportBeside
from schemas.terms_preview import TermsPreview
from schemas.texts import Bilingual, Language
from workers.publish.shadow_text import norm_lines, place_of

NEW = Bilingual(nl="{name} ({code}) is nieuw.", en="{name} ({code}) is new.")
SAME = Bilingual(
    nl="Aan de voorwaarden van {name} ({code}) verandert niets.", en="Nothing changes in the terms of {name} ({code})."
)
CHANGES = Bilingual(
    nl="Wat er verandert in de voorwaarden van {name} ({code}):", en="What changes in the terms of {name} ({code}):"
)
EFFECT = Bilingual(
    nl="Was dit al afgesproken, dan veranderde het oordeel bij {turning} van de {all} rapporten:",
    en="Had this been agreed already, the judgement of {turning} of the {all} reports would change:",
)
NO_EFFECT = Bilingual(
    nl="Was dit al afgesproken, dan veranderde het oordeel bij geen van de {all} rapporten.",
    en="Had this been agreed already, the judgement of none of the {all} reports would change.",
)
HOLDS = Bilingual(
    nl="De voorwaarden gelden voor plichten die hierna worden geopend; wat al open is, houdt de zijne.",
    en="The terms hold for duties that are opened after this; what is open already keeps its own.",
)


def terms_text(preview: TermsPreview, language: Language) -> str:
    """The changes, then the reports of which a verdict would be another one, both ways side by side."""
    return "\n".join(_lines(preview, language))


def _lines(preview: TermsPreview, language: Language) -> Iterator[str]:
    opening = NEW if not preview.known else CHANGES if preview.changes else SAME
    yield opening.in_(language).format(name=preview.name, code=preview.concession)
    yield from (f"  {change.in_(language)}" for change in preview.changes)
    if preview.reports:
        effect = EFFECT if preview.turning else NO_EFFECT
        yield effect.in_(language).format(turning=len(preview.turning), all=len(preview.reports))
    for report in preview.turning:
        yield from _report(report, language)
    yield from (f"  {one.concession} {one.year}: {one.reason.in_(language)}" for one in preview.untried)
    if preview.known:
        yield HOLDS.in_(language)


def _report(report: ReportBeside, language: Language) -> Iterator[str]:
    yield place_of(report, language)
    for norm in report.norms:
        if norm.turns:
            yield from norm_lines(norm, language)
