"""Sections, tables and aspects that a report must have: S-01 to S-05, T3-10."""

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.reading import LabelFound
from gicapp.core.report import LEAD, Level, Unit
from gicapp.core.text.numbering import NUMERALS
from gicapp.core.text.passages import plain
from gicapp.form.declaration import Section, Table
from gicapp.form.loader import load_form

_OLDER: Final = "2019"
_STREET: Final = re.compile("街道(?:办事处|办)?$")
# a committee that a government sends to run an area, or the area itself
_SENT: Final = re.compile("管(?:理委员|委)会$|(?:新|园|开发|高新)区$")
_VILLAGES: Final = re.compile("[乡镇](?:人民政府|政府)?$")
_NUMBERING: Final = re.compile(r"^\s*第?([一二三四五六七八九十])[、.．，,]?(?:部分)?\s*")
# a seventh part: 六、下一步改进举措 behind the problems, 七、… behind other matters
_PART: Final = re.compile(r"([六七八九])、[^。；，\n]{2,30}")
_LAST: Final = (5, 6)  # sections whose text may hold one
_SIGNS: Final = re.compile(r"[\s、，,．.：:（）()]")
_BLANKS: Final = re.compile(r"\s")  # where a source was converted; they are no fault of wording
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


def find_headings(subject: Subject) -> Iterable[Finding]:
    """Report sections that a source lacks, doubles or has in another order, and their wording.

    Of any report too, the headings of further parts that stand in the text.
    """
    yield from _further_parts(subject)
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
        for line, span in _lines(text):
            if line in headings:
                yield Finding(
                    "structure.headings",
                    Severity.ERROR,
                    int(key),
                    f"正文里又出现了标题“{line}”，印出来会有两个，请合并这个部分，删去这一行。",
                    span=span,
                    actual=line,
                )


def _further_parts(subject: Subject) -> Iterator[Finding]:
    """Yield the lines in the last sections that head a part which the form has not."""
    official = {section.heading for section in subject.form.sections}
    for number in _LAST:
        section = subject.form.section(number)
        text = subject.texts.get(section.key, "")
        if re.search("^[一二三四五]、", text, re.MULTILINE):
            continue  # a list of its own that goes on
        for line, span in _lines(text):
            if _PART.fullmatch(line) and line not in official:
                yield Finding(
                    "structure.headings",
                    Severity.WARNING,
                    number,
                    f"“{line}”另成一个部分，统一格式只有六个部分，这些内容属于"
                    f"“{section.heading}”，请改为其中的一个小标题（如“（二）{line[2:]}”）。",
                    span=span,
                    actual=line,
                )


def _lines(text: str) -> Iterator[tuple[str, tuple[int, int]]]:
    """Yield the lines of a text without the blanks around them, and where each stands."""
    start = 0
    for line in text.splitlines(keepends=True):
        words = line.strip()
        first = start + line.index(words)
        yield words, (first, first + len(words))
        start += len(line)


def _is_of_its_time(subject: Subject, number: int, heading: str) -> bool:
    """Tell whether a report of the years before the form keeps to the heading of its time."""
    year, section = subject.report.year, load_form(_OLDER).section(number)
    numeral = f"{NUMERALS[number - 1]}、"
    older = {section.heading, *(f"{numeral}{variant}" for variant in section.variants)}
    return year is not None and year < subject.form.first_year and heading in older


def _wording(section: Section, heading: str) -> Finding:
    number = _NUMBERING.match(heading)
    if number is not None and number[1] != NUMERALS[section.number - 1]:
        return _structure(
            section.number,
            Severity.ERROR,
            f"标题“{heading.strip()}”的序号应为“{NUMERALS[section.number - 1]}”，请改正。",
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
                f"来源中没有找到第{NUMERALS[table.section - 1]}部分的“{table.name}”，"
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
        f"第{NUMERALS[table.section - 1]}部分表格有{len(labels)}处文字与统一格式不一致："
        f"{named}{more}，请改为统一的写法。",
    )


def find_aspects(subject: Subject) -> Iterable[Finding]:
    """Report aspects that section one does not come near."""
    for section in subject.form.sections:
        if not section.aspects or subject.is_tables_only:
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
)
