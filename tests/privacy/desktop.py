"""A person's session: a bus of its own and, if wanted, a real gnome-keyring and a screen for its questions."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from tests.journeys.screen import Screen, wait_until

NEEDED = ("dbus-run-session", "gnome-keyring-daemon")
NAME = "org.freedesktop.secrets"
ROOT = Path(__file__).resolve().parents[2]
PASSWORD = "the password of the login"

NOTHING_STARTS_BY_ITSELF = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:tmpdir=/tmp</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/><allow eavesdrop="true"/><allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """The session of a person whose home is in `folder`. With `bare`, nothing on its bus can be started by a call."""

    def __init__(self, folder: Path, *, bare: bool = False, screen: Screen | None = None) -> None:
        missing = [name for name in NEEDED if shutil.which(name) is None]
        if missing:
            pytest.skip(f"a real keyring needs {', '.join(missing)}")
        self.home = folder / "home"
        self.run_time = folder / "run"
        for place in (self.home, self.run_time):
            place.mkdir(mode=0o700)
        self.surroundings = {
            "PATH": os.environ["PATH"],
            "HOME": str(self.home),
            "XDG_RUNTIME_DIR": str(self.run_time),
            "LANG": "C.UTF-8",
        }
        if screen is not None:
            self.surroundings["DISPLAY"] = screen.name
        options: list[str] = []
        if bare:
            rules = folder / "bus.conf"
            rules.write_text(NOTHING_STARTS_BY_ITSELF)
            options = ["--config-file", str(rules)]
        self._log = (folder / "session.log").open("wb")
        # The session lasts as long as what it runs: until the pipe to `cat` is closed.
        self._session = subprocess.Popen(
            ["dbus-run-session", *options, "--", "sh", "-c", 'echo "$DBUS_SESSION_BUS_ADDRESS"; exec cat'],
            env=self.surroundings, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=self._log,
        )  # fmt: skip
        assert self._session.stdout is not None
        self._address = self._session.stdout.readline().decode().strip()
        assert self._address, (folder / "session.log").read_text()
        self.surroundings["DBUS_SESSION_BUS_ADDRESS"] = self._address
        self._started: list[subprocess.Popen[str]] = []
        self._keyring: subprocess.Popen[bytes] | None = None

    def log_in(self) -> None:
        """Start the keyring daemon and unlock (the first time: make) the login keyring, as a login does."""
        self._keyring = subprocess.Popen(
            ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"],
            env=self.surroundings, stdin=subprocess.PIPE, stdout=self._log, stderr=self._log,
        )  # fmt: skip
        assert self._keyring.stdin is not None
        self._keyring.stdin.write(PASSWORD.encode())
        self._keyring.stdin.close()
        wait_until(self._has_keyring, "the keyring daemon")

    def stop_keyring(self) -> None:
        """End the daemon, as a crash of it would."""
        assert self._keyring is not None
        self._keyring.kill()
        self._keyring.wait()
        wait_until(lambda: not self._has_keyring(), "the end of the keyring daemon")

    def lock_keyring(self) -> None:
        """Lock the login keyring, as its owner can."""
        done = self.run(
            "import secretstorage; from contextlib import closing\n"
            "with closing(secretstorage.dbus_init()) as bus:\n"
            "    keyring = secretstorage.get_default_collection(bus); keyring.lock(); print(keyring.is_locked())"
        )
        assert done.stdout == "True\n", done.stderr

    def run(
        self, code: str, *, before: tuple[str, ...] = (), more: Mapping[str, str] | None = None
    ) -> subprocess.CompletedProcess[str]:
        """Run Python code in the session, in a process of its own."""
        return subprocess.run(
            [*before, sys.executable, "-c", code],
            env={**self.surroundings, **(more or {})}, cwd=ROOT, capture_output=True, text=True,
        )  # fmt: skip

    def start(self, code: str) -> subprocess.Popen[str]:
        """The same, without waiting for its end; it does not outlive the session."""
        process = subprocess.Popen(
            [sys.executable, "-c", code],
            env=self.surroundings,
            cwd=ROOT,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        self._started.append(process)
        return process

    def files(self) -> list[Path]:
        """Every file of the home and of what lasts until the logout."""
        return [path for place in (self.home, self.run_time) for path in place.rglob("*") if path.is_file()]

    def close(self) -> None:
        """Log out."""
        for process in self._started:
            process.kill()
            process.communicate()
        if self._keyring is not None and self._keyring.poll() is None:
            self._keyring.terminate()
            self._keyring.wait()
        self._session.communicate()
        self._log.close()

    def _has_keyring(self) -> bool:
        from jeepney.bus_messages import message_bus
        from jeepney.io.blocking import DBusConnection, Proxy, prep_socket

        place = self._address.partition("unix:path=")[2].partition(",")[0]
        with closing(DBusConnection(prep_socket(place))) as bus:
            return bool(Proxy(message_bus, bus).NameHasOwner(NAME)[0])
