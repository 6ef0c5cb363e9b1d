"""docs/reading.md says what the program does."""

from tests.core.recognition.shapes_document import PATH, document


def test_the_document_says_what_the_program_does() -> None:
    assert PATH.read_text("utf-8") == document()
