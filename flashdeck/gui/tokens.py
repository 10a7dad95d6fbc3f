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
    def count_column(self) -> int:
        """A column of counts beside decks."""
        return self.px(64)

    @property
    def percent_column(self) -> int:
        """A column of percentages beside decks."""
        return self.px(88)

    @property
    def recall_column(self) -> int:
        """Such a column with a bar beside each."""
        return self.px(152)

    @property
    def name_column(self) -> int:
        """Narrowest that the names of decks stand beside such a bar."""
        return self.px(160)

    @property
    def recall_bar(self) -> int:
        """Length of such a bar."""
        return self.px(64)

    @property
    def bar(self) -> int:
        """Height of a bar that shows a share."""
        return self.px(6)

    @property
    def measure(self) -> int:
        """Widest that a page of lists and settings grows."""
        return self.px(760)

    @property
    def rail(self) -> int:
        """Width of the rail with words."""
        return self.px(184)


SPACE_XS: Final = 4
SPACE_S: Final = 8
SPACE_M: Final = 12
SPACE_L: Final = 16
SPACE_XL: Final = 24
SPACE_2XL: Final = 32
SPACE_3XL: Final = 48
RADIUS: Final = 8
FOCUS_RING: Final = 2
CHECK_PADDING: Final = 4
"""Between the focus ring of a check box and its box."""
CHECK_OUT: Final = FOCUS_RING + CHECK_PADDING - 1
"""How far a check box stands out to the left, so that its box and the edges of the fields, which have a margin of 1,
are in one line and its ring goes around it."""
RAIL_PADDING: Final = 10
"""Between the edge of an entry of the rail and its icon, at 100 %."""
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
