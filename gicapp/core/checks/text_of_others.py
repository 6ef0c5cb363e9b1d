"""Whether a figure is of others than the whole: some applicants, a topic, a part, more bodies."""

import re
from decimal import Decimal
from itertools import accumulate
from typing import Final

from gicapp.core.checks.rule import Subject
from gicapp.core.slip import is_slip
from gicapp.core.text.applicants import COLUMNS_NAMED
from gicapp.core.text.claims import Claim
from gicapp.core.text.figures import cells_of
from gicapp.core.text.listed import last_statement
from gicapp.core.text.numbers import COUNTED, quantities
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import CARRIED_IN, CARRIED_OUT, HANDLED, NEW, RECEIVED
from gicapp.core.text.scope import is_area
from gicapp.form.values import Number

_NAMED: Final = re.compile("|".join(f"(?:{words})" for words, _ in COLUMNS_NAMED))


# what came in and what was carried over, not what became of it
_STOCK: Final = (NEW, RECEIVED, CARRIED_IN, CARRIED_OUT)


def tells_outcome(claim: Claim) -> bool:
    """Tell whether a claim is on applications that were closed, or on what they came to."""
    about_requests = claim.meant.replace("sum(", "").startswith("requests.")
    return about_requests and claim.meant not in _STOCK


def meant_in(subject: Subject, text: str) -> dict[int, str]:
    """Return what the figures of a text stand for, by where they begin."""
    return {claim.quantity.start: claim.meant for claim in subject.claims(text)}


def is_in_balance(subject: Subject, text: str, claim: Claim) -> bool:
    """Tell whether a sentence says rightly what came in and what was carried over."""
    right = {
        other.meant
        for other in subject.claims(text)
        if other.sentence.start == claim.sentence.start
        and other.quantity.value == subject.number(other.meant)
    }
    return CARRIED_OUT in right and not right.isdisjoint({NEW, RECEIVED})


def is_of_applicants(subject: Subject, _: str, claim: Claim, __: Number) -> bool:
    """Tell whether a sentence spoke last of some applicants, whose column holds the figure.

    企业所提 7 件申请已全部答复，其中 5 件予以公开: of theirs, where six were granted in all.
    """
    if "requests." not in claim.meant or ".total" not in claim.meant:
        return False
    before = claim.before
    named = _NAMED.findall(claim.sentence.whole + before)
    if not named:
        return False
    groups = next(groups for words, groups in COLUMNS_NAMED if re.fullmatch(words, named[-1]))
    return any(
        _of_columns(subject, expression, columns) == claim.quantity.value
        for expression in (claim.meant, *claim.also, claim.doubtful)
        for columns in groups
        if expression
    )


def _of_columns(subject: Subject, expression: str, columns: tuple[str, ...]) -> Decimal | None:
    """Return what an expression on totals comes to in some columns, None where one is not known."""
    parts = [subject.number(expression.replace(".total", f".{column}")) for column in columns]
    known = [Decimal(part) for part in parts if part is not None]
    return sum(known, Decimal(0)) if len(known) == len(parts) else None


_SO_MANY: Final = r"[^，。；\d]{0,18}(?P<whole>\d+)[件条份宗项](?:申请)?[，中里：]"
# 信函 17 件，公开 7 件: one way, or all of it in the words of a slip
_WAY_TOLD: Final = re.compile(
    r"(?:^|[，：])[^，。；：\d]{0,8}(?:要求|由|经|通过|网|信函|当面|邮|平台|渠道|季度|月|日)"
    rf"(?![^，。；\d]*结转){_SO_MANY}"
)
# 涉及征地的 22 件，公开 9 件; 征收补偿类申请合计 31 件，占 51.7%；办结 31 件
_MATTER_TOLD: Final = re.compile(
    r"(?:^|[，：])[^，。；：\d]{0,8}(?:(?<!内容)涉及|关于|有关|来自|同一|一[名位家]|反映|延期)"
    rf"(?![^，。；\d]*结转)(?<!主要涉及){_SO_MANY}|类(?:申请)?(?:合计|共计?)(?P<more>\d+)[件条份宗项]，"
)
# 其中征地类予以公开 9 件、部分公开 2 件
_KIND_LED: Final = re.compile(
    r"其中，?[^，。；：\d]{2,12}?(?<!人)(?<!投诉)(?<!举报)类(?:申请|事项|信息)?"
    r"(?:予以|同意|部分|不予|无法|不掌握)[^，。；\d]{1,6}\d+[件条份宗项][、，][^。；]*$"
)
# 征地类 22 件（公开 9 件、部分公开 2 件）
_BRACKET: Final = re.compile(r"(?P<whole>\d+)[件条份宗项](?:申请)?（[^（）]*$")


def is_of_a_topic(subject: Subject, text: str, claim: Claim, __: Number) -> bool:
    """Tell whether a result stands behind how many asked for one thing, or in one way.

    涉及征地补偿的 22 件，公开 9 件，部分公开 2 件: of those, where 60 came in and were closed.
    """
    if not tells_outcome(claim):
        return False
    before = claim.before
    words = before if claim.meant == HANDLED else last_statement(before)
    if _KIND_LED.search(words):
        return True
    matters = [int(told["whole"] or told["more"]) for told in _MATTER_TOLD.finditer(words)]
    if any(claim.quantity.value <= matter for matter in matters):
        return True
    wholes = [int(way["whole"]) for way in _WAY_TOLD.finditer(words)]
    bracket = _BRACKET.search(before)
    if bracket and bracket.start("whole") + claim.sentence.start not in meant_in(subject, text):
        wholes.append(int(bracket["whole"]))
    rows = [subject.number(row) for row in (NEW, RECEIVED, HANDLED)]
    within = bool(wholes) and claim.quantity.value <= wholes[-1]
    return within and not any(
        row is None or row == wholes[-1] or (row and is_slip(wholes[-1], row)) for row in rows
    )


def is_of_applicants_of_some(subject: Subject, text: str, claim: Claim, _: Number) -> bool:
    """Tell whether who applied is told in brackets behind a figure that is not of all who did.

    上年结转 19 件（自然人 15 件，商业企业 4 件）: of the 19, where enterprises applied for 34 anew.
    """
    if NEW.removesuffix("total") not in claim.meant or claim.meant in _STOCK:
        return False
    bracket = _BRACKET.search(claim.before)
    meant = meant_in(subject, text)
    behind = meant.get(bracket.start("whole") + claim.sentence.start) if bracket else None
    return behind is not None and behind not in (NEW, RECEIVED)


FEW: Final = 16  # figures of a sentence or paragraph: of more some always fit together


def is_of_a_sum(subject: Subject, text: str, claim: Claim, _: Number) -> bool:
    """Tell whether a result is one of the parts that make up a figure which is no total.

    征收类申请 23 件，公开 15 件，不存在 4 件，不予处理 4 件: of the 23, where 60 came in.
    """
    if not tells_outcome(claim) or NEW.removesuffix("total") in claim.meant:  # who applied
        return False
    told = [q for q in quantities(claim.sentence.text) if q.unit in COUNTED]
    if len(told) > FEW:
        return False
    begin, meant = claim.sentence.start, meant_in(subject, text)
    rows = [subject.number(row) for row in (NEW, RECEIVED, HANDLED)]
    here = next((i for i, q in enumerate(told) if q.start + begin == claim.quantity.start), 0)
    return any(
        whole.value not in rows
        and meant.get(whole.start + begin, CARRIED_IN) == CARRIED_IN
        and whole.value in list(accumulate(q.value for q in told[i + 1 :]))[max(1, here - i - 1) :]
        for i, whole in enumerate(told[:here])
    )


# 区政府本级 14 件: the report may be of the government's own office alone
_OWN_LEVEL: Final = re.compile("本级|本部|[市县区]政府(?:受理|收到|新收)")
_LEVELS: Final = re.compile(
    f"(?P<own>{_OWN_LEVEL.pattern})|(?P<all>全[市县区州旗]|各级|[各个直](?:工作)?部门|乡镇|街道)"
)
_NONE: Final = re.compile(
    "(?:本级|本部)[^，。；0-9]{0,12}[未没无零][^，。；0-9]{0,6}(?:收到|受理|申请)"
)


# 受理向市政府提出的申请 208 件；各地各部门共办理 1246 件
_TO_GOVERNMENT: Final = re.compile("向[市县区省州旗](?:人民)?政府(?:本级)?提出[^，。；]*$")
# 全市现行有效规范性文件 326 件，其中市政府 20 件
_OWN_AMONG: Final = re.compile(
    r"[^，。；]{0,12}[，（]其中，?(?:[市县区省州]政府|[^，。；\d]{0,4}本级)[^，。；\d]{0,8}(?P<own>\d+)"
)


def is_of_more_bodies(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the tables hold what the text tells of a government's own office.

    全区共收到申请 46 件，其中区政府本级 14 件，部门 27 件: where 14 stands in the table.
    """
    if not is_area(subject.report.unit):
        return False
    own_among = _OWN_AMONG.match(claim.after)
    if own_among or claim.meant.startswith("disclosure."):
        return own_among is not None and int(own_among["own"]) == expected
    if _TO_GOVERNMENT.search(claim.before):
        behind = quantities(claim.after)
        return any(q.value == expected and q.unit in COUNTED for q in behind)
    flat, place = plain(text), claim.quantity.start
    told = [*_LEVELS.finditer(flat.text, flat.paragraph_start(place), place)]
    if not told or told[-1].lastgroup != "all":
        return False
    own = subject.number(NEW)
    said = [s.text for s in flat.sentences if _OWN_LEVEL.search(s.text)]
    if own == 0:
        return any(map(_NONE.search, said))
    return any(q.value == own and q.unit in COUNTED for one in said for q in quantities(one))


def is_told_again(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the paragraph gave the whole row before, and now gives some of it.

    制发 3 件，新制定 1 件; 不予公开 5 件…具体来看，不予公开的有 4 件涉及水库，1 件….
    Or tells the decisions among all that was dealt with: 办理许可 1286 件，作出许可决定 500 件.
    """
    decisions = claim.meant.startswith("disclosure.")
    told = [
        each
        for each in subject.claims(text)
        if each.meant == claim.meant and each.quantity.value == expected
    ]
    if claim.quantity.value > expected:
        return decisions and any(
            each.sentence == claim.sentence and each.quantity.start > claim.quantity.start
            for each in told
        )
    return (decisions or tells_outcome(claim)) and any(
        each.sentence.line == claim.sentence.line and each.quantity.start < claim.quantity.start
        for each in told
    )


_HEAD_OFFICE: Final = re.compile("[局厅委会队]机关|[局厅委会]本级|机关本部")
_BELOW_IT: Final = re.compile("[局厅委会]属|所属|下属|直属|分局|二级|事业单位")


def is_of_a_head_office(_: Subject, text: str, claim: Claim, __: Number) -> bool:
    """Tell whether a sentence is on the body's head office, beside what those under it received.

    厅机关 51 件、厅属单位 9 件。厅机关受理的 51 件中，予以公开 21 件: where 60 came in.
    """
    flat, place = plain(text), claim.quantity.start
    told = flat.text[flat.paragraph_start(place) : place]
    return bool(_HEAD_OFFICE.search(claim.before) and _BELOW_IT.search(told))


# 不予公开的 8 件中，3 件申请行政复议，维持 2 件
_DISPUTED: Final = re.compile(
    r"(?:^|[，。；])(?![^，。；\d]*(?:复议|诉讼|起诉|案件|纠纷|争议))[^，。；\d]*\d+件(?:申请)?(?:当?中|里)，"
)


def is_of_disputed_ones(_: Subject, __: str, claim: Claim, ___: Number) -> bool:
    """Tell whether a sentence tells cases of some applications alone, which it counts first."""
    before = claim.before
    return claim.meant.startswith("disputes.") and bool(_DISPUTED.search(last_statement(before)))


# 予以公开 25 件，其中当年新收 24 件、上年结转 1 件
_OF_RESULT: Final = re.compile(
    r"(?:(?:予以|部分|同意|不予)公开|提供|不予处理|其他处理|掌握|办结|答复)[^，。；\d]{0,6}\d+[件条份宗项](?:，|（)其中[^。；]*$"
)


def is_of_a_result(_: Subject, __: str, claim: Claim, ___: Number) -> bool:
    """Tell whether what came in or was carried over is told of a result alone."""
    before = claim.before
    return claim.meant in _STOCK and bool(_OF_RESULT.search(before))


def rows_of(subject: Subject, claim: Claim) -> list[Number]:
    """Return the figures, none of them 0, of the rows that a claim on a class sums up."""
    return [
        number for cell in cells_of(subject.form, claim.meant) if (number := subject.number(cell))
    ]


def is_told_by_reason(subject: Subject, _: str, claim: Claim, expected: Number) -> bool:
    """Tell whether a sentence gives a class once for each reason, or its name behind them all.

    属于信访事项不予处理的 1 件，要求对已获取信息进行确认、不予处理的 1 件;
    信访举报投诉类 2 件、要求重新出具已获取信息 1 件不予处理. Or one reason, whose row holds the
    figure: 因法律法规禁止公开不予公开 1 件; 因不掌握等原因无法提供 is the class.
    """
    if not claim.meant.startswith("sum(requests."):
        return False
    told = re.findall(rf"{claim.name}[^，；。\d]{{0,6}}\d", claim.sentence.text)
    end = claim.quantity.end - claim.sentence.start
    begin = max(claim.sentence.text.rfind(sign, 0, end) for sign in "，；：") + 1
    # 因法律法规禁止公开不予公开 1 件
    given = re.search(
        rf"(?:因|属于?|涉及)(?:(?!等)[^，。；\d]){{4,20}}{claim.name}",
        claim.sentence.text[begin:end],
    )
    if given and claim.quantity.value in rows_of(subject, claim):
        return True
    named_behind = claim.sentence.text.startswith(f"{claim.quantity.unit}{claim.name}", end)
    all_of_them = sum(Decimal(q.value) for q in quantities(claim.sentence.text, begin, end))
    return len(told) > 1 or (named_behind and all_of_them == expected)
