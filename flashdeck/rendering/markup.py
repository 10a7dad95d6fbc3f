"""One field, Markdown in, safe HTML out.

Markdown never sanitises, and raw HTML is a part of it, so everything passes an allow-list afterwards: no script, no
style, no classes, no address but http and https, and of an image only the bare file name, which the program looks up
among its own media. There is no way to name a file elsewhere.
"""

import re
import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

import nh3

from flashdeck.rendering import limits

if TYPE_CHECKING:
    from markdown import Markdown

_EXTENSIONS: Final = ("tables", "fenced_code", "sane_lists", "def_list")
_MEDIA_NAME: Final = re.compile(r"[\w][\w .()+-]{0,150}\.(?:png|jpe?g|gif|webp)", re.IGNORECASE | re.ASCII)
_WEB_ADDRESS: Final = re.compile(r"https?://[^\s]{1,2000}", re.IGNORECASE)
_DEEP: Final = re.compile(r"^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,3}\.(?=[ \t]))){20}|^(?: {4}|\t){20}", re.MULTILINE)
_TAGS: Final = frozenset(
    {"a", "b", "blockquote", "br", "code", "dd", "del", "div", "dl", "dt", "em", "hr", "i", "img", "kbd", "li", "mark"}
    | {"h1", "h2", "h3", "h4", "h5", "h6", "ol", "p", "pre", "s", "small", "span", "strong", "sub", "sup", "u", "ul"}
    | {"table", "tbody", "td", "th", "thead", "tr", "var"}
)
_ATTRIBUTES: Final = {"a": {"href"}, "img": {"src", "alt"}, "ol": {"start"}, "td": {"align"}, "th": {"align"}}
_ALIGNMENTS: Final = frozenset({"left", "center", "right"})


def _attribute(tag: str, name: str, value: str) -> str | None:
    """Return the attribute's value when it may stand, None to drop it."""
    match tag, name:
        case "img", "src":
            return value if _MEDIA_NAME.fullmatch(value) else None
        case "a", "href":
            return value if _WEB_ADDRESS.fullmatch(value) else None
        case "ol", "start":
            return value if value.isascii() and value.isdigit() and len(value) < 5 else None
        case _, "align":
            return value if value in _ALIGNMENTS else None
        case _:
            return value[:500]


_OF_THREAD: Final = threading.local()

_CLEANER: Final = nh3.Cleaner(
    tags=set(_TAGS),
    clean_content_tags={"script", "style", "title", "iframe", "object", "svg", "math", "template", "noscript"},
    attributes={tag: set(names) for tag, names in _ATTRIBUTES.items()},
    attribute_filter=_attribute,
    url_schemes={"http", "https"},
    url_relative="pass_through",
    link_rel=None,
)


def sanitise(markup: str) -> str:
    """Return HTML reduced to the allow-list; it must not be too nested (see `limits.too_nested`)."""
    return _CLEANER.clean(markup)


def to_html(markdown: str, say: Callable[[str], str] = str) -> str:
    """Return the HTML of one Markdown field, safe to hand to a rich text widget and quick to lay out.

    Image sources are bare file names. What exceeds the bounds in `limits` is cut or shown as plain text, with a
    notice in its place, in the words that `say` has for it; nothing raises.
    """
    text, was_cut = limits.cut(limits.clean_text(markdown))
    markup = _laid_out(text)
    if markup is None:
        markup = limits.with_notice(limits.as_plain_html(text), say(limits.NOTICE_PLAIN))
    return limits.with_notice(markup, say(limits.NOTICE_CUT)) if was_cut else markup


def to_whole_html(markdown: str) -> str:
    """Return the HTML of one Markdown field for other programs: safe, too, but whole and without notices.

    What exceeds the bounds in `limits` stands as plain text.
    """
    text = limits.clean_text(markdown)
    _, is_too_long = limits.cut(text)
    markup = None if is_too_long else _laid_out(text)
    return limits.as_plain_html(text) if markup is None else markup


def _laid_out(text: str) -> str | None:
    """Return the HTML of Markdown within the bounds on length, None when it is too nested to lay out."""
    if limits.too_many_markers(text) or _deep_quote(text) or limits.too_nested(text):
        return None
    converted = _convert(text)
    if converted is None or limits.too_nested(converted):
        return None
    safe = sanitise(converted)
    return None if limits.too_nested(safe) else safe


def _deep_quote(text: str) -> bool:
    """Whether quotes or lists stand in each other so deep that Markdown's recursion would be long."""
    return _DEEP.search(text) is not None


def _convert(text: str) -> str | None:
    """Return the HTML of the Markdown, None when its parser would have to go too deep."""
    try:
        return _converter().reset().convert(text)
    except RecursionError:
        del _OF_THREAD.converter  # it broke off in the middle of its work
        return None


def _converter() -> "Markdown":
    """Return the converter of this thread; making one takes longer than most fields take to convert."""
    if not hasattr(_OF_THREAD, "converter"):
        from markdown import Markdown  # noqa: PLC0415 - only once there is a card to show

        configuration = {"tables": {"use_align_attribute": True}}
        _OF_THREAD.converter = Markdown(
            extensions=list(_EXTENSIONS), extension_configs=configuration, output_format="html"
        )
    converter: Markdown = _OF_THREAD.converter
    return converter
