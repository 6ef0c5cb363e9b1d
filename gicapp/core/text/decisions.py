"""The phrases by which reports give what tables two and four count: cases, documents, decisions.

行政复议 and 处理决定 are also words of other business, so most phrases here need or shun words
around them.
"""

import re
from typing import Final

from gicapp.core.text.phrases import COUNT, REVIEWS, SUITS, N, Phrase

ISSUED: Final = "disclosure.normative_documents.issued"

_CASES: Final = "(?:申请|案件|应诉|事项|的)*"
_ABOUT_DISCLOSURE: Final = re.compile("信息公开|依申请")
_OTHER_CASES: Final = re.compile(
    r"复议机[关构]|审理|审结|受理行政复议|办理行政复议|纠|维持|撤|败|胜|驳|结果|[较比](?:上|去|20)|未|没有|无"
)


def _dispute(name: str, words: str, meant: str) -> tuple[Phrase, Phrase]:
    after = re.compile(rf"(?:{words}){_CASES}{COUNT}{N}")
    before = re.compile(rf"(?:发生|引发|产生|引起|涉及|共有|有){N}(?:{words})")
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


def _ruling(name: str, words: str, rows: tuple[str, ...]) -> tuple[Phrase, ...]:
    """Return the phrases of how cases ended: 行政复议结果维持 5 件."""
    return tuple(
        Phrase(
            f"{name}{ending.strip('(?:)').split('|')[0]}",
            re.compile(rf"{words}{_CASES}(?:，?其中)?(?:结果)?(?:被)?{ending}(?:的)?{COUNT}{N}"),
            f"sum({','.join(f'disputes.{row}.{column}' for row in rows)})",
            requests=False,
            needs=_ABOUT_DISCLOSURE,
        )
        for column, ending in (
            ("upheld", "维持"),
            ("corrected", "(?:纠正|纠错)"),
            ("pending", "尚未审结"),
        )
    )


# how reviews ended, listed behind their number: 行政复议 7 件，其中结果维持 6 件
_OF_REVIEWS_ALONE: Final = re.compile("^(?!.*诉讼)(?=.*行政复议.*\\d)(?=.*(?:信息公开|依申请))")
_REVIEWS_ENDED: Final = tuple(
    Phrase(
        f"行政复议{ending}",
        re.compile(rf"(?<=[中，、：；]){ending}(?:的)?{COUNT}{N}"),
        f"disputes.review.{column}",
        requests=False,
        needs=_OF_REVIEWS_ALONE,
    )
    for column, ending in (
        ("upheld", "结果维持"),
        ("corrected", "结果纠正"),
        ("other", "其他结果"),
        ("pending", "尚未审结"),
    )
)

DISPUTES: Final = (
    *_ruling("行政诉讼", _SUIT, _SUIT_ROWS),
    *_ruling("行政复议", "行政复议", ("review",)),
    *(
        Phrase(
            name,
            re.compile(rf"{words}(?:的)?(?:行政诉讼)?{_CASES}{COUNT}{N}"),
            f"disputes.{row}.total",
            requests=False,
            unless=re.compile("纠|维持|败|胜|驳|结果|未(?!经)|没有|无"),
            needs=_ABOUT_DISCLOSURE,
        )
        for name, words, row in (
            ("未经复议直接起诉", "(?:未经(?:行政)?复议)?直接起诉", "direct_suit"),
            ("复议后起诉", "(?:经)?(?:行政)?复议后起诉", "suit_after_review"),
        )
    ),
    *_dispute(
        "行政复议和行政诉讼",
        "行政复议(?:或者|[、和及与或])(?:提起)?(?:行政)?诉讼",
        f"sum({REVIEWS},{SUITS})",
    ),
    *_dispute("行政诉讼", _SUIT, SUITS),
    *_dispute("行政复议", "行政复议", REVIEWS),
    *_REVIEWS_ENDED,
)

_OTHER_PAPERS: Final = re.compile(
    r"清理|名义|审查|备案|解读|代拟|起草|审核|评估|公开|公布|发布|修[改订]|草案|意见|本级|部门"
)
_END: Final = "(?=[，。；、和及]|$)"  # 制发 5 份规范性文件解读 are other papers
_PAPER: Final = "(?:行政)?规范性文件"


def _document(name: str, row: str, words: str) -> tuple[Phrase, ...]:
    """Return the phrases of one row of documents: made, repealed, in force."""
    number = "(?:件数|数量)?" + COUNT + N
    made, gone = "(?:制发|制定|印发|出台)(?:（修[改订]）)?(?:了)?", "废止(?:了)?"
    kinds = (
        ("本年制发", "issued", rf"{made}(?:{words}){number}"),
        ("本年制发", "issued", rf"{made}{N}(?:{words}){_END}"),
        ("本年废止", "repealed", rf"{gone}(?:{words})(?![^。]*失效){number}"),
        ("本年废止", "repealed", rf"{gone}{N}(?:{words}){_END}(?![^。]*失效)"),
        ("现行有效", "in_force", rf"(?:现行|继续|持续)有效(?:的)?(?:{words}){number}"),
    )
    return tuple(
        Phrase(
            f"{name}{kind}",
            re.compile(pattern),
            f"disclosure.{row}.{column}",
            requests=False,
            unless=_OTHER_PAPERS,
        )
        for kind, column, pattern in kinds
    )


# 失效 alone is the row of 废止; beside 废止 it is a part of that row
_PAPERS_LAPSED: Final = re.compile(r"^(?!.*废止)(?=.*规范性文件.*\d)")
_OF_PAPERS: Final = re.compile(r"(?<!公开)(?:行政)?规范性文件[^。]*?\d|规范性文件[^。，]{0,8}清理")
_OTHER_PAPERS_ALSO: Final = re.compile(_OTHER_PAPERS.pattern + "|规章|规划|方案|证|合同")

DOCUMENTS: Final = (
    *_document("行政规范性文件", "normative_documents", _PAPER),
    Phrase(
        "行政规范性文件本年废止",
        re.compile(rf"(?<=[，；、])(?:宣布)?失效(?:{_PAPER})?(?:件数|数量)?{COUNT}{N}"),
        "disclosure.normative_documents.repealed",
        requests=False,
        unless=_OTHER_PAPERS_ALSO,
        needs=_PAPERS_LAPSED,
    ),
    *(
        Phrase(
            f"行政规范性文件{kind}",
            re.compile(rf"{words}(?:件数|数量)?{COUNT}{N}(?!{_PAPER}[^，。；、和及])"),
            f"disclosure.normative_documents.{column}",
            requests=False,
            unless=_OTHER_PAPERS_ALSO,
            needs=_OF_PAPERS,
        )
        for kind, column, words in (
            ("本年废止", "repealed", "(?<=[，；、])(?:宣布)?废止(?![^。]*失效)"),
            ("现行有效", "in_force", "(?<=[，；、])(?:现行|继续|持续)有效"),
            ("本年制发", "issued", "(?<=[，；、])(?:本年度?)(?:制发|制定)"),
        )
    ),
    *_document("规章", "regulations", "(?:政府|部门)?规章"),
)

_NOT_DECIDED: Final = re.compile(
    r"公开|公示|发布|信息|案卷|清单|目录|推送|归集|录入|双公示|申请|[较比](?:上|去|20)|其中"
)
MEASURE_ROWS: Final = (
    ("行政许可", "disclosure.licensing.decisions"),
    ("行政处罚", "disclosure.penalties.decisions"),
    ("行政强制", "disclosure.coercion.decisions"),
)
# 作出行政许可 3 件，行政处罚决定 4 件: the verb stands once for all
_DECIDED_ALSO: Final = re.compile("^(?!.*(?:公开|公示|发布|公布))(?=.*[作做]出行政)")
MEASURES: Final = tuple(
    Phrase(
        f"{words}处理决定",
        re.compile(pattern),
        cell,
        total=True,
        requests=False,
        unless=_NOT_DECIDED,
    )
    for words, cell in MEASURE_ROWS
    for pattern in (
        rf"(?:(?:作出|做出|实施|下达|办理|办结|处理)(?:了)?(?:各类|各项)?{words}(?:决定|事项|案件|措施)*"
        rf"|{words}(?:共|共计)?处理决定(?:数量?)?){COUNT}{N}",
        rf"(?:作出|做出)(?:了)?{COUNT}{N}{words}(?:决定)?(?=[，。；、]|$)",
    )
) + tuple(
    Phrase(
        f"{words}处理决定",
        re.compile(rf"(?<=[，；、和]){words}(?:决定)?{COUNT}{N}"),
        cell,
        total=True,
        requests=False,
        unless=_NOT_DECIDED,
        needs=_DECIDED_ALSO,
    )
    for words, cell in MEASURE_ROWS
)
