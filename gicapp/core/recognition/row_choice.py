"""Which of several lines of figures under the same headings is meant: a sheet of many units."""

from collections.abc import Sequence
from dataclasses import replace

from gicapp.core.content import Problem
from gicapp.core.recognition.claims import Extra, Line, Recognition
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.identity import years_in
from gicapp.core.recognition.label_text import folded

_MOST_SHOWN = 20


def choose_rows(
    items: Sequence[Evidence], year: int | None, unit: str | None
) -> tuple[list[Evidence], str, list[Problem]]:
    """Return the grids with only the chosen line, the unit it names, and what is still open.

    A grid without such lines stays as it is; one whose line is not chosen gives no cells.
    """
    names = list(dict.fromkeys(line.text for item in items for line in _lines(item)))
    if not names:
        return list(items), "", []
    wanted = [name for name in names if _is_meant(name, year, unit)]
    if len(wanted) == 1:
        chosen = [_only(item, wanted[0]) for item in items]
        return chosen, "" if years_in(wanted[0]) else wanted[0], []
    return [_only(item, None) for item in items], "", [_question(names)]


def _lines(item: Evidence) -> list[Line]:
    return [line for line in item.recognition.lines if line.kind is Extra.ALTERNATIVE]


def _is_meant(name: str, year: int | None, unit: str | None) -> bool:
    if unit and (folded(name).endswith(folded(unit)) or folded(unit).endswith(folded(name))):
        return bool(folded(name))
    return year is not None and years_in(name) == (year,)


def _question(names: Sequence[str]) -> Problem:
    shown = "、".join(name or "（没有名称的一行）" for name in names[:_MOST_SHOWN])
    more = "等" if len(names) > _MOST_SHOWN else ""
    if all(years_in(name) for name in names):
        message = f"表格有多个年度的数据：{shown}{more}，没有读取。请选择年度（命令行用 --year）。"
        return Problem("choose.year", "", message)
    message = f"表格一行一个单位：{shown}{more}，没有读取。请选择单位（命令行用 --unit）。"
    return Problem("choose.unit", "", message)


def _only(item: Evidence, name: str | None) -> Evidence:
    """Return a grid with the cells of one line alone; with none of them for None."""
    lines = _lines(item)
    if not lines:
        return item
    tables = {line.table for line in lines}
    old: Recognition = item.recognition
    places = {c: p for c, p in old.places.items() if c.partition(".")[0] not in tables}
    for line in lines:
        if line.text == name:
            for position, cell in line.positions:
                key = f"{line.table}.{cell}"
                places[key] = (*places.get(key, ()), position)
    cells = {cell: positions[0] for cell, positions in places.items()}
    return replace(item, recognition=replace(old, places=places, cells=cells))
