"""What counts in a cell: its row's meaning with the article, its kind, the sums it is bound by."""

from html import escape

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QWidget

from gicapp.form.declaration import Cell, Form
from gicapp.gui.appearance import GAP, ems


class CellHelp(QLabel):
    """A card beside a cell that any key or click closes."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("help")
        self.setWordWrap(True)
        self.setTextFormat(Qt.TextFormat.RichText)
        self.setMargin(GAP + GAP // 2)
        self.setFixedWidth(ems(self.font(), 26))

    def open_at(self, place: QRect, form: Form, cell: Cell) -> None:
        """Show what counts in a cell, below a place on the screen; above it at the very bottom."""
        self.setText(help_text(form, cell))
        self.adjustSize()
        self.move(beside(place, self.size(), self.screen().availableGeometry()))
        self.show()


def beside(place: QRect, size: QSize, screen: QRect) -> QPoint:
    """Return where a card of this size is whole on the screen and leaves the place in sight."""
    below = place.bottom() + 1
    fits = below + size.height() <= screen.bottom() + 1
    left = min(place.left(), screen.right() + 1 - size.width())
    top = below if fits else place.top() - size.height()
    return QPoint(max(left, screen.left()), max(top, screen.top()))


def help_text(form: Form, cell: Cell) -> str:
    """Return the help of a cell as simple HTML."""
    lines = [f"<b>{escape(cell.name)}</b>", escape(cell.row.help)]
    if cell.row.source:
        lines.append(f"依据：{escape(cell.row.source)}")
    lines.append(f"填法：{escape(cell.kind.sentence)}；没有的填 0。")
    lines += [f"勾稽：{escape(text)}" for text in relations(form, cell)]
    return "<br>".join(lines)


def relations(form: Form, cell: Cell) -> list[str]:
    """Return in words the sums and balances that bind a cell, those it is the total of first."""
    found = []
    for total in sorted(form.totals, key=lambda total: total.cell != cell.id):
        if cell.id == total.cell:
            found.append(f"等于{_all(form, total.parts)}之和")
        elif cell.id in total.parts:
            found.append(f"计入“{form.cells[total.cell].name}”")
    for balance in form.balances:
        if cell.id in (*balance.left, *balance.right):
            left, right = (_all(form, side) for side in (balance.left, balance.right))
            found.append(f"{left}之和，等于{right}之和")
    return found


def _all(form: Form, cells: tuple[str, ...]) -> str:
    names = [form.cells[cell].name for cell in cells]
    if len(names) > 6:
        return f"“{names[0]}”至“{names[-1]}”共 {len(names)} 项"
    return "、".join(f"“{name}”" for name in names)
