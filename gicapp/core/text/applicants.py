"""The phrases for who applied: 自然人, 企业, 法人或其他组织."""

import re
from typing import Final

from gicapp.core.text.numbers import NUMBER
from gicapp.core.text.phrases import COUNT, NOUN, N, Phrase

_ORGANISATIONS: Final = ",".join(
    f"{{row}}.{column}"
    for column in ("commercial", "research", "nonprofit", "legal_service", "other_org")
)
# what applicants are called, and the columns of the tables that may be theirs
_ORGANISED: Final = ("commercial", "research", "nonprofit", "legal_service", "other_org")
COLUMNS_NAMED: Final = (
    ("非自然人", (_ORGANISED,)),
    ("自然人|公民|个人|群众", (("natural",),)),
    ("企业", (("commercial",), _ORGANISED)),
    ("科研(?:机构|院所|单位)|高校", (("research",),)),
    ("公益组织|社会组织", (("nonprofit",),)),
    ("法律服务机构|律师事务所|律所|律师", (("legal_service",),)),
    ("其他组织", (("other_org",), _ORGANISED)),
    ("法人|机构|单位", (_ORGANISED, ("other_org",))),
)
_ANYONE: Final = "|".join(words for words, _ in COLUMNS_NAMED)
# 企业所提 7 件申请已全部答复: of those, and not of all
_SOME: Final = re.compile(
    rf"(?:^|[，；。])(?!.{{0,6}}(?:[均都]|全部)[为是系])[^，。；、\d]{{0,6}}(?:{_ANYONE})"
    rf"(?:[^，。；、和与及\d]{{0,12}}{NUMBER}[^，。；、\d]{{0,12}}|[^，。；、和与及\d]{{0,8}})$"
)


def speaks_of_some(before: str) -> bool:
    """Tell whether the clause so far speaks of one kind of applicants alone."""
    return bool(_SOME.search(before))


_APPLICANTS: Final = tuple(
    Phrase(name, re.compile(pattern), meant)
    for name, words, meant in (
        ("自然人", "(?<!非)自然人|公民(?:个人)?|个人", "{row}.natural"),
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
# 企业申请 5 件、其他组织申请 4 件: all that are no enterprise, or the last column alone
_NOT_ENTERPRISE: Final = _ORGANISATIONS.removeprefix("{row}.commercial,")
_PERSONS: Final = re.compile(r"(?:自然人|公民|个人)[^，。；]*[件条份宗项起]")
APPLICANTS: Final = (
    *_APPLICANTS,
    Phrase(  # 受理 9 件，2 件依申请公开的申请人均为自然人
        "自然人",
        re.compile(rf"{N}(?:{NOUN}|申请)的?申请人(?:均|都|全部)*(?:为|系|是)自然人"),
        "{row}.natural",
    ),
    Phrase(
        "商业企业",
        re.compile(rf"(?<=[、，；：（中])企业(?:提出|提交)?(?:的)?申请{COUNT}{N}"),
        "{row}.commercial",
    ),
    Phrase(  # behind those of persons the word 申请 is left out: 自然人 8 件、企业提出 4 件
        "商业企业",
        re.compile(rf"(?<=[、，；])企业(?:提出|提交)?(?:的)?{COUNT}{N}"),
        "{row}.commercial",
        also=(f"sum({_ORGANISATIONS})",),
        needs=_PERSONS,
    ),
    Phrase(
        "法人或其他组织",
        re.compile(
            rf"(?<=[、，；])法人(?:提出|提交)?(?:的)?(?:申请)?{COUNT}{N}(?![^。；]*(?:组织|企业|机构))"
        ),
        f"sum({_ORGANISATIONS})",
        needs=_PERSONS,
    ),
    Phrase(  # 37 项为自然人提交，15 项为法人提交
        "法人或其他组织",
        re.compile(
            rf"(?<=[、，；]){N}(?:申请)?(?:为|系|是)法人(?:申请|提出|提交)(?![^。；]*(?:组织|企业|机构))"
        ),
        f"sum({_ORGANISATIONS})",
        needs=re.compile("(?:自然人|公民|个人)(?:申请|提出|提交)"),
    ),
    Phrase(
        "其他组织",
        re.compile(rf"(?<=[、，；])其他组织(?:提出|提交)?(?:的)?申请{COUNT}{N}"),
        f"sum({_NOT_ENTERPRISE})",
        also=("{row}.other_org",),
        needs=re.compile(r"[、，；：（中]企业(?:提出|提交)?(?:的)?申请[^，。；\d]{0,4}\d"),
    ),
)
