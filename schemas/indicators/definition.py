"""What the contract says of one indicator."""

from __future__ import annotations

from dataclasses import dataclass

from schemas.texts import Bilingual


@dataclass(frozen=True)
class IndicatorDefinition:
    """One indicator as agreed; ``definition`` is the binding wording, ``cap`` its place under the value-chain cap."""

    id: str
    name: Bilingual
    unit: str
    chain_roles: tuple[str, ...]
    period: str
    standard: str
    plausible: str
    usual_norm: str
    cap: str
    definition: str
