"""Personal data that must not go to print: identity numbers, telephones, names (S-19)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.found import Found, find_all

_IDENTITY: Final = re.compile(
    r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS: Final = "10X98765432"
_MOBILE: Final = re.compile(r"(?<![\d.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])")
_LANDLINE: Final = re.compile(r"(?<![\d.-])(?:0\d{2,3}[ -]?)?[2-8]\d{6,7}(?![\d-])")
# the commonest surnames that are no other words behind 申请人 (于, 向, 对, 任, 许, 何)
_NAME: Final = re.compile(
    "(?:申请人|当事人|原告|居民|村民|市民)(?P<name>"
    "[王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖田董袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆"
    "汪范廖贾夏韦傅邹孟熊秦邱侯龙陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤][\u4e00-\u9fff]{1,2}?)"
    "(?=(?:先生|女士|同志)?(?:等[人\\d]|（|，|、|。|向[我本该]|提出|提交|申请|要求|请求|来函|来信|不服|诉|因|家?住))"
)
_NO_NAME: Final = re.compile(  # 王某 is nobody's name
    "[某×*]|[先女小]$|申请|提出|要求|公司|家属|马上|周[末一二三四五六日]|陆续|严[格重]|范围|武[装力]"
)

# a number given for questions is the office's own; one given for an applicant is not
_OFFICE: Final = re.compile("电话|联系|咨询|热线|手机|传真")
_PERSON: Final = re.compile("申请人|当事人|本人|居民|村民")


def find_personal(subject: Subject) -> Iterable[Finding]:
    """Report identity numbers, telephones of persons and names; an office line is nobody's."""
    for section, text in subject.texts.items():
        for match, kind, instead in (*_identities(text), *_telephones(text), *_names(text)):
            group = "name" if "name" in match.match.groupdict() else 0
            yield Finding(
                "text.personal",
                Severity.WARNING,
                int(section),
                f"{place_of(subject.form, section)}出现疑似{kind}“{match[group]}”，"
                f"公开前请{instead}。",
                span=match.span(group),
                actual=match[group],
            )


_Shown = Iterator[tuple[Found, str, str]]


def _identities(text: str) -> _Shown:
    for match in find_all(_IDENTITY, text):
        said = "身份证" in text[max(0, match.start() - 12) : match.start()]
        if said or _is_identity(match[0]):
            yield match, "居民身份证号码", "删去"


def _telephones(text: str) -> _Shown:
    for match in find_all(_MOBILE, text):
        before = text[max(0, match.start() - 14) : match.start()]
        if _PERSON.search(before) or not _OFFICE.search(before):
            yield match, "手机号码", "删去或者换成办公电话"
    for match in find_all(_LANDLINE, text):
        if _PERSON.search(text[max(0, match.start() - 14) : match.start()]):
            yield match, "个人电话号码", "删去或者换成办公电话"


def _names(text: str) -> _Shown:
    for match in find_all(_NAME, text):
        if not _NO_NAME.search(match["name"]):
            yield match, "申请人姓名", "删去或者写作“申请人”"


def _is_identity(number: str) -> bool:
    """Tell whether the check sign of an identity number is right (GB 11643)."""
    total = sum(int(sign) * weight for sign, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_SIGNS[total % 11] == number[17].upper()


RULES: Final = (
    Rule(
        "text.personal",
        ("S-19",),
        Severity.WARNING,
        "公开的文字中不出现自然人的姓名、身份证号码、手机号码等个人信息。",
        "《条例》第十五条：涉及个人隐私的政府信息不得公开",
        find_personal,
        dismissable=True,
    ),
)
