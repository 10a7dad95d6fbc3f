"""The style sheet, generated from the tokens."""

from collections.abc import Mapping

from flashdeck.gui.tokens import (
    ANSWER_HEIGHT,
    ARROW,
    CELL_MARGIN,
    CHECK_PADDING,
    CHOICE_HEIGHT,
    COMBO_ARROW_ROOM,
    FOCUS_RING,
    GROOVE,
    INDICATOR,
    MENU_ICON,
    MENU_KEY_ROOM,
    PADDING_BUTTON,
    PADDING_MENU,
    PADDING_PRIMARY,
    PADDING_TEXT,
    PROGRESS,
    RADIUS,
    RADIUS_S,
    RAIL_ENTRY,
    RAIL_PADDING,
    SCROLL_BAR,
    SORT_ARROW,
    SPACE_2XS,
    SPACE_M,
    SPACE_S,
    SPACE_XL,
    SPACE_XS,
    Colours,
    Sizes,
)


def style_sheet(c: Colours, s: Sizes, pictures: Mapping[str, str]) -> str:
    """Return the style sheet of the application.

    Args:
        c: colours of the scheme.
        s: sizes at the user's factor.
        pictures: paths of the tinted pictures that indicators need, by icon name.
    """
    return "".join((_texts(c, s), _buttons(c, s), _inputs(c, s, pictures), _lists(c, s), _frame(c, s), _bars(c, s)))


def _texts(c: Colours, s: Sizes) -> str:
    return f"""
* {{ font-size: {s.body}px; }}
QWidget {{ color: {c.text}; }}
QMainWindow, QDialog, QWidget[role="page"] {{ background: {c.background}; }}
QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
QLabel[role="muted"] {{ color: {c.muted}; }}
QLabel[role="small"] {{ color: {c.muted}; font-size: {s.small}px; }}
QLabel[role="strong"] {{ font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="title"] {{ font-size: {s.title}px; font-weight: 600; }}
QLabel[role="number"] {{ font-size: {s.number}px; font-weight: 600; }}
QLabel[role="greeting"] {{ font-size: {s.strong}px; color: {c.muted}; }}
QLabel[role="count"] {{ font-weight: 600; }}
QLabel[role="error"] {{ color: {c.again}; }}
QLabel[role="good"] {{ color: {c.good}; }}
QLabel[role="answer-again"] {{ color: {c.again}; font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="answer-hard"] {{ color: {c.hard}; font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="answer-good"] {{ color: {c.good}; font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="answer-easy"] {{ color: {c.easy}; font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="answer-text"] {{ font-size: {s.strong}px; font-weight: 600; }}
QLabel[role="key"] {{
    background: {c.hover}; border: 1px solid {c.line}; border-radius: {RADIUS_S}px;
    padding: {SPACE_2XS}px {s.px(PADDING_TEXT)}px; font-size: {s.small}px;
}}
QLabel[role="drop"] {{
    background: {c.accent_soft}; border: {FOCUS_RING}px dashed {c.accent}; border-radius: {RADIUS}px;
    font-size: {s.title}px;
}}
QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="pane"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[role="notice"] {{ background: {c.accent_soft}; border: none; border-radius: {RADIUS}px; }}
QToolTip {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line};
    padding: {SPACE_XS}px {SPACE_S}px; font-size: {s.small}px;
}}
QBalloonTip {{ background: {c.surface}; }}
QBalloonTip QPushButton {{ background: transparent; border: none; margin: 0; padding: 0; min-height: 0; }}
"""


def _buttons(c: Colours, s: Sizes) -> str:
    inner = s.target - 2 * FOCUS_RING
    ring = f"border: {FOCUS_RING}px solid {c.accent};"
    return f"""
QPushButton, QToolButton {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px;
    padding: 0 {s.px(PADDING_BUTTON)}px; min-height: {inner}px; outline: 0;
}}
QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.disabled}; background: transparent; }}
QPushButton:focus, QToolButton:focus {{ {ring} margin: 0; }}
QPushButton[role="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
    padding: 0 {s.px(PADDING_PRIMARY)}px; min-height: {inner + SPACE_S}px;
}}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {c.accent}; }}
QPushButton[role="primary"]:focus {{ border: {FOCUS_RING}px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.hover}; color: {c.disabled}; border-color: {c.line}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{
    background: transparent; border: 1px solid transparent; color: {c.muted}; padding: 0 {s.px(SPACE_S)}px;
}}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ {ring} color: {c.text}; }}
QPushButton[role="quiet"]:disabled {{ color: {c.disabled}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent}; }}
QPushButton[role="link"]:hover {{ background: {c.accent_soft}; }}
QPushButton[role="link"]:focus {{ {ring} }}
QPushButton[role="segment"] {{ padding: 0 {s.px(SPACE_M)}px; }}
QPushButton[role="segment"]:checked {{
    background: {c.accent_soft}; border-color: {c.accent}; color: {c.text}; font-weight: 600;
}}
QPushButton[role="segment"]:checked:focus {{ {ring} }}
QPushButton[role="rail"] {{
    background: transparent; border: {FOCUS_RING}px solid transparent; text-align: left; margin: 0;
    padding: 0 {s.px(RAIL_PADDING)}px; min-height: {s.px(RAIL_ENTRY)}px; color: {c.text};
}}
QPushButton[role="rail"]:hover {{ background: {c.hover}; }}
QPushButton[role="rail"]:checked {{ background: {c.accent_soft}; font-weight: 600; }}
QPushButton[role="rail"]:focus {{ {ring} }}
QPushButton[role="quiet"]:checked {{ background: {c.accent_soft}; color: {c.text}; }}
QPushButton[role="answer"] {{ padding: 0; min-height: {s.px(ANSWER_HEIGHT)}px; }}
QPushButton[role="choice"] {{ text-align: left; padding: 0; min-height: {s.px(CHOICE_HEIGHT)}px; }}
"""


def _inputs(c: Colours, s: Sizes, pictures: Mapping[str, str]) -> str:
    inner = s.target - 2 * FOCUS_RING
    box, handle, arrow = s.px(INDICATOR), s.px(INDICATOR), s.px(ARROW)
    return f"""
QLineEdit, QAbstractSpinBox, QPlainTextEdit {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit, QAbstractSpinBox {{ min-height: {inner}px; padding: 0 {s.px(SPACE_S)}px; }}
QLineEdit[role="typed"] {{ min-height: {s.px(ANSWER_HEIGHT)}px; font-size: {s.strong}px; }}
QLineEdit QToolButton, QFileDialog QToolButton {{
    background: transparent; border: none; margin: 0; padding: 0; min-height: 0;
}}
QFileDialog QToolButton {{ padding: {s.px(SPACE_XS)}px; }}
QPlainTextEdit {{ padding: {s.px(SPACE_XS)}px {s.px(SPACE_S)}px; }}
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{ border: {FOCUS_RING}px solid {c.accent}; margin: 0; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {c.disabled}; background: transparent; }}
QLineEdit[invalid="true"] {{ border-color: {c.again}; }}
QAbstractSpinBox {{ padding: 0; }}
QAbstractSpinBox:disabled {{ color: {c.disabled}; background: transparent; }}
QAbstractSpinBox QLineEdit {{ border: none; margin: 0; padding: 0; background: transparent; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: {s.px(SPACE_XL)}px; border: none; background: transparent; margin: {SPACE_2XS}px;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{
    background: {c.hover}; border-radius: {RADIUS_S}px;
}}
QAbstractSpinBox::up-arrow {{ image: url({pictures["chevron-up"]}); width: {arrow}px; height: {arrow}px; }}
QAbstractSpinBox::down-arrow {{ image: url({pictures["chevron-down"]}); width: {arrow}px; height: {arrow}px; }}
QComboBox {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px;
    min-height: {inner}px; padding: 0 {s.px(COMBO_ARROW_ROOM)}px 0 {s.px(SPACE_S)}px;
}}
QComboBox:disabled, QCheckBox:disabled {{ color: {c.disabled}; background: transparent; }}
QComboBox:focus {{ border: {FOCUS_RING}px solid {c.accent}; margin: 0; }}
QComboBox::drop-down {{ subcontrol-position: right center; width: {s.px(COMBO_ARROW_ROOM)}px; border: none; }}
QComboBox::down-arrow {{ image: url({pictures["chevron-down"]}); width: {arrow}px; height: {arrow}px; }}
QComboBox QAbstractItemView {{ margin: 0; padding: {SPACE_XS}px; border-radius: 0; }}
QCheckBox, QRadioButton {{
    spacing: {s.px(SPACE_S)}px; min-height: {inner}px; border: {FOCUS_RING}px solid transparent;
    border-radius: {RADIUS}px; padding: 0 {CHECK_PADDING}px; outline: 0;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QTreeView::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: {RADIUS_S}px; background: {c.surface};
}}
QCheckBox::indicator:checked, QTreeView::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url({pictures["check"]});
}}
QCheckBox::indicator:disabled {{ background: {c.hover}; border-color: {c.disabled}; }}
QTreeView::indicator {{ margin-right: {s.px(SPACE_XS)}px; }}
QTreeView::indicator:indeterminate {{
    background: {c.accent_soft}; border-color: {c.accent}; image: url({pictures["partly"]});
}}
QRadioButton::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: {box // 2 + 1}px;
    background: {c.surface};
}}
QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({pictures["dot"]}); }}
QSlider {{ min-height: {s.target}px; }}
QSlider::groove:horizontal {{ height: {GROOVE}px; background: {c.line}; border-radius: {GROOVE // 2}px; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: {GROOVE // 2}px; }}
QSlider::handle:horizontal {{
    width: {handle}px; height: {handle}px; margin: -{handle // 2 - 1}px 0; background: {c.surface};
    border: {FOCUS_RING}px solid {c.accent}; border-radius: {handle // 2 + 1}px;
}}
QSlider::handle:horizontal:focus {{ background: {c.accent}; }}
"""


def _lists(c: Colours, s: Sizes) -> str:
    return f"""
QTreeView, QTableView, QListView {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px; outline: 0;
    selection-background-color: {c.accent_soft}; selection-color: {c.text};
    alternate-background-color: {c.surface}; gridline-color: {c.line};
}}
QTreeView:focus, QTableView:focus, QListView:focus {{ border: {FOCUS_RING}px solid {c.accent}; margin: 0; }}
QTreeView[role="plain"] {{ background: transparent; border: {FOCUS_RING}px solid transparent; margin: 0; }}
QTreeView[role="plain"]:focus {{ border: {FOCUS_RING}px solid {c.accent}; }}
QTreeView::item, QListView::item {{ min-height: {s.target}px; border: none; padding: 0 {s.px(SPACE_XS)}px; }}
QTableView::item {{ padding: 0 {s.px(SPACE_S)}px; border: none; }}
QTreeView::item:hover, QTableView::item:hover {{ background: {c.hover}; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
    background: {c.accent_soft}; color: {c.text};
}}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
    padding: 0 {s.px(SPACE_S) + CELL_MARGIN}px; min-height: {s.target}px; font-size: {s.small}px;
}}
QTreeView QHeaderView::section {{ padding: 0 {s.px(SPACE_XS) + CELL_MARGIN}px; }}
QHeaderView::section:hover {{ color: {c.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {s.px(SORT_ARROW)}px; height: {s.px(SORT_ARROW)}px; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}
"""


def _frame(c: Colours, s: Sizes) -> str:
    return f"""
QWidget[role="rail-ground"] {{ background: {c.background}; border-right: 1px solid {c.line}; }}
QMenuBar {{
    background: {c.background}; color: {c.muted}; border-bottom: 1px solid {c.line};
    padding: {SPACE_2XS}px {SPACE_XS}px;
}}
QMenuBar::item {{
    background: transparent; padding: {s.px(PADDING_MENU)}px {s.px(2 * PADDING_MENU)}px; border-radius: {RADIUS_S}px;
}}
QMenuBar::item:selected {{ background: {c.hover}; color: {c.text}; }}
QMenu {{
    background: {c.surface}; border: 1px solid {c.line}; padding: {SPACE_XS}px; icon-size: {s.px(MENU_ICON)}px;
}}
QMenu::item {{
    padding: {s.px(PADDING_TEXT)}px {s.px(MENU_KEY_ROOM)}px {s.px(PADDING_TEXT)}px {s.px(SPACE_M)}px;
    border-radius: {RADIUS_S}px;
}}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: {SPACE_XS}px {SPACE_S}px; }}
QMenu::icon {{ padding-left: {SPACE_S}px; }}
QSplitter::handle {{ background: transparent; }}
QScrollArea {{ background: transparent; border: none; }}
QAbstractScrollArea::corner {{ background: transparent; border: none; }}
QScrollArea[role="ringed"] {{ border: {FOCUS_RING}px solid transparent; border-radius: {RADIUS}px; }}
QScrollArea[role="ringed"]:focus {{ border-color: {c.accent}; }}
QTextBrowser {{
    background: transparent; border: {FOCUS_RING}px solid transparent; border-radius: {RADIUS}px; color: {c.text};
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QTextBrowser[ringed="true"] {{ border-color: {c.accent}; }}
QTextEdit[role="pane"] {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QTextEdit[role="pane"]:focus {{ border: {FOCUS_RING}px solid {c.accent}; }}
"""


def _bars(c: Colours, s: Sizes) -> str:
    bar = s.px(SCROLL_BAR)
    return f"""
QProgressBar {{
    background: {c.line}; border: none; border-radius: 1px; min-height: {PROGRESS}px; max-height: {PROGRESS}px;
}}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 1px; }}
QScrollBar:vertical {{ background: transparent; width: {bar}px; margin: {SPACE_2XS}px; }}
QScrollBar:horizontal {{ background: transparent; height: {bar}px; margin: {SPACE_2XS}px; }}
QScrollBar::handle {{ background: {c.line}; border-radius: {max(SPACE_2XS, bar // 2 - SPACE_2XS)}px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::handle:vertical {{ min-height: {s.target}px; }}
QScrollBar::handle:horizontal {{ min-width: {s.target}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
