"""What has a year by its name and is of another than the report: meetings, yearly tasks (Y-03)."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.found import find_all
from gicapp.core.text.passages import plain

# the year in which each met, after March: reports are written by then
_MET_IN: Final = MappingProxyType(
    {"二十大": 2022, "二十届一中全会": 2022, "二十届三中全会": 2024, "二十届四中全会": 2025}
)
_NAMED: Final = re.compile(
    "(?:学习|贯彻|落实|宣传|领会)[^，。；、和及与]{0,16}(?P<first>二十大|二十届[一三四]中全会)"
    "(?:(?:精神)?[和及以、与]{1,2}(?:党的)?(?P<second>二十届[一三四]中全会))?"
)
_AHEAD: Final = re.compile("迎接|喜迎|即将|召开前|献礼")


def find_named_years(subject: Subject) -> Iterable[Finding]:
    """Report meetings that were still to come, and the tasks that were set for an earlier year."""
    yield from _meetings(subject)
    yield from _tasks(subject)
    yield from _carried(subject)


def _meetings(subject: Subject) -> Iterator[Finding]:
    """Report a meeting whose spirit a text follows before it was held."""
    year = subject.year
    for section, text in subject.texts.items() if year is not None else ():
        flat = plain(text)
        for match in find_all(_NAMED, flat.text):
            sentence = flat.sentence_at(match.start())
            if sentence is None or _AHEAD.search(sentence.text):
                continue
            for group in ("first", "second"):
                held = _MET_IN.get(match[group])
                if held is not None and year is not None and held > year:
                    yield Finding(
                        "year.self",
                        Severity.WARNING,
                        int(section),
                        f"{place_of(subject.form, section)}写的“{match[group]}”是{held}年召开的，"
                        f"报告年份是{year}年，疑为其他年度的文字，请核对。",
                        span=flat.span(*match.span(group)),
                        actual=match[group],
                    )


# 对照《甲市 2022 年政务公开工作要点》: each year has its own
_TASKS: Final = re.compile(
    r"[《〈][^《》〈〉]{0,24}?(?P<year>20\d\d)年[^《》〈〉]{0,12}(?:政务公开|信息公开)(?:重点)?(?:工作)?"
    r"(?:要点|安排|任务)[^《》〈〉]{0,8}[》〉]"
)
_LOOKS_BACK: Final = re.compile("[上去前]一?年|历年|以来|总结|回顾|延续")
_FARTHEST: Final = 3  # years; what lies farther off is told of as history


def _tasks(subject: Subject) -> Iterator[Finding]:
    """Report the tasks of an earlier year, where no sentence names those of the report year."""
    year = subject.year
    told = [
        (section, match)
        for section, text in subject.texts.items()
        for match in find_all(_TASKS, plain(text).text)
    ]
    if year is None or any(int(match["year"]) == year for _, match in told):
        return
    for section, match in told:
        flat = plain(subject.texts[section])
        sentence = flat.sentence_at(match.start())
        looks_back = sentence is not None and _LOOKS_BACK.search(sentence.text)
        if 0 < year - int(match["year"]) <= _FARTHEST and not looks_back:
            yield Finding(
                "year.self",
                Severity.HINT,
                int(section),
                f"{place_of(subject.form, section)}的“{match[0]}”是{match['year']}年的，"
                f"报告年份是{year}年，请核对是否沿用了上年的文字。",
                span=flat.span(*match.span("year")),
                expected=str(year),
                actual=match["year"],
            )


# 办结 17 件，结转 2023 年 3 件; not 2022 年结转至 2023 年
_CARRIED_TO: Final = re.compile(
    r"(?<!年)(?<!年度)(?<!年末)(?:结转|转结)(?:至|到)?(?P<year>20\d\d)年"
)


def _carried(subject: Subject) -> Iterator[Finding]:
    """Report what is said to be carried over to the year that the report is on."""
    year = subject.year
    for section, text in subject.texts.items() if year is not None else ():
        flat = plain(text)
        for match in find_all(_CARRIED_TO, flat.text):
            sentence = flat.sentence_at(match.start())
            said = sentence.text if sentence is not None else ""
            # 2022 年收到，结转至 2023 年办结
            if int(match["year"]) == year and f"{year - 1}年" not in said:
                yield Finding(
                    "year.self",
                    Severity.HINT,
                    int(section),
                    f"{place_of(subject.form, section)}写的是“{match[0]}”，报告年份是{year}年，"
                    f"结转的应当在{year + 1}年办理，请核对。",
                    span=flat.span(*match.span("year")),
                    expected=str(year + 1),
                    actual=match["year"],
                )
