"""Files of other programs: Anki packages, CSV, JSON, Markdown."""
