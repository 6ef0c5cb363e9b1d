"""The editor, checker and exporter for the annual report on information disclosure."""

__version__ = "0.1.0"
