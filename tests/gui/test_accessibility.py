"""Everyone can use it: names for screen readers, a keyboard way to everything, readable sizes."""

from typing import cast

import pytest
from PySide6.QtGui import QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from gicapp.gui.appearance import DARK, HIGH, LIGHT, Colours, ui_font
from gicapp.gui.window import Window

_CONTROLS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QTextEdit)
_ON_GROUND = ("text", "muted", "accent", "error", "warning", "hint", "done")


def _name(widget: QWidget) -> str:
    if isinstance(widget, QAbstractButton):
        return widget.accessibleName() or widget.text()
    return widget.accessibleName()


@pytest.mark.parametrize("section", range(7))
def test_every_control_has_a_name_for_a_screen_reader(window: Window, section: int) -> None:
    window.workspace.show_section(section)
    window.actions_by_name["find"].trigger()
    controls = cast("list[QWidget]", window.workspace.findChildren(QWidget))
    nameless = [
        type(widget).__name__
        for widget in controls
        if isinstance(widget, _CONTROLS)
        and widget.isVisible()
        and not isinstance(widget, QHeaderView)
        and not _name(widget)
        and widget.objectName() != "qt_tableview_cornerbutton"
        and type(widget).__name__ != "QAbstractButton"  # Qt's own corner of a table
    ]
    assert nameless == []


@pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH], ids=["light", "dark", "high"])
@pytest.mark.parametrize("ground", ["base", "window", "label", "derived", "selected"])
def test_every_text_stands_out_from_its_ground(scheme: Colours, ground: str) -> None:
    low = {
        name: round(_contrast(getattr(scheme, name), getattr(scheme, ground)), 2)
        for name in _ON_GROUND
        if _contrast(getattr(scheme, name), getattr(scheme, ground)) < 4.5
    }
    assert low == {}


def _contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours as WCAG 2 reckons it."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return float((light + 0.05) / (dark + 0.05))


def _luminance(colour: str) -> float:
    made = QColor(colour)
    red, green, blue = map(_linear, (made.redF(), made.greenF(), made.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def test_text_is_never_smaller_than_can_be_read_and_follows_the_system() -> None:
    assert ui_font(6.0).pointSizeF() == 10.0
    assert ui_font(16.0).pointSizeF() == 16.0
