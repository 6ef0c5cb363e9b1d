"""The checks of a report against a floor, medians of one run.

The floor adds up the form's 42 cross-foots over a plain dictionary of integers, with nothing
said and nothing found. Run as `python -m benchmarks.checks`.
"""

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from types import MappingProxyType

from gicapp.core.causes import find_causes
from gicapp.core.change import SetValue, apply
from gicapp.core.checks.catalogue import TABLE_RULES, check
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding
from gicapp.core.report import Report
from gicapp.form.declaration import Form
from gicapp.form.loader import load_form
from gicapp.resources import resource
from tests.planting import plants, spoiled

_ROUNDS = 201


def main() -> None:
    form = load_form()
    report, plant = next(plants("benchmark", "swapped", 1))
    broken = spoiled(report, plant)
    findings = _tables_checked(form, broken)
    text = resource("sample/published.txt").read_text(encoding="utf-8")
    long = _told(report, text * 3)
    floor = _median(lambda: _cross_foots(form, report))
    print(f"floor: 42 cross-foots on plain integers {floor:8.3f} ms")
    _print("rules of the tables, nothing wrong", lambda: _tables_checked(form, report), floor)
    _print("rules of the tables, one slip", lambda: _tables_checked(form, broken), floor)
    _print("whole catalogue, the sample's text", lambda: check(form, _told(report, text)), floor)
    _print(f"whole catalogue, {len(text) * 3} characters", lambda: check(form, long), floor)
    _print("whole catalogue, after a keystroke", _Keystrokes(form, long), floor)
    _print("causes of one slip", lambda: find_causes(form, broken, findings), floor)


class _Keystrokes:
    """Checks a report that differs from call to call, so that nothing remembered helps."""

    def __init__(self, form: Form, report: Report) -> None:
        self._form, self._report, self._count = form, report, 0

    def __call__(self) -> None:
        self._count += 1
        changed, _ = apply(self._report, [SetValue("disclosure.licensing.decisions", self._count)])
        words = {**changed.narrative, "5": f"{changed.text('5')}第{self._count}次改动。"}
        check(self._form, replace(changed, narrative=MappingProxyType(words)))


def _told(report: Report, text: str) -> Report:
    return replace(
        report, narrative=MappingProxyType({"1": text, "5": text[:2000], "6": text[-400:]})
    )


def _tables_checked(form: Form, report: Report) -> tuple[Finding, ...]:
    """Return what the rules of the tables find, without what `check` remembers of them."""
    subject = Subject(form, report)
    return tuple(finding for rule in TABLE_RULES for finding in rule.find(subject))


def _cross_foots(form: Form, report: Report) -> int:
    values = {cell: value for cell, value in report.values.items() if isinstance(value, int)}
    wrong = 0
    for total in form.totals:
        wrong += values[total.cell] != sum(values[part] for part in total.parts)
    for balance in form.balances:
        left, right = sum(values[c] for c in balance.left), sum(values[c] for c in balance.right)
        wrong += left != right
    return wrong


def _print(name: str, work: Callable[[], object], floor: float) -> None:
    took = _median(work)
    print(f"{name:40}{took:8.3f} ms {took / floor:8.1f} times the floor")


def _median(work: Callable[[], object]) -> float:
    times = []
    for _ in range(_ROUNDS):
        before = time.perf_counter()
        work()
        times.append(time.perf_counter() - before)
    return statistics.median(times) * 1000


if __name__ == "__main__":
    main()
