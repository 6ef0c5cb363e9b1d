"""What the menu of live figures offers: official names, tokens, and the values they show."""

from collections.abc import Iterator
from dataclasses import dataclass

from gicapp.core.report import Report
from gicapp.core.text.figures import evaluate, show_expression
from gicapp.core.text.phrases import RECEIVED, SUITS
from gicapp.form.declaration import Cell, Form


@dataclass(frozen=True)
class Choice:
    """A live figure to offer: its Chinese name, its token (without ⟦⟧) and what it shows now."""

    name: str
    token: str
    value: str


def figure_choices(form: Form, report: Report, words: str = "") -> tuple[Choice, ...]:
    """Return the live figures whose name has all the given words, the commonest first.

    Words are parts of names with blanks between them; without words the totals come first,
    then every other cell, then what last year's report adds.
    """
    wanted = words.split()
    return tuple(
        choice
        for choice in _all(form, report)
        if all(word in choice.name or word in choice.token for word in wanted)
    )


def _all(form: Form, report: Report) -> Iterator[Choice]:
    common = [cell for cell in form.cells.values() if _is_common(cell)]
    common.sort(key=lambda cell: (bool(cell.row.group), cell.column.id != "total"))
    for cell in common:
        yield _choice(form, report, _name(form, cell), cell.id)
    for name, token in _groups(form):
        yield _choice(form, report, name, token)
    for cell in common if report.prior is not None else ():
        yield from _against_prior(form, report, cell)
    for name, token in (("本机关名称", "unit"), ("报告年份", "year"), ("上一年", "last_year")):
        yield _choice(form, report, name, token)
    for cell in form.cells.values():
        if not _is_common(cell):
            yield _choice(form, report, _name(form, cell), cell.id)


def _is_common(cell: Cell) -> bool:
    """Tell whether a cell is one that texts quote: a total of a row, or a row with one column."""
    return cell.column.id == "total" or cell.table == "disclosure"


def _name(form: Form, cell: Cell) -> str:
    """Return the name of a cell with its table's part of the form, to tell rows of one name."""
    return f"{form.section(form.table(cell.table).section).heading[:1]}、{cell.name}"


def _groups(form: Form) -> Iterator[tuple[str, str]]:
    """Yield the sums that texts quote though the form has no row for them."""
    yield "三、收到申请（本年新收与上年结转之和）", RECEIVED
    for table in form.tables:
        stems = {row.group: row.id.partition(".")[0] for row in table.rows if row.group}
        for group, stem in stems.items():
            yield f"三、{group}（各项合计）", f"sum({table.id}.{stem}.*.total)"
    yield "四、行政诉讼（两类合计）", SUITS
    new, handled = "requests.new.total", "requests.handled.total"
    yield "三、办理结果总计占收到申请的比例", f"share({handled},{RECEIVED})"
    yield "三、自然人申请占新收申请的比例", f"share(requests.new.natural,{new})"


def _against_prior(form: Form, report: Report, cell: Cell) -> Iterator[Choice]:
    name = _name(form, cell)
    for words, call in (
        ("上年数", "prior"),
        ("比上年增减（数字）", "diff"),
        ("比上年增减（文字）", "rise"),
        ("比上年增长率", "growth"),
        ("比上年增长率（文字）", "trend"),
    ):
        token = f"{call}({cell.id})"
        if evaluate(form, report, token) is not None:
            yield _choice(form, report, f"{name}·{words}", token)


def _choice(form: Form, report: Report, name: str, token: str) -> Choice:
    return Choice(name, token, show_expression(form, report, token).text)
