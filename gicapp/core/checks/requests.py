"""Table three beyond its sums: what cannot be more than something else, and a table all 0."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.sums import sum_of
from gicapp.core.text.passages import plain
from gicapp.form.declaration import Balance, Cell
from gicapp.form.values import is_number, show

# 暂不接受依申请公开: none can have come
_NONE: Final = re.compile(
    r"[未没无零]|不存在|(?<![\d.])0(?![\d.])|不(?:对外)?(?:接受|受理)[^，。；]{0,10}申请"
)


def _bounds(subject: Subject) -> Iterator[Finding]:
    """Nothing comes out of a column that did not go into it."""
    for balance in subject.form.balances:
        yield from _more_than_received(subject, balance)
    stale = [f for balance in subject.form.balances for f in _stale(subject, balance)]
    columns = [f for f in stale if not subject.form.cells[f.cells[0]].derived]
    yield from columns or stale


def _more_than_received(subject: Subject, balance: Balance) -> Iterator[Finding]:
    received = sum_of(subject.report.value, balance.left).value
    for cell in balance.right:
        value = subject.report.value(cell)
        if received is None or not is_number(value) or value <= received:
            continue
        row, column = _names(subject, cell)
        yield Finding(
            rule="requests.bound",
            severity=Severity.HINT,
            section=_section(subject, cell),
            message=(
                f"“{column}”列“{row}”为{show(value)}件，多于新收和上年结转之和"
                f"{show(received)}件，请先核对这一格。"
            ),
            cells=(cell, *balance.left),
            expected=f"≤{show(received)}",
            actual=show(value),
        )


def _stale(subject: Subject, balance: Balance) -> Iterator[Finding]:
    """Find more carried on than was received this year: the time limit is 40 working days.

    The row that last year's report carries over is no part of what was received this year.
    """
    carried = {carry.to: carry.origin for carry in subject.form.carries}
    fresh = [cell for cell in balance.left if cell not in carried]
    for origin in [cell for cell in balance.right if cell in carried.values()]:
        now, new = subject.report.value(origin), sum_of(subject.report.value, fresh).value
        if new is None or not is_number(now) or now <= new:
            continue
        row, column = _names(subject, origin)
        yield Finding(
            rule="requests.bound",
            severity=Severity.WARNING,
            section=_section(subject, origin),
            message=(
                f"“{column}”列“{row}”为{show(now)}件，多于本年新收{show(new)}件，"
                "说明有上年收到的申请满一年仍未办结，请核对。"
            ),
            cells=(origin, *fresh),
            expected=f"≤{show(new)}",
            actual=show(now),
        )


def _all_zero(subject: Subject) -> Iterator[Finding]:
    """Ask about a table of applications that is 0 throughout; a text that says so has answered."""
    for balance in subject.form.balances[:1]:
        section = _section(subject, balance.left[0])
        table = subject.form.table(subject.form.section(section).table or "")
        if any(subject.report.value(cell.id) != 0 for cell in table.cells):
            continue
        if not any(_answers(text) for text in subject.texts.values()):
            yield Finding(
                rule="requests.all_zero",
                severity=Severity.HINT,
                section=section,
                message=(
                    f"{table.name}全部为0，请确认本年未收到政府信息公开申请，并在“总体情况”中写明。"
                ),
                cells=tuple(cell.id for cell in table.cells[:1]),
                actual="0",
            )


def _answers(text: str) -> bool:
    """Tell whether a sentence on applications says that there was none of something."""
    return any(
        "申请" in f"{sentence.heading}{sentence.text}" and _NONE.search(sentence.text)
        for sentence in plain(text).sentences
    )


def _names(subject: Subject, cell: str) -> tuple[str, str]:
    one: Cell = subject.form.cells[cell]
    return one.row.name, one.column.name


def _section(subject: Subject, cell: str) -> int:
    return subject.form.table(subject.form.cells[cell].table).section


RULES: Final = (
    Rule(
        "requests.bound",
        ("T3-06", "T3-07"),
        Severity.WARNING,
        "办理结果总计、结转下年都不多于新收与上年结转之和；结转下年不多于本年新收。",
        "由勾稽关系推出；条例第三十三条的答复期限",
        _bounds,
        dismissable=True,
    ),
    Rule(
        "requests.all_zero",
        ("T3-08",),
        Severity.HINT,
        "表格全部为 0 的，确认本年未收到申请，并在文字中写明。",
        "由表格推出",
        _all_zero,
        dismissable=True,
        reads_text=True,
    ),
)
