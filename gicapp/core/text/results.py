"""The phrases for what became of applications: all that were closed, and each kind of result.

同意公开 is written for 予以公开, 区分处理后公开 for 部分公开, 办结 and 答复 for the whole.
"""

import re
from dataclasses import replace
from typing import Final

from gicapp.core.text.phrases import COUNT, HANDLED, NEW, NOUN, TAIL, N, Phrase

# before 办结 and 答复 only what leaves them speak of all applications
_WHOLE: Final = (
    "(?:(?<=[，；：、。）年度已共计均都并时期法规内中局办委镇县区市我])|(?<=^)"
    "|(?<=累计)|(?<=全部)|(?<=完成)|(?<=予以)(?=答复办结))"
)
_ANSWERED: Final = "(?:办结|办复|办理完毕|办理完成|处理完毕|答复办结|答复)(?:了)?"

_IN_TIME: Final = (
    "(?:按时|按期|及时|依法|依规|如期|在?(?:规定|法定)(?:时间|期限|时限)内|完成|进行了?"
    "|按照?(?:相关|有关|法定|规定|要求|《?条例》?)[^，。；\\d]{0,10}?)*"
)

_PARTLY_ANSWERED: Final = re.compile(
    r"当年|本年新收|延期|书面|网上|当面|口头|电话|告知|补正|超期|逾期|除|未|可以|予以公开"
)


def _closed(pattern: str, needs: str | None = None) -> Phrase:
    """Return a phrase for all that were closed, unless the words before the number say of some."""
    return Phrase(
        "办理结果总计",
        re.compile(pattern),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
        needs=None if needs is None else re.compile(needs),
    )


HANDLING: Final = (
    Phrase(
        "办理结果总计",
        re.compile(rf"办理结果(?:总计|合计|共计|共)(?:为)?{N}"),
        HANDLED,
        total=True,
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"完成(?P<fill>[^，。；：\d]{{0,12}}?)(?:{NOUN})答复{COUNT}{N}"),
        HANDLED,
        total=True,
    ),
    Phrase(
        "办理结果总计",
        re.compile(
            rf"(?:{_WHOLE}|(?<=[，；：]申请)){_ANSWERED}(?:本年度?)?(?:{NOUN}|申请)?{TAIL}{COUNT}{N}"
        ),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=re.compile(_PARTLY_ANSWERED.pattern + r"|公开答复\d"),
    ),
    _closed(
        rf"(?:{NOUN})(?:共|已)*(?:办结|答复){COUNT}{N}",
    ),
    _closed(
        rf"(?<=[，；])(?:共|已|均|按时|按期|依法)*[作做]出(?:了)?答复{COUNT}{N}",
        rf"(?:{NOUN})[^。\d]{{0,8}}\d",
    ),
    Phrase(  # 对 47 件政府信息公开申请依法作出答复
        "办理结果总计",
        re.compile(
            rf"(?:^|(?<=[，；])|(?<=年)|(?<=年度))(?:共|已)?对{N}{NOUN}(?:事项|申请|的)*(?:均|都|全部|已)*{_IN_TIME}"
            r"(?:作出|予以|进行)?了?(?:答复|办结)(?=[，。；]|$)"
        ),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
    ),
    _closed(
        rf"(?<=[，；])(?:共|已)?办理(?:并?答复|回复)?{COUNT}{N}",
        rf"(?:{NOUN})[^。\d]{{0,8}}\d",
    ),
    _closed(
        rf"(?<=[，；])已?完成{NOUN}(?:申请|事项|办?件|的)*{COUNT}{N}",
    ),
    _closed(
        rf"(?<=[件条份项个例次起宗]，)(?:截[至止](?:20\d\d年)?(?:12月底|年底|12月31日)，?)?"
        rf"[共已]*回复{N}",
        rf"(?:{NOUN})[^。，；\d]{{0,8}}\d+[件条份项个例次起宗]，(?:截[至止]|[共已]*回复\d)"
        rf"|(?:{NOUN}).*\d.*，(?:合计|共计|总计)\d.*回复\d",
    ),
    _closed(
        r"(?<=[，；])(?:均|已|共)*在?(?:法定|规定)(?:期限|时限|时间)内(?:依法|依规|予以|进行|完成|均|已|共)*"
        rf"(?:办结|答复|回复){N}",
        rf"(?:{NOUN})[^。\d]{{0,8}}\d",
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"{N}(?:申请)?(?:均|都|已|全部)*{_IN_TIME}(?:办结|答复)(?!件)"),
        HANDLED,
        total=True,
        unless=re.compile(r"当年|延期|书面|网上|未|除|收|受理|[另还]有"),
        nowhere=re.compile("撤"),
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?<=，)已(?:经)?(?:办理|办结|答复)的{N}(?=均)"),
        HANDLED,
    ),
)

FEE_UNPAID: Final = "requests.other.fee_unpaid.total"

_KINDS: Final = (
    (
        "予以公开和部分公开",
        "(?:予以|同意)公开[及和、或与](?:予以|同意)?部分公开",
        "granted partial",
    ),
    ("部分公开", "(?:予以|同意|决定)?部分公开|区分处理后?(?:予以)?公开|部分予以公开", "partial"),
    ("予以公开", "(?<![不分])(?:予以|同意|决定)(?!不)公开", "granted"),
    ("不予公开", "不予公开|不同意公开", "refused.*"),
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
    ("属于三类内部事务信息", "内部事务(?:性)?信息", "refused.internal_affairs"),
    ("属于四类过程性信息", "过程性+信息", "refused.process_info"),
    ("属于行政执法案卷", "行政执法案卷(?:信息)?", "refused.enforcement_files"),
    ("属于行政查询事项", "行政查询事项", "refused.admin_queries"),
)
_OUTCOME_TAIL: Final = (
    "(?:答复|处理|办理|决定|政府信息|信息|申请|类型|类|情形|情况|结果"
    "|数量|件数|的|有|为|共|计|：|”)*"
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
        rf"{N}(?:申请)?(?:(?:为|属于|属|作出|作|给予|系|是|的)?(?:{words})(?!{_OUTCOME_TAIL}\d)"
        rf"|因[^，。；撤\d]{{2,30}}?(?:{words})(?=[，。；]|$))"
    )
    unless = re.compile(r"[较比](?:上|去|20)|延期|率|占\d|已(?:主动)?公开")
    also, only_behind = _rows_meant(rows)
    plain = Phrase(name, after, meant, also, only_behind, unless=unless)
    if rows == "granted":
        plain = replace(plain, nowhere=_GRANTED_APART)
    return (plain, replace(plain, pattern=before, sign=re.compile(words)))


# 因本机关不掌握无法提供 5 件: the class is named, and one of its rows may be meant
_REASON: Final = re.compile(
    r"(?:掌握|现成|补正|第三[方人]|内部事务|过程|案卷|秘密|隐私|信访|重复|不存在)[^，。；\d等]{0,16}$"
)


def _rows_meant(rows: str) -> tuple[tuple[str, ...], re.Pattern[str]]:
    """Return the rows that a class may stand for, and behind which words it may."""
    if rows == "other*":
        return (_OTHER,), _ROWS_OF_OTHER
    if not rows.endswith("*"):
        return (), _REASON
    of_class = (row for _, _, row in _KINDS if row.startswith(rows.removesuffix("*")))
    return tuple(f"requests.{row}.total" for row in of_class if row != rows), _REASON


# 其他 closes a list of results; it is the class only where the list names the other classes
_CLASSES_NAMED: Final = re.compile("(?=.*不予公开)(?=.*无法提供)(?=.*不予处理)")

OUTCOMES: Final = (
    *(
        phrase
        for pair in zip(*(_outcome(*kind) for kind in _KINDS), strict=True)
        for phrase in pair
    ),
    Phrase(
        "其他处理",
        re.compile(rf"(?<=[，；、])其[他它](?:情况|情形|类)?(?:的|为|有)*{N}"),
        "sum(requests.other*.total)",
        also=(_OTHER,),
        unless=re.compile(r"[较比](?:上|去|20)|延期|率|占\d"),
        needs=_CLASSES_NAMED,
    ),
)
