"""The table of plausible ranges: every bound that a rule holds a figure against, in one place."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Ranges:
    """Bounds are inclusive; filled by the rules that use them."""
