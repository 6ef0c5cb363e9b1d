"""Years that do not fit the report: title, period, self-reference, plans, legal basis (Y rules)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.change import Change, SetField
from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.year_names import FARTHEST, find_named_years
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD, MEASURES, title_of
from gicapp.core.text.own_years import INTRODUCED, PERIOD, YEAR, OwnYear, own_years
from gicapp.core.text.passages import Plain, plain

_DOUBLED: Final = re.compile(r"20\d\d年度(?:[^，。\n]{0,30})?(?:工作|信息公开)年度(?:工作)?报告")
# 政府信息公开工作告年度报: the letters of 年度报告 in another order, or one short
_GARBLED: Final = re.compile(
    "(?:信息公开|工作)(?P<tail>告年度报|年度告报|年告度报|年报度告|度年报告|年度报|年度告|度报告)$"
)
# 2020政府信息公开工作年度报告
_BARE_YEAR: Final = re.compile(r"(?<![\d〔\[（(第—–~-])20\d\d(?=[\u4e00-\u9fff])(?!年|度)")
_ANY_YEAR: Final = re.compile("20\\d\\d|二[〇零○0OoＯ]|××|XX|[上本]一?年度?(?!报)")
_SIGNED: Final = re.compile(
    r"^（?(?P<year>20\d\d)年(?P<month>\d{1,2})月\d{1,2}日）?$", re.MULTILINE
)


def find_title_years(subject: Subject) -> Iterable[Finding]:
    """Report a title with another year than the report's, none, two, or 年度 twice."""
    report = subject.report
    title = re.sub(r"\s", "", title_of(report, subject.form))
    years = [int(year) for year in YEAR.findall(title)]
    bare = _BARE_YEAR.search(title) if not years else None
    if subject.year != report.year:
        yield _other_year(subject)
    elif report.year is not None and any(year != report.year for year in years):
        yield _title(
            f"标题“{title}”中的年份与报告年份{report.year}年不一致，请改正标题或者报告年份。",
            Severity.ERROR,
        )
    elif len(years) > 1:
        yield _title(f"标题“{title}”中年份出现了{len(years)}次，请保留一次。", Severity.WARNING)
    elif bare:
        yield _title(f"标题“{title}”中“{bare[0]}”后面漏了“年”字，请补上。", Severity.WARNING)
    elif (report.title or "").strip() and not _ANY_YEAR.search(title):
        missing = f"“{report.year}年”" if report.year else "报告年份"
        yield _title(f"标题“{title}”没有写明年份，请补上{missing}。", Severity.HINT)
    garbled = _GARBLED.search(title)
    if garbled:
        yield _title(
            f"标题“{title}”末尾“{garbled['tail']}”疑为“年度报告”的笔误，请改正。", Severity.WARNING
        )
    if _DOUBLED.search(title):
        yield _title(
            f"标题“{title}”中“年度”重复，建议写作“××年政府信息公开工作年度报告”。",
            Severity.WARNING,
        )


def _other_year(subject: Subject) -> Finding:
    """Report once that the title stands alone against the period and the running text.

    A text of a later year cannot have been kept from an earlier report: then the title slipped.
    """
    title, year, told = subject.report.title, subject.report.year, subject.year
    changes: list[Change] = [SetField("year", told)]
    if title and str(year) in title:
        changes.append(SetField("title", title.replace(str(year), str(told))))
    later = told is not None and year is not None and told > year
    kept = "" if later else "；如果文字是沿用上年的，请改正文"
    return Finding(
        "year.title",
        Severity.ERROR,
        0,
        f"标题和报告年份写的是{year}年，统计期限和正文写的都是{told}年，请核对报告年份{kept}。",
        expected=str(told),
        actual=str(year),
        fix=tuple(changes) if later else (),
    )


def _title(message: str, severity: Severity) -> Finding:
    return Finding("year.title", severity, 0, message)


# the first and the last day of what the report covers
_DAYS: Final = re.compile(
    r"(?:统计|数据|期限|时限|时间|涵盖|本报告)[^。；\n]{0,40}?(?:20\d\d年)?"
    r"(?P<first>\d{1,2}月(?:[12]?\d|3[01])日)(?:起|开始)?，?(?:至|到|截至|[-—–~～―－])+(?:20\d\d年|同年|当年)?"
    r"(?P<last>\d{1,2}月(?:[12]?\d|3[01])日)"
)


def find_periods(subject: Subject) -> Iterable[Finding]:
    """Report a 统计期限 that is not the report year's, or not the whole year."""
    year = subject.year
    if year is None:
        return
    yield from _days(subject, year)
    for section, text in subject.texts.items():
        for match in PERIOD.finditer(plain(text).text):
            group = next(
                (g for g in ("first", "second") if match[g] and int(match[g]) != year), None
            )
            if group:
                yield Finding(
                    "year.period",
                    Severity.ERROR,
                    int(section),
                    f"统计期限写明{match[group]}年，报告年份是{year}年，请改为{year}年1月1日至12月31日。",
                    span=plain(text).span(*match.span(group)),
                    expected=str(year),
                    actual=match[group],
                )


_YEAR_DAYS: Final = (("first", "1月1日"), ("last", "12月31日"))


def _days(subject: Subject, year: int) -> Iterator[Finding]:
    """Report a lead paragraph whose period does not begin on 1 January and end on 31 December."""
    flat = plain(subject.texts.get(LEAD, ""))
    for match in _DAYS.finditer(flat.text):
        wrong = [(group, due) for group, due in _YEAR_DAYS if match[group] != due]
        if match["first"] != "1月1日" and (
            _founded_in(flat, match.start("first")) or _is_reformed(subject, match["first"])
        ):
            continue
        for group, due in wrong if len(wrong) == 1 else ():  # both other: it is something else
            # a body set up within the year begins later
            late = "；机关是年中成立的，请写明成立时间" if group == "first" else ""
            yield Finding(
                "year.period",
                Severity.ERROR if group == "last" else Severity.HINT,
                int(LEAD),
                f"统计期限写的是{match[group]}，应为{due}，请改为{year}年1月1日至12月31日{late}。",
                span=flat.span(*match.span(group)),
                expected=due,
                actual=match[group],
            )


_FOUNDED: Final = re.compile("成立|组建|挂牌|上线|启用|开通|机构改革|三定|新设|划转|职能调整")


def _founded_in(flat: Plain, place: int) -> bool:
    """Tell whether the sentence at a place says that the body was set up within the year."""
    sentence = flat.sentence_at(place)
    return sentence is not None and bool(_FOUNDED.search(sentence.text))


# 机构改革以来, 片区刚刚成立, 成立 4 个月以来: told in the text, not beside the period
_REFORMED: Final = re.compile(
    r"机构(?:改革|整合)(?:以来|后|实施|期间|过渡)|刚刚?(?:成立|组建)|成立\d个月|新(?:组建|成立)的"
)


def _is_reformed(subject: Subject, first: str) -> bool:
    """Tell whether a body whose period begins with a month says that it is new in that year."""
    texts = subject.texts.values()
    return first.endswith("月1日") and any(_REFORMED.search(plain(text).text) for text in texts)


def find_self_years(subject: Subject) -> Iterable[Finding]:
    """Report another year where the body speaks of its own work of the year."""
    yield from find_signed_years(subject)
    yield from find_introduced_years(subject)
    yield from find_named_years(subject)
    year = subject.year
    if year is None:
        return
    for section, text in subject.texts.items():
        for own in own_years(text):
            is_plan = section == MEASURES and own.year == year + 1
            if _is_slip(own, year) and not is_plan:
                yield Finding(
                    "year.self",
                    Severity.WARNING,
                    int(section),
                    f"{place_of(subject.form, section)}叙述本机关工作时写的是"
                    f"{own.year}年，报告年份是{year}年，疑为沿用或笔误，请核对。",
                    span=plain(text).span(own.start, own.start + 4),
                    expected=str(year),
                    actual=str(own.year),
                )


def _is_slip(own: OwnYear, year: int) -> bool:
    """Tell whether another year than the report's stands there, and not held against it."""
    return 0 < abs(own.year - year) <= FARTHEST and f"{year}年" not in own.sentence.text


def find_signed_years(subject: Subject) -> Iterable[Finding]:
    """Report a date of signature before the report year was over, or in an earlier one."""
    year = subject.year
    for section in (LEAD, subject.form.sections[-1].key) if year is not None else ():
        text = plain(subject.texts.get(section, ""))
        for match in _SIGNED.finditer(text.text):
            said = int(match["year"])
            if year is not None and (said < year or (said == year and int(match["month"]) < 12)):
                yield Finding(
                    "year.self",
                    Severity.WARNING,
                    int(section),
                    f"落款日期“{match[0]}”早于报告年度结束，疑为年份笔误，请核对。",
                    span=text.span(*match.span()),
                    expected=str(year + 1),
                    actual=match["year"],
                )


def find_introduced_years(subject: Subject) -> Iterable[Finding]:
    """Report a lead paragraph that introduces the report of another year."""
    year, text = subject.year, plain(subject.texts.get(LEAD, ""))
    for match in INTRODUCED.finditer(text.text) if year is not None else ():
        if int(match["year"]) != year:
            yield Finding(
                "year.self",
                Severity.WARNING,
                int(LEAD),
                f"导语写的是{match['year']}年的报告，报告年份是{year}年，疑为沿用或笔误，请核对。",
                span=text.span(*match.span("year")),
                expected=str(year),
                actual=match["year"],
            )


RULES: Final = (
    Rule(
        "year.title",
        ("Y-01",),
        Severity.ERROR,
        "标题写明年份，年份只出现一次，与报告年份一致，“年度”不重复。",
        "《中华人民共和国政府信息公开工作年度报告格式》；公开报告中的常见差错",
        find_title_years,
    ),
    Rule(
        "year.period",
        ("Y-02",),
        Severity.ERROR,
        "统计期限是报告年份的1月1日至12月31日。",
        "《条例》第四十九条：上一年度政府信息公开工作年度报告",
        find_periods,
    ),
    Rule(
        "year.self",
        ("Y-03", "Y-05"),
        Severity.WARNING,
        "叙述本机关当年工作时，写的年份是报告年份，所提的会议、工作要点不是其他年度的；历年对比不在此列。",
        "核校实践",
        find_self_years,
        dismissable=True,
    ),
)
