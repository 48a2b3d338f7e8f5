"""The source of a factor is told in the reader's language, with its year once."""

import pytest

from schemas.factor_sources import FICTIONAL, source_with_year
from schemas.texts import Bilingual


@pytest.mark.parametrize(
    ("source", "year", "nl", "en"),
    [
        ("official list 2026", 2026, "officiële lijst 2026", "official list 2026"),
        ("official list 2026", 2027, "officiële lijst 2026, 2027", "official list 2026, 2027"),
        (FICTIONAL, 2025, "verzonnen lijst voor de demo, geen officiële cijfers, 2025", f"{FICTIONAL}, 2025"),
        ("EMEP/EEA 2019 (COPERT)", 2019, "EMEP/EEA 2019 (COPERT), 2019", "EMEP/EEA 2019 (COPERT), 2019"),
    ],
)
def test_a_source_is_told_with_its_year(source: str, year: int, nl: str, en: str) -> None:
    assert source_with_year(source, year) == Bilingual(nl=nl, en=en)
