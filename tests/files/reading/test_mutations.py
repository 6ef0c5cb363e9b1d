from random import Random

import pytest

from gicapp.core.content import Content
from gicapp.core.grid import Grid
from gicapp.files.reading import content_of
from tests.files.reading.mutation import broken
from tests.files.reading.sources import WRITERS, Cell, Table, delimited

CELLS: dict[tuple[int, int], Cell] = {(r, c): r * c for r in range(1, 9) for c in range(1, 5)}
CELLS |= {(row, 0): f"（{row}）" for row in range(9)}
TABLE = Table(CELLS, [(0, 0, 0, 4)])
SOURCES = {kind: write(TABLE) for kind, write in WRITERS.items()} | {
    "csv": delimited(TABLE, ",", "gb18030"),
    "tsv": delimited(TABLE, "\t", "utf-16"),
}


def figures(content: Content) -> list[tuple[int, int, str]]:
    grids = [block for block in content.blocks if isinstance(block, Grid)]
    return [(cell.row, cell.column, cell.text) for grid in grids for cell in grid.cells]


@pytest.mark.parametrize("kind", SOURCES)
def test_a_broken_file_never_raises_and_never_gives_another_figure_in_silence(kind: str) -> None:
    sound = content_of(SOURCES[kind])
    for seed in range(40):
        way, data = broken(SOURCES[kind], Random(seed))
        content = content_of(data)
        guarded = data.startswith(b"PK") and way != "repacked"  # its bytes have a checksum
        if guarded and not content.problems:
            assert figures(content) == figures(sound), (kind, seed)
