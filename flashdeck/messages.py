"""Sentences of the core that the window can say in another language."""

from typing import Any

_PLAIN = (int, float)


class Message(str):
    """A text in English that remembers its template and what was filled in, as `{name}` in the template.

    It is that text wherever a text is wanted; the window looks the template up among the translations.
    """

    template: str
    values: dict[str, Any]

    def __new__(cls, template: str, /, **values: object) -> "Message":
        """Fill in a template, which has to be written out in the call, so that translators get to see it."""
        made = super().__new__(cls, template.format(**values))
        made.template = template
        made.values = values
        return made

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, Any]]:
        return (self.template,), self.values


def to_json(said: str) -> str | dict[str, Any]:
    """Return a text as JSON can hold it, for another process to make the same message of (`from_json`)."""
    if not isinstance(said, Message):
        return said
    return {"template": said.template, "values": {name: _value_to_json(value) for name, value in said.values.items()}}


def from_json(said: str | dict[str, Any]) -> str:
    """Return the text that `to_json` was given."""
    if isinstance(said, str):
        return said
    return Message(said["template"], **{name: _value_from_json(value) for name, value in said["values"].items()})


def _value_to_json(value: object) -> object:
    if isinstance(value, str):
        return to_json(value)
    return value if isinstance(value, _PLAIN) else str(value)


def _value_from_json(value: Any) -> object:  # noqa: ANN401 - JSON
    return from_json(value) if isinstance(value, str | dict) else value
