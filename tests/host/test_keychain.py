"""The computer's keyring as the program sees it: over backends that behave, and over those that do not."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
import traceback
from collections.abc import Callable
from pathlib import Path

import pytest
from typing_extensions import override

from tests.fakes.keychain import CANARY, HOSTILE, BrokenRing, DenyingRing, LyingRing, RingInMemory, WaitingRing, over
from trustjournal.errors import KeychainMissingError, KeychainRefusedError
from trustjournal.host.keychain.system import SystemKeychain

NAME = "0f" * 16 + "-1a2b3c4d"
KEPT_AS = ("TrustJournal", NAME)


def _secret() -> bytearray:
    return bytearray(range(32))


def test_a_secret_is_kept_read_and_forgotten() -> None:
    keychain = over(RingInMemory())
    assert keychain.read(NAME) is None
    keychain.keep(NAME, _secret())
    assert keychain.read(NAME) == _secret()
    keychain.forget(NAME)
    assert keychain.read(NAME) is None


def test_a_secret_is_kept_as_plain_text_under_names_that_say_nothing() -> None:
    ring = RingInMemory()
    over(ring).keep(NAME, _secret())
    assert ring.kept == {KEPT_AS: "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8="}


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_secret_of_another_length_is_our_mistake_and_never_reaches_the_keyring(length: int) -> None:
    ring = RingInMemory()
    with pytest.raises(ValueError):
        over(ring).keep(NAME, bytearray(length))
    assert not ring.kept


def test_forgetting_what_is_not_there_is_fine() -> None:
    over(RingInMemory()).forget(NAME)


@pytest.mark.parametrize("kind", HOSTILE)
def test_no_hostile_keyring_is_believed_to_have_kept_a_secret(kind: str) -> None:
    with pytest.raises((KeychainMissingError, KeychainRefusedError)):
        HOSTILE[kind]().keep(NAME, _secret())


def test_no_keyring_and_one_that_will_not_are_told_apart() -> None:
    for ask in _everything(SystemKeychain(lambda: None)):
        with pytest.raises(KeychainMissingError):
            ask()
    for kind in ("locked", "broken", "out of its mind", "cannot be imported"):
        for ask in _everything(HOSTILE[kind]()):
            with pytest.raises(KeychainRefusedError):
                ask()


def test_what_a_lying_keyring_took_is_taken_from_it_again() -> None:
    ring = LyingRing()
    with pytest.raises(KeychainRefusedError):
        over(ring).keep(NAME, _secret())
    assert not ring.kept


def test_what_cannot_be_read_back_is_removed_again() -> None:
    class Forgetful(RingInMemory):
        readable = False

        @override
        def get_password(self, service: str, username: str, /) -> str | None:
            if not self.readable:
                raise OSError
            return super().get_password(service, username)

    ring = Forgetful()
    with pytest.raises(KeychainRefusedError):
        over(ring).keep(NAME, _secret())
    assert not ring.kept


def test_a_keyring_that_will_not_let_go_is_not_said_to_have_forgotten() -> None:
    ring = DenyingRing()
    ring.kept[KEPT_AS] = "A" * 43 + "="
    with pytest.raises(KeychainRefusedError):
        over(ring).forget(NAME)


@pytest.mark.parametrize(
    "text", ["", "A" * 44, "A" * 42 + "==", "A" * 43, "A" * 43 + "=\n", "é" * 44, "-" * 43 + "=", "A" * 43 + "= "]
)
def test_what_cannot_be_a_secret_of_ours_is_not_taken_for_one(text: str) -> None:
    ring = RingInMemory()
    ring.kept[KEPT_AS] = text
    with pytest.raises(KeychainRefusedError):
        over(ring).read(NAME)


@pytest.mark.parametrize("kind", [OSError, ValueError, SystemExit, KeyboardInterrupt, RecursionError])
def test_nothing_a_keyring_says_is_in_the_error_or_behind_it(kind: type[BaseException]) -> None:
    for ask in _everything(over(BrokenRing(kind))):
        with pytest.raises(KeychainRefusedError) as caught:
            ask()
        assert caught.value.__cause__ is None
        assert caught.value.__context__ is None
        assert CANARY not in "".join(traceback.format_exception(caught.value))


def test_nobody_has_to_wait_for_an_answer_they_gave_up_on() -> None:
    for number in range(3):
        ring = WaitingRing()
        keychain = over(ring)
        if number == 2:
            ring.kept[KEPT_AS] = "A" * 43 + "="
        heard, asker = _asked_elsewhere(_everything(keychain)[number])
        assert ring.asked.wait(10)
        keychain.give_up()
        asker.join(10)
        assert [type(answer) for answer in heard] == [KeychainRefusedError]
        ring.answered.set()


def test_a_keyring_that_is_answered_late_keeps_nothing_nobody_waits_for() -> None:
    ring = WaitingRing()
    keychain = over(ring)
    _, asker = _asked_elsewhere(lambda: keychain.keep(NAME, _secret()))
    assert ring.asked.wait(10)
    keychain.give_up()
    asker.join(10)
    ring.answered.set()
    assert ring.done.wait(10)
    assert not ring.kept


def test_giving_up_stops_no_later_question() -> None:
    keychain = over(RingInMemory())
    keychain.give_up()
    keychain.keep(NAME, _secret())
    assert keychain.read(NAME) == _secret()


def _everything(keychain: SystemKeychain) -> tuple[Callable[[], object], ...]:
    return (lambda: keychain.read(NAME), lambda: keychain.keep(NAME, _secret()), lambda: keychain.forget(NAME))


def _asked_elsewhere(ask: Callable[[], object]) -> tuple[list[object], threading.Thread]:
    heard: list[object] = []

    def work() -> None:
        try:
            heard.append(ask())
        except KeychainRefusedError as refused:
            heard.append(refused)

    thread = threading.Thread(target=work, daemon=True)
    thread.start()
    return heard, thread


# The real library, in a process of its own ------------------------------------------------------

HARDENED = "from trustjournal.host.hardening import harden_process; harden_process()\n"
KEYCHAIN = HARDENED + "import sys; from trustjournal.host.keychain.system import SystemKeychain\n"
KEEP = KEYCHAIN + f"SystemKeychain().keep({NAME!r}, bytearray(32)); print('kept')"


def _run(code: str, home: Path, **surroundings: str) -> subprocess.CompletedProcess[str]:
    without_bus = {"PATH": os.environ["PATH"], "HOME": str(home), "XDG_CONFIG_HOME": str(home)}
    return subprocess.run(
        [sys.executable, "-c", code], env={**without_bus, **surroundings}, capture_output=True, text=True
    )


def test_the_library_is_not_imported_before_the_keyring_is_asked(tmp_path: Path) -> None:
    said = "print('keyring' in sys.modules)\n"
    code = KEYCHAIN + "keychain = SystemKeychain()\n" + said
    assert _run(code, tmp_path).stdout == "False\n"
    asked = "from contextlib import suppress\nwith suppress(Exception): keychain.read('x')\n"
    assert _run(code + asked + said, tmp_path).stdout == "False\nTrue\n"


on_linux = pytest.mark.skipif(sys.platform != "linux", reason="there, a keyring is reached without a bus")


@on_linux
@pytest.mark.parametrize("by", ["variable", "file"])
@pytest.mark.parametrize("backend", ["null", "fail", "chainer.ChainerBackend"])
def test_no_setting_puts_another_backend_in_the_place_of_the_systems_keyring(
    tmp_path: Path, by: str, backend: str
) -> None:
    name = f"keyring.backends.{backend}" + ("" if "." in backend else ".Keyring")
    surroundings = {}
    if by == "variable":
        surroundings = {"PYTHON_KEYRING_BACKEND": name}
    else:
        (tmp_path / "python_keyring").mkdir()
        (tmp_path / "python_keyring" / "keyringrc.cfg").write_text(f"[backend]\ndefault-keyring={name}\n")
    chosen = _run("import keyring; print(type(keyring.get_keyring()).__module__)", tmp_path, **surroundings)
    assert chosen.stdout == name.rpartition(".")[0] + "\n", "this test would not notice a setting that is obeyed"
    done = _run(KEEP, tmp_path, **surroundings)
    assert "KeychainMissingError" in done.stderr
    assert "kept" not in done.stdout


@on_linux
@pytest.mark.parametrize(
    "address", ["", "nonsense", "tcp:host=127.0.0.1,port=9", "unix:path=/nowhere/bus", "unix:abstract=nobody", "unix:"]
)
def test_a_bus_that_is_not_there_means_that_there_is_no_keyring(tmp_path: Path, address: str) -> None:
    assert "KeychainMissingError" in _run(KEEP, tmp_path, DBUS_SESSION_BUS_ADDRESS=address).stderr
