"""The only package that knows file formats and paths; readers return, writers give bytes."""
