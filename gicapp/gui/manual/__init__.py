"""The manual in the program, and the script that takes its pictures."""
