"""What kind of file a source is, told by its content and never by its name."""

from typing import Final

from gicapp.files.reading.archive import Archive
from gicapp.files.reading.unreadable import Unreadable

_AS_DOCX: Final = "请用 WPS 或 Word 打开，另存为 .docx 再导入。"
_AS_XLSX: Final = "请用 WPS 或 Excel 打开，另存为 .xlsx 再导入。"
_ZIP: Final = (b"PK\x03\x04", b"PK\x05\x06")
_COMPOUND: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_IMAGE: Final = "这是图片，程序不识别图片里的文字。请找到原来的表格或 Word 文件再导入。"
_PACKED: Final = "这是压缩包，请先解压，再导入里面的文件。"
# first bytes → code and message of what is known and cannot be read
_REFUSED: Final = (
    (
        b"%PDF",
        "file.pdf",
        f"这是 PDF，不能直接读取。请找到原来的 Word 文件；只有 PDF 的，{_AS_DOCX}",
    ),
    (b"{\\rtf", "file.rtf", f"这是 RTF 文档，不能直接读取。{_AS_DOCX}"),
    (b"\x89PNG", "file.image", _IMAGE),
    (b"\xff\xd8\xff", "file.image", _IMAGE),
    (b"GIF8", "file.image", _IMAGE),
    (b"BM", "file.image", _IMAGE),
    (b"II*\0", "file.image", _IMAGE),
    (b"MM\0*", "file.image", _IMAGE),
    (b"Rar!", "file.archive", _PACKED),
    (b"7z\xbc\xaf", "file.archive", _PACKED),
    (b"\x1f\x8b", "file.archive", _PACKED),
    (b"MZ", "file.program", "这是可执行程序，不是报告。程序没有运行它。"),
)
# part of a ZIP → kind
_PARTS: Final = (
    ("report.json", "gic"),
    ("xl/workbook.xml", "xlsx"),
    ("word/document.xml", "docx"),
)


def refuse_known(data: bytes) -> None:
    """Raise Unreadable for the kinds that are known by their first bytes and cannot be read."""
    if not data.strip(b"\0 \t\r\n"):
        raise Unreadable("file.empty", "文件是空的。请检查是否保存或下载完整。")
    for start, code, message in _REFUSED:
        if data.startswith(start) and not _is_text(data, start):
            raise Unreadable(code, message)


def is_zip(data: bytes) -> bool:
    """Tell whether the bytes start as a ZIP does."""
    return data.startswith(_ZIP)


def is_compound(data: bytes) -> bool:
    """Tell whether the bytes start as an OLE compound file does (xls, doc, encrypted Office)."""
    return data.startswith(_COMPOUND)


def kind_of_archive(archive: Archive) -> str:
    """Return `xlsx`, `docx`, `ods` or `gic`; raise Unreadable for any other ZIP."""
    names = archive.names
    for part, kind in _PARTS:
        if part in names:
            return kind
    if "mimetype" in names or "content.xml" in names:
        return _kind_of_open_document(archive)
    return _kind_of_other(names)


def _kind_of_open_document(archive: Archive) -> str:
    name = archive.read("mimetype", 200) if "mimetype" in archive.names else b""
    if b"spreadsheet" in name or not name:
        return "ods"
    raise Unreadable("file.odt", f"这是 OpenDocument 文字文档，不能直接读取。{_AS_DOCX}")


def _kind_of_other(names: frozenset[str]) -> str:
    if "xl/workbook.bin" in names:
        raise Unreadable("file.xlsb", f"这是二进制工作簿（.xlsb），不能直接读取。{_AS_XLSX}")
    if "OFD.xml" in names:
        raise Unreadable("file.ofd", f"这是 OFD 版式文件，不能直接读取。{_AS_DOCX}")
    if any(name.startswith("xl/") for name in names):
        return "xlsx"
    if any(name.startswith("word/") for name in names):
        return "docx"
    if any(name.startswith("ppt/") for name in names):
        raise Unreadable("file.slides", "这是演示文稿，不是报告。")
    raise Unreadable("file.archive", _PACKED)


def refuse_compound(streams: frozenset[str]) -> None:
    """Raise Unreadable for a compound file without a workbook, by the streams that it has."""
    if "EncryptedPackage" in streams:
        raise encrypted()
    if "WordDocument" in streams:
        raise Unreadable(
            "file.doc", f"这是旧格式的 Word 文档（.doc、.wps），不能直接读取。{_AS_DOCX}"
        )
    if "PowerPoint Document" in streams:
        raise Unreadable("file.slides", "这是演示文稿，不是报告。")
    raise unknown()


def encrypted() -> Unreadable:
    """Return the failure for a file that opens with a password only."""
    return Unreadable("file.encrypted", "文件设置了密码，无法读取。请去掉密码另存后再导入。")


def unknown() -> Unreadable:
    """Return the failure for a file that nothing here knows."""
    return Unreadable(
        "file.unknown",
        "认不出文件的格式。可以导入 Excel、WPS 表格、CSV、Word（.docx）、网页和本程序的报告文件。",
    )


def _is_text(data: bytes, start: bytes) -> bool:
    """Tell whether a file only happens to begin with two letters that also mark a format."""
    return len(start) == 2 and start.isalpha() and b"\0" not in data[:512]
