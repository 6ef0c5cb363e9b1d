"""Years that do not fit the report: title, period, self-reference, plans, legal basis (Y rules)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD, title_of
from gicapp.core.text.passages import Clause, Sentence, plain

_YEAR: Final = re.compile(r"(?<![\d〔\[（第-])(20\d\d)(?=年|年度)")
_DOUBLED: Final = re.compile(r"20\d\d年度(?:[^，。\n]{0,30})?(?:工作|信息公开)年度(?:工作)?报告")
# 2020政府信息公开工作年度报告
_BARE_YEAR: Final = re.compile(r"(?<![\d〔\[（(第—–~-])20\d\d(?=[\u4e00-\u9fff])(?!年|度)")
_ANY_YEAR: Final = re.compile("20\\d\\d|二[〇零○0OoＯ]|××|XX|[上本]一?年度?(?!报)")
_PERIOD: Final = re.compile(
    r"(?:统计|数据|期限|时限)[^。；\n]{0,24}?"
    r"(?P<first>20\d\d)年1月1日[^。；\n]{0,6}?(?:(?P<second>20\d\d)年)?12月31日"
)
# 统计期限为2023年1月1日至2023年11月30日: the days as well
_OWN: Final = (
    "(?:[我本](?:局|办|委|厅|院|中心|机关|单位|部门|街道|镇|乡|市|区|县|旗|会)"
    "|全(?:年|市|区|县|镇|乡|局|办|街道))"
)
_DONE: Final = (
    r"(?:共|累计|总计)?(?:通过[^，。；]{0,30}?)?(?:主动公开|共?收到|受理|办理了?|答复|发布|公开政府信息"
    r"|新收|制发|未收到|没有收到|未发生|不存在|未收取|没有收取)"
)
_BODY: Final = (
    r"[\u4e00-\u9fff]{2,22}?(?:局|委员会|委|办公室|厅|镇|乡|街道|办事处|政府|县|市|区)"
    "(?=认真|深入|坚持|严格|高度重视|始终|紧紧|积极|全面|持续|聚焦|共|主动公开|切实|以习近平"
    "|收到|未收到|没有收到|受理|新收|未发生|通过[^，。；]*(?:公开|发布)|依托[^，。；]*(?:公开|发布))"
)
_BY_NAME: Final = re.compile("(?:局|委员会|委|办公室|厅|镇|乡|街道|办事处|政府|县|市|区)$")
_SELF: Final = re.compile(
    rf"(?:^|[，；：。、）])(?:截至|至|在)?(?P<year>20\d\d)年度?(?:以来|里|中|间|期间)?，?"
    rf"(?:{_OWN}|{_DONE}|{_BODY})|{_OWN}(?:在|于)?(?P<later>20\d\d)年度?，?{_DONE}"
)
_SIGNED: Final = re.compile(
    r"^（?(?P<year>20\d\d)年(?P<month>\d{1,2})月\d{1,2}日）?$", re.MULTILINE
)
# 现公布某局2022年政府信息公开工作年度报告: what the lead paragraph says this report is
_INTRODUCED: Final = re.compile(
    r"(?:公布|发布|编制|现将|制作|形成|撰写|公开)了?《?[^，。；《》\d]{0,30}(?P<year>20\d\d)年度?[^，。；《》\d]{0,30}?"
    r"信息公开[^，。；《》\d]{0,6}?(?:报告|年报)》?(?![^，。；]{0,14}(?:通知|要求|精神))"
)
_NOT_SELF: Final = re.compile(
    r"[较比与同]|自20|从20|截至|以来|年报|年度报告|决算|预算|问题|整改|针对|根据|按照|要求|印发|上一?年|去年"
    r"|将|下一步|计划|拟|继续|打算|底前|起|反馈|(?<!不)存在|评估|考核|第三方|回顾|总结|[获被]评|荣获|授予|历年|至20|到20|分别|结转|跨年|顺延"
)
# 历年数据对比情况: a heading under which other years are due
_OVER_YEARS: Final = re.compile(
    "历[年届]|[对同类]比|比较|变化|增减|趋势|往年|上一?年|近[两二三四五几]年|[两三五]年来"
)
_CARRIED_ON: Final = re.compile("结转(?!上)")
_OWN_WORK: Final = re.compile(f"(?:{_OWN}|{_BY_NAME.pattern})")
_RULES_FOLLOWED: Final = re.compile("(?:严格|认真)?(?:根据|按照)|要求")
_PLAN: Final = re.compile(
    r"下一步|下一年|今后|下阶段|下一阶段|改进(?:措施|方向|举措|思路)|整改措施|工作(?:打算|计划|思路|安排)|新的一年"
)
# 改进情况 tells of what was done as often as of what is planned
_PLAN_PERHAPS: Final = re.compile(_PLAN.pattern + "|改进情况")
_AHEAD: Final = re.compile("将|确保|力争|争取|努力")
# 2023年，我局将进一步…, without a word on what comes next; 将…纳入 only moves something
_WILL: Final = re.compile(
    r"(?<![\d〔（第至-])(?<!提出|承诺|明确)(?P<year>20\d\d)年度?，?[^，。；：\d\n]{0,16}?将"
    r"(?:进一步|继续|持续|不断|坚持|认真|重点|着力|从以下|严格|加强|加大|深化)"
    r"(?![^，。；\n]*(?:作为|[视定列]为|视作|当[作成]|纳入|列入|融入|贯穿|摆[在到上]|放[在到]|结合|转化))[^，。；\n]{0,20}"
)
_INTENT: Final = re.compile(
    r"将|提升|提高|加强|推进|强化|完善|做好|继续|进一步|确保|力争|争取|努力|加大|深化|优化|开展|落实|抓好"
)
_PAST: Final = re.compile(
    r"[较比同]|与20|自20|从20|针对|结合|根据|按照|对照|总结|年报|报告|要点|以来|存在|整改|反馈|考核|指出|通报"
    r"|基础|依据|印发|决算|预算|取得|已|完成了|上一?年|去年|问题|不足|经验|情况|工作中|回顾|完成|[强善化升高进大展实]了"
)
_PROBLEMS: Final = re.compile(
    r"(?:主要)?(?:存在|问题|不足|差距)[^，。；]{0,14}(?:：|如下|表现|主要是|有待|不够)"
)
_MANY_YEARS: Final = 3  # years in a row are held against each other
_QUOTED: Final = re.compile(r"《[^》\n]{0,120}》|〔[^〕\n]{0,40}〕|“[^”\n]{0,120}”")


def find_title_years(subject: Subject) -> Iterable[Finding]:
    """Report a title with another year than the report's, none, two, or 年度 twice."""
    report = subject.report
    title = re.sub(r"\s", "", title_of(report, subject.form))
    years = [int(year) for year in _YEAR.findall(title)]
    bare = _BARE_YEAR.search(title) if not years else None
    if report.year is not None and any(year != report.year for year in years):
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
    if _DOUBLED.search(title):
        yield _title(
            f"标题“{title}”中“年度”重复，建议写作“××年政府信息公开工作年度报告”。",
            Severity.WARNING,
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
    year = subject.report.year
    if year is None:
        return
    yield from _days(subject, year)
    for section, text in subject.texts.items():
        for match in _PERIOD.finditer(plain(text).text):
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
        for group, due in wrong if len(wrong) == 1 else ():  # both other: it is something else
            yield Finding(
                "year.period",
                # a body set up within the year begins later
                Severity.ERROR if group == "last" else Severity.HINT,
                int(LEAD),
                f"统计期限写的是{match[group]}，应为{due}，请改为{year}年1月1日至12月31日。",
                span=flat.span(*match.span(group)),
                expected=due,
                actual=match[group],
            )


def find_self_years(subject: Subject) -> Iterable[Finding]:
    """Report another year where the body speaks of its own work of the year."""
    yield from find_signed_years(subject)
    yield from find_introduced_years(subject)
    year = subject.report.year
    if year is None:
        return
    for section, text in subject.texts.items():
        for sentence, match in _told_of_years(text):
            group = "year" if match["year"] else "later"
            if _is_slip(sentence, match, int(match[group]), year):
                start, end = (sentence.start + place for place in match.span(group))
                yield Finding(
                    "year.self",
                    Severity.WARNING,
                    int(section),
                    f"{place_of(subject.form, section)}叙述本机关工作时写的是"
                    f"{match[group]}年，报告年份是{year}年，疑为沿用或笔误，请核对。",
                    span=plain(text).span(start, end),
                    expected=str(year),
                    actual=match[group],
                )


def _told_of_years(text: str) -> Iterator[tuple[Sentence, re.Match[str]]]:
    """Yield what a text tells of the work of a year; not where a paragraph goes through years."""
    told: dict[int, list[tuple[Sentence, re.Match[str]]]] = {}
    for sentence in plain(text).sentences:
        if _YEAR.search(sentence.text):
            found = _SELF.finditer(_masked(sentence.text))
            told.setdefault(sentence.line, []).extend((sentence, match) for match in found)
    for its in told.values():
        if len({match["year"] or match["later"] for _, match in its}) < _MANY_YEARS:
            yield from its


def find_signed_years(subject: Subject) -> Iterable[Finding]:
    """Report a date of signature before the report year was over, or in an earlier one."""
    year = subject.report.year
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
    year, text = subject.report.year, plain(subject.texts.get(LEAD, ""))
    for match in _INTRODUCED.finditer(text.text) if year is not None else ():
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


def _masked(text: str) -> str:
    """Return the text with titles and quotes blotted out, every place kept."""
    return _QUOTED.sub(lambda match: "＊" * len(match[0]), text)


def _is_slip(sentence: Sentence, match: re.Match[str], said: int, year: int) -> bool:
    if said == year or abs(said - year) > 3:
        return False
    if f"{year}年" in sentence.text or _OVER_YEARS.search(sentence.heading):
        return False  # years held together
    clause = sentence.clause_at(sentence.start + match.end() - 1)
    end = clause.end - sentence.start
    if _CARRIED_ON.match(sentence.text, end):  # 2022年收到，结转至2023年办理
        return False
    said_of = sentence.text[max(0, match.start() - 12) : end]
    if match.start() == 0 and _OWN_WORK.search(match[0]):  # 2022年，我局严格按照要求公开信息
        said_of = _RULES_FOLLOWED.sub("", said_of)
    return not _NOT_SELF.search(said_of)


def find_plan_years(subject: Subject) -> Iterable[Finding]:
    """Report a plan that names the report year or an earlier one as if it lay ahead."""
    year = subject.report.year
    if year is None:
        return
    for section, text in subject.texts.items():
        flat = plain(text)
        for start, said, words in _planned_in(text, section):
            if year - 3 <= said <= year:
                yield Finding(
                    "year.plan",
                    Severity.WARNING,
                    int(section),
                    f"“{words}”属于下一步打算，但写的是{said}年，"
                    "疑为沿用或笔误，请改为下一年度或者删去年份。",
                    span=flat.span(start, start + 4),
                    expected=str(year + 1),
                    actual=str(said),
                )


@lru_cache(maxsize=64)
def _planned_in(text: str, section: str) -> tuple[tuple[int, int, str], ...]:
    """Return the years of plans: place, year and words; kept, because most text stays."""
    flat = plain(text)
    found: dict[int, tuple[int, int, str]] = {}
    for clause in _plan_clauses(flat.sentences, section):
        for match in _YEAR.finditer(_masked(clause.text)):
            if _looks_ahead(clause.text):
                start = clause.start + match.start()
                found[start] = (start, int(match[1]), clause.text.strip("，；：。"))
    start = 0
    for line in flat.text.split("\n"):
        for place, year, words in _willed_in(line):
            found.setdefault(start + place, (start + place, year, words))
        start += len(line) + 1
    return tuple(sorted(found.values()))


@lru_cache(maxsize=1024)
def _willed_in(line: str) -> tuple[tuple[int, int, str], ...]:
    """Return the years of what a paragraph says will be done: place, year and words."""
    matches = _WILL.finditer(_masked(line))
    return tuple((match.start(), int(match["year"]), match[0]) for match in matches)


def _looks_ahead(clause: str) -> bool:
    return bool(_INTENT.search(clause)) and not _PAST.search(_QUOTED.sub("", clause))


def _plan_clauses(sentences: tuple[Sentence, ...], section: str) -> Iterator[Clause]:
    """Yield the clauses that speak of what is planned: behind 下一步 and 改进措施."""
    planning, sure, line = False, False, -1
    for sentence in sentences:
        if section != "5" and sentence.line != line:
            planning = False
        line = sentence.line
        if not planning and not _PLAN_PERHAPS.search(sentence.text):
            continue
        for clause in sentence.clauses:
            plan = _PLAN_PERHAPS.search(clause.text)
            if plan:
                planning, sure = True, (planning and sure) or bool(_PLAN.search(clause.text))
            elif _PROBLEMS.search(clause.text):
                planning = False
            if planning and (sure or _AHEAD.search(clause.text)):
                yield clause


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
        "叙述本机关当年工作时，写的年份是报告年份；历年对比不在此列。",
        "核校实践",
        find_self_years,
        dismissable=True,
    ),
    Rule(
        "year.plan",
        ("Y-04",),
        Severity.WARNING,
        "下一步打算不写报告年份或者更早的年份。",
        "公开报告中的常见差错",
        find_plan_years,
        dismissable=True,
    ),
)
