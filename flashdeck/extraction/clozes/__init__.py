"""Which words of a sentence a cloze hides."""
