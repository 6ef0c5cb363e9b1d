"""How long the text rules take on a long report, against reading its characters once.

Run: python -m benchmarks.text_rules
"""

from dataclasses import replace
from statistics import median
from time import perf_counter
from types import MappingProxyType

from gicapp.core.checks.catalogue import RULES
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.report import Report, Unit
from gicapp.core.text.passages import plain
from gicapp.form.loader import load_form

FORM = load_form()
_PARAGRAPH = (
    "2023年，我局共收到政府信息公开申请12件，上年结转2件，办结12件，结转下年度2件。其中，"
    "予以公开8件，部分公开1件，无法提供3件。全年主动公开政府信息154条，其中：组织机构4条；"
    "通知公告82条；信息公开64条；目录1条；其他3条。一是加强信息保密管理，坚持“先审查、后公开”"
    "原则，明确审查的程序和责任；二是充分发挥门户网站第一平台作用，加强栏目维护，提升用户体验；"
    "三是完善考评细则，组织开展培训交流，确保政府信息公开扎实、规范、高效开展。\n"
)
_PLAN = "下一步改进措施：一是持续推进标准化建设；二是加强平台维护；三是提升依申请办理质效。\n"
_TOTALS = {
    "requests.new.total": 12,
    "requests.carried_in.total": 2,
    "requests.handled.total": 12,
    "requests.carried_out.total": 2,
    "requests.granted.total": 8,
    "requests.partial.total": 1,
    "requests.unavailable.not_held.total": 3,
}
_ROUNDS = 60


def _long_report() -> Report:
    """Return a report with 8,000 characters in section one and 6,000 in section five."""
    one = (_PARAGRAPH * 100)[:8000]
    five = (_PLAN * 400)[:6000]
    values = {cell: _TOTALS.get(cell, 0) for cell in FORM.cells}
    narrative = MappingProxyType({"0": _PARAGRAPH, "1": one, "5": five, "6": _PLAN})
    report = Report(
        unit=Unit("某市某局"), year=2023, values=MappingProxyType(values), narrative=narrative
    )
    before = MappingProxyType({**narrative, "1": one[::-1]})
    return replace(report, prior=replace(report, year=2022, narrative=before))


def _typed(report: Report, count: int) -> Report:
    """Return the report with another sentence at the end of section one."""
    text = f"{report.text('1')}又写了{count}个字。"
    return replace(report, narrative=MappingProxyType({**report.narrative, "1": text}))


def _milliseconds(rules: tuple[Rule, ...], reports: list[Report]) -> float:
    times = []
    for report in reports:
        start = perf_counter()
        subject = Subject(FORM, report)
        for rule in rules:
            list(rule.find(subject))
        times.append((perf_counter() - start) * 1000)
    return median(times)


def _floor(reports: list[Report]) -> float:
    """Return what only making the texts plain and cutting them into sentences takes."""
    times = []
    for report in reports:
        start = perf_counter()
        for text in Subject(FORM, report).texts.values():
            _ = plain.__wrapped__(text).sentences
        times.append((perf_counter() - start) * 1000)
    return median(times)


def main() -> None:
    """Print the medians and their ratios."""
    rules = tuple(r for r in RULES if r.name.startswith(("text.", "year.", "structure.", "prior.")))
    report = _long_report()
    floor = _floor([_typed(report, n) for n in range(_ROUNDS)])
    typing = _milliseconds(rules, [_typed(report, n + 1000) for n in range(_ROUNDS)])
    again = _milliseconds(rules, [report] * _ROUNDS)
    print(f"baseline, all texts cut into sentences once: {floor:.2f} ms")
    print(f"{len(rules)} rules after a keystroke: {typing:.2f} ms, {typing / floor:.1f} × baseline")
    print(
        f"{len(rules)} rules on an unchanged report: {again:.2f} ms, {again / floor:.1f} × baseline"
    )


if __name__ == "__main__":
    main()
