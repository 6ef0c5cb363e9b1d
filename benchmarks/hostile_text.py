"""Whether a rule of the text, or the search for whom to ask, takes more than its share.

The texts are made to hurt.

Run as `python -m benchmarks.hostile_text`. A piece is repeated to 8,000 and to 16,000 characters:
a rule whose cost grows with the text takes twice as long (the baseline), one that grows with its
square four times. Printed is what took longer than three times, and a hundredth of a second.
"""

import statistics
import time
from collections.abc import Callable, Iterator
from types import MappingProxyType

from gicapp.core.checks.catalogue import RULES, TABLE_RULES
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.report import Report, Unit
from gicapp.core.text.contact import contact_in
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
    *("电话", "网址", "a@", "a."),
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
    texts = [piece * (size // len(piece)) + end for size in _SIZES]
    readers = {rule.name: _found_by(rule) for rule in RULES if rule not in TABLE_RULES}
    for name, read in {**readers, "contact": contact_in}.items():
        small, large = (_took(read, text) for text in texts)
        if large > 3 * small and large > 0.01:
            yield name, large / small, large


def _found_by(rule: Rule) -> Callable[[str], object]:
    """Return what reads a text by a rule, in three sections of a report."""

    def read(text: str) -> object:
        narrative = MappingProxyType(dict.fromkeys("015", text))
        unit = Unit("某市某区某局")
        return list(rule.find(Subject(FORM, Report(year=2023, unit=unit, narrative=narrative))))

    return read


_SIZES = (SIZE, 2 * SIZE)


def _took(read: Callable[[str], object], text: str) -> float:
    """Return the median of three runs in seconds of this process; each text is a new one."""
    times = []
    for run in range(3):
        other = text + "。" * run
        before = time.process_time()
        read(other)
        times.append(time.process_time() - before)
    return statistics.median(times)


if __name__ == "__main__":
    main()
