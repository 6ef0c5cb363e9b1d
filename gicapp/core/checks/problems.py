"""Section five: the problems that a report must name, and the measures against them: S-06, S-07."""

import re
from collections.abc import Iterable
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.numbering import NUMERALS
from gicapp.core.text.passages import plain

_NOTHING: Final = re.compile(
    r"(?:暂)?(?:无|没有|不存在)(?:存在的?|明显)?(?:主要|突出)?(?:问题|情况|不足)?[。.]?"
)
# measures are told in any words that look ahead
_AHEAD: Final = (
    r"改[进善正为]|措施|对策|(?<!没有)(?<!没)办法|下一?步|今后|下一?阶段|[下来明]一?年|以后|接下来|将|针对(?!性)|为此|对此"
    r"|整改(?!情况[、和等])|打算|计划|力争|争取|努力|拟|准备(?!不)|继续|工作重点|进一步(?!的?问题)|(?<![主重必需])要(?![求点素件等靠跑催])"
)
# or tell of what was done against a problem
_DONE: Final = (
    r"已(?:经)?(?:[按参]照|在|于|把|对|为|要求|建成|开设|开通|补[齐录]|列出|搭建|完成|新[增设])|已组织"
    r"|新[设建增]|建成|开[设通]|约谈|制定了|修订|签订|复盘|统一设计|组织(?:了|培训|学习|全)"
    r"|(?:拟|全部)[^，。；]{0,8}完成|完成了?(?:全面|修订|整改)"
)
# or what is being done; 制度不健全 and 有待加强 are the problem itself
_DOING: Final = (
    r"(?<![不待未够欠难])(?:加[强大快]|提[升高]|完善|健全|强化|优化|推[进动]|落实|增[强设加]|深化|细化|拓[宽展]|丰富"
    r"|做[到好]|抓好|坚持|严格|开展|(?<!尚在)建立)"
)
_MEASURE: Final = re.compile(f"{_AHEAD}|{_DONE}|{_DOING}")
_PROBLEM: Final = re.compile(
    r"问题|不足|[升进]空间|差距|短板|困难|难[以度题点懂找]|看不懂|有限|晚于|薄弱|滞后|迟缓|单一|陈旧"
    r"|[不欠缺弱待低慢差浅窄乱漏]|(?<![至减])少|偏(?![远僻好爱重于向])|[可能]以?再|盲区|同质化|脱节|症结|难点|隐患|败诉|软任务|增多"
    r"|比重[偏较]?高|仍[需然]|还[需要应]|需要?(?:进一步|继续)|未[能及]|没有"
)
_PLAN: Final = re.compile(
    r"改进(?:措施|情况|方向|举措|思路|：)|下一步|整改措施|今后|下阶段|下一阶段|针对(?:以上|上述)"
)
_ORDINAL: Final = re.compile(r"(?:^|[：:；。，、\n）])([一二三四五六七八九])是")
# measures are numbered in any way: 一是, 一要, （一）, 1.
_ANY_ORDINAL: Final = re.compile(
    r"(?:^|[：:；。，、\n）])(?:([一二三四五六七八九])(?:是|要|方面)|（([一二三四五六七八九])）|([1-9])[.、．](?!\d))"
)
_SHORTEST: Final = 30  # characters of a section five that says something, domain S-06


def find_problems(subject: Subject) -> Iterable[Finding]:
    """Report a section five without problems, without measures, or that says there are none."""
    if subject.is_tables_only:
        return
    section = subject.form.section(5)
    text = plain(subject.texts.get(section.key, "")).text.strip()
    ahead = subject.year is not None and f"{subject.year + 1}年" in text
    grave, message = _problem_fault(text, section.name, looks_ahead=ahead)
    if message:
        yield Finding(
            "structure.problems",
            Severity.ERROR if grave else Severity.WARNING,
            section.number,
            message,
        )
        return
    problems, measures = _counts(text)
    if problems > measures > 0:
        yield Finding(
            "structure.problems",
            Severity.HINT,
            section.number,
            f"列出了{problems}条问题、{measures}条改进措施，请逐条写明改进措施。",
        )


def _problem_fault(text: str, name: str, *, looks_ahead: bool) -> tuple[bool, str]:
    """Return whether the fault is grave and what it is; an empty text when there is none."""
    if not text:
        return True, f"“{name}”还没有内容，请逐条写明主要问题和改进措施。"
    if _NOTHING.fullmatch(text):
        return True, f"“{name}”不能只写“{text}”，请逐条写明主要问题和改进措施。"
    if len(text) < _SHORTEST:
        return False, f"“{name}”只有{len(text)}个字，请写明主要问题和改进措施。"
    if not (_PROBLEM.search(text) or _has_other_words(text, _MEASURE, first=True)):
        return False, f"“{name}”没有写明存在的问题，请补写。"
    if not (looks_ahead or _MEASURE.search(text) or _has_other_words(text, _PROBLEM)):
        return False, f"“{name}”没有写明改进措施，请逐条补写。"
    return False, ""


_PRAISE: Final = re.compile("成效|成绩|良好|顺利|[较更]好|较高|平稳|满意|取得|提升了|回顾|一如既往")
_A_STATEMENT: Final = 8  # characters of a sentence that tells something


def _has_other_words(text: str, known: re.Pattern[str], *, first: bool = False) -> bool:
    """Tell whether beside sentences with known words others stand, which may tell the rest.

    Before them where `first`, else behind: 需求旺盛，人手跟不上。将组建…
    """
    sentences = [s.text for s in plain(text).sentences if len(s.text) >= _A_STATEMENT]
    kinds = [bool(known.search(words)) for words in sentences]
    if True not in kinds:
        return False
    place = kinds.index(True)
    rest = sentences[:place] if first else sentences[place + 1 :]
    return any(not (known.search(words) or _PRAISE.search(words)) for words in rest)


def _counts(text: str) -> tuple[int, int]:
    """Return how many problems and how many measures are numbered 一是, 二是… in the text."""
    plan = _PLAN.search(text)
    if not plan:
        return 0, 0
    problems, measures = text[: plan.start()], text[plan.start() :]
    return (
        max((NUMERALS.index(n) + 1 for n in _ORDINAL.findall(problems)), default=0),
        max((_place(n) for found in _ANY_ORDINAL.findall(measures) for n in found if n), default=0),
    )


def _place(number: str) -> int:
    """Return what a number of a list counts to, Chinese or not."""
    return int(number) if number.isdecimal() else NUMERALS.index(number) + 1


RULES: Final = (
    Rule(
        "structure.problems",
        ("S-06", "S-07"),
        Severity.ERROR,
        "写明存在的主要问题，逐条提出改进措施，不能敷衍应对。",
        "《条例》第五十条第（四）项；固镇县2023年年报部署",
        find_problems,
    ),
)
