"""What must not go to print: placeholders, leftovers of an editor, personal data (S-17, S-19)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.checks.text_figures import place_of
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import UNKNOWN
from gicapp.core.text.found import Found, find_all
from gicapp.core.text.narrative import pieces_of

_PLACEHOLDER: Final = re.compile(
    r"(?<![A-Za-z0-9×/._=-])[XxＸ×]{2,}(?![A-Za-z0-9×/._=-])|(?<![A-Za-z0-9/])_{2,}|＿{2,}"
    r"|【[\s　]*】|（(?:单位|机关)名称）|待补充|待填写|此处填写"
    r"|（请[^（）\n]{0,16}填写[^（）\n]{0,6}）|请(?:根据|按照?)实际[^，。；\n]{0,8}填写"
    r"|（[\s　]{0,20}）|(?:(?<!\*)\*{2,20}|(?<![A-Za-z])[NＮ])(?=[件条份次项宗期篇]|万?元)"
    r"|(?<![一二三四五六七八九])[〇○]{2,}(?![一二三四五六七八九年])"
    r"|[\[【]请?(?:填写|输入|插入)[^\]】\n]{0,12}[\]】]"
    r"|(?<![ 　])[ 　]{2,20}年[ 　]{2,20}月[ 　]{2,20}日"
)
_ARTEFACT: Final = re.compile(
    r"\[bookmark:[^\]\n]*\]|&(?:nbsp|quot|lt|gt|amp);|错误[！!]未[^。\n]{0,12}|HYPERLINK|\ufffd"
)
_IDENTITY: Final = re.compile(
    r"(?<!\d)\d{6}(?:19|20)\d{2}(?:0\d|1[0-2])(?:[0-2]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])"
)
_WEIGHTS: Final = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
_CHECK_SIGNS: Final = "10X98765432"
_MOBILE: Final = re.compile(r"(?<![\d.-])1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d-])")
# the commonest family names, without those that are words as well (于, 向, 对, 任, 许, 何)
_NAMED: Final = re.compile(
    "(?:申请人|当事人|原告|居民|村民)(?P<name>[王李张刘陈杨黄赵吴周徐孙马朱胡郭林罗郑梁谢宋唐韩冯邓曹彭肖田董"
    "袁潘蒋蔡杜叶苏魏吕丁沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱侯龙陶黎贺顾毛郝龚邵钱严覃武戴莫孔汤]"
    "[\u4e00-\u9fff]{1,2}?)(?=等[人\\d]|申请|提出|要求|请求|提交|（|，|、|。|不服|诉|先生|女士|同志)"
)
_NOT_NAMED: Final = re.compile(
    "[某×*]|申请|提出|要求|公司|家属|马上|周[末一二三四五六日]|陆续|严[格重]|范围|武[装力]"
)

# a number given for questions is the office's own; one given for an applicant is not
_OFFICE: Final = re.compile("电话|联系|咨询|热线|手机|传真")
_PERSON: Final = re.compile("申请人|当事人|本人|居民|村民")


def find_placeholders(subject: Subject) -> Iterable[Finding]:
    """Report placeholders left in the text, and live figures that have no number yet."""
    for section, text in subject.texts.items():
        yield from _unknown_figures(subject, section)
        for match in find_all(_PLACEHOLDER, text):
            yield Finding(
                "text.placeholder",
                Severity.ERROR,
                int(section),
                f"{place_of(subject.form, section)}还留有“{match[0].strip() or '空白'}”，"
                "请填写或者删去。",
                span=match.span(),
                actual=match[0],
            )
        for match in find_all(_ARTEFACT, text):
            yield Finding(
                "text.placeholder",
                Severity.WARNING,
                int(section),
                f"{place_of(subject.form, section)}留有编辑软件的标记“{match[0]}”，请删去。",
                span=match.span(),
                actual=match[0],
            )


def _unknown_figures(subject: Subject, section: str) -> Iterator[Finding]:
    for piece in pieces_of(subject.report, subject.report.text(section)):
        if piece.problem:
            yield Finding(
                "text.placeholder",
                Severity.ERROR,
                int(section),
                f"{place_of(subject.form, section)}有一处活数字显示为“{UNKNOWN}”："
                f"{piece.problem}。",
                span=piece.shown,
                actual=piece.token,
            )


def find_personal(subject: Subject) -> Iterable[Finding]:
    """Report identity numbers, mobile numbers and names; an office line is no personal data."""
    for section, text in subject.texts.items():
        for match in find_all(_IDENTITY, text):
            said = "身份证" in text[max(0, match.start() - 12) : match.start()]
            if said or _is_identity(match[0]):
                yield _personal(subject, section, match, "居民身份证号码", Severity.ERROR)
        for match in find_all(_NAMED, text):
            if not _NOT_NAMED.search(match["name"]):
                yield _named(subject, section, match)
        for match in find_all(_MOBILE, text):
            before = text[max(0, match.start() - 14) : match.start()]
            if _OFFICE.search(before) and not _PERSON.search(before):
                continue
            yield _personal(subject, section, match, "手机号码", Severity.WARNING)


def _is_identity(number: str) -> bool:
    """Tell whether the check sign of an identity number is right (GB 11643)."""
    total = sum(int(sign) * weight for sign, weight in zip(number[:17], _WEIGHTS, strict=True))
    return _CHECK_SIGNS[total % 11] == number[17].upper()


def _personal(
    subject: Subject, section: str, match: Found, kind: str, severity: Severity
) -> Finding:
    return Finding(
        "text.personal",
        severity,
        int(section),
        f"{place_of(subject.form, section)}出现疑似{kind}“{match[0]}”，"
        "公开前请删去或者换成办公电话。",
        span=match.span(),
        actual=match[0],
    )


def _named(subject: Subject, section: str, match: Found) -> Finding:
    return Finding(
        "text.personal",
        Severity.WARNING,
        int(section),
        f"{place_of(subject.form, section)}出现疑似申请人姓名“{match['name']}”，"
        "公开前请删去或者改为“某某”。",
        span=match.span("name"),
        actual=match["name"],
    )


RULES: Final = (
    Rule(
        "text.placeholder",
        ("S-17",),
        Severity.ERROR,
        "公开的文字中不得留有占位符、空白和编辑软件的标记。",
        "核校实践",
        find_placeholders,
    ),
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
