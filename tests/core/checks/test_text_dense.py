"""Sentences of dense paragraphs: what is told apart, and what the next figure is of."""

import pytest

from tests.core.checks.sentences import marks, saying

ASKED = "（二）依申请公开情况\n"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("上年结转的1件，今年1月办完。今年又收到4件，办结3件，1件转到明年。", []),
        ("上年结转的1件。今年又收到4件，办结3件，1件转到明年。", ["3"]),
        ("上年结转的1件，今年1月办完。今年又收到4件，办结5件，1件转到明年。", ["5"]),
    ],
)
def test_what_came_from_last_year_may_be_told_apart(text: str, marked: list[str]) -> None:
    report = saying(ASKED + text, new=4, carried_in=1, handled=4, carried_out=1)
    assert marks(report, "text.figure") == marked
