"""Whether any rule of the text takes more than its share when a text is made to hurt it.

Run as `python -m benchmarks.hostile_text`. A piece is repeated to 8,000 and to 16,000 characters:
a rule whose cost grows with the text takes twice as long (the baseline), one that grows with its
square four times. Printed is what took longer than three times, and a hundredth of a second.
"""

import statistics
import time
from collections.abc import Iterator
from types import MappingProxyType

from gicapp.core.checks.catalogue import RULES, TABLE_RULES
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.report import Report, Unit
from gicapp.form.loader import load_form

FORM = load_form()
SIZE = 8_000
PIECES = (
    *" 　\n\t×〇X_.*[]【】《》“”（，。；：、的共年近占均十万a",
    *(
        "1",
        "12",
        "1.",
        "1,",
        "1件",
        "1件、",
        "1月1日",
        "2023年",
        "〔2021〕",
        "一是",
        "（一）",
        "一、",
    ),
    *("申请", "收到", "其中", "未收到", "较上年", "公开", "我局", "某某局", "下一步", "国务院"),
    *("申请1件", "收到申请1件，", "占1%", "比上年增长1%", "行政复议", "办结", "全市", "年度报告"),
    *("⟦", "⟦requests.new.total⟧", "&nbsp;", "13812345678", "统计期限为", "存在的问题", "申请人王"),
)
ENDS = ("", "A", "年", "件")


def main() -> None:
    told = 0
    for piece in PIECES:
        for end in ENDS:
            for rule, ratio, took in _grown(piece, end):
                told += 1
                print(f"{piece!r} + {end!r}  {rule}: {ratio:.1f} times, {took:.2f} s")
    print(f"{len(PIECES) * len(ENDS)} texts, {told} rules that grew with more than the text")


def _grown(piece: str, end: str) -> Iterator[tuple[str, float, float]]:
    for rule in (rule for rule in RULES if rule not in TABLE_RULES):
        small, large = (_took(rule, piece * (size // len(piece)) + end) for size in _SIZES)
        if large > 3 * small and large > 0.01:
            yield rule.name, large / small, large


_SIZES = (SIZE, 2 * SIZE)


def _took(rule: Rule, text: str) -> float:
    """Return the median of three runs in seconds of this process; each text is a new one."""
    times = []
    for run in range(3):
        narrative = MappingProxyType(dict.fromkeys("015", text + "。" * run))
        subject = Subject(FORM, Report(year=2023, unit=Unit("某市某区某局"), narrative=narrative))
        before = time.process_time()
        list(rule.find(subject))
        times.append(time.process_time() - before)
    return statistics.median(times)


if __name__ == "__main__":
    main()
