"""Which of several lines of figures under the same headings is meant: a sheet of many units."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Final

from gicapp.core.content import Problem
from gicapp.core.recognition.claims import Extra, Line, Recognition
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.identity import years_in
from gicapp.core.recognition.label_text import folded

_MOST_SHOWN: Final = 20
_YEAR: Final = re.compile(r"20[0-4]\d(?:年度?)?")


@dataclass(frozen=True)
class RowChoice:
    """The grids with only the line that is meant, what it names, and what is still open."""

    items: tuple[Evidence, ...]
    unit: str = ""
    year: int | None = None
    problems: tuple[Problem, ...] = ()


def choose_rows(items: Sequence[Evidence], year: int | None, unit: str | None) -> RowChoice:
    """Return the grids with only the chosen line.

    A grid without such lines stays as it is; one whose line is not chosen gives no cells.
    """
    names = list(dict.fromkeys(line.text for item in items for line in _lines(item)))
    if not names:
        return RowChoice(tuple(items))
    wanted = _wanted(names, year, unit)
    if len(wanted) == 1:
        years = years_in(wanted[0])
        chosen = tuple(_only(item, wanted[0]) for item in items)
        return RowChoice(chosen, _unit_in(wanted[0]), years[0] if len(years) == 1 else None)
    none = tuple(_only(item, None) for item in items)
    return RowChoice(none, problems=(_question(wanted or names),))


def _lines(item: Evidence) -> list[Line]:
    return [line for line in item.recognition.lines if line.kind is Extra.ALTERNATIVE]


def _wanted(names: list[str], year: int | None, unit: str | None) -> list[str]:
    """Return the lines that a year and a unit leave; lines that name none speak for neither."""
    if unit:
        names = [name for name in names if _is_of(name, unit)]
    years = {years_in(name) for name in names}
    if len(years) > 1:
        names = [name for name in names if year is not None and years_in(name) == (year,)]
    return names


def _is_of(name: str, unit: str) -> bool:
    one, other = folded(_unit_in(name)), folded(unit)
    return bool(one) and (one.endswith(other) or other.endswith(one))


def _unit_in(name: str) -> str:
    """Return the unit in what names a line: all but its year."""
    words = [word for word in name.split() if not _YEAR.fullmatch(word)]
    return " ".join(words)


def _question(names: Sequence[str]) -> Problem:
    if len({years_in(name) for name in names}) > 1:
        years = dict.fromkeys(_year_shown(name) for name in names)
        message = (
            f"表格有多个年度的数据：{_shown(years)}，没有读取。请选择年度（命令行用 --year）。"
        )
        return Problem("choose.year", "", message)
    shown = _shown(map(_unit_in, names))
    message = f"表格一行一个单位：{shown}，没有读取。请选择单位（命令行用 --unit）。"
    return Problem("choose.unit", "", message)


def _year_shown(name: str) -> str:
    return "、".join(map(str, years_in(name))) or name


def _shown(names: Iterable[str]) -> str:
    shown = list(names)
    more = "等" if len(shown) > _MOST_SHOWN else ""
    return "、".join(name or "（没有名称的一行）" for name in shown[:_MOST_SHOWN]) + more


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
