"""What the program knows of languages: word lists, terms, and the little grammar that cards need."""
