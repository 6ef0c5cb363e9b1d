"""What those see of the window who show pages of a report in it."""

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from gicapp.gui.messages.waiting import Waiting
    from gicapp.gui.page import Page
    from gicapp.gui.workspace import Workspace


class Stage(Protocol):
    """Shows a report, pages over its sections, and what is being done beside it."""

    waiting: "Waiting"

    @property
    def workspace(self) -> "Workspace":
        """Return where the report is worked on, built when it is first wanted."""

    @property
    def shown_page(self) -> "Page | None":
        """Return the page of the report that is shown; None while the start page is."""

    def show_over(self, page: "Page") -> None:
        """Show the report, and a page over its sections until it is closed."""
