"""Writes what became of a report between two versions as a Word document."""

from pathlib import Path

from gicapp.core.revision import Version
from gicapp.gui.background import Wanted
from gicapp.gui.session import Session
from gicapp.gui.session_work import wait_for


def export_comparison(session: Session, before: Version, after: Version, path: Path) -> None:
    """Write the later version with its changes marked, and say where it went."""
    path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
    form = session.form

    def write(is_wanted: Wanted) -> None:
        from gicapp.files.atomic import write_atomically
        from gicapp.files.word.marked import build_marked  # Word is loaded only when used

        data = build_marked(before, after, form)
        if is_wanted():
            write_atomically(path, data)

    wait_for(session, "正在导出对比", write, lambda _: session.told.emit(f"已导出对比：{path}"))
