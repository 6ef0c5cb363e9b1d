"""Whether a figure is of some applicants alone, or of more bodies than the tables count."""

import re
from decimal import Decimal
from typing import Final

from gicapp.core.checks.rule import Subject
from gicapp.core.slip import is_slip
from gicapp.core.text.applicants import COLUMNS_NAMED
from gicapp.core.text.claims import Claim
from gicapp.core.text.figures import evaluate
from gicapp.core.text.numbers import COUNTED, quantities
from gicapp.core.text.passages import plain
from gicapp.core.text.phrases import NEW
from gicapp.core.text.scope import is_area
from gicapp.form.values import Number

_NAMED: Final = re.compile("|".join(f"(?:{words})" for words, _ in COLUMNS_NAMED))


def is_of_applicants(subject: Subject, _: str, claim: Claim, __: Number) -> bool:
    """Tell whether a sentence spoke last of some applicants, whose column holds the figure.

    企业所提 7 件申请已全部答复，其中 5 件予以公开: of theirs, where six were granted in all.
    """
    if "requests." not in claim.meant or ".total" not in claim.meant:
        return False
    before = claim.sentence.text[: claim.quantity.start - claim.sentence.start]
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
    parts = [
        evaluate(subject.form, subject.report, expression.replace(".total", f".{column}"))
        for column in columns
    ]
    return sum((Decimal(part) for part in parts if part is not None), Decimal(0))


# 区政府本级 14 件: the report may be of the government's own office alone
_OWN_LEVEL: Final = re.compile("本级|本部|[市县区]政府(?:受理|收到|新收)")


def is_of_more_bodies(subject: Subject, text: str, claim: Claim, expected: Number) -> bool:
    """Tell whether the tables hold what the text tells of a government's own office.

    全区共收到申请 46 件，其中区政府本级 14 件，部门 27 件: where 14 stands in the table.
    """
    if "requests." not in claim.meant or is_slip(claim.quantity.value, expected):
        return False
    own = evaluate(subject.form, subject.report, NEW)
    return any(
        part.value == own and part.unit in COUNTED
        for sentence in plain(text).sentences
        if is_area(subject.report.unit) and _OWN_LEVEL.search(sentence.text)
        for part in quantities(sentence.text)
    )
