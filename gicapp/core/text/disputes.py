"""The phrases by which reports give what table four counts: reviews and suits.

行政复议 is also a business of its own, so most phrases here need or shun words around them.
"""

import re
from typing import Final

from gicapp.core.text.endings import ENDINGS, IN_OWN_WORDS, RULINGS
from gicapp.core.text.phrases import (
    ABOUT_DISCLOSURE,
    CASES,
    COUNT,
    NOUN,
    REVIEWS,
    SUIT,
    SUITS,
    N,
    Phrase,
)

_OTHER_CASES: Final = re.compile(
    r"复议机[关构]|第三人|以(?![我本])[^，。；]{1,8}为被|涉及[^，。；、]{0,4}(?:政府|部门|街道|乡镇)的|审理|[审办]结|受理行政复议|办理行政复议|直接提起|直接起诉的|纠|维持|撤|败|胜|驳|结果|[较比](?:上|去|20)|未|没有|无|非[^，。；]{0,4}信息公开"
    r"|(?:税务|处罚|征收|拆迁|工伤|许可|劳动|执法|投诉|举报|信访|审批)(?:类|领域|方面)?的?行政(?:复议|诉讼)"
)


def _dispute(name: str, words: str, meant: str) -> tuple[Phrase, Phrase]:
    # 行政复议 1 件结果为纠正，3 件维持: one of them
    after = re.compile(
        rf"(?:{words}){CASES}{COUNT}{N}(?!(?:结果)?(?:为|被)?(?:维持|纠正|终止)[，；])"
    )
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
            needs=ABOUT_DISCLOSURE,
        )
        for pattern in (after, before)
    )


# 行政复议和行政诉讼各 2 件, 行政复议、行政诉讼分别为 3 件、1 件: both before their figures
_BEFORE: Final = "(?:程序|案件|应诉|申请|数量|件数|情况|的)*"
_BOTH: Final = (
    rf"行政复议{_BEFORE}(?:[、，和及与或]|以及|或者)(?:被)?(?:提起|进入|发生|引发)?"
    rf"(?:行政)?诉讼{_BEFORE}"
)
_APART: Final = "分别(?:发生|有|为|是)*"


def _of_both(name: str, pattern: str, meant: str, *, shared: bool = False) -> Phrase:
    """Return a phrase of one kind where both are named before their figures."""
    return Phrase(
        name,
        re.compile(pattern),
        meant,
        total=True,
        requests=False,
        unless=_OTHER_CASES,
        needs=ABOUT_DISCLOSURE,
        shared=shared,
    )


_BOTH_TOLD: Final = (
    *(
        _of_both(name, rf"{_BOTH}(?:各|均|都|皆)(?:发生|有|为|是)*{N}", meant, shared=True)
        for name, meant in (("行政复议", REVIEWS), ("行政诉讼", SUITS))
    ),
    _of_both("行政复议", rf"{_BOTH}{_APART}{N}(?=[、，和及与]\d)", REVIEWS),
    _of_both("行政诉讼", rf"{_BOTH}{_APART}\d+[件起宗例次]?[、，和及与]{N}", SUITS),
)

# 其中 4 宗申请进入行政复议程序: behind sentences on applications, which it need not name again
LED_TO: Final = (
    Phrase(
        "行政复议",
        re.compile(rf"{N}(?:{NOUN}|申请)进入(?:了)?行政复议(?:程序|阶段)?(?=[，。；]|$)"),
        REVIEWS,
        requests=False,
    ),
)

DISPUTES: Final = (
    *IN_OWN_WORDS,
    *_BOTH_TOLD,
    Phrase(  # 行政复议 3 件和提起行政诉讼 2 件
        "行政诉讼",
        re.compile(rf"(?<=[件起宗]和)提起{SUIT}{COUNT}{N}"),
        SUITS,
        total=True,
        requests=False,
        needs=ABOUT_DISCLOSURE,
    ),
    *RULINGS,
    *(
        Phrase(
            name,
            re.compile(
                rf"(?:{words})(?:的)?(?:(?:政府)?信息公开)?(?:行政诉讼)?{CASES}{COUNT}{N}(?!尚未|仍在|正在|均[^，。；]{{0,4}}(?:维持|驳回))"
            ),
            f"disputes.{row}.total",
            requests=False,
            unless=re.compile("纠|维持|败|胜|驳|结果|未(?!经)|没有|无"),
            needs=ABOUT_DISCLOSURE,
        )
        for name, words, row in (
            (
                "未经复议直接起诉",
                "(?:未经(?:行政)?复议)?直接(?:起诉|(?=行政诉讼)|(?:向[^，。；\\d]{0,6})?提起(?=行政诉讼))|未经(?:行政)?复议直接诉讼",
                "direct_suit",
            ),
            ("复议后起诉", "(?:经)?(?:行政)?复议后(?:起诉|(?:提起)?诉讼)", "suit_after_review"),
        )
    ),
    *_dispute(
        "行政复议和行政诉讼",
        "行政复议(?:或者|[、和及与或])(?:提起)?(?:行政)?诉讼",
        f"sum({REVIEWS},{SUITS})",
    ),
    *_dispute("行政诉讼", SUIT, SUITS),
    *_dispute("行政复议", "行政复议|(?<=涉及)复议", REVIEWS),
    Phrase(  # 有 6 件行政复议案件，9 件行政诉讼案件
        "行政诉讼",
        re.compile(rf"(?<=行政复议案件[，、和]){N}行政诉讼案件"),
        SUITS,
        total=True,
        requests=False,
        needs=ABOUT_DISCLOSURE,
    ),
    Phrase(  # behind the reviews the word 行政 is left out: 信息公开类行政复议 8 件，诉讼 5 件
        "行政诉讼",
        re.compile(rf"(?<=[件起宗例次][，、])(?:提起)?诉讼{CASES}{COUNT}{N}"),
        SUITS,
        total=True,
        requests=False,
        unless=_OTHER_CASES,
        needs=re.compile(r"^(?=.*(?:信息公开|依申请))(?=.*(?:行政|涉及)复议[^，。；\d]{0,6}\d)"),
    ),
    *ENDINGS,
    Phrase(  # 行政复议 30 件，24 件做了复议决定
        "行政复议已作出决定",
        re.compile(rf"(?<=[，；]){N}(?:已|均)*[作做](?:出)?了?(?:行政)?复议决定"),
        "sum(disputes.review.upheld,disputes.review.corrected,disputes.review.other)",
        requests=False,
        needs=re.compile(r"^(?=.*(?:信息公开|依申请))(?=.*行政复议[^，。；\d]{0,6}\d)"),
    ),
)
