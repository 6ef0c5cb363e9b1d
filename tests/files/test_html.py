"""The page for the website: the whole report, with the official merges and honest headings."""

from base64 import b64encode
from html.parser import HTMLParser
from itertools import pairwise

from gicapp.core.grid import Grid
from gicapp.core.recognition.recognise import recognise
from gicapp.core.report import Report
from gicapp.core.text.narrative import PICTURE_SIGN
from gicapp.core.text.picture import picture_of
from gicapp.files.html import build_page
from gicapp.files.reading import content_of
from gicapp.form.values import show
from tests.core.pictures import png
from tests.files.word.documents import FORM, a_report
from tests.strategies import illustrated


class Tags(HTMLParser):
    """Collects the start tags of a page."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page.decode())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))

    def named(self, tag: str) -> list[dict[str, str | None]]:
        return [attrs for name, attrs in self.found if name == tag]


def test_the_page_read_again_gives_every_cell() -> None:
    report = a_report()
    content = content_of(build_page(report, FORM))
    read: dict[str, str] = {}
    for grid in content.blocks:
        if isinstance(grid, Grid):
            here = grid.by_position()
            read |= {cell: here[at].text for cell, at in recognise(grid, FORM).cells.items()}
    assert read == {cell: show(report.value(cell)) for cell in FORM.cells}


def test_the_page_says_that_it_is_chinese_and_fits_a_phone() -> None:
    tags = Tags(build_page(a_report(), FORM))
    assert tags.named("html") == [{"lang": "zh-CN"}]
    assert any(meta.get("name") == "viewport" for meta in tags.named("meta"))


def test_no_heading_level_is_skipped() -> None:
    tags = Tags(build_page(a_report(**{"5": "1.只有三级\n（一）二级"}), FORM))
    levels = [int(tag[1]) for tag, _ in tags.found if tag in {"h1", "h2", "h3", "h4", "h5"}]
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_every_label_says_what_it_is_the_heading_of() -> None:
    tags = Tags(build_page(a_report(), FORM))
    labels = sum(1 for table in FORM.tables for box in table.boxes if not box.cell)
    scopes = [attrs["scope"] for attrs in tags.named("th")]
    assert len(scopes) == labels
    assert set(scopes) == {"col", "colgroup", "row", "rowgroup"}


def test_nothing_is_styled_in_place() -> None:
    tags = Tags(build_page(a_report(), FORM))
    assert not [attrs for _, attrs in tags.found if "style" in attrs]


def test_marks_in_the_text_stay_text() -> None:
    page = build_page(a_report(**{"6": "<script>alert(1)</script> & “引号”"}), FORM)
    assert b"<script>" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; “引号”" in page.decode()


def test_a_picture_is_in_the_page_itself_described_by_its_caption() -> None:
    report = illustrated(Report(), picture_of(png(8, 6)))
    page = build_page(report, FORM).decode()
    coded = b64encode(png(8, 6)).decode()
    assert (
        f'<figure><img src="data:image/png;base64,{coded}" alt="图题" width="8" height="6">'
        "<figcaption>图题</figcaption></figure>"
    ) in page
    assert PICTURE_SIGN not in page
