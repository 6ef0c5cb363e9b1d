"""The phrases by which reports give how reviews and suits ended: the columns of table four.

撤诉 and 撤回 are 其他结果, and what a review annuls or orders anew is 结果纠正.
"""

import re
from typing import Final, NamedTuple

from gicapp.core.text.phrases import ABOUT_DISCLOSURE, CASES, COUNT, SUIT, N, Phrase

_SUIT_ROWS: Final = ("direct_suit", "suit_after_review")


def _figure(rows: tuple[str, ...], column: str) -> str:
    """Return the figure for one column of some rows."""
    cells = [f"disputes.{row}.{column}" for row in rows]
    return cells[0] if len(cells) == 1 else f"sum({','.join(cells)})"


def _ruling(name: str, words: str, rows: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return the phrases of how cases ended: 行政复议结果维持 5 件."""
    return tuple(
        Phrase(
            f"{name}{ending.strip('(?:)').split('|')[0]}",
            re.compile(rf"{words}{CASES}(?:，?其中)?(?:结果)?(?:被)?{ending}(?:的)?{COUNT}{N}"),
            _figure(rows, column),
            requests=False,
            needs=ABOUT_DISCLOSURE,
        )
        for column, ending in (
            ("upheld", "维持"),
            ("corrected", "(?:纠正|纠错)"),
            ("pending", "尚未审结"),
        )
    )


RULINGS: Final = (
    *_ruling("行政诉讼", SUIT, _SUIT_ROWS),
    *_ruling("行政复议", "行政复议", ("review",)),
    *(
        Phrase(
            f"{kind}尚未审结",
            re.compile(rf"尚未审结(?:的)?{kind}{CASES}{COUNT}{N}"),
            _figure(rows, "pending"),
            requests=False,
            needs=ABOUT_DISCLOSURE,
        )
        for kind, rows in (("行政复议", ("review",)), ("行政诉讼", _SUIT_ROWS))
    ),
)


# how cases ended, listed behind their number: 行政复议 7 件，其中结果维持 6 件
def _alone(kind: str, others: str) -> re.Pattern[str]:
    """Return what tells that the words so far, their last statement or bracket, are of one kind."""
    said = "".join(
        rf"{start}(?!{any_sign}*(?:{others}))(?={any_sign}*{kind}{any_sign}*\d)"
        rf"(?={any_sign}*(?:信息公开|依申请)){any_sign}*$|"
        for start, any_sign in (("^", "."), ("；", "[^；]"))
    )
    # the heading may name both kinds: 政府信息公开行政复议、行政诉讼情况
    under = rf"^[^。]*(?:信息公开|依申请)[^。]*。(?!.*(?:{others}))(?=.*{kind}.*\d).*$|"
    return re.compile(
        rf"{said}{under}(?:信息公开|依申请).*{kind}{CASES}\d+[件起宗例]（(?:(?!{others})[^（）。；])*$"
    )


_OF_REVIEWS_ALONE: Final = _alone("行政复议", "诉讼|被诉|起诉|[胜败]诉")
_OF_SUITS_ALONE: Final = _alone(
    "行政诉讼", "(?<!均为未经)(?<!均为)复议|(?<!均为未经复议)直接(?:起诉|提起)|[一二再]审|裁定|判决"
)


class _Ending(NamedTuple):
    """An ending in the words of reports; `beside` and `nowhere` as `Phrase` has `sign` and it."""

    name: str
    column: str
    words: str
    beside: re.Pattern[str] | None = None
    nowhere: re.Pattern[str] | None = None


def _ended(
    kind: str, rows: tuple[str, ...], alone: re.Pattern[str], endings: tuple[_Ending, ...]
) -> tuple[Phrase, ...]:
    """Return the phrases of how cases of one kind ended: 结果维持 6 件, and 6 件结果维持."""
    return tuple(
        Phrase(
            f"{kind}{ending.name}",
            re.compile(pattern),
            _figure(rows, ending.column),
            requests=False,
            needs=alone,
            sign=ending.beside,
            nowhere=ending.nowhere,
        )
        for ending in endings
        for pattern in (
            rf"(?<=[中，、：；（])(?:{ending.words})(?:的)?{COUNT}{N}",
            rf"(?<=[中，、：；（]){N}(?:为|被|的)?(?:{ending.words})(?=[，、；。）]|$)",
        )
    )


_BY_THEMSELVES: Final = "(?:原告|申请人|当事人)?(?:主动|自愿|自行|申请|已|后){0,2}"
# what was withdrawn is 其他结果 alone where the endings are listed, and no other is of its kind
_LISTED: Final = re.compile("^(?=.*撤)(?=.*(?:维持|纠正|纠错|审结|审理))")
_NOT_WITHDRAWN_ONLY: Final = re.compile("驳回|终止|中止|调解|和解|不予受理|移送|其他|撤.*撤")
# annulled, ordered anew or found unlawful: 结果纠正 is all of them, so one alone is compared
_AMENDED: Final = "(?:撤销|责令|确认违法|变更)"
_AMENDED_TWICE: Final = re.compile(rf"(?:{_AMENDED}|纠)[^，、；。]*[，、；。].*(?:{_AMENDED}|纠)")
_REVIEWED: Final = _ended(
    "行政复议",
    ("review",),
    _OF_REVIEWS_ALONE,
    (
        _Ending("结果维持", "upheld", "(?:结果)?(?:被)?维持(?:结果)?"),
        _Ending(  # 2 件行政复议决定维持我机关作出的答复
            "结果维持",
            "upheld",
            "(?:行政复议)?(?:复议)?(?:机关|决定){1,2}维持(?:了)?(?:[我本原][^，、；。\\d]{2,40})?",
        ),
        _Ending("结果纠正", "corrected", "(?:结果)?(?:被)?(?:纠正|纠错)(?:结果)?"),
        _Ending(
            "结果纠正",
            "corrected",
            "(?:被)?(?:复议机关)?(?:决定)?(?:撤销(?=原|并|我|本|被|答复)|责令|确认(?=违法))"
            r"[^，、；。\d]{2,20}?",
            nowhere=_AMENDED_TWICE,
        ),
        _Ending("其他结果", "other", "其他结果"),
        _Ending(
            "其他结果",
            "other",
            f"{_BY_THEMSELVES}撤[回销](?:行政)?复议(?:申请)?|{_BY_THEMSELVES}撤回(?:申请)?",
            beside=_LISTED,
            nowhere=_NOT_WITHDRAWN_ONLY,
        ),
        _Ending("尚未审结", "pending", "尚?未审结|尚未办结"),
        _Ending("尚未审结", "pending", "(?:正|尚|仍)在(?:复议机关)?审理(?:之?中|当中|过程中)?"),
    ),
)
_TRIED: Final = _ended(  # in suits 维持 may be of a judgment before: only the form's own words
    "行政诉讼",
    _SUIT_ROWS,
    _OF_SUITS_ALONE,
    (
        _Ending("结果维持", "upheld", "结果维持"),
        _Ending("结果纠正", "corrected", "结果纠正"),
        _Ending("其他结果", "other", "其他结果"),
        _Ending(
            "其他结果",
            "other",
            f"{_BY_THEMSELVES}(?:撤诉|撤回(?:起诉|诉讼))",
            beside=_LISTED,
            nowhere=_NOT_WITHDRAWN_ONLY,
        ),
        _Ending("尚未审结", "pending", "尚未审结"),
    ),
)

# the columns of table four: name, id and the words for each
_COLUMNS: Final = (
    ("结果维持", "upheld", "(?:结果)?(?:被)?维持"),
    ("结果纠正", "corrected", "(?:结果)?(?:被)?纠正"),
    ("其他结果", "other", "其他结果"),
    ("尚未审结", "pending", "尚?未审结"),
)

# 行政复议 1 件，结果为维持; 行政复议 7 件，诉讼 9 件，均获维持: all of them ended so
_SO_MANY: Final = r"\d+[件起宗例]"
_REVIEWS: Final = rf"行政复议{CASES}{COUNT}"
_SUITS: Final = rf"[，、和及](?:提起)?(?:行政)?诉讼{CASES}{COUNT}"
_ALL_ARE: Final = "(?:均|都|全部)(?:为|被|获|得到|予以)?"
_ENDED_ALIKE: Final = tuple(
    Phrase(
        f"{kind}{name}",
        re.compile(rf"{counted}(?:结果)?{ending}(?=[，。；]|$)"),
        _figure(rows, column),
        requests=False,
        needs=ABOUT_DISCLOSURE,
        sign=re.compile(ending),
        shared=True,
    )
    for (name, column, _), ending in zip(
        _COLUMNS, ("维持", "纠正", "其他(?:结果)?", "尚未审结"), strict=True
    )
    for kind, rows, counted in (
        (
            "行政复议",
            ("review",),
            rf"{_REVIEWS}{N}，(?:复议)?(?:结果(?:均|都|全部)?为?|{_ALL_ARE})",
        ),
        ("行政复议", ("review",), rf"{_REVIEWS}{N}{_SUITS}{_SO_MANY}，{_ALL_ARE}"),
        ("行政诉讼", _SUIT_ROWS, rf"{_REVIEWS}{_SO_MANY}{_SUITS}{N}，{_ALL_ARE}"),
    )
)

# 复议后起诉 4 件，维持 3 件、尚未审结 1 件; 行政诉讼 5 件，均为复议后起诉，其中纠正 2 件、…
_ROWS_OF_SUITS: Final = (
    (
        "未经复议直接起诉",
        r"(?:未经(?:行政)?复议)?直接(?:向[^，。；\d]{0,8})?(?:起诉|提起(?:的)?(?:行政)?诉讼)",
        "direct_suit",
    ),
    (
        "复议后起诉",
        "(?:行政)?复议后(?:再|又)?(?:起诉|(?:提起)?(?:的)?(?:行政)?诉讼)",
        "suit_after_review",
    ),
)
# 直接起诉 47 件、复议后起诉 11 件，纠正 40 件: of both
_NOT_OF_BOTH: Final = "(?<![件起宗例][，、和及])(?<![件起宗例][，、和及]经)"
_ANY_ENDING: Final = "(?:" + "|".join(words for _, _, words in _COLUMNS) + ")"
_OF_ROW: Final = tuple(
    Phrase(
        f"{name}{ending}",
        re.compile(pattern),
        f"disputes.{row}.{column}",
        requests=False,
        needs=ABOUT_DISCLOSURE,
        sign=re.compile(words),
        shared=shared,
    )
    for name, kind, row in _ROWS_OF_SUITS
    for ending, column, words in _COLUMNS
    for counted in (
        rf"(?:{_NOT_OF_BOTH}{kind}{CASES}(?:的)?{_SO_MANY}|行政诉讼{CASES}{_SO_MANY}，(?:均|全部)(?:为|系|是){kind})"
        "(?:案件)?[，：（](?:其中，?)?",
    )
    for pattern, shared in (
        (rf"{counted}(?:{_ANY_ENDING}(?:的)?{_SO_MANY}[、，])*{words}(?:的)?{N}", False),
        (
            rf"{counted}(?:{_SO_MANY}(?:为|被)?{_ANY_ENDING}[、，])*{N}(?:为|被)?{words}(?=[，、；。）]|$)",
            False,
        ),
        (  # 复议后起诉 1 件，为其他结果: all of them
            rf"{_NOT_OF_BOTH}{kind}{CASES}(?:的)?{N}，?(?:结果)?(?:均|都|全部)?(?:被|为)?{words}(?=[，；。）]|$)",
            True,
        ),
    )
)

# 复议后起诉案件其他结果 1 件: the row and the column in the form's own words
IN_OWN_WORDS: Final = tuple(
    Phrase(
        f"{name}{ending}",
        re.compile(rf"{words}{CASES}{ending}{COUNT}{N}"),
        f"disputes.{row}.{column}",
        requests=False,
    )
    for name, words, row in (
        ("未经复议直接起诉", "未经(?:行政)?复议直接起诉", "direct_suit"),
        ("复议后起诉", "复议后起诉", "suit_after_review"),
    )
    for ending, column, _ in _COLUMNS
)

ENDINGS: Final = (*_REVIEWED, *_TRIED, *_ENDED_ALIKE, *_OF_ROW)
