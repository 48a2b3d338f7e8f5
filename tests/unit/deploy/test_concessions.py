"""Bringing concessions in from the command line: each edition of the terms once, and a duty once."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from sqlalchemy import select

from deploy.cli import main
from portal.use_cases.taking_over import take_over
from schemas.clock import today
from schemas.events import DutyOpened
from schemas.settings import Settings
from schemas.store import (
    Concession,
    ConcessionAuthority,
    Organisation,
    Report,
    Table,
    Terms,
    first_broken_row,
    reading,
    sessions,
)
from schemas.store.granting import authorities_of, lead_of
from schemas.words import OrganisationKind
from tests.installations import TERMS
from tests.unit.workers.at_work import told


def ketenspiegel(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments])


def terms_file(folder: Path, **changes: object) -> Path:
    path = folder / "terms.json"
    path.write_text(json.dumps({**TERMS, **changes}), encoding="utf-8")
    return path


def rows(table: type[Table]) -> list[Table]:
    with reading() as session:
        return list(session.scalars(select(table)))


def test_terms_bring_the_concession_and_its_organisations_in(installation: Settings, tmp_path: Path) -> None:
    done = ketenspiegel("concession", "import", terms_file(tmp_path), "--holder", "Voorbeeldbus BV")

    assert done.exit_code == 0
    with reading() as session:
        [concession] = session.scalars(select(Concession))
        organisations = session.execute(select(Organisation.name, Organisation.kind)).all()
        leads = session.execute(
            select(Organisation.name, ConcessionAuthority.leads).join(
                ConcessionAuthority, ConcessionAuthority.organisation == Organisation.id
            )
        ).all()
        whole = first_broken_row(session)
    assert (concession.code, concession.name) == ("VB-OOST", "Voorbeeld-Oost")
    assert {tuple(one) for one in organisations} == {
        ("Voorbeeldbus BV", OrganisationKind.HOLDER),
        ("Provincie Voorbeeld", OrganisationKind.AUTHORITY),
        ("Provincie Overzicht", OrganisationKind.AUTHORITY),
    }
    assert {tuple(one) for one in leads} == {("Provincie Voorbeeld", True), ("Provincie Overzicht", False)}
    assert whole is None


def test_the_same_edition_twice_is_one(installation: Settings, tmp_path: Path) -> None:
    path = terms_file(tmp_path)
    ketenspiegel("concession", "import", path)

    ketenspiegel("concession", "import", path)

    assert [len(rows(table)) for table in (Concession, Terms, Organisation)] == [1, 1, 3]


def test_a_duty_keeps_the_terms_that_held_when_it_was_opened(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("concession", "import", terms_file(tmp_path))
    ketenspiegel("concession", "open", "VB-OOST", 2026)

    ketenspiegel("concession", "import", terms_file(tmp_path, asks_sick_leave=False))

    with reading() as session:
        [report] = session.scalars(select(Report))
        held = session.scalars(select(Terms).where(Terms.sha256 == report.terms_sha256)).one()
        assert held.body["asks_sick_leave"] is True
        assert len(session.scalars(select(Terms)).all()) == 2


def test_terms_that_name_others_wait_for_a_change_that_is_to_come(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("concession", "import", terms_file(tmp_path))
    with sessions().begin() as session:
        concession = session.scalars(select(Concession.id)).one()
        authorities = {one.id for one in authorities_of(session, concession, on=today())}
        lead = next(iter(authorities))
        take_over(session, concession, authorities, lead=lead, first_day=today() + timedelta(days=1))
    more = [*TERMS["authorities"], "Provincie Erbij"]

    same = ketenspiegel("concession", "import", terms_file(tmp_path, asks_sick_leave=False))
    other = ketenspiegel("concession", "import", terms_file(tmp_path, authorities=more))

    assert (same.exit_code, other.exit_code) == (0, 1)
    assert "take that change back in the portal first" in other.stderr
    assert len(rows(Terms)) == 2


def test_terms_that_name_another_lead_hand_the_lead_over_from_today(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("concession", "import", terms_file(tmp_path))

    ketenspiegel("concession", "import", terms_file(tmp_path, lead_authority="Provincie Overzicht"))

    with reading() as session:
        concession = session.scalars(select(Concession.id)).one()
        leading = [lead_of(session, concession, on=today() - timedelta(days=days)) for days in (1, 0)]
    assert leading == ["Provincie Voorbeeld", "Provincie Overzicht"]


def test_opening_a_duty_twice_is_opening_it_once(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("concession", "import", terms_file(tmp_path))

    first, second = (ketenspiegel("concession", "open", "VB-OOST", 2026) for _ in range(2))

    assert (first.exit_code, first.stdout) == (0, second.stdout)
    assert len(told(DutyOpened)) == 1


def test_an_unknown_concession_is_refused_with_those_that_are_known(installation: Settings, tmp_path: Path) -> None:
    ketenspiegel("concession", "import", terms_file(tmp_path))

    done = ketenspiegel("concession", "open", "XX-WEG", 2026)

    assert done.exit_code == 1
    assert "XX-WEG" in done.stderr
    assert "VB-OOST" in done.stderr


@pytest.mark.parametrize("content", ["{}", "no json", '{"misspelt": 1}'])
def test_a_file_that_is_no_terms_changes_nothing(content: str, installation: Settings, tmp_path: Path) -> None:
    path = tmp_path / "terms.json"
    path.write_text(content)

    done = ketenspiegel("concession", "import", path)

    assert done.exit_code == 1
    assert [rows(table) for table in (Concession, Organisation)] == [[], []]
