"""What section six says of the 信息处理费, and whether the tables bear it out: S-08 to S-12."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Final

from gicapp.core.checks.places import place_of
from gicapp.core.checks.rule import Rule, Subject
from gicapp.core.finding import Finding, Severity
from gicapp.core.text.figures import evaluate
from gicapp.core.text.found import find_all
from gicapp.core.text.passages import plain
from gicapp.core.text.scope import speaks_of_now
from gicapp.form.values import Number, exact, show

_FIRST_YEAR: Final = 2021  # the fee rules are in force from 1 January 2021
# told in any words: 没有要过钱, 无偿提供; other charges are other words
_FEE: Final = re.compile(r"(?<![经浪自学消话])费|收取|[收要过花]钱|[有无]偿")
_UNPAID: Final = "requests.other.fee_unpaid.total"
_CHARGES: Final = "disclosure.fees.amount"
_STEP: Final = 10  # 元; the tariff knows no smaller step
_NO_NOTICE: Final = re.compile(
    r"(?:未(?![按在依照])|没有(?!按)|无(?!正当)|不存在)[^。；，]{0,18}[收缴]费通知"
)
# where nothing is said of the fee, that there is nothing to report denies a notice too
_NOTHING: Final = re.compile(
    r"^(?:本年度?)?(?:暂)?(?:无|没有)(?:其他)?(?:需要?报告的?)?(?:其他)?(?:事项|情况)?。?$"
)
_FEE_DENIED: Final = re.compile(
    r"(?:未|没有|无|不存在|零)[^。；，]{0,12}(?:收费通知|信息处理费|收取|收费)"
)
_RECEIVED: Final = re.compile(
    r"(?:实际|共|共计|合计|累计)?收取(?:政府信息公开)?信息处理费(?:用)?(?:\d+[笔次]，?)?(?:共|共计|合计|总计|为|金额)*"
    r"(?P<yuan>\d[\d,]*(?:\.\d+)?)(?P<scale>万)?元"
)


def find_fee(subject: Subject) -> Iterable[Finding]:
    """Report a section six that is empty, silent on the fee, or against a table.

    The amount of table two is that of all charges, so one above 0 asks for none of this fee.
    """
    if subject.is_tables_only:
        return
    section = subject.form.section(6)
    text, year = subject.texts.get(section.key, ""), subject.year
    in_force = year is None or year >= _FIRST_YEAR
    offered = _zero_sentence(year)
    if not plain(text).text.strip():
        asked = f"请写明信息处理费的收取情况，没有收取的写“{offered}”"
        message = asked if in_force else "没有其他事项的写“无其他需要报告的事项。”"
        yield _fee(f"“{section.name}”还没有内容，{message}", Severity.ERROR)
        return
    if in_force and not _is_told(subject, text):
        yield _fee(f"第六部分未说明信息处理费收取情况，未收取也建议写明，如“{offered}”")
    yield from _without_notice(subject, text)
    yield from _received(subject, text)
    yield from _contradicted(subject)


def _is_told(subject: Subject, text: str) -> bool:
    """Tell whether section six speaks of fees, or another section of this fee by its name."""
    others = (plain(other).text for other in subject.texts.values())
    return bool(_FEE.search(plain(text).text)) or any("信息处理费" in other for other in others)


def _zero_sentence(year: int | None) -> str:
    """Return the sentence that states that no fee was charged."""
    return f"{year}年度未收取信息处理费。" if year else "本年度未收取信息处理费。"


def _without_notice(subject: Subject, text: str) -> Iterator[Finding]:
    """Report that no notice was given where an application ended for want of payment."""
    unpaid = evaluate(subject.form, subject.report, _UNPAID)
    if not unpaid:
        return
    denied = _NO_NOTICE if _FEE.search(plain(text).text) else _NOTHING
    for match in find_all(denied, plain(text).text)[:1]:
        yield _fee(
            f"第三部分表格“逾期未缴费”为{show(unpaid)}件，说明发出过收费通知，"
            f"与第六部分的“{match[0]}”矛盾，请核对。",
            cells=(_UNPAID,),
            span=plain(text).span(*match.span()),
        )


def _received(subject: Subject, text: str) -> Iterator[Finding]:
    """Compare the amount that the text gives with table two and with the tariff."""
    found = find_all(_RECEIVED, plain(text).text)
    if not found or _FEE_DENIED.search(plain(text).text):
        return
    said = found[0]
    yuan = exact(Decimal(said["yuan"].replace(",", "")) * (10_000 if said["scale"] else 1))
    span = plain(text).span(said.start("yuan"), said.end())
    amount = evaluate(subject.form, subject.report, _CHARGES)
    if amount is not None and yuan > amount * 10_000:
        yield _fee(
            f"第六部分写明收取信息处理费{show(yuan)}元，超过第二部分表格“行政事业性收费”的"
            f"{show(amount)}万元（{_in_yuan(amount)}元），请核对。",
            cells=(_CHARGES,),
            span=span,
        )
    if yuan % _STEP:
        yield _fee(
            f"第六部分写明收取信息处理费{show(yuan)}元；信息处理费按{_STEP}元的整数倍计收，请核对金额。",
            Severity.HINT,
            span=span,
        )


_CHARGED: Final = re.compile(
    r"(?<![应未不没])(?:实际)?(?<!应)收取(?:政府信息公开)?信息处理费(?:用)?(?:共|共计|合计|总计|为|金额)*[1-9]\d*(?:\.\d+)?万?元"
)
_OF_THE_REST: Final = ("其余", "其他", "其它", "余下")
_NOT_CHARGED: Final = re.compile(
    rf"(?:(?:{'|'.join(_OF_THE_REST)})[^，。；]{{0,12}})?"
    r"(?:未曾?|没有|无|不存在)(?:发生|产生|涉及|向[^，。；\d]{1,10})?(?:任何)?(?:收取)?(?:任何)?(?:政府信息公开)?(?:信息处理费|收费(?=情[况形]|[，。；]|$))"
)


def _contradicted(subject: Subject) -> Iterator[Finding]:
    """Report an amount that was charged where the text also says that nothing was."""
    charged = list(_of_this_year(subject, _CHARGED))
    if not charged:
        return
    # the others were not charged: 其余申请均未收费
    said = (words for _, words, _ in _of_this_year(subject, _NOT_CHARGED))
    denied = [words for words in said if not words.startswith(_OF_THE_REST)]
    for section, words, span in charged if denied else ():
        yield Finding(
            "structure.fee",
            Severity.WARNING,
            int(section),
            f"{place_of(subject.form, section)}写明“{words}”，"
            f"文中又写明“{denied[0]}”，两处矛盾，请核对后改正。",
            span=span,
        )


def _of_this_year(
    subject: Subject, pattern: re.Pattern[str]
) -> Iterator[tuple[str, str, tuple[int, int]]]:
    """Yield where sentences about the report year hold a pattern: section, words, place."""
    for section, text in subject.texts.items():
        flat = plain(text)
        for match in find_all(pattern, flat.text):
            sentence = flat.sentence_at(match.start())
            if sentence is not None and speaks_of_now(sentence.text, subject.year):
                yield section, match[0], flat.span(*match.span())


def _in_yuan(amount: Number) -> str:
    return show(exact(Decimal(amount) * 10_000))


def _fee(
    message: str,
    severity: Severity = Severity.WARNING,
    cells: tuple[str, ...] = (),
    span: tuple[int, int] | None = None,
) -> Finding:
    return Finding("structure.fee", severity, 6, message, cells, span)


RULES: Final = (
    Rule(
        "structure.fee",
        ("S-08", "S-09", "S-10", "S-11", "S-12"),
        Severity.WARNING,
        "2021年度起，第六部分写明信息处理费的收取情况，没有收取的也写明，并与表格不矛盾。",
        "国办函〔2020〕109号；公开报告的通常做法",
        find_fee,
    ),
)
