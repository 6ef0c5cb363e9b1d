"""The way out: checklist, preview beside the editor, and the export page."""
