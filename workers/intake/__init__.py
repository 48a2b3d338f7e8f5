"""The intake: from a file to typed tables and every form finding (FMT)."""

from __future__ import annotations

from workers.intake.reading import Part, Reading, read, read_parts
from workers.intake.unreadable import Unreadable

__all__ = ["Part", "Reading", "Unreadable", "read", "read_parts"]
