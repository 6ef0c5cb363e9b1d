"""What the list of live figures offers: official names, tokens, and the values they show."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gicapp.core.report import Report
from gicapp.core.text.claims import claims_in
from gicapp.core.text.figures import cells_of, evaluate, show_expression
from gicapp.core.text.narrative import pieces_of, rendered
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import RECEIVED, SUITS
from gicapp.core.text.scope import leaves_out
from gicapp.form.declaration import Cell, Form


@dataclass(frozen=True)
class Choice:
    """A live figure to offer: its Chinese name, its token (without ⟦⟧) and what it shows now."""

    name: str
    token: str
    value: str


@dataclass(frozen=True)
class Typed:
    """A number typed into a text, at its printed place, and the live figures it may stand for."""

    span: tuple[int, int]
    choices: tuple[Choice, ...]


# GB 2312 has its commoner letters in the order of their sound: where each initial begins.
_BEGINNINGS: Final = (
    (0xB0A1, "a"), (0xB0C5, "b"), (0xB2C1, "c"), (0xB4EE, "d"), (0xB6EA, "e"), (0xB7A2, "f"),
    (0xB8C1, "g"), (0xB9FE, "h"), (0xBBF7, "j"), (0xBFA6, "k"), (0xC0AC, "l"), (0xC2E8, "m"),
    (0xC4C3, "n"), (0xC5B6, "o"), (0xC5BE, "p"), (0xC6DA, "q"), (0xC8BB, "r"), (0xC8F6, "s"),
    (0xCBFA, "t"), (0xCDDA, "w"), (0xCEF4, "x"), (0xD1B9, "y"), (0xD4D1, "z"),
)  # fmt: skip
_LAST_BY_SOUND: Final = 0xD7F9
_SOUNDS_HERE: Final = {"长": "z", "重": "c"}  # 增长, 重复: letters with two sounds


def figure_choices(form: Form, report: Report) -> tuple[Choice, ...]:
    """Return the live figures that can be put in, the commonest first.

    The totals come first, then what last year's report adds, then every other cell.
    """
    return tuple(_all(form, report))


def matching(choices: Iterable[Choice], words: str) -> tuple[Choice, ...]:
    """Return the choices whose name fits what was typed, the closest first.

    A name fits when it has the words, or their letters in this order, or all of them in any;
    Latin letters are the initials of a name's sounds in order (xszj: 新收…总计).
    """
    wanted = words.lower()
    graded = [(_distance(choice.name, wanted), choice) for choice in choices]
    fitting = [pair for pair in graded if pair[0] is not None]
    return tuple(choice for _, choice in sorted(fitting, key=lambda pair: pair[0] or 0))


def _distance(name: str, wanted: str) -> int | None:
    """Return how far a name is from what was typed, None where it does not fit."""
    if wanted in name:
        return 0
    if wanted.isascii():
        sounds = initials(name)
        if wanted in sounds:
            return 1
        return 2 if leaves_out(wanted, sounds) else None
    if leaves_out(wanted, name):
        return 1
    return None if Counter(wanted) - Counter(name) else 2


@lru_cache(maxsize=1024)
def initials(text: str) -> str:
    """Return the first letter of each Chinese letter's sound; other letters are left out."""
    return "".join(filter(None, map(_initial, text)))


def _initial(letter: str) -> str:
    if letter in _SOUNDS_HERE:
        return _SOUNDS_HERE[letter]
    code = int.from_bytes(letter.encode("gb2312", "ignore"))
    if not _BEGINNINGS[0][0] <= code <= _LAST_BY_SOUND:
        return letter.lower() if letter.isascii() and letter.isalnum() else ""
    return _BEGINNINGS[bisect_right(_BEGINNINGS, (code, "~")) - 1][1]


def typed_figures(form: Form, report: Report, section: str) -> tuple[Typed, ...]:
    """Return the numbers typed into a section that speak of the tables, in order.

    Each comes with the live figures it may stand for, those that agree with it first.
    """
    text = rendered(report, section)
    live = [p.shown for p in pieces_of(report, report.text(section)) if p.token is not None]
    found = []
    for claim in claims_in(text, report.unit, report.year):
        span = plain(text).span(claim.quantity.start, claim.quantity.end)
        if claim.shared or any(first < span[1] and span[0] < last for first, last in live):
            continue
        meant = [token for token in (claim.meant, *claim.also, claim.doubtful) if token]
        meant.sort(key=lambda token: evaluate(form, report, token) != claim.quantity.value)
        choices = tuple(_choice(form, report, _meaning(form, token), token) for token in meant)
        found.append(Typed(span, choices))
    return tuple(sorted(found, key=lambda typed: typed.span))


def _meaning(form: Form, token: str) -> str:
    """Return the name of the figure that a token stands for."""
    named = {token: name for name, token in _groups(form)}
    cells = cells_of(form, token)
    if token in named:
        return named[token]
    return "与".join(_name(form, form.cells[cell]) for cell in cells[:2]) + "等" * (len(cells) > 2)


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
