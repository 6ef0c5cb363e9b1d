"""Finding and replacing across tables and texts."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import SetText, apply
from gicapp.core.report import Report
from gicapp.core.text.narrative import rendered
from gicapp.form.loader import load_form
from gicapp.gui.find.find_bar import FindBar
from gicapp.gui.find.matches import find_matches, replaced
from gicapp.gui.session import Session
from gicapp.gui.window import Window

FORM = load_form()
LETTERS = st.text("甲乙丙", max_size=12)


@pytest.fixture
def bar(window: Window) -> FindBar:
    window.actions_by_name["find"].trigger()
    assert window.workspace.find_bar.isVisible()
    return window.workspace.find_bar


@given(LETTERS, st.text("甲乙丙", min_size=1, max_size=3), st.text("丁戊", max_size=3))
def test_replacing_all_is_what_text_replacing_is(text: str, words: str, other: str) -> None:
    report, _ = apply(Report(), [SetText("5", text)])
    changes = replaced(FORM, report, find_matches(FORM, report, words), other)
    after, _ = apply(report, changes)
    assert rendered(after, "5") == text.replace(words, other)


def test_a_live_figure_is_left_alone(session: Session) -> None:
    session.edit("改", [SetText("5", "收到⟦requests.new.total⟧件，办结3件")])
    found = [m for m in find_matches(FORM, session.report, "3") if m.section == 5]
    after, _ = apply(session.report, replaced(FORM, session.report, found, "4"))
    assert after.text("5") == "收到⟦requests.new.total⟧件，办结4件"


def test_it_goes_to_cells_and_to_words_in_order(bar: FindBar, window: Window) -> None:
    bar.words.setText("公开")
    assert bar.count.text() == "共 2 处"
    bar.go_on()
    assert window.workspace.page(1).isVisible()
    bar.words.setText("3")
    bar.go_on()
    bar.go_on()
    assert window.workspace.page(3).isVisible()
    assert bar.count.text().startswith("第 2 处，共 ")


def test_replacing_everything_is_one_step(bar: FindBar, session: Session) -> None:
    before = session.report
    bar.words.setText("公开")
    bar.other.setText("发布")
    bar.replace_all()
    assert session.report.text("1") == "（一）主动发布\n发布信息3条。"
    assert session.undo_name == "替换 2 处"
    session.undo()
    assert session.report == before


def test_replacing_one_goes_on_to_the_next(bar: FindBar, session: Session) -> None:
    bar.words.setText("公开")
    bar.other.setText("发布")
    bar.go_on()
    bar.replace_one()
    assert session.report.text("1") == "（一）主动发布\n公开信息3条。"
    assert bar.count.text() == "第 1 处，共 1 处"


def test_a_cell_that_cannot_hold_it_refuses_the_whole(
    bar: FindBar, session: Session, window: Window
) -> None:
    before = session.report
    bar.words.setText("3")
    bar.other.setText("三")
    bar.replace_all()
    assert session.report == before
    assert "没有替换" in window.message.text.text()


def test_what_is_not_there_is_said(bar: FindBar) -> None:
    bar.words.setText("没有这个词")
    bar.go_on()
    assert bar.count.text() == "没有找到"
