"""What a person needs still works in a process that is hardened in every way, on a real X display."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.host.another_process import HARDEN, ROOT
from tests.journeys.screen import Screen, wait_until

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried under X on Linux")

WINDOW = (
    HARDEN + "from PySide6.QtWidgets import QApplication, QLabel\n"
    "app = QApplication([])\nhardening.close_memory()\n"
    "assert app.platformName() == 'xcb'\n"
    "assert {standing.value for _, standing in hardening.standings()} == {'on'}\n"
    "window = QLabel('There'); window.setWindowTitle('TrustJournal'); window.show()\n"
)


@pytest.fixture(scope="module")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Screen]:
    screen = Screen(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


def _on(screen: Screen, code: str, *before: str) -> str:
    """What a hardened program with a window writes."""
    environment = {**screen.environment, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    done = subprocess.run(
        [*before, sys.executable, "-c", WINDOW + code], env=environment, capture_output=True, text=True, timeout=120
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_its_window_is_shown_and_gets_what_is_typed(screen: Screen) -> None:
    code = (
        "from PySide6.QtWidgets import QLineEdit\n"
        "field = QLineEdit(); field.setWindowTitle('TrustJournal'); window.close(); field.show()\n"
        "field.returnPressed.connect(lambda: (print(field.text()), app.quit()))\napp.exec()"
    )
    environment = {**screen.environment, "QT_QPA_PLATFORM": "xcb", "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, "-c", WINDOW + code], env=environment, stdout=subprocess.PIPE, text=True
    ) as process:
        wait_until(lambda: screen.focused() == process.pid, "the window with the keyboard")
        screen.write("typed")
        screen.press("Return")
        assert process.communicate(timeout=60)[0] == "typed\n"


def test_it_talks_to_other_programs_over_the_message_bus(screen: Screen) -> None:
    if shutil.which("dbus-run-session") is None:
        pytest.skip("needs dbus-run-session")
    code = (
        "from PySide6.QtDBus import QDBusConnection\n"
        "names = QDBusConnection.sessionBus().interface().registeredServiceNames()\n"
        "print(QDBusConnection.sessionBus().isConnected(), 'org.freedesktop.DBus' in names.value())\n"
    )
    assert _on(screen, code, "dbus-run-session", "--") == "True True\n"


def test_it_starts_other_programs(screen: Screen) -> None:
    code = "import subprocess; print(subprocess.run(['echo', 'started'], capture_output=True, text=True).stdout)"
    assert _on(screen, code).strip() == "started"


def test_it_lists_printers_and_prints_to_a_file(screen: Screen, tmp_path: Path) -> None:
    paper = tmp_path / "kit.pdf"
    code = (
        "from PySide6.QtPrintSupport import QPrinter, QPrinterInfo\nfrom PySide6.QtGui import QPainter\n"
        "print(type(QPrinterInfo.availablePrinterNames()).__name__)\n"
        f"printer = QPrinter(); printer.setOutputFileName({str(paper)!r})\n"
        "painter = QPainter(printer); painter.drawText(100, 100, 'There'); painter.end()"
    )
    assert _on(screen, code) == "list\n"
    assert paper.read_bytes().startswith(b"%PDF")
    assert paper.stat().st_mode & 0o777 == 0o600


def test_it_asks_for_a_file_with_a_dialog_of_its_own(screen: Screen, tmp_path: Path) -> None:
    (tmp_path / "wanted.txt").touch()
    code = (
        "from PySide6.QtCore import QTimer\nfrom PySide6.QtWidgets import QFileDialog\n"
        f"dialog = QFileDialog(window, 'Choose', {str(tmp_path)!r})\n"
        "dialog.setOption(QFileDialog.Option.DontUseNativeDialog); dialog.selectFile('wanted.txt')\n"
        "dialog.fileSelected.connect(lambda path: (print(path), app.quit()))\n"
        "dialog.open(); QTimer.singleShot(0, dialog.accept); app.exec()"
    )
    assert _on(screen, code) == f"{tmp_path / 'wanted.txt'}\n"


def test_a_signal_of_its_window_can_close_the_memory(screen: Screen) -> None:
    # A method of an object that cannot be referred to weakly is refused by PySide.
    code = (
        "from PySide6.QtCore import QTimer\nhardening.dialog_opens()\n"
        "app.lastWindowClosed.connect(hardening.dialog_closes)\n"
        "app.lastWindowClosed.connect(app.quit)\nQTimer.singleShot(0, window.close); app.exec()\n"
        "print(dict(hardening.standings())['closed-memory'].value)"
    )
    assert _on(screen, code) == "on\n"
