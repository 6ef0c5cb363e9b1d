"""Names that are not the reporting body's: text copied from another unit (Y-08)."""

import re
from collections.abc import Iterable, Iterator
from types import MappingProxyType
from typing import Final

from gicapp.core.checks.acting import acting_in
from gicapp.core.checks.former_names import former_names_in
from gicapp.core.checks.neighbours import neighbours_in
from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.found import Found, find_all
from gicapp.core.text.passages import plain
from gicapp.core.text.scope import leaves_out

# how a body calls itself, by the end of its name; the first ending that fits applies
_OWN_WORDS: Final = MappingProxyType(
    {
        "管理委员会": "委区办局",
        "管委会": "委区办局",
        "委员会办公室": "办委",
        "办公室": "办室市区县镇乡",
        "办公厅": "厅办省",
        "委员会": "委局办",
        "委": "委局办",
        "街道办事处": "街办处",
        "街道办": "街办处",
        "街道": "街办处",
        "局": "局",
        "分局": "局",
        "厅": "厅",
        "镇人民政府": "镇办",
        "镇政府": "镇办",
        "镇": "镇办",
        "乡人民政府": "乡办",
        "乡政府": "乡办",
        "乡": "乡办",
    }
)
_OFFICE_OF_AUTHORITY: Final = re.compile("(?:管委会|管理委员会).*办公室$")  # speaks for the 委
# 全街开展学习 in the report of a 乡; 全街商户 may be the shops of a street
_WHOLE: Final = re.compile(
    r"(?<![安健])全(?P<kind>街道|街|镇|乡)(?=(?:上下|干部|机关|各[科站部办])|(?:在[^，。；\d]{2,12}[上中里])?(?:共|累计|总计|均|未|没有|主动)*"
    r"(?:开展|公开|发布|收到|受理|发生|政府信息公开|政务公开|信息公开|学习))"
)
_TOWN_KINDS: Final = "镇乡街"
_ASKED_ABOVE: Final = re.compile(
    r"(?:受理|收到|办理)[^。；，]{0,24}向(?P<above>[省市县区旗](?:人民)?政府)[^。；，]{0,16}提出的?(?:政府)?信息公开申请"
)
_SELF: Final = re.compile(
    r"我(?:(?P<kind>[局委厅])(?![员托派属面气座])|(?P<town>[镇乡])|(?P<street>街)道)"
)
_REPORT_OF: Final = re.compile(
    r"(?P<name>[\u4e00-\u9fff]{3,20}?(?:局|委员会|厅|办公室|办事处|街道|镇|乡|人民政府|管委会|中心))"
    r"(?=20\d\d年度?政府信息公开(?:工作)?年度报告)"
)
_LEADING: Final = re.compile(
    r"^.*?(?:公布|编[制写成]|发布|公开|制作|形成|撰写|制定|现将|将|把|反映|介绍|报告了|本报告是|报告为|由)"
)

# 区 and 县 in the name of a place, not in 社区, 区域, 县域
_DISTRICT: Final = re.compile("(?<!自治)(?<![社库老景市小牧灾湾校厂营])[区县旗](?![域划块])")
_CITY: Final = re.compile("[市州盟]")
# what a government says of its own work: 我市共收到…, 全市政府信息公开工作稳步推进
_AREA_CLAIM: Final = re.compile(
    r"(?:^|(?<=[。；：，\n]))(?:20\d\d年度?，?|全年，?|今年以来，?|本年度?，?)?(?P<area>(?:我|全)(?P<kind>[市省]))"
    r"(?:20\d\d年度?|全年)?(?:"
    r"(?:共|累计|总计)*(?:未?收到|受理|新收|办结|答复)[^，。；]{0,24}(?:信息公开|依申请|申请公开)"
    r"|(?:共|累计|总计)*(?:主动)?公开(?:各类)?(?:政府)?信息(?:约|共|共计)?\d"
    r"|(?:共|累计|总计)*制[定发](?:行政)?规范性文件\d"
    r"|(?:未|没有|无)[^，。；]{0,24}信息公开[^，。；]{0,12}(?:复议|诉讼|申请)"
    r"|政府信息公开工作(?=[^，。；]{0,4}(?:稳步|有序|扎实|平稳|取得|得到|总体|水平|不断|持续|深入|进一步)))"
)
# what only the office in charge of an area does: 推动全省政府信息公开工作 in the report of a town
_PUBLICITY: Final = "政[府务](?:信息)?公开工作"
_AREA_LED: Final = (
    re.compile(
        "(?<=组织|推动|推进|指导|监督|负责|统筹|主管)"
        f"(?P<area>全(?P<kind>[市省]))(?=的?{_PUBLICITY})"
    ),
    re.compile(
        f"(?<=对)(?P<area>全(?P<kind>[市省]))"
        f"(?={_PUBLICITY}的?[^，。；]{{0,8}}(?:指导|检查|督促|协调|监督|考核))"
    ),
)
_OF_ABOVE: Final = re.compile("[市省](?:委|政府|人民政府|[直级])[^。]*$")
_CONTRASTED: Final = re.compile(
    "其中[^。]{0,6}[区县旗局委镇乡街]|占|位[列居]|排名|[我本](?:区|县|旗|局|委|办|单位|机关|街道|镇|乡)"
)


def find_others(subject: Subject) -> Iterable[Finding]:
    """Report words that another kind of body, or another body by name, uses of itself."""
    name = subject.report.unit.name.strip()
    if not name:
        return
    words = next((own for end, own in _OWN_WORDS.items() if name.endswith(end)), None)
    if words is not None and _OFFICE_OF_AUTHORITY.search(name):
        words += "委"
    for section, text in subject.texts.items():
        former = list(_former(subject, section, text, name))
        yield from former
        others = [*_areas(subject, section, text, name), *_named(subject, section, text, name)]
        if words is not None:
            others += _kinds(subject, section, text, words)
            is_town = words[0] in _TOWN_KINDS
            if is_town:
                others += _above(subject, section, text)
            others += _acting(subject, section, text, is_town=is_town)
        yield from (other for other in others if not other.meets(former))
        told = (*former, *others)
        beside = _neighbours(subject, section, text, name)
        yield from (other for other in beside if not other.meets(told))


def _former(subject: Subject, section: str, text: str, name: str) -> Iterator[Finding]:
    """Report the name that the body bore before it was renamed."""
    flat = plain(text)
    for start, end in former_names_in(flat, name, subject.report.year):
        yield Finding(
            "text.other_unit",
            Severity.WARNING,
            int(section),
            f"{place_of(subject.form, section)}写的“{flat.text[start:end]}”似为更名前的名称，"
            f"本机关是{name}，请改为现在的名称。",
            span=flat.span(start, end),
            expected=name,
            actual=flat.text[start:end],
        )


def _areas(subject: Subject, section: str, text: str, name: str) -> Iterator[Finding]:
    """Report the work of a whole city or province in the report of a body below it."""
    alien = "市省" if _DISTRICT.search(name) else "省" if _CITY.search(name) else ""
    flat = plain(text)
    for match in _areas_in(flat.text) if alien else ():
        sentence = flat.sentence_at(match.start("area"))
        if sentence and match["kind"] in alien and not _CONTRASTED.search(sentence.text):
            yield Finding(
                "text.other_unit",
                Severity.WARNING,
                int(section),
                f"{place_of(subject.form, section)}叙述的是“{match['area']}”的工作，"
                f"本机关是{name}，疑为沿用上级机关的文字，请核对。",
                span=flat.span(*match.span("area")),
                actual=match["area"],
            )


def _areas_in(text: str) -> Iterator[Found]:
    """Yield what a text claims for a whole city or province."""
    yield from find_all(_AREA_CLAIM, text)
    for pattern in _AREA_LED:
        for match in find_all(pattern, text):
            if not _OF_ABOVE.search(text, match.line_start, match.start()):
                yield match


def _kinds(subject: Subject, section: str, text: str, own: str) -> Iterator[Finding]:
    told: set[str] = set()  # once a section: a text of another unit has it everywhere
    for match in _of_itself(plain(text).text, own):
        kind = next(filter(None, match.match.groups()))[0]
        if kind in own or kind in told:
            continue
        told.add(kind)
        yield Finding(
            "text.other_unit",
            Severity.WARNING,
            int(section),
            f"{place_of(subject.form, section)}自称“{match[0]}”，"
            f"本机关是{subject.report.unit.name}，疑为沿用其他单位的文字，请核对。",
            span=plain(text).span(*match.span()),
            actual=match[0],
        )


def _of_itself(text: str, own: str) -> Iterator[Found]:
    """Yield what a body calls itself: 我局, and of towns and streets 全镇."""
    yield from find_all(_SELF, text)
    if own[0] in _TOWN_KINDS:
        yield from find_all(_WHOLE, text)


def _above(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    """Report applications that went to a government above a township or a street."""
    flat = plain(text)
    for match in find_all(_ASKED_ABOVE, flat.text):
        yield Finding(
            "text.other_unit",
            Severity.HINT,
            int(section),
            f"{place_of(subject.form, section)}写的是向“{match['above']}”提出的申请，"
            f"本机关是{subject.report.unit.name}，疑为沿用上级机关的文字，请核对。",
            span=flat.span(*match.span("above")),
            actual=match["above"],
        )


def _named(subject: Subject, section: str, text: str, name: str) -> Iterator[Finding]:
    for match in find_all(_REPORT_OF, plain(text).text):
        other = _LEADING.sub("", match["name"]).lstrip("本我")
        if len(other) < 4 or _is_same(other, name):
            continue
        yield Finding(
            "text.other_unit",
            Severity.WARNING,
            int(section),
            f"{place_of(subject.form, section)}写的是“{other}”的年度报告，本机关是{name}，"
            "请核对机关名称。",
            span=plain(text).span(match.end("name") - len(other), match.end("name")),
            expected=name,
            actual=other,
        )


def _acting(subject: Subject, section: str, text: str, *, is_town: bool) -> Iterator[Finding]:
    """Report another body in the place of the reporting one: 某县水利局认真落实…."""
    name = subject.report.unit.name.strip()
    for match in acting_in(plain(text).text, is_town=is_town):
        other = match["name"]
        if (
            _NO_NAME.search(other)
            or (_is_same(other, name) and not _is_elsewhere(other, name))
            or _is_office_of(other, name)
            or (_BARE_LEVEL.match(other) and other[1:3] in name)  # of the same field
        ):
            continue
        yield _working(subject, section, text, match)


# a heading run into its sentence, too, and 街道更新了柳林街道
_NO_NAME: Final = re.compile(
    "政府|公开|情况|申请|措施|上述|[我本与由了]|^[原已]|其中|及|[局委会区县镇乡]和"
)


def _working(subject: Subject, section: str, text: str, match: Found) -> Finding:
    """Return the finding on another body, group `name`, that a text tells the work of."""
    own = subject.report.unit.name
    return Finding(
        "text.other_unit",
        Severity.WARNING,
        int(section),
        f"{place_of(subject.form, section)}写的是“{match['name']}”的工作，本机关是{own}，"
        "疑为沿用其他单位的文字，请核对。",
        span=plain(text).span(*match.span("name")),
        expected=own,
        actual=match["name"],
    )


def _neighbours(subject: Subject, section: str, text: str, name: str) -> Iterator[Finding]:
    """Report the same body of another county wherever a clause begins with it."""
    for match in neighbours_in(plain(text).text, name):
        yield _working(subject, section, text, match)


def _is_office_of(other: str, name: str) -> bool:
    """Tell whether the reporting unit is an office that works for the other body."""
    return name.endswith(("办公室", "办公厅", "中心")) or other[-1:] not in "局会厅镇乡道"


_BARE_LEVEL: Final = re.compile("[市县区州旗]")
_PLACED: Final = re.compile(
    r"(?P<place>[\u4e00-\u9fff]{1,2}[市县区旗])(?P<body>[\u4e00-\u9fff]{3,})"
)


def _is_elsewhere(other: str, name: str) -> bool:
    """Tell whether a name is that of the same body in another place: 甲州市某局, 甲兴市某局."""
    its, own = _PLACED.fullmatch(other), _PLACED.fullmatch(name)
    if its is None or own is None or its["body"] != own["body"]:
        return False
    return its["place"] != own["place"] and its["place"][-1] == own["place"][-1]


_PLACE_ENDS: Final = "省市县区州盟旗"
_SHORT_TAIL: Final = 3  # characters that tell a body
# 柳河镇人民政府 and 东山县柳河镇, 东山区人民政府柳河街道办事处 and 东山区柳河街道
_OFFICE: Final = re.compile("人民政府(?=[^办]|$)|办事处$")


def _is_same(other: str, name: str) -> bool:
    """Tell whether a name may be another form of the unit's: shorter, or with the place before."""
    other, name = (_OFFICE.sub("", each) for each in (other, name))
    if other in name or name in other:
        return True
    if _is_elsewhere(other, name):
        return False
    least = _SHORT_TAIL + other.endswith("局")  # 保障局 ends the names of more than one
    if any(tail in name for tail in _tails(other, least)) or _ends_as(other, name, least):
        return True
    if (name.startswith("国家") or name.endswith("分局")) and set(other) <= set(name):
        # 岚州金融监管分局 for 国家金融监督管理总局岚州监管分局, 桥中区公安分局 for 公安局桥中区分局
        return True
    return leaves_out(other, name) or leaves_out(name, other)


def _tails(name: str, least: int) -> Iterator[str]:
    """Yield a name, and what of it stands behind each place, of `least` characters or more."""
    for start in range(len(name) - least + 1):
        if not start or name[start - 1] in _PLACE_ENDS:
            yield name[start:]


def _ends_as(other: str, name: str, least: int) -> bool:
    """Tell whether a name ends as the unit's does behind a place, with no place before that.

    现把石屿街道 for 澜滨新区石屿街道: what stands before is of the sentence.
    """
    return any(
        other.endswith(tail) and not set(other[: -len(tail)]) & set(_PLACE_ENDS)
        for tail in _tails(name, least)
    )


RULES: Final = (
    Rule(
        "text.other_unit",
        ("Y-08",),
        Severity.WARNING,
        "正文的自称和机关名称应当是本机关现在的，不沿用其他单位、上级机关的文字和更名前的名称。",
        "鲤城区2020年政务公开绩效考评标准：与其他单位雷同的扣分",
        find_others,
        dismissable=True,
    ),
)
