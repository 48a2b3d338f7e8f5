"""What can be measured: each task imports what it needs, and gives the work to be timed."""

from __future__ import annotations

import csv
import time
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from statistics import median

LARGE = ("activity", "energy")


@dataclass(frozen=True)
class Did:
    """What a task did; ``seconds`` where it kept the time itself, ``more`` for figures of its own."""

    rows: int
    seconds: float | None = None
    more: dict[str, float] = field(default_factory=dict)


Task = Callable[..., Callable[[], Did]]


def ours(path: str) -> Callable[[], Did]:
    """All rules over a report, with the answer in words, as ``ketenspiegel validate`` gives it."""
    from workers.validate import validate

    def work() -> Did:
        answer, readable = validate(Path(path))
        assert readable
        return Did(sum(answer.rows.values()))

    return work


def bare_parse(path: str) -> Callable[[], Did]:
    """The floor: polars reads the same CSV files as texts and does nothing with them."""
    import polars as pl

    def work() -> Did:
        return Did(sum(pl.read_csv(file, infer_schema=False).height for file in sorted(Path(path).glob("*.csv"))))

    return work


def row_models(path: str, most: str) -> Callable[[], Did]:
    """Our pydantic row models, one row at a time: types, codes and bounds, no rule across rows."""
    from pydantic import ValidationError

    from schemas.report.sheets import BY_NAME

    def work() -> Did:
        done = 0
        for sheet in LARGE:
            model = BY_NAME[sheet]
            for row in _rows(path, sheet, int(most) // 2):
                try:
                    model.model_validate_strings(row)
                except ValidationError as wrong:
                    raise AssertionError(f"{sheet}: {row}") from wrong
                done += 1
        return Did(done)

    return work


def _rows(path: str, sheet: str, most: int) -> Iterator[dict[str, str]]:
    with (Path(path) / f"{sheet}.csv").open(encoding="utf-8", newline="") as file:
        for row in islice(csv.DictReader(file), most):
            yield {name: cell for name, cell in row.items() if cell}


def pandera(path: str) -> Callable[[], Did]:
    """pandera on polars with the checks of one row and the key; quantities as floats."""
    import pandera.polars as pa
    import polars as pl

    from tests.bench.peers import pandera_schema, polars_types

    def work() -> Did:
        done = 0
        for sheet in LARGE:
            frame = pl.read_csv(Path(path) / f"{sheet}.csv", schema_overrides=polars_types(sheet))
            schema: pa.DataFrameSchema = pandera_schema(sheet, frame.columns)
            done += schema.validate(frame, lazy=True).height
        return Did(done)

    return work


def frictionless(path: str, most: str) -> Callable[[], Did]:
    """frictionless with the checks of one row and the key."""
    from frictionless import Checklist, Resource

    from tests.bench.peers import frictionless_schema

    def work() -> Did:
        done = 0
        for sheet in LARGE:
            file = Path(path) / f"{sheet}.csv"
            with file.open(encoding="utf-8") as lines:
                schema = frictionless_schema(sheet, next(lines).strip().split(","))
            resource = Resource(path=file.name, basepath=str(file.parent), schema=schema)
            report = resource.validate(Checklist(), limit_rows=int(most) // 2)
            assert report.valid, report.to_summary()
            done += report.tasks[0].stats["rows"]
        return Did(done)

    return work


def stages(path: str) -> Callable[[], Did]:
    """Where the time goes: reading, the rules that come first, the others one by one, and the answer in words."""
    from tests.bench.stages import seconds_of

    return lambda: seconds_of(Path(path))


def pdf(path: str) -> Callable[[], Did]:
    """The compliance report as a PDF, from what it has to tell; the median of several."""
    from schemas.texts import Language
    from workers.publish.pdf import report_pdf
    from workers.publish.rehearsal import rehearsed

    content = rehearsed(Path(path))

    def work() -> Did:
        times = []
        for _ in range(7):
            start = time.perf_counter()
            made = report_pdf(content, Language.NL)
            times.append(time.perf_counter() - start)
        return Did(len(made), median(times), {"first": times[0], "least": min(times), "most": max(times)})

    return work


def make_csv(number: str, folder: str) -> Callable[[], Did]:
    """Write the report of one size as CSV files."""
    from tests.bench.fleets import SIZES, write_csv

    def work() -> Did:
        write_csv(SIZES[int(number)], Path(folder))
        return Did(SIZES[int(number)].buses)

    return work


def make_workbook(folder: str, target: str) -> Callable[[], Did]:
    """Write a folder of CSV files as one workbook."""
    from tests.bench.fleets import write_workbook

    def work() -> Did:
        return Did(write_workbook(Path(folder), Path(target)))

    return work


TASKS: Mapping[str, Task] = {
    "ours": ours,
    "bare_parse": bare_parse,
    "row_models": row_models,
    "pandera": pandera,
    "frictionless": frictionless,
    "stages": stages,
    "pdf": pdf,
    "make_csv": make_csv,
    "make_workbook": make_workbook,
}
