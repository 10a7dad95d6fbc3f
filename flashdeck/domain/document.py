"""What a reader hands to the extraction: the content of a slide file, without any trace of files."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TextDocument:
    """A slide file that is plain text or Markdown.

    Attributes:
        name: file name without its folder.
        format: what it was read as: "text" or "markdown".
        text: decoded, line ends as they were.
    """

    name: str
    format: str
    text: str
