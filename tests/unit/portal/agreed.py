"""The terms of the contract's example, for the small world of the portal's tests."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Final

from schemas.terms import Terms

EXAMPLE: Final = Path(__file__).parents[2] / "agreed" / "terms_example.json"
TERMS: Final = Terms.model_validate(json.loads(EXAMPLE.read_text(encoding="utf-8")))
TERMS_SHA256: Final = hashlib.sha256(EXAMPLE.read_bytes()).hexdigest()
