"""Causes before they are tried, and those that no failing sum leads to: blanks, swapped rows."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from gicapp.core.causes.ledger import Assignments, fills
from gicapp.core.report import Report
from gicapp.form.declaration import Cell, Form
from gicapp.form.values import BLANK, Number, Value, is_number, show


@dataclass(frozen=True)
class Draft:
    """A cause before it was tried: the cells to set, and the half of the sentence on them.

    `fills`: nothing but blank cells is set.
    """

    sets: Assignments
    phrase: str
    certain: bool = False
    note: str = ""
    fills: bool = False


def fill_drafts(
    form: Form, report: Report, numbers: Mapping[str, Number], others: Sequence[Draft]
) -> list[Draft]:
    """Return what the sums say of the blank cells: alone, else with the best other cause applied.

    A blank may follow from a sum only once a slip in it is set right.
    """
    alone = _blanks(form, report, fills(form, report, numbers))
    drafts = [Draft(alone, _fill_phrase(form, alone), certain=not others, fills=True)]
    if others:
        best = others[0]
        more = _blanks(form, report, fills(form, report, {**numbers, **dict(best.sets)}))
        words = f"{best.phrase}；{_fill_phrase(form, more)}" if more else ""
        drafts.append(Draft((*best.sets, *more) if more else (), words, best.certain))
    return [draft for draft in drafts if draft.sets]


def _blanks(form: Form, report: Report, found: Mapping[str, Number]) -> Assignments:
    """Return the cells among those found that are blank and not “/”, in printed order."""
    return tuple((c, found[c]) for c in form.cells if c in found and report.value(c) is BLANK)


def _fill_phrase(form: Form, sets: Assignments) -> str:
    if not sets:
        return ""
    cells = [form.cells[cell] for cell, _ in sets]
    if len(sets) == 1:
        return f"{_place(form, cells[0])} 为空，按勾稽关系应为 {show(sets[0][1])}"
    where = _common_line(cells)
    if not any(value for _, value in sets):
        return f"{where}有 {len(sets)} 格为空，按勾稽关系都应为 0"
    known = [(cell, v) for cell, (_, v) in zip(cells, sets, strict=True) if v]
    named = "、".join(f"{_place(form, cell)} {show(value)}" for cell, value in known[:4])
    rest = "" if len(known) <= 4 else "等"
    zero = "，其余为 0" if len(known) < len(sets) else ""
    return f"{where}有 {len(sets)} 格为空，按勾稽关系应为{named}{rest}{zero}"


def _place(form: Form, cell: Cell) -> str:
    group = f"{cell.row.group}·" if cell.row.group else ""
    if form.table(cell.table).label_columns:
        return f"{cell.column.name}·{group}{cell.row.name}"
    return f"{cell.row.name}·{cell.column.name}"


def _common_line(cells: list[Cell]) -> str:
    if all(cell.row is cells[0].row for cell in cells):
        return f"“{cells[0].row.name}”一行"
    if all(cell.column is cells[0].column for cell in cells):
        return f"“{cells[0].column.name}”一列"
    return "表格中"


def shift_drafts(form: Form, report: Report) -> Iterator[Draft]:
    """Yield the exchange of the two rows received and carried over, where it is likely.

    The sums cannot see a figure that stands one row too low there. Last year's report can;
    without it, a row of receipts that is blank throughout beside a filled one is likely enough.
    """
    for balance in form.balances[:1]:
        rows = [_row_of(form, cell) for cell in balance.left]
        origins = {carry.to: carry.origin for carry in form.carries}
        if len(rows) == 2 and set(rows[1]) <= origins.keys():
            yield from _exchange(form, report, rows, [origins[cell] for cell in rows[1]])


def _row_of(form: Form, cell: str) -> list[str]:
    one = form.cells[cell]
    return [other.id for other in form.table(one.table).cells if other.row is one.row]


def _exchange(
    form: Form, report: Report, rows: list[list[str]], origins: list[str]
) -> Iterator[Draft]:
    received, carried = ([report.value(cell) for cell in row] for row in rows)
    nothing: list[Value] = [0 if value is BLANK else value for value in received]
    if report.prior is None:
        likely = not any(nothing) and received != nothing
    else:
        likely = nothing == [report.prior.value(cell) for cell in origins]
    if not likely or carried == nothing or not all(is_number(n) for n in (*nothing, *carried)):
        return
    told = zip([*rows[0], *rows[1]], [*carried, *nothing], strict=True)
    sets = tuple((cell, value) for cell, value in told if is_number(value))
    names = [form.cells[row[0]].row.name for row in rows]
    outcome = "：互换后与上年的报告一致" if report.prior else "，请对照上年的报告确定"
    yield Draft(sets, f"“{names[0]}”和“{names[1]}”两行似错了一行{outcome}")
