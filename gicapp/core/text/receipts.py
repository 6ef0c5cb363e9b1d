"""The phrases for what came in: received this year, carried over from last year and to the next.

收到, 受理, 办理, 接收 are all written for what came in; 转下年度办理, 顺延 for what is carried on.
依申请公开 N 条 without a verb is mostly a count of web pages: read only where it was answered.
"""

import re
from typing import Final

from gicapp.core.text.phrases import (
    APPLICATION,
    BY_PERSONS,
    CARRIED_IN,
    CARRIED_OUT,
    COUNT,
    FILL,
    HANDLED,
    HANDLED_FOR_PERSONS,
    INFO,
    NEW,
    NEWLY,
    NOUN,
    RECEIVED,
    RECEIVED_FROM_PERSONS,
    TAIL,
    WAYS,
    WAYS_BUT_LETTERS,
    N,
    Phrase,
)

# 收到 3 份上级机关依申请公开征求意见函: another authority asks, nobody applies
_INQUIRY: Final = "征询|征求意见[函件单]|协查"
_NO_INQUIRY: Final = rf"(?![^，。；\d]{{0,10}}(?:{_INQUIRY}))"
_NOT_RECEIVED: Final = re.compile(
    r"未收|没有收|不予受理|收费|受理[点窗机渠]|重复|延期|补正|同比|[较比](?:上|去|20|同)|增[加长]|减少|下降"
    rf"|平均|超过|人均|月均|{_INQUIRY}"
    r"|(?<![结流运周])转[办交送](?!理)|移[交送]"  # to others, or from them: no count of the table
)


def _received(verb: str, *, noun: str = NOUN) -> re.Pattern[str]:
    """Return the pattern of 收到…申请 N 件 and 收到 N 件…申请."""
    before = rf"(?:{verb}){FILL}{noun}{TAIL}{COUNT}{N}"
    return re.compile(before)


def _received_first(verb: str) -> re.Pattern[str]:
    """Return the pattern of 收到 N 件…申请."""
    return re.compile(
        rf"(?:{verb}){COUNT}{N}(?P<fill>[^，。；：（\d]{{0,16}}?)(?:{NOUN}|申请){_NO_INQUIRY}"
    )


_CAME: Final = "(?:收到|接收到?|接到|收悉|收取|接受|核收)(?:的|了)?"
_DONE_TOO: Final = "(?:受理|办理|处理|承办|收办|受理[和并、]?(?:办结|答复|办理))(?:的|了)?"
_PLAIN_NOUN: Final = "(?:[各有]类?)?申请"
_ALL_ANSWERED: Final = r"，(?:均|都|已|全部|按时|及时)+[^，。；\d]{0,16}(?:办结|办理完毕|答复|回复)"
# 依申请公开来信: all of them, unless other ways of sending are counted beside
_LETTER: Final = f"{NOUN}(?:来信|来函|信件|函件)"
_NO_OTHER_WAY: Final = f"(?![^。；]*(?:{WAYS_BUT_LETTERS}))"

SUMMED_UP: Final = r"(?<=[件条份宗项起次])，(?:合计|共计|总计)(?:为)?"


def _came(pattern: re.Pattern[str]) -> Phrase:
    """Return a phrase for what came in; with what was carried over it is another count."""
    return Phrase("收到申请", pattern, NEW, doubtful=RECEIVED, total=True, unless=_NOT_RECEIVED)


def _dealt_with(pattern: re.Pattern[str], name: str = "受理、办理申请") -> Phrase:
    """Return a phrase for what was taken up or dealt with, which may be any of three counts."""
    return Phrase(name, pattern, NEW, also=(RECEIVED, HANDLED), total=True, unless=_NOT_RECEIVED)


# 共收到自然人申请 2 件: one column, whether all were theirs or not
_FROM_PERSONS: Final = tuple(
    Phrase(
        "自然人",
        re.compile(
            rf"(?:{verb})(?:(?:来自)?自然人(?:提出|提交)?(?:的)?(?:{NOUN}|申请)的?(?:申请|{INFO})*"
            rf"|{INFO}公开自然人(?:的)?申请){COUNT}{N}"
        ),
        BY_PERSONS,
        also,
        unless=_NOT_RECEIVED,
        sign=re.compile("自然人"),
    )
    for verb, also in (
        (_CAME, ()),
        (_DONE_TOO, (RECEIVED_FROM_PERSONS, HANDLED_FOR_PERSONS)),
    )
)

RECEIPTS: Final = (
    *_FROM_PERSONS,
    Phrase(  # 本年自然人信息公开申请 7 件，已如期办结
        "自然人",
        re.compile(
            rf"(?:^|(?<=[，；：年度]))自然人(?:提出|提交)?的?{NOUN}{COUNT}{N}"
            rf"(?={_ALL_ANSWERED})"
        ),
        BY_PERSONS,
        (RECEIVED_FROM_PERSONS, HANDLED_FOR_PERSONS),
        unless=_NOT_RECEIVED,
        sign=re.compile("自然人"),
    ),
    Phrase(
        NEWLY,
        _received("新收到?|新接收到?|新受理|新增|本年度?新收", noun=f"(?:{NOUN}|申请)"),
        NEW,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(
        NEWLY,
        re.compile(rf"(?<!本)新(?:收到?|接收|受理){N}"),
        NEW,
        total=True,
        unless=_NOT_RECEIVED,
    ),
    Phrase(  # 收到网上申请 5 件，信函 7 件，合计 12 件: each way, and then the sum
        "收到申请",
        re.compile(rf"{SUMMED_UP}{N}"),
        NEW,
        also=(RECEIVED,),
        total=True,
        unless=_NOT_RECEIVED,
        needs=re.compile(r"收到[^。；]*申请\d"),
    ),
    _dealt_with(  # without a verb: 政府信息公开申请共计 12 件
        re.compile(
            rf"(?:^|(?<=[，；：]))政府信息公开申请(?:总数|总量|数量)?(?:共计|共有|共|总计|合计){N}"
        ),
        "收到申请",
    ),
    _dealt_with(  # 政府信息公开申请数量为 47 件; 本年度共有 47 件政府信息公开申请
        re.compile(
            rf"(?<!复议、)政府信息公开申请(?:总数|总量|数量?|件数|量)(?:共|达到?|为|是|有)+{N}"
            rf"(?![^。；]*(?:{WAYS}))"
        ),
        "收到申请",
    ),
    _dealt_with(
        re.compile(rf"(?:共有|仅有|只有){N}(?:政府)?信息公开申请(?=[，。；]|$)"),
        "收到申请",
    ),
    _came(_received(_CAME, noun=f"{NOUN}(?:的要求)?")),
    _came(re.compile(rf"(?:(?<=[年度共，])|(?<=累计))收{NOUN}{TAIL}{COUNT}{N}")),
    _came(re.compile(_received(_CAME, noun=_LETTER).pattern + _NO_OTHER_WAY)),
    _dealt_with(re.compile(_received(_DONE_TOO, noun=_LETTER).pattern + _NO_OTHER_WAY)),
    _dealt_with(  # in a list with the cases it counts applications, not web pages
        re.compile(
            rf"(?<=[，；：])依申请公开(?:事项)?{COUNT}{N}(?=[，、](?:被)?(?:申请)?行政复议{COUNT}\d)"
        ),
        "依申请公开",
    ),
    _dealt_with(  # 本年度依申请公开信息 7 件，均按时办结: what is answered are applications
        re.compile(
            rf"(?:^|(?<=[，；：年度）]))依申请公开(?:{INFO})?(?:事项)?(?:一?共|共计|为)*{N}"
            rf"(?={_ALL_ANSWERED})"
        ),
        "依申请公开",
    ),
    _dealt_with(
        re.compile(rf"依申请公开申请(?:数量?|件数|总数|量)(?:一?共|为|是|有)+{N}"), "依申请公开"
    ),
    _dealt_with(re.compile(rf"(?:受理|收到|接收)(?:政府|政务)?信息公开{COUNT}{N}(?=[，。；]|$)")),
    _came(_received_first(_CAME)),
    _came(_received(_CAME, noun=_PLAIN_NOUN)),
    _dealt_with(_received(_DONE_TOO)),
    _dealt_with(_received_first(_DONE_TOO)),
    _dealt_with(
        re.compile(rf"依申请(?:公开)?(?:{INFO})?(?:公开)?(?:事项|申请)?{_DONE_TOO}{COUNT}{N}")
    ),
    _dealt_with(re.compile(rf"(?:受理|办理|处理)(?:了)?{_PLAIN_NOUN}{COUNT}{N}")),
)

_ALL_BUT_SOME_CLOSED: Final = re.compile(
    rf"(?:{NOUN})[^。]*(?:办结|办复|答复)(?:了|的|申请)*\d+[件条份宗项起](?:申请)?，(?:目前|其中)?(?:剩余|余下|尚余|尚有)\d"
)
_ONWARD: Final = "(?:继续)?(?:办理|处理|答复|办结|受理)?(?:的)?"
_THIS_YEAR: Final = r"(?:[至到转入]*(?:本年度?|今年|20\d\d年度?))?"
_LAST_YEAR: Final = r"(?:上一?年度?|去年|往年|(?P<last>20\d\d)年度?)"
_NEXT_YEAR: Final = r"(?:下一?个?年度?|次年|明年|(?P<next>20\d\d)年度?)"
_CARRY: Final = "(?:结转|转|顺延|延续|递延|跨年)[至到入为]*"

CARRIED: Final = (
    Phrase(
        "上年结转",
        re.compile(
            rf"{_LAST_YEAR}[末底]?(?:未办结)?(?:结转|遗留|顺延|转入|转(?=[至到入](?:今年|本年|20)))(?!率){_THIS_YEAR}{_ONWARD}{TAIL}{COUNT}{N}"
        ),
        CARRIED_IN,
    ),
    Phrase("上年结转", re.compile(rf"结转{_LAST_YEAR}{_ONWARD}{TAIL}{COUNT}{N}"), CARRIED_IN),
    Phrase("上年结转", re.compile(rf"{N}(?:申请)?(?:为|系|是|属)?{_LAST_YEAR}结转"), CARRIED_IN),
    Phrase("结转下年", re.compile(rf"{_CARRY}{_NEXT_YEAR}{_ONWARD}{TAIL}{COUNT}{N}"), CARRIED_OUT),
    Phrase(
        "结转下年",
        re.compile(
            rf"{N}(?:申请)?(?:将|需|已|均|依法|依规|按照?[^，。；\d]{{2,12}}?)*{_CARRY}{_NEXT_YEAR}"
        ),
        CARRIED_OUT,
    ),
    Phrase(  # 尚有 2 件未到答复期限，结转 2024 年办理
        "结转下年",
        re.compile(
            rf"{N}(?:申请)?(?:尚|还|因|仍)*未(?:到|届|满)[^，。；\d]{{0,10}}，(?:将|需|已|均|依法)*{_CARRY}{_NEXT_YEAR}"
        ),
        CARRIED_OUT,
    ),
    Phrase(  # 办理 36 件，下年度继续办理 12 件
        "结转下年",
        re.compile(
            rf"(?<=[，；、]){_NEXT_YEAR}(?:将)?继续(?:办理|处理|答复)的?(?:申请|共|为|有)*{N}"
        ),
        CARRIED_OUT,
        needs=APPLICATION,
    ),
    Phrase(
        "结转下年",
        re.compile(rf"(?:尚未|仍未|(?<![尚仍])未)办结(?:的|申请|件)*{COUNT}{N}(?=[，。；）]|$)"),
        CARRIED_OUT,
        total=True,
        unless=re.compile("超期|逾期|上年|上一年|去年|率"),
        needs=APPLICATION,
    ),
    Phrase(  # 办结 44 件，剩余 3 件
        "结转下年",
        re.compile(
            rf"(?:剩余|余下|尚余|尚有){N}(?:申请)?(?=[。；]|$|，?(?:结转|转|正在|在办|尚在|仍在|将于|未到期|尚未))"
        ),
        CARRIED_OUT,
        total=True,
        unless=re.compile("天|期限"),
        needs=_ALL_BUT_SOME_CLOSED,
    ),
    Phrase(
        "结转下年",
        re.compile(
            rf"(?<=[，；、另]){N}(?:申请)?(?:仍|尚|还)?(?:正)?在(?:办理|处理)(?:之?中|过程中)?(?=[，。；）]|$)"
        ),
        CARRIED_OUT,
        total=True,
        needs=APPLICATION,
    ),
)
