"""Slips in the reports of very different offices, by a second hand: what is said of them.

Reports, kinds and shares are fixed; a share is what holds for other seeds as well.
"""

from collections.abc import Callable
from random import Random

import pytest

from gicapp.core.causes import Cause, find_causes
from gicapp.core.change import apply
from gicapp.core.checks.catalogue import check
from gicapp.core.finding import Finding
from gicapp.core.report import Report
from tests.offices import office_report, two_years, two_years_told
from tests.planting import FORM, Plant, located, spoiled
from tests.slips import SLIPS, slips, two_slips

COUNT = 40
# the sums, the rows and last year's report leave one likely explanation for these
PLAIN = [
    "swapped",
    "lost",
    "decimal",
    "stray figure",
    "total",
    "total misses part",
    "blank",
    "row blank",
    "row off",
    "misfiled new",
    "handled row 0",
    "handled row blank",
    "total column 0",
    "total column blank",
    "disputes totals 0",
    "disputes totals blank",
    "all under natural",
    "left over",
    "booked twice, part",
    "row too low, 0",
    "row too low, blank",
]
# a part may be wrong as well as its total; a row or column beside as well as the true one
FEW = ["digit", "doubled", "enlarged", "column off", "wrong row", "booked twice"]
_SUMS = {total.rule for total in FORM.totals} | {balance.rule for balance in FORM.balances}
_VISIBLE = _SUMS | {"value.blank", "prior.carried_total"}


def _shown(truth: Report, plant: Plant) -> tuple[Report, tuple[Finding, ...]] | None:
    """Return the spoilt report and its findings where the slip can be seen."""
    report = spoiled(truth, plant)
    findings = check(FORM, report)
    return (report, findings) if _VISIBLE & {f.rule for f in findings} else None


def _mended(truth: Report, report: Report, cause: Cause) -> bool:
    after, _ = apply(report, cause.changes)
    return all(after.value(cell) == truth.value(cell) for cell in FORM.cells)


def _share(
    kinds: list[str],
    first: int,
    count: int = COUNT,
    draw: Callable[[Random], Report] = office_report,
) -> float:
    """Return how often the truth is among so many first causes."""
    hits, seen = 0, 0
    for kind in kinds:
        for truth, plant in slips("21", kind, count, draw):
            if shown := _shown(truth, plant):
                causes = find_causes(FORM, *shown)[:first]
                hits += any(_mended(truth, shown[0], cause) for cause in causes)
                seen += 1
    return hits / seen


@pytest.mark.parametrize("kind", PLAIN)
def test_a_slip_with_one_likely_explanation_is_the_first_cause(kind: str) -> None:
    assert _share([kind], 1) >= 0.95


@pytest.mark.parametrize("kind", FEW)
def test_a_slip_with_few_explanations_is_among_the_first_three(kind: str) -> None:
    assert _share([kind], 3) >= 0.95


@pytest.mark.parametrize("kind", ["misfiled", "misfiled, even"])
def test_an_application_misfiled_anywhere_is_among_the_first_three(kind: str) -> None:
    assert _share([kind], 3, 100) >= 0.9


def test_an_application_misfiled_within_the_results_is_among_the_first_three() -> None:
    assert _share(["misfiled result", "misfiled in row"], 3, 60) >= 0.9


@pytest.mark.parametrize("draw", [two_years, two_years_told])
def test_beside_last_year_a_misfiled_application_is_among_the_first_three(
    draw: Callable[[Random], Report],
) -> None:
    assert _share(["misfiled", "misfiled result", "misfiled in row"], 3, 40, draw) >= 0.9


def test_beside_last_year_an_application_misfiled_among_the_carried_over_is_the_first_cause() -> (
    None
):
    assert _share(["misfiled carried in"], 1, COUNT, two_years) >= 0.95


def test_a_text_that_tells_who_applied_parts_the_results_from_what_was_received() -> None:
    told = _share(["misfiled result"], 1, COUNT, two_years_told)
    assert told >= 0.5
    assert _share(["misfiled result"], 1, COUNT, two_years) < told


def test_a_figure_moved_to_the_column_beside_with_its_total_is_among_the_first_three() -> None:
    assert _share(["column off, summed"], 3) >= 0.9


@pytest.mark.parametrize("kind", sorted(SLIPS))
def test_no_cause_leaves_more_to_put_right(kind: str) -> None:
    for truth, plant in slips("22", kind, 12):
        report = spoiled(truth, plant)
        before = check(FORM, report)
        for cause in find_causes(FORM, report, before):
            after = check(FORM, apply(report, cause.changes)[0])
            assert len(after) <= len(before), cause.why


def test_two_slips_at_once_that_break_no_sum_in_common_are_both_located() -> None:
    random = Random("21")  # chance, no secret
    hits = seen = 0
    for number in range(150):
        kinds = random.choice(PLAIN + FEW), random.choice(PLAIN + FEW)
        for truth, one, other in two_slips(f"23 {number}", *kinds, 1):
            broken = [_broken(truth, plant) for plant in (one, other)]
            if all(broken) and broken[0].isdisjoint(broken[1]):
                report = spoiled(spoiled(truth, one), other)
                causes = find_causes(FORM, report, check(FORM, report))[:3]
                hits += all(located(truth, plant, causes) for plant in (one, other))
                seen += 1
    assert seen > 80
    assert hits >= 0.9 * seen


def _broken(truth: Report, plant: Plant) -> set[tuple[str, ...]]:
    findings = check(FORM, spoiled(truth, plant))
    return {(f.rule, *f.cells) for f in findings if f.rule in _VISIBLE}
