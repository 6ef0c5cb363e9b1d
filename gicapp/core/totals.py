"""Totals that follow their parts, blanks that are filled with 0, and what is still to fill."""

from collections.abc import Iterable
from dataclasses import dataclass

from gicapp.core.change import Change, SetValue, apply
from gicapp.core.report import Report
from gicapp.core.sums import expected_totals, ordered_totals, sum_of
from gicapp.form.declaration import Cell, Form, Total
from gicapp.form.values import BLANK, Value


@dataclass(frozen=True)
class Progress:
    """How far a section's table is filled: `blank` of its `cells` hold nothing yet."""

    section: int
    blank: int
    cells: int


def following_totals(form: Form, report: Report, changes: Iterable[Change]) -> tuple[Change, ...]:
    """Return the changes, followed by those of the totals that follow their changed parts.

    A total follows while it is blank or equals its parts' sum: it becomes their new sum, and
    is cleared when one of them is no number any more. A total that the changes themselves set,
    and one that disagrees with its parts, stays as it is.
    """
    changes = tuple(changes)
    after, _ = apply(report, changes)
    if not after.automatic_totals:
        return changes
    typed = {change.cell for change in changes if isinstance(change, SetValue)}
    values: dict[str, Value] = dict(after.values)
    followed: dict[str, Value] = {}
    for total in ordered_totals(form):
        if total.cell in typed or total.cell in followed or not _moved(total, report, values):
            continue
        value = _followed(total, report, values)
        if value != report.value(total.cell):
            followed[total.cell] = values[total.cell] = value
    return (*changes, *(SetValue(cell, value) for cell, value in followed.items()))


def _moved(total: Total, before: Report, values: dict[str, Value]) -> bool:
    return any(before.value(part) != values.get(part, BLANK) for part in total.parts)


def _followed(total: Total, before: Report, values: dict[str, Value]) -> Value:
    """Return what a total becomes; what it is already where it does not follow."""
    now = before.value(total.cell)
    if now is not BLANK and now != sum_of(before.value, total.parts).value:
        return now
    return sum_of(values.get, total.parts).value


def blank_cells(form: Form, report: Report, section: int) -> tuple[str, ...]:
    """Return the cells of a section's table that hold nothing, in printed order."""
    return tuple(cell.id for cell in _cells(form, section) if report.value(cell.id) is BLANK)


def progress(form: Form, report: Report, section: int) -> Progress:
    """Return how far a section's table is filled; a text section has no cells."""
    blank = len(blank_cells(form, report, section))
    return Progress(section, blank, len(_cells(form, section)))


def fill_blanks_with_zero(form: Form, report: Report, section: int) -> tuple[Change, ...]:
    """Return the changes of “其余填 0”: every blank cell gets 0, every blank total its sum.

    A total whose parts do not tell it (one of them is “/”) stays blank.
    """
    blanks = blank_cells(form, report, section)
    zeros = {cell: 0 for cell in blanks if not form.cells[cell].derived}
    sums = expected_totals(form, {**report.values, **zeros})
    filled = {**zeros, **{cell: sums[cell] for cell in blanks if cell in sums}}
    return following_totals(form, report, [SetValue(c, filled[c]) for c in blanks if c in filled])


def _cells(form: Form, section: int) -> tuple[Cell, ...]:
    table = form.section(section).table
    return form.table(table).cells if table else ()
