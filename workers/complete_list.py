"""The complete answer on a version as one JSON file with a finding per line, written and read without ever being whole in memory."""

from __future__ import annotations

import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO, Final

from schemas.judgement import Finding, Validation
from schemas.store import Kept, files

# No text in JSON can hold these signs: a quotation mark inside a text is escaped.
NO_FINDINGS: Final = '"findings":[]'
BLOCK: Final = 1024 * 1024


@dataclass(frozen=True)
class CompleteList:
    """An answer that lies in the file store: ``said`` is all of it but the findings, which are read line by line."""

    said: Validation
    size: int
    _stream: BinaryIO

    @property
    def number(self) -> int:
        """How many findings there are."""
        summary = self.said.summary
        return summary.errors + summary.warnings + summary.notices

    def findings(self) -> Iterator[Finding]:
        """Every finding in the order of the answer; from the beginning each time that it is asked."""
        self._stream.seek(0)
        self._stream.readline()
        for line in self._stream:
            if line.startswith(b"]"):
                return
            yield Finding.model_validate_json(line.rstrip(b",\n"))


def keep_complete(said: Validation, findings: Iterable[Finding]) -> Kept:
    """Keep an answer with all its findings, in the shape that ``validate --format json`` has; ``said`` holds none of them."""
    opening, closing = said.model_dump_json().split(NO_FINDINGS)
    with tempfile.TemporaryFile() as draft:
        draft.write(f'{opening}"findings":['.encode())
        for place, finding in enumerate(findings):
            draft.write(b",\n" if place else b"\n")
            draft.write(finding.model_dump_json().encode())
        draft.write(f"\n]{closing}".encode())
        draft.seek(0)
        return files().keep(draft)


@contextmanager
def complete_list(sha256: str) -> Iterator[CompleteList]:
    """The answer with this sha256, open for reading."""
    with files().open(sha256) as stream:
        opening = stream.readline()
        closing = next(line for line in stream if line.startswith(b"]"))
        said = Validation.model_validate_json(opening + closing)
        yield CompleteList(said=said, size=stream.tell(), _stream=stream)
