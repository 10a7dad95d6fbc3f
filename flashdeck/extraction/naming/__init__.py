"""How cards call things: the subject of a slide, the context line, the words of a question in the deck's language."""
