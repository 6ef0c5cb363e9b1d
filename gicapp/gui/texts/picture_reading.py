"""Pictures are read and decoded beside the window: their file may lie on a share, or be large."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QTextEdit

from gicapp.core.text.picture import Picture
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for


def read_into(
    editor: QTextEdit,
    session: Session,
    read: Callable[[], Sequence[Picture]],
    put: Callable[[Picture], None],
) -> None:
    """Put pictures where an editor's cursor is now, once they are read.

    `put` puts one where the cursor is then and leaves its caption selected: so it stays for
    whoever waited; whoever went on typing is left where they are.
    """
    place, text = editor.textCursor(), editor.toPlainText()

    def insert(pictures: Sequence[Picture]) -> None:
        here, length = editor.textCursor().position(), editor.document().characterCount()
        at = place.position()
        has_waited = here == at and editor.toPlainText() == text
        focus = QApplication.focusWidget()
        editor.setTextCursor(place)
        for picture in pictures:
            put(picture)
        if not has_waited:
            cursor, grown = editor.textCursor(), editor.document().characterCount() - length
            cursor.setPosition(here + grown if at < here else here)
            editor.setTextCursor(cursor)
            if focus is not None:
                focus.setFocus()

    wait_for(session, "正在读取图片", lambda _: read(), insert)
