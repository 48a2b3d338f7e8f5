"""Every document keeps to the standards for accessible PDFs and for PDFs that are kept."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from page import validate_pdf_bytes

from tests.unit.workers.publish.pdf.documents import DOCUMENTS


@pytest.mark.parametrize("profile", ["ua1", "3a"])
@pytest.mark.parametrize("document", DOCUMENTS.values(), ids=DOCUMENTS.keys())
def test_every_document_keeps_to_the_standard(document: Callable[[], bytes], profile: str) -> None:
    found = validate_pdf_bytes(document(), profile=profile)

    assert [f"{failure.rule_id}: {failure.message}" for failure in found.failures] == []
    assert found.is_compliant
