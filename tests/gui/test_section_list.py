"""The list of the parts: each begins where the one above ends, whatever its state says."""

from itertools import pairwise

from PySide6.QtCore import QRect
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from gicapp.core.change import SetValue
from gicapp.gui.section_list import SectionList
from gicapp.gui.session import Session


def test_no_part_lies_over_the_next_in_any_width_and_state(qtbot: QtBot, session: Session) -> None:
    parts = SectionList(session)
    qtbot.addWidget(parts)
    parts.resize(600, 700)
    parts.show()
    qtbot.waitExposed(parts)
    low = _places(parts)
    parts.resize(110, 700)
    assert _places(parts)[-1].top() > low[-1].top()  # headings wrap
    good = _places(parts)
    session.edit(
        "改", [SetValue("requests.new.total", 77), SetValue("requests.granted.total", None)]
    )
    session.check_now()
    assert _places(parts)[4].top() > good[4].top()  # so do the words on two faults


def _places(parts: SectionList) -> list[QRect]:
    """Return where the parts stand, each at the end of the one above."""
    QApplication.processEvents()
    places = [parts.visualItemRect(parts.item(row)) for row in range(parts.count())]
    assert all(above.bottom() + 1 == below.top() for above, below in pairwise(places))
    return places
