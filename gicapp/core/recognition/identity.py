"""Whose report it is and for which year: told from titles, names of sheets and statements."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from gicapp.core.recognition.label_text import folded

_LONGEST: Final = 80
_DIGITS: Final = str.maketrans("〇○零Ｏ一二三四五六七八九", "0000123456789")
_CHINESE_YEAR: Final = re.compile("二[〇○零O][一二三四五六七八九〇○零O]{2}(?=年)")
_YEAR: Final = re.compile(r"(?<!\d)(20[0-4]\d)(?:年度?|年?年度)?(?!\d)")
_PERIOD: Final = re.compile(
    r"(?<!\d)(20[0-4]\d)年1月1日(?:起)?,?(?:至|到|[-—–~～―－]+)(?:同年|当年|(20[0-4]\d)年)?12月31日"
)
_WHAT: Final = re.compile(
    r"(?:20[0-4]\d年?度?)?(?:年度)?(?:政府)?(?:信息|政务)公开(?:工作)?"
    r"(?:20[0-4]\d年?)?(?:年度)?(?:工作)?(?:情况)?"
    r"(?:的)?(?:年度)?(?:报告|年报|报表|统计表|情况表|数据表?|表|告年度报|告?报$)"
)
# a slip in the title leaves it one: 政府信息公开工作告年度报
_TITLE: Final = re.compile(
    r"信息公开.{0,12}(?:报告|年报|报表|统计表|情况表|数据)|信息公开.{0,12}年度告?报$"
)
# how a sentence begins that only leads up to the report; 本年度报告由某局编制，…
_SENTENCE: Final = re.compile(
    "(?:根据|按照|依据|依照|遵照|为了?|结合|现将|现就|现公布|特向|编制说明|本(?:年度)?(?:工作)?(?:报告|年报))"
)
# a sentence that names the report: 现公布某局2023年政府信息公开工作年度报告。 本报告由某局按照…
_QUOTED: Final = re.compile("《[^》]*》")
_NAMED: Final = re.compile(
    r"(?<![实出发表体呈])[现特兹](?:特|此|面|向|社会){0,4}(?:公布|公开|发布|编制|撰写|将)([^,.。;:、《]{0,30}?)(20[0-4]\d)年度?的?政府信息公开(?:工作)?"
    r"(?:情况)?(?:年度)?(?:工作)?(?:报告|年报)(?!的?(?:通知|要求|编制|格式))"
)
_AUTHOR: Final = re.compile(
    r"本(?:年度)?报告由([^,.。;:、《]{3,30}?)(?:按照|根据|依据|依照|负责|组织|编制)"
)
_OURSELVES: Final = ("我", "本", "各", "全")
_PARTS: Final = re.compile(r"[>»›＞|｜\\/]+|::|--+|_+|(?<=首页)[-—]")
_STATED: Final = re.compile(
    r"(?:填报|编制|报送|公开|发布|所属|行政|汇总|上报)?(?:单位|机关|机构|部门)(?:名称)?(?:\(公章\)|\(盖章\)|\(章\))?[::](.+)"
)
_UNIT_LABEL: Final = re.compile(
    r"(?:填报|编制|报送|公开|发布|汇总|上报)?(?:单位|机关|机构|部门)(?:名称|全称)?(?:\((?:公章|盖章|章)\))?:?"
)
_MEASURE: Final = re.compile(r"(?:万元|亿元|元|件|条|份|个|次|项|宗|起|人次)[,、/]?")
_BODY: Final = re.compile(
    r"(?:局|厅|部|委|办|院|署|会|处|所|站|中心|政府|街道|镇|乡|办公室|管委会|委员会|大队|支队|总队"
    r"|银行|分局|税务|海关|公司|学校|大学|学院|医院|馆|社|室|团|区|市|县|省|盟|旗|州|本级|机关)$"
)
_BEFORE_UNIT: Final = re.compile(
    r"^(?:(?:标题|题目|文件名称|名称|信息名称|当前位置|您的位置|您现在的位置|附件|附|关于|印发|公布|发布)\d*[::]?)+"
)
_SEAL: Final = re.compile(r"\((?:公章|盖章|章)\)?$")
_EDGES: Final = "·.,:;、。-—–_*#《》<>()[]【】〔〕“”\"'"


@dataclass(frozen=True)
class Identity:
    """The unit and year that a title names, and the title itself as it stands."""

    title: str = ""
    unit: str = ""
    year: int | None = None
    years: tuple[int, ...] = ()


def with_digits(text: str) -> str:
    """Return a folded text with years in Chinese numerals as digits."""
    return _CHINESE_YEAR.sub(lambda match: match[0].translate(_DIGITS), text)


def years_in(text: str) -> tuple[int, ...]:
    """Return the years that a text names, in order, each once."""
    found = _YEAR.findall(with_digits(folded(text)))
    return tuple(dict.fromkeys(int(year) for year in found))


def period_year(text: str) -> int | None:
    """Return the year whose 1 January to 31 December a text states as the period."""
    match = _PERIOD.search(with_digits(folded(text)))
    if match is None or (match[2] and match[2] != match[1]):
        return None
    return int(match[1])


def read_sentence(text: str) -> Identity:
    """Return whose and which year's report a sentence that leads up to it says it is."""
    plain = _QUOTED.sub("", with_digits(folded(text[: _LONGEST * 6])))
    named, author = _NAMED.search(plain), _AUTHOR.search(plain)
    years = (int(named[2]),) if named else ()
    units = [match[1] for match in (named, author) if match is not None]
    its = (unit for unit in units if looks_like_unit(unit) and not unit.startswith(_OURSELVES))
    return Identity(unit=next(its, ""), year=years[0] if years else None, years=years)


@lru_cache(maxsize=1024)
def read_title(text: str) -> Identity | None:
    """Return what a title says; None when the text is no title of such a report."""
    if not 6 <= len(text) <= _LONGEST * 3 or not _may_be_title(text):
        return None
    plain = with_digits(folded(text))
    if not _TITLE.search(plain) or _SENTENCE.match(plain) or "。" in plain.rstrip("。"):
        return None
    parts = [part for part in _PARTS.split(plain) if _TITLE.search(part)]
    plain = parts[-1] if parts else plain
    if len(plain) > _LONGEST or plain.endswith(("。", ";", ":", "情况")):
        return None
    years = tuple(dict.fromkeys(int(year) for year in _YEAR.findall(plain)))
    year = years[0] if len(years) == 1 else None
    return Identity(_title_of(text), _unit_of(plain), year, years)


def _may_be_title(text: str) -> bool:
    """Tell whether a text has letters that every title has; most labels have not."""
    return (
        "息" in text and ("公开" in text or "公開" in text) and any(c in text for c in "报報表数數")
    )


def _title_of(text: str) -> str:
    """Return the title on one line, without what stands before it in a path."""
    words = "".join(text.split("\n")).strip()
    parts = [p.strip() for p in re.split(r"[>»›＞|｜]+", words) if _TITLE.search(folded(p))]
    return parts[-1] if parts else words


# 政府信息公开工作年度报告(某区统计局): not (市本级), (乡镇街道), (各部门)
_BEHIND: Final = re.compile(r"\(([^()]{4,30})\)")
_NO_ONE: Final = re.compile("[市县区州旗省]本?级|乡镇|镇街|^[各全本我]|部门|单位")
# 某市人民政府2024年某市政府信息公开: the area is named again behind the year
_AREA_AGAIN: Final = re.compile(
    r"(?P<unit>(?P<area>[\u4e00-\u9fff]{2,12}?)[\u4e00-\u9fff]*)(?P=area)"
)


def _unit_of(plain: str) -> str:
    """Return the unit that a folded title names, nothing when it names none."""
    match = _WHAT.search(plain)
    if match is None:
        return ""
    before = _BEFORE_UNIT.sub("", plain[: match.start()])
    before = _YEAR.sub("", before)
    unit = clean_unit(re.sub(r"(?:年度|的|关于|编制|公布|发布)$", "", before))
    if unit.endswith("人民") and match[0].startswith("政府"):
        return f"{unit}政府"  # 某区人民政府信息公开: one 政府 is of both
    again = _AREA_AGAIN.fullmatch(unit)
    if again and looks_like_unit(again["unit"]):
        return again["unit"]
    return unit or _unit_behind(plain[match.end() :])


def _unit_behind(rest: str) -> str:
    """Return the unit that stands in brackets behind a title which names none before."""
    match = _BEHIND.fullmatch(rest)
    named = match is not None and looks_like_unit(match[1]) and not _NO_ONE.search(match[1])
    return match[1] if match is not None and named else ""


def clean_unit(text: str) -> str:
    """Return a unit's name without marks around it; nothing when it cannot be a name."""
    unit = text.strip(_EDGES)
    unit = re.sub(r"^(?:年度?|度)|(?:年度?)$", "", unit).strip(_EDGES)
    unit = _SEAL.sub("", unit)
    if unit.count("(") > unit.count(")"):  # 海关总署(本级机关) lost its end with the edges
        unit += ")"
    if not 2 <= len(unit) <= 40 or re.search(r"[。;,!?::>]|首页|位置|\d{4}", unit):
        return ""
    return unit


def stated_unit(text: str) -> str:
    """Return the unit in 单位：X and the like; nothing when it states a measure or nothing."""
    if len(text) > _LONGEST:
        return ""
    match = _STATED.fullmatch(folded(text))
    if match is None or _MEASURE.fullmatch(match[1]):
        return ""
    name = re.split(r"(?:填报|报送|统计|填表|制表|单位:|审核|负责人|年度|日期|20\d\d)", match[1])[0]
    return clean_unit(name)


def is_unit_label(text: str) -> bool:
    """Tell whether a cell says that the unit's name stands beside it."""
    return len(text) <= 20 and _UNIT_LABEL.fullmatch(folded(text)) is not None


def looks_like_unit(text: str) -> bool:
    """Tell whether a short text ends as the name of a body does."""
    plain = folded(text)
    return 3 <= len(plain) <= 40 and _BODY.search(plain) is not None and clean_unit(plain) == plain


def best_title(texts: Iterable[str]) -> Identity:
    """Return the best title of several texts: the first that names both, else the first."""
    maybe = (read_title(text) for text in texts if _may_be_title(text))
    titles = [title for title in maybe if title is not None]
    if not titles:
        return Identity()
    return max(titles, key=_worth)


def _worth(title: Identity) -> tuple[bool, bool, bool]:
    is_report = "报告" in title.title and not title.title.endswith((")", "）"))
    return (title.year is not None and bool(title.unit), bool(title.years), is_report)
