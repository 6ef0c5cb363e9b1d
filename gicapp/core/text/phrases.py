"""The phrases by which reports give the figures of the tables, one entry a phrase.

Verbs, nouns and traps are those met in published reports: 收到, 受理, 办理, 接收 for what came
in; 同意公开 for 予以公开; 转下年度办理, 顺延 for what is carried over. 依申请公开 N 条 without a
verb is mostly a count of web pages and therefore no phrase here.
"""

import re
from dataclasses import dataclass
from typing import Final

from gicapp.core.text.numbers import NUMBER

NEW: Final = "requests.new.total"
CARRIED_IN: Final = "requests.carried_in.total"
HANDLED: Final = "requests.handled.total"
CARRIED_OUT: Final = "requests.carried_out.total"
RECEIVED: Final = f"sum({NEW},{CARRIED_IN})"
NEWLY: Final = "本年新收"
REVIEWS: Final = "disputes.review.total"
SUITS: Final = "sum(disputes.direct_suit.total,disputes.suit_after_review.total)"


@dataclass(frozen=True)
class Phrase:
    """A phrase: `pattern` finds it with its number; `meant` is the live figure it stands for.

    `also`: other figures that it may lawfully stand for, with `also_after` only behind such
    words; `doubtful`: one that explains the number but is another way of counting. `total`: it
    speaks of a whole, so not behind 其中. `requests`: about applications, so not in a clause on
    letters or proposals. `unless`: words of the clause up to the number that make it mean
    something else; `needs`: words that must stand in the sentence or its heading. Groups `last`
    and `next` in the pattern are years.
    """

    name: str
    pattern: re.Pattern[str]
    meant: str
    also: tuple[str, ...] = ()
    also_after: re.Pattern[str] | None = None
    doubtful: str = ""
    total: bool = False
    requests: bool = True
    unless: re.Pattern[str] | None = None
    needs: re.Pattern[str] | None = None


# what an application is called
_INFO: Final = "(?:政府|政务)?信息"
_NOUN: Final = (
    f"(?:{_INFO}(?:公开)+(?:的)?(?:依)?申请(?:公开)?|依申请(?:主动)?(?:公开)?(?:{_INFO})?(?:公开)?"
    f"|公开{_INFO}(?:的)?申请|申请(?:公开)?{_INFO}(?:公开)?|公开申请|信息申请|申请公开)"
)
APPLICATION: Final = re.compile(_NOUN)
_TAIL: Final = "(?:的|政府|政务|信息|申请|公开|事项|事件|案件|办?件|数量|总数|总量|表|书)*"
COUNT: Final = "(?:数量?)?(?:一?共|共计|合计|总计|累计|总数|总量|为|有|计|达|是|：|数)*"
_FILL: Final = r"(?P<fill>[^，。；：\d]{0,40}?)"
N: Final = NUMBER + r"(?:(?<=[件份宗项起例个条封次期篇批])|(?![\u4e00-\u9fff%元]))"

_NOT_RECEIVED: Final = re.compile(
    r"未收|没有收|配合|协助|协办|不予受理|收费|受理[点窗机渠]|重复|延期|补正|同比|[较比](?:上|去|20|同)|增[加长]|减少|下降"
    r"|平均|超过|人均|月均"
)


def _received(verb: str, *, noun: str = _NOUN) -> re.Pattern[str]:
    """Return the pattern of 收到…申请 N 件 and 收到 N 件…申请."""
    before = rf"(?:{verb}){_FILL}{noun}{_TAIL}{COUNT}{N}"
    return re.compile(before)


def _received_first(verb: str) -> re.Pattern[str]:
    """Return the pattern of 收到 N 件…申请."""
    return re.compile(rf"(?:{verb}){COUNT}{N}(?P<fill>[^，。；：（\d]{{0,16}}?)(?:{_NOUN}|申请)")


_CAME: Final = "(?:收到|接收到?|接到|收悉|收取|接受)(?:的|了)?"
_DONE_TOO: Final = "(?:受理|办理|处理|收办|受理[和并、]?(?:办结|答复|办理))(?:的|了)?"
_PLAIN_NOUN: Final = "(?:[各有]类?)?申请"
# 依申请公开来信: all of them, unless other ways of sending are counted beside
_LETTER: Final = f"{_NOUN}(?:来信|来函|信件|函件)"
_NO_OTHER_WAY: Final = "(?![^。；]*(?:网|当面|现场|平台|邮|电子|窗口))"

RECEIPTS: Final = (
    Phrase(
        NEWLY,
        _received("新收到?|新增|本年度?新收", noun=f"(?:{_NOUN}|申请)"),
        NEW,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(NEWLY, re.compile(rf"(?<!本)新收到?{N}"), NEW, total=True, unless=_NOT_RECEIVED),
    Phrase("收到申请", _received(_CAME), NEW, doubtful=RECEIVED, total=True, unless=_NOT_RECEIVED),
    Phrase(
        "收到申请",
        re.compile(rf"(?:(?<=[年度共，])|(?<=累计))收{_NOUN}{_TAIL}{COUNT}{N}"),
        NEW,
        doubtful=RECEIVED,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "收到申请",
        re.compile(_received(_CAME, noun=_LETTER).pattern + _NO_OTHER_WAY),
        NEW,
        doubtful=RECEIVED,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(  # in a list with the cases it counts applications, not web pages
        "依申请公开",
        re.compile(
            rf"(?<=[，；：])依申请公开(?:事项)?{COUNT}{N}(?=[，、](?:被)?(?:申请)?行政复议{COUNT}\d)"
        ),
        NEW,
        also=(RECEIVED, HANDLED),
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "收到申请",
        _received_first(_CAME),
        NEW,
        doubtful=RECEIVED,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "收到申请",
        _received(_CAME, noun=_PLAIN_NOUN),
        NEW,
        doubtful=RECEIVED,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "受理、办理申请",
        _received(_DONE_TOO),
        NEW,
        also=(RECEIVED, HANDLED),
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "受理、办理申请",
        _received_first(_DONE_TOO),
        NEW,
        also=(RECEIVED, HANDLED),
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "受理、办理申请",
        re.compile(rf"依申请(?:公开)?(?:{_INFO})?(?:公开)?(?:事项|申请)?{_DONE_TOO}{COUNT}{N}"),
        NEW,
        also=(RECEIVED, HANDLED),
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        "受理、办理申请",
        re.compile(rf"(?:受理|办理|处理)(?:了)?{_PLAIN_NOUN}{COUNT}{N}"),
        NEW,
        also=(RECEIVED, HANDLED),
        total=True,
        unless=_NOT_RECEIVED,
    ),
)

_ONWARD: Final = "(?:继续)?(?:办理|处理|答复|办结)?(?:的)?"
_THIS_YEAR: Final = r"(?:[至到转入]*(?:本年度?|今年|20\d\d年度?))?"
_LAST_YEAR: Final = r"(?:上一?年度?|去年|往年|(?P<last>20\d\d)年度?)"
_NEXT_YEAR: Final = r"(?:下一?个?年度?|次年|明年|(?P<next>20\d\d)年度?)"
_CARRY: Final = "(?:结转|转|顺延|延续|递延|跨年)[至到入为]*"

CARRIED: Final = (
    Phrase(
        "上年结转",
        re.compile(
            rf"{_LAST_YEAR}[末底]?(?:未办结)?(?:结转|遗留|顺延)(?!率){_THIS_YEAR}{_ONWARD}{_TAIL}{COUNT}{N}"
        ),
        CARRIED_IN,
    ),
    Phrase("上年结转", re.compile(rf"结转{_LAST_YEAR}{_ONWARD}{_TAIL}{COUNT}{N}"), CARRIED_IN),
    Phrase("上年结转", re.compile(rf"{N}(?:申请)?(?:为|系|是|属)?{_LAST_YEAR}结转"), CARRIED_IN),
    Phrase("结转下年", re.compile(rf"{_CARRY}{_NEXT_YEAR}{_ONWARD}{_TAIL}{COUNT}{N}"), CARRIED_OUT),
    Phrase(
        "结转下年",
        re.compile(rf"{N}(?:申请)?(?:将|需|已|均|按照?[^，。；\d]{{2,12}}?)*{_CARRY}{_NEXT_YEAR}"),
        CARRIED_OUT,
    ),
)

# before 办结 and 答复 only what leaves them speak of all applications
_WHOLE: Final = (
    "(?:(?<=[，；：、。）年度已共计均都并时期法规内中局办委镇县区市我])|(?<=^)"
    "|(?<=累计)|(?<=全部)|(?<=完成)|(?<=予以)(?=答复办结))"
)
_ANSWERED: Final = "(?:办结|办复|办理完毕|办理完成|处理完毕|答复办结|答复)(?:了)?"

_IN_TIME: Final = "(?:按时|按期|及时|依法|如期|在(?:规定|法定)(?:时间|期限|时限)内|完成)*"

_PARTLY_ANSWERED: Final = re.compile(
    r"当年|本年新收|延期|书面|网上|当面|口头|电话|告知|补正|超期|逾期|除|未|可以|予以公开"
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
        re.compile(rf"完成(?P<fill>[^，。；：\d]{{0,12}}?)(?:{_NOUN})答复{COUNT}{N}"),
        HANDLED,
        total=True,
    ),
    Phrase(
        "办理结果总计",
        re.compile(
            rf"(?:{_WHOLE}|(?<=[，；：]申请)){_ANSWERED}(?:本年度?)?(?:{_NOUN}|申请)?{_TAIL}{COUNT}{N}"
        ),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=re.compile(_PARTLY_ANSWERED.pattern + r"|公开答复\d"),
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?:{_NOUN})(?:共|已)*(?:办结|答复){COUNT}{N}"),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?<=[，；])(?:共|已)?办理(?:并?答复|回复)?{COUNT}{N}"),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
        needs=re.compile(rf"(?:{_NOUN})[^。\d]{{0,8}}\d"),
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?<=[，；])已?完成{_NOUN}(?:申请|事项|办?件|的)*{COUNT}{N}"),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?<=[件条份项个例次起宗]，)[共已]*回复{N}"),
        HANDLED,
        doubtful=NEW,
        total=True,
        unless=_PARTLY_ANSWERED,
        needs=re.compile(rf"(?:{_NOUN})[^。，；\d]{{0,8}}\d+[件条份项个例次起宗]，[共已]*回复\d"),
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"{N}(?:申请)?(?:均|都|已|全部)*{_IN_TIME}(?:办结|答复)(?!件)"),
        HANDLED,
        total=True,
        unless=re.compile(r"当年|延期|书面|网上|未|除|收|受理|[另还]有"),
    ),
)

_KINDS: Final = (
    (
        "予以公开和部分公开",
        "(?:予以|同意)公开[及和、或与](?:予以|同意)?部分公开",
        "granted partial",
    ),
    ("部分公开", "(?:予以|同意)?部分公开|区分处理后?(?:予以)?公开|部分予以公开", "partial"),
    ("予以公开", "(?<![不分])(?:予以|同意)(?!不)公开", "granted"),
    ("不予公开", "不予公开|不同意公开", "refused.*"),
    ("无法提供", "无法提供", "unavailable.*"),
    ("不予处理", "不予处理", "not_processed.*"),
    ("其他处理", "其他处理", "other*"),
    (
        "不掌握相关政府信息",
        "(?:[本我][机单]?[关位局办委厅镇乡]?)?不掌握(?:相关)?(?:政府)?信息",
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
    ("逾期不补正", "逾期[不未]补正", "other.not_corrected"),
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
    ("属于四类过程性信息", "过程性信息", "refused.process_info"),
    ("属于行政执法案卷", "行政执法案卷(?:信息)?", "refused.enforcement_files"),
    ("属于行政查询事项", "行政查询事项", "refused.admin_queries"),
)
_OUTCOME_TAIL: Final = (
    "(?:答复|处理|办理|决定|政府信息|信息|申请|类型|类|情形|情况|结果"
    "|数量|件数|的|有|为|共|计|：|”)*"
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
    unless = re.compile(r"[较比](?:上|去|20)|延期|率|占\d")
    also = (_OTHER,) if rows == "other*" else ()
    return (
        Phrase(name, after, meant, also, _ROWS_OF_OTHER, unless=unless),
        Phrase(name, before, meant, also, _ROWS_OF_OTHER, unless=unless),
    )


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

_ORGANISATIONS: Final = ",".join(
    f"{{row}}.{column}"
    for column in ("commercial", "research", "nonprofit", "legal_service", "other_org")
)
_APPLICANTS: Final = tuple(
    Phrase(name, re.compile(pattern), meant)
    for name, words, meant in (
        ("自然人", "自然人|公民(?:个人)?|个人", "{row}.natural"),
        ("法人或其他组织", "法人(?:或者?|和|及|、|与)其他组织", f"sum({_ORGANISATIONS})"),
        ("商业企业", "商业企业", "{row}.commercial"),
        ("科研机构", "科研机构", "{row}.research"),
        ("社会公益组织", "社会公益组织", "{row}.nonprofit"),
        ("法律服务机构", "法律服务机构", "{row}.legal_service"),
    )
    for pattern in (
        rf"(?:{words})(?:提出|提交)?(?:的)?(?:申请)?{COUNT}{N}",
        rf"{N}(?:申请)?(?:为|系|是)(?:{words})(?:申请|提出|提交)",
    )
)
# 企业申请 2 件、其他组织申请 2 件: all that are no enterprise, or the last column alone
_NOT_ENTERPRISE: Final = _ORGANISATIONS.removeprefix("{row}.commercial,")
APPLICANTS: Final = (
    *_APPLICANTS,
    Phrase(
        "商业企业",
        re.compile(rf"(?<=[、，；：（中])企业(?:提出|提交)?(?:的)?申请{COUNT}{N}"),
        "{row}.commercial",
    ),
    Phrase(
        "其他组织",
        re.compile(rf"(?<=[、，；])其他组织(?:提出|提交)?(?:的)?申请{COUNT}{N}"),
        f"sum({_NOT_ENTERPRISE})",
        also=("{row}.other_org",),
        needs=re.compile(r"[、，；：（中]企业(?:提出|提交)?(?:的)?申请[^，。；\d]{0,4}\d"),
    ),
)
