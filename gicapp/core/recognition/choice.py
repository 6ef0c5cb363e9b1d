"""Which of several years or units in one source is meant."""

from collections.abc import Sequence
from dataclasses import dataclass
from dataclasses import field as data_field

from gicapp.core.content import Problem
from gicapp.core.recognition.evidence import Evidence
from gicapp.core.recognition.identity import Identity
from gicapp.core.recognition.label_text import folded
from gicapp.core.recognition.row_choice import choose_rows


@dataclass(frozen=True)
class Choice:
    """The grids that count, and whose and what year's they are."""

    evidence: tuple[Evidence, ...]
    unit: str
    year: int | None
    title: str
    problems: tuple[Problem, ...] = ()
    years: tuple[int, ...] = data_field(default=())


def choose(
    evidence: Sequence[Evidence], stated: Identity, year: int | None, unit: str | None
) -> Choice:
    """Choose the grids of one year and unit; where that is open, none, and say so."""
    items = list(evidence)
    years = sorted({e.identity.year for e in items if e.identity.year is not None})
    items, problems = _of_year(items, years, year)
    units = list(dict.fromkeys(e.identity.unit for e in items if e.identity.unit))
    if not problems:
        items, problems = _of_unit(items, units, unit)
    rows = choose_rows(items, year, unit)
    its_years = {e.identity.year for e in items if e.identity.year is not None}
    its_units = {e.identity.unit for e in items if e.identity.unit}
    its_year = its_years.pop() if len(its_years) == 1 else None
    chosen_year = its_year if len(years) > 1 and its_year == year else None
    return Choice(
        rows.items,
        rows.unit or stated.unit or (its_units.pop() if len(its_units) == 1 else ""),
        rows.year or chosen_year or stated.year or its_year,
        stated.title or next((e.identity.title for e in items if e.identity.year), ""),
        (*problems, *rows.problems),
        tuple(years),
    )


def _of_year(
    items: list[Evidence], years: list[int], year: int | None
) -> tuple[list[Evidence], list[Problem]]:
    if len(years) < 2 or not _overlap(items):
        return items, []
    if year in years:
        return [e for e in items if e.identity.year in {year, None}], []
    shown = "、".join(map(str, years))
    message = f"这个文件有 {shown} 等多个年度的数据，没有读取。请选择年度（命令行用 --year）。"
    return [], [Problem("choose.year", "", message)]


def _of_unit(
    items: list[Evidence], units: list[str], unit: str | None
) -> tuple[list[Evidence], list[Problem]]:
    if len(units) < 2 or not _overlap(items):
        return items, []
    wanted = [name for name in units if unit and _same_unit(name, unit)]
    if len(wanted) == 1:
        return [e for e in items if e.identity.unit in {wanted[0], ""}], []
    shown = "、".join(units[:20]) + ("等" if len(units) > 20 else "")
    message = f"这个文件有多个单位的数据：{shown}，没有读取。请选择单位（命令行用 --unit）。"
    return [], [Problem("choose.unit", "", message)]


def _same_unit(name: str, unit: str) -> bool:
    one, other = folded(name), folded(unit)
    return one == other or one.endswith(other) or other.endswith(one)


def _overlap(items: list[Evidence]) -> bool:
    """Tell whether two grids hold the same table's cells."""
    seen: set[str] = set()
    for item in items:
        cells = set(item.recognition.cells)
        if seen & cells:
            return True
        seen |= cells
    return False
