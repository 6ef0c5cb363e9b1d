"""Words and numbers that are left out: 办3件, 共收到件, 公开是例外."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

_OPEN_BY_EXCEPTION: Final = re.compile("(?<=常态[、，])公开[是为]例外")
_YEAR_WITHOUT_ITS_WORD: Final = re.compile(
    r"(?<!\d)20[0-4]\d(?:1[0-2]|[1-9])月(?=[\d一二三初底至])"
)
# 2023我局收到…, 2023，某镇…: at the head of a statement; 2023全年 is in use
_BARE_YEAR: Final = re.compile(
    r"(?:^|(?<=[。；：]))20[0-4]\d(?!全?年)(?=以来，|[我本][局委办厅院区县市镇乡街机单部中]|，(?![^。，]{0,6}\d{4})"
    r"|共?(?:收到|受理)|主动公开|依托|通过|[\u4e00-\u9fff]{2,10}(?:局|委|镇|乡|街道|政府)(?:共|累计)*(?:收到|受理|通过|主动公开))"
)
# 2022度法治政府建设
_YEAR_WITHOUT_END: Final = re.compile(
    r"(?<![\d.])20[12]\d(?=度(?:法治|政府|政务|信息|部门|财政|预算|决算|工作|全|我)|政府信息公开工作年度报告)"
)
# 1月1日12月31日, 年我共收到…
_NO_JOIN: Final = re.compile(r"\d{1,2}月\d{1,2}日(?=(?:20\d\d年)?\d{1,2}月\d{1,2}日)")
_NO_BODY: Final = re.compile(
    "(?:^|(?<=[。；，：年度]))我(?=(?:共|累计)*(?:收到|受理|通过|主动公开)|[无未](?:收到|依申请|发生)|没有(?:收到|发生)|政务公开|政府信息公开|严格|认真|坚持)"
)
# but 收 46 件，办 46 件 is complete in its way
_BROKEN: Final = re.compile(
    r"(?:^|[。；：、\n]|(?<!收\d件)(?<!收\d\d件)(?<!收\d\d\d件)，)(办\d+件)(?=[，。；、]|$)",
    re.MULTILINE,
)
_DENIED: Final = re.compile("[未没无][^，。；]*$|均[为是][^，。；]{0,6}$")
_NO_NUMBER: Final = re.compile(
    "(?:(?<!公)共|共计|合计|累计|总计)(?:收到|受理|办理|办结|答复|新收|发布|(?:主动)?公开)?(?:各类)?(?:政[府务])?(?:信息)?(?:件|条|次|份|篇|万元|元)(?=[，。；])"
    "|(?:共|累计|总计|合计)收到[^，。；\\d]{0,14}申请件(?=[，。；])"
    "|(?:(?<=[，；：。年共已计])办结|新收(?:申请)?|结转下年度?|公开信息|发布信息|收到申请)(?:件|条|次|份|篇)(?=[，。；])"
    "|(?:达到|达)了?(?:万?人|万?条|件|万?次|篇|个|户)(?=[，。；])"
    "|(?:共计|合计|总计|占比为|数量为|件数为|总数为|金额为)(?=[。；])"
    "|(?<=发布信息|布的信息|文件信息|解读信息|公告信息|动态信息|更新信息|机关简介|机构简介|领导简介)条(?=[，。；])|(?<=办理情况)件(?=[，。；])"
    "|(?<=件，)现行有效的?(?:行政)?规范性文件(?=[。；])"
)
# 收到申请 4，均为…: the measure word is left out
_NO_MEASURE: Final = re.compile(
    r"(?<!：)(?:(?:收到|受理|新收)[^，。；：、\d]{0,20}申请|(?:发布|公开|更新)[^，。；：、\d]{0,8}信息)"
    r"\d{1,6}(?=[，。；](?!\d))|(?:^|(?<=[，。；]))\d{1,6}(?=(?:均|都)?已(?:作出?|经)?(?:答复|办结))"
    r"|(?:收到|受理|新收)\d{1,6}申请"
    r"|(?<=信息|公告|动态|文件|解读|年报)(?<!发布信息)(?<!公开信息)(?<!更新信息)(?!20\d\d)\d{1,6}(?=[，。；](?!\d))"
    # 动态信息 912 信息公开目录信息 35 条
    r"|(?<=信息|公开|公告)\d{1,6}(?=(?:信息|主动|村务|政务|公示|公告|通知|动态|政策|财政|人事|规划)[^，。；、\d]{0,8}\d)"
)
# 下一步将重点推进。: what?
_NO_OBJECT: Final = re.compile(
    "(?:切实|真正|努力)(?:做到|实现|确保|推动)(?=。|$)|"
    "将(?:重点|继续|进一步|大力|着力|全力)(?:推进|加强|做好|提升|完善|抓好|开展)(?=。|$)"
)
# 切实加强对。, 由 5 次减少到。, 加大对政策的。
_NO_END: Final = re.compile(
    "(?:加强|加大|强化|提高|提升|开展|做好|推进|深化|完善)(?:对|了对|与|和|以及)。"
    "|(?:减少|增加|增长|提高|上升|下降|提升|扩大|缩短|压缩|降低)(?:到|至|为)。"
    "|(?<=[，；])(?:并|同时)?进一步。|(?<=[，；])(?:实现|做到|努力做到)。|(?:市民|群众|公众|企业)?可(?:以)?(?:通过|在)。"
    "|(?:予以|给予|以及|并且)。|分别来自。|(?:并|将|(?<!需)要|须)进一步(?:健全|完善|加强|推进|优化|强化)。|(?<=[，；并])切实(?:提高|提升|加强|增强|做好)。|，确保。"
    "|(?:还|并|主要|积极|充分)(?:依托|借助|围绕|针对|利用)。"
    "|(?:加强|加大|强化|提高|增强|深化|推进)[^，。；]{0,6}[对与][^，。；]{2,20}的。"
)
# 本报告由总体情况、…六个方面。: made up is missing; 根据《条例》的规定。: and what of it?
_NO_VERB: Final = re.compile(
    "(?<=报告|年报)由总体情况(?![^。]*(?:组成|构成|编成|编制|形成|制作|综合))[^。]{20,200}(?=。)"
    "|(?:^|(?<=。))(?:根据|按照|依据|依照)《[^。，]{6,100}(?:规定|要求|精神)(?=。)"
)
# 三级审核，并。
_BREAKS_OFF: Final = re.compile(
    "(?<=[\u4e00-\u9fff])[，、](?:并且?|且|以及|同时|将|但|和|由于|通过)。|(?<=[；。])[一二三四五六七八九]是。"
)
# 收到申请　件: a blank left for the number
_GAP: Final = re.compile(
    r"(?:(?<=[到理请结复开息定计共])[ \t\u3000\u00a0]+|…{1,4})[件条份篇次](?=[，。；、）])"
    r"|(?<=[为达])[ \t\u3000\u00a0]+万?人(?=[，。；])"
    # 召开专题会议　　次
    r"|(?<=[\u4e00-\u9fff])[ \t\u3000\u00a0]{2,}(?:[件条份篇次期场]|万?人)(?=[，。；、）])"
)


def gaps(line: str) -> Iterator[Mistake]:
    """Yield the places of a paragraph where a word or a number is missing."""
    flat = plain(line)
    for match in _BROKEN.finditer(flat.text):
        message = f"“{match[1]}”语句不完整，疑为“办结{match[1][1:]}”漏字，请核对。"
        yield Mistake(*flat.span(*match.span(1)), message)
    blanks = list(_GAP.finditer(line))
    for match in blanks:
        yield Mistake(*match.span(), f"“{match[0].strip()}”前面空着，缺少数字，请补上。")
    told = {match.end() for match in blanks}
    for match in _NO_NUMBER.finditer(flat.text):
        place = flat.span(*match.span())
        # 未收到依申请公开信息件
        is_denied = _DENIED.search(flat.text[max(0, match.start() - 12) : match.start()])
        if not is_denied and place[1] not in told:
            yield Mistake(*place, f"“{match[0]}”缺少数字，请补上。")
    for pattern, message in _LEFT_OUT:
        for match in pattern.finditer(flat.text):
            yield Mistake(*flat.span(*match.span()), message.format(match[0]))
    for match in _BARE_YEAR.finditer(flat.text):
        message = f"“{match[0]}”后面似漏“年”字，请核对。"
        yield Mistake(*flat.span(*match.span()), message, wrong=False)


_LEFT_OUT: Final = (
    (_NO_MEASURE, "“{}”的数字后面缺少量词，请补上。"),
    (_NO_OBJECT, "“{}”语句似未写完，请补全。"),
    (_NO_END, "“{}”语句似未写完，请补全。"),
    (_BREAKS_OFF, "“{}”语句似未写完，请补全。"),
    (_NO_VERB, "“{}”语句似未写完，请补全。"),
    (_OPEN_BY_EXCEPTION, "“{}”疑漏“不”字，应为“不公开为例外”。"),
    (_YEAR_WITHOUT_ITS_WORD, "“{}”疑漏“年”字，请改正。"),
    (_YEAR_WITHOUT_END, "“{}”后面漏了“年”字，请补上。"),
    (_NO_JOIN, "“{}”与后面的日期之间漏了“至”字，请补上。"),
    (_NO_BODY, "“{}”后面似漏“局”“委”等机关的简称，请核对。"),
)
