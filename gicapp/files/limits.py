"""How much a source may hold. Far above any real report, far below what hurts the machine."""

from typing import Final

MEGABYTE: Final = 1024 * 1024

FILE_BYTES: Final = 48 * MEGABYTE  # a Word report full of photographs
PARTS: Final = 2000  # parts of a ZIP
PART_BYTES: Final = 16 * MEGABYTE  # one part of a ZIP, unpacked
DOCUMENT_BYTES: Final = 10 * MEGABYTE  # a part that becomes a tree in memory
TEXT_BYTES: Final = 12 * MEGABYTE  # a plain text or CSV file
PAGE_BYTES: Final = 6 * MEGABYTE  # a web page
SHEETS: Final = 300
CELLS: Final = 24_000  # filled cells of a whole source
ROWS: Final = 20_000  # lowest row that a sheet may reach
COLUMNS: Final = 1_000
AREA: Final = 200_000  # rows × columns of the rectangle that a sheet fills
MERGES: Final = 20_000
MARKS: Final = 1_000_000  # opening and closing tags of an XML part that becomes a tree
PAGE_MARKS: Final = 300_000  # those of a web page
TAG_BYTES: Final = 100_000  # one tag; parsers compare all its attributes with each other
LINES: Final = 100_000  # of a text
BLOCKS: Final = 30_000  # paragraphs and tables of a source
LETTERS: Final = 2_000_000  # characters of a whole source; a long report has 30,000
