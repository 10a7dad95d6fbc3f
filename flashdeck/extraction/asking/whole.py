"""The question that a whole description of a term answers, in the words of the language of its deck."""

from flashdeck.extraction.asking import nouns
from flashdeck.extraction.naming.wording import owner_of, question_about


def describe(term: str, description: str, owner: str, names: nouns.Names) -> str:
    """Return the question that a whole description answers; the bare term where its form or language does not tell.

    Args:
        term: as the slide writes it, without a colon.
        description: what the slide says of it.
        owner: what it belongs to; may be empty.
        names: what the deck knows of its words.
    """
    if names.is_english:
        from flashdeck.extraction.asking import describing  # noqa: PLC0415 - loaded with the first deck in English

        asked = describing.ask(term, description, owner, names)
        if asked is not None and asked.back == description:
            return asked.front
    return question_about(owner_of(term, owner), f"{term}?")
