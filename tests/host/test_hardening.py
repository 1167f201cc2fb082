"""The manners of every process. Each is tried in a process of its own, because most cannot be undone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="tried on Linux only")

HARDEN = "from trustjournal.host.hardening import harden_process; harden_process()\n"
CANARY = "Quokka-words-nobody-may-read"


def _run(code: str, *, hardened: bool = True) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", (HARDEN if hardened else "") + code], capture_output=True, text=True, timeout=30
    )


def test_new_files_are_private(tmp_path: Path) -> None:
    _run(f"open({str(tmp_path / 'new')!r}, 'w').close()")
    assert (tmp_path / "new").stat().st_mode & 0o777 == 0o600


def test_a_crash_leaves_no_core_and_the_program_that_is_told_gets_an_empty_one() -> None:
    code = "import resource; print(resource.getrlimit(resource.RLIMIT_CORE), open('/proc/self/coredump_filter').read())"
    assert _run(code).stdout.split() == ["(0,", "0)", "00000000"]
    assert _run(code, hardened=False).stdout.split()[-1] != "00000000"


def test_the_limit_on_cores_is_inherited_by_what_the_process_starts() -> None:
    code = (
        "import subprocess, sys; sys.stdout.write(subprocess.run(['sh', '-c', "
        "'ulimit -c; cat /proc/self/coredump_filter'], capture_output=True, text=True).stdout)"
    )
    assert _run(code).stdout.split() == ["0", "00000000"]


REACH_OUT = [
    "import socket; socket.socket()",
    "import socket; socket.socket(socket.AF_INET6)",
    "import socket; socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)",
    "import socket; socket.create_connection(('127.0.0.1', 9))",
    "import socket; socket.getaddrinfo('localhost', 80)",
    "import socket; socket.gethostbyname('localhost')",
    "import socket; socket.gethostbyaddr('127.0.0.1')",
    "import urllib.request; urllib.request.urlopen('http://127.0.0.1:9')",
    "import http.client; http.client.HTTPConnection('127.0.0.1', 9).connect()",
    "import smtplib; smtplib.SMTP('127.0.0.1', 9)",
]


@pytest.mark.parametrize("code", REACH_OUT)
def test_python_reaches_no_network(code: str) -> None:
    done = _run(code)
    assert "NetworkRefusedError" in done.stderr
    assert done.returncode == 1


@pytest.mark.parametrize("code", REACH_OUT[:6])
def test_without_the_guard_the_same_attempts_would_not_be_refused(code: str) -> None:
    assert "NetworkRefusedError" not in _run(code, hardened=False).stderr


def test_a_socket_made_before_the_guard_does_not_reach_out_either() -> None:
    code = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)\n" + HARDEN
    for attempt in ("s.connect(('127.0.0.1', 9))", "s.sendto(b'x', ('127.0.0.1', 9))", "s.bind(('127.0.0.1', 0))"):
        assert "NetworkRefusedError" in _run(code + attempt, hardened=False).stderr


def test_sockets_of_this_computer_work_because_display_and_keyring_need_them() -> None:
    code = (
        "import socket, tempfile, os; path = os.path.join(tempfile.mkdtemp(), 's')\n"
        "a = socket.socket(socket.AF_UNIX); a.bind(path); a.listen()\n"
        "b = socket.socket(socket.AF_UNIX); b.connect(path); print('fine')"
    )
    assert _run(code).stdout == "fine\n"


RAISE = f"def f(text):\n    raise ValueError(text)\nf({CANARY!r})"
REPORTED = [
    RAISE,
    f"int({CANARY!r})",
    f"{{}}[{CANARY!r}]",
    f"raise KeyError({CANARY!r}) from ValueError({CANARY!r})",
]


@pytest.mark.parametrize("code", REPORTED)
def test_a_report_names_the_error_and_the_line_and_no_word(code: str) -> None:
    done = _run(code)
    assert CANARY not in done.stderr + done.stdout
    assert "Error at <string>:" in done.stderr
    assert CANARY in _run(code, hardened=False).stderr, "this test would not notice a message"


def test_a_report_from_a_thread_holds_no_word() -> None:
    code = (
        f"import threading\ndef f():\n    raise ValueError({CANARY!r})\n"
        "t = threading.Thread(target=f); t.start(); t.join()"
    )
    assert _run(code).stderr.startswith("trustjournal: ValueError at <string>:")
    assert CANARY not in _run(code).stderr
    assert CANARY in _run(code, hardened=False).stderr


def test_a_report_from_a_destructor_holds_no_word() -> None:
    code = f"class A:\n    def __del__(self):\n        raise ValueError({CANARY!r})\na = A()\ndel a"
    assert _run(code).stderr.startswith("trustjournal: ValueError at <string>:")
    assert CANARY not in _run(code).stderr
    assert CANARY in _run(code, hardened=False).stderr


def test_a_report_tells_no_folder_of_the_person() -> None:
    code = "import json; json.loads('{')"
    assert "JSONDecodeError at decoder.py:" in _run(code).stderr
    assert str(Path.home()) + "/" not in _run(code).stderr


def test_a_report_of_our_own_code_names_its_file_inside_the_program() -> None:
    code = "from trustjournal.domain.mood import Mood; Mood(9, 9)"
    assert "ValueError at trustjournal/domain/mood.py:" in _run(code).stderr


QT = (
    "from PySide6.QtCore import QObject, Qt, qWarning, qCritical, Signal\n"
    "{guard}"
    f"qWarning({CANARY!r}); qCritical({CANARY!r})\n"
)
GUARD = "from trustjournal.host.hardening import report_no_words_of_qt; import sys; report_no_words_of_qt(sys.stderr)\n"


def test_messages_of_qt_are_reported_without_their_words() -> None:
    done = _run(QT.format(guard=GUARD))
    assert CANARY not in done.stderr
    assert "trustjournal: QtWarningMsg in default" in done.stderr
    assert "trustjournal: QtCriticalMsg in default" in done.stderr
    assert CANARY in _run(QT.format(guard="")).stderr


def test_an_exception_in_a_slot_is_reported_without_its_words() -> None:
    code = (
        "from PySide6.QtCore import QCoreApplication, QTimer\n"
        f"app = QCoreApplication([])\ndef f():\n    app.quit()\n    raise ValueError({CANARY!r})\n"
        "QTimer.singleShot(0, f); app.exec()"
    )
    done = _run(GUARD + code)
    assert "trustjournal: ValueError at <string>:" in done.stderr
    assert CANARY not in done.stderr


def test_a_program_without_a_terminal_reports_nowhere_and_goes_on() -> None:
    code = (
        "from trustjournal.host.hardening.reports import report_no_words\nimport sys\nreport_no_words(None)\n"
        "sys.excepthook(ValueError, ValueError('x'), None)\nprint('goes on')"
    )
    assert _run(code, hardened=False).stdout == "goes on\n"
