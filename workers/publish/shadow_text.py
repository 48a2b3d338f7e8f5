"""What trying a set showed, for the terminal: counts first, then every report of which something moves, both ways side by side."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from schemas.judgement import Verdict
from schemas.shadow import FactorMoved, NormBeside, ReportBeside, RuleBeside, Sets, Shadow
from schemas.texts import Bilingual, Language
from schemas.words import SetKind
from workers.publish import words
from workers.publish.amounts import SPACE, written
from workers.publish.content import NormRow
from workers.publish.findings_text import ONE_MANY
from workers.publish.norm_words import asked, found, name, unit_of

MOST_DECIMALS = 6
KIND = {
    SetKind.FACTOR_SET: Bilingual(nl="Factorenlijst {set}", en="Factor set {set}"),
    SetKind.RULE_SET: Bilingual(nl="Regelset {set}", en="Rule set {set}"),
}
IN_SHADOW = Bilingual(
    nl="{set}, in de schaduw naast wat nu geldt, over {reports}. Er is niets ingeschakeld.",
    en="{set}, in shadow beside what holds now, over {reports}. Nothing was switched on.",
)
REPORTS = (Bilingual(nl="1 rapport", en="1 report"), Bilingual(nl="{n} rapporten", en="{n} reports"))
NO_REPORTS = Bilingual(
    nl="Er is nog geen rapport waarop dit te proberen is.", en="There is no report yet on which this can be tried."
)
OUT_OF_REACH = (
    Bilingual(
        nl="De set is voor {year}. 1 rapport is van een eerder jaar: daar laat dit alleen zien wat de set doet.",
        en="The set is for {year}. 1 report is of an earlier year: there this only shows what the set does.",
    ),
    Bilingual(
        nl="De set is voor {year}. {n} rapporten zijn van eerdere jaren: daar laat dit alleen zien wat de set doet.",
        en="The set is for {year}. {n} reports are of earlier years: there this only shows what the set does.",
    ),
)
NORMS = (Bilingual(nl="1 norm", en="1 norm"), Bilingual(nl="{n} normen", en="{n} norms"))
NOTHING_TURNS = Bilingual(nl="Geen enkel oordeel wordt anders.", en="No verdict becomes another one.")
TURNING = Bilingual(
    nl="Een ander oordeel bij {reports}, op {norms} samen: {turns}.",
    en="Another verdict for {reports}, on {norms} together: {turns}.",
)
MOVING = Bilingual(
    nl="Bij {reports} bewegen alleen cijfers of bevindingen. Met --all ziet u die ook.",
    en="For {reports} only figures or findings move. With --all you see those too.",
)
NOT_AS_KEPT = Bilingual(
    nl="Bij {reports} komen de oordelen van destijds niet meer precies zo uit de berekening: er kwam iets bij, of deze uitgave "
    "rekent anders. Hieronder staat steeds wat nu met de sets van destijds zou uitkomen.",
    en="For {reports} the verdicts of the time no longer come out exactly the same: something was added, or this release reckons "
    "otherwise. Below is always what would come out now by the sets of the time.",
)
UNTRIED = Bilingual(nl="Niet geprobeerd", en="Not tried")
STANDING = {
    True: Bilingual(nl="van kracht", en="in force"),
    False: Bilingual(nl="nog niet aanvaard", en="not accepted yet"),
}
VERSION = Bilingual(nl="versie {number}, {standing}", en="version {number}, {standing}")
NOW = Bilingual(nl="nu", en="now")
THEN = Bilingual(nl="schaduw", en="shadow")
BY = Bilingual(nl="door", en="by")
WHY = Bilingual(nl="waarom", en="why")
FINDS = Bilingual(nl="regel {rule}: {before} → {after} {what}", en="rule {rule}: {before} → {after} {what}")
REVISION = Bilingual(nl=", herziening {before} → {after}", en=", revision {before} → {after}")
NONE = "–"


def shadow_text(shadow: Shadow, language: Language, *, everything: bool) -> str:
    """The whole answer; ``everything`` also tells the reports of which no verdict turns."""
    shown = [report for report in shadow.reports if report.turns or (everything and report.moves)]
    blocks = ["\n".join(_opening(shadow, language, everything=everything))]
    blocks += ["\n".join(_report(report, language, everything=everything)) for report in shown]
    if shadow.untried:
        blocks.append("\n".join(_untried(shadow, language)))
    return "\n\n".join(blocks).replace(SPACE, " ")


def _opening(shadow: Shadow, language: Language, *, everything: bool) -> Iterator[str]:
    called = KIND[shadow.kind].in_(language).format(set=shadow.set_id)
    yield IN_SHADOW.in_(language).format(set=called, reports=_reports(len(shadow.reports), language))
    if not shadow.reports:
        yield NO_REPORTS.in_(language)
        return
    if earlier := shadow.out_of_reach:
        yield OUT_OF_REACH[earlier != 1].in_(language).format(year=shadow.year, n=earlier)
    turning = shadow.turning
    turned = TURNING if turning else NOTHING_TURNS
    yield turned.in_(language).format(
        reports=_reports(len(turning), language),
        norms=NORMS[shadow.turned_verdicts != 1].in_(language).format(n=shadow.turned_verdicts),
        turns=_turns(shadow, language),
    )
    moving = sum(report.moves and not report.turns for report in shadow.reports)
    if moving and not everything:
        yield MOVING.in_(language).format(reports=_reports(moving, language))
    if others := sum(not report.as_kept for report in shadow.reports):
        yield NOT_AS_KEPT.in_(language).format(reports=_reports(others, language))


def _turns(shadow: Shadow, language: Language) -> str:
    """3× voldoet → voldoet niet."""
    pairs = [
        (words.OUTCOME[norm.before.verdict].in_(language), words.OUTCOME[norm.after.verdict].in_(language))
        for report in shadow.reports
        for norm in report.norms
        if norm.turns
    ]
    return ", ".join(f"{pairs.count(pair)}× {pair[0].lower()} → {pair[1].lower()}" for pair in dict.fromkeys(pairs))


def _reports(number: int, language: Language) -> str:
    return REPORTS[number != 1].in_(language).format(n=number)


def _report(report: ReportBeside, language: Language, *, everything: bool) -> Iterator[str]:
    yield f"{place_of(report, language)} · {_sets(report, language)}"
    for norm in report.norms:
        if norm.turns or (everything and norm.moves):
            yield from norm_lines(norm, language)
    for rule in report.rules:
        yield f"  {_rule(rule, language)}"


def place_of(report: ReportBeside, language: Language) -> str:
    """VB-OOST 2026 · Voorbeeld-Oost · versie 3, van kracht."""
    version = VERSION.in_(language).format(number=report.number, standing=STANDING[report.in_force].in_(language))
    return f"{report.concession} {report.year} · {report.concession_name} · {version}"


def _sets(report: ReportBeside, language: Language) -> str:
    """official-2026 → official-2026.2: only what differs; a fictional list says so."""
    before, after = report.before, report.after
    lists = (_factors(before, language), _factors(after, language))
    return ", ".join(f"{old} → {new}" for old, new in (lists, (before.rule_set, after.rule_set)) if old != new)


def _factors(sets: Sets, language: Language) -> str:
    fictional = f" ({words.FICTIONAL.in_(language)})" if sets.fictional else ""
    return f"{sets.factor_set or NONE}{fictional}"


def norm_lines(norm: NormBeside, language: Language) -> Iterator[str]:
    """One norm both ways, with the factors that moved it or the reason."""
    row = NormRow(article="", machine=norm.before)
    yield f"  {norm.before.norm} {name(row, language)}, {asked(row, language)}".rstrip(" ,")
    sides = [(NOW.in_(language), norm.before), (THEN.in_(language), norm.after)]
    width = max(len(label) for label, _verdict in sides)
    yield from (f"    {label:<{width}}  {_verdict(verdict, language)}" for label, verdict in sides)
    for moved in norm.factors:
        yield f"    {BY.in_(language)} {_factor(moved, unit_of(row, language), language)}"
    if norm.turns and not norm.factors:
        yield f"    {WHY.in_(language)}: {norm.after.reason.in_(language)}"


def _verdict(verdict: Verdict, language: Language) -> str:
    value = NONE if verdict.value is None else found(NormRow(article="", machine=verdict), verdict.value, language)
    return f"{words.OUTCOME[verdict.verdict].in_(language)} · {value}"


def _factor(moved: FactorMoved, unit: str, language: Language) -> str:
    """grey wtw: 0,456 → 0,483 per kWh (+3,1 g/rkm)."""
    before, after = (_amount(value, language) for value in (moved.before, moved.after))
    told = f"{moved.code} {moved.column}: {before} → {after} per {moved.unit}"
    if moved.effect is None:
        return told
    sign = "+" if moved.effect > 0 else ""
    return f"{told} ({sign}{written(moved.effect, 2, language)} {unit})".replace(" )", ")")


def _amount(value: Decimal | None, language: Language) -> str:
    return NONE if value is None else written(value, MOST_DECIMALS, language)


def _rule(rule: RuleBeside, language: Language) -> str:
    what = ONE_MANY[rule.severity][rule.after != 1].in_(language)
    told = FINDS.in_(language).format(rule=rule.rule, before=rule.before, after=rule.after, what=what)
    if rule.revision_before == rule.revision_after:
        return told
    revisions = (NONE if one is None else one for one in (rule.revision_before, rule.revision_after))
    return told + REVISION.in_(language).format(**dict(zip(("before", "after"), revisions, strict=True)))


def _untried(shadow: Shadow, language: Language) -> Iterator[str]:
    yield UNTRIED.in_(language)
    yield from (f"  {one.concession} {one.year}: {one.reason.in_(language)}" for one in shadow.untried)
