"""The values themselves: what kind of number a cell may hold, and which cells hold none."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from gicapp.core.change import SetValue
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import Absence, Reading, without_counterpart, without_row
from gicapp.core.sums import expected_totals
from gicapp.form.declaration import Cell, Table
from gicapp.form.values import BLANK, NOT_APPLICABLE, Number, exact, show

_SECTIONS: Final = "一二三四五六"


def _kinds(subject: Subject) -> Iterator[Finding]:
    """Each count is 0 or a positive whole number; the fee is an amount in 万元."""
    for cell in subject.form.cells.values():
        value = subject.report.value(cell.id)
        reason = cell.kind.validate(value)
        if reason:
            yield Finding(
                rule="value.kind",
                severity=Severity.ERROR,
                section=subject.form.table(cell.table).section,
                message=f"“{cell.name}”填写有误：{reason}请改正。",
                cells=(cell.id,),
                actual=show(value),
            )


def _blanks(subject: Subject) -> Iterator[Finding]:
    """No cell is left blank; what there is none of is 0.

    An error, as of what would be exported now; while it is filled the window counts it as left
    to do.
    """
    for table in subject.form.tables:
        yield from _blanks_of(subject, table)
        for row in table.rows:
            cells = [cell for cell in table.cells if cell.row is row]
            yield from _slashes(subject, table, cells)


def _blanks_of(subject: Subject, table: Table) -> Iterator[Finding]:
    blank = [cell for cell in table.cells if subject.report.value(cell.id) is BLANK]
    unread = [cell for cell in blank if _is_unread(subject, cell)]
    if subject.reading is not None and unread:
        absent = [cell for cell in unread if cell.id in subject.reading.absent]
        yield from _absent(subject.reading, table, absent)
        yield from _unread(table, [cell for cell in unread if cell not in absent])
        blank = [cell for cell in blank if cell not in unread]
    if not blank:
        return
    if 2 * len(blank) > len(table.cells):
        yield _finding(table, blank, _table_message(table, blank))
        return
    sums = expected_totals(subject.form, subject.report.values)
    for group in _grouped([cell for cell in blank if cell.id in sums]):
        yield _blank_totals(table, group, sums)
    for row in table.rows:
        rest = [cell for cell in blank if cell.row is row and cell.id not in sums]
        if rest:
            yield _finding(table, rest, _row_message(rest))


def _is_unread(subject: Subject, cell: Cell) -> bool:
    """Tell whether a source has the table of a cell, but not this cell as it could be read."""
    reading = subject.reading
    return reading is not None and cell.table in reading.tables and cell.id not in reading.cells


def _absent(reading: Reading, table: Table, cells: list[Cell]) -> Iterator[Finding]:
    """Say of what a source has not that it has it not: there is nothing to read there."""
    for row in table.rows:
        its = [cell for cell in cells if cell.row is row]
        missing = [cell for cell in its if reading.absent[cell.id] is Absence.ROW]
        older = [cell for cell in its if cell not in missing]
        if missing:
            yield _finding(table, missing, without_row(row))
        if older:
            these = "这一格" if len(older) == 1 else f"这{len(older)}格"
            message = f"{_named(older)}：{without_counterpart(reading.form, these)}"
            yield _finding(table, older, message)


def _unread(table: Table, cells: list[Cell]) -> Iterator[Finding]:
    """Say of what was not read that it was not read: the source may well have a figure there."""
    if 2 * len(cells) > len(table.cells):
        place = f"第{_SECTIONS[table.section - 1]}部分表格共{len(table.cells)}格，有{len(cells)}格"
        yield _finding(table, cells, f"{place}没有从来源读到，请对照原文填写。")
        return
    for row in table.rows:
        its = [cell for cell in cells if cell.row is row]
        if its:
            yield _finding(table, its, f"{_named(its)}没有从来源读到，请对照原文填写。")


def _named(cells: list[Cell]) -> str:
    if len(cells) == 1:
        return f"“{cells[0].name}”"
    columns = "、".join(cell.column.name for cell in cells)
    return f"“{cells[0].row.name}”行有{len(cells)}格（{columns}）"


def _grouped(cells: list[Cell]) -> Iterator[list[Cell]]:
    """Put the totals of one row together, and those left over of one column."""
    many = {row for row, count in Counter(cell.row.id for cell in cells).items() if count > 1}
    keys = [("row", cell.row.id) if cell.row.id in many else ("", cell.column.id) for cell in cells]
    for key in dict.fromkeys(keys):
        yield [cell for cell, own in zip(cells, keys, strict=True) if own == key]


def _blank_totals(table: Table, cells: list[Cell], sums: dict[str, Number]) -> Finding:
    expected = [show(exact(sums[cell.id])) for cell in cells]
    if len(cells) == 1:
        message = f"“{cells[0].name}”为空，各分项之和为{expected[0]}，应填{expected[0]}。"
    else:
        named = "、".join(
            f"{_short(cell, cells)} {e}" for cell, e in zip(cells, expected, strict=True)
        )
        message = f"{_place(cells)}有{len(cells)}格总计为空，按各分项之和应填：{named}。"
    return Finding(
        rule="value.blank",
        severity=Severity.ERROR,
        section=table.section,
        message=message,
        cells=tuple(cell.id for cell in cells),
        expected="、".join(expected),
        actual="",
        fix=tuple(SetValue(cell.id, exact(sums[cell.id])) for cell in cells),
    )


def _place(cells: list[Cell]) -> str:
    if cells[0].row is cells[-1].row:
        return f"“{cells[0].row.name}”行"
    return f"“{cells[0].column.name}”列"


def _short(cell: Cell, cells: list[Cell]) -> str:
    return cell.column.name if cells[0].row is cells[-1].row else cell.row.name


def _table_message(table: Table, blank: list[Cell]) -> str:
    return (
        f"第{_SECTIONS[table.section - 1]}部分表格共{len(table.cells)}格，有{len(blank)}格未填。"
        "请填写，没有数据的格填0（可用“其余填 0”一次填完）。"
    )


def _row_message(cells: list[Cell]) -> str:
    if len(cells) == 1:
        return f"“{cells[0].name}”为空。没有数据请填0，确认后继续。"
    columns = "、".join(cell.column.name for cell in cells)
    return f"“{cells[0].row.name}”行有{len(cells)}格为空（{columns}）。没有数据请填0，确认后继续。"


def _slashes(subject: Subject, table: Table, row: list[Cell]) -> Iterator[Finding]:
    cells = [cell for cell in row if subject.report.value(cell.id) is NOT_APPLICABLE]
    if not cells:
        return
    columns = "、".join(cell.column.name for cell in cells)
    place = f"“{cells[0].row.name}”行的{columns}填的是“/”"
    if cells[0].row.slash:
        message, severity = f"{place}。没有的建议填0。", Severity.WARNING
    else:
        message, severity = f"{place}，不是数字。没有数据请填0。", Severity.ERROR
    yield _finding(table, cells, message, severity, "/")


def _finding(
    table: Table,
    cells: list[Cell],
    message: str,
    severity: Severity = Severity.ERROR,
    actual: str = "",
) -> Finding:
    return Finding(
        rule="value.blank",
        severity=severity,
        section=table.section,
        message=message,
        cells=tuple(cell.id for cell in cells),
        actual=actual,
    )


RULES: Final = (
    Rule(
        "value.kind",
        ("T2-01", "T2-02", "T3-04", "T4-02"),
        Severity.ERROR,
        "件数是 0 或正整数；收费金额是以万元为单位、最多 6 位小数的非负数。",
        "国办公开办函〔2021〕30号，表头单位",
        _kinds,
    ),
    Rule(
        "value.blank",
        ("T2-03", "T3-05"),
        Severity.ERROR,
        "每一格都要填写，没有数据的填 0；规章一行的“/”只作提醒。",
        "实践：空白和“/”不等于 0",
        _blanks,
    ),
)
