"""What is measured to lay text out is what is painted."""

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QFont, QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from gicapp.gui.appearance import wrapped_height

TEXT = "“总体情况”还留有“【请填写政府信息公开平台建设情况】”，请填写或者删去。"


@pytest.mark.parametrize("family", ["", "No Such Family"])
def test_a_text_is_as_high_as_it_is_painted_whichever_family_is_there(
    qapp: QApplication, family: str
) -> None:
    font = QFont(qapp.font())
    font.setFamilies([family, *font.families()] if family else font.families())
    page = QPixmap(400, 400)
    painter = QPainter(page)
    painter.setFont(font)
    for width in range(180, 260):
        painted = painter.boundingRect(
            QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap), TEXT
        )
        assert wrapped_height(font, width, TEXT) == painted.height()
    painter.end()
