"""The search for the fewest and likeliest slips that together explain every failing sum."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeAlias

from gicapp.core.causes.bookings import booked_steps, refiled_steps
from gicapp.core.causes.ledger import Assignments, Ledger, State
from gicapp.core.causes.lines import line_steps
from gicapp.core.causes.single import pair_steps, single_steps
from gicapp.core.causes.step import Kind, Step
from gicapp.form.values import exact, show

_WIDTH: Final = 6  # steps followed at each turn
_DEEPEST: Final = 3  # slips at once
_PLAIN: Final = (0.0, 2.2, 2.6, 9.0)  # cost up to which so many slips are not looked beyond
_NEVER: Final = 99.0
_LEFT: Final = 0.75  # what a sum that stays uneven costs
_FEW: Final = 12  # failing sums up to which combinations are tried
_MOVES: Final = frozenset({Kind.MOVED, Kind.SHIFTED, Kind.EXCHANGED})
_CARRIED: Final = 0.5  # what it takes off the cost that a carry-over comes right besides
_SAID: Final = 0.3  # the same of a figure of the text, and of a bound
_MOST: Final = 1.0  # what all of them take off at most

_Generator: TypeAlias = Callable[[Ledger, State, int], Iterable[Step]]


@dataclass(frozen=True, slots=True)
class Explanation:
    """Slips that together clear failing sums; `left` counts those that stay.

    `supported` is how much likelier it is for what else it sets right: carry-overs from last
    year, figures of the text, a bound.
    """

    steps: tuple[Step, ...]
    left: int
    supported: float = 0.0

    @property
    def cost(self) -> float:
        """Return how hard the explanation is to believe."""
        return sum(step.cost for step in self.steps) - self.supported

    @property
    def weight(self) -> float:
        """Return the cost with that of the sums that stay uneven."""
        return round(self.cost + _LEFT * self.left, 6)

    @property
    def sets(self) -> Assignments:
        """Return the cells to set, the last word on each."""
        return tuple({cell: (cell, value) for s in self.steps for cell, value in s.sets}.values())


def explain(ledger: Ledger, state: State) -> list[Explanation]:
    """Return explanations of a state's failing sums, likeliest first."""
    simple, every = (_simple,), (_simple, _compound)
    whole: list[Explanation] = []
    deepest = _DEEPEST if len(ledger.hard(state)) <= _FEW else 1
    for depth in range(1, deepest + 1):
        for generators in (every,) if depth == 1 else (simple, every):
            found = _search(ledger, state, generators, depth, ())
            whole += [explanation for explanation in found if not explanation.left]
            if min((one.cost for one in whole), default=_NEVER) <= _PLAIN[depth]:
                return _ranked(ledger, state, whole)
    partial = [] if whole else [*_partial(ledger, state), *_peeled(ledger, state)]
    return _ranked(ledger, state, [*whole, *partial])


def _simple(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    yield from single_steps(ledger, state, pivot)
    yield from line_steps(ledger, state)


def _compound(ledger: Ledger, state: State, pivot: int) -> Iterator[Step]:
    yield from pair_steps(ledger, state, pivot)
    yield from refiled_steps(ledger, state, pivot)
    yield from booked_steps(ledger, state, pivot)


def _search(
    ledger: Ledger,
    state: State,
    generators: tuple[_Generator, ...],
    depth: int,
    taken: tuple[Step, ...],
) -> Iterator[Explanation]:
    """Yield what explains everything in at most `depth` further steps."""
    failing = ledger.hard(state)
    if not failing:
        yield Explanation(taken, 0)
        return
    if not depth:
        return
    used = {cell for step in taken for cell in step.cells}
    steps = [s for s in _steps(ledger, state, generators, failing) if not used & s.cells]
    for step in steps if depth == 1 else steps[:_WIDTH]:
        after = ledger.after(state, step.sets)
        if len(ledger.hard(after)) < len(failing):
            yield from _search(ledger, after, generators, depth - 1, (*taken, step))


def _steps(
    ledger: Ledger, state: State, generators: tuple[_Generator, ...], failing: list[int]
) -> list[Step]:
    """Return the steps through one failing sum, likeliest for what they clear first."""
    pivot = min(failing, key=lambda index: (len(ledger.equations[index].terms), index))
    best: dict[Assignments, Step] = {}
    for generator in generators:
        for step in generator(ledger, state, pivot):
            key = tuple(sorted(step.sets))
            if key not in best or step.cost < best[key].cost:
                best[key] = step
        if any(step.cost < 2 and _clears_all(ledger, state, step) for step in best.values()):
            break
    cleared = {
        s.sets: len(failing) - len(ledger.hard(ledger.after(state, s.sets))) for s in best.values()
    }
    return sorted(best.values(), key=lambda s: s.cost - cleared[s.sets])


def _clears_all(ledger: Ledger, state: State, step: Step) -> bool:
    return len(step.sets) == 1 and not ledger.hard(ledger.after(state, step.sets))


def _partial(ledger: Ledger, state: State) -> list[Explanation]:
    """Return the single steps that clear the most where nothing clears everything."""
    failing = ledger.hard(state)
    found = []
    for pivot in failing:
        for step in (*_simple(ledger, state, pivot), *_compound(ledger, state, pivot)):
            left = len(ledger.hard(ledger.after(state, step.sets)))
            if left < len(failing):
                found.append(Explanation((step,), left))
    return found


def _peeled(ledger: Ledger, state: State) -> Iterator[Explanation]:
    """Yield what is left to explain when the plainest slip is set right again and again."""
    taken: list[Step] = []
    while step := _plainest(ledger, state, {cell for s in taken for cell in s.cells}):
        taken.append(step)
        state = ledger.after(state, step.sets)
    if len(taken) > 1:
        yield Explanation(tuple(taken), len(ledger.hard(state)))


def _plainest(ledger: Ledger, state: State, used: set[str]) -> Step | None:
    """Return the step that clears most for its cost, two sums at least, and no used cell."""
    failing = ledger.hard(state)
    best: tuple[float, float, Assignments, Step] | None = None
    for pivot in failing:
        for step in _simple(ledger, state, pivot):
            left = len(ledger.hard(ledger.after(state, step.sets)))
            rank = ((left - len(failing)) / step.cost, step.cost, step.sets, step)
            if left <= len(failing) - 2 and not used & step.cells and (not best or rank < best):
                best = rank
    return best[3] if best else None


def _ranked(ledger: Ledger, start: State, found: list[Explanation]) -> list[Explanation]:
    """Return the explanations, each once, those that last year's report supports preferred."""
    weighed = [replace(one, supported=support(ledger, start, one.sets)) for one in found]
    unique: dict[frozenset[tuple[str, object]], Explanation] = {}
    place = {cell: number for number, cell in enumerate(ledger.form.cells)}
    for explanation in sorted(weighed, key=lambda e: (e.weight, [place[c] for c, _ in e.sets])):
        unique.setdefault(frozenset(explanation.sets), explanation)
    return _smallest_move_first(list(unique.values()))


def _smallest_move_first(ranked: list[Explanation]) -> list[Explanation]:
    """Put the likeliest move of the fewest cells first; the others stay as they are ranked."""
    moves = [one for one in ranked if len(one.steps) == 1 and one.steps[0].kind in _MOVES]
    if not moves or moves[0] is not ranked[0] or moves[0].steps[0].kind is not Kind.MOVED:
        return ranked
    first = min(moves, key=lambda one: len(one.sets))
    return [first, *(one for one in ranked if one is not first)]


def support(ledger: Ledger, start: State, sets: Assignments) -> float:
    """Return what it takes off a cost that carry-overs, figures of the text, bounds come right.

    Whatever leaves them needs a further slip to explain them.
    """
    after = ledger.after(start, sets)
    soft = [i for i in start.failing if not ledger.equations[i].hard and i not in after.failing]
    said = ledger.evidence.said
    right = [c for c, value in sets if said.get(c) == show(exact(value))]
    bounds = [cell for cell in ledger.evidence.late if _in_time(ledger, after, cell)]
    return min(_CARRIED * len(soft) + _SAID * (len(right) + len(bounds)), _MOST)


def _in_time(ledger: Ledger, state: State, cell: str) -> bool:
    """Tell whether a cell carries on no more than was received this year."""
    carried = {carry.to for carry in ledger.form.carries}
    balance = next(balance for balance in ledger.form.balances if cell in balance.right)
    received = (ledger.value(state, c) for c in balance.left if c not in carried)
    return ledger.value(state, cell) <= sum(received, 0)
