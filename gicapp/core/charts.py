"""Charts made from a report's figures: what they show, whoever draws them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Final

from gicapp.core.report import Report
from gicapp.errors import GicError
from gicapp.form.declaration import Balance, Form, Total
from gicapp.form.values import Number, is_number


class ChartKind(StrEnum):
    """The charts that can be put into a document."""

    RESULTS = "results"
    APPLICANTS = "applicants"
    YEARS = "years"


CHART_NAMES: Final = MappingProxyType(
    {
        ChartKind.RESULTS: "办理结果分布",
        ChartKind.APPLICANTS: "申请人分布",
        ChartKind.YEARS: "与上年比较",
    }
)


@dataclass(frozen=True)
class Series:
    """The bars of one colour: a name and a number for each category, None where there is none."""

    name: str
    numbers: tuple[Number | None, ...]


@dataclass(frozen=True)
class Chart:
    """A bar chart: `caption` without its number, categories along the axis, one series or more."""

    caption: str
    categories: tuple[str, ...]
    series: tuple[Series, ...]

    @property
    def description(self) -> str:
        """Say in words what the chart shows, for those who cannot see it."""
        parts = [
            f"{series.name}："
            + "，".join(
                f"{name} {'无数据' if number is None else number}"
                for name, number in zip(self.categories, series.numbers, strict=True)
            )
            for series in self.series
        ]
        return f"{self.caption}。{'；'.join(parts)}。"


def chart_of(kind: ChartKind, report: Report, form: Form) -> Chart:
    """Return a chart of a report's applications; raise GicError where its figures are missing."""
    chart = _MAKERS[kind](report, form)
    if chart is None:
        lacking = "没有载入上年报告" if kind is ChartKind.YEARS else "相应的数字全部为 0 或者空白"
        raise GicError(f"不能插入图表“{CHART_NAMES[kind]}”：{lacking}。请不选这个图表再导出。")
    return chart


def charted_table(form: Form) -> str:
    """Return the id of the table that the charts show and stand after."""
    return form.cells[_balance(form).left[0]].table


def _results(report: Report, form: Form) -> Chart | None:
    """Add the results up by their groups, as the form groups them."""
    sums: dict[str, Number | None] = {}
    for part in _total(form, _balance(form).right[0], is_across=False).parts:
        row, number = form.cells[part].row, _number(report, part)
        name = row.group or row.name
        before = sums.get(name, 0)
        sums[name] = None if before is None or number is None else before + number
    return _chart(f"{report.year or '本'}年政府信息公开申请办理结果（单位：件）", sums)


def _applicants(report: Report, form: Form) -> Chart | None:
    parts = _total(form, _balance(form).left[0], is_across=True).parts
    numbers = {form.cells[part].column.name: _number(report, part) for part in parts}
    return _chart(f"{report.year or '本'}年新收政府信息公开申请的申请人（单位：件）", numbers)


def _years(report: Report, form: Form) -> Chart | None:
    if report.prior is None:
        return None
    balance = _balance(form)
    cells = (*balance.left, *balance.right)
    years = ((f"{report.prior.year or '上'}年", report.prior), (f"{report.year or '本'}年", report))
    return Chart(
        "政府信息公开申请收到和处理情况与上年比较（单位：件）",
        tuple(form.cells[cell].row.name for cell in cells),
        tuple(Series(name, tuple(_number(year, cell) for cell in cells)) for name, year in years),
    )


_MAKERS: Final[Mapping[ChartKind, Callable[[Report, Form], Chart | None]]] = MappingProxyType(
    {ChartKind.RESULTS: _results, ChartKind.APPLICANTS: _applicants, ChartKind.YEARS: _years}
)


def _chart(caption: str, numbers: Mapping[str, Number | None]) -> Chart | None:
    """Return a chart of one series; None where every bar would be nothing."""
    if not any(numbers.values()):
        return None
    return Chart(caption, tuple(numbers), (Series("件数", tuple(numbers.values())),))


def _number(report: Report, cell: str) -> Number | None:
    value = report.value(cell)
    return value if is_number(value) else None


def _balance(form: Form) -> Balance:
    """Return the balance of the overall totals."""
    return next(b for b in form.balances if all(form.cells[cell].derived for cell in b.left))


def _total(form: Form, cell: str, *, is_across: bool) -> Total:
    """Return the rule that a total is the sum of its line, or else of its column."""
    line = form.cells[cell].box.line
    return next(
        total
        for total in form.totals
        if total.cell == cell
        and all((form.cells[part].box.line == line) is is_across for part in total.parts)
    )
