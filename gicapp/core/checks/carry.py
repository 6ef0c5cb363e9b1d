"""What this year's tables owe to last year's: what was carried over, and what was in force."""

from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Report
from gicapp.form.declaration import Carry, Stock
from gicapp.form.values import exact, is_number, show

_EXPLAIN: Final = "如因机构改革等原因不一致，请填写说明。"


def _carried_total(subject: Subject) -> Iterator[Finding]:
    """本年“上年结转”的总计等于上年“结转下年度继续办理”的总计."""
    for carry in subject.form.carries:
        if subject.form.cells[carry.to].derived:
            yield from _carried(subject, carry, "prior.carried_total", Severity.ERROR)


def _carried_column(subject: Subject) -> Iterator[Finding]:
    """每一类申请人的“上年结转”等于上年该类申请人的“结转下年度继续办理”."""
    for carry in subject.form.carries:
        if not subject.form.cells[carry.to].derived:
            yield from _carried(subject, carry, "prior.carried_column", Severity.WARNING)


def _carried(subject: Subject, carry: Carry, rule: str, severity: Severity) -> Iterator[Finding]:
    if subject.report.prior is None:
        return
    now, before = subject.report.value(carry.to), subject.report.prior.value(carry.origin)
    if not (is_number(now) and is_number(before)) or now == before:
        return
    cell = subject.form.cells[carry.to]
    origin = subject.form.cells[carry.origin].row.label.partition("、")[2]
    column = "" if cell.derived else f"“{cell.column.name}”列"
    yield Finding(
        rule=rule,
        severity=severity,
        section=subject.form.table(cell.table).section,
        message=(
            f"{column}本年“{cell.row.name}”为{show(now)}件，上一年度报告“{origin}”为"
            f"{show(before)}件，应当一致；{_EXPLAIN}"
        ),
        cells=(carry.to,),
        expected=show(before),
        actual=show(now),
    )


def _in_force(subject: Subject) -> Iterator[Finding]:
    """现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数."""
    if subject.report.prior is None:
        return
    for stock in subject.form.stocks:
        yield from _stock(subject, stock, subject.report.prior)


def _stock(subject: Subject, stock: Stock, prior: Report) -> Iterator[Finding]:
    value = subject.report.value
    now, added, removed = value(stock.stock), value(stock.added), value(stock.removed)
    before = prior.value(stock.stock)
    if not (is_number(now) and is_number(added) and is_number(removed) and is_number(before)):
        return
    expected = before + added - removed
    if now == expected:
        return
    cell = subject.form.cells[stock.stock]
    due = (
        f"应为{show(exact(expected))}件"
        if expected >= 0
        else "不够减，废止件数多于原有和新制发之和"
    )
    yield Finding(
        rule=stock.rule,
        severity=Severity.WARNING,
        section=subject.form.table(cell.table).section,
        message=(
            f"“{cell.row.name}”现行有效{show(now)}件，按“上年现行有效{show(before)}＋本年制发"
            f"{show(added)}－本年废止{show(removed)}”{due}，"
            "请与司法行政部门核对；因修改、失效、清理等不一致的，请填写说明。"
        ),
        cells=(stock.stock, stock.added, stock.removed),
        expected=show(exact(expected)) if expected >= 0 else None,
        actual=show(now),
    )


RULES: Final = (
    Rule(
        "prior.carried_total",
        ("X-01",),
        Severity.ERROR,
        "本年“上年结转”的总计等于上一年度报告“结转下年度继续办理”的总计。",
        "国办公开办函〔2021〕30号，两行的含义",
        _carried_total,
        dismissable=True,
    ),
    Rule(
        "prior.carried_column",
        ("X-02",),
        Severity.WARNING,
        "每一类申请人的“上年结转”等于上一年度报告该类申请人的“结转下年度继续办理”。",
        "国办公开办函〔2021〕30号，两行的含义",
        _carried_column,
        dismissable=True,
    ),
    Rule(
        "prior.in_force",
        ("X-03",),
        Severity.WARNING,
        "现行有效件数等于上年现行有效件数加本年制发件数减本年废止件数。",
        "实践：修改、失效、清理和机构划转会打破它，只作提醒",
        _in_force,
        dismissable=True,
    ),
)
