"""The phrases by which reports give what table two counts: documents and decisions.

处理决定 are also counted as web pages, so most phrases here shun words around them.
"""

import re
from typing import Final

from gicapp.core.text.numbers import NUMBER
from gicapp.core.text.phrases import COUNT, N, Phrase

ISSUED: Final = "disclosure.normative_documents.issued"
REPEALED: Final = "disclosure.normative_documents.repealed"
FEES: Final = "disclosure.fees.amount"

_OTHER_PAPERS: Final = re.compile(
    r"年初|报请|提请|送审|联合|会同|配合|清理(?!废止)|提前|名义|审查|备案|解读|代拟|起草|审核|评估"
    r"|(?<!制定)(?<!制发)(?<!并)(?<!并主动)(?:公开|公布|发布)|修[改订]|草案|意见|(?<!局)本级|部门"
)
_END: Final = "(?=[，。；、和及]|$)"  # 制发 5 份规范性文件解读 are other papers
_BY_GOVERNMENT: Final = "(?:的?(?:[市县区州旗]|[本我][市县区镇乡])?(?:人民)?政府)?"
_PAPER: Final = f"{_BY_GOVERNMENT}(?:行政)?规范性文件"


def _document(name: str, row: str, words: str) -> tuple[Phrase, ...]:
    """Return the phrases of one row of documents: made, repealed, in force."""
    number = "(?:件数|数量)?" + COUNT + N
    made = "(?:制发|制定|印发|出台)(?:（修[改订]）|并?(?:印发|发布|公布)|并(?:主动)?公开)?(?:了)?"
    gone = "废止(?:了)?"
    kinds = (
        ("本年制发", "issued", rf"{made}(?:{words}){number}"),
        ("本年制发", "issued", rf"{made}{N}(?:局本级)?(?:{words}){_END}"),
        ("本年废止", "repealed", rf"{gone}(?:{words})(?![^。]*失效){number}"),
        ("本年废止", "repealed", rf"{gone}{N}(?:{words}){_END}(?![^。]*失效)"),
        ("现行有效", "in_force", rf"(?:现行|继续|持续)有效(?:的)?(?:{words}){number}"),
    )
    return tuple(
        Phrase(
            f"{name}{kind}",
            re.compile(pattern),
            f"disclosure.{row}.{column}",
            requests=False,
            unless=_OTHER_PAPERS,
        )
        for kind, column, pattern in kinds
    )


# 失效 alone is the row of 废止; beside 废止 it is a part of that row
_PAPERS_LAPSED: Final = re.compile(r"^(?!.*废止)(?=.*规范性文件.*\d)")
_OF_PAPERS: Final = re.compile(r"(?<!公开)(?:行政)?规范性文件[^。]*?\d|规范性文件[^。，]{0,8}清理")
_OTHER_PAPERS_ALSO: Final = re.compile(_OTHER_PAPERS.pattern + "|规章|规划|方案|证|合同")

_NOT_ITS_PAPERS: Final = re.compile("解读|代拟|起草|审查|备案|部门|目录|街道|其中")
# 主动公开 2023 年新制定的县政府规范性文件 6 件: all that was made, as it is all published;
# 集中公开现行有效规范性文件 35 件: all that is in force
_PUBLISHED_AS_MADE: Final = tuple(
    Phrase(
        f"{name}{kind}",
        re.compile(rf"{words}{paper}(?:文本)?(?:件数|数量)?{COUNT}{N}"),
        f"disclosure.{row}.{column}",
        requests=False,
        unless=_NOT_ITS_PAPERS,
        sign=re.compile("公开"),
    )
    for name, row, paper in (
        ("行政规范性文件", "normative_documents", _PAPER),
        ("规章", "regulations", f"{_BY_GOVERNMENT}规章"),
    )
    for kind, column, words in (
        (
            "本年制发",
            "issued",
            r"主动公开(?:了)?(?:20\d\d年度?|本年度?|当年)(?:新?制[定发]|新出台)的?",
        ),
        ("现行有效", "in_force", "集中公开(?:了)?(?:历年)?(?:的)?(?:现行|继续)?有效(?:的)?"),
    )
)

# 累计发布规范性文件 0 件: more may be published than was made, but not less than all of it
_NONE_PUBLISHED: Final = Phrase(
    "行政规范性文件本年制发",
    re.compile(
        rf"(?:累计|共|全年|本年度?)(?:公开)?发布了?{_PAPER}(?:件数|数量)?{COUNT}(?=0[件份个项部])(?:{N})"
    ),
    ISSUED,
    requests=False,
    unless=_NOT_ITS_PAPERS,
)

DOCUMENTS: Final = (
    *_PUBLISHED_AS_MADE,
    _NONE_PUBLISHED,
    *_document("行政规范性文件", "normative_documents", _PAPER),
    Phrase(
        "行政规范性文件本年废止",
        re.compile(rf"(?<=[，；、])(?:宣布)?失效(?:{_PAPER})?(?:件数|数量)?{COUNT}{N}"),
        REPEALED,
        requests=False,
        unless=_OTHER_PAPERS_ALSO,
        needs=_PAPERS_LAPSED,
    ),
    *(
        Phrase(
            f"行政规范性文件{kind}",
            re.compile(
                rf"{words}(?:文件)?(?:件数|数量)?{COUNT}{N}(?!规章|{_PAPER}[^，。；、和及])"
            ),
            f"disclosure.normative_documents.{column}",
            requests=False,
            unless=_OTHER_PAPERS_ALSO,
            needs=_OF_PAPERS,
        )
        for kind, column, words in (
            ("本年废止", "repealed", "(?<=[，；、])(?:宣布|清理)?废止(?![^。]*失效)"),
            (
                "现行有效",
                "in_force",
                r"(?<=[，；、])(?:截[至止][^，。；、\d]{0,6})?"
                "(?:(?:现行|继续|持续|仍然?)有效|[尚仍]在施行)的?",
            ),
            ("本年制发", "issued", "(?<=[，；、])(?:本年度?|新)(?:制发|制定)"),
        )
    ),
    Phrase(  # 规范性文件 6 件、宣布废止失效文件 5 件: both kinds are one row
        "行政规范性文件本年废止",
        re.compile(
            rf"(?<=[，；、])(?:宣布|清理)?废止失效(?:文件|{_PAPER})(?:件数|数量)?{COUNT}{N}"
        ),
        REPEALED,
        requests=False,
        unless=_NOT_ITS_PAPERS,
        nowhere=re.compile("规章|规划|方案|合同|提前|失效[^。]{0,60}失效"),
        needs=_OF_PAPERS,
    ),
    *(  # 共制发 8 件，失效及废止 5 件，现行有效的规范性文件 43 件: the noun stands last
        Phrase(
            f"行政规范性文件{kind}",
            re.compile(pattern),
            cell,
            requests=False,
            unless=_OTHER_PAPERS_ALSO,
            sign=re.compile("规范性文件"),
        )
        for kind, cell, pattern in (
            (
                "本年制发",
                ISSUED,
                rf"共?制发{N}(?=，[^，。；\d]{{0,6}}废止\d+件，[^，。；]{{0,12}}有效的?{_PAPER})",
            ),
            (
                "本年废止",
                REPEALED,
                rf"(?:失效[及和、]|到期[及和、])?废止{N}(?=，[^，。；]{{0,12}}有效的?{_PAPER})",
            ),
        )
    ),
    Phrase(  # 本年度行政规范性文件发布 3 条，废止数量 2 条
        "行政规范性文件本年制发",
        re.compile(
            rf"{_PAPER}(?:发布|制发|印发|制定)(?:数量|件数)?{COUNT}{N}(?=，废止(?:数量|件数)?\d)"
        ),
        ISSUED,
        requests=False,
    ),
    *_document("规章", "regulations", f"(?:部门|{_BY_GOVERNMENT})规章"),
)

_NOT_DECIDED: Final = re.compile(
    r"公开|公示|发布|信息|案卷|清单|目录|推送|归集|录入|双公示|申请|[较比](?:上|去|20)|其中"
    r"|(?:配合|协助|会同)[^，。；]{2,14}(?:作出|实施|办理)"
)
MEASURE_ROWS: Final = (
    ("行政许可", "disclosure.licensing.decisions"),
    ("行政处罚", "disclosure.penalties.decisions"),
    ("行政强制", "disclosure.coercion.decisions"),
)


def _decision(
    words: str,
    cell: str,
    pattern: str,
    nowhere: re.Pattern[str] | None = None,
    needs: re.Pattern[str] | None = None,
) -> Phrase:
    """Return a phrase for the decisions of one kind, all of them."""
    return Phrase(
        f"{words}处理决定",
        re.compile(pattern),
        cell,
        total=True,
        requests=False,
        unless=_NOT_DECIDED,
        nowhere=nowhere,
        needs=needs,
    )


# 行政许可决定 31 件、行政处罚 52 件: a list of decisions, not of what was published
_PUBLISHED: Final = re.compile(r"(?:公开|公示|发布|推送|更新|信息|其中)[^，。；\d]{0,20}\d")
_AT_HEAD: Final = "(?:^|(?<=[，。；：、年度]))(?:全年|年内|共计|累计|共|作出)*"
_LISTED: Final = tuple(
    _decision(words, cell, pattern, _PUBLISHED, re.compile(needed))
    for words, cell in MEASURE_ROWS
    for pattern, needed in (
        (rf"{_AT_HEAD}{words}(?:处理)?决定(?:书)?{COUNT}{N}(?<![条篇])", ""),
        (rf"(?<=[，；])(?:共计|累计){words}{N}(?<![条篇])", ""),
        (rf"(?<=[，；、]){words}(?:处罚)?{N}(?<![条篇])", r"办理行政(?:许可|处罚|强制)\d"),
        (
            rf"(?<=[件起宗项份][、，]){words}(?:处理)?(?:决定)?{N}(?<![条篇])",
            r"行政(?:许可|处罚|强制)(?:处理)?决定(?:书)?\d|[作做]出行政",
        ),
        # 作出行政许可 3 件，行政处罚决定 4 件: the verb stands once for all
        (rf"(?<=[，；、和]){words}(?:决定)?{COUNT}{N}(?<![条篇])", "[作做]出行政"),
    )
)
# 动态 25 条；全年办理行政许可 45 件、行政处罚 12 件: what stands before was published, this not
_DONE_SINCE: Final = re.compile(
    r"；(?![^；]*(?:公开|公示|发布|推送|更新|信息|其中))[^；]*办理行政(?:许可|处罚|强制)\d[^；]*$"
)
_LISTED_SINCE: Final = tuple(
    _decision(
        words, cell, rf"(?<=[件起宗项][，、]){words}(?:处罚)?{N}(?<![条篇])", needs=_DONE_SINCE
    )
    for words, cell in MEASURE_ROWS
)
_FEES: Final = Phrase(
    "行政事业性收费",
    re.compile(
        rf"行政事业性收费(?:金额|总额|收入)?(?:共|共计|合计|总计|为|：)*{NUMBER}(?:(?<=万元)|(?<=[为计额费：]0元)|(?<=[为计：]0)(?=[，。；]|$))"
    ),
    FEES,
    requests=False,
    unless=re.compile("减免|免[收征]|目录|清单|标准|取消|[较比](?:上|去|20)"),
)

_DECIDED: Final = tuple(
    _decision(words, cell, pattern)
    for words, cell in MEASURE_ROWS
    for pattern in (
        rf"(?:(?:作出|做出|实施|下达|办理|办结|处理)(?:了)?(?:各类|各项)?{words}(?:决定书?|事项|案件|措施)*"
        rf"|{words}(?:本年)?(?:共|共计)?处理决定(?:数量?)?){COUNT}{N}",
        rf"(?:作出|做出)(?:了)?{COUNT}{N}{words}(?:决定)?(?=[，。；、]|$)",
    )
)
# 主动公开办理行政许可 2 件，行政处罚 3 件，行政强制 0 件: the rows of the table, one by one
_A_ROW: Final = r"(?:(?:本年)?(?:处理)?决定)?(?:数量?)?(?:共计?|为)?"
_OF_TABLE: Final = tuple(
    Phrase(
        f"{words}处理决定",
        re.compile(rf"{before}{words}{_A_ROW}{N}(?<=[件宗起]){behind}"),
        cell,
        requests=False,
        needs=re.compile(
            r"^(?!.*(?:权力|清单|梳理|目录|网|平台|其中|同比|[较比](?:上|去)))(?=.*行政许可[^，。；]*\d)"
        ),
        sign=re.compile(
            r"行政许可[^，。；]*\d[件宗起][，、；]行政处罚[^，。；]*\d[件宗起][，、；]行政强制"
        ),
    )
    for (words, cell), before, behind in zip(
        MEASURE_ROWS,
        ("(?:^|(?<=[，。；：、办理开]))", "(?<=[件宗起][，、；])", "(?<=[件宗起][，、；])"),
        ("(?=[，、；]行政处罚)", "(?=[，、；]行政强制)", ""),
        strict=True,
    )
)
# 行政许可 26 项、行政处罚 8 项，行政事业性收费 312 万: beside the fees they are rows;
# 条 may be pages, unless there were none
_A_MEASURE: Final = r"行政(?:许可|处罚|强制)[^，。；\d]{0,8}(?:\d+[件宗起项]|0条)[，、；]"
_BESIDE_FEES: Final = re.compile(
    rf"{_A_MEASURE}{_A_MEASURE}(?:{_A_MEASURE})?行政事业性收费[^，。；\d]{{0,6}}[\d.]+万"
    rf"|^[^，。；\d]{{0,12}}(?:20\d\d年度?，?)?{_A_MEASURE}{_A_MEASURE}(?:{_A_MEASURE})?"
    r"行政(?:事业性|性事业)收费[^，。；\d]{0,6}0(?![.\d])"
)
_ROWS_BESIDE_FEES: Final = tuple(
    Phrase(
        f"{words}处理决定",
        re.compile(rf"(?:^|(?<=[，；、年度])){words}{_A_ROW}{N}(?=[，、；]行政)"),
        cell,
        requests=False,
        nowhere=re.compile("(?<!信息)(?<!申请)公开|公示|发布|推送|清单|目录"),
        sign=_BESIDE_FEES,
    )
    for words, cell in MEASURE_ROWS
)
# 主动公开 2023 年度行政许可处理决定 18 项: the table's own words, unless they count web pages
_IN_OWN_WORDS: Final = tuple(
    Phrase(
        f"{words}处理决定",
        re.compile(
            rf"(?:^|(?<=[，；：、开布理度年])){words}(?:本年)?处理决定(?:数量|件数)?(?:共计?|为|：)*"
            rf"{N}(?<=[件宗起项个])"
        ),
        cell,
        requests=False,
        unless=re.compile("网|平台|系统|专栏|公示|推送|归集|申请|其他|[较比](?:上|去|20)"),
        sign=re.compile(f"{words}(?:本年)?处理决定"),
    )
    for words, cell in MEASURE_ROWS
)
MEASURES: Final = (
    *_IN_OWN_WORDS,
    *_OF_TABLE,
    *_ROWS_BESIDE_FEES,
    *_DECIDED,
    *_LISTED_SINCE,
    *_LISTED,
    _FEES,
)
