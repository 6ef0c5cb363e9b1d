"""The report as printed pages: laid out without Qt, then painted on screen, paper and PDF."""
