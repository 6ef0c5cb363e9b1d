"""How often the first cause is the true one, on balanced reports with planted slips.

Run as `python -m benchmarks.causes [reports of each kind [kinds, parted by ";"]]`. Two hands
draw the reports and plant the slips (`tests.planting`, `tests.slips`), so that what holds for
one only shows. `unique`: no other change of one or two cells (and of no more than the slip
itself), and no other row with the figures of a spoilt row, clears every failing sum. Last, two
slips of any kinds at once.

Of the first hand's last years only what was carried over fits this year's report: receipts and
results are drawn by themselves, all of them 予以公开. Two in five of the second's have one, of the
same office with the very same habits. So misfiled applications are measured once more in reports
that all stand beside a year with habits drawn around this one's, without a text (`two_years`)
and with one that tells who applied (`two_years_told`). How alike two years are there is supposed,
not counted in real reports.

An application misfiled within the results has a ceiling: without last year's report, by the way
these are drawn, a row is as likely to be the true one as it has figures in the column that holds
too many, and the three likeliest rows are the true one in 91 (`tests.planting`) and 94
(`tests.slips`) of 100; one place less where a wrong column of what was received explains it as
well (81 and 89 of 100). Who knew the habits of the second hand's offices would name the true row
among the three in 97 of 100, and in 94 with one place less; last year's figures bring about a
point of that.
"""

import statistics
import sys
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from random import Random

from gicapp.core.causes import Cause, find_causes
from gicapp.core.causes.ledger import Evidence, Ledger, State, open_ledger
from gicapp.core.change import apply
from gicapp.core.checks.catalogue import check
from gicapp.core.report import Report
from gicapp.form.values import exact, is_number
from tests.core.checks.reports import check_tables
from tests.offices import two_years, two_years_told
from tests.planting import FORM, PLANTERS, Plant, located, plants, spoiled
from tests.slips import SLIPS, slips, two_slips


@dataclass
class Tally:
    """What was counted for one kind of slip."""

    silent: int = 0
    unique: int = 0
    unique_first: int = 0
    first: int = 0
    third: int = 0
    worse: int = 0
    count: int = 0
    times: list[float] = field(default_factory=list)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 100
    names = sys.argv[2].split(";") if len(sys.argv) > 2 else [*PLANTERS, *SLIPS]
    for planted, kinds in ((plants, PLANTERS), (slips, SLIPS)):
        _print_head(planted.__module__)
        for kind in kinds:
            if kind in names:
                _measure(kind, planted("1", kind, count))
    for draw in (two_years, two_years_told):
        _print_head(draw.__name__)
        for kind in SLIPS:
            if kind in names and kind.startswith("misfiled"):
                _measure(kind, slips("1", kind, count, draw))
    if len(sys.argv) < 3:
        _measure_pairs(5 * count)


def _measure(kind: str, planted: Iterable[tuple[Report, Plant]]) -> None:
    tally = Tally()
    for report, plant in planted:
        _count(tally, report, plant)
    _print(kind, tally)


def _measure_pairs(count: int) -> None:
    """Print how often both of two slips, each of which shows by itself, are located."""
    random = Random("pairs")  # chance, no secret
    seen = both = some = apart = both_apart = 0
    for number in range(count):
        kinds = random.choice([*SLIPS]), random.choice([*SLIPS])
        for truth, *pair in two_slips(str(number), *kinds, 1):
            broken = [_broken(truth, plant) for plant in pair]
            if not all(broken):
                continue
            report = spoiled(spoiled(truth, pair[0]), pair[1])
            causes = find_causes(FORM, report, check_tables(report))[:3]
            found = [located(truth, plant, causes) for plant in pair]
            seen, both, some = seen + 1, both + all(found), some + any(found)
            if broken[0].isdisjoint(broken[1]):
                apart, both_apart = apart + 1, both_apart + all(found)
    print(f"\ntwo slips: {seen}, both located {both}, one at least {some}")
    print(f"of those that break no sum in common: {apart}, both located {both_apart}")


def _broken(truth: Report, plant: Plant) -> set[tuple[str, ...]]:
    """Return what a slip alone makes uneven or leaves blank, by its cells."""
    before = {(f.rule, *f.cells) for f in check_tables(truth)}
    after = {(f.rule, *f.cells) for f in check_tables(spoiled(truth, plant))}
    return after - before


def _count(tally: Tally, truth: Report, plant: Plant) -> None:
    report = spoiled(truth, plant)
    findings = check_tables(report)
    before = time.perf_counter()
    causes = find_causes(FORM, report, findings)
    took = time.perf_counter() - before
    if len(findings) <= len(check_tables(truth)):
        tally.silent += 1
        return
    tally.count += 1
    tally.times.append(took * 1000)
    places = [_restores(truth, report, cause) for cause in causes]
    tally.first += places[:1] == [True]
    tally.third += True in places[:3]
    if not _rivals(truth, report, plant):
        tally.unique += 1
        tally.unique_first += places[:1] == [True]
    tally.worse += sum(
        len(check(FORM, apply(report, c.changes)[0])) > len(check(FORM, report)) for c in causes
    )


def _restores(truth: Report, report: Report, cause: Cause) -> bool:
    mended, _ = apply(report, cause.changes)
    return all(mended.value(cell) == truth.value(cell) for cell in FORM.cells)


def _rivals(truth: Report, report: Report, plant: Plant) -> bool:
    """Tell whether another change of one or two cells, or of a row, clears what the slip broke."""
    numbers = {cell: exact(v) for cell, v in report.values.items() if is_number(v)}
    ledger = open_ledger(FORM, report, numbers, Evidence())
    if numbers.keys() != report.values.keys() or not ledger.hard(ledger.start):
        return False
    spoilt = frozenset(plant.spoilt)
    found = _clearing(ledger, ledger.start, min(len(spoilt), 2), frozenset())
    return any(cells != spoilt for cells in found) or _row_rivals(truth, ledger, plant)


def _row_rivals(truth: Report, ledger: Ledger, plant: Plant) -> bool:
    """Tell whether a spoilt row's change clears everything in another row as well."""
    cells = [FORM.cells[cell] for cell in plant.spoilt]
    if len({cell.row.id for cell in cells}) > 1 or len(cells) < 2:
        return False
    now = ledger.start
    told = {cell: exact(value) for cell, value in truth.values.items() if is_number(value)}
    deltas = {c.column: told[c.id] - ledger.value(now, c.id) for c in cells}
    for row in FORM.table(cells[0].table).rows:
        places = {f"{cells[0].table}.{row.id}.{column.id}": column for column in deltas}
        if row is cells[0].row or not places.keys() <= ledger.values.keys():
            continue
        sets = tuple((cell, ledger.value(now, cell) + deltas[c]) for cell, c in places.items())
        after = ledger.after(now, sets)
        if all(ledger.allows(*pair) for pair in sets) and not ledger.hard(after):
            return True
    return False


def _clearing(
    ledger: Ledger, state: State, depth: int, taken: frozenset[str]
) -> Iterator[frozenset[str]]:
    """Yield the sets of at most `depth` cells whose change clears every sum, by brute force."""
    hard = ledger.hard(state)
    if not hard:
        yield taken
    for cell, _ in ledger.equations[hard[0]].terms if hard and depth else ():
        now = ledger.value(state, cell)
        places = [(i, sign) for i, sign in ledger.through[cell] if i in state.failing]
        for delta in {-sign * state.failing[i] for i, sign in places}:
            if cell not in taken and ledger.allows(cell, now + delta):
                after = ledger.after(state, ((cell, now + delta),))
                if not _denied(ledger, state, after):
                    yield from _clearing(ledger, after, depth - 1, taken | {cell})


def _denied(ledger: Ledger, state: State, after: State) -> bool:
    """Tell whether last year's report speaks against a change."""
    return any(not ledger.equations[i].hard for i in after.failing.keys() - state.failing.keys())


def _print_head(name: str) -> None:
    print(
        f"\n{name:24}{'shown':>6}{'unique':>8}{'first|u':>9}{'first':>7}"
        f"{'three':>7}{'worse':>7}{'ms':>7}{'max':>7}"
    )


def _print(kind: str, tally: Tally) -> None:
    def share(part: int, whole: int) -> str:
        return f"{100 * part / whole:.0f}%" if whole else "-"

    print(
        f"{kind:24}{tally.count:6}{tally.unique:8}{share(tally.unique_first, tally.unique):>9}"
        f"{share(tally.first, tally.count):>7}{share(tally.third, tally.count):>7}{tally.worse:7}"
        f"{statistics.median(tally.times or [0]):7.1f}{max(tally.times, default=0):7.1f}"
    )


if __name__ == "__main__":
    main()
