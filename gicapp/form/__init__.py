"""The official form as data: its declaration, the loader, and the kinds of values."""
