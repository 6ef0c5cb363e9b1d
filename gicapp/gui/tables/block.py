"""A block of cells on the clipboard: as tab-separated text and as the HTML that Excel takes."""

import html

Block = list[list[str]]


def parse_block(text: str) -> Block:
    """Return the cells of a tab-separated text, as Excel and WPS put it on the clipboard.

    A cell with a line end or a tab in it is quoted there, and quotes in it are doubled.
    """
    lines: Block = [[]]
    cell, place, quoted = "", 0, False
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    text = text[:-1] if text.endswith("\n") else text
    while place < len(text):
        sign = text[place]
        if quoted:
            if text.startswith('""', place):
                cell, place = cell + '"', place + 1
            elif sign == '"':
                quoted = False
            else:
                cell += sign
        elif sign == '"' and not cell:
            quoted = True
        elif sign in "\t\n":
            lines[-1].append(cell)
            cell = ""
            if sign == "\n":
                lines.append([])
        else:
            cell += sign
        place += 1
    lines[-1].append(cell)
    return lines


def block_text(block: Block) -> str:
    """Return a block as tab-separated text."""
    return "".join("\t".join(line) + "\r\n" for line in block)


def block_html(block: Block) -> str:
    """Return a block as an HTML table."""
    rows = (
        "<tr>" + "".join(f"<td>{html.escape(cell)}</td>" for cell in line) + "</tr>"
        for line in block
    )
    return f"<table>{''.join(rows)}</table>"
