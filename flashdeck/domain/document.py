"""What a reader hands to the extraction: the content of a slide file, without any trace of files."""

from typing import NamedTuple


class TextDocument(NamedTuple):
    """A slide file that is plain text or Markdown.

    Attributes:
        name: file name without its folder.
        format: what it was read as: "text" or "markdown".
        text: decoded, line ends as they were.
    """

    name: str
    format: str
    text: str
