"""Where the keys lead in a table: the next input cell, over labels, to the end of a run."""

from typing import Final

from PySide6.QtCore import QModelIndex, Qt

from gicapp.form.values import BLANK
from gicapp.gui.tables.table_model import TableModel

_STEPS: Final = {
    Qt.Key.Key_Up: (-1, 0),
    Qt.Key.Key_Down: (1, 0),
    Qt.Key.Key_Left: (0, -1),
    Qt.Key.Key_Right: (0, 1),
}


def destination(
    model: TableModel, here: QModelIndex, key: Qt.Key, *, far: bool
) -> QModelIndex | None:
    """Return where an arrow, Home or End leads, None for another key; `far`: with Ctrl held."""
    if key in _STEPS:
        return (leap if far else step)(model, here, *_STEPS[key])
    if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
        return edge(model, None if far else here.row(), last=key is Qt.Key.Key_End)
    return None


def inputs(model: TableModel) -> list[QModelIndex]:
    """Return the cells to fill in, in printed order, without automatic totals."""
    cells = [cell for cell in model.table.cells if not model.is_automatic(cell)]
    return [model.place(cell.id) for cell in cells]


def next_input(model: TableModel, here: QModelIndex, along: int) -> QModelIndex:
    """Return the next input cell, or the previous one where `along` is negative; it goes round."""
    places = inputs(model)
    position = here.row(), here.column()
    later = [index for index in places if (index.row(), index.column()) > position]
    earlier = [index for index in places if (index.row(), index.column()) < position]
    return (later or places)[0] if along > 0 else (earlier or places)[-1]


def step(model: TableModel, here: QModelIndex, down: int, along: int) -> QModelIndex:
    """Return the next value cell in a direction, past labels and merges; itself at the edge."""
    row, column = here.row() + down, here.column() + along
    while 0 <= row < model.rowCount() and 0 <= column < model.columnCount():
        index = _owner(model, row, column)
        if model.cell(index) is not None and index != here:
            return index
        row, column = row + down, column + along
    return here


def _owner(model: TableModel, row: int, column: int) -> QModelIndex:
    """Return the place where the box that covers a position begins."""
    while column > 0 and model.box(model.index(row, column)) is None:
        column -= 1
    return model.index(row, column)


def leap(model: TableModel, here: QModelIndex, down: int, along: int) -> QModelIndex:
    """Return the end of the filled run in a direction, else its next beginning or the edge."""
    place, target = here, step(model, here, down, along)
    runs = BLANK not in (model.value(here), model.value(target))
    while target != place:
        if runs and model.value(target) is BLANK:
            return place
        if not runs and model.value(target) is not BLANK:
            return target
        place, target = target, step(model, target, down, along)
    return place


def edge(model: TableModel, row: int | None, *, last: bool) -> QModelIndex:
    """Return the first or last value of a line, or of the whole table where `row` is None."""
    places = [model.place(cell.id) for cell in model.table.cells]
    line = places if row is None else [index for index in places if index.row() == row]
    return line[-1 if last else 0] if line else QModelIndex()
