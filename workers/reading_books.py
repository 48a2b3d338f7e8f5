"""The worker that reads a supplier's workbook of the voluntary standard: of it only the figures that were asked are kept."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Final

from sqlalchemy.orm import Session

from schemas.answered import text_of
from schemas.clock import now
from schemas.events import AnswerBookOffered
from schemas.questions import QUESTION, FieldKind, Question
from schemas.store import AnswerBook, AnswerBookRead, Ask, FileIsMissing, Report, files, reading
from schemas.texts import Bilingual
from schemas.words import WorkerName
from workers.intake import Unreadable
from workers.intake.voluntary import Datapoint, Voluntary, voluntary
from workers.intake.written import CellKind
from workers.worker import Permanent, Worker

# A workbook is small; it is seldom offered, so its process starts when it is needed.
LONGEST_SECONDS: Final = 120
NO_LONGER_THERE: Final = Bilingual(
    nl="Dit bestand bewaren wij niet langer dan een dag. Upload het nog een keer.",
    en="We keep this file for no longer than a day. Upload it once more.",
)


@dataclass(frozen=True)
class BookRead:
    """What a workbook says of the questions, and what is worth saying of it; ``book`` is none for one that cannot be read."""

    book: Voluntary | None
    found: Mapping[str, Mapping[str, str]]
    said: tuple[Bilingual, ...]


class ReadBook(Worker[AnswerBookOffered, BookRead]):
    """Reads what a supplier offers; the supplier itself takes it over, or not."""

    NAME = WorkerName.READ
    HANDLES = (AnswerBookOffered,)
    IN_SANDBOX = True
    WORK_SECONDS = LONGEST_SECONDS

    def work(self, event: AnswerBookOffered) -> BookRead:
        """Read the datapoints of the questions that were asked."""
        with reading() as session:
            offered = session.get(AnswerBook, event.book)
            if offered is None:
                raise Permanent("no_such_book", "The event names a workbook that is not kept here.")
            ask = session.get_one(Ask, offered.ask)
            year = session.get_one(Report, ask.report).report_year
        try:
            content = files().read(offered.sha256)
        except FileIsMissing:
            return BookRead(None, {}, (NO_LONGER_THERE,))
        return read_book(offered.file_name, content, questions=_wanted(ask), year=year)

    def keep(self, session: Session, event: AnswerBookOffered, result: BookRead) -> None:
        """Keep the figures of the questions, and nothing else of the workbook."""
        book = result.book
        session.add(
            AnswerBookRead(
                book=event.book,
                at=now(),
                entity=book.entity if book else None,
                starts=book.starts if book else None,
                ends=book.ends if book else None,
                found={question: dict(one) for question, one in result.found.items()},
                said={"texts": [one.model_dump() for one in result.said]},
                refused=book is None,
            )
        )


def read_book(name: str, content: bytes, *, questions: tuple[Question, ...], year: int) -> BookRead:
    """The figures of a workbook by question, in the unit of the question, with the cell that each came from."""
    wanted = {one.vsme.name: one for one in questions if one.vsme and one.vsme.name}
    try:
        book = voluntary(name, content, wanted)
    except Unreadable as wrong:
        return BookRead(None, {}, (wrong.reason, wrong.mend))
    found, said = {}, list(_about_period(book, year))
    for one, datapoint in book.datapoints.items():
        value = _value(wanted[one], datapoint)
        if value is None:
            said.append(_no_value(datapoint))
        else:
            found[wanted[one].id] = {"value": value, "place": datapoint.place}
    return BookRead(book, found, tuple(said))


def _wanted(ask: Ask) -> tuple[Question, ...]:
    return tuple(QUESTION[one] for one in ask.questions if one in QUESTION)


def _value(question: Question, datapoint: Datapoint) -> str | None:
    """The value as an answer is kept; none where the cell holds no such value."""
    text = datapoint.cell.text
    if not datapoint.is_value or text is None:
        return None
    if question.field is FieldKind.NUMBER:
        number = _number(text)
        times = question.vsme.times if question.vsme else 1
        return None if number is None else text_of(number * times)
    if question.field is FieldKind.YES_NO:
        return text if datapoint.cell.kind is CellKind.BOOLEAN else None
    return text_of(text) if question.field is FieldKind.TEXT else None


def _number(text: str) -> Decimal | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    return number if number.is_finite() and number >= 0 else None


def _about_period(book: Voluntary, year: int) -> tuple[Bilingual, ...]:
    """A word where the workbook is of another period than the report."""
    if (book.starts and book.starts.year) == (book.ends and book.ends.year) == year:
        return ()
    return (
        Bilingual(
            nl=f"Het werkboek gaat niet over {year}. Neem een cijfer alleen over als het ook dan klopt.",
            en=f"The workbook is not about {year}. Take a figure over only when it holds for that year too.",
        ),
    )


def _no_value(datapoint: Datapoint) -> Bilingual:
    written = datapoint.cell.text or ""
    return Bilingual(
        nl=f"Cel {datapoint.place}: ‘{written}’ is geen waarde die wij kunnen lezen. Vul het antwoord zelf in.",
        en=f"Cell {datapoint.place}: ‘{written}’ is no value that we can read. Fill in the answer yourself.",
    )
