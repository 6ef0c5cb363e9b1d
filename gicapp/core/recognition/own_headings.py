"""Headings in a report's own words: known by their number, their key words and their place."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from gicapp.core.recognition.fee_table import is_fee_label
from gicapp.core.recognition.label_text import folded, label_text
from gicapp.core.recognition.vocabulary import vocabulary
from gicapp.form.declaration import Form

Line = tuple[float, str]  # the index of its block, and the words
ORDER: Final = "一二三四五六七八九十"
LONGEST: Final = 50  # letters of a heading
TOP: Final = re.compile(
    r"^([一二三四五六七八九十]{1,3})[、.:,]|^第([一二三四五六七八九十])(?:部分|项|章)"
)
_SENTENCE: Final = tuple("。;；,，、:：")
_TABULAR: Final = re.compile(r"\d$|[(（]单位")

# what a heading of a section speaks of, in whatever words
_TOPICS: Final = {
    1: re.compile(
        "^(?!.*(?:主动公开|申请|平台|监督|解读|复议|诉讼))(?:.*(?:概述|概况|综述|总述|成效|做法)"
        "|.*(?:总体|基本|整体|工作|开展|落实|贯彻|推进|执行|实施|公开)[^情]{0,12}情况)"
    ),
    2: re.compile("主动公开"),
    3: re.compile("申请"),
    4: re.compile("复议|诉讼"),
    5: re.compile("问题|不足|困难|短板|差距|改进|整改|下一?步|今后|打算"),
    6: re.compile("其他|其它|需要?(?:报告|说明)|信息处理费"),
}


def number_of(line: str) -> str:
    """Return the number of a heading at the top level, nothing when it has none."""
    match = TOP.match(folded(line))
    return (match[1] or match[2]) if match else ""


# without a number of the top level only what can be nothing else, and only behind the tables
_UNNUMBERED: Final = {
    5: re.compile(
        "(?:政府信息公开|政务公开|工作|中|目前|当前)*(?:存在)?的?(?:主要|突出)?(?:问题|不足|困难)"
        "(?:[和及与、]|以及|下一?步|今后|的|主要)*(?:改进|整改|工作|努力)*(?:措施|情况|打算|计划|思路|建议|方向|意见)+"
    ),
    6: re.compile(
        "(?:需要?(?:报告|说明)的?)?(?:其他|其它)(?:情况|事项|需要?(?:报告|说明)的?(?:事项|情况))?"
    ),
}


def goes_on(line: str) -> bool:
    """Tell whether a heading behind that of problems only goes on with them: 六、改进措施."""
    plain = folded(line)
    return _TOPICS[5].search(plain) is not None and not _TOPICS[6].search(plain)


def heads_fee(line: str) -> bool:
    """Tell whether a line of the top level heads a section of the fee: 五、信息处理费收取情况."""
    return bool(number_of(line)) and is_fee_label(line)


def topic_of(number: str, key: str) -> int:
    """Return the section whose number and whose topic a line of the top level has, or 0."""
    for section, topic in _TOPICS.items():
        if number == ORDER[section - 1] and topic.search(key):
            return section
    return 0


@dataclass(frozen=True)
class Own:
    """Headings in other words, and where a section one without one begins (by index)."""

    headings: Mapping[float, int]
    opening: float | None = None


def own_headings(
    lines: Sequence[Line], chosen: Mapping[float, int], tables: Mapping[int, str], form: Form
) -> Own:
    """Find the lines that stand where the heading of a section without one should.

    Such a line has the section's number at the top level and stands between what the sections
    before and after have. A list 一、二、三 where section one should stand is its text.
    """
    by_table = {section.table: section.number for section in form.sections if section.table}
    anchors = dict(chosen)
    anchors |= {index: by_table[table] for index, table in tables.items() if table in by_table}
    if not anchors:  # no report at all
        return Own({})
    numbered = list(_counted(list(_numbered(lines, form)), chosen, max(tables, default=-1)))
    found: dict[float, int] = {}
    opening = None
    for section in form.sections:
        if section.number in chosen.values() or section.table not in {None, *tables.values()}:
            continue
        after, before = _room(anchors, section.number)
        numbers = {index: number for index, number in numbered if after < index < before}
        place = next((i for i, n in numbers.items() if n == ORDER[section.number - 1]), None)
        if place is None and section.number in _UNNUMBERED and tables and after >= max(tables):
            place = _unnumbered(lines, section.number, after, before)
            numbers = {} if place is None else {place: ""}
        if place is None:
            continue
        if next(reversed(numbers)) == place or section.number > max(by_table.values(), default=0):
            found[place] = anchors[place] = section.number
        elif section is form.sections[0] and next(iter(numbers)) == place:
            opening = place
    return Own(found, opening)


def _room(anchors: Mapping[float, int], section: int) -> tuple[float, float]:
    """Return between which places a section's heading stands: what is before and behind it."""
    after = max((index for index, number in anchors.items() if number < section), default=-1.0)
    behind = (index for index, number in anchors.items() if number >= section and index > after)
    return after, min(behind, default=float("inf"))


def _unnumbered(lines: Sequence[Line], section: int, after: float, before: float) -> float | None:
    """Return where a heading without a number of the top level stands."""
    pattern = _UNNUMBERED[section]
    keys = ((i, label_text(line).key) for i, line in lines if after < i < before)
    return next((index for index, key in keys if pattern.fullmatch(key)), None)


def _counted(
    lines: Sequence[Line], chosen: Mapping[float, int], tables_end: float
) -> Iterator[tuple[float, str]]:
    """Yield the numbers of headings as they are without those that head no section of their own.

    五、存在的问题, 六、改进举措, 七、其他: the sixth goes on with the fifth, the seventh is six.
    五、信息处理费收取情况, 六、存在的问题: the fifth is of section six, the sixth is five.
    """
    more = 0
    fifth = min((index for index, section in chosen.items() if section == 5), default=None)
    for index, line in lines:
        number = number_of(line)
        if index > tables_end and len(number) == 1:
            number = ORDER[max(0, ORDER.index(number) - more)]
            is_behind = fifth is not None and fifth < index
            if heads_fee(line) if number != ORDER[5] else is_behind and goes_on(line):
                more += 1
                continue
            fifth = index if fifth is None and number == ORDER[4] else fifth
        yield index, number


def _numbered(lines: Sequence[Line], form: Form) -> Iterator[Line]:
    """Yield the lines of the top level that are no label of a table and no sentence."""
    words = vocabulary(form)
    for index, line in lines:
        if (
            number_of(line)
            and len(line) <= LONGEST
            and not folded(line).endswith(_SENTENCE)
            and not _TABULAR.search(line)
            and not words.word(line).meanings
        ):
            yield index, line
