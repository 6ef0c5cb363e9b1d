"""Applications whose results are not filled in yet: no slip, but work that is left."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.declaration import Balance, Form
from gicapp.form.values import Number, exact, is_number, show


@dataclass(frozen=True)
class _Column:
    """What a balance says of one column: how much is to be accounted for, and how much is."""

    received: Number
    answered: Number
    wanting: tuple[str, ...]  # the cells to type into


def find_unanswered(form: Form, report: Report, findings: Iterable[Finding]) -> Finding | None:
    """Return what is left to fill where a balance fails because most results are still 0.

    Half of what came in, or more, has no result; no column has a result too many, and no total
    contradicts its parts, which would speak of a slip.
    """
    balances = {balance.rule for balance in form.balances}
    if not any(finding.rule in balances for finding in findings):
        return None
    columns = list(_columns(form, report))
    received = sum(column.received for column in columns)
    answered = sum(column.answered for column in columns)
    if not received or 2 * answered > received or _contradicted(form, report):
        return None
    if any(column.answered > column.received for column in columns):
        return None
    cells = tuple(c for column in columns if column.received for c in column.wanting)
    section = form.table(form.cells[cells[0]].table).section
    left = show(exact(received - answered))
    done = f"只有 {show(exact(answered))} 件填了结果，" if answered else ""
    return Finding(
        "",
        Severity.HINT,
        section,
        f"本年新收和上年结转共 {show(exact(received))} 件申请，{done}还有 {left} 件没有填办理结果。"
        "接着按结果填第三项各行；年底前没有办完的填在“结转下年度继续办理”一行。",
        cells[:1],
    )


def _columns(form: Form, report: Report) -> Iterator[_Column]:
    """Yield what each balance says of a column that is typed, its totals left aside."""
    parts = {total.cell: total.parts for total in form.totals}
    for balance in form.balances:
        if not form.cells[balance.left[0]].derived:
            wanting = _typed(balance, parts)
            yield _Column(_sum(report, balance.left), _sum(report, wanting), wanting)


def _typed(balance: Balance, parts: dict[str, tuple[str, ...]]) -> tuple[str, ...]:
    return tuple(part for cell in balance.right for part in parts.get(cell, (cell,)))


def _sum(report: Report, cells: Iterable[str]) -> Number:
    values = (report.value(cell) for cell in cells)
    return sum((exact(value) for value in values if is_number(value)), 0)


def _contradicted(form: Form, report: Report) -> bool:
    """Tell whether a total with something in it is not the sum of its parts."""
    return any(
        is_number(there) and there != _sum(report, total.parts)
        for total in form.totals
        for there in [report.value(total.cell)]
    )
