"""Edits and saves a report without end, for tests that kill it: `busy_program FILE FOLDER`.

Prints a line for each edit that was made, before the next one starts.
"""

import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QTimer

from gicapp.core.change import SetText
from gicapp.gui.safety.custody import Custody
from gicapp.gui.safety.keeper import Keeper
from gicapp.gui.safety.saving import Saving
from gicapp.gui.session import Session


def main() -> None:
    """Run until killed: an edit every few milliseconds, a save every seventh."""
    path, folder = Path(sys.argv[1]), Path(sys.argv[2])
    app = QCoreApplication(sys.argv[:1])
    session = Session()
    keeper = Keeper(session, folder)
    saving = Saving(session, Custody(session, path.with_name("版本")))
    count = 0

    def edit() -> None:
        nonlocal count
        count += 1
        session.edit("输入文字", [SetText("1", f"第 {count} 次")])
        if count % 7 == 0 and count % 1000 < 200:  # and seconds at a stretch without a save
            saving.save(path)
        print(count, flush=True)  # noqa: T201  # the test reads how far it came

    timer = QTimer(app)
    timer.timeout.connect(edit)
    timer.start(4)
    app.aboutToQuit.connect(keeper.finish)
    app.exec()


if __name__ == "__main__":
    main()
