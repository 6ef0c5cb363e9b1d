"""This year's tables beside last year's: cases that vanish, leftovers, and great changes."""

from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.core.sums import expected_totals, sum_of
from gicapp.form.declaration import Cell, Table, Total
from gicapp.form.values import BLANK, Number, exact, is_number, show

_PENDING: Final = "pending"
_FEWEST: Final = 5  # figures that are not 0, for a table to be taken for last year's
_TIMES: Final = 3
_LEAST: Final = 20  # a change smaller than this needs no explanation


def _pending(subject: Subject) -> Iterator[Finding]:
    """上年尚未审结的案件，本年应当审结或者仍未审结."""
    prior = subject.report.prior
    for total in subject.form.totals if prior is not None else ():
        yield from _vanished(subject, total, prior or Report())


def _vanished(subject: Subject, total: Total, prior: Report) -> Iterator[Finding]:
    pending = [p for p in total.parts if subject.form.cells[p].column.id == _PENDING]
    now = sum_of(subject.report.value, total.parts).value
    before = sum_of(prior.value, pending).value
    if not pending or now is None or before is None or now >= before:
        return
    cell = subject.form.cells[total.cell]
    yield Finding(
        rule="prior.pending",
        severity=Severity.WARNING,
        section=subject.form.table(cell.table).section,
        message=(
            f"上年“{cell.row.name}”尚未审结{show(before)}件，本年各项结果和尚未审结合计只有"
            f"{show(now)}件；上年未审结的案件本年应当审结或仍未审结，请核对。"
        ),
        cells=(total.cell, *total.parts),
        expected=f"≥{show(before)}",
        actual=show(now),
    )


def _identical(subject: Subject) -> Iterator[Finding]:
    """Find tables whose every figure is last year's: likely not updated."""
    prior = subject.report.prior
    for table in subject.form.tables if prior is not None else ():
        if _same(subject.report, prior or Report(), table):
            yield Finding(
                rule="prior.identical",
                severity=Severity.WARNING,
                section=table.section,
                message=f"{table.name}的全部数字与上年完全相同，疑为上年数据没有更新，请核对。",
                cells=tuple(cell.id for cell in table.cells if subject.report.value(cell.id)),
            )


def _same(report: Report, prior: Report, table: Table) -> bool:
    values = [report.value(cell.id) for cell in table.cells]
    told = sum(1 for value in values if is_number(value) and value)
    return told >= _FEWEST and values == [prior.value(cell.id) for cell in table.cells]


def _swing(subject: Subject) -> Iterator[Finding]:
    """Ask for a reason where a figure is over three times, or under a third of, last year's.

    A blank total counts as the sum of its parts, so that filling it shows nothing new.
    """
    prior = subject.report.prior
    if prior is None:
        return
    reckoned = expected_totals(subject.form, subject.report.values)
    for table in subject.form.tables:
        for cell in _telling(table):
            now, before = subject.report.value(cell.id), prior.value(cell.id)
            if now is BLANK:
                now = reckoned.get(cell.id)
            if is_number(now) and is_number(before) and _swings(now, before):
                yield _swing_finding(table, cell, now, before)


def _telling(table: Table) -> list[Cell]:
    """Return the cells of the total column, or all of them where a table has none.

    What grows in one column grows in its row's total: one matter is asked about once.
    """
    columns = {cell.column.id for cell in table.cells}
    parts = {cell.column.id for cell in table.cells if not cell.derived}
    return [cell for cell in table.cells if cell.column.id in (columns - parts or columns)]


def _swings(now: Number, before: Number) -> bool:
    small, large = sorted([now, before])
    return large - small >= _LEAST and large > _TIMES * small >= 0


def _swing_finding(table: Table, cell: Cell, now: Number, before: Number) -> Finding:
    unit = cell.kind.unit
    return Finding(
        rule="prior.swing",
        severity=Severity.HINT,
        section=table.section,
        message=(
            f"“{cell.name}”为{show(exact(now))}{unit}，上年为{show(exact(before))}{unit}，"
            "变化较大，请核对；属实的建议在正文中说明原因。"
        ),
        cells=(cell.id,),
        expected=show(exact(before)),
        actual=show(exact(now)),
    )


RULES: Final = (
    Rule(
        "prior.pending",
        ("X-04",),
        Severity.WARNING,
        "上年尚未审结的案件，本年应当审结或者仍未审结：本年合计不少于上年尚未审结。",
        "由表格四各列的含义推出",
        _pending,
        dismissable=True,
    ),
    Rule(
        "prior.identical",
        ("X-05",),
        Severity.WARNING,
        "一张表的全部数字（至少五个不为 0）不应与上年完全相同。",
        "实践：连续几年数字完全相同曾被通报",
        _identical,
        dismissable=True,
    ),
    Rule(
        "prior.swing",
        ("X-06",),
        Severity.HINT,
        "与上年相比超过三倍或不足三分之一、且相差 20 以上的数字，应当核对并说明。",
        "实践",
        _swing,
        dismissable=True,
    ),
)
