"""The commands for what reports are judged by: a list comes in, is shown in shadow, and is switched on by a person."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from deploy.cli import main
from schemas.settings import Settings
from schemas.store import Audit, FactorSet, ShadowRun, first_broken_row, in_force, reading
from schemas.words import SetKind
from tests.factor_lists import csv_of
from tests.unit.workers.at_work import at_work, check, upload
from tests.unit.workers.driving import a_year_of_driving
from workers.domain.rules import NEWEST, RULE_SETS
from workers.reference import own_yardsticks

OFFICIAL = own_yardsticks().factor_sets[2026]


def ketenspiegel(*arguments: object, answer: str = "") -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], input=answer)


def written(path: Path, *, name: str = "official-2026.2", grey: str = "0.6") -> Path:
    """The list of 2026 under a name, with another factor for grey power."""
    path.write_bytes(csv_of(name, OFFICIAL, grey=grey))
    return path


@pytest.fixture
def factor_list(tmp_path: Path, on_both: Settings) -> Path:
    """A new list of 2026."""
    return written(tmp_path / "lijst.csv")


def holds(kind: SetKind = SetKind.FACTOR_SET, year: int = 2026) -> str:
    with reading() as session:
        return in_force(session, kind)[year].set_id


def test_a_list_that_comes_in_is_shown_and_not_switched_on(factor_list: Path) -> None:
    check(upload(at_work(), a_year_of_driving()))

    done = ketenspiegel("factors", "import", factor_list)

    assert done.exit_code == 0
    assert "Een ander oordeel bij 1 rapport, op 1 norm samen: 1× voldoet → voldoet niet." in done.stdout
    assert "door grey wtw: 0,483 → 0,6 per kWh" in done.stdout
    assert holds() == "official-2026"


def test_it_is_switched_on_by_a_person_with_a_reason_and_stands_in_the_audit(factor_list: Path) -> None:
    ketenspiegel("factors", "import", factor_list)

    done = ketenspiegel("factors", "adopt", "official-2026.2", "--reason", "Verbeterde lijst.", "--by", "Fien")

    assert done.exit_code == 0
    assert "official-2026.2 geldt voor verslagjaar 2026, vanaf de volgende controle." in done.stdout
    assert holds() == "official-2026.2"
    with reading() as session:
        adoption = in_force(session, SetKind.FACTOR_SET)[2026]
        assert (adoption.by, adoption.reason) == ("Fien", "Verbeterde lijst.")
        audited = session.scalars(select(Audit).order_by(Audit.n)).all()
        run = session.scalars(select(ShadowRun)).one()
        assert [row.action for row in audited] == ["factor_set.import", "factor_set.adopt"]
        assert audited[1].details == {"year": 2026, "before": "official-2026", "shadow": str(run.id)}
        assert first_broken_row(session) is None


@pytest.mark.parametrize(
    ("answer", "expected"), [("y", "official-2026.2"), ("n", "official-2026"), ("", "official-2026")]
)
def test_it_can_be_switched_on_at_once_after_having_been_seen(answer: str, expected: str, factor_list: Path) -> None:
    ketenspiegel("factors", "import", factor_list, "--adopt", "--reason", "Verbeterd.", answer=answer)

    assert holds() == expected


def test_to_switch_on_at_once_asks_why_before_anything_comes_in(factor_list: Path) -> None:
    done = ketenspiegel("factors", "import", factor_list, "--adopt")

    assert done.exit_code == 2
    with reading() as session:
        assert session.get(FactorSet, "official-2026.2") is None


def test_what_nobody_saw_in_shadow_is_not_switched_on(factor_list: Path) -> None:
    ketenspiegel("factors", "import", written(factor_list, name="official-2026.3"))

    done = ketenspiegel("factors", "adopt", "official-2023", "--reason", "Terug.")
    ketenspiegel("factors", "adopt", "official-2026.3", "--reason", "Nieuw.")
    back = ketenspiegel("factors", "adopt", "official-2026", "--reason", "Terug.")

    assert done.exit_code == 1
    assert "official-2023 geldt al voor 2023." in done.stderr
    assert back.exit_code == 1
    assert "ketenspiegel factors shadow official-2026" in back.stderr
    assert holds() == "official-2026.3"


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("factors", "adopt", "nergens", "--reason", "x"),
            "nergens is hier niet bekend. Bekend: demo-2025, official-2021",
        ),
        (("factors", "adopt", "official-2026", "--reason", "  "), "Zeg waarom"),
        (("factors", "shadow", "nergens"), "nergens is hier niet bekend."),
        (("ruleset", "shadow", "1999.1"), "1999.1 is hier niet bekend."),
        (("ruleset", "adopt", "1999.1", "--reason", "x"), "1999.1 is hier niet bekend. Bekend: 2026.1"),
    ],
)
def test_what_is_not_known_is_refused_with_what_is(
    arguments: tuple[str, ...], said: str, installation: Settings
) -> None:
    done = ketenspiegel(*arguments)

    assert done.exit_code == 1
    assert said in done.stderr


def test_other_contents_under_a_known_name_are_refused(factor_list: Path) -> None:
    done = ketenspiegel("factors", "import", written(factor_list, name="official-2026"))

    assert done.exit_code == 1
    assert "official-2026 is hier al bekend met een andere inhoud" in done.stderr
    assert "bijvoorbeeld official-2026.2" in done.stderr


def test_a_file_with_a_fault_brings_nothing_in_and_says_where_in_both_languages(factor_list: Path) -> None:
    factor_list.write_text(factor_list.read_text().replace(",0.6,", ",veel,"))

    done = ketenspiegel("factors", "import", factor_list)

    assert done.exit_code == 1
    assert "Regel 11, kolom wtw: ‘veel’ is geen factor." in done.stderr
    assert "Line 11, column wtw: ‘veel’ is no factor." in done.stderr
    with reading() as session:
        assert session.get(FactorSet, "official-2026.2") is None


def test_a_workbook_instead_of_a_list_is_refused(tmp_path: Path, installation: Settings) -> None:
    path = tmp_path / "lijst.xlsx"
    path.write_bytes(b"PK\x03\x04" + bytes(400))

    done = ketenspiegel("factors", "import", path)

    assert done.exit_code == 1
    assert "Sla het op als CSV UTF-8." in done.stderr


def test_a_list_that_lacks_factors_is_taken_in_with_a_remark(factor_list: Path) -> None:
    factor_list.write_text("\n".join(line for line in factor_list.read_text().splitlines() if "hvo100" not in line))

    done = ketenspiegel("factors", "import", factor_list)

    assert done.exit_code == 0
    assert "official-2026.2 mist hvo100." in done.stderr


def test_the_comparison_is_there_for_programs_too(factor_list: Path) -> None:
    check(upload(at_work(), a_year_of_driving()))

    done = ketenspiegel("factors", "import", factor_list, "--format", "json")

    shadow = json.loads(done.stdout)
    assert (shadow["set_id"], len(shadow["reports"])) == ("official-2026.2", 1)


def test_the_lists_are_listed_with_what_holds(factor_list: Path) -> None:
    ketenspiegel("factors", "import", factor_list)

    lines = ketenspiegel("factors", "list").stdout.splitlines()

    assert any(line.startswith("demo-2025 · 2025 · 27 factoren / factors · fictief") for line in lines)
    assert "official-2026.2 · 2026 · 27 factoren / factors · geldt niet / not in force" in lines


def test_a_rule_set_is_shown_and_switched_on_from_a_year(
    installation: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    newer = NEWEST.revised("2027.1", from_year=2027)
    for place in ("deploy.catalogues", "workers.in_force"):
        monkeypatch.setattr(f"{place}.RULE_SETS", (*RULE_SETS, newer))
    ketenspiegel("db", "upgrade")

    shown = ketenspiegel("ruleset", "shadow", "2027.1", "--language", "en")
    early = ketenspiegel("ruleset", "adopt", "2027.1", "--reason", "Proef.", "--from-year", 2026)
    done = ketenspiegel("ruleset", "adopt", "2027.1", "--reason", "Nieuwe regels.")

    assert shown.stdout.startswith("Rule set 2027.1, in shadow")
    assert "2027.1 geldt voor verslagjaar 2026 en later" in early.stdout
    assert "2027.1 geldt voor verslagjaar 2027 en later" in done.stdout
    assert (holds(SetKind.RULE_SET, 2026), holds(SetKind.RULE_SET, 2027)) == ("2027.1", "2027.1")
    assert ketenspiegel("ruleset", "list").stdout.count("2027.1 · geldt / in force: 2026 en later") == 1


def test_a_newer_rule_set_of_a_release_waits_for_a_person(
    installation: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("deploy.catalogues.RULE_SETS", (*RULE_SETS, replace(NEWEST, id="2027.1", from_year=2026)))

    ketenspiegel("db", "upgrade")

    assert "2027.1 · geldt niet / not in force" in ketenspiegel("ruleset", "list").stdout
