"""The phrases for all applications that were closed: 办结, 答复, 办理结果总计."""

import re
from dataclasses import replace
from typing import Final

from gicapp.core.text.phrases import COUNT, HANDLED, NEW, NOUN, RECEIVED, TAIL, N, Phrase

# before 办结 and 答复 only what leaves them speak of all applications
_WHOLE: Final = (
    "(?:(?<=[，；：、。）年度已共计均都并时期法规内中局办委镇县区市我])|(?<=^)"
    "|(?<=按规定)|(?<=按要求)|(?<=累计)|(?<=全部)|(?<=完成)|(?<=规范)|(?<=予以)(?=答复办结))"
)
_ANSWERED: Final = "(?:办结|办复|办理完毕|办理完成|处理完毕|答复办结|答复)(?:了)?"

_IN_TIME: Final = (
    "(?:按时|按期|及时|依法|依规|如期|在?(?:规定|法定)(?:时间|期限|时限)内|完成|进行了?"
    "|按照?(?:相关|有关|法定|规定|要求|《?条例》?)[^，。；\\d]{0,10}?)*"
)

_PARTLY_ANSWERED: Final = re.compile(
    r"工作日|当年|本年新收|延期|书面|网上|当面|口头|电话|告知|补正|超期|逾期|除|未|可以|予以公开"
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
        rf"(?<=[，；])(?:共|已|均|按时|按期|依法)*[作做]出(?:了)?(?:政府信息公开(?:申请)?)?答复{COUNT}{N}",
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
    replace(  # 42 件，加上结转的 3 件，共办理 45 件: closed, or to be dealt with
        _closed(
            rf"(?<=[，；])(?:共|已|按时序?|按期)?(?:办理(?:并?答复|回复)?|回复处理){COUNT}{N}",
            rf"(?:{NOUN})[^。\d]{{0,8}}\d",
        ),
        also=(RECEIVED,),
    ),
    _closed(  # 收到申请 3 件，对申请的答复总数 3 件
        rf"(?<=[，；])对(?:{NOUN}|申请)的?(?:答复|办结){COUNT}{N}",
        rf"(?:{NOUN})[^。\d]{{0,8}}\d",
    ),
    _closed(  # 收到申请 58 件，已处理 54 件; 已完成 72 件（结转下年 2 件）
        r"(?<=[，；])(?:本年度?|全年)?(?:已经?(?:处理|办理)"
        rf"|已?完成(?=\d+[件条份宗项起][（，](?:结转|转[至到]?下))){COUNT}{N}(?=[，。；（])",
        rf"(?:{NOUN})[^。\d]{{0,8}}\d",
    ),
    Phrase(  # 在办结的 10 件申请中，予以公开 7 件
        "办理结果总计",
        re.compile(rf"(?:^|(?<=[，；]))在?已?(?:办结|答复)的{N}(?:{NOUN}|申请)中"),
        HANDLED,
        total=True,
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
        re.compile(
            rf"(?<!每){N}(?:申请)?(?:均|都|已经?|全部)*{_IN_TIME}(?:办结|答复)"
            r"(?![件书函文]|\d|被|在[^，。；]{0,6}(?:复议|诉讼))"
        ),
        HANDLED,
        total=True,
        unless=re.compile(r"当年|延期|书面|网上|未|除|收|受理|[另还]有|其余|余下"),
        nowhere=re.compile("撤|(?<![结流运周])转[办交送](?!理)|移[交送]"),
    ),
    Phrase(
        "办理结果总计",
        re.compile(rf"(?<=，)已(?:经)?(?:办理|办结|答复)的{N}(?=均)"),
        HANDLED,
    ),
)
