"""The phrases for each kind of result that applications came to, its classes and its rows.

同意公开 is written for 予以公开, 区分处理后公开 for 部分公开, 其他 for whatever is left.
"""

import re
from dataclasses import replace
from typing import Final

from gicapp.core.text.phrases import NOT_PROCESSED, REFUSED, UNAVAILABLE, N, Phrase

FEE_UNPAID: Final = "requests.other.fee_unpaid.total"

_KINDS: Final = (
    (
        "予以公开和部分公开",
        "(?:(?:予以|同意)|(?<![不主])(?<!信息))公开[及和、或与](?:予以|同意)?部分公开",
        "granted partial",
    ),
    (
        "部分公开",
        "(?:予以|同意|决定)?部[分份]公开|区分处理后?(?:予以)?公开|部分予以公开",
        "partial",
    ),
    ("予以公开", "(?<![不分])(?:予以|同意|决定)(?!不)公开", "granted"),
    ("不予公开", r"不予公开(?!的有\d+件(?:属|系|因))|不同意公开", "refused.*"),
    ("无法提供", "无法提供", "unavailable.*"),
    ("不予处理", "不予处理", "not_processed.*"),
    ("其他处理", "其他处理", "other*"),
    (
        "不掌握相关政府信息",
        "(?:[本我][机单]?[关位局办委厅镇乡]?)?[不未]掌握(?:相关)?(?:政府)?(?:信息)?"
        "|非本(?:机关|部门|单位|局|委)(?:所)?掌握",
        "unavailable.not_held",
    ),
    (
        "没有现成信息需要另行制作",
        "没有现成信息(?:，?需要?另行制作)?",
        "unavailable.must_be_created",
    ),
    ("补正后申请内容仍不明确", "补正后(?:申请)?(?:内容)?仍不明确", "unavailable.still_unclear"),
    ("信访举报投诉类申请", "信访、?举报、?投诉类?", "not_processed.petition"),
    ("重复申请", "重复申请", "not_processed.repeated"),
    ("要求提供公开出版物", "要求提供公开出版物", "not_processed.publication"),
    ("无正当理由大量反复申请", "无正当理由大量反复申请", "not_processed.excessive"),
    ("逾期不补正", "逾期[不未]补正(?:[、，]?视为放弃)?(?:申请)?", "other.not_corrected"),
    (
        "逾期未按收费通知要求缴纳费用",
        "逾期[不未]按照?收费通知(?:的)?要求缴纳(?:费用)?",
        "other.fee_unpaid",
    ),
    ("属于国家秘密", "属于国家秘密", "refused.state_secret"),
    ("其他法律行政法规禁止公开", "法律、?行政法规禁止公开", "refused.law_forbids"),
    ("危及“三安全一稳定”", "三安全一稳定”?", "refused.three_securities"),
    ("保护第三方合法权益", "保护第三方合法权益", "refused.third_party"),
    (
        "属于三类内部事务信息",
        "(?:政府|机关|[三3]类)*内部事务(?:性)?(?:信息|文件)",
        "refused.internal_affairs",
    ),
    ("属于四类过程性信息", "过程性+信息", "refused.process_info"),
    ("属于行政执法案卷", "行政执法案卷(?:信息)?", "refused.enforcement_files"),
    ("属于行政查询事项", "行政查询事项", "refused.admin_queries"),
)
# 不掌握、没有现成信息的 10 件: the figure is of both
_ANY_KIND: Final = "|".join(words for _, words, _ in _KINDS)
_OUTCOME_TAIL: Final = (
    "(?:答复|处理|办理|决定|相关(?=政府信息|信息)|政府信息|信息|申请|类型|类|情形|情况|结果"
    "|数量|件数|的|有|为|[共合]?计|共|：|”)*"
)
# 同意公开 1 件，已公开 3 件: the row is given in two
_GRANTED_APART: Final = re.compile(
    r"(?:^|[，、；：])(?:属于?)?已(?:经)?(?:主动)?公开(?:的|信息|申请|有|为|共)*\d"
)
# once rows of （六） are listed, 其他处理 may be its last row alone
_OTHER: Final = "requests.other.other.total"
_ROWS_OF_OTHER: Final = re.compile(r"逾期[不未](?:补正|按)[^，。；\d]{0,16}\d")


def _outcome(name: str, words: str, rows: str) -> tuple[Phrase, Phrase]:
    """Return the phrases of a result: 无法提供 3 件, and 3 件无法提供."""
    cells = [f"requests.{row}.total" for row in rows.split()]
    meant = cells[0] if len(cells) == 1 and "*" not in rows else f"sum({','.join(cells)})"
    after = re.compile(rf"(?:{words}){_OUTCOME_TAIL}{N}")
    before = re.compile(
        rf"{N}(?:申请)?(?:依法|依规|按规定)*(?:(?:为|属于|属|作出|作|给予|系|是|的){{0,2}}“?"
        rf"(?:{words})(?!{_OUTCOME_TAIL}\d)(?!的?(?:以?及|和|与|或者?)[^，。；（\d]*(?:[，。；（]|$))"
        rf"(?!的?、(?:{_ANY_KIND})[^，。；\d]*(?:[，。；]|$))"
        rf"|(?:因|由于)[^，。；撤\d]{{2,30}}?(?:{words})(?=[，。；]|$))"
    )
    joined = rf"|[\u4e00-\u9fff]或者?(?:{words})"  # 没有或者不掌握 4 件
    if " " not in rows:
        joined += rf"|(?:{_ANY_KIND})(?:的|类|信息|申请)*[、和及与或](?:{words})"
    unless = re.compile(
        rf"[较比](?:上|去|20)|延期|率|占\d|已(?:主动)?公开|第三[方人][^，。；]{{0,4}}同意{joined}"
    )
    also, only_behind = _rows_meant(rows)
    plain = Phrase(name, after, meant, also, only_behind, unless=unless)
    if rows == "granted":
        plain = replace(plain, nowhere=_GRANTED_APART)
    return (plain, replace(plain, pattern=before, sign=re.compile(words)))


# 因本机关不掌握无法提供 5 件: the class is named, and one of its rows may be meant
_REASON: Final = re.compile(
    r"(?:掌握|现成|补正|第三[方人]|内部事务|过程|案卷|秘密|涉密|隐私|信访|重复|不存在)[^，。；\d等]{0,16}$"
    "|的$"  # 以申请公开名义举报投诉的 31 件不予处理
)


def _rows_meant(rows: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the rows that a class may stand for, and behind which words it may."""
    if rows == "other*":
        return (_OTHER,), _ROWS_OF_OTHER
    if not rows.endswith("*"):
        return (), _REASON
    of_class = (row for _, _, row in _KINDS if row.startswith(rows.removesuffix("*")))
    return tuple(f"requests.{row}.total" for row in of_class if row != rows), _REASON


# 不予公开（属于三类内部事务信息）2 件: the row stands in brackets behind its class
def _bracketed(name: str, words: str, row: str) -> tuple[Phrase, ...]:
    """Return the phrase of a row named behind its class, which may be given instead."""
    return tuple(
        Phrase(
            name,
            re.compile(
                rf"(?:{of_class})”?（[^（）。；，、\d]{{0,8}}?(?:{words}){_OUTCOME_TAIL}）{_OUTCOME_TAIL}{N}"
            ),
            f"requests.{row}.total",
            (f"sum(requests.{rows}.total)",),
            sign=re.compile("）"),
        )
        for _, of_class, rows in _KINDS
        if rows.endswith(".*") and row != rows and row.startswith(rows.removesuffix("*"))
    )


_ROW_NAMED: Final = "(?:掌握|现成|补正|另行制作|无法提供)"
_UNHELD: Final = "requests.unavailable.not_held.total"
_UNMADE: Final = "requests.unavailable.must_be_created.total"
_ELSEWHERE: Final = (UNAVAILABLE, _OTHER, "sum(requests.other*.total)")
_NOT_OURS: Final = (
    "(?:不属于|非)[本我](?:行政)?(?:机关|单位|部门|局|委|办|街道|镇|乡)(?:负责)?的?"
    "(?:公开|职责|职能|职权|管辖)+(?:公开|职责|职能|的|范围|内)*"
)
_COMPARED: Final = re.compile(r"[较比](?:上|去|20)|延期|率|占\d")


def _told_by_reason(name: str, words: str, meant: str, *also: str, beside: str) -> Phrase:
    """Return a phrase of a reason without a verb; forms differ in the row that it belongs to."""
    return Phrase(
        name,
        re.compile(rf"(?<=[，、；：中]){words}{_OUTCOME_TAIL}{N}"),
        meant,
        also,
        unless=_COMPARED,
        nowhere=re.compile(beside),
    )


_BY_REASON: Final = (
    _told_by_reason(
        "予以公开",
        "属于公开范围",
        "requests.granted.total",
        "sum(requests.granted.total,requests.partial.total)",
        beside="主动公开",
    ),
    _told_by_reason("部分公开", "属于部分公开范围", "requests.partial.total", beside="主动公开"),
    _told_by_reason(
        "不属于本机关公开",
        _NOT_OURS,
        _UNHELD,
        *_ELSEWHERE,
        beside=f"不存在|{_ROW_NAMED}",
    ),
    _told_by_reason(
        "信息不存在",
        "因?(?:所?申请(?:公开)?的?)?(?:政府)?信息不存在",
        _UNMADE,
        _UNHELD,
        *_ELSEWHERE,
        beside=f"(?:不属于|非)[本我]|{_ROW_NAMED}",
    ),
)

# the classes of results, and the words by which a list names them
CLASSES_NAMED: Final = tuple(
    (row, re.compile(words))
    for row, words in (
        ("requests.granted.total", "(?:予以|同意|全部)公开|已公开|主动公开|(?:^|[，、；])公开"),
        ("requests.partial.total", "部分公开"),
        (REFUSED, "不予公开|秘密|隐私|过程性|内部事务|案卷|行政查询"),
        (UNAVAILABLE, "无法提供|不掌握|不存在|非本|现成|另行制作"),
        (NOT_PROCESSED, "不予处理|不再处理|信访|重复"),
        ("sum(requests.other.*.total)", "其[他它]|撤|补正|逾期|终止"),
    )
)

# 其他 closes a list of results: the class where the list names the others, or all that are not
_CLASSES: Final = (
    ("refused", "不予公开"),
    ("unavailable", "无法提供"),
    ("not_processed", "不予处理"),
)
_OF_ROWS: Final = "掌握|现成|补正|重复申请|信访|内部事务|过程性|案卷|查询"


# 不予处理 3 件，内容涉及拆迁的 24 件、其他 5 件: those are no results
_BEHIND_RESULTS: Final = (
    r"(?=.*(?:公开|提供|处理|掌握|补正|信访|重复|费用|现成|制作|明确|查询|案卷|秘密|事务|过程性|信息|安全|合法权益|撤[回销])"
    r"[^，、；\d]{0,12}\d+[件条份宗项起]?(?:（[^（）]*）|，占[^，、；]{0,12}%)?[，、；]其[他它][^，、；\d]*\d+[件条份宗项起]?$)"
)


def _remaining(unnamed: frozenset[str]) -> Phrase:
    """Return the phrase of 其他 behind results, but for those of the classes left unnamed."""
    named = "".join(f"(?=.*{word})" for row, word in _CLASSES if row not in unnamed)
    missing = "|".join(word for row, word in _CLASSES if row in unnamed)
    rest = ",".join(f"requests.{row}.*.total" for row, _ in _CLASSES if row in unnamed)
    return Phrase(
        "其他处理",
        re.compile(rf"(?<=[，；、])其[他它](?:情况|情形|类)?(?:的|为|有)*{N}"),
        "sum(requests.other*.total)",
        also=(_OTHER, f"sum({rest},requests.other*.total)") if unnamed else (_OTHER,),
        unless=_COMPARED,
        nowhere=re.compile(f"{missing}|{_OF_ROWS}") if unnamed else None,
        needs=re.compile(
            (f"(?=.*(?:予以|同意)公开){named}" if unnamed else f"^{named}") + _BEHIND_RESULTS
        ),
    )


OUTCOMES: Final = (
    *(phrase for kind in _KINDS for phrase in _bracketed(*kind)),
    *(
        phrase
        for pair in zip(*(_outcome(*kind) for kind in _KINDS), strict=True)
        for phrase in pair
    ),
    *_BY_REASON,
    *(
        _remaining(frozenset(unnamed))
        for unnamed in ((), ("not_processed",), ("refused",), ("refused", "not_processed"))
    ),
)
