"""Says in Latin letters, the only ones to be read then, that no Chinese font is installed."""

from typing import Final

from PySide6.QtGui import QFontDatabase

from gicapp.gui.messages.notices import Notices
from gicapp.gui.messages.offer import Offer

_TOPIC: Final = "font"
_TEXT: Final = (
    "No Chinese font is installed: Chinese text is shown as empty boxes. "
    "Install one, such as Noto Sans CJK SC (package fonts-noto-cjk) or "
    "WenQuanYi Micro Hei (package fonts-wqy-microhei), and start the program again."
)


def tell_of_missing_font(notices: Notices) -> None:
    """Put a bar above the page if there is no font that holds Chinese."""
    if not QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese):
        notices.put(_TOPIC, Offer(_TEXT, grave=True))
