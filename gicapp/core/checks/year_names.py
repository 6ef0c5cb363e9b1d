"""What bears another year than the report: ends of years, meetings, tasks, budgets (Y-03)."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import MEASURES
from gicapp.core.text.found import Found, find_all
from gicapp.core.text.passages import plain

FARTHEST: Final = 3  # years; what lies farther off is told of as history


def find_named_years(subject: Subject) -> Iterable[Finding]:
    """Report meetings still to come, and what belongs to the year before."""
    if subject.year is not None:
        for find in (_ends, _meetings, _tasks, _carried, _budgets):
            yield from find(subject, subject.year)


def _told(subject: Subject, pattern: re.Pattern[str]) -> Iterator[tuple[str, Found, str]]:
    """Yield where a pattern stands in a report: the section, the match, its sentence."""
    for section, text in subject.texts.items():
        flat = plain(text)
        for match in find_all(pattern, flat.text):
            sentence = flat.sentence_at(match.start())
            yield section, match, sentence.text if sentence is not None else ""


def _finding(
    subject: Subject, section: str, span: tuple[int, int], said: str, due: int | None = None
) -> Finding:
    """Return the finding on a place of a section's plain text; `due`: the year that is meant."""
    flat = plain(subject.texts[section])
    return Finding(
        "year.self",
        Severity.HINT,
        int(section),
        f"{place_of(subject.form, section)}{said}",
        span=flat.span(*span),
        expected=None if due is None else str(due),
        actual=flat.text[slice(*span)],
    )


# 截至2022年12月31日，粉丝数…: the end of the year that the report is on
_AS_OF: Final = re.compile(
    r"(?:^|(?<=[。；，]))截[至止](?P<year>20\d\d)年(?:12月(?:31日|底)|年?底)(?=，|现行有效)"
)


def _ends(subject: Subject, year: int) -> Iterator[Finding]:
    """Report a figure told as of the end of the year before, with no word of this year's."""
    for section, match, sentence in _told(subject, _AS_OF):
        if int(match["year"]) + 1 == year and f"{year}年" not in sentence:
            said = f"的“{match[0]}”是上一年年底，报告年份是{year}年，请核对是否沿用了上年的文字。"
            yield _finding(subject, section, match.span("year"), said, year)


# the year in which each met, after March: reports are written by then
_MET_IN: Final = MappingProxyType(
    {"二十大": 2022, "二十届一中全会": 2022, "二十届三中全会": 2024, "二十届四中全会": 2025}
)
_MEETING: Final = re.compile(
    "(?:学习|贯彻|落实|宣传|领会)[^，。；、和及与]{0,16}(?P<first>二十大|二十届[一三四]中全会)"
    "(?:(?:精神)?[和及以、与]{1,2}(?:党的)?(?P<second>二十届[一三四]中全会))?"
)
_AHEAD: Final = re.compile("迎接|喜迎|即将|召开前|献礼")


def _meetings(subject: Subject, year: int) -> Iterator[Finding]:
    """Report a meeting whose spirit a text follows before it was held."""
    for section, match, sentence in _told(subject, _MEETING):
        for group in ("first", "second") if not _AHEAD.search(sentence) else ():
            held = _MET_IN.get(match[group], year)
            if held > year:
                said = (
                    f"写的“{match[group]}”是{held}年召开的，报告年份是{year}年，"
                    "疑为其他年度的文字，请核对。"
                )
                yield _finding(subject, section, match.span(group), said)


# 对照《甲市 2022 年政务公开工作要点》: each year has its own
_TASKS: Final = re.compile(
    r"[《〈][^《》〈〉]{0,24}?(?P<year>20\d\d)年[^《》〈〉]{0,12}(?:政务公开|信息公开)(?:重点)?(?:工作)?"
    r"(?:要点|安排|任务)[^《》〈〉]{0,8}[》〉]"
)
_LOOKS_BACK: Final = re.compile("[上去前]一?年|历年|以来|总结|回顾|延续")


def _tasks(subject: Subject, year: int) -> Iterator[Finding]:
    """Report the tasks of an earlier year, where no sentence names those of the report year."""
    told = tuple(_told(subject, _TASKS))
    if any(int(match["year"]) == year for _, match, _ in told):
        return
    for section, match, sentence in told:
        if 0 < year - int(match["year"]) <= FARTHEST and not _LOOKS_BACK.search(sentence):
            said = (
                f"的“{match[0]}”是{match['year']}年的，报告年份是{year}年，"
                "请核对是否沿用了上年的文字。"
            )
            yield _finding(subject, section, match.span("year"), said, year)


# 办结 17 件，结转 2023 年 3 件; not 2022 年结转至 2023 年
_CARRIED_TO: Final = re.compile(
    r"(?<!年)(?<!年度)(?<!年末)(?:结转|转结)(?:至|到)?(?P<year>20\d\d)年"
)


def _carried(subject: Subject, year: int) -> Iterator[Finding]:
    """Report what is said to be carried over to the year that the report is on."""
    for section, match, sentence in _told(subject, _CARRIED_TO):
        # 2022 年收到，结转至 2023 年办结
        if int(match["year"]) == year and f"{year - 1}年" not in sentence:
            said = f"写的是“{match[0]}”，报告年份是{year}年，结转的应当在{year + 1}年办理，请核对。"
            yield _finding(subject, section, match.span("year"), said, year + 1)


# 公布2022年部门预算、2021年部门决算: what is due in 2022
_BUDGET: Final = re.compile(
    r"(?P<year>20\d\d)年度?(?:财政|部门|单位)*预算[^。；\d]{0,10}"
    r"(?P<settled>20\d\d)年度?(?:财政|部门|单位)*决算"
)


# 公开2024年度财政决算, in the report on 2024
_SETTLED: Final = re.compile(
    r"(?:公开|公布|发布)[^。；，\d]{0,14}(?:20\d\d年度?(?:财政|部门|单位)*预算[、和及，])?"
    r"(?P<year>20\d\d)年度?(?:财政|部门|单位)*决算"
)


_PLANNED: Final = re.compile("将|拟|计划|下一步|明年")


def _budgets(subject: Subject, year: int) -> Iterator[Finding]:
    """Report the budget and the final accounts that are not those due within the year."""
    for section, match, _ in _told(subject, _BUDGET):
        if (int(match["year"]), int(match["settled"])) == (year - 1, year - 2):
            said = (
                f"写的“{match[0]}”是上一年应当公开的，{year}年公开的应为{year}年预算和"
                f"{year - 1}年决算，请核对是否沿用了上年的文字。"
            )
            yield _finding(subject, section, match.span(), said, year)
    for section, match, sentence in _told(subject, _SETTLED):
        if int(match["year"]) == year and section != MEASURES and not _PLANNED.search(sentence):
            said = (
                f"写的是公开{year}年决算，{year}年的决算要到{year + 1}年才能公开，"
                f"请核对是否应为{year - 1}年。"
            )
            yield _finding(subject, section, match.span("year"), said, year - 1)
