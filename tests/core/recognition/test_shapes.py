"""Whatever the layout: every cell that is read is right, and the rest is told."""

import pytest

from tests.core.recognition.layouts import FORM
from tests.core.recognition.shapes import VALUES, Shape, shapes

SHAPES = shapes()


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_a_shape_comes_in_whole(shape: Shape) -> None:
    reading = shape.read()
    assert dict(reading.cells) == {cell: VALUES[cell] for cell in shape.cells}
    assert shape.codes <= {problem.code for problem in reading.problems}


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_what_a_shape_lacks_is_told_in_one_problem_for_each_table(shape: Shape) -> None:
    missing = [p.cells for p in shape.read().problems if p.code == "cells.missing"]
    lacking = [cell for cell in FORM.cells if cell not in shape.cells]
    assert [cell for cells in missing for cell in cells] == lacking
    assert len(missing) == len({FORM.cells[cell].table for cell in lacking})


@pytest.mark.parametrize("shape", SHAPES, ids=[shape.name for shape in SHAPES])
def test_a_shape_that_is_quite_the_form_raises_no_other_doubt(shape: Shape) -> None:
    codes = {problem.code for problem in shape.read().problems} - {"cells.missing", "year.unknown"}
    assert codes - {"value.unit"} == shape.codes
