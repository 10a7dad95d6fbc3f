"""The collection: one SQLite file. All SQL lives here."""
