"""Whole reports stored as text by many programs: every figure in its cell or told, no text lost."""

from collections.abc import Callable

import pytest

from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.files.reading import content_of
from gicapp.form.declaration import Table
from gicapp.form.values import Value, show
from tests.core.recognition.layouts import (
    DISCLOSURE,
    DISPUTES,
    FORM,
    REQUESTS,
    comma_numbered,
    half_width,
    some_values,
    unnumbered,
)

VALUES = some_values(3)
Rows = list[list[str]]
Change = Callable[[Table, Rows], Rows]
Way = Callable[[Table, Change], list[str]]
TEXTS = {
    "1": "（一）主动公开。全年公开信息120条。\n（二）依申请公开。收到申请3件。",
    "5": "一是公开不够及时。下一步加强学习。",
    "6": "2023年度不存在收取信息处理费情况。",
}


def _compact(table: Table) -> Rows:
    """Return the texts of a table, one for each merged cell."""
    rows: Rows = [[] for _ in range(table.height)]
    for box in table.boxes:
        rows[box.line].append(box.text or show(VALUES[box.cell or ""]))
    return rows


def _full(table: Table, *, repeated: bool = False) -> Rows:
    """Return the texts of a table, one for each place; merged cells blank or repeated."""
    rows = [[""] * table.width for _ in range(table.height)]
    for box in table.boxes:
        for line in range(box.lines if repeated else 1):
            for column in range(box.columns if repeated else 1):
                text = box.text or show(VALUES[box.cell or ""])
                rows[box.line + line][box.column + column] = text
    return rows


def _tabs(table: Table, change: Change) -> list[str]:
    return ["\t".join(row) for row in change(table, _compact(table))]


def _tabs_for_every_place(table: Table, change: Change) -> list[str]:
    return ["\t".join(row) for row in change(table, _full(table))]


def _blanks(table: Table, change: Change) -> list[str]:
    return ["   " + " ".join(row) for row in change(table, _compact(table))]


def _ruled_below_the_first(table: Table, change: Change) -> list[str]:
    rows = [" | ".join(row) for row in change(table, _compact(table))]
    return [rows[0], "---|---", *rows[1:]]


def _filled_up(table: Table, change: Change) -> list[str]:
    rows = change(table, _compact(table))
    return [f"| {' | '.join(row)} {'|' * (table.width - len(row) + 1)}" for row in rows]


def _filled_up_apart(table: Table, change: Change) -> list[str]:
    """Return rows as pages are stored: a sign behind each cell, then one for each lacking."""
    rows = change(table, _compact(table))
    signs = ["|" * (table.width - len(row)) for row in rows]
    return [f"{' | '.join(row)} | {more}".rstrip() for row, more in zip(rows, signs, strict=True)]


def _signs_apart(table: Table, change: Change) -> list[str]:
    """Return a line for each cell, one for the sign behind it, and one to fill the row up."""
    lines = []
    for row in change(table, _compact(table)):
        lines += [line for cell in row for line in ([cell, "|"] if cell else ["|"])]
        lines += ["", "|" * (table.width - len(row))] if len(row) < table.width - 1 else []
    return lines


def _repeated(table: Table, change: Change) -> list[str]:
    rows = [f"| {' | '.join(row)} |" for row in change(table, _full(table, repeated=True))]
    return [rows[0], "| --- " * table.width + "|", *rows[1:]]


def _columns(table: Table, change: Change) -> tuple[Rows, list[int]]:
    rows = change(table, _full(table))
    widths = [max(len(row[c]) for row in rows if c < len(row)) for c in range(table.width)]
    return [[t.ljust(w) for t, w in zip(r, widths, strict=False)] for r in rows], widths


def _padded(table: Table, change: Change) -> list[str]:
    rows, widths = _columns(table, change)
    lines = [f"| {' | '.join(row)} |" for row in rows]
    return [lines[0], f"|{'|'.join('-' * (width + 2) for width in widths)}|", *lines[1:]]


def _drawn(table: Table, change: Change) -> list[str]:
    rows, widths = _columns(table, change)
    line = f"+{'+'.join('-' * (width + 2) for width in widths)}+"
    return [line, *(part for row in rows for part in (f"| {' | '.join(row)} |", line))]


def _boxed(table: Table, change: Change) -> list[str]:
    rows = [f"│{'│'.join(row)}│" for row in change(table, _full(table))]
    return [f"┌{'─' * 20}┬{'─' * 20}┐", *rows, f"└{'─' * 20}┴{'─' * 20}┘"]


def _set_in_columns(table: Table, change: Change) -> list[str]:
    rows, widths = _columns(table, change)
    rule = " ".join("-" * (width + 1) for width in widths)
    return [rule, *("  ".join(row).rstrip() for row in rows), rule]


def _cell_by_cell(table: Table, change: Change) -> list[str]:
    return [cell for row in change(table, _compact(table)) for cell in row]


WAYS = pytest.mark.parametrize(
    "way",
    [
        _tabs,
        _tabs_for_every_place,
        _blanks,
        _ruled_below_the_first,
        _filled_up,
        _filled_up_apart,
        _signs_apart,
        _repeated,
        _padded,
        _drawn,
        _boxed,
        _set_in_columns,
        _cell_by_cell,
    ],
)


def _same(_table: Table, rows: Rows) -> Rows:
    return rows


def _worded(change: Callable[[str], str]) -> Change:
    return lambda _table, rows: [[change(text) for text in row] for row in rows]


def _mistyped(text: str) -> str:
    slips = {
        "本年废止件数": "本年废纸件数",
        "现行有效件数": "先行有效件数",
        "2.重复申请": "2.重复申情",
    }
    return slips.get(text, text)


def _without_first_row(table: Table, rows: Rows) -> Rows:
    return rows[1:] if table is REQUESTS else rows


def _without_regulations(table: Table, rows: Rows) -> Rows:
    return [row for row in rows if "规章" not in row] if table is DISCLOSURE else rows


def _lacking_a_cell(table: Table, rows: Rows) -> Rows:
    if table is REQUESTS:
        at = next(at for at, row in enumerate(rows) if "（一）予以公开" in row)
        rows[at] = rows[at][:-1]
    return rows


def _one_row_for_a_group(table: Table, rows: Rows) -> Rows:
    if table is not REQUESTS:
        return rows
    at = next(at for at, row in enumerate(rows) if "（六）其他处理" in row)
    row = rows[at][: rows[at].index("（六）其他处理") + 1]
    row += [""] * (len(rows[at]) - len(row) - 7 if len(rows[0]) == table.width else 0)
    return [*rows[:at], [*row, *"1000001"], *rows[at + 3 :]]


def _heading_again(table: Table, rows: Rows) -> Rows:
    return [*rows[:15], *rows[:3], *rows[15:]] if table is REQUESTS else rows


def _exchanged(table: Table, rows: Rows) -> Rows:
    """Return table three with two exchanged columns, headings and all."""
    if table is not REQUESTS:
        return rows
    compact = len(rows[2]) < table.width
    first = rows[2] if not compact else ["", *rows[2], ""]  # the last row of headings
    done = [*rows[:2], first, *rows[3:]]
    for row in done[2:]:
        row[-6], row[-3] = row[-3], row[-6]
    return [*done[:2], first[1:-1] if compact else first, *done[3:]]


def _read(way: Way, change: Change) -> Reading:
    heads = [f"{'一二三四五六'[s.number - 1]}、{s.name}" for s in FORM.sections]
    lines = [
        "甲县教育局2023年政府信息公开工作年度报告",
        "根据《中华人民共和国政府信息公开条例》编制本年度报告，数据统计期限为2023年。",
        *(heads[0], *TEXTS["1"].split("\n")),
    ]
    for head, table in zip(heads[1:4], FORM.tables, strict=True):
        lines += [head, *way(table, change)]
    lines += [heads[4], TEXTS["5"], heads[5], TEXTS["6"]]
    return interpret(content_of("\n".join(lines).encode()))


def _assert_read(reading: Reading, lacking: set[str]) -> None:
    expected: dict[str, Value] = {c: v for c, v in VALUES.items() if c not in lacking}
    assert dict(reading.cells) == expected
    assert {key: reading.narrative[key] for key in TEXTS} == TEXTS
    assert set(reading.narrative) == {"0", *TEXTS}
    assert (reading.unit, reading.year) == ("甲县教育局", 2023)


@WAYS
@pytest.mark.parametrize(
    "change",
    [
        _same,
        _worded(half_width),
        _worded(comma_numbered),
        _worded(unnumbered),
        _worded(_mistyped),
        _without_first_row,
    ],
)
def test_every_cell_and_text_of_a_report_is_read(way: Way, change: Change) -> None:
    _assert_read(_read(way, change), set())


@WAYS
def test_a_row_that_the_source_lacks_is_told(way: Way) -> None:
    reading = _read(way, _without_regulations)
    lacking = {cell for cell in VALUES if cell.startswith("disclosure.regulations.")}
    _assert_read(reading, lacking)
    assert {c for p in reading.problems if p.code == "cells.missing" for c in p.cells} == lacking


def _only_totals(table: Table, rows: Rows) -> Rows:
    lines = [row[:-7] + [""] * 6 + row[-1:] for row in rows[3:]]
    return [*rows[:3], *lines] if table is REQUESTS else rows


def _no_totals(table: Table, rows: Rows) -> Rows:
    return [*rows[:3], *([*row[:-1], ""] for row in rows[3:])] if table is REQUESTS else rows


def _some_blank(table: Table, rows: Rows) -> Rows:
    def left(at: int, row: list[str]) -> list[str]:
        return row[:-7] + ["" if (at + c) % 3 else text for c, text in enumerate(row[-7:])]

    lines = [left(at, row) for at, row in enumerate(rows[3:])]
    return [*rows[:3], *lines] if table is REQUESTS else rows


def _blank_row(table: Table, rows: Rows) -> Rows:
    if table is not REQUESTS:
        return rows
    lines = [row[:-7] + [""] * 7 if at in (1, 4, 9) else row for at, row in enumerate(rows[3:])]
    return [*rows[:3], *lines]


@pytest.mark.parametrize("way", [_tabs, _filled_up_apart, _signs_apart, _repeated, _drawn])
@pytest.mark.parametrize("change", [_only_totals, _no_totals, _some_blank, _blank_row])
def test_blank_cells_stay_blank_in_their_places(way: Way, change: Change) -> None:
    reading = _read(way, change)
    table = [cell for cell in VALUES if cell.startswith("requests.")]
    left = [text for row in change(REQUESTS, _compact(REQUESTS))[3:] for text in row[-7:]]
    blank = {cell for cell, text in zip(table, left, strict=True) if not text}
    expected = {cell: None if cell in blank else value for cell, value in VALUES.items()}
    assert dict(reading.cells) == expected


def _ends_blank(table: Table, rows: Rows) -> Rows:
    """Return the one row of table four with its first and last figures blank."""
    return [*rows[:-1], ["", *rows[-1][1:-1], ""]] if table is DISPUTES else rows


@pytest.mark.parametrize(
    "way",
    [_tabs, _filled_up_apart, _signs_apart, _repeated, _padded, _boxed],
)
def test_a_blank_first_figure_of_table_four_is_a_cell(way: Way) -> None:
    blank = {"disputes.review.upheld", "disputes.suit_after_review.total"}
    expected = {cell: None if cell in blank else value for cell, value in VALUES.items()}
    assert dict(_read(way, _ends_blank).cells) == expected


def _remarked(table: Table, rows: Rows) -> Rows:
    if table is not DISPUTES:
        return rows
    return [*rows[:-1], [rows[-1][0], f"{rows[-1][1]}（其中1件撤回）", *rows[-1][2:]]]


def _two_rows(table: Table, rows: Rows) -> Rows:
    """Return table four with a remark in its row, and a row that the form has not below it."""
    return [*_remarked(table, rows), ["7"] * 15] if table is DISPUTES else rows


@pytest.mark.parametrize("way", [_tabs, _filled_up_apart, _repeated, _boxed])
def test_a_remark_in_table_four_leaves_its_figures_where_they_are(way: Way) -> None:
    assert dict(_read(way, _remarked).cells) == dict(VALUES)


def _blank_heading(table: Table, rows: Rows) -> Rows:
    at = next((at for at, row in enumerate(rows) if "商业企业" in row), None)
    if table is not REQUESTS or at is None:
        return rows
    row = ["" if text == "商业企业" else text for text in rows[at]]
    return [*rows[:at], row, *rows[at + 1 :]]


def _totals_first(table: Table, rows: Rows) -> Rows:
    """Return table four with the total of its last block before the block's other columns."""
    if table is not DISPUTES:
        return rows
    return [*rows[:-2], *([*row[:-5], row[-1], *row[-5:-1]] for row in rows[-2:])]


@WAYS
@pytest.mark.parametrize("change", [_blank_heading, _totals_first, _two_rows])
def test_lines_that_are_not_the_forms_move_no_figure(way: Way, change: Change) -> None:
    reading = _read(way, change)
    assert not {cell for cell, value in reading.cells.items() if VALUES[cell] != value}
    lacking = {cell for cell in VALUES if cell not in reading.cells}
    assert lacking <= {c for p in reading.problems for c in p.cells}


@WAYS
def test_a_row_that_lacks_a_cell_gives_no_figure_to_another_cell(way: Way) -> None:
    reading = _read(way, _lacking_a_cell)
    wrong = {cell: value for cell, value in reading.cells.items() if VALUES[cell] != value}
    assert not wrong
    assert not [cell for cell in reading.cells if cell.startswith("requests.granted.")]
    assert any("requests.granted.natural" in problem.cells for problem in reading.problems)


@WAYS
def test_a_group_in_one_row_is_asked_about(way: Way) -> None:
    reading = _read(way, _one_row_for_a_group)
    _assert_read(reading, {cell for cell in VALUES if cell.startswith("requests.other.")})
    assert "row.undecided" in {problem.code for problem in reading.problems}


@WAYS
def test_headings_repeated_after_a_page_break_move_no_figure(way: Way) -> None:
    reading = _read(way, _heading_again)
    assert not {cell for cell, value in reading.cells.items() if VALUES[cell] != value}
    left = {cell for cell in VALUES if cell not in reading.cells}
    assert left <= {cell for cell in VALUES if cell.startswith("requests.other.other.")}


@WAYS
def test_labels_decide_where_columns_are_exchanged(way: Way) -> None:
    reading = _read(way, _exchanged)
    assert not {cell for cell, value in reading.cells.items() if VALUES[cell] != value}
    lacking = {cell for cell in VALUES if cell not in reading.cells}
    assert lacking <= {cell.id for cell in REQUESTS.cells}
    assert {c for p in reading.problems if p.code == "cells.missing" for c in p.cells} == lacking
