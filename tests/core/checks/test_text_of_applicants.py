"""Sentences on some applicants alone: their figures are those of their column, not of the row."""

from dataclasses import replace
from types import MappingProxyType

import pytest

from gicapp.core.report import Report
from tests.core.checks.sentences import marks, saying

# 18 came in, 7 of them from enterprises; one of a person is carried over
_ROWS = {"new": (11, 7), "granted": (1, 5), "partial": (9, 2), "handled": (10, 7)}


def _of_both(text: str, carried_out: int = 1) -> Report:
    """Return a report on what persons and enterprises asked for, row by row, saying the text."""
    report = saying(f"（二）依申请公开\n{text}", carried_out=carried_out)
    cells = {
        f"requests.{row}.{column}": number
        for row, (natural, commercial) in _ROWS.items()
        for column, number in (
            ("natural", natural),
            ("commercial", commercial),
            ("total", natural + commercial),
        )
    }
    return replace(report, values=MappingProxyType({**report.values, **cells}))


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年收到申请18件。企业所提7件已处理，其中5件予以公开。", []),
        ("全年收到申请18件。企业所提7件已处理，其中4件予以公开。", ["4"]),
        ("企业的7件申请已全部办结。", []),
        ("企业的申请多问补贴，办结的7件里，予以公开5件，部分公开2件。", []),
        ("来自个人的申请里，予以公开1件，部分公开9件。", []),
        ("来自个人的申请里，予以公开1件，部分公开8件。", ["8"]),
        ("共办结申请17件，予以公开5件，部分公开11件。", ["5"]),
    ],
)
def test_figures_of_some_applicants_are_those_of_their_column(text: str, marked: list[str]) -> None:
    assert marks(_of_both(text), "text.figure") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("共收到申请18件。企业申请的7件均已答复，个人申请中1件结转下年。", []),
        ("共收到申请18件。企业所提7件已全部办结。", []),
        ("共收到申请18件，已全部办结。", ["已全部办结"]),
        ("共收到申请18件，均为企业、个人申请，已全部办结。", ["已全部办结"]),
    ],
)
def test_some_that_were_closed_are_not_all(text: str, marked: list[str]) -> None:
    assert marks(_of_both(text), "text.all_closed") == marked


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("全年收到申请90件。涉及征收的12件，予以公开3件。", []),
        ("全年收到申请90件。涉及征收的12件，予以公开16件。", ["16"]),
        ("全年收到申请90件，予以公开3件。", ["3"]),
    ],
)
def test_a_count_of_something_unknown_may_be_the_whole_of_what_no_slip_makes(
    text: str, marked: list[str]
) -> None:
    report = saying(f"（二）依申请公开\n{text}", new=90, granted=61, handled=90)
    assert marks(report, "text.figure") == marked
