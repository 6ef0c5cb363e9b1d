"""The system's Chinese font again, with lines as high as another system's font asks for."""

from collections.abc import Iterator
from contextlib import contextmanager
from struct import pack, unpack_from
from typing import Final

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QFontDatabase, QFontMetrics, QRawFont

from gicapp.gui import appearance
from gicapp.gui.appearance import UI_FAMILIES, ui_font

NOTO: Final = (1.16, 0.288)  # characters above and below the base line: Kylin, UOS, Debian
YAHEI: Final = (1.058, 0.262)  # Windows
_TABLES: Final = (
    "CFF ", "GSUB", "OS/2", "cmap", "cvt ", "fpgm", "gasp", "glyf", "head", "hhea", "hmtx",
    "loca", "maxp", "name", "post", "prep", "vhea", "vmtx",
)  # fmt: skip


@contextmanager
def installed(ascent: float, descent: float) -> Iterator[None]:
    """Let the window's font have lines of this height while the body runs."""
    raw = QRawFont.fromFont(ui_font(12), QFontDatabase.WritingSystem.SimplifiedChinese)
    number = QFontDatabase.addApplicationFontFromData(QByteArray(_font(raw, ascent, descent)))
    assert number >= 0
    _forget_measures()
    try:
        metrics = QFontMetrics(ui_font(12))
        assert abs(metrics.height() - (ascent + descent) * metrics.horizontalAdvance("汉")) < 2
        yield
    finally:
        QFontDatabase.removeApplicationFont(number)
        _forget_measures()


def _forget_measures() -> None:
    appearance._em.cache_clear()
    appearance._wrapped_height.cache_clear()


def _font(raw: QRawFont, ascent: float, descent: float) -> bytes:
    """Return the font as a file of its own, under the name that the window asks for first."""
    tables = {tag: _table(raw, tag) for tag in _TABLES}
    unit = unpack_from(">H", tables["head"], 18)[0]
    up, down = round(ascent * unit), round(descent * unit)
    head, metrics = tables["hhea"], tables["OS/2"]
    tables["hhea"] = head[:4] + pack(">hhh", up, -down, 0) + head[10:]
    tables["OS/2"] = metrics[:68] + pack(">hhhHH", up, -down, 0, up, down) + metrics[78:]
    tables["name"] = _names(UI_FAMILIES[0])
    return _file({tag: table for tag, table in tables.items() if table})


def _table(raw: QRawFont, tag: str) -> bytes:
    return bytes(raw.fontTable(tag).data())  # type: ignore[call-overload]  # takes text, too


def _names(family: str) -> bytes:
    words = {1: family, 2: "Regular", 4: family, 6: family.replace(" ", "")}
    records, said = b"", b""
    for number, word in words.items():
        coded = word.encode("utf-16-be")
        records += pack(">6H", 3, 1, 0x409, number, len(coded), len(said))
        said += coded
    return pack(">3H", 0, len(words), 6 + len(records)) + records + said


def _file(tables: dict[str, bytes]) -> bytes:
    kind = b"OTTO" if "CFF " in tables else b"\0\1\0\0"
    directory, bodies = kind + pack(">4H", len(tables), 0, 0, 0), b""
    start = 12 + 16 * len(tables)
    for tag, table in sorted(tables.items()):
        directory += tag.encode() + pack(">3I", 0, start + len(bodies), len(table))
        bodies += table + b"\0" * (-len(table) % 4)
    return directory + bodies
