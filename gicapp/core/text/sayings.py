"""The ways to say that there was none of something: what must be 0 in the tables then."""

import re
from dataclasses import dataclass
from typing import Final

from gicapp.core.text.decisions import FEES, ISSUED, MEASURE_ROWS, REPEALED
from gicapp.core.text.outcomes import FEE_UNPAID
from gicapp.core.text.phrases import (
    APPLICATION,
    BY_OTHERS,
    BY_PERSONS,
    CARRIED_IN,
    CARRIED_OUT,
    CORRECTED,
    NEW,
    REFUSED,
)

_NOUN: Final = APPLICATION.pattern
# 未收到申请、行政复议…: the cases are denied beside the applications
_REST: Final = "[^，。；、]*(?:、(?![^，。；]*(?:行政复议|诉讼))[^，。；]*)?"
_NO: Final = "(?:均?未[曾有]?|没有|尚未|从未|无)"
# 未发生有可能产生重大影响的申请 denies some: before 的 may stand who applied, how and for what only
_OF_ALL: Final = (
    "(?:[^，。；\\d的]|(?:(?<=提出|提交|递交|寄来|发来|组织|单位|团体|主体|个人|群众|民众|公民|公众|社会"
    "|企业|法人|居民|市民|人员|任何|形式|方式|途径|渠道|公开|信息|申请|相关|有关|方面|各类)|(?<=申请人))的)"
)


@dataclass(frozen=True)
class Saying:
    """A way to say that there was none: what must be zero then, and what makes it mean less."""

    name: str
    pattern: re.Pattern[str]
    figures: tuple[str, ...]
    unless: re.Pattern[str]


_NO_REQUEST_UNLESS: Final = re.compile(
    "复议|诉讼|投诉|举报|收费|费用|异议|结转|延期|超期|许可|处罚|补正|重复|答复|(?<!收到[、和或])办理|不予|其中|反复|线[上下]|网上"
    "|恶意|重大|影响|逾期|大量|滥用|引[起发]|舆情|其[他它](?:形式|方面|类型|途径)"
)
_NONE: Final = (
    r"(?:均)?(?:为|是|共计?|计)*(?:0(?![.\d])[件项宗起次份]?|零[件项宗起次份])(?=[，。；]|$)"
)
# beside what was published of its own accord, 依申请公开 0 条 are documents of that class
_NO_NUMBER_OF_REQUESTS: Final = Saying(
    "没有申请",
    re.compile(
        r"^(?![^。]*(?:主动公开|不予公开|作为)[^，。；\d]{0,12}\d)[^。；结转延补重复诉收受接办\n]{0,40}?"
        rf"{_NOUN}(?:的|事项|办?件|申请|数量?|件数|总数|总量|量)*{_NONE}"
        r"|^(?!.*(?:主动公开|不予公开|作为))[^，。；\d]{0,8}(?:20\d\d年度?，?)?(?:[^，。；\d]{0,12}[局委办厅镇乡])?"
        r"依申请公开(?:的)?(?:政府)?(?:信息)?(?:共|为)*0条(?=[，。；]|$)"
    ),
    (NEW,),
    re.compile("线[上下]|网上|复议|诉讼|延期|补正|重复|不予|结转"),
)
# 收到申请 3 件，均为自然人申请: none by the others
_ALL_BY: Final = (
    rf"(?:收到|受理|接收|新收)(?:[^，。；\d]{{0,30}}(?:{_NOUN}|申请)[^，。；\d]{{0,8}}\d+[件条份宗项起]"
    rf"|\d+[件条份宗项起][^，。；\d]{{0,12}}(?:{_NOUN})[^，。；\d]{{0,4}})，"
    r"(?:申请人)?(?:均|全部|都)(?:为|是|系)"
)
OF_APPLICATIONS: Final = (
    Saying(
        "申请人均为自然人",
        re.compile(rf"{_ALL_BY}(?:自然人|公民|个人)(?!、|和|与|及|或|以及)"),
        (BY_OTHERS,),
        re.compile("转来|转办"),
    ),
    Saying(
        "申请人均为法人或其他组织",
        re.compile(rf"{_ALL_BY}(?:法人|企业|组织|商业企业)(?=[，。；、和或及与法单等提申]|$)"),
        (BY_PERSONS,),
        re.compile("转来|转办"),
    ),
    Saying(
        "未收到申请",
        re.compile(
            rf"{_NO}(?:收到|接到|受理|接收到?|收悉|出现|产生|发生|涉及)(?:过|任何|到|有关)*"
            rf"{_OF_ALL}{{0,24}}?(?:{_NOUN})(?!(?:公开)?(?:政府)?(?:信息)?(?:处理费|收费)){_REST}"
        ),
        (NEW,),
        _NO_REQUEST_UNLESS,
    ),
    Saying(
        "未收到申请",
        re.compile(rf"{_NO}(?:收到|接到)(?:过|任何|到|相关|有关)*(?:公开)?申请(?=[，。；]|$)"),
        (NEW,),
        re.compile("许可"),
    ),
    Saying(
        "没有申请",
        re.compile(
            r"(?:^|(?<=[，；：。年度局办委厅镇乡县市区处道关位中心我均暂]))(?:无|没有|未有)(?:新收)?"
            r"(?:任何)?(?:依申请公开|(?:政府)?信息公开申请|申请公开(?:政府)?信息)"
            r"(?:(?:政府)?信息|办理|的|事项|信件|办?件|申请|情况|情形)*(?=[，。；]|$)"
        ),
        (NEW,),
        re.compile("线[上下]|网上"),
    ),
    Saying(
        "未收到申请",
        re.compile(
            r"(?:未有|没有|无)(?:任何)?(?:公民|个人|自然人|群众|公众)[^，。；\d]{0,20}(?:提出|提交|申请)"
            rf"[^，。；\d]{{0,8}}(?:{_NOUN})[^，。；]*"
        ),
        (NEW,),
        _NO_REQUEST_UNLESS,
    ),
    Saying(
        "零申请",
        re.compile(
            r"零申请(?=[，。；、]|$)|(?:申请|依申请公开)(?:的|事项|办?件)*(?:数量?|件数|总数|量)?"
            r"(?:均)?为零(?=[，。；、]|$)"
        ),
        (NEW,),
        re.compile("线[上下]|网上"),
    ),
    _NO_NUMBER_OF_REQUESTS,
    Saying(
        "未受理申请",
        re.compile(
            rf"(?:未曾?|没有)(?:办理|发生)(?:过|任何)*{_NOUN}(?:的|事项|办?件|申请|情况)*(?=[，。；]|$)"
            r"|(?:无人|没有人)(?:提出|向[^，。；\d]{1,8}?)?(?:申请)(?:政府)?信息公开(?=[，。；]|$)"
        ),
        (NEW,),
        _NO_REQUEST_UNLESS,
    ),
    Saying(
        "未作出不予公开决定",
        re.compile(
            rf"{_NO}(?:作出|做出)(?:过|任何|一[件例起])*(?:的)?不予公开(?:政府信息)?的?(?:决定|答复|处理)书?(?=[，。；]|的?情[况形]|$)"
            r"|没有不予公开的情[形况](?=[，。；]|$)"
            r"|没有一[件例](?:申请)?(?:被)?(?:答复|决定|认定)?(?:为)?不予公开(?=[，。；]|$)"
        ),
        (REFUSED,),
        re.compile("文件|公文"),
    ),
    Saying(
        "未制发行政规范性文件",
        re.compile(
            rf"{_NO}(?:有|新)*(?:制[发定]|出台|印发|新增)(?:的|过|任何|新)*(?:行政)?规范性文件(?=[，。；]|情[况形]|$)"
        ),
        (ISSUED,),
        re.compile("名义"),
    ),
    Saying(
        "未制发行政规范性文件",
        re.compile(
            rf"规范性文件(?:的)?(?:制发|制定|出台)(?:件)?(?:数量?)?(?:均)?(?:为零(?=[，。；]|$)|{_NONE})"
        ),
        (ISSUED,),
        re.compile("名义"),
    ),
    Saying(
        "未废止行政规范性文件",
        re.compile(
            rf"{_NO}(?:有)?(?:清理)?废止(?:的|过|任何)*(?:行政)?规范性文件(?=[，。；]|情[况形]|$)"
        ),
        (REPEALED,),
        re.compile("名义"),
    ),
    Saying(
        "没有上年结转",
        re.compile(
            r"(?:无|没有)上一?年度?结转(?!至?下)[^，。；\d]{0,16}"
            r"|(?:无|没有)20\d\d年度?结转(?:办理)?的?(?:申请|件)(?=[，。；]|$)"
            r"|上一?年度?(?:未|无|没有)(?:申请)?结转(?!至?下)[^，。；\d]{0,16}"
        ),
        (CARRIED_IN,),
        re.compile("除"),
    ),
    Saying(
        "没有结转下年",
        re.compile(
            r"(?:无|没有)(?:需要?)?(?:(?:申请)?结转[至到]?(?:下一?年|次年)|下一?年度?结转)[^，。；\d]{0,16}"
            r"|(?:未|无需|不)结转[至到]?(?:下一?年|次年)[^，。；\d]{0,16}"
            r"|(?:无|没有)需要?(?:顺延|结转|递延)[至到](?:下一?年度?|次年)(?:的?[件申]|[，。；]|$)"
            rf"|(?<![上去一]年)(?<![上一]年度)(?:未有|没有|无)(?:任何)?(?:办件|(?:{_NOUN})件?|申请件?)"
            r"(?:需要?)?结转[至到](?:下一?年度?|次年|20\d\d年度?)(?=[，。；]|$)"
            rf"|(?:{_NOUN}|申请)(?:均|都)?(?:无|未)结转(?=[，。；]|$)"
            r"|(?<=[件宗份项条起]，)(?:均|都)?(?:无|没有)结转(?:件|申请|事项|情况)?(?=[，。；]|$)"
        ),
        (CARRIED_OUT,),
        re.compile("除"),
    ),
)
# only at the head of a statement: 对轻微违法未作出行政处罚 denies less
_STATED: Final = (
    r"(?:^|(?<=；))(?:20\d\d年度?，?|全年，?|本年度?，?)?(?:[^，。；\d对]{0,10}[局委办厅镇乡])?"
    r"(?:20\d\d年度?|全年|本年度?)?"
)
_MEASURE: Final = "(?:行政许可|行政处罚|行政强制)(?:决定|措施|事项)?[、和及]"
_MEASURES: Final = tuple(
    Saying(
        f"未作出{words}",
        re.compile(
            rf"{_STATED}(?:(?:未|没有)(?:作出|做出|实施|办理)(?:过|任何)*|无|没有)(?:{_MEASURE}){{0,2}}"
            rf"{words}(?:等)?(?:决定|措施|事项|案件)*(?:办理)?(?:的?情况|发生)?(?=[和、及或，。；]|$)"
        ),
        (figure,),
        re.compile("公示|公开"),
    )
    for words, figure in MEASURE_ROWS
)
_NO_CHARGES: Final = Saying(
    "没有行政事业性收费",
    re.compile(
        rf"(?:{_STATED}(?:全[省市区县旗镇乡](?:各级)?(?:行政机关|各部门|各单位)?)?|(?<=，)也?)(?:无|没有|未收取|没有收取|没有发生|不存在|未发生)(?:任何)?行政事业性收费(?:项目|事项|情况|收入)?(?=[，。；]|$)"
    ),
    (FEES,),
    re.compile("涉企"),
)
# where a notice to pay was left unheeded, one was sent
_NO_NOTICE: Final = Saying(
    "未发出收费通知",
    re.compile(
        rf"{_NO}(?:发出|发送|开具|下达|作出)(?:过|任何)*(?:信息处理费)?(?:的)?[收缴]费通知书?"
    ),
    (FEE_UNPAID,),
    re.compile("及时"),
)
# 行政复议 8 件，没有一件被纠正: no review ended so
NO_CORRECTION: Final = Saying(
    "没有被纠正的行政复议",
    re.compile(
        r"行政复议(?![^；]{0,120}诉讼)[^。；]{0,80}?[，、](?:均?未|没有|无)(?:一[件起例])?(?:案件)?(?:被|出现|发生)*(?:复议机关)?"
        r"(?:撤销(?:或者?|、))?纠[正错](?:的)?(?:案件|情[形况])?(?=[，。；]|$)"
    ),
    (CORRECTED,),
    re.compile("网站|平台"),
)
SAID_ANYWHERE: Final = (*_MEASURES, _NO_CHARGES, _NO_NOTICE)
