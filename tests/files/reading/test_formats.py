from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.files.reading.seen import cells, grid, texts
from tests.files.reading.sources import WRITERS, Table, delimited, text_of

WORDS = st.text(st.sampled_from("一二（三）总计abc<&>'、"), min_size=1, max_size=8)
AMOUNTS = st.decimals(-(10**9), 10**9, places=6, allow_nan=False, allow_infinity=False)
VALUES = st.one_of(WORDS, st.integers(-(10**9), 10**12), AMOUNTS)
POSITIONS = st.tuples(st.integers(0, 5), st.integers(0, 4))


@st.composite
def tables(draw: st.DrawFn) -> Table:
    """A table of at least two rows and columns, merged where that does no harm to its cells."""
    found = draw(st.dictionaries(POSITIONS, VALUES, min_size=3, max_size=12))
    found[0, 0], found[2, 2], found[1, 0] = "题", 7, "行"
    merges: list[tuple[int, int, int, int]] = []
    for top, left in draw(st.lists(POSITIONS, max_size=3)):
        area = {(top + down, left + right) for down in range(2) for right in range(2)}
        inside = max(area) <= max(found) and max(c for _, c in area) <= max(c for _, c in found)
        apart = all((m[0] - top) ** 2 > 1 or (m[1] - left) ** 2 > 1 for m in merges)
        if inside and apart and not (area & found.keys()) - {(top, left)}:
            merges.append((top, left, top + 1, left + 1))
    return Table(found, merges)


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=20)
@given(table=tables())
def test_every_kind_of_file_gives_the_cells_that_were_written(kind: str, table: Table) -> None:
    read = texts(WRITERS[kind](table))
    assert {place: _plain(text) for place, text in read.items()} == {
        place: _plain(text_of(value)) for place, value in table.cells.items()
    }


def _plain(text: str) -> str:
    """Sheets drop the noughts after the point; nothing else may differ."""
    try:
        return format(Decimal(text).normalize(), "f")
    except ArithmeticError:
        return text


@pytest.mark.parametrize("kind", WRITERS)
def test_line_ends_inside_a_cell_are_kept(kind: str) -> None:
    assert texts(WRITERS[kind](Table({(0, 0): "商业\n企业", (0, 1): "a", (1, 0): "b"})))[0, 0] == (
        "商业\n企业"
    )


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=20)
@given(table=tables())
def test_merges_become_spans_in_every_kind_of_file(kind: str, table: Table) -> None:
    read = cells(WRITERS[kind](table))
    for top, left, _, _ in table.merges:
        assert (read[top, left].rows, read[top, left].columns) == (2, 2)
    single = [c for c in read.values() if (c.rows, c.columns) == (1, 1)]
    assert len(read) - len(single) == len(table.merges)


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
@given(number=st.one_of(st.integers(-(10**14), 10**14), AMOUNTS))
def test_sheets_give_numbers_exactly_as_they_are_written(kind: str, number: int | Decimal) -> None:
    read = cells(WRITERS[kind](Table({(0, 0): "题", (1, 1): number})))[1, 1]
    assert read.number == number
    assert not isinstance(read.number, float)
    assert read.where == "B2"


@pytest.mark.parametrize("kind", ["xlsx", "xls", "ods"])
def test_a_number_written_as_text_stays_text(kind: str) -> None:
    read = cells(WRITERS[kind](Table({(0, 0): "３件", (0, 1): "12"})))
    assert [(c.text, c.number) for c in read.values()] == [("３件", None), ("12", None)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16", "utf-16-le"])
@pytest.mark.parametrize("separator", [",", "\t", ";"])
def test_delimited_text_reads_alike_in_every_encoding(encoding: str, separator: str) -> None:
    table = Table({(0, 0): "申请人，情况", (1, 0): "甲\n乙", (1, 1): 3, (2, 1): Decimal("1.50")})
    assert texts(delimited(table, separator, encoding)) == {
        p: text_of(v) for p, v in table.cells.items()
    }


def test_places_are_named_as_the_source_names_them() -> None:
    table = Table({(0, 0): "题", (1, 1): 3})
    assert grid(WRITERS["xlsx"](table)).name == "工作表“表”"
    assert grid(WRITERS["docx"](table)).name == "第 1 个表格"
    assert cells(WRITERS["docx"](table))[1, 1].where == "第 2 行第 2 格"
