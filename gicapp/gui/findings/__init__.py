"""The panel of findings and causes, with reasons and one-click mends."""
