"""Pictures on the printed pages: whole, in the type area, with their captions, on any paper."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.report import Report
from gicapp.core.text.picture import picture_of
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.page import BOTTOM, LEFT, RIGHT, TOP, Page, Role
from gicapp.gui.pages.pdf import build_pdf
from tests.core.pictures import jpeg_headers, png
from tests.gui.pages.metric import METRIC
from tests.strategies import FORM, illustrated

_ROUND: float = 0.001
_SIDES = st.integers(1, 3000)
_SHAPES = st.lists(st.tuples(_SIDES, _SIDES), min_size=1, max_size=4)


@given(_SHAPES, st.integers(0, 60))
def test_a_picture_is_whole_in_the_type_area_and_above_its_caption(
    shapes: list[tuple[int, int]], lines: int
) -> None:
    pictures = [picture_of(jpeg_headers(*shape)) for shape in shapes]
    text = "\n".join("问题。" for _ in range(lines)) or "问题。"
    pages = compose(illustrated(Report(narrative={"5": text}), *pictures), FORM, METRIC).pages
    assert [plate.picture for page in pages for plate in page.plates] == pictures
    for page in pages:
        captions = [passage for passage in page.passages if passage.role is Role.CAPTION]
        assert len(captions) == len(page.plates)
        for plate, caption in zip(page.plates, captions, strict=True):
            assert plate.left >= LEFT - _ROUND
            assert plate.left + plate.width <= RIGHT + _ROUND
            assert plate.top >= TOP
            assert plate.top + plate.height <= caption.top + _ROUND
            assert caption.bottom <= BOTTOM


@given(_SHAPES)
def test_nothing_is_printed_across_a_picture(shapes: list[tuple[int, int]]) -> None:
    pictures = [picture_of(jpeg_headers(*shape)) for shape in shapes]
    report = illustrated(Report(narrative={"5": "问题。", "6": "其他。"}), *pictures)
    for page in compose(report, FORM, METRIC).pages:
        assert not list(_crossed(page))


def _crossed(page: Page) -> list[str]:
    return [
        passage.text
        for plate in page.plates
        for passage in page.passages
        if passage.top < plate.top + plate.height - _ROUND and passage.bottom > plate.top + _ROUND
    ]


@pytest.mark.usefixtures("qapp")
def test_a_picture_is_in_the_pdf_and_the_same_each_time() -> None:
    report = illustrated(Report(), picture_of(png(64, 64)))
    data = build_pdf(report, FORM)
    assert b"/Subtype /Image" in data
    assert data == build_pdf(report, FORM)
    assert b"/Subtype /Image" not in build_pdf(Report(), FORM)
