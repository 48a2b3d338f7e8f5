"""What a fault means for an event."""

import json
from pathlib import Path

import pytest
from sqlalchemy import create_engine, text
from sqlalchemy.exc import SQLAlchemyError

from schemas.events import UnreadableEvent, read
from schemas.settings import Settings
from schemas.store import FileIsDamaged, FileIsMissing, files, sessions
from tests.installations import installation
from workers.faults import LONGEST_TEXT, Kind, fault_of
from workers.worker import Permanent, Transient

__all__ = ["installation"]


@pytest.mark.parametrize(
    ("error", "kind", "reason"),
    [
        (Transient("Away."), Kind.TRANSIENT, "away"),
        (ConnectionRefusedError(), Kind.TRANSIENT, "away"),
        (Permanent("schema", "No."), Kind.PERMANENT, "schema"),
        (UnreadableEvent("not_json", "No."), Kind.PERMANENT, "not_json"),
        (FileIsMissing("a" * 64), Kind.PERMANENT, "file_missing"),
        (FileIsDamaged("a" * 64), Kind.PERMANENT, "file_damaged"),
        (ZeroDivisionError(), Kind.UNKNOWN, "failed"),
    ],
)
def test_a_fault_passes_stays_or_is_unknown(error: Exception, kind: Kind, reason: str) -> None:
    found = fault_of(error)

    assert (found.kind, found.reason) == (kind, reason)


def test_a_database_that_cannot_be_opened_is_away(tmp_path: Path) -> None:
    engine = create_engine(f"sqlite:///{tmp_path}/no/such/folder/x.db")

    with pytest.raises(SQLAlchemyError) as raised:
        engine.connect()

    assert fault_of(raised.value).kind is Kind.TRANSIENT


def test_a_statement_that_is_wrong_is_not_tried_for_ever_and_its_values_are_not_repeated(
    installation: Settings,
) -> None:
    statement = text("SELECT :value FROM no_such_table").bindparams(value="canary")

    with sessions()() as session, pytest.raises(SQLAlchemyError) as raised:
        session.execute(statement)

    found = fault_of(raised.value)
    assert found.kind is Kind.UNKNOWN
    assert "canary" not in found.text


def test_what_a_library_says_is_told_in_our_words_with_the_place_in_our_code() -> None:
    with pytest.raises(ValueError, match="canary") as raised:
        read_decimal_of_a_library("canary" * 1000)

    found = fault_of(raised.value)

    assert found.text == "The work failed in a way that was not foreseen: ValueError."
    assert found.error_class == "ValueError"


def test_a_fault_in_our_own_code_is_told_with_its_place(installation: Settings) -> None:
    with pytest.raises(ValueError, match="sha256") as raised:
        files().open("no sha256")

    assert "in schemas.store.file_store, line " in fault_of(raised.value).text


def test_a_message_of_another_shape_is_told_by_place_and_at_no_length() -> None:
    strange = {f"{'x' * 500}{number}": "canary" for number in range(100)}

    with pytest.raises(UnreadableEvent) as raised:
        read(json.dumps(strange).encode())

    said = fault_of(raised.value).text
    assert "(extra_forbidden)" in said or "(missing)" in said
    assert "canary" not in said
    assert len(said) <= LONGEST_TEXT


def read_decimal_of_a_library(text: str) -> None:
    raise ValueError(text)
