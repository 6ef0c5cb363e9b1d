"""What the tests of the program's beginning share."""

import pytest
from pytestqt.qtbot import QtBot

from gicapp.gui.window import Window
from tests.gui.conftest import Answers


@pytest.fixture
def fresh(qtbot: QtBot, answers: Answers) -> Window:
    """A window as the program opens it without a file."""
    made = Window(dialogs=answers)
    qtbot.addWidget(made)
    made.show()
    return made
