"""The 42 cross-foots of the form: its totals and its balances, as the declaration states them."""

from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.sums import Sum, sum_of
from gicapp.form.declaration import Balance, Cell, Total
from gicapp.form.values import exact, show

_SECTIONS: Final = "一二三四五六"
_ITEMS: Final = "一二三四五六七八九"


def totals_named(subject: Subject, rule: str) -> Iterator[Finding]:
    """Yield the totals of a rule that cannot be the sum of their parts."""
    for total in subject.form.totals:
        if total.rule == rule:
            yield from _total(subject, total)


def _total(subject: Subject, total: Total) -> Iterator[Finding]:
    value_of = subject.report.value
    whole, parts = sum_of(value_of, [total.cell]), sum_of(value_of, total.parts)
    if whole.unknown or whole.may_equal(parts):
        return
    cell = subject.form.cells[total.cell]
    yield Finding(
        rule=total.rule,
        severity=Severity.ERROR,
        section=subject.form.table(cell.table).section,
        message=_total_message(subject, total, cell, whole, parts),
        cells=(total.cell, *total.parts),
        expected=show(exact(parts.known)),
        actual=show(value_of(total.cell)),
    )


def _total_message(subject: Subject, total: Total, cell: Cell, whole: Sum, parts: Sum) -> str:
    section = subject.form.table(cell.table).section
    row, column = cell.row.name, cell.column.name
    one_row = all(subject.form.cells[part].row is cell.row for part in total.parts)
    if section == 4:
        place = f"第四部分“{row}”{column}为{_plain(whole)}，四项结果之和为{_plain(parts)}"
    elif one_row:
        place = f"“{row}”行总计为{_plain(whole)}，六类申请人之和为{_plain(parts)}"
    else:
        place = f"“{column}”列（七）总计为{_plain(whole)}，各分项之和为{_plain(parts)}"
    return f"{place}，{_difference(whole, parts)}请核对总计和各分项。"


def _plain(addition: Sum) -> str:
    return show(exact(addition.known))


def _difference(left: Sum, right: Sum) -> str:
    """Say by how much two sums differ; with blanks, that no filling can make them equal."""
    blanks = left.unknown + right.unknown
    small, large = sorted([left.known, right.known])
    apart = show(exact(large - small))
    if blanks:
        return f"有{blanks}格未填，已填的数已多出{apart}件，怎样填都不能相等。"
    return f"相差{apart}件。"


def _balances(subject: Subject) -> Iterator[Finding]:
    """第一项加第二项之和，等于第三项加第四项之和."""
    for balance in subject.form.balances:
        left = sum_of(subject.report.value, balance.left)
        right = sum_of(subject.report.value, balance.right)
        if not left.may_equal(right):
            yield _unbalanced(subject, balance, left, right)


def _unbalanced(subject: Subject, balance: Balance, left: Sum, right: Sum) -> Finding:
    cell = subject.form.cells[balance.left[0]]
    section = subject.form.table(cell.table).section
    added = _addition(subject, balance.left, 0), _addition(subject, balance.right, 2)
    return Finding(
        rule=balance.rule,
        severity=Severity.ERROR,
        section=section,
        message=(
            f"第{_SECTIONS[section - 1]}部分表格“{cell.column.name}”列勾稽不平："
            f"{added[0]}＝{_plain(left)}，{added[1]}＝{_plain(right)}，"
            f"{_difference(left, right)}请核对本列的新收、结转和办理结果。"
        ),
        cells=(*balance.left, *balance.right),
        expected=_plain(left),
        actual=_plain(right),
    )


def _addition(subject: Subject, cells: tuple[str, ...], first: int) -> str:
    values = (show(subject.report.value(cell)) or "（空）" for cell in cells)
    return "＋".join(f"第{_ITEMS[first + n]}项{value}" for n, value in enumerate(values))


RULES: Final = (
    Rule(
        "requests.balance",
        ("T3-01", "T3-09"),
        Severity.ERROR,
        "本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和。",
        "国办公开办函〔2021〕30号，表格自注",
        _balances,
    ),
    Rule(
        "requests.handled_total",
        ("T3-02",),
        Severity.ERROR,
        "每一列的（七）总计等于本年度办理结果（一）至（六）各分项之和。",
        "国办公开办函〔2021〕30号，表格结构",
        lambda subject: totals_named(subject, "requests.handled_total"),
    ),
    Rule(
        "requests.row_total",
        ("T3-03",),
        Severity.ERROR,
        "每一行的总计等于自然人和五类法人或其他组织之和。",
        "国办公开办函〔2021〕30号，表格结构",
        lambda subject: totals_named(subject, "requests.row_total"),
    ),
    Rule(
        "disputes.total",
        ("T4-01",),
        Severity.ERROR,
        "行政复议、两类行政诉讼的总计分别等于结果维持、结果纠正、其他结果、尚未审结之和。",
        "国办公开办函〔2021〕30号，表格结构",
        lambda subject: totals_named(subject, "disputes.total"),
    ),
)
