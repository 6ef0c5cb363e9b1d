"""The pure heart: report, changes, recognition, checks, causes, narrative. No file, no Qt."""
