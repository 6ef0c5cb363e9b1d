"""Recognises the tables and the text of a report in whatever a reader found.

Pure: no file, no window. What others call:

- `recognise.recognise(grid, form) -> Recognition`: which grid cell is which form cell, by labels;
  an empty table is recognised like a filled one. `Recognition.cells` maps cell ids to the (row,
  column) of their grid cells.
- `interpretation.interpret(content, form=None, year=None, unit=None, source="") -> Reading`
- `sections.split_sections(blocks, tables, forms) -> Narrative`
- `figure_text.take_value(cell, kind, unit="") -> Taken`
- `gicapp.core.intake`: from a Reading to changes of a report and a receipt.
"""
