"""Giving the user's own workbooks back: of each workbook in a version an annotated copy, in both languages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from heapq import nsmallest
from pathlib import PurePath
from uuid import UUID

from schemas.judgement import Validation
from schemas.store import files, reading
from schemas.texts import Bilingual, Language
from workers.complete_list import CompleteList
from workers.intake.content import Content, content_of
from workers.publish.annotated import MOST, annotated_workbook
from workers.publish.findings_text import by_importance
from workers.sources import Source, files_of, parts_of

CALLED = Bilingual(nl="{stem}-met-opmerkingen{again}.xlsx", en="{stem}-with-comments{again}.xlsx")


@dataclass(frozen=True)
class Annotated:
    """One annotated workbook."""

    file_name: str
    language: Language
    content: bytes


def annotated_parts(version: UUID, complete: CompleteList) -> Iterator[Annotated]:
    """The annotated copy of each workbook of a version that could be read.

    A file that was removed, as it held what may not be kept, does not come back in a copy either.
    """
    with reading() as session:
        parts = files_of(parts_of(session, version))
    books = ((part, content) for part in parts if (content := _workbook(part)) is not None)
    seen: Counter[str] = Counter()
    said: Validation | None = None
    for part, content in books:
        said = said or _most_important(complete)
        stem = PurePath(part.name).stem
        seen[stem] += 1
        again = f"-{seen[stem]}" if seen[stem] > 1 else ""
        for language in Language:
            made = annotated_workbook(content, said, source=part.name, language=language)
            yield Annotated(CALLED.in_(language).format(stem=stem, again=again), language, made)


def _most_important(complete: CompleteList) -> Validation:
    """The answer with as many findings as a workbook is given, read once."""
    first = nsmallest(MOST, complete.findings(), key=by_importance)
    return complete.said.model_copy(update={"findings": tuple(first)})


def _workbook(part: Source) -> bytes | None:
    """The bytes of a part that is a workbook and is still there; a version that was checked has lost none otherwise."""
    if not files().holds(part.sha256):
        return None
    content = files().read(part.sha256)
    return content if content_of(part.name, content) is Content.WORKBOOK else None
