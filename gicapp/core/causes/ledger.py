"""The form's sums as linear equations over a report's cells, and which of them fail."""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from statistics import fmean
from typing import TypeAlias

from gicapp.core.report import Report
from gicapp.form.declaration import Balance, Cell, Form, Total
from gicapp.form.values import Number, exact, is_number

Assignments: TypeAlias = tuple[tuple[str, Number], ...]  # cells and what they are to hold


@dataclass(frozen=True, slots=True)
class Equation:
    """`constant` plus the terms' values times their signs must be 0.

    `hard` equations are the form's own sums; the others are what was carried over from last
    year, which supports an explanation and is never broken by one.
    """

    rule: str
    terms: tuple[tuple[str, int], ...]
    constant: Number = 0
    hard: bool = True


@dataclass(frozen=True, slots=True)
class State:
    """Values put into cells so far, and by how much each failing equation is then off."""

    changed: Mapping[str, Number]
    failing: Mapping[int, Number]


@dataclass(frozen=True, slots=True)
class Evidence:
    """What speaks against a report's figures besides the sums.

    `said` is what the text says of single cells where it contradicts the table; `carried` are
    the cells that are not what last year's report carries over, `late` those that carry on more
    than was received this year.
    """

    said: Mapping[str, str] = field(default_factory=dict[str, str])
    carried: frozenset[str] = frozenset()
    late: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Ledger:
    """A report's numbers under the equations that can be assessed; blank ones are left out.

    A balance over a total that is not known is one over the total's parts instead.
    `through` maps a cell to the assessable equations that it stands in, with its sign;
    `totals` maps it to the totals that it is a part of. `shares` maps a table and a column to
    the column's share of the table's figures, totals left out; `typical` maps a table to the mean
    of its figures that are not 0, totals left out. `open` maps an equation that blanks
    leave open on one side to the sign in which alone it can be off.
    """

    form: Form
    report: Report
    values: Mapping[str, Number]
    equations: tuple[Equation, ...]
    through: Mapping[str, tuple[tuple[int, int], ...]]
    totals: Mapping[str, tuple[str, ...]]
    shares: Mapping[tuple[str, str], float]
    typical: Mapping[str, float]
    start: State
    evidence: Evidence
    open: Mapping[int, int]

    def value(self, state: State, cell: str) -> Number:
        """Return what a cell holds in a state; unknown cells count 0."""
        return state.changed.get(cell, self.values.get(cell, 0))

    def after(self, state: State, assignments: Assignments) -> State:
        """Return the state with the cells set."""
        failing, changed = dict(state.failing), dict(state.changed)
        for cell, value in assignments:
            delta = value - changed.get(cell, self.values.get(cell, 0))
            changed[cell] = value
            for index, sign in self.through.get(cell, ()):
                off = failing.get(index, 0) + sign * delta
                if off * self.open.get(index, off) > 0:
                    failing[index] = off
                else:
                    failing.pop(index, None)
        return State(changed, failing)

    def hard(self, state: State) -> list[int]:
        """Return the form's own sums that fail in a state."""
        return [index for index in state.failing if self.equations[index].hard]

    def allows(self, cell: str, value: Number) -> bool:
        """Tell whether a cell may hold a number: not negative, whole where it counts."""
        return value >= 0 and (value == int(value) or self.form.cells[cell].kind.places > 0)

    def cell(self, cell: str) -> Cell:
        """Return the form's cell."""
        return self.form.cells[cell]

    def last_year(self, cell: str) -> Number:
        """Return what a cell held in last year's report; 0 where none tells it."""
        value = self.report.prior.value(cell) if self.report.prior is not None else 0
        return value if is_number(value) else 0

    def booked(self, deltas: Mapping[str, Number]) -> dict[str, Number]:
        """Return changes of cells with those of every known total above, but what cancels."""
        summed: dict[str, Number] = {}
        for cell, delta in deltas.items():
            for one in (cell, *(up for up in self.above(cell) if up in self.values)):
                summed[one] = summed.get(one, 0) + delta
        return {cell: delta for cell, delta in summed.items() if delta}

    def above(self, cell: str) -> tuple[str, ...]:
        """Return the totals that a cell is counted in, directly or through other totals."""
        direct = self.totals.get(cell, ())
        return tuple(dict.fromkeys([*direct, *(up for one in direct for up in self.above(one))]))


def open_ledger(
    form: Form, report: Report, values: Mapping[str, Number], evidence: Evidence
) -> Ledger:
    """Return the ledger of a report whose known numbers are `values`."""
    equations = tuple(_over_parts(form, values, e) for e in equations_of(form, report))
    failing: dict[int, Number] = {}
    through = defaultdict[str, list[tuple[int, int]]](list)
    for index, equation in enumerate(equations):
        off = _assessed(equation, values)
        if off is None:
            continue
        if off:
            failing[index] = off
        for cell, sign in equation.terms:
            through[cell].append((index, sign))
    known = {cell: tuple(places) for cell, places in through.items()}
    return Ledger(
        form,
        report,
        values,
        equations,
        known,
        _totals_by_part(form),
        _shares(form, values),
        _typical(form, values),
        State({}, failing),
        evidence,
        {i: _open_sign(equations[i], values) for i in failing if _open_sign(equations[i], values)},
    )


def _shares(form: Form, values: Mapping[str, Number]) -> dict[tuple[str, str], float]:
    columns, tables = Counter[tuple[str, str]](), Counter[str]()
    for cell in form.cells.values():
        if not cell.derived:
            columns[cell.table, cell.column.id] += int(values.get(cell.id, 0))
            tables[cell.table] += int(values.get(cell.id, 0))
    return {(t, c): count / max(tables[t], 1) for (t, c), count in columns.items()}


def _typical(form: Form, values: Mapping[str, Number]) -> dict[str, float]:
    figures = defaultdict[str, list[float]](list)
    for cell in form.cells.values():
        if not cell.derived and values.get(cell.id, 0):
            figures[cell.table].append(float(values[cell.id]))
    return {table: fmean(those) for table, those in figures.items()}


def _totals_by_part(form: Form) -> dict[str, tuple[str, ...]]:
    totals = defaultdict[str, list[str]](list)
    for total in form.totals:
        for part in total.parts:
            totals[part].append(total.cell)
    return {part: tuple(cells) for part, cells in totals.items()}


def equations_of(form: Form, report: Report) -> Iterator[Equation]:
    """Yield the form's sums, then what last year's report carries over."""
    yield from (_total(total) for total in form.totals)
    yield from (_balance(balance) for balance in form.balances)
    if report.prior is None:
        return
    for carry in form.carries:
        before = report.prior.value(carry.origin)
        if is_number(before):
            rule = "prior.carried_total" if form.cells[carry.to].derived else "prior.carried_column"
            yield Equation(rule, ((carry.to, 1),), -before, hard=False)


def _total(total: Total) -> Equation:
    return Equation(total.rule, ((total.cell, 1), *((part, -1) for part in total.parts)))


def _balance(balance: Balance) -> Equation:
    left, right = [(cell, 1) for cell in balance.left], [(cell, -1) for cell in balance.right]
    return Equation(balance.rule, (*left, *right))


def _over_parts(form: Form, values: Mapping[str, Number], equation: Equation) -> Equation:
    """Return a balance over the parts of each total in it that is not known."""
    if not any(balance.rule == equation.rule for balance in form.balances):
        return equation
    terms: list[tuple[str, int]] = []
    for cell, sign in equation.terms:
        unknown = form.cells[cell].derived and cell not in values
        terms += [(part, sign) for part in _parts(form, cell)] if unknown else [(cell, sign)]
    return replace(equation, terms=tuple(terms))


def _parts(form: Form, cell: str) -> tuple[str, ...]:
    """Return the parts of a total that stand in its own column; itself where there are none."""
    column = form.cells[cell].column
    for total in form.totals:
        if total.cell == cell and all(form.cells[part].column is column for part in total.parts):
            return total.parts
    return (cell,)


def _assessed(equation: Equation, values: Mapping[str, Number]) -> Number | None:
    """Return by how much an equation is off; None when blanks leave it open."""
    blank = any(cell not in values for cell, _ in equation.terms)
    terms = ((sign, values[cell]) for cell, sign in equation.terms if cell in values)
    off = exact(equation.constant + sum((sign * value for sign, value in terms), 0))
    return off if not blank or off * _open_sign(equation, values) > 0 else None


def _open_sign(equation: Equation, values: Mapping[str, Number]) -> int:
    """Return the sign in which blanks leave an equation only to be off; 0 if it may be both."""
    signs = {sign for cell, sign in equation.terms if cell not in values}
    return signs.pop() if len(signs) == 1 else 0


def fills(form: Form, report: Report, values: Mapping[str, Number]) -> dict[str, Number]:
    """Return what blank cells must hold by the sums alone, where all sums agree on it.

    A sum with one blank tells it; a sum that is already reached leaves 0 for all its blanks.
    """
    return _filled(form, report, values, (_lone, _reached))


def zeros(form: Form, report: Report, values: Mapping[str, Number]) -> dict[str, Number]:
    """Return the blank cells that must be 0, because the sum that they stand in is reached."""
    return _filled(form, report, values, (_reached,))


_Teller: TypeAlias = Callable[[Number, list[tuple[str, int]]], dict[str, Number]]


def _lone(off: Number, blank: list[tuple[str, int]]) -> dict[str, Number]:
    return {cell: exact(-sign * off) for cell, sign in blank} if len(blank) == 1 else {}


def _reached(off: Number, blank: list[tuple[str, int]]) -> dict[str, Number]:
    one_side = len({sign for _, sign in blank}) == 1
    return dict.fromkeys([cell for cell, _ in blank], 0) if one_side and not off else {}


def _filled(
    form: Form, report: Report, values: Mapping[str, Number], tellers: tuple[_Teller, ...]
) -> dict[str, Number]:
    known, equations = dict(values), [e for e in equations_of(form, report) if e.hard]
    found: dict[str, Number] = {}
    doubtful: set[str] = set()
    while told := _told(equations, known, doubtful, tellers):
        for cell, offers in told.items():
            if len(offers) == 1 and min(offers) >= 0:
                found[cell] = known[cell] = offers.pop()
            else:
                doubtful.add(cell)
    return found


def _told(
    equations: Iterable[Equation],
    known: Mapping[str, Number],
    doubtful: set[str],
    tellers: tuple[_Teller, ...],
) -> dict[str, set[Number]]:
    told = defaultdict[str, set[Number]](set)
    for equation in equations:
        blank = [term for term in equation.terms if term[0] not in known]
        if not blank or any(cell in doubtful for cell, _ in blank):
            continue
        off = sum((sign * known[cell] for cell, sign in equation.terms if cell in known), 0)
        for teller in tellers:
            for cell, value in teller(off, blank).items():
                told[cell].add(value)
    return told
