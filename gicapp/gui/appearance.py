"""How the program looks: quiet colours for light and dark, spacing, and fonts that hold Chinese."""

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from gicapp.resources import resource

if TYPE_CHECKING:
    from gicapp.core.finding import Severity

GAP: Final = 8  # pixels between things that belong together; 4 and 16 are half and twice of it

UI_FAMILIES: Final = (
    "Microsoft YaHei UI",
    "Microsoft YaHei",
    "Noto Sans CJK SC",
    "Source Han Sans SC",
    "WenQuanYi Micro Hei",
    "Noto Sans SC",
    "PingFang SC",
    "SimSun",
)
SONG_FAMILIES: Final = ("SimSun", "宋体", "Noto Serif CJK SC", "Source Han Serif SC")
_SMALLEST_POINTS: Final = 10.0
_CONTRAST: Final = "contrast"


@dataclass(frozen=True)
class Colours:
    """The colours of one scheme, as #rrggbb; the contrast of text is 4.5 to 1 or more."""

    window: str
    base: str
    label: str
    derived: str
    line: str
    frame: str
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


def colours() -> Colours:
    """Return the colours of the scheme that the program shows now."""
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    if window.name() == HIGH.window:
        return HIGH
    return DARK if window.lightness() < 128 else LIGHT


def dress(app: QApplication) -> None:
    """Give the program its style, fonts and colours, and follow the system's light or dark.

    A system of white on black is one of high contrast, and the program keeps to that.
    """
    system = app.palette().color(QPalette.ColorRole.Window).name()
    app.setStyle("Fusion")
    app.setFont(ui_font(app.font().pointSizeF()))
    hints = app.styleHints()
    high = system == HIGH.window or bool(QSettings().value(_CONTRAST, False, bool))
    recolour(app, dark=hints.colorScheme() is Qt.ColorScheme.Dark, high=high)
    hints.colorSchemeChanged.connect(
        lambda scheme: recolour(app, dark=scheme is Qt.ColorScheme.Dark, high=colours() is HIGH)
    )


def toggle_contrast(app: QApplication) -> None:
    """Show the colours of high contrast, or the system's light or dark; it is remembered."""
    high = colours() is not HIGH
    QSettings().setValue(_CONTRAST, high)
    recolour(app, dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark, high=high)


def recolour(app: QApplication, *, dark: bool, high: bool = False) -> None:
    """Show the light or the dark colours, or those of high contrast."""
    scheme = HIGH if high else DARK if dark else LIGHT
    app.setPalette(_palette(scheme))
    app.setStyleSheet(_style_sheet(scheme))


def ui_font(points: float) -> QFont:
    """Return the font of the window; never smaller than can be read."""
    font = QFont()
    font.setFamilies(list(UI_FAMILIES))
    font.setPointSizeF(max(points, _SMALLEST_POINTS))
    return font


def scaled(font: QFont, factor: float, *, bold: bool = False) -> QFont:
    """Return a copy of a font in another size."""
    copy = QFont(font)
    copy.setPointSizeF(font.pointSizeF() * factor)
    copy.setBold(bold)
    return copy


def ems(font: QFont, count: float) -> int:
    """Return the width of `count` Chinese characters in pixels."""
    return round(QFontMetrics(font).horizontalAdvance("汉") * count)


def _palette(scheme: Colours) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, colour in (
        (role.Window, scheme.window),
        (role.WindowText, scheme.text),
        (role.Base, scheme.base),
        (role.AlternateBase, scheme.derived),
        (role.Text, scheme.text),
        (role.Button, scheme.window),
        (role.ButtonText, scheme.text),
        (role.ToolTipBase, scheme.base),
        (role.ToolTipText, scheme.text),
        (role.PlaceholderText, scheme.muted),
        (role.Highlight, scheme.accent),
        (role.HighlightedText, scheme.base),
        (role.Link, scheme.accent),
        (role.Mid, scheme.frame),
        (role.Light, scheme.base),
        (role.Dark, scheme.frame),
    ):
        palette.setColor(name, QColor(colour))
    for name in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.frame))
    return palette


def _style_sheet(scheme: Colours) -> str:
    text = resource("window.css").read_text("utf-8")
    for name, colour in vars(scheme).items():
        text = text.replace(f"@{name};", f"{colour};").replace(f"@{name} ", f"{colour} ")
    mark = resource(f"icons/mark-{'light' if scheme is LIGHT else 'dark'}.svg")
    return text.replace("@mark;", f'url("{mark.as_posix()}");')
