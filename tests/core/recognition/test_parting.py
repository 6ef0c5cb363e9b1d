"""Several years or units in one sheet or document: asked about, and the one asked for is read."""

from collections.abc import Callable

import pytest

from gicapp.core.content import Block, Content, Paragraph
from gicapp.core.grid import Doubt, GridCell
from gicapp.core.reading import Reading
from gicapp.core.recognition.interpretation import interpret
from gicapp.form.values import Value
from tests.core.recognition.layouts import (
    DISCLOSURE,
    DISPUTES,
    FORM,
    REQUESTS,
    Cells,
    Values,
    figure,
    grid,
    moved,
    official,
    one_sheet,
    some_values,
    unmerged,
)

OLD, NEW = some_values(1), some_values(2)
FORMATS = pytest.mark.parametrize("format_", ["xlsx", "html"])
Names = tuple[str, str]
YEARS: list[Names] = [
    ("某局2021年政府信息公开工作年度报告", "某局2022年政府信息公开工作年度报告"),
    ("2021年度", "2022年度"),
]
UNITS: list[Names] = [
    ("甲县教育局", "甲县公安局"),
    ("单位：甲县教育局", "单位：甲县公安局"),
    ("甲县教育局2022年政府信息公开工作年度报告", "甲县公安局2022年政府信息公开工作年度报告"),
]


def _below(names: Names) -> Cells:
    old, new = one_sheet(OLD), one_sheet(NEW)
    titles = [GridCell(0, 0, names[0]), GridCell(60, 0, names[1])]
    return [*titles, *moved(old, 1, 0), *moved(new, 61, 0)]


def _beside(names: Names) -> Cells:
    titles = [GridCell(0, 0, names[0]), GridCell(0, 24, names[1])]  # the second in the middle
    return [*titles, *moved(one_sheet(OLD), 1, 0), *moved(one_sheet(NEW), 1, 20)]


def _at_the_left(names: Names) -> Cells:
    """Return table three with its headings once, and names beside its rows."""
    old, new = official(REQUESTS, OLD, 0, 1), official(REQUESTS, NEW, 25, 1)
    labels = [GridCell(top, 0, name, None, 25) for top, name in zip((3, 28), names, strict=True)]
    return [*labels, *old, *(cell for cell in new if cell.row >= 28)]


def _numbers_at_the_left(names: Names) -> Cells:
    years = [figure(row, 0, int(names[row >= 28][:4])) for row in range(3, 53)]
    rest = [cell for cell in _at_the_left(names) if cell.column]
    return [GridCell(2, 0, "年度"), *years, *rest]


def _over_columns(names: Names) -> Cells:
    """Return table three with its row labels once, and names over seven columns each."""
    new = [cell for cell in official(REQUESTS, NEW, 1, 7) if cell.column >= 10]
    titles = [GridCell(0, 3, names[0], None, 1, 7), GridCell(0, 10, names[1], None, 1, 7)]
    return [*titles, *official(REQUESTS, OLD, 1), *new]


def _under_columns(names: Names) -> Cells:
    """Return table three with each of its columns parted in two, by names below the headings."""
    cells: Cells = []
    for cell in official(REQUESTS, OLD):
        if cell.column < 3:
            cells.append(cell._replace(row=cell.row + (cell.row >= 3)))
        elif cell.row < 3:
            cells.append(cell._replace(column=cell.column * 2 - 3, columns=cell.columns * 2))
        else:
            cells.append(cell._replace(row=cell.row + 1, column=cell.column * 2 - 3))
    cells += [
        cell._replace(row=cell.row + 1, column=cell.column * 2 - 2)
        for cell in official(REQUESTS, NEW)
        if cell.column >= 3 and cell.row >= 3
    ]
    return cells + [GridCell(3, 3 + column, names[column % 2]) for column in range(14)]


LAYOUTS: list[Callable[[Names], Cells]] = [_below, _beside]
WHOLE = pytest.mark.parametrize("layout", LAYOUTS)
THIRD = pytest.mark.parametrize(
    "layout", [_at_the_left, _numbers_at_the_left, _over_columns, _under_columns]
)


def _questions(reading: Reading) -> list[str]:
    return [problem.code for problem in reading.problems if problem.code.startswith("choose.")]


def _third(values: Values) -> dict[str, Value]:
    return {cell.id: values[cell.id] for cell in REQUESTS.cells}


@FORMATS
@WHOLE
@pytest.mark.parametrize("names", YEARS)
def test_years_in_one_sheet(layout: Callable[[Names], Cells], names: Names, format_: str) -> None:
    content = Content(format_, (grid(layout(names)),))
    reading = interpret(content)
    assert _questions(reading) == ["choose.year"]
    assert "2021、2022" in reading.problems[0].message
    assert not reading.cells
    for year, values in ((2021, OLD), (2022, NEW)):
        chosen = interpret(content, year=year)
        assert dict(chosen.cells) == dict(values)
        assert (chosen.year, chosen.problems) == (year, ())


@FORMATS
@WHOLE
@pytest.mark.parametrize("names", UNITS)
def test_units_in_one_sheet(layout: Callable[[Names], Cells], names: Names, format_: str) -> None:
    content = Content(format_, (grid(layout(names)),))
    reading = interpret(content)
    assert _questions(reading) == ["choose.unit"]
    assert "甲县教育局、甲县公安局" in reading.problems[0].message
    for unit, values in (("甲县教育局", OLD), ("甲县公安局", NEW)):
        chosen = interpret(content, unit=unit)
        assert dict(chosen.cells) == dict(values)
        assert chosen.unit == unit


@FORMATS
@THIRD
def test_years_within_one_table(layout: Callable[[Names], Cells], format_: str) -> None:
    content = Content(format_, (grid(layout(("2021年", "2022年"))),))
    assert _questions(interpret(content)) == ["choose.year"]
    assert dict(interpret(content, year=2021).cells) == _third(OLD)
    assert dict(interpret(content, year=2022).cells) == _third(NEW)


def test_a_year_that_is_not_there_is_asked_about_again() -> None:
    content = Content("xlsx", (grid(_below(YEARS[1])),))
    assert _questions(interpret(content, year=2020)) == ["choose.year"]


@pytest.mark.parametrize("change", [list, unmerged])
def test_tables_of_two_reports_without_names_contradict_each_other(
    change: Callable[[Cells], Cells],
) -> None:
    reading = interpret(Content("xlsx", (grid(change(_below(("", "")))),)))
    told = {c for p in reading.problems if p.code == "cell.conflict" for c in p.cells}
    assert told == {cell for cell in FORM.cells if OLD[cell] != NEW[cell]}
    assert not told & set(reading.cells)


def test_a_table_beside_its_like_without_names_is_never_dropped_in_silence() -> None:
    reading = interpret(Content("xlsx", (grid(_beside(("", ""))),)))
    told = {c for p in reading.problems if p.code == "cell.conflict" for c in p.cells}
    assert "requests.new.natural" in told
    left = {FORM.cells[cell].column.id for cell in set(reading.cells) - told}
    unknown = [p for p in reading.problems if p.code == "column.unknown"]
    assert len(unknown) == len(left)


def test_a_formula_may_point_into_another_part() -> None:
    cells = _below(YEARS[1])
    source = next(c for c in cells if c.number is not None and c.row < 60)
    target = next(c for c in cells if c.number is not None and c.row > 60 and c.column == 3)
    reading = interpret(
        Content(
            "xlsx",
            (
                grid(
                    c._replace(
                        text="",
                        number=None,
                        doubt=Doubt.FORMULA,
                        formula=f"={chr(65 + source.column)}{source.row + 1}",
                    )
                    if c is target
                    else c
                    for c in cells
                ),
            ),
        ),
        year=2022,
    )
    told = next(p for p in reading.problems if p.code == "value.recomputed")
    assert reading.cells[told.cells[0]] == source.number


@pytest.mark.parametrize("foot", ["填报日期：2023年1月5日", "2023年1月5日", "某县统计局"])
def test_what_stands_below_one_report_parts_nothing(foot: str) -> None:
    title = GridCell(0, 0, "某县财政局2022年政府信息公开工作年度报告")
    cells = [title, *moved(one_sheet(NEW), 1, 0), GridCell(58, 0, foot)]
    reading = interpret(Content("xlsx", (grid(cells),)))
    assert dict(reading.cells) == dict(NEW)
    assert (reading.unit, reading.year) == ("某县财政局", 2022)
    assert not _questions(reading)


def _wide(lines: list[tuple[tuple[str | int, ...], Values]]) -> Cells:
    cells = []
    for column, cell in enumerate(FORM.cells.values(), 3):
        group = f"{cell.row.group}·" if cell.row.group else ""
        cells.append(GridCell(0, column, FORM.table(cell.table).name))
        cells.append(GridCell(1, column, f"{group}{cell.row.label}"))
        cells.append(GridCell(2, column, cell.column.label))
        cells += [figure(3 + at, column, values[cell.id]) for at, (_, values) in enumerate(lines)]
    for at, (names, _) in enumerate(lines):
        for column, name in enumerate(names):
            cells.append(GridCell(3 + at, column, str(name), name if type(name) is int else None))
    return cells


def test_a_sheet_with_a_line_for_each_unit_and_year() -> None:
    school, police = "甲县教育局", "甲县公安局"
    lines: list[tuple[tuple[str | int, ...], Values]] = [
        ((school, 2021), OLD),
        ((school, 2022), NEW),
        ((police, 2021), NEW),
        ((police, 2022), OLD),
    ]
    content = Content("xlsx", (grid(_wide(lines)),))
    assert _questions(interpret(content)) == ["choose.year"]
    assert _questions(interpret(content, year=2021)) == ["choose.unit"]
    assert _questions(interpret(content, unit=police)) == ["choose.year"]
    for (unit, year), values in lines:
        assert isinstance(year, int)
        reading = interpret(content, year=year, unit=str(unit))
        assert dict(reading.cells) == dict(values)
        assert (reading.unit, reading.year, reading.problems) == (unit, year, ())


def _report(title: list[str], values: Values, word: str) -> list[Block]:
    names = [section.name for section in FORM.sections]
    texts = [
        [f"根据《中华人民共和国政府信息公开条例》编制本年度报告，{word}。"],
        [f"主动公开{word}。"],
        [],
        [],
        [],
        [f"问题{word}。", "2023年工作打算", f"改进{word}。"],
        [f"没有其他{word}。", "甲县教育局", "2023年1月5日"],
    ]
    tables = dict(zip((2, 3, 4), (DISCLOSURE, REQUESTS, DISPUTES), strict=True))
    blocks: list[Block] = [*map(Paragraph, title), *map(Paragraph, texts[0])]
    for number, name in enumerate(names, 1):
        blocks.append(Paragraph(f"{'一二三四五六'[number - 1]}、{name}"))
        if number in tables:
            blocks.append(grid(official(tables[number], values), f"{word}表{number}"))
        blocks += map(Paragraph, texts[number])
    return blocks


@pytest.mark.parametrize(
    "title",
    [
        ["甲县教育局{}年政府信息公开工作年度报告"],
        ["甲县教育局政府信息公开工作年度报告", "（{}年度）"],
        ["甲县教育局", "{}年政府信息公开工作年度报告"],
        ["甲县教育局{}年政府信息公开工作年度报告", "目　录", "甲县教育局{}年政府信息公开年报"],
    ],
)
def test_two_whole_reports_in_one_document(title: list[str]) -> None:
    parts = [
        _report([line.format(year) for line in title], values, word)
        for year, values, word in ((2022, OLD, "甲"), (2023, NEW, "乙"))
    ]
    content = Content("docx", (*parts[0], *parts[1]))
    assert _questions(interpret(content)) == ["choose.year"]
    for year, values, word in ((2022, OLD, "甲"), (2023, NEW, "乙")):
        reading = interpret(content, year=year)
        assert dict(reading.cells) == dict(values)
        assert (reading.unit, reading.year, reading.problems) == ("甲县教育局", year, ())
        assert reading.narrative["5"] == f"问题{word}。\n2023年工作打算\n改进{word}。"
        assert reading.narrative["6"] == f"没有其他{word}。"
        assert reading.narrative["0"].endswith(f"{word}。")


@pytest.mark.parametrize(
    ("names", "year", "unit"),
    [(("2022年度", "2023年度"), 2023, None), (("甲县教育局", "甲县公安局"), None, "甲县公安局")],
)
def test_tables_under_lines_that_name_a_year_or_a_unit(
    names: Names, year: int | None, unit: str | None
) -> None:
    tables = [grid(official(REQUESTS, values), "表") for values in (OLD, NEW)]
    content = Content("docx", (Paragraph(names[0]), tables[0], Paragraph(names[1]), tables[1]))
    assert len(_questions(interpret(content))) == 1
    reading = interpret(content, year=year, unit=unit)
    assert dict(reading.cells) == _third(NEW)
    assert (reading.year, reading.unit or None) == (year, unit)


def test_links_to_reports_of_other_years_part_nothing() -> None:
    title = "甲县教育局{}年政府信息公开工作年度报告"
    links = [Paragraph(title.format(year)) for year in (2021, 2020)]
    end = Paragraph(f"上一篇：{title.format(2021)}")
    blocks = (*links, *_report([title.format(2022)], NEW, "甲"), end)
    reading = interpret(Content("html", blocks))
    assert dict(reading.cells) == dict(NEW)
    assert (reading.year, reading.title) == (2022, title.format(2022))
    assert not _questions(reading)
