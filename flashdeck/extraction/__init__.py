"""Slide text in, card drafts out: pure functions, the same input always giving the same cards."""
