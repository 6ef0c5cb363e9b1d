"""The editor of a text section: heading levels as typed, live figures, pictures, marked words."""
