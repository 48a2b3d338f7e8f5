"""What the caps say in words is what they are."""

from workers.intake import limits, unreadable


def test_the_words_name_the_caps() -> None:
    assert "5.000.000" in unreadable.too_many_rows("activity").reason.nl
    assert f"{limits.ROWS:,}" in unreadable.too_many_rows("activity").reason.en
    assert str(limits.COLUMNS) in unreadable.too_many_columns("activity").reason.nl
    assert f"{limits.FILE_BYTES // limits.MEGABYTE} MB" in unreadable.too_big().reason.en
    assert f"{limits.UNPACKED_BYTES // limits.MEGABYTE} MB" in unreadable.bomb().reason.nl
