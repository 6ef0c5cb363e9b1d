"""Of which year a text tells its own work: 2023年，我局…, and the period that it states."""

import re
from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Final, NamedTuple

from gicapp.core.text.passages import Plain, Sentence, plain

YEAR: Final = re.compile(r"(?<![\d〔\[（第-])(20\d\d)(?=年|年度)")
PERIOD: Final = re.compile(
    r"(?:统计|数据|期限|时限)[^。；\n]{0,24}?"
    r"(?P<first>20\d\d)年1月1日[^。；\n]{0,6}?(?:(?P<second>20\d\d)年)?12月31日"
)
_OWN: Final = (
    "(?:[我本](?:局|办|委|厅|院|中心|机关|单位|部门|街道|镇|乡|市|区|县|旗|会|关|[总支大]?队|站|司|所)"
    "|全(?:年|市|区|县|镇|乡|局|办|街道)|[镇乡](?:人民)?政府|街道办(?:事处)?|街道(?=共?收到|受理|未收到|通过|依托))"
)
_DONE: Final = (
    r"(?:共|累计|总计)?(?:通过[^，。；]{0,30}?)?(?:主动公开|共?收到|受理|办理了?|答复|发布|公开政府信息|印发规范性文件"
    r"|新收|制发|未收到|没有收到|未发生|不存在|未收取|没有收取|(?:没有|未)(?:新?制[定发]|发生)|(?<=[共计])(?:对[^，。；\d]{0,8}\d+家单位)?开展)"
)
_BODY: Final = (
    r"[\u4e00-\u9fff]{2,22}?(?:局|委员会|委|办公室|(?:党政|综合)办|厅|镇|乡|街道|办事处|政府|县|市|区)"
    "(?=认真|多次|深入|坚持|严格|高度重视|始终|紧紧|积极|全面|持续|聚焦|共|主动公开|切实|以习近平"
    "|收到|未收到|没有收到|受理|新收|未发生|通过[^，。；]*(?:公开|发布)|(?:依托[^，。；]*|在[^，。；]{0,12}网站(?:主动)?)(?:公开|发布))"
)
_BY_NAME: Final = re.compile("(?:局|委员会|委|办公室|厅|镇|乡|街道|办事处|政府|县|市|区)$")
_SELF: Final = re.compile(
    rf"(?:^|[，；：。、）]|(?<=情况))(?:截至|至|在)?(?P<year>20\d\d)年度?(?:以来|里|中|间|期间)?，?"
    rf"(?:{_OWN}|{_DONE}|{_BODY})|{_OWN}(?:在|于)?(?P<later>20\d\d)年度?，?{_DONE}"
)
# 2022年，围绕…: with the first words of a text it says of which year it tells
_OPENING: Final = re.compile(
    r"(?P<year>20\d\d)年度?，(?!国务院|国办|党?中央|中共|省|[^，。；]{0,16}(?:成立|设立|组建|印发))"
)
# 现公布某局2022年政府信息公开工作年度报告: what the lead paragraph says this report is
INTRODUCED: Final = re.compile(
    r"(?:公布|发布|编制|现将|制作|形成|撰写|公开|结合)了?《?[^，。；《》\d]{0,30}(?P<year>20\d\d)年度?[^，。；《》\d]{0,30}?"
    r"信息公开[^，。；《》\d]{0,6}?(?:报告|年报|工作实际)》?(?![^，。；]{0,14}(?:通知|要求|精神))"
)
_NOT_SELF: Final = re.compile(
    r"[较比与同]|自20|从20|截至|以来|年报|年度报告|决算|预算|问题|整改|针对|根据|按照|要求|印发|上一?年|去年"
    r"|将|下一步|计划|准备|拟|继续|打算|底前|(?<!引)起(?!来)|反馈|(?<!不)存在|评估|考核|第三方|回顾|总结|[获被]评|荣获|授予|历年(?!文件|档案|公文|[^，。；]{0,4}存量)|至20|到20|分别|结转|跨年|顺延"
)
# 历年数据对比情况: a heading under which other years are due
_OVER_YEARS: Final = re.compile(
    "历[年届]|[对同类]比|比较|变化|增减|趋势|往年|上一?年|近[两二三四五几]年|[两三五]年来"
)
# 2022年收到 7 件。2021年收到 1 件，同比增加 600%
_HELD_AGAINST: Final = re.compile("同比|[较比][^，。；]{0,8}[增减升降]")
# 2022年新收 44 件，今年增长 9.1%; 2021年新收 8 件、2022年新收 11 件
_OF_THIS_YEAR: Final = re.compile("今年[^，。；]{0,6}[增减升降涨多少]")
_SERIES: Final = re.compile(
    r"20\d\d年[^，。；\d]{0,10}\d+[件条份宗][、，；]20\d\d年[^，。；\d]{0,10}\d+[件条份宗]"
)
_CARRIED_ON: Final = re.compile("结转(?!上)")
# 收到申请 7 件。2021年收到 9 件: the year's own figure stands before it
_HAS_RECEIVED: Final = re.compile(
    r"(?:收到|受理|新收)[^。；\d]{0,24}(?:\d+|[一二两三四五六七八九十]+)[件条份宗]|(?:没有|未)收到"
)
_RECEIVED_TOO: Final = re.compile(r"20\d\d年度?，?(?:共|累计)?(?:没有|未)?(?:收到|受理|新收)")
# 收到申请 4 件。2019年全年只有 1 件
_BARE_COUNT: Final = re.compile(
    r"20\d\d年度?，?(?:全年)?(?:只有|仅有?|才|为|是|有|[我本全][^，。；\d]{1,3}(?:收到|受理|新收)(?:申请)?)"
    r"\d+[件条份宗]"
)
# 2022年，我局继续加大力度，全年发布 142 份: done, and no plan
_COUNTED_NEXT: Final = re.compile(r"(?:全年|年内|累计)[^，。；\d]{0,24}\d")
_OWN_WORK: Final = re.compile(f"(?:{_OWN}|{_BY_NAME.pattern})")
_RULES_FOLLOWED: Final = re.compile("(?:严格|认真)?(?:根据|按照)|要求")
_MANY_YEARS: Final = 3  # years in a row are held against each other
_QUOTED: Final = re.compile(r"《[^》\n]{0,120}》|〔[^〕\n]{0,40}〕|“[^”\n]{0,120}”")


class OwnYear(NamedTuple):
    """A year of which a sentence tells the body's own work, at `start` of the plain text."""

    year: int
    start: int
    sentence: Sentence


def _is_of_another(match: re.Match[str]) -> bool:
    """Tell whether a sentence may give another year's figure, where this year's stands before."""
    if match["year"] is None:
        return False
    begin = match.start("year")
    counted = _BARE_COUNT.match(match.string, begin)
    return bool(_RECEIVED_TOO.fullmatch(match.string, begin, match.end()) or counted)


def _has_received(flat: Plain, place: int) -> bool:
    """Tell whether the paragraph gave before a place what was received."""
    return bool(_HAS_RECEIVED.search(flat.text, flat.paragraph_start(place), place))


@lru_cache(maxsize=64)
def own_years(text: str) -> tuple[OwnYear, ...]:
    """Return of which years a text tells its own work; not where a paragraph goes through years."""
    lines: dict[int, list[tuple[Sentence, re.Match[str]]]] = {}
    flat = plain(text)
    for sentence in flat.sentences:
        if "20" in sentence.text:
            said = masked(sentence.text)
            found = [*_SELF.finditer(said)]
            opening = _OPENING.match(said) if not flat.text[: sentence.start].strip() else None
            if opening and "今年" not in said and not any(match.start() == 0 for match in found):
                found.insert(0, opening)
            lines.setdefault(sentence.line, []).extend((sentence, match) for match in found)
    return tuple(own for told in lines.values() for own in _told_in_line(flat, told))


def _told_in_line(flat: Plain, told: list[tuple[Sentence, re.Match[str]]]) -> Iterator[OwnYear]:
    years = {match["year"] or match["later"] for _, match in told}
    if len(years) >= _MANY_YEARS:
        return
    for sentence, match in told:
        is_held_against = len(years) > 1 and _HELD_AGAINST.search(sentence.text, match.end())
        is_beside = _is_of_another(match) and _has_received(flat, sentence.start + match.start())
        if not (is_held_against or is_beside) and _is_of_the_year(sentence, match):
            group = "year" if match["year"] else "later"
            yield OwnYear(int(match[group]), sentence.start + match.start(group), sentence)


def masked(text: str) -> str:
    """Return the text with titles and quotes blotted out, every place kept."""
    return _QUOTED.sub(lambda match: "＊" * len(match[0]), text)


def _is_of_the_year(sentence: Sentence, match: re.Match[str]) -> bool:
    """Tell whether a sentence tells what was done in the year that it names."""
    if _OVER_YEARS.search(sentence.heading) or _SERIES.search(sentence.text):
        return False  # years held together
    if _OF_THIS_YEAR.search(sentence.text, match.end()):
        return False
    clause = sentence.clause_at(sentence.start + match.end() - 1)
    end = clause.end - sentence.start
    if _CARRIED_ON.match(sentence.text, end):  # 2022年收到，结转至2023年办理
        return False
    said_of = sentence.text[max(0, match.start() - 12) : end]
    if _COUNTED_NEXT.match(sentence.text, end):
        said_of = said_of.replace("继续", "")
    if match.start() == 0 and _OWN_WORK.search(match[0]):  # 2022年，我局严格按照要求公开信息
        said_of = _RULES_FOLLOWED.sub("", said_of)
    return not _NOT_SELF.search(said_of)


def agreed_year(texts: Mapping[str, str], year: int | None) -> int | None:
    """Return the year that a report's period and running text agree upon, where it is another.

    None where they name several, or the report's own year: then single places slipped.
    """
    periods = {int(said) for text in texts.values() for said in _periods(text)}
    if year is None or len(periods) != 1 or year in periods:
        return None
    (agreed,) = periods
    told = [own for text in texts.values() for own in own_years(text)]
    said = {own.year for own in told if f"{year}年" not in own.sentence.text}
    named = any(_names(text, year, agreed) for text in texts.values())
    return agreed if said == periods and not named else None


@lru_cache(maxsize=64)
def _periods(text: str) -> tuple[str, ...]:
    found = PERIOD.finditer(plain(text).text)
    return tuple(year for match in found for year in match.group("first", "second") if year)


def _names(text: str, year: int, agreed: int) -> bool:
    """Tell whether a text bears out the report's own year: a later one by naming it at all."""
    if year > agreed:
        return f"{year}年" in masked(plain(text).text)
    introduced = any(int(m["year"]) == year for m in INTRODUCED.finditer(plain(text).text))
    return introduced or any(own.year == year for own in own_years(text))
