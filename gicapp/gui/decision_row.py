"""The last line of a page that asks for a decision: what it comes to, take over, leave."""

from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton

from gicapp.gui.appearance import GAP


class DecisionRow(QHBoxLayout):
    """A note with two buttons; `take` is the one that Enter presses."""

    def __init__(self, take: str) -> None:
        super().__init__()
        self.setSpacing(GAP)
        self.note = QLabel()
        self.note.setObjectName("muted")
        self.take, self.leave = QPushButton(take), QPushButton("取消")
        self.take.setDefault(True)
        self.addWidget(self.note, 1)
        self.addWidget(self.take)
        self.addWidget(self.leave)
