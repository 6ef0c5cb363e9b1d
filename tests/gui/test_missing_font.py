"""A machine without a Chinese font, on which no Chinese message can be read."""

import pytest
from PySide6.QtGui import QFontDatabase

from gicapp.gui.missing_font import tell_of_missing_font
from gicapp.gui.window import Window


def test_without_a_chinese_font_a_bar_says_so_in_latin_letters(
    window: Window, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFontDatabase, "families", lambda _: [])
    tell_of_missing_font(window.keeping.notices)
    bar = window.keeping.notices.bar("font")
    assert bar is not None
    assert bar.text.text().isascii()
    assert "fonts-noto-cjk" in bar.text.text()


def test_with_a_chinese_font_nothing_is_said(window: Window) -> None:
    tell_of_missing_font(window.keeping.notices)
    assert window.keeping.notices.bar("font") is None
