"""A real gnome-keyring on a bus of its own: what it keeps, where that lies, and what it is like when it will not."""

from __future__ import annotations

import base64
import re
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.journeys.screen import PATIENCE_SECONDS, Screen, wait_until
from tests.privacy.desktop import PASSWORD, Desktop

LogIn = Callable[..., Desktop]

NAME = "0f" * 16 + "-1a2b3c4d"
SECRET = bytes(range(100, 132))
PROGRAM = (
    "from trustjournal.host.hardening import harden_process; harden_process()\n"
    "from trustjournal.host.keychain.system import SystemKeychain\n"
    f"name, secret, keychain = {NAME!r}, bytearray.fromhex({SECRET.hex()!r}), SystemKeychain()\n"
)
KEEP = PROGRAM + "keychain.keep(name, secret); print('kept')"
READ = PROGRAM + "found = keychain.read(name); print('nothing' if found is None else found.hex())"
FORGET = PROGRAM + "keychain.forget(name); print('forgotten')"
EACH = [KEEP, READ, FORGET]


@pytest.fixture
def desktop(tmp_path: Path) -> Iterator[LogIn]:
    """Makes a session; with `logged_in=False` no keyring daemon runs in it."""
    made: list[Desktop] = []

    def make(*, bare: bool = False, logged_in: bool = True, screen: Screen | None = None) -> Desktop:
        made.append(Desktop(tmp_path, bare=bare, screen=screen))
        if logged_in:
            made[0].log_in()
        return made[0]

    yield make
    for session in made:
        session.close()


def test_what_one_process_keeps_another_reads_until_it_is_forgotten(desktop: LogIn) -> None:
    session = desktop()
    assert session.run(READ).stdout == "nothing\n"
    assert session.run(KEEP).stdout == "kept\n"
    assert session.run(READ).stdout == SECRET.hex() + "\n"
    assert session.run(FORGET).stdout == "forgotten\n"
    assert session.run(READ).stdout == "nothing\n"
    assert session.run(FORGET).stdout == "forgotten\n"


def test_a_secret_outlives_the_daemon_and_lies_in_no_file_in_clear(desktop: LogIn) -> None:
    session = desktop()
    assert session.run(KEEP).stdout == "kept\n"
    session.stop_keyring()
    files = session.files()
    assert any(path.suffix == ".keyring" for path in files)
    for path in files:
        content = path.read_bytes()
        for form in (SECRET, SECRET.hex().encode(), base64.b64encode(SECRET)):
            assert form not in content, path.name
    session.log_in()
    assert session.run(READ).stdout == SECRET.hex() + "\n"


def test_the_environment_does_not_choose_where_a_secret_is_kept(desktop: LogIn) -> None:
    session = desktop()
    other = {
        "PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring",
        # This collection is forgotten at the end of the session.
        "KEYRING_PROPERTY_PREFERRED_COLLECTION": "/org/freedesktop/secrets/collection/session",
        "KEYRING_PROPERTY_SCHEME": "KeePassXC",
    }
    assert session.run(KEEP, more=other).stdout == "kept\n"
    assert session.run(READ).stdout == SECRET.hex() + "\n"


@pytest.mark.parametrize("code", EACH)
def test_a_locked_keyring_whose_question_cannot_be_answered_refuses(desktop: LogIn, code: str) -> None:
    session = desktop()
    assert session.run(KEEP).stdout == "kept\n"
    session.lock_keyring()
    _refused(session, code, "KeychainRefusedError")


@pytest.mark.parametrize("code", EACH)
def test_a_daemon_that_the_system_starts_again_is_locked_and_refuses(desktop: LogIn, code: str) -> None:
    session = desktop()
    assert session.run(KEEP).stdout == "kept\n"
    session.stop_keyring()
    _refused(session, code, "KeychainRefusedError")


@pytest.mark.parametrize("code", EACH)
def test_a_session_whose_keyring_has_ended_has_none(desktop: LogIn, code: str) -> None:
    session = desktop(bare=True)
    assert session.run(KEEP).stdout == "kept\n"
    session.stop_keyring()
    _refused(session, code, "KeychainMissingError")


@pytest.mark.parametrize("code", EACH)
def test_a_person_who_never_made_a_keyring_and_makes_none_now_is_refused(desktop: LogIn, code: str) -> None:
    _refused(desktop(logged_in=False), code, "KeychainRefusedError")


def test_a_keyring_is_reached_through_sockets_of_this_computer_only(desktop: LogIn, tmp_path: Path) -> None:
    strace = shutil.which("strace")
    if strace is None:
        pytest.skip("needs strace")
    log = tmp_path / "strace.log"
    before = (strace, "-f", "-qq", "-e", "trace=%network", "-o", str(log))
    assert desktop().run(KEEP, before=before).stdout == "kept\n"
    # A socket of no family is nothing: by asking for one a process sees whether the kernel watches its sockets.
    assert set(re.findall(r"socket\((\w+)", log.read_text())) - {"AF_UNSPEC"} == {"AF_UNIX"}


def test_dismissing_the_question_of_the_system_is_a_refusal(desktop: LogIn, screen: Screen) -> None:
    session = _with_a_locked_keyring(desktop, screen)
    reading = session.start(READ)
    wait_until(lambda: _question_on(screen), "the question of the system")
    screen.press("Escape")
    said, reported = reading.communicate(timeout=PATIENCE_SECONDS)
    assert said == ""
    assert reported.startswith("trustjournal: KeychainRefusedError at ")


def test_the_question_of_the_system_may_be_answered_and_the_secret_is_there(desktop: LogIn, screen: Screen) -> None:
    session = _with_a_locked_keyring(desktop, screen)
    reading = session.start(READ)
    wait_until(lambda: _question_on(screen), "the question of the system")
    screen.write(PASSWORD)
    screen.press("Return")
    assert reading.communicate(timeout=PATIENCE_SECONDS) == (SECRET.hex() + "\n", "")


def test_a_program_that_gives_up_on_the_question_ends_though_nobody_answers_it(desktop: LogIn, screen: Screen) -> None:
    session = _with_a_locked_keyring(desktop, screen)
    give_up = "import sys, threading; threading.Thread(target=lambda: (sys.stdin.read(), keychain.give_up())).start()\n"
    reading = session.start(PROGRAM + give_up + "keychain.read(name)")
    wait_until(lambda: _question_on(screen), "the question of the system")
    _, reported = reading.communicate(timeout=PATIENCE_SECONDS)
    assert reported.startswith("trustjournal: KeychainRefusedError at ")
    assert _question_on(screen), "it was answered, so this test does not show that a process can end before"


def _with_a_locked_keyring(desktop: LogIn, screen: Screen) -> Desktop:
    session = desktop(screen=screen)
    assert session.run(KEEP).stdout == "kept\n"
    session.lock_keyring()
    return session


def _question_on(screen: Screen) -> str:
    return screen.ask("xdotool", "search", "--onlyvisible", "--class", "gcr-prompter")


def _refused(session: Desktop, code: str, error: str) -> None:
    """It ends, with this error as the program reports errors: its name and places, and no word."""
    done = session.run(code)
    assert done.stdout == ""
    assert done.stderr.startswith(f"trustjournal: {error} at ")
    assert done.stderr.count("\n") == 1
