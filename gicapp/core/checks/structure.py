"""Sections, tables, aspects and problems that a report must have: S-01 to S-07, T3-10."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import LabelFound
from gicapp.core.report import LEAD, Level, Unit
from gicapp.core.text.passages import plain
from gicapp.form.declaration import Section, Table
from gicapp.form.loader import load_form

_OLDER: Final = "2019"
_NUMERALS: Final = "一二三四五六七八九十"
_STREET: Final = re.compile("街道(?:办事处|办)?$")
# a committee that a government sends to run an area, or the area itself
_SENT: Final = re.compile("管(?:理委员|委)会$|(?:新|园|开发|高新)区$")
_VILLAGES: Final = re.compile("[乡镇](?:人民政府|政府)?$")
_NUMBERING: Final = re.compile(r"^\s*第?([一二三四五六七八九十])[、.．，,]?(?:部分)?\s*")
_SIGNS: Final = re.compile(r"[\s、，,．.：:（）()]")
_BLANKS: Final = re.compile(r"\s")  # where a source was converted; they are no fault of wording
_NOTHING: Final = re.compile(
    r"(?:暂)?(?:无|没有|不存在)(?:存在的?|明显)?(?:主要|突出)?(?:问题|情况|不足)?[。.]?"
)
# told in any words that look ahead; 制度不健全 and 有待加强 are the problem itself
_MEASURE: Final = re.compile(
    r"改[进善正为]|措施|对策|(?<!没有)(?<!没)办法|统一设计|下一?步|今后|下一?阶段|[下来明]一?年|以后|接下来|将|针对|为此|对此|整改|打算|计划|力争|争取|努力"
    r"|拟|准备(?!不)|继续|工作重点|已(?:经)?(?:[按参]照|在|于|把|对|为|要求|建成|开设|开通|补[齐录]|列出|搭建|完成|新[增设])|新[设建增]|建成|开[设通]|约谈|制定了|修订|签订|复盘|已组织|组织(?:了|培训|学习|全)|(?:拟|全部)[^，。；]{0,8}完成|完成了?(?:全面|修订|整改)"
    r"|(?<![不待未够欠难])(?:加[强大快]|提[升高]|完善|健全|强化|优化|推[进动]|落实|增[强设加]|深化|细化|拓[宽展]|丰富"
    r"|做[到好]|抓好|坚持|严格|开展|(?<!尚在)建立)|进一步(?!的?问题)|(?<![主重必需])要(?![求点素件])"
)
_PROBLEM: Final = re.compile(
    r"问题|不足|差距|短板|困难|难[以度题点懂找]|看不懂|有限|晚于|薄弱|滞后|迟缓|单一|陈旧|[不欠缺弱待低慢差浅窄乱漏]|(?<![至减])少|偏[高多传]|盲区|同质化|脱节|症结|难点|隐患|败诉|软任务|增多|比重[偏较]?高|仍[需然]|还[需要应]|需要?(?:进一步|继续)|未[能及]|没有"
)
_PLAN: Final = re.compile(
    r"改进(?:措施|情况|方向|举措|思路|：)|下一步|整改措施|今后|下阶段|下一阶段|针对(?:以上|上述)"
)
_ORDINAL: Final = re.compile(r"(?:^|[：:；。，、\n）])([一二三四五六七八九])是")
# measures are numbered in any way: 一是, 一要, （一）, 1.
_ANY_ORDINAL: Final = re.compile(
    r"(?:^|[：:；。，、\n）])(?:([一二三四五六七八九])(?:是|要|方面)|（([一二三四五六七八九])）|([1-9])[.、．](?!\d))"
)
_DUTIES: Final = (
    ("工作考核", re.compile("考核|考评|绩效|评估|测评")),
    (
        "社会评议",
        re.compile(
            r"(?<!低保)(?<!低保民主)评议|满意度|问卷|测评|评价|意见征集|征求意见|(?:社会|群众|公众|各界)[^，。]{0,6}监督"
        ),
    ),
    ("责任追究结果", re.compile("责任追究|追责|问责|追究责任|追究")),
)
_MOST_LABELS: Final = 6  # labels that a message names
_LONG_LEAD: Final = 300  # characters from which a lead paragraph tells of the work itself
_SHORTEST: Final = 30  # characters of a section five that says something, domain S-06


def find_headings(subject: Subject) -> Iterable[Finding]:
    """Report sections that a source lacks, doubles or has in another order, and their wording."""
    if subject.reading is None:
        yield from _headings_in_text(subject)
        return
    if not subject.reading.headings:
        return
    order = [heading.section for heading in subject.reading.headings]
    for section in subject.form.sections:
        if section.number not in order:
            yield _structure(
                section.number,
                Severity.ERROR,
                f"没有找到“{section.heading}”，六个部分不能遗漏，请补上这个部分的标题。",
            )
    doubled = [section for section in subject.form.sections if order.count(section.number) > 1]
    for section in doubled:
        yield _structure(
            section.number,
            Severity.ERROR,
            f"“{section.heading}”出现了{order.count(section.number)}次，每个部分只能有一个标题，请合并。",
        )
    if order != sorted(order) and not doubled:
        yield _structure(0, Severity.ERROR, "各部分的顺序与统一格式不一致，请按一至六的顺序排列。")
    for heading in subject.reading.headings:
        section = subject.form.section(heading.section)
        worded = _BLANKS.sub("", heading.found)
        if worded != section.heading and not _is_of_its_time(subject, section.number, worded):
            yield _wording(section, heading.found)


def _headings_in_text(subject: Subject) -> Iterator[Finding]:
    """Yield the official headings that stand as a line of their own in the text of a section."""
    headings = {section.heading for section in subject.form.sections}
    for key, text in subject.texts.items():
        start = 0
        for line in text.splitlines(keepends=True):
            if line.strip() in headings:
                first = start + line.index(line.strip())
                yield Finding(
                    "structure.headings",
                    Severity.ERROR,
                    int(key),
                    f"正文里又出现了标题“{line.strip()}”，印出来会有两个，请合并这个部分，删去这一行。",
                    span=(first, first + len(line.strip())),
                    actual=line.strip(),
                )
            start += len(line)


def _is_of_its_time(subject: Subject, number: int, heading: str) -> bool:
    """Tell whether a report of the years before the form keeps to the heading of its time."""
    year, section = subject.report.year, load_form(_OLDER).section(number)
    numeral = f"{_NUMERALS[number - 1]}、"
    older = {section.heading, *(f"{numeral}{variant}" for variant in section.variants)}
    return year is not None and year < subject.form.first_year and heading in older


def _wording(section: Section, heading: str) -> Finding:
    number = _NUMBERING.match(heading)
    if number is not None and number[1] != _NUMERALS[section.number - 1]:
        return _structure(
            section.number,
            Severity.ERROR,
            f"标题“{heading.strip()}”的序号应为“{_NUMERALS[section.number - 1]}”，请改正。",
        )
    # a number or a sign may be lost where a source was converted; other words are the writer's
    same = _SIGNS.sub("", _NUMBERING.sub("", heading)) == _SIGNS.sub("", section.name)
    return _structure(
        section.number,
        Severity.HINT if same else Severity.WARNING,
        f"标题“{heading.strip()}”与统一格式“{section.heading}”不一致，请改为统一的写法。",
    )


def _structure(section: int, severity: Severity, message: str) -> Finding:
    return Finding("structure.headings", severity, section, message)


def find_tables(subject: Subject) -> Iterable[Finding]:
    """Report tables that a source lacks, and labels in them that are not the official ones."""
    if subject.reading is None:
        return
    for table in subject.form.tables:
        if table.id not in subject.reading.tables:
            yield Finding(
                "structure.tables",
                Severity.ERROR,
                table.section,
                f"来源中没有找到第{_NUMERALS[table.section - 1]}部分的“{table.name}”，"
                "请补上表格，没有的数据填 0。",
            )
        labels = [label for label in subject.reading.labels if label.table == table.id]
        if labels:
            yield _other_labels(table, labels)


def _other_labels(table: Table, labels: Sequence[LabelFound]) -> Finding:
    named = "；".join(f"“{label.found}”应为“{label.official}”" for label in labels[:_MOST_LABELS])
    more = "等" if len(labels) > _MOST_LABELS else ""
    return Finding(
        "structure.tables",
        Severity.WARNING,
        table.section,
        f"第{_NUMERALS[table.section - 1]}部分表格有{len(labels)}处文字与统一格式不一致："
        f"{named}{more}，请改为统一的写法。",
    )


def find_aspects(subject: Subject) -> Iterable[Finding]:
    """Report aspects that section one does not come near."""
    for section in subject.form.sections:
        if not section.aspects or is_tables_only(subject):
            continue
        text = _overview(subject, section)
        if not text:
            yield _aspects(
                section,
                f"“{section.name}”还没有内容，请写明"
                f"{'、'.join(aspect.name for aspect in section.aspects)}情况。",
            )
            continue
        missing = _untouched(section, text)
        if len(missing) == 1:  # that near to all, the words may be others
            message = f"“{section.name}”好像没有写到{missing[0]}，请看一看；没有的也请写明。"
            yield _aspects(section, message, Severity.HINT)
        elif missing:
            message = f"“{section.name}”没有写到{'、'.join(missing)}，请补写；没有的也请写明。"
            yield _aspects(section, message)
        yield from _duties(subject, section)


def _overview(subject: Subject, section: Section) -> str:
    """Return the text of section one; a long lead paragraph is it where there is none."""
    text = subject.texts.get(section.key, "")
    lead = subject.texts.get(LEAD, "")
    return text or (lead if len(lead) > _LONG_LEAD else "")


def _untouched(section: Section, text: str) -> list[str]:
    words = plain(text).text
    return [a.name for a in section.aspects if not any(re.search(k, words) for k in a.keywords)]


def _aspects(section: Section, message: str, severity: Severity = Severity.WARNING) -> Finding:
    return Finding("structure.aspects", severity, section.number, message)


def is_tables_only(subject: Subject) -> bool:
    """Tell whether the report was read from a source without any text: a workbook of figures."""
    return subject.reading is not None and not subject.texts


@lru_cache(maxsize=64)
def _duties_in(text: str) -> frozenset[str]:
    """Return the duties that a text speaks of; kept, because most text stays between edits."""
    words = plain(text).text
    return frozenset(name for name, pattern in _DUTIES if pattern.search(words))


def _duties(subject: Subject, section: Section) -> Iterator[Finding]:
    told = frozenset[str]().union(*map(_duties_in, subject.texts.values()))
    missing = [name for name, _ in _DUTIES if name not in told]
    if not missing:
        return
    government = _is_government(subject.report.unit)
    yield _aspects(
        section,
        f"监督保障未提及{'、'.join(missing)}。各级人民政府应当报告，没有的也请写明"
        f"{'。' if government else '；其他机关可以不写。'}",
        Severity.WARNING if government else Severity.HINT,
    )


def _is_government(unit: Unit) -> bool:
    """Tell whether a body is a government: of a 乡镇 too; a 街道 or a zone is one's office."""
    if not unit.name.endswith("政府") and _SENT.search(unit.name):
        return False
    if unit.level is Level.TOWNSHIP:
        return _STREET.search(unit.name) is None
    return unit.level is Level.GOVERNMENT or _VILLAGES.search(unit.name) is not None


def find_problems(subject: Subject) -> Iterable[Finding]:
    """Report a section five without problems, without measures, or that says there are none."""
    if is_tables_only(subject):
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


_PRAISE: Final = re.compile("成效|成绩|良好|顺利|较好|取得|提升了|回顾")
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
        max((_NUMERALS.index(n) + 1 for n in _ORDINAL.findall(problems)), default=0),
        max((_place(n) for found in _ANY_ORDINAL.findall(measures) for n in found if n), default=0),
    )


def _place(number: str) -> int:
    """Return what a number of a list counts to, Chinese or not."""
    return int(number) if number.isdecimal() else _NUMERALS.index(number) + 1


RULES: Final = (
    Rule(
        "structure.headings",
        ("S-01", "S-02"),
        Severity.ERROR,
        "六个部分齐全、顺序和标题与统一格式一致；自拟的标题按序号和位置认作所在的部分，空格不计。",
        "国办公开办函〔2021〕30号：不能遗漏，也不宜泛化",
        find_headings,
    ),
    Rule(
        "structure.tables",
        ("S-03", "T3-10"),
        Severity.ERROR,
        "第二、三、四部分有统一格式的表格，表中的文字与统一格式一致（空格、换行、半角全角不计）。",
        "国办公开办函〔2021〕30号",
        find_tables,
    ),
    Rule(
        "structure.aspects",
        ("S-04", "S-05"),
        Severity.WARNING,
        "总体情况包括主动公开、依申请公开、政府信息管理、政府信息公开平台建设、监督保障；"
        "各级人民政府还应当写明工作考核、社会评议和责任追究结果情况。",
        "国办公开办函〔2021〕30号；《条例》第五十条第（四）项",
        find_aspects,
        dismissable=True,
    ),
    Rule(
        "structure.problems",
        ("S-06", "S-07"),
        Severity.ERROR,
        "写明存在的主要问题，逐条提出改进措施，不能敷衍应对。",
        "《条例》第五十条第（四）项；固镇县2023年年报部署",
        find_problems,
    ),
)
