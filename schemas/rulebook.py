"""The rulebook as one document: its introduction, and its chapters in the order in which a reporting officer fills in a report."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schemas.catalogue import CatalogueRule
from schemas.report.sheets import SHEETS
from schemas.texts import Bilingual

EVERY_SHEET = "*"
TITLE = Bilingual(nl="Het regelboek", en="The rulebook")


@dataclass(frozen=True)
class Chapter:
    """The rules on one subject; ``name`` is the sheet that it is about, or the family of rules that holds for every sheet."""

    name: str
    title: Bilingual
    about: Bilingual
    rules: tuple[CatalogueRule, ...]


@dataclass(frozen=True)
class Section:
    """A heading of the introduction with its paragraphs; ``steps`` are done one after the other."""

    title: Bilingual
    paragraphs: tuple[Bilingual, ...]
    steps: tuple[Bilingual, ...] = ()


FAMILIES = {
    "FMT": (
        Bilingual(nl="Uw bestand", en="Your file"),
        Bilingual(
            nl="Is het bestand te lezen, en staat in elke cel iets van de goede soort?",
            en="Can the file be read, and does every cell hold something of the right kind?",
        ),
    ),
    "KEY": (
        Bilingual(nl="Nummers en perioden", en="Ids and periods"),
        Bilingual(nl="Horen de rijen van alle bladen bij elkaar?", en="Do the rows of all sheets belong together?"),
    ),
}
OTHERS = (
    Bilingual(nl="Alle bladen", en="All sheets"),
    Bilingual(nl="Dit geldt voor elk blad.", en="This holds for every sheet."),
)


def chapters(rules: Sequence[CatalogueRule]) -> Iterator[Chapter]:
    """What holds for every sheet first, then sheet by sheet; within a chapter family by family, as they are judged, by number."""
    rules = _by_family(rules)
    everywhere = [rule for rule in rules if rule.sheet == EVERY_SHEET]
    for family in dict.fromkeys(_family(rule) for rule in everywhere):
        title, about = FAMILIES.get(family, OTHERS)
        yield Chapter(family, title, about, tuple(rule for rule in everywhere if _family(rule) == family))
    for model in SHEETS:
        of_sheet = tuple(rule for rule in rules if rule.sheet == model.sheet)
        if of_sheet:
            yield Chapter(model.sheet, model.label, model.holds, of_sheet)


def _by_family(rules: Sequence[CatalogueRule]) -> Sequence[CatalogueRule]:
    families = list(dict.fromkeys(_family(rule) for rule in rules))
    return sorted(rules, key=lambda rule: (families.index(_family(rule)), rule.rule))


def _family(rule: CatalogueRule) -> str:
    return rule.rule.partition("-")[0]


def introduction(number: int) -> tuple[Section, ...]:
    """What a reader needs before the first rule; ``number`` is how many rules there are."""
    return (_what_a_rule_is(number), *KINDS_AND_STEPS)


def _what_a_rule_is(number: int) -> Section:
    return Section(
        Bilingual(nl="Wat is een regel?", en="What is a rule?"),
        (
            Bilingual(
                nl=f"Een regel is een vraag die de computer aan uw rapport stelt. Bijvoorbeeld: staat elke bus er één keer, en past de energie bij de kilometers? Er zijn {number} regels. Ze zijn voor elke concessiehouder hetzelfde.",
                en=f"A rule is a question that the computer puts to your report. For example: is every bus there once, and does the energy fit the kilometres? There are {number} rules. They are the same for every concession holder.",
            ),
            Bilingual(
                nl="Een regel zegt niet of u het goed doet. Dat zegt de provincie, aan de hand van de normen in uw concessie. Een regel zegt of uw cijfers bij elkaar passen, zodat iedereen ervan uit kan gaan.",
                en="A rule does not say whether you do well. The province says that, by the norms of your concession. A rule says whether your figures fit together, so that everybody can rely on them.",
            ),
        ),
    )


KINDS_AND_STEPS = (
    Section(
        Bilingual(nl="Fout, vraag of mededeling", en="Error, question or notice"),
        (
            Bilingual(
                nl="Een fout kan niet waar zijn. U verbetert het bestand en uploadt het opnieuw. Met een fout kunt u niet indienen.",
                en="An error cannot be true. You mend the file and upload it again. With an error you cannot hand in.",
            ),
            Bilingual(
                nl="Een vraag gaat over een ongewoon cijfer. Misschien klopt het wel. Dan legt u uit waarom. Klopt het niet, dan verbetert u het.",
                en="A question is about an unusual figure. Perhaps it is right. Then you explain why. If it is not right, you mend it.",
            ),
            Bilingual(
                nl="Een mededeling is om te weten. U hoeft niets te doen.",
                en="A notice is for your information. You need not do anything.",
            ),
        ),
    ),
    Section(
        Bilingual(nl="Wat u doet", en="What you do"),
        (),
        (
            Bilingual(
                nl="Upload uw rapport, ook als het nog niet af is. Uploaden is geen indienen.",
                en="Upload your report, also when it is not finished. Uploading is not handing in.",
            ),
            Bilingual(
                nl="Verbeter eerst de fouten op het blad Wagenpark, dan die bij Ritproductie en Energie. Andere meldingen verdwijnen dan vaak vanzelf.",
                en="First mend the errors on the sheet Fleet, then those on Activity and Energy. Other findings often go away by themselves.",
            ),
            Bilingual(
                nl="Beantwoord de vragen die overblijven. Een goede uitleg noemt de oorzaak en sinds wanneer. Die uitleg blijft staan bij een volgende upload, zolang het cijfer ongeveer gelijk blijft.",
                en="Answer the questions that are left. A good explanation names the cause and since when. It stays with a next upload, as long as the figure stays about the same.",
            ),
            Bilingual(
                nl="Staat er ‘niet beoordeeld’, dan ontbreekt er iets om te kunnen oordelen, zoals het rapport van vorig jaar. Dat is geen fout.",
                en="‘Not assessed’ says that something is missing to judge by, such as last year's report. That is no error.",
            ),
        ),
    ),
    Section(
        Bilingual(nl="Zo leest u dit boek", en="How to read this book"),
        (
            Bilingual(
                nl="De hoofdstukken volgen de bladen van het rapport. Lees de eerste twee, en daarna de bladen die u zelf invult. Het hele boek lezen kost ongeveer een uur.",
                en="The chapters follow the sheets of the report. Read the first two, and then the sheets that you fill in yourself. Reading the whole book takes about an hour.",
            ),
            Bilingual(
                nl="De bussen, bedrijven en cijfers in de voorbeelden zijn verzonnen. Wel zijn ze echt nagekeken: wat er staat, is wat de regel erover zegt.",
                en="The buses, firms and figures of the examples are invented. But they were really checked: what is written here is what the rule says of them.",
            ),
        ),
    ),
)
