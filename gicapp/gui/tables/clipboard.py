"""What copy, cut, paste, fill and clear do to a table: each is one undoable edit or a refusal."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Final, TypeAlias

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QMimeData, QModelIndex
from PySide6.QtGui import QGuiApplication

from gicapp.core.change import SetValue
from gicapp.core.reading import Reading
from gicapp.errors import GicError
from gicapp.form.declaration import Cell, Table
from gicapp.form.values import BLANK, Number, Value, exact, is_number, show
from gicapp.gui.messages.offer import offer_undo
from gicapp.gui.session_work import wait_for
from gicapp.gui.tables.block import Block, block_html, block_text, parse_block
from gicapp.gui.tables.labelled_rows import values_by_label
from gicapp.gui.tables.table_view import TableView

# of a block's own labels and numbers; that it holds no title and not every table is no doubt
_DOUBTS: Final = ("label.", "value.", "row.", "form.")

Rectangle: TypeAlias = tuple[int, int, int, int]  # top, left, bottom, right
Pasted: TypeAlias = Block | dict[str, Value] | Reading


def selected_cells(view: TableView) -> list[Cell]:
    """Return the selected cells in printed order."""
    model = view.table_model
    found = (model.cell(index) for index in view.selectionModel().selectedIndexes())
    chosen = {cell.id for cell in found if cell}
    return [cell for cell in model.table.cells if cell.id in chosen]


def summary(view: TableView) -> str:
    """Return what the status line says of the selection: how many numbers, and their sum."""
    report = view.table_model.session.report
    cells = selected_cells(view)
    numbers: list[Number] = [v for v in (report.value(c.id) for c in cells) if is_number(v)]
    if len(cells) < 2 or not numbers:
        return ""
    return f"选中 {len(cells)} 格　计数 {len(numbers)}　求和 {show(exact(sum(numbers)))}"


def copy(view: TableView) -> None:
    """Put the selected block on the clipboard as text and as HTML."""
    block = _block(view)
    data = QMimeData()
    data.setText(block_text(block))
    data.setHtml(block_html(block))
    QGuiApplication.clipboard().setMimeData(data)


def cut(view: TableView) -> None:
    """Copy the selected block and clear it."""
    copy(view)
    _set(view, "剪切", ((cell, BLANK) for cell in selected_cells(view)))


def clear(view: TableView) -> None:
    """Clear the selected cells."""
    _set(view, "清除", ((cell, BLANK) for cell in selected_cells(view)))


def fill(view: TableView, *, down: bool) -> None:
    """Repeat the first line of the selection downwards, or its first column to the right.

    With a single cell the one above it, or left of it, is repeated, as in Excel.
    """
    top, left, bottom, right = _rectangle(view)
    if down and top == bottom:
        top -= 1
    if not down and left == right:
        left -= 1
    if top < 0 or left < 0:
        raise GicError("这里的上方或左方没有可以填充的数。")
    model, filled = view.table_model, list[tuple[Cell, Value]]()
    for row in range(top + (1 if down else 0), bottom + 1):
        for column in range(left + (0 if down else 1), right + 1):
            cell = model.cell(model.index(row, column))
            source = model.index(top, column) if down else model.index(row, left)
            if cell is not None and model.cell(source) is not None:
                filled.append((cell, model.value(source)))
    _set(view, "向下填充" if down else "向右填充", filled)


def paste(view: TableView) -> None:
    """Put the block of the clipboard where the cursor is; refuse it whole where it does not fit.

    A block that brings its labels goes into the cells that they name; where that is doubtful a
    person is asked.
    """
    data, place = QGuiApplication.clipboard().mimeData(), _rectangle(view)
    text, page, table = data.text(), data.html() or None, view.table_model.table
    wait_for(
        view.table_model.session,
        "正在读剪贴板里的内容",
        lambda _: _understood(table, text, page),
        lambda pasted: _take(view, place, pasted),
    )


def _understood(table: Table, text: str, page: str | None) -> Pasted:
    """Return what is to be pasted: a bare block, values by cell, or a reading."""
    block = parse_block(text)
    if page and not text.strip():  # some browsers and chat programs put the page there alone
        from gicapp.files.reading import pasted_table

        block = pasted_table(page)
    if not any(cell.strip() for line in block for cell in line):
        raise GicError("剪贴板里没有可以粘贴的内容。")
    if not has_labels(block):
        return block
    rows = values_by_label(table, block)
    if rows is not None:
        return rows
    from gicapp.files.reading import read_clipboard  # readers are loaded only when used

    reading = read_clipboard(text, page)
    if not reading.cells:
        reasons = "".join(problem.message for problem in reading.problems)
        raise GicError(
            "没有粘贴：这一块里有文字，但没有认出是哪张表的标签。"
            f"请连同表头和行名一起复制，或者只复制数字。{reasons}"
        )
    return reading


def _take(view: TableView, place: Rectangle, pasted: Pasted) -> None:
    if isinstance(pasted, list):
        _take_block(view, place, pasted)
    elif isinstance(pasted, dict):
        _take_labelled(view, pasted)
    elif any(problem.code.startswith(_DOUBTS) for problem in pasted.problems):
        view.table_model.session.doubted.emit(pasted)
    else:
        _take_labelled(view, pasted.cells)


def _take_block(view: TableView, place: Rectangle, block: Block) -> None:
    if len(block) == 1 and len(block[0]) == 1:
        block = [block[0] * (place[3] - place[1] + 1)] * (place[2] - place[0] + 1)
    _set(view, "粘贴", _placed(view, block, place[0], place[1]))
    bottom, right = place[0] + len(block) - 1, place[1] + max(map(len, block)) - 1
    model = view.table_model
    corners = QItemSelection(model.index(place[0], place[1]), model.index(bottom, right))
    view.selectionModel().select(corners, QItemSelectionModel.SelectionFlag.ClearAndSelect)


def _take_labelled(view: TableView, values: Mapping[str, Value]) -> None:
    session = view.table_model.session
    view.table_model.forget(values)
    if session.edit(f"粘贴 {len(values)} 格", [SetValue(c, v) for c, v in values.items()]):
        offer_undo(session, f"已按标签粘贴 {len(values)} 格。")
    else:
        session.told.emit("粘贴的内容与表格里的相同。")


def has_labels(block: Block) -> bool:
    """Tell whether a block holds words, which only labels are; 3件 is no word but a slip."""
    return any(sum(sign.isalpha() for sign in cell) > 1 for line in block for cell in line)


def _placed(view: TableView, block: Block, top: int, left: int) -> list[tuple[Cell, Value]]:
    """Return what a block puts into which cell; raise GicError where some of it has no place."""
    model = view.table_model
    bottom, right = top + len(block), left + max(map(len, block))
    if bottom > model.rowCount() or right > model.columnCount():
        raise GicError(
            f"没有粘贴：这一块有 {len(block)} 行 {max(map(len, block))} 列，从这一格起放不下。"
            "请选中左上角应在的格子再粘贴。"
        )
    pasted = []
    for down, line in enumerate(block):
        for along, text in enumerate(line):
            index = model.index(top + down, left + along)
            if model.box(index) is None and not text.strip():
                continue
            pasted.append(_taken(view, index, text))
    return pasted


def _taken(view: TableView, index: QModelIndex, text: str) -> tuple[Cell, Value]:
    cell = view.table_model.cell(index)
    if cell is None:
        raise GicError(f"没有粘贴：“{text.strip()}”会落在标签上。请选中数字格再粘贴。")
    try:
        return cell, cell.parse(text)
    except ValueError as error:
        raise GicError(f"没有粘贴：“{cell.name}”{error}") from error


def _set(view: TableView, verb: str, values: Iterable[tuple[Cell, Value]]) -> None:
    changes = [SetValue(cell.id, value) for cell, value in values]
    session, count = view.table_model.session, len(changes)
    view.table_model.forget(change.cell for change in changes)
    if session.edit(f"{verb} {count} 格", changes) and count > 1:
        offer_undo(session, f"已{verb} {count} 格。")


def _rectangle(view: TableView) -> Rectangle:
    """Return the one rectangle that is selected; raise GicError when there is none or several."""
    indexes = view.selectionModel().selectedIndexes() or [view.currentIndex()]
    indexes = [index for index in indexes if index.isValid()]
    if not indexes:
        raise GicError("请先选中格子。")
    return _bounds(indexes)


def _bounds(indexes: Sequence[QModelIndex]) -> Rectangle:
    rows, columns = [i.row() for i in indexes], [i.column() for i in indexes]
    return min(rows), min(columns), max(rows), max(columns)


def _block(view: TableView) -> Block:
    top, left, bottom, right = _rectangle(view)
    chosen = {(i.row(), i.column()) for i in view.selectionModel().selectedIndexes()}
    model = view.table_model
    for row in range(top, bottom + 1):
        for column in range(left, right + 1):
            if (row, column) not in chosen and model.cell(model.index(row, column)) is not None:
                raise GicError("只能复制连成一片的格子，请重新选择。")
    return [
        [str(model.index(row, column).data() or "") for column in range(left, right + 1)]
        for row in range(top, bottom + 1)
    ]
