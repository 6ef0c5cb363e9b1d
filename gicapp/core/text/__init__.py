"""The text of a report: outline, live figures, pictures, and what its sentences claim."""
