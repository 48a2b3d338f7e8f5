"""What is proposed before the officer looks: public unless a table says to take care."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from schemas.indicators import INDICATOR
from schemas.publication.grounds import WORDS, Ground
from schemas.publication.items import Item, Kind
from schemas.publication.proposals import CARE, OF_PEOPLE, proposed
from schemas.texts import Bilingual

NAME = Bilingual(nl="Naam", en="Name")


def an_item(**facts: Any) -> Item:
    usual: dict[str, Any] = {
        "id": "x",
        "kind": Kind.FIGURE,
        "theme": "FLT",
        "name": NAME,
        "code": "FLT-01",
        "part": "total",
    }
    return Item(**(usual | facts))


@pytest.mark.parametrize(
    ("facts", "ground"),
    [
        ({}, None),
        ({"kind": Kind.VERDICT}, None),
        ({"kind": Kind.FACT}, None),
        ({"kind": Kind.TEXT}, Ground.PRIVACY),
        ({"code": "SOC-01", "value": Decimal(9)}, Ground.PRIVACY),
        ({"code": "SOC-01", "value": Decimal(10)}, None),
        ({"code": "SOC-04", "value": Decimal(0)}, None),
        ({"code": "CTX-04", "unit": "EUR"}, Ground.CONFIDENTIAL),
        ({"code": "SOC-01", "part": "organisation=suppliers", "value": Decimal(40)}, Ground.COMPETITION),
        ({"code": "SOC-01", "part": "organisation=holder", "value": Decimal(40)}, None),
        ({"code": "DD-10"}, Ground.COMPETITION),
        ({"code": "SOC-13", "unit": "%", "value": Decimal(25), "heads": Decimal(8)}, Ground.PRIVACY),
        ({"code": "SOC-13", "unit": "%", "value": Decimal(5), "heads": Decimal(10)}, None),
    ],
)
def test_the_proposal_follows_the_tables(facts: dict[str, Any], ground: Ground | None) -> None:
    proposal = proposed(an_item(**facts))

    assert (proposal.public, proposal.ground) == (ground is None, ground)


def test_the_tables_name_indicators_of_the_contract() -> None:
    assert OF_PEOPLE | CARE.keys() <= INDICATOR.keys()


def test_every_ground_has_its_words() -> None:
    assert set(WORDS) == set(Ground)
