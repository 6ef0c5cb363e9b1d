"""The manual in a window of its own beside the work, offline."""

from typing import Final

from PySide6.QtCore import QSize, Qt, QUrl
from PySide6.QtGui import QImage, QKeyEvent, QTextDocument
from PySide6.QtWidgets import QListWidget, QSplitter, QTextBrowser, QVBoxLayout, QWidget

from gicapp.gui.appearance import GAP, colours, ems
from gicapp.resources import manual

_CHAPTERS: Final = 14  # characters: the width of their list
_LEVEL: Final = 2  # headings of this level are the chapters


class ManualWindow(QWidget):
    """The chapters at the left, the text with its pictures at the right."""

    def __init__(self) -> None:
        super().__init__()
        self.setWindowTitle("使用手册")
        self.setAttribute(Qt.WidgetAttribute.WA_QuitOnClose, False)
        self.chapters = QListWidget()
        self.chapters.setObjectName("sections")
        self.chapters.setSpacing(GAP // 2)
        self.chapters.setAccessibleName("手册的各章")
        self.text = _ManualText()
        self.text.setAccessibleName("手册正文")
        splitter = QSplitter(Qt.Orientation.Horizontal)
        splitter.setHandleWidth(1)
        splitter.addWidget(self.chapters)
        splitter.addWidget(self.text)
        em = ems(self.font(), 1)
        size = QSize(66 * em, 46 * em).boundedTo(self.screen().availableSize())
        self.text.widest = size.width() - _CHAPTERS * em - 7 * GAP
        splitter.setSizes([_CHAPTERS * em, size.width() - _CHAPTERS * em])
        splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(splitter)
        self.resize(size)
        self._fill()
        self.chapters.currentRowChanged.connect(self.show_chapter)

    def _fill(self) -> None:
        self.text.setSource(QUrl.fromLocalFile(str(manual())))
        self._places: list[int] = []
        block = self.text.document().begin()
        while block.isValid():
            if block.blockFormat().headingLevel() == _LEVEL:
                self.chapters.addItem(block.text())
                self._places.append(block.position())
            block = block.next()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close at Esc."""
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        else:
            super().keyPressEvent(event)

    def show_chapter_of(self, title: str) -> None:
        """Bring the chapter of this title to the top of the view."""
        for item in self.chapters.findItems(title, Qt.MatchFlag.MatchExactly):
            self.chapters.setCurrentItem(item)
            self.show_chapter(self.chapters.row(item))

    def show_chapter(self, number: int) -> None:
        """Bring a chapter to the top of the view."""
        cursor = self.text.textCursor()
        cursor.setPosition(self._places[number])
        self.text.setTextCursor(cursor)
        bar = self.text.verticalScrollBar()
        bar.setValue(bar.value() + self.text.cursorRect().top() - GAP)


class _ManualText(QTextBrowser):
    """Shows the manual; a picture wider than `widest`, in pixels, is made smaller."""

    widest = 0

    def __init__(self) -> None:
        super().__init__()
        self.setOpenExternalLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(2 * GAP)
        self.document().setDefaultStyleSheet(f"a {{ color: {colours().accent}; }}")

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        """Return a resource of the manual, a picture at most as wide as the text."""
        if kind != QTextDocument.ResourceType.ImageResource.value:
            return super().loadResource(kind, name)
        image = QImage(self.source().resolved(QUrl(name)).toLocalFile())
        width = min(self.widest, ems(self.font(), 46))
        if image.width() <= width:
            return image
        ratio = self.devicePixelRatioF()
        wanted = round(width * ratio)
        image = image.scaledToWidth(wanted, Qt.TransformationMode.SmoothTransformation)
        image.setDevicePixelRatio(ratio)
        return image
