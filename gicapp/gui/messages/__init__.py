"""What the program tells the user, in bars above the page."""
