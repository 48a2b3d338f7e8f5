"""The rulebook has every rule in one chapter, and tells in words what each rests on."""

from __future__ import annotations

from schemas.bases import BASES, basis_in_words
from schemas.rulebook import chapters, introduction
from workers.domain.catalogue import catalogue


def test_every_rule_stands_in_one_chapter_by_number() -> None:
    book = list(chapters(catalogue().rules))

    assert sorted(rule.rule for chapter in book for rule in chapter.rules) == sorted(
        rule.rule for rule in catalogue().rules
    )
    energy = next(chapter for chapter in book if chapter.name == "energy")
    numbers = [rule.rule for rule in energy.rules if rule.rule.startswith("ENE")]
    assert numbers == sorted(numbers)


def test_the_chapters_come_in_the_order_of_filling_in() -> None:
    names = [chapter.name for chapter in chapters(catalogue().rules)]

    assert names[:6] == ["FMT", "KEY", "report", "vehicles", "activity", "energy"]
    assert names[-1] == "evidence"


def test_a_family_that_is_new_has_a_chapter_all_the_same() -> None:
    rule = catalogue().rules[0].model_copy(update={"rule": "NEW-001"})

    [chapter] = chapters([rule])

    assert (chapter.title.nl, chapter.rules) == ("Alle bladen", (rule,))


def test_the_introduction_says_how_many_rules_there_are() -> None:
    assert "Er zijn 96 regels." in introduction(96)[0].paragraphs[0].nl


def test_every_basis_is_told_in_words() -> None:
    assert {rule.basis for rule in catalogue().rules} - set(BASES) == set()
    assert basis_in_words("iets nieuws").en == "iets nieuws"
