"""The text rules on reports that others wrote: which marks are right, which slips are found."""

import pytest

from tests.written import ROUNDS, Written, marks_of, written_in

_TEXTS = [text for path in ROUNDS for text in written_in(path)]


@pytest.mark.parametrize("text", _TEXTS, ids=lambda text: text.name)
def test_nothing_is_marked_but_what_was_planted(text: Written) -> None:
    beside = [mark.message for mark in marks_of(text.report) if not text.has_planted(mark)]
    assert beside == []


def test_seventy_of_a_hundred_slips_are_found() -> None:
    planted = [text for text in _TEXTS if text.slip is not None]
    found = [text for text in planted if any(map(text.has_planted, marks_of(text.report)))]
    assert len(planted) > 200
    assert len(found) * 100 >= len(planted) * 70
