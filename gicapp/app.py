"""Starts the window."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from gicapp.gui.window import Window


def run(argv: Sequence[str]) -> int:
    """Open the window, on a file where one is named; return the exit code."""
    from gicapp.gui.documents import settings
    from gicapp.gui.missing_font import tell_of_missing_font
    from gicapp.gui.placement import place, remember
    from gicapp.gui.screen import has_screen
    from gicapp.gui.window import put_away

    if not has_screen():
        sys.stderr.write("没有可用的屏幕，无法打开窗口。命令行的用法见：gicapp --help\n")
        return 2
    app, window = open_window()
    place(window, settings())
    window.show()
    window.keeping.offer_recovery_soon()
    tell_of_missing_font(window.keeping.notices)
    window.preparation.begin_soon()
    if argv:
        window.documents.open(Path(argv[0]))
    code = app.exec()
    remember(window, settings())
    sys.excepthook = sys.__excepthook__  # the hook holds the window until the very end
    put_away(window)
    if "gicapp.gui.file_dialog" in sys.modules:
        from gicapp.gui.file_dialog import is_any_aside

        if is_any_aside():
            os._exit(code)  # all is saved and let go of; Python's own end would wait for a share
    return code


def open_window() -> "tuple[QApplication, Window]":
    """Return the application and its window, not yet shown."""
    _choose_input_method()
    from PySide6.QtWidgets import QApplication

    from gicapp.gui.appearance import dress
    from gicapp.gui.safety.rescue import Rescue, log_to, own_folder
    from gicapp.gui.sweeps import Sweeper
    from gicapp.gui.window import Window

    app = QApplication([sys.argv[0]])
    dress(app)
    Sweeper(app)
    log_to(own_folder())
    window = Window()
    Rescue(lambda: window.session, own_folder()).install()
    return app, window


def _choose_input_method() -> None:
    """Let Chinese be typed on Linux: speak to ibus, or to fcitx 5 through the same portal.

    Qt's wheels carry no fcitx plugin; with QT_IM_MODULE=fcitx only Latin letters would arrive.
    """
    if os.name == "nt" or os.environ.get("QT_IM_MODULE") == "ibus":
        return
    if _portal_is_there():
        os.environ["QT_IM_MODULE"] = "ibus"
        os.environ["IBUS_USE_PORTAL"] = "1"


def _portal_is_there() -> bool:
    """Tell whether an input method owns the portal on the session bus."""
    if not os.environ.get("DBUS_SESSION_BUS_ADDRESS") and not os.environ.get("XDG_RUNTIME_DIR"):
        return False
    from PySide6.QtDBus import QDBusConnection

    bus = QDBusConnection.sessionBus()
    interface = bus.interface() if bus.isConnected() else None
    if interface is None:
        return False
    return bool(interface.isServiceRegistered("org.freedesktop.portal.IBus").value())
