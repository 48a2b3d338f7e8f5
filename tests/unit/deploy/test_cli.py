"""The command line that others script against: exit codes, the shape of the answer, and nothing that it does not need."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from deploy.cli import main
from deploy.demo.reports import VB_OOST, report
from deploy.demo.workbook import workbook
from tests.unit.workers.at_work import a_json_report

AGREED = Path(__file__).parents[2] / "agreed"
TERMS = str(AGREED / "terms_example.json")


def ketenspiegel(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


@pytest.fixture
def with_errors(tmp_path: Path) -> Path:
    """A report of one bus with a wrong euro class."""
    path = tmp_path / "rapport.json"
    path.write_bytes(a_json_report())
    return path


@pytest.fixture
def unreadable(tmp_path: Path) -> Path:
    """A file that is no report."""
    path = tmp_path / "rapport.xlsx"
    path.write_bytes(b"no workbook")
    return path


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A report without errors."""
    path = tmp_path_factory.mktemp("sound") / "rapport.xlsx"
    path.write_bytes(workbook(report(VB_OOST, 2026)))
    return path


def test_validate_ends_with_0_where_there_are_no_errors(sound: Path) -> None:
    done = ketenspiegel("validate", sound, "--format", "json")

    assert done.exit_code == 0
    assert json.loads(done.stdout)["summary"]["errors"] == 0


def test_validate_ends_with_1_where_there_are_errors_and_gives_the_agreed_shape(with_errors: Path) -> None:
    done = ketenspiegel("validate", with_errors, "--format", "json")

    answer = json.loads(done.stdout)
    assert done.exit_code == 1
    assert set(answer) == {"report", "rows", "summary", "findings", "not_assessed"}
    assert set(answer["summary"]) == {"errors", "warnings", "notices"}
    found = next(one for one in answer["findings"] if one["rule"] == "FLT-001")
    assert (found["severity"], found["sheet"], found["row"], found["column"]) == ("error", "vehicles", 2, "euro_class")
    assert (found["source"], found["value"]) == ("rapport.json", "ze")
    assert set(found["message"]) == set(found["expected"]) == set(found["mend"]) == {"nl", "en"}


def test_validate_ends_with_2_where_the_file_cannot_be_read(unreadable: Path) -> None:
    done = ketenspiegel("validate", unreadable, "--format", "json")

    assert done.exit_code == 2
    assert [one["rule"] for one in json.loads(done.stdout)["findings"]] == ["FMT-001"]


def test_validate_ends_with_2_where_there_is_no_file(tmp_path: Path) -> None:
    assert ketenspiegel("validate", tmp_path / "weg.xlsx").exit_code == 2


@pytest.mark.parametrize(("language", "word"), [("nl", "fout"), ("en", "error")])
def test_validate_speaks_both_languages(language: str, word: str, with_errors: Path) -> None:
    done = ketenspiegel("validate", with_errors, "--language", language)

    assert done.exit_code == 1
    assert word in done.stdout.lower()
    assert "FLT-001" in done.stdout


def test_a_limit_cuts_the_list_and_never_the_counts(with_errors: Path) -> None:
    whole = json.loads(ketenspiegel("validate", with_errors, "--format", "json").stdout)

    cut = json.loads(ketenspiegel("validate", with_errors, "--format", "json", "--limit", 0).stdout)

    assert cut["findings"] == []
    assert cut["summary"] == whole["summary"]


def test_the_findings_as_a_workbook_go_to_a_file_and_never_to_the_screen(with_errors: Path, tmp_path: Path) -> None:
    target = tmp_path / "bevindingen.xlsx"

    without, done = (
        ketenspiegel("validate", with_errors, "--format", "xlsx"),
        ketenspiegel("validate", with_errors, "--format", "xlsx", "--output", target),
    )

    assert (without.exit_code, done.exit_code) == (2, 1)
    assert openpyxl.load_workbook(target).worksheets


def test_terms_that_cannot_be_read_are_said_and_nothing_is_judged(with_errors: Path, tmp_path: Path) -> None:
    terms = tmp_path / "terms.json"
    terms.write_text("{}")

    done = ketenspiegel("validate", with_errors, "--terms", terms)

    assert done.exit_code == 1
    assert "voorwaarden zijn niet te lezen" in done.stderr
    assert done.stdout == ""


def test_assess_gives_indicators_with_their_why_and_verdicts(with_errors: Path) -> None:
    done = ketenspiegel("assess", with_errors, "--terms", TERMS)

    answer = json.loads(done.stdout)
    assert done.exit_code == 0
    assert {"indicators", "verdicts"} <= set(answer)
    assert {"indicator", "part", "value", "unit", "status", "why"} == set(answer["indicators"][0])
    assert {"norm", "verdict", "value", "threshold", "reason"} == set(answer["verdicts"][0])


@pytest.mark.parametrize("command", ["assess", "report"])
def test_what_cannot_be_read_ends_with_2_and_says_why_in_both_languages(
    command: str, unreadable: Path, tmp_path: Path
) -> None:
    target = tmp_path / "answer"

    done = ketenspiegel(command, unreadable, "--output", target)

    assert done.exit_code == 2
    assert len(done.stderr.strip().splitlines()) == 2
    assert not target.exists()


@pytest.mark.parametrize(("language", "sheet"), [("nl", "Wagenpark"), ("en", "Fleet")])
def test_template_writes_a_workbook_in_a_language(language: str, sheet: str, tmp_path: Path) -> None:
    target = tmp_path / "sjabloon.xlsx"

    done = ketenspiegel("template", "--year", 2026, "--language", language, "--output", target)

    assert done.exit_code == 0
    assert sheet in openpyxl.load_workbook(target).sheetnames


def test_a_template_can_be_read_back_as_a_report(tmp_path: Path) -> None:
    target = tmp_path / "sjabloon.xlsx"
    ketenspiegel("template", "--year", 2026, "--output", target)

    done = ketenspiegel("validate", target, "--format", "json")

    assert done.exit_code == 1
    assert json.loads(done.stdout)["report"]["report_year"] == 2026


def test_report_writes_a_pdf_that_says_on_each_page_that_it_is_a_rehearsal(with_errors: Path, tmp_path: Path) -> None:
    target = tmp_path / "rapport.pdf"

    done = ketenspiegel("report", with_errors, "--terms", TERMS, "--output", target)

    assert done.exit_code == 0
    pages = PdfReader(io.BytesIO(target.read_bytes())).pages
    assert all("proef" in page.extract_text().lower() for page in pages)


def test_rules_gives_the_catalogue_as_text_and_as_json() -> None:
    text, shape = ketenspiegel("rules"), ketenspiegel("rules", "--format", "json")

    assert (text.exit_code, shape.exit_code) == (0, 0)
    assert "FLT-001" in text.stdout
    assert "FLT-001" in json.dumps(json.loads(shape.stdout))


def test_an_unknown_worker_is_refused_with_the_names_that_are_known() -> None:
    done = ketenspiegel("worker", "bestaat-niet")

    assert done.exit_code == 2
    assert "check, publish, mail" in done.stderr


def test_every_command_says_what_it_is_for() -> None:
    for name, command in main.commands.items():
        assert command.help, name
        assert ketenspiegel(name, "--help").exit_code == 0


def test_validating_a_file_loads_no_web_log_or_database_library(with_errors: Path) -> None:
    code = (
        "import sys; from deploy.commands.offline import validate\n"
        "try: validate.main([sys.argv[1], '--format', 'json'])\n"
        "except SystemExit as ended: print(ended.code, [m for m in ('flask', 'kafka', 'sqlalchemy') if m in sys.modules])"
    )

    done = subprocess.run([sys.executable, "-c", code, with_errors], capture_output=True, text=True, check=True)

    assert done.stdout.splitlines()[-1] == "1 []"
