"""Writes what became of a report between two versions as a Word document."""

from pathlib import Path

from gicapp.core.revision import Version
from gicapp.errors import GicError
from gicapp.gui.session import Session


def export_comparison(session: Session, before: Version, after: Version, path: Path) -> None:
    """Write the later version with its changes marked, and say where it went."""
    from gicapp.files.atomic import write_atomically
    from gicapp.files.word.marked import build_marked  # Word is loaded only when used

    path = path if path.suffix.lower() == ".docx" else path.with_name(f"{path.name}.docx")
    try:
        write_atomically(path, build_marked(before, after, session.form))
    except GicError as error:
        session.refuse(error)
        return
    session.told.emit(f"已导出对比：{path}")
