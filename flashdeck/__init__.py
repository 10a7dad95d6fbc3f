"""flashdeck turns slide decks into flashcards and helps to learn them until an exam."""

__version__ = "0.1.0"
