"""What a report names as its basis: superseded, misnumbered, misnamed (Y-06, Y-07)."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.report import LEAD
from gicapp.core.text.found import Found, find_all
from gicapp.core.text.passages import plain

_OLD_BASIS: Final = re.compile(r"〔?\[?2019\]?〕?60号|年度报告格式(?:》)?（试行）(?:》)?")
_DECREE: Final = re.compile(
    r"信息公开条例》（(?P<decree>国务院令第?(?!711)\d{3}号|国务院令第?492号)"
)
_OLD_DECREE: Final = re.compile("国务院令第?492号")
# the notice of 2019 by its name; with the number of the notice of 2021 it is misnamed
_OLD_NOTICE: Final = re.compile(
    r"(?:国务院办公厅政府信息与政务公开办公室|国务院办公厅|国办)的?[《〈<]?"
    r"关于政府信息公开工作年度报告有关事项的通知[》〉>]?(?:(?:的?(?:要求|规定|精神))?(?P<number>（[^（）]*号）))?"
)
_NEW_NUMBER: Final = re.compile(r"2021\]?〕?30号")
# the notice of 2021 with another year or number; others of the same office are on other matters
_NOTICE: Final = (
    r"国办公开办函[〔\[（]?(?:(?!2021)20\d\d[〕\]）]?30号|2021[〕\]）](?!30号)\d{1,3}号)"
)
_MISNUMBERED: Final = re.compile(
    rf"年度报告格式[^。；]{{0,12}}?(?P<notice>{_NOTICE})|(?P<other>{_NOTICE})[^。；]{{0,24}}年度报告格式"
)
_FORM_NAME: Final = re.compile(
    r"《(中华人民共和国[^》《]{0,12}信息[^》《]{0,8}年度报告[^》《]{0,2}格式[^》《]{0,2})》"
)


# 关于做好2020年度政府信息公开工作年度报告编制工作的通知; a notice may bear the year it is of
_CALL: Final = re.compile(
    r"《[^《》]{0,40}关于[^《》]{0,16}(?P<year>20\d\d)年度?[^《》\d]{0,12}信息公开(?:工作)?(?:年度)?(?:报告|年报)"
    r"[^《》\d]{0,24}(?:通知|函)》"
    r"|关于做好(?P<unquoted>20\d\d)年度?(?:政府信息公开)?(?:工作)?(?:年报|年度报告)[^，。；《》\d]{0,14}通知"
)


def find_old_basis(subject: Subject) -> Iterable[Finding]:
    """Report a basis of another year; from report year 2021 on a superseded or misnamed one."""
    year = subject.year
    if year is None:
        return
    yield from _calls(subject, year)
    for section, text in subject.texts.items():
        yield from _laws(section, text)
    if year < subject.form.first_year or subject.form.first_year < 2021:
        return
    for section, text in subject.texts.items():
        for match in find_all(_OLD_BASIS, plain(text).text):
            yield _superseded(subject, section, match)
        yield from _misnumbered(subject, section, text)
        yield from _decrees(section, text)
        yield from _notices(subject, section, text)
        yield from _misnamed(subject, section, text)


def _calls(subject: Subject, year: int) -> Iterator[Finding]:
    """Report the notice that called for the report of an earlier year."""
    flat = plain(subject.texts.get(LEAD, ""))
    for match in find_all(_CALL, flat.text):
        group = "year" if match["year"] else "unquoted"
        if int(match[group]) < year:
            yield Finding(
                "year.basis",
                Severity.HINT,
                int(LEAD),
                f"编制依据{match[0]}是{match[group]}年度的通知，报告年份是{year}年，"
                "疑为沿用上年文字，请核对。",
                span=flat.span(*match.span(group)),
                expected=str(year),
                actual=match[group],
            )


# 《中华人民共和国政府信息公开工作条例》, 《政府信息条例》: there is no regulation of that name
_LAW: Final = re.compile(
    "《(?P<name>(?:中华人民共和国)?(?:政府|政务)信息(?:公开)?(?:工作|管理)?条例"
    "|(?:中华人民共和国)信息公开(?:工作|管理)?条例|信息公开工作条例)》"
)
_REGULATION: Final = "政府信息公开条例"


def _laws(section: str, text: str) -> Iterator[Finding]:
    """Report a name that is close to that of the Regulations and not theirs."""
    for match in find_all(_LAW, plain(text).text):
        if match["name"].removeprefix("中华人民共和国") != _REGULATION:
            yield Finding(
                "year.basis",
                Severity.HINT,
                int(section),
                f"没有名为《{match['name']}》的法规，应为《中华人民共和国{_REGULATION}》，请改正。",
                span=plain(text).span(*match.span("name")),
                expected=f"中华人民共和国{_REGULATION}",
                actual=match["name"],
            )


def _superseded(subject: Subject, section: str, match: Found) -> Finding:
    authority = subject.form.authority
    return Finding(
        "year.basis",
        Severity.WARNING,
        int(section),
        f"“{_bare(match[0])}”已被{authority}代替，{subject.year}年的报告请引用现行依据。",
        span=plain(subject.texts[section]).span(*match.span()),
        expected=authority,
        actual=match[0],
    )


def _misnumbered(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    """Report the notice that gives the form with a number that is not its own."""
    flat = plain(text)
    for match in find_all(_MISNUMBERED, flat.text):
        group = "notice" if match["notice"] else "other"
        yield Finding(
            "year.basis",
            Severity.WARNING,
            int(section),
            f"“{match[group]}”不是印发年度报告格式的文号，应为{subject.form.authority}，请改正。",
            span=flat.span(*match.span(group)),
            expected=subject.form.authority,
            actual=match[group],
        )


def _bare(title: str) -> str:
    """Return a title without marks around it; one that opens inside keeps its end."""
    return title.lstrip("《").rstrip("》") if title.count("《") != title.count("》") else title


def _decrees(section: str, text: str) -> Iterator[Finding]:
    """Report a decree number that is not the one of the regulations in force."""
    flat = plain(text)
    named = [match.span("decree") for match in find_all(_DECREE, flat.text)]
    old = [match.span() for match in find_all(_OLD_DECREE, flat.text)]
    for start, end in sorted({*named, *old}):
        yield Finding(
            "year.basis",
            Severity.WARNING,
            int(section),
            f"“{flat.text[start:end]}”不是现行《中华人民共和国政府信息公开条例》的令号，"
            "现行条例为国务院令第711号，请改正。",
            span=flat.span(start, end),
            expected="国务院令第711号",
            actual=flat.text[start:end],
        )


def _notices(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    """Report the notice of 2019 by name, where its number does not tell already."""
    flat = plain(text)
    for match in find_all(_OLD_NOTICE, flat.text):
        number = match["number"] or ""
        if _NEW_NUMBER.search(number):
            yield Finding(
                "year.basis",
                Severity.HINT,
                int(section),
                f"{subject.form.authority}的名称是《国务院办公厅政府信息与政务公开办公室关于印发"
                "〈中华人民共和国政府信息公开工作年度报告格式〉的通知》，此处写的是2019年通知的名称，请核对。",
                span=flat.span(*match.span()),
                actual=match[0],
            )
        elif not number and not _NEW_NUMBER.search(flat.text) and "报告格式" not in flat.text:
            yield _superseded(subject, section, match)


def _misnamed(subject: Subject, section: str, text: str) -> Iterator[Finding]:
    official = subject.form.document.strip("《》")
    for match in find_all(_FORM_NAME, plain(text).text):
        if match[1] != official and "试行" not in match[1]:
            yield Finding(
                "year.basis",
                Severity.HINT,
                int(section),
                f"文件名称“{match[1]}”与正式名称“{official}”不一致，请核对。",
                span=plain(text).span(*match.span(1)),
                expected=official,
                actual=match[1],
            )


RULES: Final = (
    Rule(
        "year.basis",
        ("Y-06", "Y-07"),
        Severity.WARNING,
        "2021年度起的报告以国办公开办函〔2021〕30号为依据，不再引用已经停用的试行格式和修订前的条例；"
        "引用的编制通知不是上年的，《条例》的名称没有写错。",
        "国办公开办函〔2021〕30号",
        find_old_basis,
        dismissable=True,
    ),
)
