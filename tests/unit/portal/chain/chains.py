"""Chains for tests, in words: firms with their place, and what a check saw beside them."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from portal.chain.firms import Firm, firms_of
from schemas.chain import Asking, ChainSeen
from schemas.report.code_lists import ChainRole
from schemas.report.sheet_text import Cells, text_of
from schemas.store import ChainView, Check, Part, SheetSource, files, sessions

CHAIN = "suppliers"


def a_firm(number: str, role: str = "battery", tier: int = 1, parent: str | None = None, **more: Any) -> Cells:
    """A row of the chain."""
    known: Cells = {"supplier_id": number, "name": f"Firma {number}", "country": "NL", "role": role, "tier": tier}
    return {**known, "parent_id": parent, **more}


def firms(*rows: Cells) -> tuple[Firm, ...]:
    """The firms of these rows, of whom nobody was asked anything."""
    return firms_of(rows, None, {})


def seen(electric: int = 0, *asking: tuple[ChainRole, int, dict[str, int]]) -> ChainSeen:
    """What the fleet and the contracts ask for."""
    found = tuple(Asking(role=role, of=of, named=named) for role, of, named in asking)
    return ChainSeen(electric=electric, asking=found, quality={})


def hold_chain(version: UUID, *rows: Cells, view: ChainSeen | None = None) -> None:
    """Let a version hold a chain as its check would have kept it."""
    sha256 = files().keep_bytes(text_of(CHAIN, rows).encode()).sha256
    with sessions().begin() as session:
        if session.get(Part, (version, 0)) is None:
            raise AssertionError("The version has no part.")
        session.add(
            SheetSource(version=version, position=0, sheet=CHAIN, rows=len(rows), used=True, rows_sha256=sha256)
        )
        if view:
            assert session.get(Check, version)
            session.add(ChainView(version=version, seen=view.model_dump(mode="json")))
