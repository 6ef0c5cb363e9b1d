from hypothesis import given
from hypothesis import strategies as st

from gicapp.gui.tables.block import block_html, block_text, parse_block

CELLS = st.text(
    st.characters(codec="utf-8", exclude_characters='\t\n\r"', exclude_categories=("Cc", "Cs"))
)
BLOCKS = st.integers(1, 4).flatmap(
    lambda width: st.lists(st.lists(CELLS, min_size=width, max_size=width), min_size=1, max_size=4)
)


@given(BLOCKS)
def test_a_copied_block_is_read_back_as_it_was(block: list[list[str]]) -> None:
    assert parse_block(block_text(block)) == block


def test_excel_quotes_cells_with_line_ends_and_doubles_quotes() -> None:
    assert parse_block('"商业\n企业"\t3\r\n"称""要闻"""\t4\r\n') == [
        ["商业\n企业", "3"],
        ['称"要闻"', "4"],
    ]


def test_html_escapes_what_would_be_markup() -> None:
    assert block_html([["<b>", "1"]]) == "<table><tr><td>&lt;b&gt;</td><td>1</td></tr></table>"
