"""The annex with the proof of effort: per supplier every invitation, reminder, answer and refusal, with its day."""

from __future__ import annotations

from reportlab.platypus import CondPageBreak, Flowable

from schemas.clock import dutch_day
from schemas.effort import SupplierEffort, sentence, summary
from schemas.texts import Bilingual, Language
from workers.domain.rendering import day
from workers.publish.content import ReportContent
from workers.publish.pdf.flowables import Heading
from workers.publish.pdf.page import WIDTH
from workers.publish.pdf.tables import Column, table
from workers.publish.pdf.text import BODY, H2, paragraph

EFFORT = Bilingual(nl="Inspanning om antwoord te krijgen", en="Proof of effort")
EFFORT_TEXT = Bilingual(
    nl="Wat er is gedaan om de gegevens van leveranciers te krijgen, en wat zij lieten weten. De antwoorden zelf staan hier niet.",
    en="What was done to get the data of suppliers, and what they answered. The answers themselves are not told here.",
)
DAY = Bilingual(nl="Dag", en="Day")
WHAT = Bilingual(nl="Wat er gebeurde", en="What happened")
OF = Bilingual(nl="{name} ({role}, laag {tier})", en="{name} ({role}, tier {tier})")


def effort(content: ReportContent, language: Language) -> list[Flowable]:
    """One table per supplier."""
    return [
        paragraph(EFFORT_TEXT.in_(language), BODY),
        paragraph(summary(content.effort, language), BODY),
        *(part for one in content.effort for part in _supplier(one, language)),
    ]


def _supplier(one: SupplierEffort, language: Language) -> list[Flowable]:
    columns = [Column(DAY.in_(language), 24), Column(WHAT.in_(language), 138)]
    rows = [[day(dutch_day(step.at), language), sentence(step, language, day=day)] for step in one.steps]
    title = OF.in_(language).format(name=one.name, role=one.role.label.in_(language), tier=one.tier)
    return [CondPageBreak(90), Heading(title, H2, level=1), table(columns, rows, width=WIDTH)]
