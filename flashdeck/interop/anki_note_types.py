"""The two Anki note types of every export.

They are frozen: Anki treats notes whose type gained or lost a field as conflicting and does not update
them, so the fields include spares, and the ids never change. Only `CSS` and the templates may; then
`NOTE_TYPES_MODIFIED` has to grow, or Anki keeps the old look.
"""

from datetime import UTC, datetime
from typing import Any, Final

import genanki

from flashdeck.domain.note import NoteKind
from flashdeck.interop.anki_fields import SHARED_FIELDS

NOTE_TYPES_MODIFIED: Final = datetime(2026, 1, 1, tzinfo=UTC)
_BASIC_ID: Final = 1_538_204_417
_CLOZE_ID: Final = 1_783_960_254

CSS: Final = """\
.card {
  --ink: #20242c; --paper: #fbfaf7; --quiet: #6a6f7a; --line: #d9d6cf; --accent: #1d5fa8; --shade: #efede7;
  max-width: 38em; margin: 0 auto; padding: 1.2em 1em;
  font: 20px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", sans-serif;
  text-align: left; color: var(--ink); background: var(--paper);
}
.card.nightMode, .card.night_mode {
  --ink: #e6e4de; --paper: #1e2127; --quiet: #9a9fa9; --line: #3b4049; --accent: #8ab8f0; --shade: #2a2e36;
}
.context, .source { color: var(--quiet); font-size: .75em; }
.context p, .source p { margin: 0 0 .6em; }
.source { margin-top: 1.6em; }
.extra { margin-top: 1em; font-size: .9em; }
hr#answer { border: 0; border-top: 1px solid var(--line); margin: 1em 0; }
.cloze { color: var(--accent); font-weight: 600; }
code, pre { font-family: ui-monospace, Menlo, Consolas, monospace; font-size: .9em; background: var(--shade); }
code { padding: 0 .2em; border-radius: .2em; }
pre { padding: .6em .8em; border-radius: .3em; overflow-x: auto; }
table { border-collapse: collapse; }
th, td { border: 1px solid var(--line); padding: .2em .6em; text-align: left; }
img { max-width: 100%; }
"""

_CONTEXT: Final = '{{#Context}}<div class="context">{{Context}}</div>{{/Context}}'
_AFTER: Final = (
    '{{#Extra}}<div class="extra">{{Extra}}</div>{{/Extra}}{{#Source}}<div class="source">{{Source}}</div>{{/Source}}'
)
_BASIC_TEMPLATE: Final = {
    "name": "Card",
    # all inside the condition: without a front there is no card, whatever the context
    "qfmt": f'{{{{#Front}}}}{_CONTEXT}<div class="front">{{{{Front}}}}</div>{{{{/Front}}}}',
    "afmt": f'{{{{FrontSide}}}}<hr id="answer"><div class="back">{{{{Back}}}}</div>{_AFTER}',
}
_CLOZE_TEMPLATE: Final = {
    "name": "Cloze",
    "qfmt": f'{_CONTEXT}<div class="front">{{{{cloze:Text}}}}</div>',
    "afmt": (
        f'{_CONTEXT}<div class="front">{{{{cloze:Text}}}}</div>'
        f'{{{{#Back}}}}<hr id="answer"><div class="back">{{{{Back}}}}</div>{{{{/Back}}}}{_AFTER}'
    ),
}


def note_type(kind: NoteKind) -> Any:  # noqa: ANN401 - genanki has no types
    """Return the genanki model of a kind."""
    if kind is NoteKind.BASIC:
        return _model(_BASIC_ID, "flashdeck Basic", "Front", _BASIC_TEMPLATE, genanki.Model.FRONT_BACK)
    return _model(_CLOZE_ID, "flashdeck Cloze", "Text", _CLOZE_TEMPLATE, genanki.Model.CLOZE)


def _model(model_id: int, name: str, first_field: str, template: dict[str, str], model_type: int) -> Any:  # noqa: ANN401
    return genanki.Model(
        model_id,
        name,
        fields=[{"name": field} for field in (first_field, *SHARED_FIELDS)],
        templates=[dict(template)],
        css=CSS,
        model_type=model_type,
    )
