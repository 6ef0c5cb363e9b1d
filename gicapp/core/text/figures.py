"""The small language of live figures: what stands between ⟦ and ⟧ in a stored text.

requests.new.total                       a cell
sum(requests.refused.*.total)            a sum; `*` stands for any rows
prior(E)                                 the same figure of last year
diff(E)   growth(E)                      this year less last year; the same in percent
rise(E)   trend(E)                       in words: 增加3 / 减少3 / 持平; 增长12.5% / 下降3.2%
share(E, E)                              the first as percent of the second
year   last_year   next_year   unit      of the report
"""

import re
from decimal import ROUND_HALF_UP, Decimal
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.values import NOT_APPLICABLE, Number, Value, exact, is_number, show

UNKNOWN: Final = "【待填】"
_PLACES: Final = Decimal("0.01")
_LONGEST: Final = 400  # characters of an expression; deeper nesting has no use
_WORD: Final = re.compile(r"\s*([a-z_][a-z_0-9.*]*|[(),])")
_NAMES: Final = ("year", "last_year", "next_year", "unit")
_CALLS: Final = ("sum", "prior", "diff", "growth", "rise", "trend", "share")


class Expression(NamedTuple):
    """A parsed expression: a call or a name, and what it is called with."""

    name: str
    parts: "tuple[Expression, ...]" = ()
    is_call: bool = False


class Shown(NamedTuple):
    """What an expression comes to: its text, or why there is none (in Chinese)."""

    text: str
    problem: str = ""


@lru_cache(maxsize=1024)
def parse_expression(text: str) -> Expression:
    """Parse an expression; raise ValueError where it is none."""
    if len(text) > _LONGEST:
        raise ValueError("引用过长")
    words = _words(text)
    expression, rest = _parse(words, 0)
    if rest != len(words):
        raise ValueError("引用多出了内容")
    return expression


def _words(text: str) -> list[str]:
    words, place = [], 0
    text = text.rstrip()
    while place < len(text):
        match = _WORD.match(text, place)
        if not match:
            raise ValueError("引用中有不认识的字符")
        words.append(match[1])
        place = match.end()
    return words


def _parse(words: list[str], place: int) -> tuple[Expression, int]:
    if place >= len(words) or words[place] in "(),":
        raise ValueError("引用不完整")
    name = words[place]
    if words[place + 1 : place + 2] != ["("]:
        return Expression(name), place + 1
    if name not in _CALLS:
        raise ValueError(f"没有“{name}”这种算法")
    parts = []
    place += 1
    while words[place : place + 1] in (["("], [","]):
        part, place = _parse(words, place + 1)
        parts.append(part)
    if words[place : place + 1] != [")"]:
        raise ValueError("引用缺少右括号")
    _check_count(name, len(parts))
    return Expression(name, tuple(parts), is_call=True), place + 1


def _check_count(name: str, count: int) -> None:
    wanted = 2 if name == "share" else 1
    if count != wanted and name != "sum":
        raise ValueError(f"“{name}”需要 {wanted} 项")


def cells_matching(form: Form, pattern: str) -> tuple[str, ...]:
    """Return the cells that a cell id with `*` in it stands for; none when there is no such."""
    if "*" not in pattern:
        return (pattern,) if pattern in form.cells else ()
    return _matching(pattern, tuple(form.cells))


@lru_cache(maxsize=256)
def _matching(pattern: str, cells: tuple[str, ...]) -> tuple[str, ...]:
    whole = re.compile(re.escape(pattern).replace(r"\*", r".*?"))
    return tuple(cell for cell in cells if whole.fullmatch(cell))


def cells_of(form: Form, text: str) -> tuple[str, ...]:
    """Return the cells that an expression draws on, in order, last year's ones included."""
    try:
        expression = parse_expression(text)
    except ValueError:
        return ()
    return tuple(dict.fromkeys(_cells(form, expression)))


def _cells(form: Form, expression: Expression) -> list[str]:
    if not expression.is_call:
        return list(cells_matching(form, expression.name))
    return [cell for part in expression.parts for cell in _cells(form, part)]


def evaluate(form: Form, report: Report, text: str) -> Number | None:
    """Return the exact number that an expression comes to, None when it is not known."""
    try:
        expression = parse_expression(text)
    except ValueError:
        return None
    value = _value(form, report, expression)
    return value if is_number(value) else None


def _value(form: Form, report: Report | None, expression: Expression) -> Value:
    """Return the number of an expression; `/` and blank make everything above them unknown."""
    if report is None:
        return None
    if not expression.is_call:
        return _named(form, report, expression.name)
    if expression.name == "sum":
        return _sum(form, report, expression.parts)
    if expression.name == "prior":
        return _value(form, report.prior, expression.parts[0])
    return _compared(form, report, expression)


def _compared(form: Form, report: Report, expression: Expression) -> Number | None:
    """Return how a figure stands to a second one, or else to itself in last year's report."""
    first, *more = expression.parts
    now = _value(form, report, first)
    base = _value(form, report, more[0]) if more else _value(form, report.prior, first)
    if not is_number(now) or not is_number(base):
        return None
    if expression.name in ("diff", "rise"):
        return exact(Decimal(now) - base)
    if not base:
        return None
    top = Decimal(now) if expression.name == "share" else Decimal(now) - base
    return exact((top * 100 / base).quantize(_PLACES, ROUND_HALF_UP))


def _named(form: Form, report: Report, name: str) -> Value:
    if name in _NAMES:
        shift = {"year": 0, "last_year": -1, "next_year": 1}.get(name)
        return None if report.year is None or shift is None else report.year + shift
    if "*" in name:
        return _sum(form, report, (Expression(name),))
    return report.value(name) if name in form.cells else None


def _sum(form: Form, report: Report, parts: tuple[Expression, ...]) -> Value:
    values: list[Value] = []
    for part in parts:
        if part.is_call:
            values.append(_value(form, report, part))
        else:
            values += [report.value(cell) for cell in cells_matching(form, part.name)] or [None]
    numbers = [value for value in values if is_number(value)]
    if len(numbers) != len(values):
        return None
    return exact(sum((Decimal(number) for number in numbers), Decimal(0)))


def show_expression(form: Form, report: Report, text: str) -> Shown:
    """Return the text that a live figure prints, a placeholder and the reason where unknown."""
    try:
        expression = parse_expression(text)
    except ValueError as error:
        return Shown(UNKNOWN, f"“{text}”不是有效的引用：{error}")
    if expression.name == "unit" and not expression.is_call:
        name = report.unit.name
        return Shown(name) if name else Shown(UNKNOWN, "机关名称还没有填写")
    value = _value(form, report, expression)
    if is_number(value):
        return Shown(_worded(expression.name, value) if expression.is_call else show(value))
    if value is NOT_APPLICABLE and not expression.is_call:
        return Shown(show(value))
    return Shown(UNKNOWN, _reason(form, report, expression))


def _worded(call: str, value: Number) -> str:
    """Write the number of a call: percentages with their sign, rises and trends in words."""
    if call == "rise":
        return (
            "持平"
            if not value
            else f"{'增加' if value > 0 else '减少'}{show(Decimal(value).copy_abs())}"
        )
    if call == "trend":
        return (
            "持平"
            if not value
            else f"{'增长' if value > 0 else '下降'}{_short(Decimal(value).copy_abs())}%"
        )
    return f"{_short(value)}%" if call in ("growth", "share") else show(value)


def _short(value: Number) -> str:
    """Write a percentage without the zeros at its end."""
    return f"{Decimal(value):f}".rstrip("0").rstrip(".") if value % 1 else str(int(value))


def _reason(form: Form, report: Report, expression: Expression) -> str:
    cells = _cells(form, expression)
    if expression.name in _NAMES:
        return "报告年份还没有填写"
    if not cells:
        return f"表格中没有“{expression.name}”"
    blank = next((cell for cell in cells if not is_number(report.value(cell))), None)
    if blank is not None:
        return f"“{form.cells[blank].name}”还没有填写数字"
    return "没有载入上年报告，或者上年的数字为空或为 0"
