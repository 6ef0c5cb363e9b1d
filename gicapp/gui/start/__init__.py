"""What a report is begun with: the first page, the assistant, what was read, who reports."""
