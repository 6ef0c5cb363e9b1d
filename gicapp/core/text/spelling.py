"""How figures, years and dates are spelt: slips against the rules of writing (GB/T 15835—2011)."""

import re
from collections.abc import Iterator
from decimal import Decimal
from types import MappingProxyType
from typing import Final

from gicapp.core.days import LEAP_YEAR, day_of
from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_UNITS: Final = "件次|人次|万元|件|条|份|宗|项|次|个|例|篇|期|封|批|场|起|元"
_COUNTED: Final = "件|条|份|宗|项|次|篇|期|封|批|场|起|人"
_NUMBER: Final = r"(?<!\d)\d{1,9}(?:[.,]\d{1,9}){0,3}"  # bounded, so that no text makes it slow
_APART: Final = r"(?<![A-Za-z0-9./_第-])"  # no part of an address, a name or a longer number


# letters and signs where digits belong: 2O23年, l2条, 二O二三年
_LETTER: Final = re.compile(
    rf"{_APART}(?=[OoIl]{{0,5}}\d)(?=\d{{0,5}}[OoIl])[\dOoIl]{{2,5}}(?=年|月|日|{_UNITS})"
)
_DIGIT_OF: Final = MappingProxyType({"O": "0", "o": "0", "I": "1", "l": "1"})
_MIXED_YEAR: Final = re.compile(
    r"(?<![〇零一二三四五六七八九十百千万亿])[二2][〇零○0OoＯ][〇零○0OoＯ一二三四五六七八九\d]{2}年"
)
_SPELT: Final = MappingProxyType(
    dict.fromkeys("零○0OoＯ", "〇") | dict(zip("123456789", "一二三四五六七八九", strict=True))
)
_OF_A_YEAR: Final = r"(?=度|\d{1,2}月|我|全|本|[上下]半年|底|末|初"
_BROKEN_YEAR: Final = re.compile(rf"(?<![\d.〔-])20(?:\d|\d{{3,4}})年{_OF_A_YEAR}|[，、])")
_SHORT_YEAR: Final = re.compile(rf"(?<![\d.〔〇零一二三四五六七八九十~-])[12]\d年{_OF_A_YEAR})")
# dates that no calendar has
_DATE: Final = re.compile(r"(?:(?<!\d)(\d{4})年)?(?<![\d.-])(\d{1,2})月(?:(\d{1,2})日)?")
# said twice, or against each other
_ABOUT_TWICE: Final = re.compile(
    rf"(?:大?约|将近|近)(?:\d[\d.,]*|[一二三四五六七八九十百千]+)(?:万|亿)?(?:[余多]?(?:{_UNITS})(?:左右|上下)|[余多](?:{_UNITS}))"
    rf"|超过?\d[\d.,]*(?:万|亿)?[余多](?:{_UNITS})"
)
# 2318余条: counted to the last one, so not about; 15余件 is in use
_EXACT_ABOUT: Final = re.compile(
    rf"{_APART}(?<!\d)(?:\d{{1,8}}[1-9]|[1-9])(?<!(?<!\d)\d5)余(?:{_UNITS}|人|家|户)"
)
_PERCENT_POINTS: Final = re.compile(rf"{_NUMBER}%个?百分点")
_LESS_BY_TIMES: Final = re.compile(
    rf"(?:下降|减少|降低|缩短|下滑)了?(?:近|约)?(?:{_NUMBER}|[一二两三四五六七八九十]{{1,8}})倍"
)
_UNIT_TWICE: Final = re.compile(rf"(?<=\d)({_COUNTED})\1(?![均目额要])")
_HALF_A_PIECE: Final = re.compile(rf"{_APART}\d{{1,9}}\.\d{{1,9}}(?={_COUNTED})")
_AVERAGE: Final = re.compile("(?:均|每)[^，。；]*$")
# at the head of a statement it numbers it: 2.个别单位…
_STRAY_POINT: Final = re.compile(
    rf"{_APART}(?<![。；：，\n])(?<!^)\d{{1,9}}\.(?=(?:{_UNITS}))", re.MULTILINE
)
_OVER_ALL: Final = re.compile(
    r"(?:占比|占总数的?|占全部的?|公开率|办结率|答复率|满意率|满意度|回复率|合格率)[为达到了]{0,3}(?P<share>\d{1,9}(?:\.\d{1,9})?)%"
)
_ANY_DIGIT: Final = re.compile(r"\d|[〇零○一二三四五六七八九十百千两]")
_WIDE_DIGITS: Final = re.compile("[０-９]+")


def misspellings(line: str) -> Iterator[Mistake]:
    """Yield the misspelt figures, years and dates of a paragraph."""
    if not _ANY_DIGIT.search(line):
        return
    flat = plain(line)
    for found in (_letters, _years, _dates, _figures):
        for slip in found(flat.text):
            start, end = flat.span(slip.start, slip.end)
            yield slip._replace(start=start, end=end)
    wide = list(_WIDE_DIGITS.finditer(line))
    if wide:
        message = f"有{len(wide)}处全角数字（第一处是“{wide[0][0]}”），请改为半角数字。"
        yield Mistake(*wide[0].span(), message, wrong=False)


def _letters(text: str) -> Iterator[Mistake]:
    for match in _LETTER.finditer(text):
        meant = "".join(_DIGIT_OF.get(sign, sign) for sign in match[0])
        yield Mistake(*match.span(), f"“{match[0]}”里混有字母，应为“{meant}”。")


def _years(text: str) -> Iterator[Mistake]:
    for match in _MIXED_YEAR.finditer(text):
        meant = "".join(_SPELT.get(sign, sign) for sign in match[0])
        if match[0] != meant and not _LETTER.match(match[0]) and not match[0][:-1].isdigit():
            message = f"年份“{match[0]}”的写法不规范，应为“{meant}”或者用阿拉伯数字。"
            yield Mistake(*match.span(), message, wrong=False)
    for match in _SHORT_YEAR.finditer(text):
        message = f"年份“{match[0]}”不宜简写，请写四位数字。"
        yield Mistake(*match.span(), message, wrong=False)
    for match in _BROKEN_YEAR.finditer(text):
        yield Mistake(*match.span(), f"年份“{match[0]}”不是四位数字，请改正。")


def _dates(text: str) -> Iterator[Mistake]:
    for match in _DATE.finditer(text):
        year, month, day = (int(part) if part else 0 for part in match.groups())
        if day_of(year or LEAP_YEAR, month, day if match[3] else 1) is None:
            yield Mistake(*match.span(), f"“{match[0]}”不是日历上有的日期，请改正。")


def _is_numbered(text: str, place: int, number: str) -> bool:
    """Tell whether a number is that of an item and the figure behind it: 1.…；2.8 件…."""
    item = int(number.partition(".")[0])
    head = place == 0 or text[place - 1] in "；。：\n"
    return head and (item == 1 or f"{item - 1}." in text[:place])


def _figures(text: str) -> Iterator[Mistake]:
    for pattern, message, wrong in _FIGURES:
        for match in pattern.finditer(text):
            yield Mistake(*match.span(), message.format(match[0]), wrong)
    for match in _HALF_A_PIECE.finditer(text):
        if _is_numbered(text, match.start(), match[0]):
            continue
        if not _AVERAGE.search(text[max(0, match.start() - 16) : match.start()]):
            yield Mistake(*match.span(), f"“{match[0]}”带小数，件数应为整数，请核对。")
    for match in _OVER_ALL.finditer(text):
        if Decimal(match["share"]) > 100:
            yield Mistake(*match.span(), f"“{match[0]}”超过了100%，请核对。")


_FIGURES: Final = (
    (_ABOUT_TWICE, "“{}”里表示约数的词重复，请删去一个。", False),
    (_EXACT_ABOUT, "“{}”是确数又带“余”，请核对数字，或者删去“余”。", False),
    (_PERCENT_POINTS, "“{}”有误：增减写“百分点”的，前面不加“%”。", True),
    (_LESS_BY_TIMES, "“{}”有误：减少、下降不用“倍”，请改用百分比或者分数。", True),
    (_UNIT_TWICE, "量词“{}”重复，请改正。", True),
    (_STRAY_POINT, "“{}”后面多了一个小数点，请改正。", True),
)
