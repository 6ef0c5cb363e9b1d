"""Table two: stocks, powers, the unit of the fee, and the edition of the form."""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from typing import Final

from gicapp.core.change import Change, SetValue
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.form.declaration import Row, Stock
from gicapp.form.values import Number, exact, is_number, show

_REGULATIONS: Final = "regulations"
_DECISIONS: Final = ("licensing", "penalties", "coercion")
_FEE: Final = "disclosure.fees.amount"
_YUAN: Final = 1000  # an amount this many times last year's is likely 元 for 万元
# Bodies of these names may issue 规章 (立法法第九十一、九十三条), whatever the profile says: the
# departments of the State Council and bodies directly under it, provinces, and cities.
_MAY_RULE: Final = re.compile(
    r"(?<!街道)(?:省|自治区|自治州|州|市|兵团)(?:本级)?(?:(?:人民)?政府)?(?:本级)?(?:办公厅|办公室)?$"
    r"|(?:部|总局|总署|审计署)(?:本级|机关|办公厅)?$|国家|国务院|^(?:中国|中央|全国|中华)|[证银保]监会$"
)
# a department of a province: not a few give the rules that they carry out
_OF_PROVINCE: Final = re.compile(
    r"厅$|(?:省|自治区)(?!.*(?:[县区州盟旗]|市(?![场政])))[^局委]*(?:局|委员会|委)$"
)
_REMARK: Final = re.compile(r"[（(][^（）()]*[）)]?$")  # 海关总署（本级机关）


def _opening_stock(subject: Subject) -> Iterator[Finding]:
    """上年现行有效件数不会小于 0."""
    for stock in subject.form.stocks:
        yield from _stock(subject, stock)


def _stock(subject: Subject, stock: Stock) -> Iterator[Finding]:
    value = subject.report.value
    now, added, removed = value(stock.stock), value(stock.added), value(stock.removed)
    if not (is_number(now) and is_number(added) and is_number(removed)):
        return
    opening = exact(now - added + removed)
    if opening >= 0:
        return
    row = subject.form.cells[stock.stock].row
    yield _finding(
        "disclosure.opening_stock",
        f"“{row.name}”现行有效{show(now)}件，本年制发{show(added)}件、废止{show(removed)}件，"
        f"推算上年现行有效为{show(opening)}件，不可能为负数，请核对三个数字。",
        (stock.stock, stock.added, stock.removed),
        show(now),
        f"≥{show(exact(added - removed))}",
    )


def _power(subject: Subject) -> Iterator[Finding]:
    """Only bodies with the power issue rules; only bodies with the power decide."""
    unit = subject.report.unit
    for row in _rows(subject):
        cells = _positive(subject, row)
        if not cells:
            continue
        name = _REMARK.sub("", unit.name.strip())
        if row.id == _REGULATIONS and not unit.rule_making and not _MAY_RULE.search(name):
            found = _power_finding(
                row, cells, "只有国务院部门、省、设区的市和自治州人民政府等有规章制定权", subject
            )
            of_province = _OF_PROVINCE.search(name)
            yield replace(found, severity=Severity.HINT) if of_province else found
        if row.id in _DECISIONS and not unit.enforcement:
            yield _power_finding(row, cells, "报告信息中填的是没有行政执法权", subject)


def _rows(subject: Subject) -> tuple[Row, ...]:
    table = subject.form.section(2).table
    return subject.form.table(table).rows if table else ()


def _positive(subject: Subject, row: Row) -> tuple[str, ...]:
    cells = [cell.id for cell in subject.form.cells.values() if cell.row is row]
    values = {cell: subject.report.value(cell) for cell in cells}
    return tuple(cell for cell, value in values.items() if is_number(value) and value > 0)


def _power_finding(row: Row, cells: tuple[str, ...], reason: str, subject: Subject) -> Finding:
    values = "、".join(show(subject.report.value(cell)) for cell in cells)
    return _finding(
        "disclosure.power",
        f"“{row.name}”填了{values}，但{reason}，请核对；确有职权的请在报告信息中勾选。",
        cells,
        values,
        "0",
    )


def _unit(subject: Subject) -> Iterator[Finding]:
    """Take an amount far above last year's for 元: the fee is in 万元."""
    prior = subject.report.prior
    now, before = subject.report.value(_FEE), prior.value(_FEE) if prior else None
    if not is_number(now) or not is_number(before) or now <= 0:
        return
    if before == 0 or now >= before * _YUAN:
        finding = _finding(
            "disclosure.unit",
            f"行政事业性收费填了{_amount(now)}万元，上年为{_amount(before)}万元，"
            "请确认单位是万元而不是元（380元填0.038）。",
            (_FEE,),
            show(now),
            None,
        )
        yield replace(finding, fix=_in_ten_thousands(now, before))


def _in_ten_thousands(now: Number, before: Number) -> tuple[Change, ...]:
    """Return the change from 元 to 万元 where it comes near last year's amount."""
    meant = exact(Decimal(now) / 10_000)
    near = before <= 10 * meant and meant <= 10 * before
    return (SetValue(_FEE, meant),) if near and meant == round(meant, 6) else ()


def _amount(value: Number) -> str:
    return show(exact(value))


def _version(subject: Subject) -> Iterator[Finding]:
    """2021 年度起使用国办公开办函〔2021〕30号格式."""
    reading, year = subject.reading, subject.report.year
    if reading is None or reading.form == subject.form.id or year is None:
        return
    if year >= subject.form.first_year:
        yield Finding(
            rule="form.version",
            severity=Severity.ERROR,
            section=2,
            message=(
                f"表格使用的是{reading.form}年试行格式，{subject.form.first_year}年度起应当使用"
                f"{subject.form.authority}格式，请按新格式重新填写。"
            ),
            expected=subject.form.id,
            actual=reading.form,
        )


def _finding(
    rule: str, message: str, cells: tuple[str, ...], actual: str, expected: str | None
) -> Finding:
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        section=2,
        message=message,
        cells=cells,
        expected=expected,
        actual=actual,
    )


RULES: Final = (
    Rule(
        "disclosure.opening_stock",
        ("T2-05",),
        Severity.WARNING,
        "现行有效件数减本年制发件数加本年废止件数，即上年现行有效件数，不小于 0。",
        "由三列的含义推出",
        _opening_stock,
        dismissable=True,
    ),
    Rule(
        "disclosure.power",
        ("T2-04", "T2-07"),
        Severity.WARNING,
        "没有规章制定权的机关规章填 0；没有行政执法权的机关处理决定填 0。",
        "立法法第九十一、九十三条；报告信息",
        _power,
        dismissable=True,
    ),
    Rule(
        "disclosure.unit",
        ("T2-06",),
        Severity.WARNING,
        "收费金额以万元为单位。",
        "国办公开办函〔2021〕30号，表头单位",
        _unit,
        dismissable=True,
    ),
    Rule(
        "form.version",
        ("T2-08",),
        Severity.ERROR,
        "2021 年度起使用国办公开办函〔2021〕30号格式，不再使用 2019 年试行格式。",
        "国办公开办函〔2021〕30号",
        _version,
    ),
)
