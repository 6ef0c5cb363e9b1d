"""When the report is to be public: the day it is dated, and the day the law sets."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import Level, Unit

_DATED: Final = re.compile(r"^\s*(\d{4})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日\s*$", re.MULTILINE)
_TOWNSHIP: Final = re.compile(r"[乡镇](人民政府)?$|街道(办事处)?$")
_GOVERNMENT: Final = re.compile(r"(人民政府|[省市县区旗州])(办公厅|办公室)?$")


def _deadline(subject: Subject) -> Iterator[Finding]:
    """部门在 1 月 31 日前、各级人民政府在 3 月 31 日前向社会公布上一年度报告."""
    last_day = _last_day(subject.report.unit)
    if last_day is None or subject.report.year is None:
        return
    last = date(subject.report.year + 1, *last_day)
    for key, text in subject.texts.items():
        for match in _DATED.finditer(text):
            dated = _date(match)
            if dated is not None and dated > last:
                yield _late(int(key), match, dated, last)


def _last_day(unit: Unit) -> tuple[int, int] | None:
    """Return month and day by which the body publishes; None where the law sets none.

    The name decides where it tells more than the level, which a report that was read lacks.
    """
    if unit.level in (Level.TOWNSHIP, Level.OTHER) or _TOWNSHIP.search(unit.name):
        return None
    if unit.level is Level.GOVERNMENT or _GOVERNMENT.search(unit.name):
        return 3, 31
    return 1, 31


def _date(match: re.Match[str]) -> date | None:
    try:
        return date(int(match[1]), int(match[2]), int(match[3]))
    except ValueError:
        return None


def _late(section: int, match: re.Match[str], dated: date, last: date) -> Finding:
    return Finding(
        rule="publish.deadline",
        severity=Severity.WARNING,
        section=section,
        message=(
            f"落款日期是{_chinese(dated)}，晚于条例规定的公布期限{_chinese(last)}，"
            "请核对日期；确已逾期的请尽快公布。"
        ),
        span=match.span(),
        expected=f"≤{last.isoformat()}",
        actual=dated.isoformat(),
    )


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULES: Final = (
    Rule(
        "publish.deadline",
        ("P-01",),
        Severity.WARNING,
        "县级以上人民政府部门在每年 1 月 31 日前、县级以上地方人民政府在每年 3 月 31 日前公布。",
        "条例第四十九条",
        _deadline,
        dismissable=True,
    ),
)
