"""Reports as Word documents: the official template, a unit's own, and the proof of both."""

from gicapp.files.word.document import build_document, export_document, proven_document

__all__ = ["build_document", "export_document", "proven_document"]
