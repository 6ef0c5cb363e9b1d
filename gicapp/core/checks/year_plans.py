"""Plans that name the report year or an earlier one as if it lay ahead: Y-04."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import MEASURES
from gicapp.core.text.own_years import YEAR, masked
from gicapp.core.text.passages import Clause, Sentence, plain

_PLAN: Final = re.compile(
    r"下一步|下一年|今后|下阶段|下一阶段|改进(?:措施|方向|举措|思路|安排|计划|打算)|整改(?:措施|计划|安排)|工作(?:打算|计划|思路|安排(?=[：。]|如下|是))|新的一年|拟(?<![草虚模]拟)(?:于|在|将|定于)"
)
# 改进情况 tells of what was done as often as of what is planned
_PLAN_PERHAPS: Final = re.compile(_PLAN.pattern + "|改进情况")
_AHEAD: Final = re.compile("将|确保|力争|争取|努力")
# 2023年，我局将进一步…, without a word on what comes next; 将…纳入 only moves something
_WILL: Final = re.compile(
    r"(?<![\d〔（第至-])(?<!提出|承诺|明确)(?P<year>20\d\d)年度?，?[^，。；：\d\n]{0,16}?将"
    r"(?:进一步|继续|持续|不断|坚持|认真|重点|着力|着手|从以下|严格|加强|加大|深化)"
    r"(?![^，。；：\n]*(?:作为|[视定列]为|视作|当[作成]|纳入|列入|融入|贯穿|摆[在到上]|放[在到]|结合|转化))[^，。；\n]{0,20}"
)
# 2023年，分局计划把…: in section five it is a plan
_PLANNED: Final = re.compile(
    r"(?:^|(?<=[。；]))(?P<year>20\d\d)年度?(?:，[^，。；：\d\n]{0,12}?|(?=将))"
    r"(?:计划(?=把|将|对|在|继续|进一步)|(?:计划|将)(?=开展|推[进动行]|组织|举办|建[设立]|制[定作]|修订|增[加设]"
    r"|完善|加[大强快]|聚焦|邀请|健全|优化|强化|推出|拓展|选派|聘请|上线|启动|探索|对照|会同|围绕|依托|安排"
    r"|在(?=[^，。；]{2,16}(?:增设|开设|设立|新增|公开|发布|推出|开展))"
    r"|逐[步项]|主动(?!公开)|充分|切实|定期|每|统一(?!的)|按[月季]|压实|编[制印写发]|召开|派驻|评选|建(?=[^，。；]{2,16}(?:机制|制度|专区|专栏))|把|对(?!照)|扩大|指导|督促|打造|配[备齐]|充实|丰富|做好|抓好))"
    r"(?![^，。；：\n]*(?:作为|列为|纳入))[^，。；\n]{0,20}"
)
# 计划于 2022 年 6 月底前完成, 力争 2023 年底实现
_DUE: Final = re.compile(
    r"(?<![原已])(?:(?:计划|力争|争取|确保|预计)(?:于|在|到)?|将[于在]|(?<=[一二三四五六]是)(?=20\d\d年(?:\d{1,2}月)?底?前)|(?:^|(?<=[。；，]))(?=20\d\d年\d{1,2}月[底初末]?前将))"
    r"(?P<year>20\d\d)年"
    r"(?:\d{1,2}月|[上下]半年|年)?[初中末底]?(?:之?前)?将?(?:完成|建成|上线|实现|达到|全部|投入|开通|在(?=[^，。；\n]{2,16}(?:开设|设立|增设|上线)))[^，。；\n]{0,12}"
)
_INTENT: Final = re.compile(
    r"将|拟|提升|提高|加强|推进|强化|完善|做好|继续|进一步|确保|力争|争取|努力|加大|深化|优化|开展|落实|抓好|启动"
)
_PAST: Final = re.compile(
    r"[较比同]|与20|自20|从20|针对|结合|根据|按照|对照|总结|年报|报告|要点|以来|存在|整改|反馈|考核|指出|通报"
    r"|基础|依据|印发|决算|预算|取得|已|完成了|上一?年|去年|问题|不足|经验|情况|工作中|回顾|完成|[强善化升高进大展实]了"
)
# 2024年开展 3 场，观看 26 万人次: done, and counted
_COUNTED: Final = re.compile(
    r"(?:^|，)20\d\d年(?:共|累计|已)?(?:开展|举办|组织|召开|发布|推出|印发)[^，。；\d]{0,10}\d+[场次期件条篇份个](?!以上)"
)
_OBJECT: Final = ("对", "把", "将", "就")  # 对 2023 年全部答复书开展自查: what is dealt with
_PROBLEMS: Final = re.compile(
    r"(?:主要)?(?:存在|问题|不足|差距)[^，。；]{0,14}(?:：|如下|表现|主要是|有待|不够)"
)


def find_plan_years(subject: Subject) -> Iterable[Finding]:
    """Report a plan that names the report year or an earlier one as if it lay ahead."""
    year = subject.year
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
        for match in YEAR.finditer(masked(clause.text)):
            if _looks_ahead(clause.text) and not clause.text[: match.start()].endswith(_OBJECT):
                start = clause.start + match.start()
                found[start] = (start, int(match[1]), clause.text.strip("，；：。"))
    start = 0
    for line in flat.text.split("\n"):
        for place, year, words in _willed_in(line, plans=section == MEASURES):
            found.setdefault(start + place, (start + place, year, words))
        start += len(line) + 1
    return tuple(sorted(found.values()))


@lru_cache(maxsize=1024)
def _willed_in(line: str, *, plans: bool) -> tuple[tuple[int, int, str], ...]:
    """Return the years of what a paragraph says will be done: place, year and words."""
    patterns = (_WILL, _PLANNED, _DUE) if plans else (_WILL,)
    matches = chain.from_iterable(pattern.finditer(masked(line)) for pattern in patterns)
    return tuple((m.start("year"), int(m["year"]), line[m.start() : m.end()]) for m in matches)


def _looks_ahead(clause: str) -> bool:
    counted = _COUNTED.match(clause) and not _AHEAD.search(clause)
    return bool(_INTENT.search(clause)) and not (_PAST.search(masked(clause)) or counted)


def _plan_clauses(sentences: tuple[Sentence, ...], section: str) -> Iterator[Clause]:
    """Yield the clauses that speak of what is planned: behind 下一步 and 改进措施."""
    planning, sure, line = False, False, -1
    for sentence in sentences:
        if section != MEASURES and sentence.line != line:
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
        "year.plan",
        ("Y-04",),
        Severity.WARNING,
        "下一步打算不写报告年份或者更早的年份。",
        "公开报告中的常见差错",
        find_plan_years,
        dismissable=True,
    ),
)
