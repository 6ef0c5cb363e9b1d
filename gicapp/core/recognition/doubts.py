"""What speaks against a reading as a whole: cells that lack, totals that differ, another year."""

from collections import Counter
from collections.abc import Iterator, Sequence

from gicapp.core.content import Problem
from gicapp.core.reading import Absence, Reading, without_counterpart, without_row
from gicapp.core.recognition.choice import Choice
from gicapp.core.recognition.label_text import folded
from gicapp.form.declaration import Cell, Form, Table, Total
from gicapp.form.values import Number, is_number, show


def doubts_of(
    reading: Reading, form: Form, choice: Choice, year: int | None, unit: str | None
) -> Iterator[Problem]:
    """Yield the doubts about a reading, and in one problem for each table what it lacks."""
    if reading.is_empty:
        if not choice.problems:
            message = (
                "没有找到年度报告的表格或正文。请确认文件内容，或把官方表格粘贴到 Excel 后再导入。"
            )
            yield Problem("content.nothing", "", message)
        return
    yield from _about_year(reading, form, year)
    yield from _about_unit(reading, unit)
    yield from _about_headings(reading)
    yield from _about_totals(reading, form)
    yield from _missing(reading, form)


def _about_year(reading: Reading, form: Form, year: int | None) -> Iterator[Problem]:
    if year is not None and reading.year is not None and reading.year != year:
        message = f"文件写的是 {reading.year} 年，不是所选的 {year} 年，请核对。"
        yield Problem("year.other", reading.title, message)
    if reading.year is None:
        message = "没有读到年度，或标题中有几个不同的年份，请填写年度。"
        yield Problem("year.unknown", reading.title, message)
    elif reading.form != form.id and reading.year >= form.first_year:
        message = (
            f"{reading.year} 年度的报告使用了已停用的试行格式表格，应当使用{form.authority}格式。"
        )
        yield Problem("form.outdated", reading.title, message)


def _about_unit(reading: Reading, unit: str | None) -> Iterator[Problem]:
    if unit and reading.unit and folded(unit) not in folded(reading.unit):
        message = f"文件写的单位是“{reading.unit}”，不是“{unit}”，请核对。"
        yield Problem("unit.other", reading.title, message)


def _about_headings(reading: Reading) -> Iterator[Problem]:
    """Yield the headings that stand in a source more than once."""
    met = [heading.found for heading in reading.headings]
    counts = Counter(map(folded, met))
    for heading in dict.fromkeys(met):
        count = counts.pop(folded(heading), 1)
        if count > 1:
            message = f"“{heading}”出现了 {count} 次，多出的已按正文读取，请合并这个部分。"
            yield Problem("heading.doubled", "标题", message)


def _about_totals(reading: Reading, form: Form) -> Iterator[Problem]:
    """Yield totals that differ from the sum of their parts; the values are kept."""
    for total in form.totals:
        problem = _about_total(reading, form, total)
        if problem is not None:
            yield problem


def _about_total(reading: Reading, form: Form, total: Total) -> Problem | None:
    stated = reading.cells.get(total.cell)
    try:
        parts: Number = sum(map(reading.cells.__getitem__, total.parts))  # type: ignore[arg-type] # the error is meant
    except (KeyError, TypeError):  # one of them is missing, blank or “/”
        return None
    if not is_number(stated) or parts == stated:
        return None
    name = form.cells[total.cell].name
    message = f"{name}为 {show(stated)}，各分项之和为 {show(parts)}，已按原数读取，请核对。"
    return Problem("total.differs", reading.places.get(total.cell, ""), message, (total.cell,))


def _missing(reading: Reading, form: Form) -> Iterator[Problem]:
    for table in form.tables:
        lacking = tuple(cell.id for cell in table.cells if cell.id not in reading.cells)
        if lacking:
            message = _lacking(reading, table, lacking)
            yield Problem("cells.missing", table.name, message, lacking)


def _lacking(reading: Reading, table: Table, lacking: Sequence[str]) -> str:
    """Say which cells were not read, and of which the source has none."""
    if len(lacking) == len(table.cells):
        return f"没有读到{table.name}的数据（共 {len(lacking)} 格），这些格保持原样。"
    parts = []
    unread = [c for c in table.cells if c.id in lacking and c.id not in reading.absent]
    if unread:
        names = _names(unread)
        parts.append(f"{table.name}有 {len(unread)} 格没有读到：{names}，这些格保持原样。")
    rows = [
        row
        for row in table.rows
        if any(reading.absent.get(c.id) is Absence.ROW for c in table.cells if c.row is row)
    ]
    parts += [f"{table.name}：{without_row(row)}" for row in rows]
    older = [c for c in table.cells if reading.absent.get(c.id) is Absence.FORM]
    if older:
        cells = f"现行格式的 {len(older)} 格（{_names(older)}）"
        parts.append(f"{table.name}：{without_counterpart(reading.form, cells)}")
    return "".join(parts)


def _names(cells: Sequence[Cell]) -> str:
    return "、".join(cell.name for cell in cells[:5]) + ("等" if len(cells) > 5 else "")
