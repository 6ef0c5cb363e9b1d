"""Words and clauses written twice."""

import re
from collections.abc import Iterator
from typing import Final

from gicapp.core.text.mistake import Mistake
from gicapp.core.text.passages import plain

# two to six characters written twice; pairs that good sentences put side by side are let be
_REPEATED: Final = re.compile(
    # 涉及县政府及县政府办: the second is the name of another body
    # 国家有关规定规定应当主动公开的: so the regulations put it
    r"([\u4e00-\u9fff]{2,6})\1(?!(?<=有关规定规定)应当|(?<=政府)办|(?<=局)[机下]|(?<=委)[机办])"
)
_FINE_TWICE: Final = re.compile(
    r"(.)\1|.不|一.*|[区村镇楼企户店校厂]一|"
    r"逐.*|[规服公管监审宣解发培学交考检指保研评落督投教处咨调统编维][范服务开理督查传读布训习流核查导障究评实查诉育理询研计制护]"
    r"|年年|.*[年月日条次个]|.*(?<![事文条])件|公开|工作|服务|建设|规范"
    # X政府政府信息公开, 本部门部门决算: a body's or a field's name before another that begins so
    r"|政府|部门|单位|机关|人民|街道|社区|中心|办公|政务|行政|管理|监督|监管|发展|教育|事务|财政|执法|应急|医疗"
    r"|公安|生态|文化|农业|资源|市场|交通|城市|法治|安全|卫生|税务|审计|统计|民政|司法|水利|林业|商务|科技|信访"
    r"|档案|保障|质量|组织|宣传|平台|栏目|专栏|[通供畅]保"
)
# 一律不得对外公开一律不得对外公开
_LONG_REPEATED: Final = re.compile(r"([\u4e00-\u9fff]{7,20})\1(?=[，。；])")
# 认真贯彻落实认真贯彻: begun anew, a few characters on
_BEGUN_TWICE: Final = re.compile(
    r"((?:认真|严格|深入|全面|切实|积极|持续|不断|进一步|着力|扎实|充分|高度)[\u4e00-\u9fff]{2,4})"
    r"[\u4e00-\u9fff]{1,3}\1"
)
_CLAUSE_TWICE: Final = re.compile(
    r"(?:^|(?<=[，。；：]))([^，。；：\d]{6,30})[，。；]\1(?=[，。；])"
)
# the same long clause again within a sentence, others between
_CLAUSE_AGAIN: Final = re.compile(
    r"(?:^|(?<=[，。；：]))([^，。；：\d]{12,40})，(?=[^。]{1,80}，)[^。]{0,80}?(?<=，)\1(?=[，。；])"
)
# 政策法规、工作动态、政策法规: named again in the same list
_ITEM_AGAIN: Final = re.compile(
    r"(?:^|(?<=[，、：（]))([^，。；、（）《》\d]{4,20})、(?:[^，。；、（）]{2,20}、){0,6}\1(?=[、，。；等和及])"
)
# two short clauses twice
_CLAUSES_TWICE: Final = re.compile(
    r"(?:^|(?<=[，。；：]))([^，。；：\d]{6,30}，[^，。；：\d]{4,30})[，。；]\1(?=[，。；])"
)
# a short sentence twice in a row; longer ones are found wherever they stand
_SENTENCE_TWICE: Final = re.compile(r"(?:^|(?<=。))(?=[^。\n]{1,20}，)([^。\n]{10,22})。\1(?=。)")
# （二）依申请公开方面。依申请公开方面。: the heading again
_HEADING_TWICE: Final = re.compile(
    r"((?:主动|依申请)公开)(?:方面|情况)?。\1(?:方面|情况)?(?=。)"
    r"|(主动公开(?:政[府务])?信息)共?主动公开(?=(?:政[府务])?信息)"
)
_CLAUSES: Final = (
    _CLAUSE_TWICE,
    _CLAUSES_TWICE,
    _CLAUSE_AGAIN,
    _SENTENCE_TWICE,
    _ITEM_AGAIN,
    _HEADING_TWICE,
)
# 政务公开工作工作机制 is fine, 做好政务公开工作工作 is not
_WORK_TWICE: Final = re.compile(
    "工作工作(?=[，。；：、等]|$)|(?<!电子)政务政务(?=公开|新媒体)|审核审核(?=发布|公开|机制)"
)
# 公示公开公开内容 is fine, 向社会公开公开政府信息 is not
_OPENED_TWICE: Final = re.compile(
    r"(?<=社会|主动|及时|全部|全面|予以|依法|对外|累计|共计|网站)公开公开(?=了|各类|(?:政府|政务)信息|\d)"
    r"|(?<=信息|政务)公开公开(?=发布|申请|年报|指南|条例)|(?<=处理|公开|办理|受理|收到|推进)政府政府(?=信息)"
    r"|(?<=信息)管理管理(?=工作|情况|方面|制度)"
)
# small words that no good sentence has twice, but at the seam of two words (为了了解)
_ANY_TWICE: Final = r"(?=([\u4e00-\u9fff])\1)"  # most places are passed over at once
_SMALL_TWICE: Final = re.compile(
    rf"{_ANY_TWICE}(?:(?<![标目])的的(?!确)|(?<!实实)在在(?![校职学建编岗线])|对对(?![口外内策象应话比照立接标手])|了了(?!解|如|然)"
    "|(?<![所没拥具占享持国公私共含])有有(?![效关利线限序力益色形望机害偿待])|(?<=[公发颁])布布(?![局置署告])"
    "|性性(?![质格能别命情感状])|(?<!自)我我"
    "|和和(?![平谐睦解美气])|(?<!参)与与(?!会)|(?<=[一二三四五六])是是|均{2,}(?!衡)|都{2,}|也{2,}|将将(?!军|来)|(?<=[收接达])(?<![从自由]收)到到(?![位岗场期访达])|被被(?!动|申|告)|及及(?!时|格)|(?<![决绝并得了从])不不(?!了)|或或)"
)

# 小河镇镇严格按照; not 镇镇长, 县县政府, nor 做到镇镇落实
_BODY_TWICE: Final = re.compile(
    "(?<=[\u4e00-\u9fff])(?<![到现是保了即以])(?:镇镇|乡乡|县县|区区|局局|厅厅)"
    "(?=[，。]|严格|认真|高度重视|坚持|积极|深入|持续|始终|紧紧|切实|按照|根据|主动公开|没有|收到|受理"
    "|未[收发]|共[收受公发主]|不断|进一步|围绕|聚焦|结合)"
    # 大山乡乡人民政府; not 古镇镇人民政府, which is called so
    "|(?<=[\u4e00-\u9fff]{2})(?<![古集城市水老新小大茶仙])(?:镇镇|乡乡|县县|区区)(?=人民政府)"
    "|街道街道(?=办事处)"
    # 概况信息含镇镇介绍
    "|(?<=[含括，、：；])(?:镇镇|乡乡|县县|区区)(?=介绍|概况|简介)"
)

# 信息公公开; not 公开开放, 政府府际
_LETTER_TWICE: Final = re.compile(
    rf"{_ANY_TWICE}(?:(?<=信息)公公开|(?<=政府)信信息|(?<=谁)负负责|(?<=政府信)息息公开|政政府信息|(?<=[息务])公开开(?=工作|情况|申请|指南|平台|年度|制度|条例)"
    "|(?<=信息公开)申申请|(?<=行政)复复议|(?<=行政)诉诉讼|(?<=规范)性性文件|(?<=[”）])制制度|(?<=消)防防(?![止治范护控])|(?<=广)播播(?![出放报种发送])|(?<=准)确确(?![保认定实立])|(?<=保密审)查查(?=制度|工作|机制|程序)|(?<=[、，])权权威|(?<=[化予])处处理|(?<=[管责]领)导导(?![向致]))"
)
# 培训班班 1 期, 错敏字词词和: the last letter of a word again, before what begins no word with it
_OF_WORDS: Final = (
    "公开|信息|工作|制度|平台|网站|申请|部门|机关|条例|政策|文件|材料|服务|群众|企业|领导|小组|人员|培训|会议|栏目|内容"
    "|数据|渠道|结转|训班|字词|专管|办理|答复|审核|审查|公布|发布|监督|保障|考核|责任|问题|措施|质量|水平|能力|意识"
    "|机制|规定|要求|情况|方式|年度|更新|整改|落实|清单|目录|解读|回应|程序|期限|规范|管理|指南|报告|窗口|热线|档案"
)
_LAST_TWICE: Final = re.compile(
    rf"{_ANY_TWICE}([\u4e00-\u9fff])(?<={_OF_WORDS})\2(?=[，。；、：的和与及\d]|$)"
)
_TWICE: Final = (_LAST_TWICE, _LETTER_TWICE, _BODY_TWICE, _WORK_TWICE, _OPENED_TWICE, _SMALL_TWICE)


# 公共安全和公众利益和公众健康: what stands twice is 和公众, and shows only among its neighbours
_JOINED: Final = re.compile("(?<=[\u4e00-\u9fff]{2})[和与及]")
_NEIGHBOURS: Final = 2  # characters shown on either side


def _half(twice: str) -> str:
    """Return what stands twice, from its 和 on where two words are joined by it."""
    half = twice[: len(twice) // 2]
    joint = _JOINED.search(half)
    return half[joint.start() :] if joint else half


def _shown(match: re.Match[str]) -> str:
    """Return what is written twice, with its neighbours where it begins in the middle of them."""
    if not _JOINED.search(match[0][: len(match[0]) // 2]):
        return match[0]
    around = match.string[max(0, match.start() - _NEIGHBOURS) : match.end() + _NEIGHBOURS]
    return re.sub("^.*[，。；：、]|[，。；：、].*$", "", around)


def repeats(line: str) -> Iterator[Mistake]:
    """Yield the words and clauses of a paragraph that stand there twice."""
    flat = plain(line)
    told = 0  # how far the line has been told of
    clauses = (m for pattern in _CLAUSES for m in pattern.finditer(flat.text))
    for match in sorted(clauses, key=lambda found: (found.start(), -found.end())):
        if match.start() >= told:
            told = match.end()
            message = f"“{match[match.lastindex or 1]}”写了两遍，请核对。"
            yield Mistake(*flat.span(*match.span()), message, wrong=False)
    for match in _BEGUN_TWICE.finditer(flat.text):
        message = f"“{match[0]}”中“{match[1]}”重复，请核对。"
        yield Mistake(*flat.span(*match.span()), message, wrong=False)
    for match in _LONG_REPEATED.finditer(flat.text):
        yield Mistake(*flat.span(*match.span()), f"“{match[1]}”写了两遍，请核对。", wrong=False)
    found = [m for m in _REPEATED.finditer(flat.text) if not _FINE_TWICE.fullmatch(m[1])]
    for match in [*found, *(m for pattern in _TWICE for m in pattern.finditer(flat.text))]:
        message = f"“{_shown(match)}”中“{_half(match[0])}”重复，请核对。"
        yield Mistake(*flat.span(*match.span()), message, wrong=False)
