"""The tokens of the look. Nothing else names a colour or a size."""

from typing import Final, NamedTuple


class Colours(NamedTuple):
    """One scheme; values are `#rrggbb`.

    Attributes:
        on_accent: text on a filled accent.
        hover: ground of a control under the pointer, and of code.
        disabled: text of what cannot be used now.
    """

    background: str
    surface: str
    line: str
    text: str
    muted: str
    accent: str
    accent_soft: str
    on_accent: str
    hover: str
    disabled: str
    again: str
    hard: str
    good: str
    easy: str


LIGHT: Final = Colours(
    background="#FAF9F7",
    surface="#FFFFFF",
    line="#E4E2DD",
    text="#1F2328",
    muted="#5B6169",
    accent="#2B5AA6",
    accent_soft="#E8EFF9",
    on_accent="#FFFFFF",
    hover="#F3F1ED",
    disabled="#A9A59D",
    again="#B3382C",
    hard="#8A5A00",
    good="#1B7345",
    easy="#2B5AA6",
)
DARK: Final = Colours(
    background="#16181C",
    surface="#1E2126",
    line="#31353C",
    text="#E6E8EB",
    muted="#A0A7B0",
    accent="#86AEF2",
    accent_soft="#24324A",
    on_accent="#16181C",
    hover="#262A30",
    disabled="#626A74",
    again="#F0857A",
    hard="#E0B15E",
    good="#6CC79A",
    easy="#86AEF2",
)


class Sizes(NamedTuple):
    """Lengths in device-independent pixels, scaled by one factor."""

    factor: float = 1.0

    def px(self, length: float) -> int:
        """Return a length of the 100 % design as it is at this factor, at least 1."""
        return max(1, round(length * self.factor))

    @property
    def body(self) -> int:
        """Text of controls and lists."""
        return self.px(13)

    @property
    def small(self) -> int:
        """Hints and captions."""
        return self.px(12)

    @property
    def strong(self) -> int:
        """Headings inside a page."""
        return self.px(15)

    @property
    def title(self) -> int:
        """The page's name."""
        return self.px(20)

    @property
    def number(self) -> int:
        """The one number a page is about."""
        return self.px(28)

    @property
    def card(self) -> int:
        """Question and answer."""
        return self.px(21)

    @property
    def target(self) -> int:
        """Height of what can be hit."""
        return self.px(32)

    @property
    def icon(self) -> int:
        """Edge of an icon."""
        return self.px(20)

    @property
    def measure(self) -> int:
        """Widest that a page of lists and settings grows."""
        return self.px(760)

    @property
    def rail(self) -> int:
        """Width of the rail with words."""
        return self.px(184)


SPACE_2XS: Final = 2
SPACE_XS: Final = 4
SPACE_S: Final = 8
SPACE_M: Final = 12
SPACE_L: Final = 16
SPACE_XL: Final = 24
SPACE_2XL: Final = 32
SPACE_3XL: Final = 48
CELL_MARGIN: Final = 3
"""What Qt leaves free at both ends of a cell, within its padding, however large the text is; not of a header."""
TEXT_MARGIN: Final = 4
"""What Qt leaves free around a text to be edited, likewise."""
HAIRLINE: Final = 1
RADIUS: Final = 8
RADIUS_S: Final = 4
"""Of what is small: boxes, entries of menus."""
FOCUS_RING: Final = 2
CHECK_PADDING: Final = 4
"""Between the focus ring of a check box and its box."""
CHECK_OUT: Final = FOCUS_RING + CHECK_PADDING - 1
"""How far a check box stands out to the left, so that its box and the edges of the fields, which have a margin of 1,
are in one line and its ring goes around it."""
GROOVE: Final = 4
"""Thickness of the line that a slider moves on."""
PROGRESS: Final = 3
"""Thickness of the line that shows how far something is."""
RAIL_MARK: Final = 3
"""Width of the bar that marks the page in the rail."""

# lengths at 100 %, for `Sizes.px`
PADDING_BUTTON: Final = 14
PADDING_PRIMARY: Final = 22
PADDING_MENU: Final = 5
PADDING_TEXT: Final = 6
RAIL_PADDING: Final = 10
"""Between the edge of an entry of the rail and its icon."""
RAIL_ENTRY: Final = 34
ANSWER_HEIGHT: Final = 52
"""Of an answer button, and of the line to type an answer in."""
CHOICE_HEIGHT: Final = 64
"""Of a button with a sentence below its name."""
INDICATOR: Final = 16
"""Edge of a box to tick, of an arrow beside a deck and of the handle of a slider."""
ARROW: Final = 12
"""Edge of an arrow in a field."""
SORT_ARROW: Final = 10
SCROLL_BAR: Final = 12
COMBO_ARROW_ROOM: Final = 28
MENU_KEY_ROOM: Final = 28
MENU_ICON: Final = 16
"""About as high as the words beside it, so that all lines of a menu are of one height."""
INDENT: Final = 20
"""How far each level of a tree stands in."""
HEAT_CELL: Final = 13
"""A day in the strip of the last weeks, with the gap beside it."""
HEAT_SQUARE: Final = 11
NUMBER_FIELD: Final = 104
DATE_FIELD: Final = 144
WORDY_FIELD: Final = 176
"""A number with words behind it."""
SETTING_NAME: Final = 176
TWO_LINES: Final = 56
"""Least height of a field for a text."""
COUNT_COLUMN: Final = 64
"""Counts beside decks."""
PERCENT_COLUMN: Final = 88
RECALL_COLUMN: Final = 152
"""Percentages beside decks with a bar beside each."""
RECALL_BAR: Final = 64
BAR: Final = 6
"""Thickness of a bar that shows a share in a line of text."""
NAME_COLUMN: Final = 160
"""Least that the names of decks get beside bars."""
CARD_LIST: Final = {
    "topic": (140, 600),
    "deck": (120, 840),
    "due": (96, 0),
    "ease": (64, 680),
    "state": (96, 480),
}
"""Columns of the list of cards: their width at first, and the list's below which they are left out."""
CARD_COLUMN: Final = 56
"""Least width of a column of the list of cards."""
NARROW_COLUMN: Final = 40
"""Least width of a column beside a deck."""
DECKS_PANE: Final = 288
"""Width of the decks beside the list of cards, at first."""
DIALOG: Final = 440
WIDE_DIALOG: Final = 560
EDITOR_DIALOG: Final = (880, 520)
KEYS_DIALOG: Final = (520, 560)
EDITOR_NARROW: Final = 520
"""Width below which an editor shows no preview."""
LIBRARY_NARROW: Final = 720
LIBRARY_LOW: Final = 540
"""Size below which the library shows one thing at a time."""

# lengths whatever the text's size is
WIDEST_SETTING_NAME: Final = 220
"""However large the text is, so that the fields keep their room."""
FIRST_SIZE: Final = (1100, 740)
"""Of the window when it is opened for the first time."""
NARROWEST_PAGE: Final = 640
"""Of a slide that is drawn to be read."""
CARD_LINE_HEIGHT: Final = 1.5
CARD_COLUMNS: Final = 68
"""Characters in a line of card text."""
MINIMUM_SIZE: Final = (840, 560)
COMPACT_BELOW: Final = 960
"""Window width below which the rail shows icons only."""
FADE_MS: Final = 120
"""How long one card takes to follow another, without reduced motion."""
SCALE_RANGE: Final = (80, 200)
"""Text size in percent."""
