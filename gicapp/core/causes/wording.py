"""What a cause says: one Chinese sentence that names the cells, the figures and the slip."""

from collections.abc import Callable
from types import MappingProxyType
from typing import Final

from gicapp.core.causes.ledger import Assignments, Ledger
from gicapp.core.causes.step import Kind, Step
from gicapp.core.report import Report
from gicapp.core.slip import slip_between
from gicapp.form.declaration import Cell, Form
from gicapp.form.values import BLANK, Number, exact, show

_NAMED: Final = 8  # figures that a sentence names one by one


def place(form: Form, cell: str) -> str:
    """Return the name of a cell in a cause: column·row, as the table is read downwards."""
    one = form.cells[cell]
    if form.table(one.table).label_columns:
        return f"{one.column.name}·{_row(one)}"
    return f"{one.row.name}·{one.column.name}"


def filling(form: Form, report: Report, sets: Assignments) -> str:
    """Return what cells without a number are to hold, as the first half of a sentence."""
    if not sets:
        return ""
    held = {"为空" if report.value(cell) is BLANK else "为“/”" for cell, _ in sets}
    without = held.pop() if len(held) == 1 else "为空或“/”"
    if len(sets) == 1:
        return f"{place(form, sets[0][0])} {without}，按勾稽关系应为 {show(exact(sets[0][1]))}"
    where = f"{_shared_line([form.cells[cell] for cell, _ in sets])}有 {len(sets)} 格{without}"
    known = [pair for pair in sets if pair[1]]
    if not known:
        return f"{where}，按勾稽关系都应为 0"
    named = "、".join(f"{place(form, cell)} {show(exact(value))}" for cell, value in known[:4])
    rest = "" if len(known) <= 4 else "等"
    zero = "，其余为 0" if len(known) < len(sets) else ""
    return f"{where}，按勾稽关系应为{named}{rest}{zero}"


def _shared_line(cells: list[Cell]) -> str:
    if all(cell.row is cells[0].row for cell in cells):
        return f"“{cells[0].row.name}”一行"
    if all(cell.column is cells[0].column for cell in cells):
        return f"“{cells[0].column.name}”一列"
    return "表格中"


def phrase(ledger: Ledger, step: Step) -> str:
    """Return what a supposed slip is, as the first half of a sentence."""
    return _PHRASES[step.kind](ledger, step)


def _row(cell: Cell) -> str:
    return f"{cell.row.group}·{cell.row.name}" if cell.row.group else cell.row.name


def _there(ledger: Ledger, cell: str) -> Number:
    return ledger.values.get(cell, 0)


def _pair(ledger: Ledger, step: Step) -> str:
    return "，".join(_correction(ledger, cell, value) for cell, value in step.sets)


def _correction(ledger: Ledger, cell: str, meant: Number) -> str:
    there = _there(ledger, cell)
    slip = slip_between(there, meant).name
    ending = f"（{slip}）" if slip else ""
    return f"{place(ledger.form, cell)} 填 {show(there)} 似为 {show(exact(meant))}{ending}"


def _line(ledger: Ledger, step: Step) -> str:
    cells = [ledger.cell(cell) for cell, _ in step.sets]
    return f"{_line_name(cells)}全部填了 0，应为各分项之和（{_values(ledger, step)}）"


def _line_name(cells: list[Cell]) -> str:
    if cells[0].row is cells[-1].row:
        return f"“{cells[0].row.name}”一行"
    return f"“{cells[0].column.name}”一列"


def _natural(ledger: Ledger, step: Step) -> str:
    cells = [ledger.cell(cell) for cell, _ in step.sets]
    return (
        f"“{cells[0].row.name}”一行把各类申请人的件数都记在了一列，"
        f"应按各列分项之和分开填（{_values(ledger, step)}）"
    )


def _reckoned(ledger: Ledger, step: Step) -> str:
    cells = [ledger.cell(cell) for cell, _ in step.sets]
    return f"{_line_name(cells)}有 {len(cells)} 格不是各分项之和，应为{_values(ledger, step)}"


def _leftover(ledger: Ledger, step: Step) -> str:
    row = ledger.cell(step.sets[0][0]).row
    return f"“{row.name}”一行疑为上年的数据没有更新，应为{_values(ledger, step)}"


def _missing(ledger: Ledger, step: Step) -> str:
    row = ledger.cell(step.sets[0][0]).row
    return f"“{row.name}”一行似漏填，应为{_values(ledger, step)}"


def _values(ledger: Ledger, step: Step) -> str:
    cells = [ledger.cell(cell) for cell, _ in step.sets]
    in_row = cells[0].row is cells[-1].row
    names = [cell.column.name if in_row else _row(cell) for cell in cells]
    pairs = list(zip(names, step.sets, strict=True))
    named = "、".join(f"{name} {show(exact(value))}" for name, (_, value) in pairs[:_NAMED])
    return f"{named}等" if len(pairs) > _NAMED else named


def _shifted(ledger: Ledger, step: Step) -> str:
    """Name where a figure stands and where it belongs; totals follow."""
    parts = [pair for pair in step.sets if not ledger.cell(pair[0]).derived] or step.sets
    (source, _), (target, _) = sorted(parts, key=lambda pair: pair[1])
    one, other = ledger.cell(source), ledger.cell(target)
    off = "列" if one.row is other.row else "行"
    return (
        f"{place(ledger.form, source)} 的 {show(_there(ledger, source))} 似错了{off}，"
        f"应填在 {place(ledger.form, target)}"
    )


def _exchanged(ledger: Ledger, step: Step) -> str:
    one, other = (f"{place(ledger.form, c)} 的 {show(_there(ledger, c))}" for c, _ in step.sets)
    return f"{one} 和 {other} 似填反了"


def _moved(ledger: Ledger, step: Step) -> str:
    """Name where the applications were put and where they belong; totals follow."""
    moves = {cell: value - _there(ledger, cell) for cell, value in step.sets}
    parts = [cell for cell in moves if not ledger.cell(cell).derived] or list(moves)
    source = next(cell for cell in parts if moves[cell] < 0)
    target = next(cell for cell in parts if moves[cell] > 0)
    return (
        f"有 {show(exact(moves[target]))} 件申请似应计入 {place(ledger.form, target)}，"
        f"而不是 {place(ledger.form, source)}{_last_year(ledger, target, source)}"
    )


def _last_year(ledger: Ledger, target: str, source: str) -> str:
    """Return what last year's report says of two cells of a row where it tells them apart."""
    in_row = ledger.cell(target).row is ledger.cell(source).row
    tells = in_row and ledger.last_year(target) and not ledger.last_year(source)
    return "（上年前者有、后者没有）" if tells else ""


def _booked(ledger: Ledger, step: Step) -> str:
    deltas = {cell: value - _there(ledger, cell) for cell, value in step.sets}
    parts = [cell for cell in deltas if not ledger.cell(cell).derived] or list(deltas)
    cell, where = parts[0], place(ledger.form, parts[0])
    count = show(exact(max(deltas[cell], -deltas[cell])))
    origins = {carry.origin for carry in ledger.form.carries}
    if cell in origins and deltas[cell] < 0:
        return f"{where} 似多计 {count} 件（已计入办理结果的申请又结转下年）"
    return f"{where} 似{'少' if deltas[cell] > 0 else '多'}计 {count} 件，总计随之改"


_PHRASES: Final = MappingProxyType[Kind, Callable[[Ledger, Step], str]](
    {
        Kind.CELL: _pair,
        Kind.PAIR: _pair,
        Kind.LINE: _line,
        Kind.NATURAL: _natural,
        Kind.RECKONED: _reckoned,
        Kind.LEFTOVER: _leftover,
        Kind.MISSING: _missing,
        Kind.SHIFTED: _shifted,
        Kind.EXCHANGED: _exchanged,
        Kind.MOVED: _moved,
        Kind.BOOKED: _booked,
    }
)
