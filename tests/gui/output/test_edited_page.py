from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from gicapp.core.change import Change, SetText, SetValue, apply
from gicapp.core.report import Report
from gicapp.files.word import export_document
from gicapp.form.loader import load_form
from gicapp.gui.output.edited_page import EditedPage
from gicapp.gui.window import Window
from tests.gui.conftest import Answers

CELL = "disputes.review.upheld"


@pytest.fixture
def edited(report: Report, tmp_path: Path) -> Path:
    path = tmp_path / "领导改稿.docx"
    changes: list[Change] = [SetValue(CELL, 7), SetText("5", "问题。已经整改。")]
    export_document(apply(report, changes)[0], load_form(), path)
    return path


@pytest.fixture
def page(window: Window, answers: Answers, edited: Path) -> EditedPage:
    answers.to_open = [edited]
    window.guide.review_edited()
    made = window.workspace.shown_page
    assert isinstance(made, EditedPage)
    return made


def test_an_edited_draft_is_shown_cell_by_cell_and_sentence_by_sentence(page: EditedPage) -> None:
    assert [(d.cell, d.before, d.after) for d in page.differences] == [
        (CELL, "0", "7"),
        (None, "", "已经整改。"),
    ]
    assert "2 处不同" in page.note.text()


def test_only_what_is_ticked_is_taken_over_in_one_step(page: EditedPage) -> None:
    before = page.session.report
    item = page.table.item(0, 0)
    assert item is not None
    item.setCheckState(Qt.CheckState.Unchecked)
    page.take()
    assert page.session.report.value(CELL) == 0
    assert page.session.report.text("5") == "问题。已经整改。"
    page.session.undo()
    assert page.session.report == before


def test_a_file_without_a_report_is_refused_in_words(
    window: Window, answers: Answers, tmp_path: Path
) -> None:
    strange = tmp_path / "通知.txt"
    strange.write_text("放假通知", "utf-8")
    answers.to_open = [strange]
    window.guide.review_edited()
    assert not isinstance(window.workspace.shown_page, EditedPage)
    assert "没有认出" in window.message.text.text()
