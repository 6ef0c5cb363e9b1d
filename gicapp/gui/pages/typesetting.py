"""Text in lines, kept between two layouts: while one types, most paragraphs stay as they were."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from gicapp.gui.pages.linebreak import Line, Setting, break_lines
from gicapp.gui.pages.page import ASCENT, Piece
from gicapp.gui.pages.style import Metric, Style


@dataclass(frozen=True)
class Column:
    """The column that text is set into: its style, and widths as `Setting` has them."""

    style: Style
    metric: Metric
    room: float
    em: float
    indent: float = 0.0
    justified: bool = False

    def measure(self, word: str) -> float:
        """Return the width of a text without Chinese characters."""
        return self.metric.width(word, self.style.of_latin())


@lru_cache(maxsize=4096)
def set_text(text: str, column: Column) -> tuple[Line, ...]:
    """Return a text broken into the lines of a column."""
    setting = Setting(column.room, column.em, column.measure, column.indent, column.justified)
    return break_lines(text, setting)


def pieces_of(
    lines: Sequence[Line], style: Style, x: float, y: float, pitch: float
) -> Iterator[Piece]:
    """Yield the pieces of lines set from (`x`, `y`) down, each in the middle of its pitch."""
    for n, line in enumerate(lines):
        base = baseline(y + n * pitch, pitch, style)
        for span in line.spans:
            kind = style.of_latin() if span.narrow else style
            yield Piece(span.text, x + span.x, base, span.width, kind)


def baseline(y: float, pitch: float, style: Style) -> float:
    """Return the baseline of a line whose space begins at `y`."""
    return y + (pitch - style.size) / 2 + ASCENT * style.size
