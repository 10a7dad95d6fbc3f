"""The style sheet, generated from the tokens."""

from collections.abc import Mapping

from flashdeck.gui.tokens import CHECK_PADDING, FOCUS_RING, RADIUS, RAIL_PADDING, Colours, Sizes


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
    background: {c.hover}; border: 1px solid {c.line}; border-radius: 4px; padding: 2px {s.px(6)}px;
    font-size: {s.small}px;
}}
QLabel[role="drop"] {{
    background: {c.accent_soft}; border: 2px dashed {c.accent}; border-radius: {RADIUS}px; font-size: {s.title}px;
}}
QFrame[role="rule"] {{ background: {c.line}; border: none; max-height: 1px; min-height: 1px; }}
QFrame[role="pane"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QFrame[role="notice"] {{ background: {c.accent_soft}; border: none; border-radius: {RADIUS}px; }}
QToolTip {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; padding: 4px 8px; font-size: {s.small}px;
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
    padding: 0 {s.px(14)}px; min-height: {inner}px; outline: 0;
}}
QPushButton:hover, QToolButton:hover {{ background: {c.hover}; }}
QPushButton:pressed, QToolButton:pressed {{ background: {c.accent_soft}; }}
QPushButton:disabled, QToolButton:disabled {{ color: {c.disabled}; background: transparent; }}
QPushButton:focus, QToolButton:focus {{ {ring} margin: 0; }}
QPushButton[role="primary"] {{
    background: {c.accent}; color: {c.on_accent}; border-color: {c.accent}; font-weight: 600;
    padding: 0 {s.px(22)}px; min-height: {inner + 8}px;
}}
QPushButton[role="primary"]:hover, QPushButton[role="primary"]:pressed {{ background: {c.accent}; }}
QPushButton[role="primary"]:focus {{ border: {FOCUS_RING}px solid {c.text}; }}
QPushButton[role="primary"]:disabled {{ background: {c.hover}; color: {c.disabled}; border-color: {c.line}; }}
QPushButton[role="quiet"], QToolButton[role="quiet"] {{
    background: transparent; border: 1px solid transparent; color: {c.muted}; padding: 0 {s.px(8)}px;
}}
QPushButton[role="quiet"]:hover, QToolButton[role="quiet"]:hover {{ background: {c.hover}; color: {c.text}; }}
QPushButton[role="quiet"]:focus, QToolButton[role="quiet"]:focus {{ {ring} color: {c.text}; }}
QPushButton[role="quiet"]:disabled {{ color: {c.disabled}; }}
QPushButton[role="link"] {{ background: transparent; border: 1px solid transparent; color: {c.accent}; }}
QPushButton[role="link"]:hover {{ background: {c.accent_soft}; }}
QPushButton[role="link"]:focus {{ {ring} }}
QPushButton[role="segment"] {{ padding: 0 {s.px(12)}px; }}
QPushButton[role="segment"]:checked {{
    background: {c.accent_soft}; border-color: {c.accent}; color: {c.text}; font-weight: 600;
}}
QPushButton[role="segment"]:checked:focus {{ {ring} }}
QPushButton[role="rail"] {{
    background: transparent; border: {FOCUS_RING}px solid transparent; text-align: left; margin: 0;
    padding: 0 {s.px(RAIL_PADDING)}px; min-height: {s.px(34)}px; color: {c.text};
}}
QPushButton[role="rail"]:hover {{ background: {c.hover}; }}
QPushButton[role="rail"]:checked {{ background: {c.accent_soft}; font-weight: 600; }}
QPushButton[role="rail"]:focus {{ {ring} }}
QPushButton[role="quiet"]:checked {{ background: {c.accent_soft}; color: {c.text}; }}
QPushButton[role="answer"] {{ padding: 0; min-height: {s.px(52)}px; }}
QPushButton[role="choice"] {{ text-align: left; padding: 0; min-height: {s.px(64)}px; }}
"""


def _inputs(c: Colours, s: Sizes, pictures: Mapping[str, str]) -> str:
    inner = s.target - 2 * FOCUS_RING
    box = s.px(16)
    return f"""
QLineEdit, QAbstractSpinBox, QPlainTextEdit {{
    background: {c.surface}; color: {c.text}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px;
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QLineEdit, QAbstractSpinBox {{ min-height: {inner}px; padding: 0 {s.px(8)}px; }}
QLineEdit[role="typed"] {{ min-height: {s.px(52)}px; font-size: {s.strong}px; }}
QLineEdit {{ lineedit-clear-button-icon: url({pictures["close"]}); }}
QLineEdit QToolButton, QFileDialog QToolButton {{
    background: transparent; border: none; margin: 0; padding: 0; min-height: 0;
}}
QFileDialog QToolButton {{ padding: {s.px(4)}px; }}
QPlainTextEdit {{ padding: {s.px(4)}px {s.px(6)}px; }}
QLineEdit:focus, QAbstractSpinBox:focus, QPlainTextEdit:focus {{ border: {FOCUS_RING}px solid {c.accent}; margin: 0; }}
QLineEdit:disabled, QPlainTextEdit:disabled {{ color: {c.disabled}; background: transparent; }}
QLineEdit[invalid="true"] {{ border-color: {c.again}; }}
QAbstractSpinBox {{ padding: 0; }}
QAbstractSpinBox:disabled {{ color: {c.disabled}; background: transparent; }}
QAbstractSpinBox QLineEdit {{ border: none; margin: 0; padding: 0; background: transparent; min-height: 0; }}
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{
    subcontrol-origin: border; width: {s.px(24)}px; border: none; background: transparent; margin: 2px;
}}
QAbstractSpinBox::up-button {{ subcontrol-position: top right; }}
QAbstractSpinBox::down-button {{ subcontrol-position: bottom right; }}
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover {{ background: {c.hover}; border-radius: 4px; }}
QAbstractSpinBox::up-arrow {{ image: url({pictures["chevron-up"]}); width: {s.px(12)}px; height: {s.px(12)}px; }}
QAbstractSpinBox::down-arrow {{ image: url({pictures["chevron-down"]}); width: {s.px(12)}px; height: {s.px(12)}px; }}
QComboBox {{
    background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; margin: 1px;
    min-height: {inner}px; padding: 0 {s.px(28)}px 0 {s.px(8)}px;
}}
QComboBox:focus {{ border: {FOCUS_RING}px solid {c.accent}; margin: 0; }}
QComboBox::drop-down {{ subcontrol-position: right center; width: {s.px(26)}px; border: none; }}
QComboBox::down-arrow {{ image: url({pictures["chevron-down"]}); width: {s.px(14)}px; height: {s.px(14)}px; }}
QComboBox QAbstractItemView {{ margin: 0; padding: 4px; border-radius: 0; }}
QCheckBox, QRadioButton {{
    spacing: {s.px(8)}px; min-height: {inner}px; border: {FOCUS_RING}px solid transparent; border-radius: {RADIUS}px;
    padding: 0 {CHECK_PADDING}px; outline: 0;
}}
QCheckBox:focus, QRadioButton:focus {{ border-color: {c.accent}; }}
QCheckBox::indicator, QTreeView::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: 4px; background: {c.surface};
}}
QCheckBox::indicator:checked, QTreeView::indicator:checked {{
    background: {c.accent}; border-color: {c.accent}; image: url({pictures["check"]});
}}
QTreeView::indicator:indeterminate {{
    background: {c.accent_soft}; border-color: {c.accent}; image: url({pictures["partly"]});
}}
QRadioButton::indicator {{
    width: {box}px; height: {box}px; border: 1px solid {c.muted}; border-radius: {box // 2 + 1}px;
    background: {c.surface};
}}
QRadioButton::indicator:checked {{ background: {c.accent}; border-color: {c.accent}; image: url({pictures["dot"]}); }}
QSlider {{ min-height: {s.target}px; }}
QSlider::groove:horizontal {{ height: 4px; background: {c.line}; border-radius: 2px; }}
QSlider::sub-page:horizontal {{ background: {c.accent}; border-radius: 2px; }}
QSlider::handle:horizontal {{
    width: {s.px(16)}px; height: {s.px(16)}px; margin: -{s.px(16) // 2 - 1}px 0; background: {c.surface};
    border: {FOCUS_RING}px solid {c.accent}; border-radius: {s.px(16) // 2 + 1}px;
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
QTreeView::item, QListView::item {{ min-height: {s.target}px; border: none; padding: 0 {s.px(4)}px; }}
QTableView::item {{ padding: 0 {s.px(8)}px; border: none; }}
QTreeView::item:hover, QTableView::item:hover {{ background: {c.hover}; }}
QTreeView::item:selected, QTableView::item:selected, QListView::item:selected {{
    background: {c.accent_soft}; color: {c.text};
}}
QHeaderView {{ background: transparent; border: none; }}
QHeaderView::section {{
    background: transparent; color: {c.muted}; border: none; border-bottom: 1px solid {c.line};
    padding: 0 {s.px(11)}px; min-height: {s.target}px; font-size: {s.small}px;
}}
QHeaderView::section:hover {{ color: {c.text}; }}
QHeaderView::up-arrow, QHeaderView::down-arrow {{ width: {s.px(10)}px; height: {s.px(10)}px; }}
QTableCornerButton::section {{ background: {c.surface}; border: none; }}
"""


def _frame(c: Colours, s: Sizes) -> str:
    return f"""
QWidget[role="rail-ground"] {{ background: {c.background}; border-right: 1px solid {c.line}; }}
QMenuBar {{ background: {c.background}; color: {c.muted}; border-bottom: 1px solid {c.line}; padding: 2px 4px; }}
QMenuBar::item {{ background: transparent; padding: {s.px(5)}px {s.px(10)}px; border-radius: 4px; }}
QMenuBar::item:selected {{ background: {c.hover}; color: {c.text}; }}
QMenu {{ background: {c.surface}; border: 1px solid {c.line}; padding: 4px; }}
QMenu::item {{ padding: {s.px(6)}px {s.px(28)}px {s.px(6)}px {s.px(12)}px; border-radius: 4px; }}
QMenu::item:selected {{ background: {c.accent_soft}; color: {c.text}; }}
QMenu::item:disabled {{ color: {c.disabled}; }}
QMenu::separator {{ height: 1px; background: {c.line}; margin: 4px 8px; }}
QMenu::icon {{ padding-left: 8px; }}
QSplitter::handle {{ background: transparent; }}
QScrollArea {{ background: transparent; border: none; }}
QScrollArea[role="ringed"] {{ border: {FOCUS_RING}px solid transparent; border-radius: {RADIUS}px; }}
QScrollArea[role="ringed"]:focus {{ border-color: {c.accent}; }}
QTextBrowser {{
    background: transparent; border: {FOCUS_RING}px solid transparent; border-radius: {RADIUS}px; color: {c.text};
    selection-background-color: {c.accent}; selection-color: {c.on_accent};
}}
QTextBrowser[ringed="true"] {{ border-color: {c.accent}; }}
QTextBrowser[role="pane"] {{ background: {c.surface}; border: 1px solid {c.line}; border-radius: {RADIUS}px; }}
QTextBrowser[role="pane"]:focus {{ border: {FOCUS_RING}px solid {c.accent}; }}
"""


def _bars(c: Colours, s: Sizes) -> str:
    return f"""
QProgressBar {{ background: {c.line}; border: none; border-radius: 1px; min-height: 3px; max-height: 3px; }}
QProgressBar::chunk {{ background: {c.accent}; border-radius: 1px; }}
QScrollBar:vertical {{ background: transparent; width: {s.px(12)}px; margin: 2px; }}
QScrollBar:horizontal {{ background: transparent; height: {s.px(12)}px; margin: 2px; }}
QScrollBar::handle {{ background: {c.line}; border-radius: {max(2, (s.px(12) - 4) // 2)}px; }}
QScrollBar::handle:hover {{ background: {c.muted}; }}
QScrollBar::handle:vertical {{ min-height: {s.target}px; }}
QScrollBar::handle:horizontal {{ min-width: {s.target}px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
"""
