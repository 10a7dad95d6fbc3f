"""PySide6 6.12 on Python before 3.12 dies after some thousand calls of methods that return nothing."""

import os
import subprocess
import sys

CALLS = """
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QTextBrowser

application = QApplication([])
label, box, browser = QLabel(), QComboBox(), QTextBrowser()
for number in range(40_000):
    label.setText(str(number))
    label.setToolTip("tip")
    label.setEnabled(True)
    box.addItem("item")
    box.clear()
for number in range(2_000):
    browser.setHtml(f"<p>{number}</p>")
print(label.text())
"""


def test_hundreds_of_thousands_of_widget_calls_do_not_crash():
    result = subprocess.run(
        [sys.executable, "-X", "faulthandler", "-c", CALLS],
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert result.returncode == 0, result.stderr[-2000:]
    assert result.stdout.split() == ["39999"]
