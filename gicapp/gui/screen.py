"""Whether there is a screen to show windows on, and drawing where none is wanted."""

import os


def has_screen() -> bool:
    """Tell whether a window can be shown here."""
    if os.name == "nt" or os.environ.get("QT_QPA_PLATFORM"):
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def draw_without_screen() -> None:
    """Let the application that is made next draw into memory, needing no screen.

    Windows keeps its own platform: only there Qt finds the system's fonts.
    """
    if os.name != "nt":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
