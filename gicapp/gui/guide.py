"""Leads through the job: a new report, what is left, the preview, the export, the manual."""

from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices

from gicapp.gui.appearance import ems

if TYPE_CHECKING:
    from collections.abc import Callable

    from gicapp.core.comparison import Difference
    from gicapp.core.layout import Layout
    from gicapp.gui.documents import Documents
    from gicapp.gui.manual.manual_window import ManualWindow
    from gicapp.gui.output.checklist_page import ChecklistPage
    from gicapp.gui.output.export_choices import ExportChoices
    from gicapp.gui.output.export_page import ExportPage
    from gicapp.gui.output.side_preview import SidePreview
    from gicapp.gui.session import Session
    from gicapp.gui.stage import Stage
    from gicapp.gui.start.assistant_page import AssistantPage

_SMALL: Final = 85  # characters: what the page of the export and the preview take together
_CHAPTERS: Final = MappingProxyType(  # of the manual, by the page that it is opened from
    {
        "": "五分钟做完一份报告",
        "AssistantPage": "开始",
        "ReceiptPage": "导入",
        "TablePage": "填表",
        "TextPage": "写文字",
        "ChecklistPage": "送审清单",
        "ExportPage": "导出",
        "VersionsPage": "送审、退改和以前的版本",
    }
)


class Guide(QObject):
    """The pages that stand over the sections, and the preview beside them.

    Nothing is loaded before it is wanted, so that the window starts fast. `keep_round` keeps what
    was exported for sign-off and returns what to tell. `preview_shown` says whether the preview
    is there.
    """

    preview_shown = Signal(bool)

    def __init__(
        self,
        documents: "Documents",
        stage: "Stage",
        keep_round: "Callable[[], str]",
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._documents = documents
        self._stage = stage
        self._keep_round = keep_round
        self._preview: SidePreview | None = None
        self._manual: ManualWindow | None = None
        self._choices: ExportChoices | None = None

    def doing(self) -> "dict[str, Callable[[], object]]":
        """Return what the actions of these names do."""
        prepared = self._documents.preparation.then
        return {
            "new": lambda: prepared(self.begin),
            "new_from": lambda: prepared(self.begin_from_prior),
            "export": self.export,
            "send": self.send,
            "preview": self.toggle_preview,
            "print": self.print_pages,
            "checklist": self.check_list,
            "edited": self.review_edited,
            "manual": self.show_manual,
        }

    def begin(self) -> "AssistantPage | None":
        """Begin a new report with the assistant; None when unsaved work is to be kept."""
        return self._assist() if self._documents.may_leave(self.begin) else None

    def _assist(self) -> "AssistantPage":
        """Begin a new report, whatever is open."""
        from gicapp.core.report import Report
        from gicapp.gui.start.assistant_page import AssistantPage

        files, workspace = self._documents, self._stage.workspace
        files.session.begin(Report())
        workspace.show_section(0)
        page = AssistantPage(files.session, files.dialogs, files.folder(), self.check_list)
        self._stage.show_over(page)
        withhold = workspace.withhold_findings
        withhold(wanted=True)  # nothing is wrong with a report that has not begun
        page.left.connect(lambda: withhold(wanted=False))
        return page

    def begin_from_prior(self) -> "AssistantPage | None":
        """Begin a new report with last year's, which is asked for at once."""
        if not self._documents.may_leave(self.begin_from_prior):
            return None
        page = self._assist()
        page.choose_prior()
        return page

    def take_file(self, path: Path) -> None:
        """Take a file that was dropped: last year's where a report begins, else open or import."""

        def take() -> None:
            begins = self._shown() in ("", "AssistantPage")
            if not begins or path.suffix.lower() == ".gic":
                self._documents.open(path)
            elif self._shown():
                cast("AssistantPage", self._stage.shown_page).read_prior(path)
            elif self._documents.may_leave(lambda: self.take_file(path)):
                self._assist().read_prior(path)

        self._documents.preparation.then(take, f"正在读取“{path.name}”")

    def check_list(self) -> "ChecklistPage":
        """Show what is done and what is left before sign-off."""
        from gicapp.gui.output.checklist_page import ChecklistPage

        page = ChecklistPage(self._documents.session)
        page.wanted.connect(self._stage.workspace.show_finding)
        page.export_wanted.connect(self.send)
        self._stage.show_over(page)
        return page

    def review_edited(self) -> None:
        """Ask for the file that the leader edited and show what is different in it."""
        from gicapp.gui.dialogs import EDITED
        from gicapp.gui.documents import compare_for, read_for
        from gicapp.gui.output.edited_page import EditedPage

        files = self._documents
        path = files.dialogs.file_to_open("选择改稿", EDITED, files.folder())
        if path is None:
            return
        name = path.name

        def show(differences: "tuple[Difference, ...]") -> None:
            self._stage.show_over(EditedPage(files.session, differences, name))

        read_for(files.session, path, lambda read: compare_for(files.session, read, show))

    @property
    def preview(self) -> "SidePreview":
        """Return the preview, made when it is first wanted."""
        if self._preview is None:
            from gicapp.gui.output.side_preview import SidePreview

            self._preview = SidePreview(self._stage.workspace, self._layout)
            self._preview.shown_changed.connect(self.preview_shown)
        return self._preview

    def toggle_preview(self) -> None:
        """Show the pages beside the editor, or take them away."""
        self.preview.toggle()

    def print_pages(self) -> None:
        """Ask for a printer and print the pages as they are now."""
        self.preview.pane.print_pages()

    def _layout(self) -> "Layout":
        return self.choices.layout

    @property
    def choices(self) -> "ExportChoices":
        """Return what was chosen for the export last."""
        if self._choices is None:
            from gicapp.gui.documents import settings
            from gicapp.gui.output.export_choices import load_choices

            self._choices = load_choices(settings())
        return self._choices

    def export(self) -> "ExportPage":
        """Ask what to export, with the preview beside."""
        from gicapp.gui.output.export_page import ExportPage

        files = self._documents
        path = files.session.path
        folder = path.parent if path is not None else Path(files.folder())
        lost = files.watched().custody.has_lost
        page = ExportPage(files.session, files.dialogs, self.choices, folder / files.name(), lost)
        page.chosen_changed.connect(self._keep_choices)
        page.exported.connect(
            lambda paths: self._tell_exported(paths, is_sent=page.round.isChecked())
        )
        self._stage.show_over(page)
        self._make_room(page)
        return page

    def send(self) -> "ExportPage":
        """Export for sign-off: the page of the export, set to keep this round."""
        page = self.export()
        page.round.setChecked(True)
        return page

    def _make_room(self, page: "ExportPage") -> None:
        """Show the preview beside a page; where the window is small, the page alone."""
        workspace, preview = self._stage.workspace, self.preview
        was_shown = preview.is_shown
        is_small = workspace.width() < ems(workspace.font(), _SMALL)
        preview.show(wanted=not is_small)
        workspace.withhold_findings(wanted=is_small)

        def leave() -> None:
            preview.show(wanted=was_shown)
            workspace.withhold_findings(wanted=False)

        page.left.connect(leave)

    def _keep_choices(self, choices: "ExportChoices") -> None:
        if choices != self._choices:
            self._choices = choices
            self.preview.pane.refresh()

    def _tell_exported(self, paths: list[Path], *, is_sent: bool) -> None:
        from gicapp.core.readiness import count_gaps
        from gicapp.gui.documents import settings
        from gicapp.gui.messages.offer import Choice, Offer
        from gicapp.gui.output.export_choices import store_choices

        store_choices(settings(), self.choices)
        what = f"“{paths[0].name}”" if len(paths) == 1 else f" {len(paths)} 个文件"
        folder = paths[0].parent
        kept = f"，{self._keep_round()}" if is_sent else ""
        files = self._documents
        choices: tuple[Choice, ...] = (
            Choice("打开所在文件夹", lambda: _open(files.session, folder)),
            Choice("打开文件", lambda: _open(files.session, paths[0])),
        )
        if is_sent and not files.session.is_saved and not files.is_saving:
            choices = (Choice("保存报告", files.save), *choices)
        text = f"已导出{what}到“{folder}”{kept}。"
        gaps = count_gaps(files.session.report)
        if gaps:
            text += f"其中还有 {gaps} 处【请填写…】没有写，写好后请再导出一次。"
        files.session.offered.emit(Offer(text, choices))

    def show_manual(self) -> "ManualWindow":
        """Show the manual in a window of its own, at what the user is doing."""
        from gicapp.gui.manual.manual_window import ManualWindow

        if self._manual is None:
            self._manual = ManualWindow()
        self._manual.show()
        self._manual.show_chapter_of(_CHAPTERS.get(self._shown(), _CHAPTERS[""]))
        self._manual.raise_()
        self._manual.activateWindow()
        return self._manual

    def _shown(self) -> str:
        """Return the kind of page that the user looks at; nothing on the start page."""
        page = self._stage.shown_page
        return "" if page is None else type(page).__name__


def _open(session: "Session", path: Path) -> None:
    """Let the desktop show a file or a folder; on a share that hangs the desktop would wait."""
    from gicapp.files.stamp import is_there
    from gicapp.gui.session_work import wait_for

    def show(there: bool) -> None:  # noqa: FBT001  # what came of the look
        if not there or not QDesktopServices.openUrl(QUrl.fromLocalFile(str(path))):
            session.refuse(f"打不开“{path}”：它不在了，网络盘断开了，或者本机没有打开它的程序。")

    wait_for(session, f"正在打开“{path.name or path}”", lambda _: is_there(path), show)
