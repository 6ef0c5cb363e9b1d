"""Random reports that balance, and slips planted in them as real reports show them."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from random import Random
from types import MappingProxyType

from gicapp.core.causes import Cause
from gicapp.core.change import SetValue
from gicapp.core.report import Report
from gicapp.core.sums import expected_totals
from gicapp.form.loader import load_form
from gicapp.form.values import BLANK, Value, is_number

FORM = load_form()
_COLUMNS = ("natural", "commercial", "research", "nonprofit", "legal_service", "other_org")
_SHARES = (76, 14, 1, 2, 4, 3)
_RESULTS = {
    "granted": 32,
    "partial": 8,
    "refused.state_secret": 1,
    "refused.law_forbids": 2,
    "refused.third_party": 3,
    "refused.internal_affairs": 2,
    "refused.process_info": 3,
    "refused.enforcement_files": 3,
    "refused.admin_queries": 3,
    "unavailable.not_held": 24,
    "unavailable.must_be_created": 4,
    "unavailable.still_unclear": 1,
    "not_processed.petition": 5,
    "not_processed.repeated": 2,
    "other.not_corrected": 3,
    "other.other": 5,
}
_RESULT_ROWS = tuple(
    row.id
    for row in FORM.table("requests").rows
    if row.id not in ("new", "carried_in", "handled", "carried_out")
)


@dataclass(frozen=True)
class Plant:
    """A slip: the cells that it spoilt, with what they hold now."""

    kind: str
    spoilt: dict[str, Value]


def spoiled(report: Report, plant: Plant) -> Report:
    """Return the report with the slip in it."""
    values = {**report.values, **plant.spoilt}
    told = {cell: value for cell, value in values.items() if value is not BLANK}
    return replace(report, values=MappingProxyType(told))


def located(truth: Report, plant: Plant, causes: Sequence[Cause]) -> bool:
    """Tell whether one of the causes sets right every cell that a slip spoilt."""
    told = {cell: truth.value(cell) for cell in plant.spoilt}
    changes = [{c.cell: c.value for c in s.changes if isinstance(c, SetValue)} for s in causes]
    return any(told.items() <= change.items() for change in changes)


def random_report(random: Random) -> Report:
    """Return a balanced report of a small office or a great city, half of them with last year's."""
    size = random.choice((0, 4, 12, 30, 90, 400, 3000))
    before = random.choice((0, 0, 1, size // 15))
    parts: dict[str, Value] = {c.id: 0 for c in FORM.cells.values() if not c.derived}
    carried: dict[str, Value] = {f"requests.carried_out.{column}": 0 for column in _COLUMNS}
    for number in range(size + before):
        column = random.choices(_COLUMNS, _SHARES)[0]
        _add(parts, f"requests.{'new' if number < size else 'carried_in'}.{column}")
        if number >= size:
            _add(carried, f"requests.carried_out.{column}")
        late = number < size and random.random() < 0.05
        row = random.choices(list(_RESULTS), list(_RESULTS.values()))[0]
        _add(parts, f"requests.{'carried_out' if late else row}.{column}")
    for cell in FORM.table("disputes").cells:
        if not cell.derived and random.random() < 0.3:
            parts[cell.id] = random.randrange(1, 3 + size // 20)
    values = MappingProxyType(parts | expected_totals(FORM, parts))
    prior = _last_year(random, carried) if random.random() < 0.5 else None
    return Report(year=2023, values=values, prior=prior)


def _add(parts: dict[str, Value], cell: str) -> None:
    now = parts[cell]
    assert is_number(now)
    parts[cell] = now + 1


def _last_year(random: Random, carried: dict[str, Value]) -> Report:
    """Return a report that carries over what this year takes on, all handled otherwise."""
    parts: dict[str, Value] = {c.id: 0 for c in FORM.cells.values() if not c.derived}
    parts |= carried
    for column, most in zip(_COLUMNS, (9, 3, 1, 1, 1, 1), strict=True):
        count, waiting = random.randrange(most + 1), parts[f"requests.carried_out.{column}"]
        assert is_number(waiting)
        parts[f"requests.new.{column}"] = waiting + count
        parts[f"requests.granted.{column}"] = count
    return Report(year=2022, values=MappingProxyType(parts | expected_totals(FORM, parts)))


def _number(report: Report, cell: str) -> int:
    value = report.value(cell)
    assert isinstance(value, int)
    return value


def _summed() -> list[str]:
    """Return the cells that stand in a sum."""
    return [cell.id for cell in FORM.cells.values() if cell.table != "disclosure"]


def _typed(
    random: Random, report: Report, retype: Callable[[Random, str], str], cells: list[str]
) -> dict[str, Value] | None:
    cell = random.choice(cells) if cells else None
    if cell is None:
        return None
    typed = int(retype(random, str(report.value(cell))) or "0")
    return {cell: typed} if typed != report.value(cell) else None


def _wrong_digit(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + random.choice("0123456789") + text[place + 1 :]


def _swapped(random: Random, text: str) -> str:
    if len(text) < 2:
        return text
    place = random.randrange(len(text) - 1)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]


def _doubled(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place] + text[place:]


def _lost(random: Random, text: str) -> str:
    place = random.randrange(len(text))
    return text[:place] + text[place + 1 :]


def _scaled(random: Random, text: str) -> str:
    return text + "0" * random.choice((1, 2))


_RETYPINGS = {
    "digit": _wrong_digit,
    "swapped": _swapped,
    "doubled": _doubled,
    "lost": _lost,
    "scaled": _scaled,
}


def _one_cell(random: Random, report: Report, kind: str) -> dict[str, Value] | None:
    cells = [c for c in _summed() if FORM.cells[c].table == "requests" and report.value(c)]
    return _typed(random, report, _RETYPINGS[kind], cells)


def _total(random: Random, report: Report) -> dict[str, Value] | None:
    cells = [c for c in _summed() if FORM.cells[c].derived]
    cell = random.choice(cells)
    return {cell: max(0, _number(report, cell) + random.choice((-2, -1, 1, 3, 10)))}


def _dispute(random: Random, report: Report) -> dict[str, Value] | None:
    cells = [c for c in _summed() if FORM.cells[c].table == "disputes" and report.value(c)]
    return _typed(random, report, random.choice(list(_RETYPINGS.values())), cells)


def _blank(random: Random, report: Report) -> dict[str, Value] | None:
    del report
    return {random.choice([c for c in _summed() if c.startswith("requests")]): BLANK}


def _neighbour(random: Random, report: Report, *, along_row: bool) -> dict[str, Value] | None:
    """A figure one column or one row off, its totals right."""
    rows = ["new", "carried_in", *_RESULT_ROWS]
    places = [(r, c) for r in rows for c in _COLUMNS if report.value(f"requests.{r}.{c}")]
    if not places:
        return None
    row, column = random.choice(places)
    if along_row:
        others = [f"requests.{row}.{_next(random, _COLUMNS, column)}"]
    else:
        lines = ("new", "carried_in") if row in ("new", "carried_in") else _RESULT_ROWS
        others = [f"requests.{_next(random, lines, row)}.{column}"]
    cell = f"requests.{row}.{column}"
    if report.value(others[0]) != 0:
        return None
    return {cell: 0, others[0]: report.value(cell)}


def _next(random: Random, line: tuple[str, ...], one: str) -> str:
    place = line.index(one)
    return line[max(0, min(len(line) - 1, place + random.choice((-1, 1))))]


def _exchanged(random: Random, report: Report) -> dict[str, Value] | None:
    row = random.choice((*_RESULT_ROWS, "new"))
    cells = [f"requests.{row}.{column}" for column in random.sample(_COLUMNS, 2)]
    values = [report.value(cell) for cell in cells]
    if values[0] == values[1] or 0 in values:
        return None
    return dict(zip(cells, reversed(values), strict=True))


def _misfiled(
    random: Random, report: Report, rows: tuple[str, ...], *, follow: bool
) -> dict[str, Value] | None:
    """One application in a wrong column, picked as any application is; `follow`: handled too."""
    cells = [(r, c) for r in rows for c in _COLUMNS]
    weights = [_number(report, f"requests.{r}.{c}") for r, c in cells]
    if not any(weights):
        return None
    row, column = random.choices(cells, weights)[0]
    other = random.choice([c for c in _COLUMNS if c != column])
    lines = [row, "handled"] if follow and row in _RESULT_ROWS else [row]
    return {
        f"requests.{line}.{c}": _number(report, f"requests.{line}.{c}") + d
        for line in lines
        for c, d in ((column, -1), (other, 1))
    }


def _misfiled_anywhere(random: Random, report: Report) -> dict[str, Value] | None:
    rows = ("new",) if random.random() < 0.5 else _RESULT_ROWS
    return _misfiled(random, report, rows, follow=True)


def _line(report: Report, cells: list[str], value: Value) -> dict[str, Value] | None:
    told = [cell for cell in cells if report.value(cell)]
    return dict.fromkeys(cells, value) if len(told) > 1 else None


def _total_column(report: Report, value: Value) -> dict[str, Value] | None:
    return _line(report, [f"requests.{r.id}.total" for r in FORM.table("requests").rows], value)


def _row(report: Report, row: str, value: Value) -> dict[str, Value] | None:
    return _line(report, [f"requests.{row}.{c}" for c in (*_COLUMNS, "total")], value)


def _all_natural(report: Report) -> dict[str, Value] | None:
    spoilt: dict[str, Value] = {f"requests.handled.{c}": 0 for c in _COLUMNS[1:]}
    if not any(report.value(cell) for cell in spoilt):
        return None
    return {**spoilt, "requests.handled.natural": report.value("requests.handled.total")}


def _leftover(random: Random, report: Report) -> dict[str, Value] | None:
    """Last year's row among this year's, or any row where all else is 0."""
    if report.prior is not None:
        row = random.choice(("new", "carried_out", "granted"))
        cells = [f"requests.{row}.{c}" for c in (*_COLUMNS, "total")]
        spoilt = {cell: report.prior.value(cell) for cell in cells}
        differ = any(report.value(cell) != value for cell, value in spoilt.items())
        return spoilt if differ and sum(map(bool, spoilt.values())) > 1 else None
    if report.value("requests.new.total") or report.value("requests.carried_in.total"):
        return None
    row, column = random.choice(("new", "granted", "handled")), random.choice(_COLUMNS)
    return {f"requests.{row}.{column}": 3, f"requests.{row}.total": 3}


def _twice(random: Random, report: Report) -> dict[str, Value] | None:
    """An application handled and carried over as well."""
    columns = [c for c in _COLUMNS if report.value(f"requests.handled.{c}")]
    if not columns:
        return None
    cells = [f"requests.carried_out.{c}" for c in (random.choice(columns), "total")]
    return {cell: _number(report, cell) + 1 for cell in cells}


def _missing_row(random: Random, report: Report) -> dict[str, Value] | None:
    return _row(report, random.choice(("new", "granted", "carried_out", "handled")), BLANK)


def _dispute_total(random: Random, report: Report) -> dict[str, Value] | None:
    totals = [total.cell for total in FORM.totals if total.rule == "disputes.total"]
    told = [cell for cell in totals if report.value(cell)]
    return {random.choice(told): 0} if told else None


def _zero_row(random: Random, report: Report) -> dict[str, Value] | None:
    return _row(report, random.choice(("new", "granted", "carried_out")), 0)


def _two(random: Random, report: Report) -> dict[str, Value] | None:
    """Two numbers typed wrong, in cells that share no row and no column."""
    one, other = (_one_cell(random, report, random.choice(list(_RETYPINGS))) for _ in range(2))
    if not one or not other:
        return None
    cells = [FORM.cells[next(iter(spoilt))] for spoilt in (one, other)]
    apart = cells[0].row is not cells[1].row and cells[0].column is not cells[1].column
    return {**one, **other} if apart else None


PLANTERS: dict[str, Callable[[Random, Report], dict[str, Value] | None]] = {
    **{kind: partial(_one_cell, kind=kind) for kind in _RETYPINGS},
    "total": _total,
    "dispute": _dispute,
    "blank": _blank,
    "column off": lambda random, report: _neighbour(random, report, along_row=True),
    "row off": lambda random, report: _neighbour(random, report, along_row=False),
    "exchanged": _exchanged,
    "misfiled new": lambda random, report: _misfiled(random, report, ("new",), follow=True),
    "misfiled result": lambda random, report: _misfiled(random, report, _RESULT_ROWS, follow=True),
    "misfiled in row": lambda random, report: _misfiled(random, report, _RESULT_ROWS, follow=False),
    "misfiled anywhere": _misfiled_anywhere,
    "total column 0": lambda _, report: _total_column(report, 0),
    "total column blank": lambda _, report: _total_column(report, BLANK),
    "handled row 0": lambda _, report: _row(report, "handled", 0),
    "all under natural": lambda _, report: _all_natural(report),
    "leftover row": _leftover,
    "booked twice": _twice,
    "row blank": _missing_row,
    "row 0": _zero_row,
    "disputes total 0": _dispute_total,
    "two slips": _two,
}


def plants(seed: str, kind: str, count: int) -> Iterator[tuple[Report, Plant]]:
    """Yield `count` balanced reports, each with one slip of a kind, the same for one seed."""
    random = Random(f"{kind} {seed}")  # chance, no secret
    found = 0
    while found < count:
        report = random_report(random)
        spoilt = PLANTERS[kind](random, report)
        changed = spoilt and {c: v for c, v in spoilt.items() if v != report.value(c)}
        if changed:
            found += 1
            yield report, Plant(kind, changed)
