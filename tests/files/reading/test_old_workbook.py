import struct
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.grid import Doubt
from gicapp.files.reading import content_of
from gicapp.files.reading.biff_text import shared_strings as read_strings
from tests.files.reading.old_workbook import OldSheet, number, old_workbook, record, shared_strings
from tests.files.reading.seen import cells, codes, grids, numbers, texts


@given(
    strings=st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=40), max_size=30),
    room=st.integers(16, 200),
)
def test_strings_that_run_on_in_the_next_record_are_whole(strings: list[str], room: int) -> None:
    data, parts = shared_strings(strings, room), []
    while data:
        size = struct.unpack_from("<H", data, 2)[0]
        parts.append(data[4 : 4 + size])
        data = data[4 + size :]
    assert read_strings(parts) == strings


@pytest.mark.parametrize(
    ("packed", "value"),
    [(3 << 2 | 2, 3), (0xFFFFFFFB & ~1, -2), (1234 << 2 | 3, Decimal("12.34")), (0x40080000, 3)],
)
def test_packed_numbers_are_exact(packed: int, value: Decimal) -> None:
    raw = record(0x027E, struct.pack("<HHHI", 0, 0, 0, packed))
    raw += record(0x00BD, struct.pack("<HHHIHIH", 1, 0, 0, packed, 0, packed, 1))
    assert numbers(old_workbook(OldSheet(raw=raw))) == {(0, 0): value, (1, 0): value, (1, 1): value}


def test_hidden_rows_columns_and_sheets_are_in_doubt() -> None:
    raw = record(0x0208, struct.pack("<H10xHH", 1, 0x20, 0))
    raw += record(0x007D, struct.pack("<HHHHHH", 1, 1, 0, 0, 1, 0))
    values: dict[tuple[int, int], str | int | Decimal] = {(0, 0): 1, (1, 0): 2, (0, 1): 3}
    first, second = grids(
        old_workbook(OldSheet("一", values, raw=raw), OldSheet("二", {(0, 0): 4}, hidden=True))
    )
    doubts = {cell.where: cell.doubt for cell in first.cells}
    assert doubts == {"A1": None, "A2": Doubt.HIDDEN, "B1": Doubt.HIDDEN}
    assert (second.hidden, second.cells[0].doubt) == (True, Doubt.HIDDEN)


def test_results_of_formulas_are_read_whatever_they_are() -> None:
    def formula(column: int, result: bytes, flags: int = 0) -> bytes:
        return record(0x0006, struct.pack("<HHH", 0, column, 0) + result + struct.pack("<H", flags))

    raw = formula(0, struct.pack("<d", 7)) + formula(1, b"\0\0\0\0\0\0\xff\xff")
    raw += record(0x0207, struct.pack("<HB", 2, 1) + "甲乙".encode("utf-16-le"))
    raw += formula(2, b"\2\0\x17\0\0\0\xff\xff") + formula(3, struct.pack("<d", 0), 2)
    raw += formula(4, b"\3\0\0\0\0\0\xff\xff") + formula(5, b"\3\0\0\0\0\0\xff\xff", 2)
    raw += formula(6, b"\0\0\0\0\0\0\xff\xff")  # and the text never comes
    read = cells(old_workbook(OldSheet(raw=raw)))
    said = [(c.text, c.number, c.doubt) for c in read.values()]
    assert said == [
        ("7", 7, None),
        ("甲乙", None, None),
        ("#REF!", None, Doubt.ERROR),
        ("", None, Doubt.FORMULA),
        ("", None, Doubt.FORMULA),
        ("", None, Doubt.FORMULA),
    ]


def test_dates_and_percentages_are_no_numbers() -> None:
    raw = number(0, 0, 45047, style=1) + number(0, 1, 0.5, style=2)
    read = cells(old_workbook(OldSheet(raw=raw), styles=(0, 14, 9)))
    assert read[0, 0].doubt is Doubt.DATE
    assert [cell.number for cell in read.values()] == [None, None]


def test_a_workbook_with_a_password_is_refused() -> None:
    data = old_workbook(OldSheet(cells={(0, 0): 1}))
    at = data.index(record(0x00E0, struct.pack("<HH16x", 0, 0)))
    assert codes(data[:at] + b"\x2f\0" + data[at + 2 :]) == ["file.encrypted"]


def test_a_cell_beyond_the_limits_is_refused() -> None:
    assert codes(old_workbook(OldSheet(raw=number(65535, 255, 1)))) == ["file.too_large"]


def test_a_chain_that_runs_in_a_circle_ends() -> None:
    data = bytearray(old_workbook(OldSheet(cells={(0, 0): "甲"})))
    struct.pack_into("<I", data, 512 + 4 * 4, 2)  # a sector of the stream leads back
    assert codes(bytes(data)) == ["file.damaged"]


@pytest.mark.parametrize("end", [600, 2000, 4000])
def test_a_file_that_was_cut_off_is_damaged(end: int) -> None:
    data = old_workbook(OldSheet(cells={(r, c): r * c for r in range(30) for c in range(9)}))
    assert codes(data[:end]) == ["file.damaged"]


def test_two_letter_widths_in_one_file_are_read() -> None:
    narrow = record(0x0204, struct.pack("<HHHHB", 0, 0, 0, 2, 0) + b"ab")
    wide = record(0x0204, struct.pack("<HHHHB", 0, 1, 0, 1, 1) + "总".encode("utf-16-le"))
    assert texts(old_workbook(OldSheet(raw=narrow + wide))) == {(0, 0): "ab", (0, 1): "总"}


def test_the_kind_is_told() -> None:
    assert content_of(old_workbook(OldSheet(cells={(0, 0): 1}))).format == "xls"
