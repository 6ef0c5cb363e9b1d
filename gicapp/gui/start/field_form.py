"""The fields that say whose report it is, each with its label, as wide as what goes into it."""

from collections.abc import Iterable
from typing import Final

from PySide6.QtWidgets import QFormLayout, QWidget

from gicapp.gui.appearance import GAP, ems

_LEAST: Final = 18  # characters that a wide field shows at least


def field_form(page: QWidget, fields: Iterable[tuple[str, QWidget, int]]) -> QFormLayout:
    """Return a form of fields with their labels; the numbers are their widths in characters."""
    form = QFormLayout()
    form.setHorizontalSpacing(2 * GAP)
    form.setVerticalSpacing(GAP)
    for label, field, width in fields:
        field.setMaximumWidth(ems(page.font(), width))
        field.setMinimumWidth(ems(page.font(), min(width, _LEAST)))
        field.setAccessibleName(label)
        form.addRow(label, field)
    return form
