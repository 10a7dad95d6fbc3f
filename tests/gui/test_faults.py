"""Mistakes of ours: told, wherever they happen, while the window stays."""

import subprocess
import sys
import textwrap


def run(body: str) -> subprocess.CompletedProcess[str]:
    script = """
        import sys, threading
        from PySide6.QtCore import QObject, QTimer, qWarning
        from PySide6.QtWidgets import QApplication
        from flashdeck.gui import faults
        from flashdeck.gui.views.message_dialog import MessageDialog
        application = QApplication(["flashdeck", "-platform", "offscreen"])
        faults.install(application)
        told = []
        MessageDialog.exec = lambda box: told.append(box._details.toPlainText().strip().splitlines()[-1])
        def fail():
            raise ValueError("broken here")
    """
    end = """
        QTimer.singleShot(100, lambda: print("alive", flush=True))
        QTimer.singleShot(200, application.quit)
        application.exec()
        print(told)
    """
    code = textwrap.dedent(script) + textwrap.dedent(body) + textwrap.dedent(end)
    return subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)


def test_an_exception_in_a_slot_is_told_and_the_program_goes_on():
    done = run("QTimer.singleShot(0, fail)\n")
    assert done.stdout.splitlines() == ["alive", "['ValueError: broken here']"]
    assert "ValueError: broken here" in done.stderr


def test_an_exception_in_a_thread_is_told_in_the_windows_thread():
    done = run("threading.Thread(target=fail).start()\n")
    assert done.stdout.splitlines() == ["alive", "['ValueError: broken here']"]


def test_what_qt_says_of_mistakes_is_written_down():
    done = run("qWarning('a mistake of ours')\n")
    assert done.stdout.splitlines() == ["alive", "[]"]
    assert "Qt: a mistake of ours" in done.stderr
