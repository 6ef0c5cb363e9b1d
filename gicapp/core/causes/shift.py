"""What was received, entered one row too low, among what was carried over from last year."""

from collections.abc import Iterator

from gicapp.core.causes.account import Case
from gicapp.core.causes.ledger import Assignments
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import BLANK, Number, Value, is_number, show


def shifted_rows(case: Case) -> Iterator[tuple[Assignments, str]]:
    """Yield what the two rows received and carried over should hold, and that they are shifted.

    The sums cannot see a figure that stands one row too low there. Last year's report can;
    without it, a row of receipts without any is likely enough where the sums leave less for it
    than stands in the row below, where more is carried on than was received, or where the text
    says it.
    """
    form, report = case.form, case.report
    balance = form.balances[0]
    rows = [_row_of(form, cell) for cell in balance.left]
    received, carried = ([report.value(cell) for cell in row] for row in rows)
    nothing: list[Value] = [0 if value is BLANK else value for value in received]
    meant = _by_last_year(form, report, rows[1]) or _by_the_sums(case, rows)
    told = [*carried, *meant]
    numeric = all(is_number(value) for value in (*nothing, *told)) and len(meant) == len(carried)
    if not numeric or meant == carried or (any(nothing) and nothing != meant):
        return
    cells = zip([*rows[0], *rows[1]], told, strict=True)
    sets = tuple((cell, value) for cell, value in cells if is_number(value))
    names = [form.cells[row[0]].row.name for row in rows]
    outcome = "改后与上年的报告一致" if report.prior else "请对照上年的报告确定"
    yield sets, f"“{names[0]}”和“{names[1]}”两行似错了一行，{outcome}"


def _row_of(form: Form, cell: str) -> list[str]:
    one = form.cells[cell]
    return [other.id for other in form.table(one.table).cells if other.row is one.row]


def _by_last_year(form: Form, report: Report, row: list[str]) -> list[Value]:
    """Return what last year's report carries over into a row; nothing without such a report."""
    origins = {carry.to: carry.origin for carry in form.carries}
    if report.prior is None or not set(row) <= origins.keys():
        return []
    return [report.prior.value(origins[cell]) for cell in row]


def _by_the_sums(case: Case, rows: list[list[str]]) -> list[Value]:
    """Return what is left for the row below if its figures were received.

    Nothing if that is as much, or if nothing speaks against the rows as they stand.
    """
    numbers = case.numbers
    left: list[Number] = []
    for balance in case.form.balances:
        if not {balance.left[1], *balance.right} <= numbers.keys():
            return []
        handled = sum((numbers[cell] for cell in balance.right), 0)
        left.append(handled - numbers[balance.left[1]])
    most = max((numbers.get(cell, 0) for cell in rows[1]), default=0)
    told = left != [numbers.get(cell, 0) for cell in rows[0]] or _speaks(case, rows)
    return list[Value](left) if told and min(left) >= 0 and max(left) < most else []


def _speaks(case: Case, rows: list[list[str]]) -> bool:
    """Tell whether something but the sums speaks against the rows as they stand."""
    received = [case.numbers[cell] for cell in rows[0] if cell in case.numbers]
    return not received or bool(case.evidence.late and not any(received)) or _said(case, rows)


def _said(case: Case, rows: list[list[str]]) -> bool:
    """Tell whether the text says that what stands in the row below was received."""
    return any(
        case.evidence.said.get(received) == show(case.numbers[carried])
        for received, carried in zip(*rows, strict=True)
    )
