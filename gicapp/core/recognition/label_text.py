"""The letters of a label, freed from how it happens to be typed.

Spaces, line breaks, widths, brackets, quotation marks, numbering and units are put aside, so
that `（七） 总 计` and `总计` are the same words; what is put aside is kept beside them.
"""

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

_LONGEST: Final = 120  # no label is longer; longer text is prose
_UNSEEN: Final = re.compile("[\\s\u00ad\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]+")
_NUMBERING: Final = re.compile(
    r"(?:[(\[【〔](?:[一二三四五六七八九十]{1,3}|\d{1,2})[)\]】〕][、.:,]?"
    r"|[一二三四五六七八九十]{1,3}[、.:,)]"
    r"|\d{1,2}(?:[.、:),]|(?=[^\d.%])))+"
)
_UNITS: Final = "千万元|百万元|万元|亿元|千元|元|件|个|条|项|宗|起|份|次|人次"
_UNIT: Final = re.compile(
    rf"[(\[](?:计量|金额)?单位[:是为]?(?:人民币)?({_UNITS})[)\]]"
    rf"|[(\[](?:人民币)?({_UNITS})[)\]]"
    rf"|[,:/-]?单位[:是为]?(?:人民币)?({_UNITS})$"
    rf"|/({_UNITS})$"
)
_BRACKETED: Final = re.compile(r"[(\[【〔][^()\[\]【】〔〕]*[)\]】〕]")
_NO_LETTER: Final = re.compile(r"[^\w]+|_")
_INNER_NUMBER: Final = re.compile(
    r"[(\[][一二三四五六七八九十\d]{1,3}[)\]]|\d{1,2}[.、)]?|[一二三四五六七]、"
)
_SAME: Final = (("年度", "年"), ("其它", "其他"), ("钩稽", "勾稽"), ("帐", "账"))
_SIMPLE: Final = str.maketrans(  # traditional letters of labels, as sites in two scripts have them
    "業個為舉於會體關內決況減辦務動區發後國處復複覆審對屬廢開強當總執護報據數無機權條構沒現確穩類糾納組織"
    "經結繼續維繳罰範獲補規計認議許訟訪訴詢請購費轉過這進採問項題額徵種單係製佈並準萬億",
    "业个为举于会体关内决况减办务动区发后国处复复复审对属废开强当总执护报据数无机权条构没现确稳类纠纳组织"
    "经结继续维缴罚范获补规计认议许讼访诉询请购费转过这进采问项题额征种单系制布并准万亿",
)


@dataclass(frozen=True, slots=True)
class LabelText:
    """A label's letters (`key`), its numbering and unit as typed, and three looser readings.

    `bare` leaves out what stands in brackets, `unnumbered` numbering inside the text too.
    """

    key: str
    numbering: str = ""
    unit: str = ""
    bare: str = ""
    unnumbered: str = ""


_NOTHING: Final = LabelText("")


def folded(text: str) -> str:
    """Return a text in half width (NFKC), without blanks and characters that nobody sees."""
    return _UNSEEN.sub("", unicodedata.normalize("NFKC", text))


@lru_cache(maxsize=8192)
def label_text(text: str) -> LabelText:
    """Return the parts of a label; an empty key for prose and for text without letters."""
    if len(text) > _LONGEST * 2:
        return _NOTHING
    plain = folded(text).translate(_SIMPLE)
    if not plain or len(plain) > _LONGEST:
        return _NOTHING
    found = _UNIT.search(plain)
    unit = next(filter(None, found.groups()), "") if found else ""
    plain = _UNIT.sub("", plain) if found else plain
    numbering = _NUMBERING.match(plain)
    body = plain[numbering.end() :] if numbering else plain
    return LabelText(
        key_of(body),
        numbering[0] if numbering else "",
        unit,
        key_of(_BRACKETED.sub("", body)),
        key_of(_INNER_NUMBER.sub("", body)),
    )


def letters_and_numbering(text: str) -> tuple[str, str]:
    """Return only the letters of a label as they are worded, and its numbering as typed."""
    plain = _UNIT.sub("", folded(text))
    numbering = _NUMBERING.match(plain)
    body = plain[numbering.end() :] if numbering else plain
    return _NO_LETTER.sub("", body), numbering[0] if numbering else ""


def letters_of(text: str) -> str:
    """Return the letters of a label together with those of its numbering and unit."""
    return key_of(folded(text).translate(_SIMPLE))


def key_of(text: str) -> str:
    """Return only the letters of a folded text, with variants of a word made one."""
    key = _NO_LETTER.sub("", text)
    for variant, word in _SAME:
        key = key.replace(variant, word)
    return key
