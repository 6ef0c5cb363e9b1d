"""Everyone can use it: names for screen readers, a keyboard way to everything, readable sizes."""

from typing import cast

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLineEdit,
    QTextEdit,
    QWidget,
)

from gicapp.gui.appearance import colours, dress, recolour, ui_font
from gicapp.gui.schemes import DARK, HIGH, LIGHT, Colours, contrast, is_of_high_contrast, of_system
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
        name: round(contrast(getattr(scheme, name), getattr(scheme, ground)), 2)
        for name in _ON_GROUND
        if contrast(getattr(scheme, name), getattr(scheme, ground)) < 4.5
    }
    assert low == {}


def _palette(window: str, text: str, highlight: str, link: str) -> QPalette:
    """Return a palette as Qt makes it of a Windows scheme of high contrast."""
    role = QPalette.ColorRole
    palette = QPalette()
    for part in (role.Window, role.Base, role.Button, role.ToolTipBase, role.AlternateBase):
        palette.setColor(part, QColor(window))
    for part in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(part, QColor(text))
    palette.setColor(role.Highlight, QColor(highlight))
    palette.setColor(role.Link, QColor(link))
    return palette


_SYSTEMS = {
    "black": _palette("#000000", "#ffffff", "#1aebff", "#ffff00"),
    "white": _palette("#ffffff", "#000000", "#37006e", "#00009f"),
    "number 1": _palette("#000000", "#ffff00", "#0080ff", "#0080ff"),
    "number 2": _palette("#000000", "#00ff00", "#0080ff", "#0080ff"),
    "aquatic": _palette("#202020", "#ffffff", "#8ee3f0", "#75e9fc"),
    "desert": _palette("#fffaef", "#3d3d3d", "#903909", "#1c5e75"),
    "dusk": _palette("#2d3236", "#ffffff", "#a1bfde", "#70ebde"),
}
_UNKNOWN = Qt.ColorScheme.Unknown  # what Qt calls a scheme of high contrast


@pytest.mark.parametrize("name", _SYSTEMS)
def test_a_systems_own_high_contrast_is_followed_and_legible(name: str) -> None:
    system = _SYSTEMS[name]
    assert is_of_high_contrast(system, _UNKNOWN)
    scheme, role = of_system(system), QPalette.ColorRole
    assert scheme.base == scheme.window == system.color(role.Window).name()
    assert scheme.text == system.color(role.WindowText).name()
    grounds = ("base", "window", "label", "derived", "selected", "figure", "error_soft")
    low = {
        (text, ground): round(contrast(getattr(scheme, text), getattr(scheme, ground)), 2)
        for text in _ON_GROUND
        for ground in grounds
        if contrast(getattr(scheme, text), getattr(scheme, ground)) < 4.5
    }
    assert low == {}
    for line in ("line", "frame"):
        assert contrast(getattr(scheme, line), scheme.base) >= 3
    assert contrast(scheme.accent, scheme.base) >= 4.5  # words on a button that is filled


@pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH], ids=["light", "dark", "high"])
def test_frames_and_marks_stand_out_from_their_ground(scheme: Colours) -> None:
    for sign in ("accent", "error", "warning", "hint"):
        for ground in ("base", "derived", "selected"):
            assert contrast(getattr(scheme, sign), getattr(scheme, ground)) >= 3


@pytest.mark.parametrize("scheme", [LIGHT, DARK, HIGH], ids=["light", "dark", "high"])
def test_what_cannot_be_used_looks_other_than_what_can(scheme: Colours) -> None:
    assert contrast(scheme.idle, scheme.text) >= 2
    assert contrast(scheme.idle, scheme.window) >= 1.5


def test_a_systems_colour_of_what_cannot_be_used_frames_nothing_else() -> None:
    system = _palette("#000000", "#ffffff", "#1aebff", "#ffff00")
    system.setColor(QPalette.ColorGroup.Disabled, QPalette.ColorRole.WindowText, QColor("#3ff23f"))
    scheme = of_system(system)
    assert scheme.idle == "#3ff23f"
    assert scheme.frame == scheme.text == "#ffffff"


@pytest.mark.parametrize("known", [Qt.ColorScheme.Light, Qt.ColorScheme.Dark])
def test_a_system_that_is_plainly_light_or_dark_is_none_of_high_contrast(
    known: Qt.ColorScheme,
) -> None:
    assert not is_of_high_contrast(_SYSTEMS["black"], known)


def test_the_usual_colours_are_none_of_high_contrast() -> None:
    usual = _palette("#efefef", "#000000", "#308cc6", "#0000ff")
    usual.setColor(QPalette.ColorRole.Base, QColor("#ffffff"))
    assert not is_of_high_contrast(usual, _UNKNOWN)


@pytest.mark.parametrize("name", _SYSTEMS)
def test_the_window_takes_the_colours_of_the_system(
    name: str, window: Window, qapp: QApplication
) -> None:
    before = qapp.palette()
    qapp.setPalette(_SYSTEMS[name])
    dress(qapp)
    QApplication.processEvents()
    ground = window.workspace.findings.grab().toImage().pixelColor(3, 3)
    shown = colours()
    recolour(qapp, dark=False)
    assert qapp.palette() == before
    assert shown == of_system(_SYSTEMS[name])
    assert ground.name() == shown.base


def test_text_is_never_smaller_than_can_be_read_and_follows_the_system() -> None:
    assert ui_font(6.0).pointSizeF() == 10.0
    assert ui_font(16.0).pointSizeF() == 16.0
