"""What the tests of a report's file share: the bars that ask, and others who write to it."""

from dataclasses import replace
from pathlib import Path

from PySide6.QtWidgets import QPushButton

from gicapp.core.change import SetValue
from gicapp.core.report import Report
from gicapp.files.store import load_report, save_report
from gicapp.gui.messages.message_bar import MessageBar
from gicapp.gui.session import Session
from gicapp.gui.window import Window

CELL = "requests.new.natural"


def bar(window: Window, topic: str) -> MessageBar:
    shown = window.keeping.notices.bar(topic)
    assert shown is not None
    return shown


def button(shown: MessageBar, text: str) -> QPushButton:
    return next(button for button in shown.buttons if text in button.text())


def change(session: Session, value: int = 41) -> None:
    session.edit("改", [SetValue(CELL, value)])


def save_at(session: Session, path: Path) -> None:
    """Save a session's report where no window watches over its file."""
    save_report(path, session.report)
    session.path = path
    session.note_saved()


def write_by_another(path: Path, value: int = 77) -> Report:
    report = load_report(path)
    other = replace(report, values={**report.values, CELL: value})
    save_report(path, other)
    return load_report(path)
