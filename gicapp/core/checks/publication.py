"""When the report is to be public: the day it is dated, and the day that law or place sets."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.days import day_of
from gicapp.core.deadline import Deadline, deadline_of
from gicapp.core.finding import Finding, Severity

_DATED: Final = re.compile(
    r"^[^\S\n]{0,80}(\d{4})\s?年\s?(\d{1,2})\s?月\s?(\d{1,2})\s?日[^\S\n]{0,80}$", re.MULTILINE
)


def _deadline(subject: Subject) -> Iterator[Finding]:
    """部门在 1 月 31 日前、各级人民政府在 3 月 31 日前公布上一年度报告；另有规定的从其规定."""
    if subject.report.year is None:
        return
    last = deadline_of(subject.report.unit, subject.report.year)
    if last is None:
        return
    for key, text in subject.texts.items():
        for match in _DATED.finditer(text):
            dated = day_of(int(match[1]), int(match[2]), int(match[3]))
            if dated is not None and dated > last.day:
                yield _late(int(key), match.span(), dated, last)
    signed = subject.reading.dated if subject.reading else None
    if signed is not None and signed > last.day:
        yield _late(subject.form.sections[-1].number, None, signed, last)


def _late(section: int, span: tuple[int, int] | None, dated: date, last: Deadline) -> Finding:
    return Finding(
        rule="publish.deadline",
        severity=Severity.WARNING,
        section=section,
        message=(
            f"落款日期是{_chinese(dated)}，晚于{last.source}的公布期限{_chinese(last.day)}，"
            "请核对日期；确已逾期的请尽快公布。"
        ),
        span=span,
        expected=f"≤{last.day.isoformat()}",
        actual=dated.isoformat(),
    )


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULES: Final = (
    Rule(
        "publish.deadline",
        ("P-01",),
        Severity.WARNING,
        "县级以上人民政府部门在每年 1 月 31 日前、县级以上地方人民政府在每年 3 月 31 日前公布；"
        "报告信息里填了本地规定的公布期限的，按本地规定。",
        "条例第四十九条；地方通知",
        _deadline,
        dismissable=True,
    ),
)
