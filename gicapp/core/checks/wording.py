"""Wording and signs of official writing: slips of the pen, length, the lead paragraph (S rules)."""

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.mistakes import mistakes_in
from gicapp.core.text.part_names import garbled_names, miscounted_parts, mixed_builds
from gicapp.core.text.passages import plain
from gicapp.core.text.signs import count_signs
from gicapp.core.text.unfinished import told_twice

_LONGEST: Final = 1000  # characters of section one, as a local notice limits it (WW25)
_LONG_PARAGRAPH: Final = 200
_SUBJECT_WORDS: Final = re.compile(
    "公开|公布|发布|推送|专栏|信息|申请|政策|网站|平台|监督|公示|解读|公众号|政务|答复"
)


def _is_half_width_throughout(subject: Subject) -> bool:
    """Tell whether half-width signs are the rule: then the source was converted, not mistyped."""
    signs = [count_signs(text) for text in subject.texts.values()]
    return sum(half for half, _ in signs) >= max(sum(full for _, full in signs), 2)


def find_slips(subject: Subject) -> Iterable[Finding]:
    """Report slips of the pen, and a lead paragraph that is missing or misplaced."""
    tabular = {section.key for section in subject.form.sections if section.table}
    half_width = _is_half_width_throughout(subject)  # told once, or not at all
    names = tuple(section.name for section in subject.form.sections)
    told: list[Finding] = []
    for section, text in subject.texts.items():
        for slip in _slips_in(text, names) if section not in tabular else ():
            if slip.half_width:
                if half_width:
                    continue
                half_width = True
            found = Finding(
                "text.wording",
                Severity.WARNING if slip.wrong else Severity.HINT,
                int(section),
                f"{place_of(subject.form, section)}：{slip.message}",
                span=(slip.start, slip.end),
            )
            told.append(found)
            yield found
    yield from (found for found in _twice(subject, tabular) if not found.meets(told))
    yield from _lead(subject)


def _slips_in(text: str, names: tuple[str, ...]) -> Iterator[Mistake]:
    """Yield the slips of the pen in a text, those in what it says of the report's parts too."""
    yield from mistakes_in(text)
    yield from garbled_names(text, names)
    yield from miscounted_parts(text)
    yield from mixed_builds(text)


_OPEN_QUOTE: Final = re.compile("“(?=[^”]*$)")  # its other half is cut off with the rest


def _twice(subject: Subject, tabular: set[str]) -> Iterator[Finding]:
    """Report sentences that the report has twice word for word."""
    texts = tuple(pair for pair in subject.texts.items() if pair[0] not in tabular)
    for section, start, end, words in told_twice(texts):
        yield Finding(
            "text.wording",
            Severity.HINT,
            int(section),
            f"{place_of(subject.form, section)}：“{_OPEN_QUOTE.sub('', words)}……”"
            "一句在文中重复出现，请核对后删去一处。",
            span=plain(subject.texts[section]).span(start, end),
        )


# a whole year named from day to day; 截至12月31日 before a number only tells when that was counted
_SPAN: Final = re.compile(
    r"(?<!\d)1月1日?[^。；]{0,24}1[0-2]月|\d{1,2}月\d{1,2}日(?:起|开始)?(?:至|到|[-—–~～―－])+[^。；，]{0,6}1[0-2]月"
    r"|\d{1,2}月[^。；，\d]{0,3}(?:20\d\d年|同年|当年)?12月(?!\d)|20\d\d[.年/-]0?1[.月/-]0?1[^。；，]{1,12}12[.月/-]3[01]"
    r"|(?:数据|统计)[^。；]{0,6}(?:截?[至止]|到)[^。；]{0,6}20\d\d年12月31日"
    r"|截[至止][^。；]{0,8}12月31日[^。；]{0,12}(?:起|自)[^。；]{0,14}1月1日"
    r"|(?:统计|起止|截止)[^。]{0,8}(?:期限|时限|时间|时段|期间|范围|周期|区间|年度|日期)|(?:期限|时限)[^。]{0,4}[为是：]"
)
# a lead paragraph that speaks of counting at all tells the period: 统计期为2023年全年
_COUNTING: Final = re.compile("统计(?!局|部门|调查|机构|员)")
_PERIOD: Final = re.compile(
    r"(?:统计|数据)[^。]{0,8}截[至止][^。]{0,6}12月|统计[^。]{0,8}(?:期限|时限|时间|期间|范围|周期|区间)"
    r"|(?:报告|数据)[^。]{0,40}1月1日[^。，]{0,16}12月(?:31日|底)|涵盖[^。]{0,30}1月1日[^。，]{0,16}12月(?:31日|底)"
)
# 如对本报告有疑问，请联系… is no basis
_BASIS: Final = re.compile(
    r"(?:根据|按照|依据|依照)[^。]{0,60}《[^。]{0,400}(?:编制|编写|制作|撰写|公布|现将|形成|制定|要求)[^。]{0,30}报告"
    r"|(?<!对)本(?:年度)?报告(?:是|由|根据|依据|依照|按照|按|所列|所用|所含|中所?|的?数据|的?统计|涵盖|包括|共分?|全文|内容)"
)


_OPENING: Final = (("编制依据", _BASIS), ("统计期限", _PERIOD))


def _lead(subject: Subject) -> Iterator[Finding]:
    """Report a missing lead paragraph or period; nothing for a report without any text."""
    if not subject.texts:
        return
    lead = plain(subject.texts.get(LEAD, "")).text
    first = plain(subject.texts.get("1", "")).text[:600]
    if not lead.strip():
        there = [name for name, pattern in _OPENING if pattern.search(first)]
        yield Finding("text.wording", Severity.HINT, 1 if there else 0, _lead_missing(there, first))
    elif not (_SPAN.search(lead) or _COUNTING.search(lead) or _SPAN.search(first)):
        yield Finding(
            "text.wording",
            Severity.HINT,
            0,
            f"导语没有写明统计期限，建议写明数据统计期限为"
            f"{subject.year or '××××'}年1月1日至12月31日。",
        )


def _lead_missing(there: Sequence[str], first: str) -> str:
    """Return what to say of a report without lead paragraph, some of it being in section one."""
    if not there:
        return "没有导语，建议在第一部分之前写明编制依据、统计期限和联系方式。"
    period = "" if _SPAN.search(first) else "，并写明统计期限"
    return f"{'和'.join(there)}写在了“总体情况”里面，建议移到第一部分之前作为导语{period}。"


def find_lengths(subject: Subject) -> Iterable[Finding]:
    """Report a section one over a thousand characters, and long stretches off the subject."""
    section = subject.form.section(1)
    text = subject.texts.get(section.key, "")
    length = len(plain(text).text.replace("\n", ""))
    if length > _LONGEST:
        yield Finding(
            "text.length",
            Severity.HINT,
            section.number,
            f"“{section.name}”有{length}个字；有的地方要求不超过一千字，请按当地通知掌握。",
        )
    for key, words in subject.texts.items():
        start = 0
        for line in words.split("\n"):
            if len(line) > _LONG_PARAGRAPH and not _SUBJECT_WORDS.search(line):
                yield Finding(
                    "text.length",
                    Severity.HINT,
                    int(key),
                    f"{place_of(subject.form, key)}有一段{len(line)}个字没有谈到政府信息公开，"
                    "请核对是否与本报告有关。",
                    span=(start, start + len(line)),
                )
            start += len(line) + 1


RULES: Final = (
    Rule(
        "text.wording",
        ("S-15", "S-16"),
        Severity.WARNING,
        "文字严谨，语句完整，序号连续，标点规范，数字、年份和日期书写规范，导语齐全。",
        "怀化市2021年年报通知：数据精确、文字严谨；出版物上数字用法（GB/T 15835—2011）；"
        "公开报告中的常见差错",
        find_slips,
        dismissable=True,
    ),
    Rule(
        "text.length",
        ("S-14", "S-18"),
        Severity.HINT,
        "总体情况简明客观，篇幅原则上不超过一千字；内容不泛化。",
        "武政办发〔2025〕54号；国办公开办函〔2021〕30号：不宜泛化",
        find_lengths,
        dismissable=True,
    ),
)
