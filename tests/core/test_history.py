from hypothesis import given
from hypothesis import strategies as st

from gicapp.core.change import Change, SetField, SetText, SetValue
from gicapp.core.history import History
from gicapp.core.report import Report
from tests.strategies import CHANGE_LISTS, REPORTS


@given(REPORTS, st.lists(CHANGE_LISTS, max_size=6))
def test_all_edits_undone_give_the_start_and_redone_the_end(
    report: Report, edits: list[tuple[Change, ...]]
) -> None:
    history = History(report)
    for changes in edits:
        history.do("编辑", changes)
    end = history.report
    while history.undo():
        pass
    assert history.report == report
    while history.redo():
        pass
    assert history.report == end


def test_typing_in_one_group_is_undone_at_once() -> None:
    history = History(Report())
    for text in ("收", "收到", "收到申请"):
        history.do("输入文字", [SetText("1", text)], group="text:1")
    history.undo()
    assert history.report == Report()
    history.redo()
    assert history.report.text("1") == "收到申请"


def test_a_new_edit_forgets_what_was_undone() -> None:
    history = History(Report())
    history.do("填写", [SetValue("a.b.c", 1)])
    history.undo()
    history.do("填写", [SetValue("a.b.c", 2)])
    assert history.redo() is None


def test_an_edit_that_changes_nothing_is_no_step() -> None:
    history = History(Report())
    assert not history.do("填写", [SetValue("a.b.c", None)])
    assert history.undo() is None
    assert history.undo_name == ""


def test_undoing_back_to_the_saved_state_is_saved_again() -> None:
    history = History(Report())
    states = []
    history.do("设置年度", [SetField("year", 2023)])
    states.append(history.is_saved)
    history.mark_saved()
    history.do("填写", [SetValue("a.b.c", 1)])
    states.append(history.is_saved)
    history.undo()
    states.append(history.is_saved)
    history.undo()
    states.append(history.is_saved)
    assert states == [False, False, True, False]


def test_typing_after_a_save_starts_a_new_step() -> None:
    history = History(Report())
    history.do("输入文字", [SetText("1", "甲")], group="text:1")
    history.mark_saved()
    history.do("输入文字", [SetText("1", "甲乙")], group="text:1")
    history.undo()
    assert history.report.text("1") == "甲"
    assert history.is_saved
