"""The pages and the Word document say the same, in the same order."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from gicapp.core.grid import Grid
from gicapp.core.layout import Layout, TableSize
from gicapp.core.report import Report
from gicapp.files.reading import content_of
from gicapp.files.word import build_document
from gicapp.gui.pages.composition import compose
from gicapp.gui.pages.page import Booklet, Role
from tests.gui.pages.metric import METRIC
from tests.strategies import FORM, REPORTS

LAYOUTS = st.builds(
    Layout,
    lead=st.booleans(),
    signature=st.booleans(),
    date=st.sampled_from([None, date(2024, 3, 5)]),
    number=st.sampled_from(["", "甲审综〔2026〕2号"]),
    table_size=st.sampled_from(TableSize),
)
TITLES = st.sampled_from([None, "某某市2023年政府信息公开工作年度报告"])


def in_word(report: Report, layout: Layout) -> Iterator[str]:
    """Yield the paragraphs and table cells that the Word document holds when it is read."""
    for block in content_of(build_document(report, FORM, layout)).blocks:
        if isinstance(block, Grid):
            cells = sorted(block.cells, key=lambda cell: (cell.row, cell.column))
            yield from (cell.text for cell in cells)
        elif block.text.strip():
            yield block.text


def on_pages(booklet: Booklet) -> list[str]:
    blocks: dict[int, str] = {}
    for passage in (passage for page in booklet.pages for passage in page.passages):
        if passage.role is not Role.FOLIO and not passage.repeated:
            blocks[passage.block] = blocks.get(passage.block, "") + passage.text
    return list(blocks.values())


def unbroken(texts: list[str]) -> list[str]:
    """Return the texts without blanks and line breaks, which are the typesetter's."""
    return ["".join(text.split()) for text in texts]


@settings(max_examples=15)
@given(REPORTS, LAYOUTS, TITLES)
def test_the_pages_and_the_word_document_say_the_same(
    report: Report, layout: Layout, title: str | None
) -> None:
    report = replace(report, title=title, unit=replace(report.unit, name="某某市数据局"))
    booklet = compose(report, FORM, METRIC, layout)
    assert unbroken(on_pages(booklet)) == unbroken(list(in_word(report, layout)))
