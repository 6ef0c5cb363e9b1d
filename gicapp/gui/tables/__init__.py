"""The editor of a table: official merges and labels, worked with as a spreadsheet."""
