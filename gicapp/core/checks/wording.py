"""Wording and signs of official writing: slips of the pen, length, the lead paragraph (S rules)."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD
from gicapp.core.text.brackets import lone_signs
from gicapp.core.text.confusions import confusions
from gicapp.core.text.passages import plain
from gicapp.core.text.spelling import misspellings

_LONGEST: Final = 1000  # characters of section one, as a local notice limits it (WW25)
_LONG_PARAGRAPH: Final = 200
_SUBJECT_WORDS: Final = re.compile("公开|信息|申请|政策|网站|平台|监督|公示|解读|公众号|政务|答复")

# two to six characters written twice; pairs that good sentences put side by side are let be
_REPEATED: Final = re.compile(r"([\u4e00-\u9fff]{2,6})\1")
_FINE_TWICE: Final = re.compile(
    r"(.)\1|一.*|逐.*|[规服公管监审宣解发培学交考检指保研评落督投教处咨调统编维][范服务开理督查传读布训习流核查导障究评实查诉育理询研计制护]"
    r"|年年|.*[年月日件条次个]|公开|工作|服务|建设|规范"
    # X政府政府信息公开, 本部门部门决算: a body's or a field's name before another that begins so
    r"|政府|部门|单位|机关|人民|街道|社区|中心|办公|政务|行政|管理|监督|监管|发展|教育|事务|财政|执法|应急|医疗"
    r"|公安|生态|文化|农业|资源|市场|交通|城市|法治|安全|卫生|税务|审计|统计|民政|司法|水利|林业|商务|科技|信访"
    r"|档案|保障|质量|组织|宣传|平台|栏目|专栏"
)
_CLAUSE_TWICE: Final = re.compile(
    r"(?:^|(?<=[，。；：]))([^，。；：\d]{6,30})[，。；]\1(?=[，。；])"
)
# 政务公开工作工作机制 is fine, 做好政务公开工作工作 is not
_WORK_TWICE: Final = re.compile("工作工作(?=[，。；：、]|$)")
# small words that no good sentence has twice, but at the seam of two words (为了了解)
_SMALL_TWICE: Final = re.compile(
    "的的(?!确)|在在(?![校职学建编岗线])|对对(?![口外内策象应话比照立接标手])|了了(?!解|如|然)"
    "|和和(?![平谐睦解])|与与(?!会)|将将(?!军|来)|被被(?!动|申|告)|及及(?!时|格)|或或"
)
_OPEN_BY_EXCEPTION: Final = re.compile("(?<=常态[、，])公开[是为]例外")
_YEAR_WITHOUT_ITS_WORD: Final = re.compile(
    r"(?<!\d)20[0-4]\d(?:1[0-2]|[1-9])月(?=[\d一二三初底至])"
)
_DOUBLE: Final = re.compile(
    r"[，。；：、]{2,}|[，；：、][。！？]|。[，；：、]|(?<=[一二三四五六七八九十]）)、"
)
_HALF: Final = re.compile(
    r"(?<=[\u4e00-\u9fff》”）])(?:[,;:?!](?=[\u4e00-\u9fff“《（])"
    r"|(?<![一二三四五六七八九十])\.(?=[\u4e00-\u9fff“《（]|\s*$))"
)
_FULL: Final = re.compile("[，；：？！]")
_BROKEN: Final = re.compile(r"(?:^|[，。；：、\n])(办\d+件)(?=[，。；、]|$)", re.MULTILINE)
_DENIED: Final = re.compile("[未没无][^，。；]*$")
_NO_NUMBER: Final = re.compile(
    "(?:(?<!公)共|共计|合计|累计|总计)(?:收到|受理|办理|办结|答复|新收|发布|(?:主动)?公开)?(?:各类)?(?:政[府务])?(?:信息)?(?:件|条|次|份|篇|万元|元)(?=[，。；])"
    "|(?:(?<=[，；：。年共已计])办结|结转下年度?|公开信息|发布信息|收到申请)(?:件|条|次|份|篇)(?=[，。；])"
    "|(?:共计|合计|总计|占比为?|数量为|件数为|总数为|金额为)(?=[。；])"
    "|(?<=件，)现行有效的?(?:行政)?规范性文件(?=[。；])"
)
# 收到申请　件: a blank left for the number
_GAP: Final = re.compile(
    r"(?<=[到理请结复开息定计共])[ \t\u3000\u00a0]+[件条份篇次](?=[，。；、）])"
)
_ORDINAL: Final = re.compile(
    r"(?:^|[：；。，、）\n])([一二三四五六七八九])是(?!否|不|非|一)", re.MULTILINE
)
_LINE_NUMBER: Final = re.compile(r"^（([一二三四五六七八九十])）", re.MULTILINE)
_NUMERALS: Final = "一二三四五六七八九十"


class _Slip(NamedTuple):
    """A slip at a place of the printed text, its grade and its message.

    `half_width`: it is half-width signs, which are told once a report.
    """

    start: int
    end: int
    severity: Severity
    message: str
    half_width: bool = False


@lru_cache(maxsize=64)
def _slips_in(text: str) -> tuple[_Slip, ...]:
    """Return the slips of a text in order of place; kept, because most text stays."""
    found = [*_numbering(text), *_unpaired(text)]
    start = 0
    for line in text.split("\n"):
        found += [
            slip._replace(start=slip.start + start, end=slip.end + start)
            for slip in _slips_of_line(line)
        ]
        start += len(line) + 1
    return tuple(sorted(found))


@lru_cache(maxsize=1024)
def _slips_of_line(line: str) -> tuple[_Slip, ...]:
    """Return the slips that show within a paragraph."""
    return tuple(slip for search in _SEARCHES for slip in search(line))


def _repeated(text: str) -> Iterator[_Slip]:
    flat = plain(text)
    for match in _CLAUSE_TWICE.finditer(flat.text):
        yield _Slip(*flat.span(*match.span()), Severity.HINT, f"“{match[1]}”写了两遍，请核对。")
    found = [m for m in _REPEATED.finditer(flat.text) if not _FINE_TWICE.fullmatch(m[1])]
    for match in [*found, *_WORK_TWICE.finditer(flat.text), *_SMALL_TWICE.finditer(flat.text)]:
        half = match[0][: len(match[0]) // 2]
        yield _Slip(
            *flat.span(*match.span()), Severity.HINT, f"“{match[0]}”中“{half}”重复，请核对。"
        )


def _doubled_signs(text: str) -> Iterator[_Slip]:
    flat = plain(text)
    for match in _DOUBLE.finditer(flat.text):
        yield _Slip(
            *flat.span(*match.span()), Severity.WARNING, f"标点“{match[0]}”重复或者多余，请改正。"
        )


def _half_width(text: str) -> Iterator[_Slip]:
    """Report half-width signs once a paragraph, with their number."""
    found = list(_HALF.finditer(text))
    if found:
        yield _Slip(
            *found[0].span(),
            Severity.HINT,
            f"汉字之间有{len(found)}处半角标点（第一处是“{found[0][0]}”），请改为全角标点。",
            half_width=True,
        )


def _broken(text: str) -> Iterator[_Slip]:
    flat = plain(text)
    for match in _BROKEN.finditer(flat.text):
        yield _Slip(
            *flat.span(*match.span(1)),
            Severity.WARNING,
            f"“{match[1]}”语句不完整，疑为“办结{match[1][1:]}”漏字，请核对。",
        )
    for match in _NO_NUMBER.finditer(flat.text):
        if _DENIED.search(flat.text[max(0, match.start() - 12) : match.start()]):
            continue  # 未收到依申请公开信息件
        yield _Slip(
            *flat.span(*match.span()),
            Severity.WARNING,
            f"“{match[0]}”缺少数字，请补上。",
        )
    for match in _GAP.finditer(text):
        yield _Slip(
            *match.span(), Severity.WARNING, f"“{match[0].strip()}”前面空着，缺少数字，请补上。"
        )
    for pattern, message in (
        (_OPEN_BY_EXCEPTION, "“{}”疑漏“不”字，应为“不公开为例外”。"),
        (_YEAR_WITHOUT_ITS_WORD, "“{}”疑漏“年”字，请改正。"),
    ):
        for match in pattern.finditer(flat.text):
            yield _Slip(*flat.span(*match.span()), Severity.WARNING, message.format(match[0]))


def _numbering(text: str) -> Iterator[_Slip]:
    """Report 一是…三是…三是 and （一）（三）: a number twice, or one left out."""
    flat = plain(text)
    for pattern, shape in ((_ORDINAL, "{}是"), (_LINE_NUMBER, "（{}）")):
        open_lists: list[int] = []
        place = 0
        for match in pattern.finditer(flat.text):
            last = open_lists[-1] if open_lists else 0
            before, place = flat.text[place : match.start(1)], match.start(1)
            if not _continues(open_lists, _NUMERALS.index(match[1]) + 1) and last:
                said, due = shape.format(match[1]), shape.format(_NUMERALS[min(last, 9)])
                if due in before:  # it stands there, behind words instead of a sign
                    continue
                yield _Slip(
                    *flat.span(*match.span(1)),
                    Severity.WARNING,
                    f"序号“{said}”与前面不连续，此处应为“{due}”，请核对。",
                )


def _continues(open_lists: list[int], number: int) -> bool:
    """Put a number on the list that it continues; tell whether there is one.

    A list may stand inside an item of another: 1 opens one, and going on with an outer list
    closes the inner ones. After a number that continues none, either it or the one that was
    due may be gone on from, so that one slip is told once.
    """
    if number == 1:
        open_lists.append(1)
        return True
    level = next((n for n in range(len(open_lists)) if open_lists[~n] == number - 1), None)
    if level is None:
        open_lists[-1:] = [number, open_lists[-1] + 1] if open_lists else [number]
        return False
    del open_lists[len(open_lists) - level :]
    open_lists[-1] = number
    return True


def _unpaired(text: str) -> Iterator[_Slip]:
    """Report brackets and quotes that open or close alone."""
    for place in lone_signs(text):
        yield _Slip(
            place,
            place + 1,
            Severity.WARNING,
            f"“{text[place].translate(_WIDE)}”没有成对，请补上另一半或者删去。",
        )


def _confused(text: str) -> Iterator[_Slip]:
    flat = plain(text)
    for start, end, meant in confusions(flat.text):
        yield _Slip(
            *flat.span(start, end),
            Severity.HINT,
            f"“{flat.text[start:end]}”疑为“{meant}”，请核对。",
        )


_WIDE: Final = str.maketrans("()", "（）")


def _misspelt(text: str) -> Iterator[_Slip]:
    for slip in misspellings(text):
        severity = Severity.WARNING if slip.wrong else Severity.HINT
        yield _Slip(slip.start, slip.end, severity, slip.message)


_SEARCHES: Final = (_repeated, _doubled_signs, _half_width, _broken, _misspelt, _confused)


def _is_half_width_throughout(subject: Subject) -> bool:
    """Tell whether half-width signs are the rule: then the source was converted, not mistyped."""
    signs = [_signs_in(text) for text in subject.texts.values()]
    return sum(half for half, _ in signs) >= max(sum(full for _, full in signs), 2)


@lru_cache(maxsize=64)
def _signs_in(text: str) -> tuple[int, int]:
    """Return how many half-width and how many full-width signs a text has between characters."""
    return len(_HALF.findall(text)), len(_FULL.findall(text))


def find_slips(subject: Subject) -> Iterable[Finding]:
    """Report slips of the pen, and a lead paragraph that is missing or misplaced."""
    tabular = {section.key for section in subject.form.sections if section.table}
    half_width = _is_half_width_throughout(subject)  # told once, or not at all
    for section, text in subject.texts.items():
        for slip in _slips_in(text) if section not in tabular else ():
            if slip.half_width:
                if half_width:
                    continue
                half_width = True
            yield Finding(
                "text.wording",
                slip.severity,
                int(section),
                f"{place_of(subject.form, section)}：{slip.message}",
                span=(slip.start, slip.end),
            )
    yield from _lead(subject)


# 截至12月31日 before a number tells when that was counted, not what the report covers
_PERIOD: Final = re.compile(
    r"统计[^。]{0,8}(?:期限|时限|时间|期间|范围|周期|区间)"
    r"|(?:报告|数据)[^。]{0,40}1月1日[^。，]{0,16}12月(?:31日|底)|涵盖[^。]{0,30}1月1日[^。，]{0,16}12月(?:31日|底)"
    r"|^[^。]*1月1日[^。，]{0,16}12月(?:31日|底)[^，。]{0,4}[，。]"
)
_BASIS: Final = re.compile(
    r"(?:根据|按照|依据|依照)[^。]{0,60}《[^。]{0,400}(?:编制|编写|制作|撰写|公布|现将|形成|制定|要求)[^。]{0,30}报告|本报告"
)


def _lead(subject: Subject) -> Iterator[Finding]:
    """Report a missing lead paragraph or period; nothing for a report without any text."""
    if not subject.texts:
        return
    lead = plain(subject.texts.get(LEAD, "")).text
    first = plain(subject.texts.get("1", "")).text[:600]
    if not lead.strip():
        misplaced = _PERIOD.search(first) or _BASIS.search(first)
        yield Finding(
            "text.wording",
            Severity.HINT,
            1 if misplaced else 0,
            "编制依据和统计期限写在了“总体情况”里面，建议移到第一部分之前作为开头说明。"
            if misplaced
            else "没有开头说明，建议在第一部分之前写明编制依据、统计期限和联系方式。",
        )
    elif not _PERIOD.search(lead) and not _PERIOD.search(first):
        yield Finding(
            "text.wording",
            Severity.HINT,
            0,
            f"开头说明没有写明统计期限，建议写明数据统计期限为"
            f"{subject.report.year or '××××'}年1月1日至12月31日。",
        )


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
        "文字严谨，语句完整，序号连续，标点规范，数字、年份和日期书写规范，开头说明齐全。",
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
