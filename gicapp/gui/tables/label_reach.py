"""Which values a label is for that stands among them, as the labels of table two do."""

from PySide6.QtCore import QModelIndex

from gicapp.form.declaration import Box
from gicapp.gui.tables.table_model import TableModel


def values_of_label(model: TableModel, index: QModelIndex) -> list[QModelIndex]:
    """Return the values right of a label, else those below it up to the next label there."""
    label = model.box(index)
    if label is None:
        return []
    boxes = model.table.boxes
    beside = [
        box
        for box in boxes
        if box.cell and box.line == label.line and box.column >= label.column + label.columns
    ]
    return [model.place(box.cell or "") for box in beside or _below(boxes, label)]


def _below(boxes: tuple[Box, ...], label: Box) -> list[Box]:
    """Return the values in the columns of a label, down to where a label follows a value."""
    last = label.column + label.columns - 1
    found: list[Box] = []
    for box in sorted(boxes, key=lambda box: box.line):
        if box.line <= label.line or not box.column <= last < box.column + box.columns:
            continue
        if box.cell is None and found:
            break
        if box.cell is not None:
            found.append(box)
    lines = {box.line for box in found}
    return [b for b in boxes if b.cell and b.line in lines and label.column <= b.column <= last]
