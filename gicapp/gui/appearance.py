"""How the program looks: quiet colours for light and dark, spacing, and fonts that hold Chinese."""

from functools import lru_cache
from html import escape
from typing import ClassVar, Final

from PySide6.QtCore import QLibraryInfo, QLocale, QRect, QSettings, Qt, QTranslator
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPalette
from PySide6.QtWidgets import QApplication

from gicapp.gui.schemes import DARK, HIGH, LIGHT, Colours, is_of_high_contrast, of_system
from gicapp.resources import resource

GAP: Final = 8  # pixels between things that belong together; 4 and 16 are half and twice of it
TARGET: Final = 24  # pixels that a box to tick has at least to be clicked on

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
_SMALLEST_POINTS: Final = 10.0
_CONTRAST: Final = "contrast"
_Name = tuple[str, tuple[str, ...]]


class _Shown:
    """What the program shows now: asked for with every cell that is painted."""

    scheme: ClassVar[Colours] = LIGHT


def colours() -> Colours:
    """Return the colours of the scheme that the program shows now."""
    return _Shown.scheme


def is_high() -> bool:
    """Tell whether high contrast is shown: ours, or a scheme of the system's."""
    return colours() not in (LIGHT, DARK)


def dress(app: QApplication) -> None:
    """Give the program its words, style, fonts and colours, and follow the system's."""
    _speak_chinese(app)
    system = QPalette(app.palette())
    app.setStyle("Fusion")
    app.setFont(ui_font(app.font().pointSizeF()))
    hints = app.styleHints()
    _show(app, _scheme_of(system, hints.colorScheme()))
    hints.colorSchemeChanged.connect(lambda scheme: _follow(app, scheme))


def _speak_chinese(app: QApplication) -> None:
    """Let Qt's own words be Chinese, too, whatever the system speaks: its menus and dialogs."""
    QLocale.setDefault(QLocale(QLocale.Language.Chinese, QLocale.Country.China))
    words = QTranslator(app)
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if words.load("qtbase_zh_CN", folder):
        app.installTranslator(words)


def _follow(app: QApplication, scheme: Qt.ColorScheme) -> None:
    """Show the colours that the system has now."""
    app.setPalette(QPalette())  # the system's own again
    _show(app, _scheme_of(app.palette(), scheme))


def _scheme_of(system: QPalette, scheme: Qt.ColorScheme) -> Colours:
    """Return what suits a system, and what the user asked for."""
    if is_of_high_contrast(system, scheme):
        return of_system(system)
    if QSettings().value(_CONTRAST, False, bool):
        return HIGH
    return DARK if scheme is Qt.ColorScheme.Dark else LIGHT


def toggle_contrast() -> None:
    """Show the colours of high contrast, or the system's light or dark; it is remembered."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    high = not is_high()
    QSettings().setValue(_CONTRAST, high)
    recolour(app, dark=app.styleHints().colorScheme() is Qt.ColorScheme.Dark, high=high)


def recolour(app: QApplication, *, dark: bool, high: bool = False) -> None:
    """Show the light or the dark colours, or those of high contrast."""
    _show(app, HIGH if high else DARK if dark else LIGHT)


def _show(app: QApplication, scheme: Colours) -> None:
    _Shown.scheme = scheme
    app.setStyleSheet("")  # under widgets that wear one, another takes six times as long
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
    return round(_em(_name(font)) * count)


@lru_cache(maxsize=64)
def _em(font: _Name) -> int:
    """Return the width of a Chinese character; kept, because it is asked for at every paint."""
    return QFontMetrics(_font_named(font)).horizontalAdvance("汉")


def tip(text: str) -> str:
    """Return a text as a tip that wraps: Qt leaves a plain one in one line, off the screen."""
    return f"<p>{escape(text).replace(chr(10), '<br>')}</p>" if text else ""


def wrapped_height(font: QFont, width: int, text: str) -> int:
    """Return how high a text is that wraps in a width of pixels."""
    return _wrapped_height(_name(font), width, text)


@lru_cache(maxsize=2048)
def _wrapped_height(font: _Name, width: int, text: str) -> int:
    """Return how high a text is; kept, because most lines stay from check to check."""
    room, wrap = QRect(0, 0, width, 10_000), int(Qt.TextFlag.TextWordWrap)
    return QFontMetrics(_font_named(font)).boundingRect(room, wrap, text).height()


def _name(font: QFont) -> _Name:
    """Return what tells a font from others; `toString` leaves all its families but one out."""
    return font.toString(), tuple(font.families())


def _font_named(name: _Name) -> QFont:
    words, families = name
    font = QFont()
    font.fromString(words)
    font.setFamilies(list(families))
    return font


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
        palette.setColor(QPalette.ColorGroup.Disabled, name, QColor(scheme.idle))
    return palette


def _style_sheet(scheme: Colours) -> str:
    text = resource("window.css").read_text("utf-8")
    for name, colour in scheme._asdict().items():
        text = text.replace(f"@{name};", f"{colour};").replace(f"@{name} ", f"{colour} ")
    shade = "light" if QColor(scheme.base).lightness() > 127 else "dark"
    for name in ("mark", "arrow"):
        picture = resource(f"icons/{name}-{shade}.svg")
        text = text.replace(f"@{name};", f'url("{picture.as_posix()}");')
    return text.replace("@box;", f"{ems(QApplication.font(), 1.1)}px;")
