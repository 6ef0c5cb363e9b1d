"""The phrases by which reports give what table four counts: reviews and suits.

行政复议 is also a business of its own, so most phrases here need or shun words around them.
"""

import re
from typing import Final

from gicapp.core.text.phrases import COUNT, NOUN, REVIEWS, SUITS, N, Phrase

_CASES: Final = "(?:申请|案件|应诉|事项|情况|的)*"
# the second is a heading of the older form
_ABOUT_DISCLOSURE: Final = re.compile("信息公开|依申请|申请行政复议[、和及](?:提起)?行政诉讼情况")
_OTHER_CASES: Final = re.compile(
    r"复议机[关构]|审理|审结|受理行政复议|办理行政复议|纠|维持|撤|败|胜|驳|结果|[较比](?:上|去|20)|未|没有|无"
)


def _dispute(name: str, words: str, meant: str) -> tuple[Phrase, Phrase]:
    after = re.compile(rf"(?:{words}){_CASES}{COUNT}{N}")
    before = re.compile(
        rf"(?:发生|引发|产生|引起|涉及|共有|有){N}(?:[^，。；\d]{{0,4}}(?:政府)?信息公开(?:的)?)?(?:申请(?:被(?:申请|提起)了?)?)?(?:{words})"
    )
    return tuple(  # type: ignore[return-value]  # two patterns give two phrases
        Phrase(
            name,
            pattern,
            meant,
            total=True,
            requests=False,
            unless=_OTHER_CASES,
            needs=_ABOUT_DISCLOSURE,
        )
        for pattern in (after, before)
    )


_SUIT: Final = "(?<!行政复议[、和及与或])(?<!行政复议或者)行政诉讼"
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
            re.compile(rf"{words}{_CASES}(?:，?其中)?(?:结果)?(?:被)?{ending}(?:的)?{COUNT}{N}"),
            _figure(rows, column),
            requests=False,
            needs=_ABOUT_DISCLOSURE,
        )
        for column, ending in (
            ("upheld", "维持"),
            ("corrected", "(?:纠正|纠错)"),
            ("pending", "尚未审结"),
        )
    )


# how cases ended, listed behind their number: 行政复议 7 件，其中结果维持 6 件
def _alone(kind: str, others: str) -> re.Pattern[str]:
    """Return what tells that the words so far, their last statement or bracket, are of one kind."""
    said = "".join(
        rf"{start}(?!{any_sign}*(?:{others}))(?={any_sign}*{kind}{any_sign}*\d)"
        rf"(?={any_sign}*(?:信息公开|依申请)){any_sign}*$|"
        for start, any_sign in (("^", "."), ("；", "[^；]"))
    )
    return re.compile(
        rf"{said}(?:信息公开|依申请).*{kind}{_CASES}\d+[件起宗例]（(?:(?!{others})[^（）。；])*$"
    )


_OF_REVIEWS_ALONE: Final = _alone("行政复议", "诉讼")
_OF_SUITS_ALONE: Final = _alone(
    "行政诉讼", "(?<!均为未经)(?<!均为)复议|(?<!均为未经复议)直接起诉|[一二再]审|裁定|判决"
)


def _ended(
    kind: str,
    rows: tuple[str, ...],
    alone: re.Pattern[str],
    endings: tuple[tuple[str, str, str], ...],
) -> tuple[Phrase, ...]:
    """Return the phrases of how cases of one kind ended: 结果维持 6 件, and 6 件结果维持."""
    return tuple(
        Phrase(
            f"{kind}{name}",
            re.compile(pattern),
            _figure(rows, column),
            requests=False,
            needs=alone,
        )
        for name, column, ending in endings
        for pattern in (
            rf"(?<=[中，、：；（]){ending}(?:的)?{COUNT}{N}",
            rf"(?<=[中，、：；（]){N}(?:为|被|的)?{ending}(?=[，、；。）]|$)",
        )
    )


_ENDED: Final = (
    *_ended(
        "行政复议",
        ("review",),
        _OF_REVIEWS_ALONE,
        (
            ("结果维持", "upheld", "(?:结果)?(?:被)?维持(?:结果)?"),
            ("结果纠正", "corrected", "(?:结果)?(?:被)?(?:纠正|纠错)(?:结果)?"),
            ("其他结果", "other", "其他结果"),
            ("尚未审结", "pending", "尚未(?:审结|办结)"),
        ),
    ),
    *_ended(  # in suits 维持 may be of a judgment before: only the form's own words
        "行政诉讼",
        _SUIT_ROWS,
        _OF_SUITS_ALONE,
        (
            ("结果维持", "upheld", "结果维持"),
            ("结果纠正", "corrected", "结果纠正"),
            ("其他结果", "other", "其他结果"),
            ("尚未审结", "pending", "尚未审结"),
        ),
    ),
)

# 复议后起诉案件其他结果 1 件: the row and the column in the form's own words
_IN_OWN_WORDS: Final = tuple(
    Phrase(
        f"{name}{ending}",
        re.compile(rf"{words}{_CASES}{ending}{COUNT}{N}"),
        f"disputes.{row}.{column}",
        requests=False,
    )
    for name, words, row in (
        ("未经复议直接起诉", "未经(?:行政)?复议直接起诉", "direct_suit"),
        ("复议后起诉", "复议后起诉", "suit_after_review"),
    )
    for ending, column in (
        ("结果维持", "upheld"),
        ("结果纠正", "corrected"),
        ("其他结果", "other"),
        ("尚未审结", "pending"),
    )
)

# 行政复议 144 件，120 件做了复议决定
_DECIDED: Final = Phrase(
    "行政复议已作出决定",
    re.compile(rf"(?<=[，；]){N}(?:已|均)*[作做](?:出)?了?(?:行政)?复议决定"),
    "sum(disputes.review.upheld,disputes.review.corrected,disputes.review.other)",
    requests=False,
    needs=re.compile(r"^(?=.*(?:信息公开|依申请))(?=.*行政复议[^，。；\d]{0,6}\d)"),
)

# 其中 6 件申请进入行政复议程序: behind sentences on applications, which it need not name again
LED_TO: Final = (
    Phrase(
        "行政复议",
        re.compile(rf"{N}(?:{NOUN}|申请)进入(?:了)?行政复议(?:程序|阶段)?(?=[，。；]|$)"),
        REVIEWS,
        requests=False,
    ),
)

DISPUTES: Final = (
    *_IN_OWN_WORDS,
    Phrase(  # 行政复议 0 件和提起行政诉讼 0 件
        "行政诉讼",
        re.compile(rf"(?<=[件起宗]和)提起{_SUIT}{COUNT}{N}"),
        SUITS,
        total=True,
        requests=False,
        needs=_ABOUT_DISCLOSURE,
    ),
    Phrase(
        "行政复议尚未审结",
        re.compile(rf"尚未审结(?:的)?行政复议{_CASES}{COUNT}{N}"),
        "disputes.review.pending",
        requests=False,
        needs=_ABOUT_DISCLOSURE,
    ),
    *_ruling("行政诉讼", _SUIT, _SUIT_ROWS),
    *_ruling("行政复议", "行政复议", ("review",)),
    *(
        Phrase(
            name,
            re.compile(rf"(?:{words})(?:的)?(?:行政诉讼)?{_CASES}{COUNT}{N}"),
            f"disputes.{row}.total",
            requests=False,
            unless=re.compile("纠|维持|败|胜|驳|结果|未(?!经)|没有|无"),
            needs=_ABOUT_DISCLOSURE,
        )
        for name, words, row in (
            (
                "未经复议直接起诉",
                "(?:未经(?:行政)?复议)?直接起诉|未经(?:行政)?复议直接诉讼",
                "direct_suit",
            ),
            ("复议后起诉", "(?:经)?(?:行政)?复议后(?:起诉|诉讼)", "suit_after_review"),
        )
    ),
    *_dispute(
        "行政复议和行政诉讼",
        "行政复议(?:或者|[、和及与或])(?:提起)?(?:行政)?诉讼",
        f"sum({REVIEWS},{SUITS})",
    ),
    *_dispute("行政诉讼", _SUIT, SUITS),
    *_dispute("行政复议", "行政复议", REVIEWS),
    Phrase(  # 有 12 件行政复议案件，15 件行政诉讼案件
        "行政诉讼",
        re.compile(rf"(?<=行政复议案件[，、和]){N}行政诉讼案件"),
        SUITS,
        total=True,
        requests=False,
        needs=_ABOUT_DISCLOSURE,
    ),
    Phrase(  # behind the reviews the word 行政 is left out: 信息公开类行政复议 7 件，诉讼 9 件
        "行政诉讼",
        re.compile(rf"(?<=[件起宗例次][，、])(?:提起)?诉讼{_CASES}{COUNT}{N}"),
        SUITS,
        total=True,
        requests=False,
        unless=_OTHER_CASES,
        needs=re.compile(r"^(?=.*(?:信息公开|依申请))(?=.*行政复议[^，。；\d]{0,6}\d)"),
    ),
    *_ENDED,
    _DECIDED,
)
