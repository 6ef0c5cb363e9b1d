"""What a report was before: rounds of sign-off, versions saved earlier, a copy in another file."""

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject

from gicapp.gui.safety.folders import versions_folder
from gicapp.gui.session_work import wait_for

if TYPE_CHECKING:
    from gicapp.core.change import Change
    from gicapp.core.comparison import Difference
    from gicapp.core.report import Report
    from gicapp.core.revision import Version
    from gicapp.files.versions import SavedVersion
    from gicapp.gui.background import Wanted
    from gicapp.gui.documents import Documents
    from gicapp.gui.safety.versions_page import VersionsPage
    from gicapp.gui.stage import Stage

_NO_ROUNDS: Final = "还没有送审记录。用“文件→送审…”导出送审稿时，当时的一稿会记在报告文件里。"
_NO_VERSIONS: Final = "还没有以前的版本。每次打开和保存报告文件时，程序会在本机留一份。"


class Archive(QObject):
    """Keeps the rounds of a report and shows its past; what it needs is loaded when wanted."""

    def __init__(self, documents: "Documents", stage: "Stage", parent: QObject) -> None:
        super().__init__(parent)
        self._documents = documents
        self._stage = stage

    def doing(self) -> dict[str, Callable[[], object]]:
        """Return what the actions of these names do."""
        return {
            "rounds": self.show_rounds,
            "compare": self.compare_with_file,
            "versions": self.show_versions,
        }

    def keep_round(self) -> str:
        """Keep the report as it stands as the next round, in its file; return what to tell."""
        from gicapp.core.rounds import next_name, sent

        session, documents = self._documents.session, self._documents
        name = next_name(session.report)
        today = datetime.now().astimezone().date().isoformat()
        session.edit(f"记为{name}", sent(session.report, today))
        if session.path is not None and not session.held_by:
            documents.save()
        is_kept = session.is_saved or documents.is_saving
        return f"记为{name}" if is_kept else f"记为{name}，请记得保存报告"

    def show_rounds(self) -> "VersionsPage | None":
        """Show the rounds of sign-off, the latest first."""
        from gicapp.core.revision import Version

        rounds = self._documents.session.report.rounds
        versions = [Version(f"{r.name}（{r.date}）", replace(r.report)) for r in reversed(rounds)]
        hint = "任选两稿比较；删去的有删除线，新增的有下划线。回到某一稿可以一步撤销。"
        return self._show_versions("送审记录", hint, versions, _NO_ROUNDS)

    def show_versions(self) -> None:
        """Show the versions of the file that were saved before, the latest first."""
        from gicapp.files.versions import versions_of

        session = self._documents.session
        path = session.path

        def read(_: "Wanted") -> "list[Version]":
            kept = () if path is None else versions_of(versions_folder(), path)
            return [version for version in map(_version, kept) if version is not None]

        hint = "打开和保存时在本机留下的版本：最近五次，以及之前每天的最后一次。"
        wait_for(
            session,
            "正在读取以前的版本",
            read,
            lambda found: self._show_versions("以前的版本", hint, found, _NO_VERSIONS, _restored),
        )

    def compare_with_file(self) -> None:
        """Ask for a file, such as the published copy, and show how the report differs from it."""
        from gicapp.gui.dialogs import SOURCES
        from gicapp.gui.documents import compare_for, read_for

        files = self._documents
        path = files.dialogs.file_to_open("选择要比较的文件", SOURCES, files.folder())
        if path is None:
            return

        def show(differences: "tuple[Difference, ...]") -> None:
            self._show_comparison(differences, path)

        read_for(files.session, path, lambda read: compare_for(files.session, read, show))

    def _show_comparison(self, differences: "tuple[Difference, ...]", path: Path) -> None:
        """Set the report against itself as a source words it; what that lacks is no difference."""
        from gicapp.core.change import apply
        from gicapp.core.comparison import changes_of
        from gicapp.core.revision import Version
        from gicapp.gui.safety.versions_page import VersionsPage

        session = self._documents.session
        there, _ = apply(session.report, changes_of(session.report, differences))
        hint = (
            f"“{path}”里的内容，和窗口里的内容。文件里没有的格子不比较，没有正文的文件只比较表格。"
        )
        page = VersionsPage(session, "与文件比较", hint, [Version(path.name, there)])
        page.fix_choice()
        self.show(page)

    def _show_versions(
        self,
        heading: str,
        hint: str,
        versions: "list[Version]",
        nothing: str,
        restore: "Callable[[Report, Report], tuple[Change, ...]] | None" = None,
    ) -> "VersionsPage | None":
        from gicapp.core.rounds import changes_to
        from gicapp.gui.safety.versions_page import VersionsPage

        session = self._documents.session
        if not versions:
            session.told.emit(nothing)
            return None
        page = VersionsPage(session, heading, hint, versions, restore or changes_to)
        self.show(page)
        return page

    def show(self, page: "VersionsPage") -> None:
        """Show versions over the sections until they are closed."""
        page.export_wanted.connect(lambda: self._export(page))
        self._stage.show_over(page)

    def _export(self, page: "VersionsPage") -> None:
        """Ask for a name and write the comparison as a Word document with the changes marked."""
        from gicapp.gui.safety.comparison_export import export_comparison

        documents, session = self._documents, self._documents.session
        proposed = Path(documents.folder()) / f"{documents.name()}（对比）.docx"
        path = documents.dialogs.file_to_save("导出对比", "Word 文档 (*.docx)", str(proposed))
        if path is not None:
            export_comparison(session, *page.chosen(), path)


def _version(saved: "SavedVersion") -> "Version | None":
    from gicapp.core.revision import Version
    from gicapp.errors import GicError
    from gicapp.files.store import load_report

    try:
        return Version(f"{saved.saved:%m 月 %d 日 %H:%M:%S}", load_report(saved.path))
    except GicError:
        return None  # spoilt by a power cut, or written by a newer program


def _restored(report: "Report", target: "Report") -> "tuple[Change, ...]":
    """Return the changes that bring a saved version back; rounds sent since stay."""
    from gicapp.core.rounds import whole_changes_to

    return whole_changes_to(report, replace(target, rounds=report.rounds))
