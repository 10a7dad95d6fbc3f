"""The rules that make cards, one a file, tried in the order of `RULES`."""
