"""The parts of a figure are said in the reader's language, never by their code."""

from __future__ import annotations

import pytest

from schemas.indicators.parts import pair_words


@pytest.mark.parametrize(
    ("pair", "nl", "en"),
    [
        ("organisation=holder", "Concessiehouder", "Holder"),
        ("figure=headcount_women", "Vrouwen", "Women"),
        ("figure=permanent", "Vast contract", "Permanent contract"),
        ("status=in_progress", "In uitvoering", "In progress"),
        ("status=overdue", "Te laat", "Overdue"),
        ("chemistry=lfp", "LFP", "LFP"),
    ],
)
def test_a_part_has_words_in_both_languages(pair: str, nl: str, en: str) -> None:
    said = pair_words(pair)

    assert (said.nl, said.en) == (nl, en)
