"""Whom and which time a sentence speaks of: figures about others or other years are left alone."""

import re
from typing import Final

from gicapp.core.report import Level, Unit

_YEAR: Final = re.compile(r"(?<!\d)(20\d\d)年(?!以来)")
# but 与2022年办结 15 件相比: the figure right behind is that year's
_COMPARED: Final = re.compile(
    r"(?:较|比|与|同|于)(?:20\d\d年度?|上一?年度?|去年)(?!(?:新收|收到|受理|办结|答复|办理|接收)[^，。；\d]{0,16}\d+[件宗份条项起]$)|20\d\d年度?(?=结转|转[至到入](?:今年|本年))|结?转[至到]?20\d\d年度?"
)
# 2023年1月1日至2023年12月31日 is the year 2023
_FULL_PERIOD: Final = re.compile(r"(20\d\d年)1月1日[起始]?[至到—-]+(?:\1)?12月31日(?:期间|止)?")
# the whole year written out is the report's own period
_WHOLE_YEAR: Final = re.compile(r"1月1日|12月31日|12月底")
_THIS_YEAR: Final = re.compile("(?:今年|本年度?|一年|(?<![\\d三五两几多十近])年内?)以?来")
_OTHER_TIME: Final = re.compile(
    r"(?<![至到—\d-])\d{1,2}月(?=[共新各均都]?(?:收到|受理|新收|接收|办结|办理))|上半年|下半年|季度|\d{1,2}月(?:份|底|末|初|中旬|下旬)|\d{1,2}月\d{1,2}日|\d{1,2}[-至—]\d{1,2}月"
    r"|20\d\d年?[至到—-]+20\d\d年(?!\d)|历年(?!现行有效)|历史|(?<!结转)(?:去年|上一?年度?)(?!度?[末底]?(?:继续|无|没有)?(?:结转|转|未|遗留|顺延|延续))|以来|(?<![一二三四五六七八九十])(?:[二两三四五六七八九十几]年多?|一年多)来(?![自信访电函])|截至目前|至今(?!年)|近[三五两]年"
)
_FUTURE: Final = re.compile(
    r"下一步|(?<!规划)计划(?!总结|信息|类|完成|[、与和\d])|拟|打算|力争|目标|争取|将(?:继续|进一步|全面|不断|加强)"
)
_PART: Final = re.compile(
    r"其中[^。]*?(?:[局办委镇乡]|街道|中心|分局|支队|部门|单位|派出所|社区)"
    r"(?:共|累计)?(?:收|受|办|答|新|承|\d)"
)
_AREA: Final = re.compile(
    r"全(?:市|区|县|省|旗|州|镇|乡|系统|局系统)|各(?:部门|单位|乡|镇|街|县|区|级|委办局|市)"
    r"|(?:县|区|市)(?:直|级)(?:各|部门|单位|机关)|下属|所属|直属|[局委]属|事业单位|二级单位|基层单位|辖区|系统内"
)
_ABOVE_A_TOWN: Final = re.compile(
    "全[市县区旗州省盟](?=[^，。；\\d]{0,12}(?:收到|受理|新收|办结|答复))"
)
_CORE: Final = re.compile(r"本级|(?:市|县|区|州|旗|省)?(?:人民)?政府办公?[室厅]?(?!理)|机关本部")
# 甲局、乙局、丙局三个部门新收 89 件
_SOME_BODIES: Final = re.compile(
    r"(?:[二两三四五六七八九十\d]+[个家][^，。；\d]{0,4}|[两三四五六])(?:部门|单位|机关|乡镇|镇|街道|局)(?:共|合计|一共|全年|分别|另外?|还)*(?:新收|收到|受理|接收|办理|办结|答复)"
)
# 县区收到的 22 件申请; 各县区共制发 31 件: those below a city or a province
_BELOW: Final = re.compile(
    r"(?:全[市县区州省]|各级|两级)法院(?=受理|审理|审结|办理)|(?:^|[，。；：])(?:全市|全省)?(?:各|\d{1,2}个)?(?:县（市、区）|县市区|市县区|县区|区县|旗县区?|市州|州市)(?:人民)?(?:政府)?"
    r"(?:共|合计|一共|全年|分别|累计)*(?:新收|收到|受理|接收|办理|办结|答复|制发|制定|印发|废止|作出)"
)
# 区政府行政规范性文件: an office of it counts them, a bureau does not
_OF_GOVERNMENT: Final = re.compile("[市县区州旗](?:人民)?政府(?:行政)?(?:规范性文件|规章)")
# （同比增长4%，在全市各部门中位列第三）: others only as what the figure is held against
_ASIDE: Final = re.compile("（[^（）]*(?:同比|位[列居]|排名)[^（）]*）")
# 全年街道收到: the body by the bare word for what it is
_BARE: Final = re.compile(
    r"(?:年度?|本年度?|今年|全年|年内)?(?:全(?=街道|镇|乡))?(局|委|厅|街道|镇|乡|中心)"
)
# a government, or the committee that runs a zone as one would
_AREA_BODY: Final = re.compile("(?:政府|[市县区旗]|[区园]管(?:理委员|委)会)$")
_SELF: Final = re.compile(
    r"[我本](?:局|办|委|厅|院|所|中心|机关|单位|部门|街道|镇|乡|市|区|县|省|州|旗|会)"
)
_WHOLE_BODY: Final = re.compile("全[局委厅]$")
# a body named as the one that received: 市公安局收到, 政务服务中心共受理
_NAMED: Final = re.compile(
    r"([\u4e00-\u9fff]{1,14}?(?:局|委员会|委|厅|办公室|街道|镇|乡|中心|分局|支队|大队|公司|政府|服务窗口))"
    r"(?:（[^（）]{1,8}）)?(?:机关|本部)?(?:共|累计|总计|合计|全年|本年度?|今年|分别)*"
    r"(?=(?:收到|受理|接收|接到|新收|办理|收办|办结|答复))"
)
_FILLER: Final = re.compile(
    r"^.*?(?:年度?|期间|以来|全年|今年|[我本])(?!局|委|厅|办|镇|乡|街道|中心)|^.*(?:[，、由经向对]|代表)"
)
_ALIEN: Final = re.compile(
    r"建议|提案|议案|留言|来信|来访|信箱|热线|工单|网民|咨询|来电|12345|微信|微博|诉求|问政|信件"
    r"|信访(?!局|(?:投诉举报|举报投诉)[^，。；\d]{0,12}等(?:情形|原因|类)|举报投诉类|、举报、投诉类|举报类|投诉类|、投诉)|案件|复议|诉讼|许可|处罚|规范性文件|公文|证照|证明"
)


def speaks_of_now(text: str, year: int | None) -> bool:
    """Tell whether the words before a figure speak of the report year as a whole."""
    own = _WHOLE_YEAR.sub("", _COMPARED.sub("", _FULL_PERIOD.sub(r"\1", text)))
    own = _THIS_YEAR.sub("", own).replace(f"{year}年以来", "").replace(f"{year}年度以来", "")
    if _OTHER_TIME.search(own) or _FUTURE.search(own):
        return False
    years = _YEAR.findall(own)
    return year is None or not years or years[-1] == str(year)


def speaks_of_unit(text: str, unit: Unit) -> bool:
    """Tell whether the words before a figure speak of the reporting body and all of it."""
    text = _ASIDE.sub("", text)
    if _speaks_of_some(text) or _speaks_of_more(text, unit):
        return False
    if is_area(unit) and _CORE.search(text) and not unit.name.endswith(("办公室", "办公厅")):
        return False
    return all(_is_self(match[1], unit) for match in _NAMED.finditer(text))


def _speaks_of_some(text: str) -> bool:
    """Tell whether words speak of some of the bodies that a report may be of."""
    branches = map(_speaks_of_a_branch, re.split("[，。；]", text))
    some = (_PART, _SOME_BODIES, _BELOW)
    return any(words.search(text) for words in some) or any(branches)


def _speaks_of_more(text: str, unit: Unit) -> bool:
    """Tell whether words speak of an area or a government that the reporting body is not."""
    if unit.level is Level.TOWNSHIP and _ABOVE_A_TOWN.search(text):
        return True
    of_area = bool(_AREA.search(text)) and not is_area(unit)
    of_government = bool(_OF_GOVERNMENT.search(text))
    return of_area or (of_government and not (is_area(unit) or "政府办公" in unit.name))


# 市直各部门共收到 64 件，各镇、街道收到 19 件: each a part of what a government counts
_BRANCH: Final = re.compile(
    "(?P<kind>部门|单位)|(?P<town>乡镇|街道|[乡镇苏](?=[、（）收受新共])|镇街)"
)
_CAME_TO: Final = re.compile(
    "(?:各|[市县区]直|所属|所辖|\\d个).*(?:收到|受理|新收|接收|办理|办结|答复)"
)
_ALL_LEVELS: Final = re.compile("各级|全[市县区]|机关|政府及|本级")


def _speaks_of_a_branch(clause: str) -> bool:
    """Tell whether a clause says what the departments received, or the towns, but not both."""
    if not _CAME_TO.search(clause) or _ALL_LEVELS.search(clause):
        return False
    return len({found.lastgroup for found in _BRANCH.finditer(clause)}) == 1


def speaks_of_all_of_it(words: str, unit: Unit, year: int | None) -> bool:
    """Tell whether words without a figure speak of the body and of the year, both as a whole."""
    this_year = words.replace("上年结转", "").replace("上年度结转", "")
    return speaks_of_now(this_year, year) and speaks_of_unit(words, unit)


# 配合市政府办协查依申请答复 6 件: what another authority has to answer
_HELPED: Final = re.compile("(?<![同互切])配合|协助|协查|协办")


def is_help(words: str) -> bool:
    """Tell whether words speak of work done for another authority, which its own report counts."""
    return bool(_HELPED.search(words))


# 县政府作为复议机关，审结行政复议 4 件，维持 3 件
_AS_AUTHORITY: Final = re.compile("作为[^，。；]{0,8}复议机[关构](?!的?被)")
_DECIDED: Final = re.compile("(?:受理|办理|收到|承办)[^，；。]{0,16}行政复议")


# bodies that decide reviews of those below them
_DECIDING: Final = re.compile("司法|^国家|总局|省|厅$|部$")


def decides_reviews(text: str, unit: Unit) -> bool:
    """Tell whether words may speak of reviews that the body itself decides, not of its own."""
    if _AS_AUTHORITY.search(text):
        return True
    return bool(_DECIDED.search(text)) and (is_area(unit) or bool(_DECIDING.search(unit.name)))


def is_area(unit: Unit) -> bool:
    """Tell whether the body reports for a whole area: a government, not one of its offices."""
    return unit.level is Level.GOVERNMENT or bool(_AREA_BODY.search(unit.name))


def _is_self(name: str, unit: Unit) -> bool:
    """Tell whether a body's name in the text can stand for the reporting unit."""
    if _SELF.search(name[-5:]) or not unit.name:
        return True
    if _WHOLE_BODY.search(name):  # 全局新收
        return name[-1] in unit.name
    bare = _BARE.fullmatch(name)
    if bare and unit.name.removesuffix("办事处").removesuffix("人民政府").endswith(bare[1]):
        return True
    short = _FILLER.sub("", name)
    parts = re.split("[及和与]", short)
    if len(parts) > 1:  # 区政府及区政府办公室
        return all(part and _is_self(part, unit) for part in parts)
    tail = short.removeprefix("市").removeprefix("区").removeprefix("县")
    return not tail or tail in unit.name or unit.name in short or leaves_out(tail, unit.name)


def leaves_out(short: str, name: str) -> bool:
    """Tell whether a name is another with characters left out: 监管局 for 监督管理局."""
    rest = iter(name)
    return all(sign in rest for sign in short)


def is_about_others(text: str) -> bool:
    """Tell whether words speak of letters, proposals, cases: figures no table row counts."""
    return bool(_ALIEN.search(text))
