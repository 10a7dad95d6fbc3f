"""Qt item models over tuples of frozen rows."""
