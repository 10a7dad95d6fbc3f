"""Markdown fields of notes to HTML that is safe to show."""
