"""Document types in XML, which no office program writes and which only serve to do harm."""

from typing import Final

from gicapp.files.reading.unreadable import Unreadable

_DECLARED: Final = b"<!DOCTYPE"


def refuse_entities(text: bytes, what: str) -> bytes:
    """Return the XML as it is; raise Unreadable when it declares a document type."""
    if _DECLARED in text:
        raise Unreadable("file.hostile", f"{what}含有不应出现的实体声明，为安全起见没有读取。")
    return text
