"""Bodies named at the head of a sentence as those who act: 某县水利局认真落实…, 某镇成立了…."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.text.found import Found, find_all

_HEAD: Final = (
    r"(?:^|(?<=[。\n）]))"
    r"(?:20\d\d年度?+，?|(?:一年|今年以)来，?|下一?步，|今后，|下一?年度?，|为(?:进一步)?(?:加强|强化|健全|规范|做好)[^，。；\d]{2,14}，)?"
)
_WORK: Final = (
    "(?:(?:政府信息公开|政务公开)工作(?=在|坚持|认真|严格|以|紧紧|全面|深入|按照|虽|取得|还有))?"
)
# words before a body, and no part of its name
NO_BODY: Final = (
    "确定|明确|指定|要求|当前|目前|修订|修改|印发|制定|完善|更新|优化|调整|规范|推[进动]|编[制写成]|梳理"
    "|公布|发布|公开|设立|成立|组建|挂牌|建立|组织|通过|收到|受理|办理|答复|依托|邀请|反映|覆盖|结合|涉及|落实|执行|按照"
    "|依照|对照|根据|依据|紧扣|告知|借助|利用|协助|配合|统筹|协调|指导|领导|委托|便于|立足|接受|欢迎"
    "|现[公将发向把报就编]|特[向将编]|向社会|请[与联]|可[与在]|已[告全]|[由在与把使对为以度]"
)
# a body named in full: whatever it does, it is no business of another's report
_IN_FULL: Final = re.compile(
    rf"{_HEAD}(?P<name>(?!会同|联合|督促|计划|{NO_BODY}|准备|继续|加强)[\u4e00-\u9fff]{{2,12}}[省市县区州旗][\u4e00-\u9fff]{{2,14}}?(?:局|委员会|厅)"
    rf"|(?![各全我本]|{NO_BODY})[\u4e00-\u9fff]{{2,8}}?(?<!乡)(?:镇|乡|街道))"
    rf"(?=(?:办事处|人民政府|党委(?:、[镇乡]?政府)?)?{_WORK}"
    r"(?:在(?=[^，。；]{0,12}领导下|[^，。；]{0,6}信息公开工作[中里])|虽|取得了?|还有"
    r"|将(?:围绕|以|对(?!照)|把|进一步|继续)|建立(?=[^，。；]{0,12}(?:台账|制度|机制))|健全|编制(?=本)|依申请|(?<=[局会厅])成立了?[^，。；]{0,20}(?:小组|专班)"
    r"|通过(?=[^，。；]{2,24}(?:公开|发布))|认真|深入|坚持|严格|高度重视|始终|紧紧|积极|全面|持续|聚焦|共|主动公开"
    r"|(?:本年度|全年|20\d\d年度?，?)?"
    r"(?:未收取信息处理费|未?收到(?:政府)?信息公开|受理(?:政府)?信息公开)))",
    re.MULTILINE,
)
# 县水利局严格执行…, 高桥工业园区管委会严格落实…: what nobody writes of another body
_BY_KIND: Final = re.compile(
    rf"{_HEAD}(?P<name>[市县区州旗](?!级|直|委|政府)[\u4e00-\u9fff]{{2,12}}?(?:局|委员会)"
    r"|[\u4e00-\u9fff]{2,12}?(?:园区|开发区|高新区|新区|园)管(?:理委员|委)会"
    r"|[\u4e00-\u9fff]{2,10}?(?:工业园|产业园|示范区|度假区))"
    r"(?=严格(?:执行|落实|按照)|高度重视|认真(?:贯彻|落实|执行)|进一步|坚持(?!用|使用)|切实|建立健全"
    r"|全年(?:共|未|主动)|未收取[^，。；]{0,8}处理费|成立[^，。；]{0,20}(?:小组|专班)"
    r"|明确(?:由|专|一|分|主要)|将(?:要求|按|围绕|对(?!照)|把|进一步|继续|认真|严格))",
    re.MULTILINE,
)
# 柳河镇成立了由镇长任组长的领导小组: in the report of a town, which has nothing to tell of others
_TOWN: Final = re.compile(
    rf"{_HEAD}(?P<name>(?![各全我本该这所有部分多数个别一些少辖下两几三四]|{NO_BODY})"
    r"[\u4e00-\u9fff]{2,5}?(?<!乡)(?:镇|乡|街道))"
    r"(?:政府|人民政府|办事处|党委|党工委)?"
    r"(?=未(?:发生|收到|收取)|没有(?:发生|收到|收取)|党政(?:综合)?办|成立了?[^，。；]{0,16}(?:小组|专班)|全年共?(?:收到|公开|受理)|明确(?:由|专|一|分)|建立健全|及时更新|定期(?!对)"
    r"|将(?:把|对|政务公开|政府信息公开|信息公开|进一步|继续|认真|严格))",
    re.MULTILINE,
)


def acting_in(text: str, *, is_town: bool) -> Iterator[Found]:
    """Yield the bodies, group `name`, that sentences begin with; `is_town`: so is the reporter."""
    found: dict[int, Found] = {}
    for pattern in (_IN_FULL, _BY_KIND, *((_TOWN,) if is_town else ())):
        for match in find_all(pattern, text):
            found.setdefault(match.start("name"), match)
    yield from found.values()
