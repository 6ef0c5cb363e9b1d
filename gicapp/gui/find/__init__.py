"""Finding and replacing in the whole report."""
