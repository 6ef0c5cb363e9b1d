"""Every slip that the requirements and real reports name, planted in the reports of offices."""

from collections.abc import Callable, Iterator
from decimal import Decimal
from itertools import pairwise
from random import Random
from typing import TypeAlias

from gicapp.core.report import Report
from gicapp.form.values import BLANK, Value
from tests.offices import COLUMNS, FORM, RESULTS, office_report
from tests.planting import Plant

Spoilt: TypeAlias = dict[str, Value]
Slip: TypeAlias = Callable[[Random, Report], Spoilt | None]

_ALL = (*COLUMNS, "total")
_BLOCKS = ("review", "direct_suit", "suit_after_review")
_TOTALS = tuple(total.cell for total in FORM.totals)


def _count(report: Report, cell: str) -> int:
    value = report.value(cell)
    assert isinstance(value, int)
    return value


def _at(row: str, column: str) -> str:
    return f"requests.{row}.{column}"


def _figures(report: Report, least: int = 1) -> list[str]:
    """Return the cells of tables three and four that hold at least so many."""
    cells = [cell.id for cell in FORM.cells.values() if cell.table != "disclosure"]
    return [cell for cell in cells if _count(report, cell) >= least]


def _retyped(retype: Callable[[Random, str], str], least: int = 1) -> Slip:
    """Return the slip that types one figure wrong."""

    def slip(random: Random, report: Report) -> Spoilt | None:
        cells = _figures(report, least)
        if not cells:
            return None
        cell = random.choice(cells)
        return {cell: int(retype(random, str(report.value(cell))))}

    return slip


def _digit(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice("123456789") + text[place + 1 :]


def _swap(random: Random, text: str) -> str:
    place = random.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _double(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[: place + 1] + text[place:]


def _lose(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place + 1 :]


def _enlarge(random: Random, text: str) -> str:
    return text + random.choice(("0", "00"))


def _decimal(random: Random, report: Report) -> Spoilt | None:
    """A decimal point typed into a count."""
    cells = _figures(report, 10)
    if not cells:
        return None
    cell = random.choice(cells)
    return {cell: Decimal(_count(report, cell)) / 10}


def _stray(random: Random, report: Report) -> Spoilt | None:
    """A figure typed into a cell that holds none."""
    cells = [cell for cell in _parts() if not _count(report, cell)]
    return {random.choice(cells): random.randint(1, 9)}


def _parts() -> list[str]:
    return [c.id for c in FORM.table("requests").cells if not c.derived]


def _wrong_total(random: Random, report: Report) -> Spoilt | None:
    cell = random.choice([cell for cell in _TOTALS if _count(report, cell)] or [_TOTALS[0]])
    return {cell: max(0, _count(report, cell) + random.choice((-1, 1, -2, 2, 10, -10)))}


def _part_missed(random: Random, report: Report) -> Spoilt | None:
    """A total that misses one of its parts."""
    told = [t for t in FORM.totals if sum(bool(_count(report, part)) for part in t.parts) > 1]
    if not told:
        return None
    total = random.choice(told)
    part = random.choice([part for part in total.parts if _count(report, part)])
    return {total.cell: _count(report, total.cell) - _count(report, part)}


def _blank_cell(random: Random, report: Report) -> Spoilt | None:
    return {random.choice(_figures(report) or _parts()): BLANK}


def _moved(
    report: Report, row: str, columns: tuple[str, str], amount: int, *, follow: bool
) -> Spoilt:
    """Return a row's figure moved between columns, `follow`: in the row （七）总计 too."""
    rows = [row, "handled"] if follow and row in RESULTS else [row]
    spoilt: Spoilt = {}
    for line in rows:
        for column, delta in zip(columns, (-amount, amount), strict=True):
            spoilt[_at(line, column)] = _count(report, _at(line, column)) + delta
    return spoilt


def _column_off(*, follow: bool) -> Slip:
    """Return the slip that puts a figure into the empty cell beside it."""

    def slip(random: Random, report: Report) -> Spoilt | None:
        rows = (*RESULTS, "new", "carried_in", "carried_out")
        pairs = [*pairwise(COLUMNS)]
        places = [
            (row, pair)
            for row in rows
            for pair in (*pairs, *((b, a) for a, b in pairs))
            if report.value(_at(row, pair[0])) and not report.value(_at(row, pair[1]))
        ]
        if not places:
            return None
        row, pair = random.choice(places)
        return _moved(report, row, pair, _count(report, _at(row, pair[0])), follow=follow)

    return slip


def _row_off(random: Random, report: Report) -> Spoilt | None:
    """A figure in the empty cell above or below, the row totals right."""
    lines = [("new", "carried_in"), *pairwise(RESULTS)]
    lines += [(RESULTS[-1], "carried_out")]
    places = [
        (_at(one, column), _at(other, column))
        for column in COLUMNS
        for pair in lines
        for one, other in (pair, pair[::-1])
        if report.value(_at(one, column)) and not report.value(_at(other, column))
    ]
    if not places:
        return None
    source, target = random.choice(places)
    return {source: 0, target: report.value(source)}


def _misfiled(rows: tuple[str, ...], *, follow: bool, evenly: bool = False) -> Slip:
    """Return the slip that books an application in a wrong column.

    It is any of the applications, or, `evenly`, one of any cell.
    """

    def slip(random: Random, report: Report) -> Spoilt | None:
        cells = [(row, column) for row in rows for column in COLUMNS]
        counts = [_count(report, _at(*cell)) for cell in cells]
        weights = [min(count, 1) for count in counts] if evenly else counts
        if not any(weights):
            return None
        row, column = random.choices(cells, weights)[0]
        other = random.choice([c for c in COLUMNS if c != column])
        return _moved(report, row, (column, other), 1, follow=follow)

    return slip


def _misfiled_at_all(*, evenly: bool) -> Slip:
    """Return the slip of any application: at its receipt or in its result."""
    kinds = [_misfiled(("new",), follow=True, evenly=evenly)]
    kinds += [_misfiled(RESULTS, follow=follow, evenly=evenly) for follow in (True, False)]
    return lambda random, report: random.choice(kinds)(random, report)


def _wrong_row(random: Random, report: Report) -> Spoilt | None:
    """A result booked under another row in one column only; the row totals stay."""
    cells = [(row, column) for row in RESULTS for column in COLUMNS]
    weights = [_count(report, _at(*cell)) for cell in cells]
    if not any(weights):
        return None
    row, column = random.choices(cells, weights)[0]
    target = _at(random.choice([other for other in RESULTS if other != row]), column)
    source = _at(row, column)
    return {source: _count(report, source) - 1, target: _count(report, target) + 1}


def _line(cells: list[str], value: Value) -> Slip:
    def slip(_: Random, report: Report) -> Spoilt | None:
        return dict.fromkeys(cells, value) if any(map(report.value, cells)) else None

    return slip


def _cells_of(row: str) -> list[str]:
    return [_at(row, column) for column in _ALL]


def _any_row(value: Value) -> Slip:
    """Return the slip that leaves out a row in which something stands."""

    def slip(random: Random, report: Report) -> Spoilt | None:
        rows = [r for r in ("new", "carried_out", *RESULTS) if report.value(_at(r, "total"))]
        return dict.fromkeys(_cells_of(random.choice(rows)), value) if rows else None

    return slip


def _all_natural(_: Random, report: Report) -> Spoilt | None:
    cells = [_at("handled", column) for column in COLUMNS]
    if not any(map(report.value, cells[1:])):
        return None
    return {**dict.fromkeys(cells, 0), cells[0]: report.value(_at("handled", "total"))}


def _left_over(random: Random, report: Report) -> Spoilt | None:
    """A row of last year's figures, or of some year's, in a table that is else all 0."""
    if report.value(_at("handled", "total")) or report.value(_at("carried_out", "total")):
        return None
    row = random.choice(("new", "handled", "granted"))
    if report.prior is not None and report.prior.value(_at(row, "total")):
        return {cell: report.prior.value(cell) for cell in _cells_of(row)}
    count = random.randint(1, 30)
    return {_at(row, random.choice(COLUMNS)): count, _at(row, "total"): count}


def _twice(*, total: bool) -> Slip:
    """Return the slip that carries over an application that was handled."""

    def slip(random: Random, report: Report) -> Spoilt | None:
        columns = [column for column in COLUMNS if report.value(_at("handled", column))]
        if not columns:
            return None
        cells = [_at("carried_out", random.choice(columns))]
        cells += [_at("carried_out", "total")] if total else []
        return {cell: _count(report, cell) + 1 for cell in cells}

    return slip


def _too_low(value: Value) -> Slip:
    """Return the slip that enters what was received one row too low."""

    def slip(_: Random, report: Report) -> Spoilt | None:
        if not report.value(_at("new", "total")):
            return None
        spoilt: Spoilt = dict.fromkeys(_cells_of("new"), value)
        return spoilt | {_at("carried_in", c): report.value(_at("new", c)) for c in _ALL}

    return slip


def _dispute_totals(value: Value) -> Slip:
    return _line([f"disputes.{block}.total" for block in _BLOCKS], value)


_COLUMN_OF_TOTALS = [_at(row.id, "total") for row in FORM.table("requests").rows]

SLIPS: dict[str, Slip] = {
    "digit": _retyped(_digit),
    "swapped": _retyped(_swap, 10),
    "doubled": _retyped(_double),
    "lost": _retyped(_lose, 10),
    "enlarged": _retyped(_enlarge),
    "decimal": _decimal,
    "stray figure": _stray,
    "total": _wrong_total,
    "total misses part": _part_missed,
    "blank": _blank_cell,
    "row blank": _any_row(BLANK),
    "row 0": _any_row(0),
    "column off": _column_off(follow=False),
    "column off, summed": _column_off(follow=True),
    "row off": _row_off,
    "wrong row": _wrong_row,
    "misfiled new": _misfiled(("new",), follow=True),
    "misfiled carried in": _misfiled(("carried_in",), follow=True),
    "misfiled carried out": _misfiled(("carried_out",), follow=True),
    "misfiled result": _misfiled(RESULTS, follow=True),
    "misfiled in row": _misfiled(RESULTS, follow=False),
    "misfiled": _misfiled_at_all(evenly=False),
    "misfiled result, even": _misfiled(RESULTS, follow=True, evenly=True),
    "misfiled in row, even": _misfiled(RESULTS, follow=False, evenly=True),
    "misfiled, even": _misfiled_at_all(evenly=True),
    "handled row 0": _line(_cells_of("handled"), 0),
    "handled row blank": _line(_cells_of("handled"), BLANK),
    "total column 0": _line(_COLUMN_OF_TOTALS, 0),
    "total column blank": _line(_COLUMN_OF_TOTALS, BLANK),
    "disputes totals 0": _dispute_totals(0),
    "disputes totals blank": _dispute_totals(BLANK),
    "all under natural": _all_natural,
    "left over": _left_over,
    "booked twice": _twice(total=True),
    "booked twice, part": _twice(total=False),
    "row too low, 0": _too_low(0),
    "row too low, blank": _too_low(BLANK),
}


def slips(
    seed: str, kind: str, count: int, draw: Callable[[Random], Report] = office_report
) -> Iterator[tuple[Report, Plant]]:
    """Yield the balanced reports of `count` offices, each with one slip of a kind."""
    random = Random(f"{kind} office {seed}")  # chance, no secret
    for _ in range(200 * count):
        report = draw(random)
        changed = _changed(report, SLIPS[kind](random, report))
        if changed:
            count -= 1
            yield report, Plant(kind, changed)
        if not count:
            return


def two_slips(seed: str, one: str, other: str, count: int) -> Iterator[tuple[Report, Plant, Plant]]:
    """Yield reports of offices with a slip of each of two kinds, in different cells."""
    random = Random(f"{one} {other} office {seed}")  # chance, no secret
    for _ in range(200 * count):
        report = office_report(random)
        first, second = (_changed(report, SLIPS[k](random, report)) for k in (one, other))
        if first and second and first.keys().isdisjoint(second):
            count -= 1
            yield report, Plant(one, first), Plant(other, second)
        if not count:
            return


def _changed(report: Report, spoilt: Spoilt | None) -> Spoilt:
    return {c: value for c, value in (spoilt or {}).items() if value != report.value(c)}
