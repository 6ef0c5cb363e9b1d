"""The colours of the window: of light and of dark, and of high contrast, the system's own too."""

from itertools import pairwise
from typing import TYPE_CHECKING, Final, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPalette

if TYPE_CHECKING:
    from gicapp.core.finding import Severity

READABLE: Final = 4.5  # the least contrast of text with what it stands on, as WCAG 2 reckons it
_CERTAIN: Final = 7.0  # what a system's scheme of high contrast has at least
_SHADES: Final = 20  # steps from a colour to black or white


class Colours(NamedTuple):
    """The colours of one scheme, as #rrggbb; the contrast of text is 4.5 to 1 or more."""

    window: str
    base: str
    label: str
    derived: str
    line: str
    frame: str
    idle: str
    text: str
    muted: str
    accent: str
    selected: str
    error: str
    warning: str
    hint: str
    done: str
    error_soft: str
    figure: str

    def of(self, severity: "Severity") -> str:
        """Return the colour of a severity."""
        return str(getattr(self, severity.value))


LIGHT: Final = Colours(
    window="#f3f4f6",
    base="#ffffff",
    label="#eef1f5",
    derived="#f8f9fb",
    line="#d3d8df",
    frame="#a9b1bd",
    idle="#a9b1bd",
    text="#1d2530",
    muted="#596372",
    accent="#1e5a9c",
    selected="#dce9f7",
    error="#b3261e",
    warning="#875800",
    hint="#3a5f8a",
    done="#2a6b47",
    error_soft="#fbeceb",
    figure="#e6effa",
)
DARK: Final = Colours(
    window="#1f2329",
    base="#272c33",
    label="#2f353e",
    derived="#2a2f37",
    line="#414954",
    frame="#646e7b",
    idle="#646e7b",
    text="#e7eaef",
    muted="#a7b0bd",
    accent="#82b4f0",
    selected="#274060",
    error="#ff9289",
    warning="#eebd6c",
    hint="#9dc3ee",
    done="#88d1a5",
    error_soft="#472c2c",
    figure="#2c4260",
)

HIGH: Final = Colours(
    window="#000000",
    base="#000000",
    label="#000000",
    derived="#000000",
    line="#c8c8c8",
    frame="#ffffff",
    idle="#9a9a9a",
    text="#ffffff",
    muted="#ffffff",
    accent="#ffe14d",
    selected="#00305c",
    error="#ff9d94",
    warning="#ffd24d",
    hint="#8fd3ff",
    done="#7df0ab",
    error_soft="#3d0000",
    figure="#00305c",
)


def contrast(one: QColor | str, other: QColor | str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    light, dark = sorted((_luminance(QColor(one)), _luminance(QColor(other))), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: QColor) -> float:
    red, green, blue = map(_linear, (colour.redF(), colour.greenF(), colour.blueF()))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def is_of_high_contrast(palette: QPalette, scheme: Qt.ColorScheme) -> bool:
    """Tell whether a system shows one of its schemes of high contrast.

    Qt calls those neither light nor dark. They have one ground for everything, and text that
    stands out from it.
    """
    if scheme is not Qt.ColorScheme.Unknown:
        return False
    role = QPalette.ColorRole
    grounds = [palette.color(part) for part in (role.Window, role.Base, role.Button)]
    text = palette.color(role.WindowText)
    is_one = all(one.rgb() == other.rgb() for one, other in pairwise(grounds))
    return is_one and contrast(text, grounds[0]) >= _CERTAIN


def of_system(palette: QPalette) -> Colours:
    """Return a scheme of a system's own colours; what it has no colour for is made legible."""
    role = QPalette.ColorRole
    ground, text = palette.color(role.Base), palette.color(role.WindowText)
    base, words = ground.name(), text.name()
    chosen = _soft(palette.color(role.Highlight), ground, text)

    def on_ground(colour: QColor | str) -> str:
        return _legible(QColor(colour), (ground, QColor(chosen)), text)

    accent = on_ground(palette.color(role.Link))
    plain = dict.fromkeys(("window", "base", "label", "derived", "error_soft"), base)
    lines = dict.fromkeys(("line", "frame", "text", "muted"), words)
    idle = on_ground(palette.color(QPalette.ColorGroup.Disabled, role.WindowText))
    signs = {sign: on_ground(getattr(LIGHT, sign)) for sign in ("error", "warning", "hint", "done")}
    return Colours(
        **plain, **lines, **signs, idle=idle, accent=accent, selected=chosen, figure=chosen
    )


def _soft(highlight: QColor, ground: QColor, text: QColor) -> str:
    """Return as much of a highlight as leaves the text on it, and signs, room to stand out."""
    for step in range(_SHADES, 0, -1):
        mixed = _mixed(highlight, ground, step / _SHADES)
        if contrast(mixed, text) >= _CERTAIN:
            return mixed.name()
    return ground.name()


def _legible(colour: QColor, grounds: tuple[QColor, ...], text: QColor) -> str:
    """Return a colour, moved towards that of the text until it is readable on every ground."""
    for step in range(_SHADES + 1):
        mixed = _mixed(text, colour, step / _SHADES)
        if all(contrast(mixed, ground) >= READABLE for ground in grounds):
            return mixed.name()
    return text.name()


def _mixed(one: QColor, other: QColor, share: float) -> QColor:
    """Return a colour between two, with a share of the first."""
    parts = ((one.red(), other.red()), (one.green(), other.green()), (one.blue(), other.blue()))
    return QColor(*(round(first * share + last * (1 - share)) for first, last in parts))
