"""Turns of phrase that several rules share when they ask."""
