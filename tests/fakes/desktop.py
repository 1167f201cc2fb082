"""A desktop for tests: a real message bus of our own, and on it somebody who says what logind and screen savers say."""

from __future__ import annotations

import os
import select
import shutil
import subprocess
import threading
from contextlib import suppress
from typing import Any

import pytest
from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.threading import DBusConnection, ReceiveStopped, open_dbus_connection
from typing_extensions import override

LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
OUR_SESSION, ANOTHER_SESSION = f"{LOGIND_PATH}/session/_32", f"{LOGIND_PATH}/session/_37"
PROPERTIES = "org.freedesktop.DBus.Properties"


class PrivateBus:
    """A `dbus-daemon` nobody else knows of."""

    def __init__(self) -> None:
        if shutil.which("dbus-daemon") is None:
            pytest.skip("needs dbus-daemon")
        self._daemon = subprocess.Popen(
            ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address=1"],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._daemon.stdout is not None
        self.address = self._daemon.stdout.readline().strip()

    def close(self) -> None:
        """End it; whoever is on it is cut off."""
        self._daemon.terminate()
        self._daemon.wait(20)
        assert self._daemon.stdout is not None
        self._daemon.stdout.close()


class Delay:
    """A delay lock that was handed out, seen from the side of logind."""

    def __init__(self, what: str, mode: str) -> None:
        self.what, self.mode = what, mode
        self._seen, self.descriptor = os.pipe()
        self._is_handed_out = False

    def hand_out(self) -> None:
        """It was sent: from here on the only copy is theirs."""
        if not self._is_handed_out:
            self._is_handed_out = True
            os.close(self.descriptor)

    def is_held(self) -> bool:
        """Whether anybody still has it."""
        return not select.select([self._seen], [], [], 0)[0]

    def wait_for_release(self, seconds: float) -> bool:
        """Wait until nobody has it any more; False if somebody still does after that time."""
        return bool(select.select([self._seen], [], [], seconds)[0])

    def forget(self) -> None:
        """Look no more."""
        os.close(self._seen)


class _OnTheBus(threading.Thread):
    """A program with names on the bus, which answers calls and sends signals."""

    def __init__(self, bus: PrivateBus, *names: str) -> None:
        super().__init__(daemon=True)
        self._connection: DBusConnection = open_dbus_connection(bus.address, enable_fds=True)
        for name in names:
            self._connection.send(message_bus.RequestName(name))
        self.start()

    @override
    def run(self) -> None:
        with suppress(ReceiveStopped, ConnectionError):
            while True:
                message = self._connection.receive()
                if message.header.message_type is MessageType.method_call:
                    self._connection.send(self.answer(message))
                    self.has_answered(message)

    def answer(self, call: Message) -> Message:
        """What it says to a call."""
        return new_error(call, "org.freedesktop.DBus.Error.UnknownMethod")

    def has_answered(self, call: Message) -> None:
        """What it does after it has answered."""

    def tell(self, path: str, interface: str, member: str, signature: str = "", *body: Any) -> None:
        """Send a signal to whoever listens."""
        self._connection.send(new_signal(DBusAddress(path, interface=interface), member, signature or None, body))

    def close(self) -> None:
        """Leave the bus."""
        self._connection.interrupt()
        self.join(10)
        self._connection.close()


class FakeLogind(_OnTheBus):
    """Knows two sessions, of which one is ours, and hands out delay locks."""

    def __init__(self, bus: PrivateBus) -> None:
        self.delays: list[Delay] = []
        self.is_stingy = False
        """Hands out nothing, as in a sandbox."""
        super().__init__(bus, LOGIND)

    @override
    def answer(self, call: Message) -> Message:
        member = call.header.fields.get(HeaderFields.member)
        if member == "GetSession" and call.body == ("auto",):
            return new_method_return(call, "o", (OUR_SESSION,))
        if member == "Inhibit" and not self.is_stingy:
            what, _who, _why, mode = call.body
            delay = Delay(what, mode)
            self.delays.append(delay)
            return new_method_return(call, "h", (delay.descriptor,))
        return new_error(call, "org.freedesktop.DBus.Error.AccessDenied")

    @override
    def has_answered(self, call: Message) -> None:
        for delay in self.delays:
            delay.hand_out()

    def lock(self, session: str = OUR_SESSION) -> None:
        """`loginctl lock-session`."""
        self.tell(session, f"{LOGIND}.Session", "Lock")

    def change(self, name: str, *, to: bool, session: str = OUR_SESSION) -> None:
        """A property of a session is another from now on."""
        self.tell(session, PROPERTIES, "PropertiesChanged", "sa{sv}as", f"{LOGIND}.Session", {name: ("b", to)}, [])

    def sleep(self) -> None:
        """The computer is about to sleep."""
        self._prepare_for_sleep(begins=True)

    def wake(self) -> None:
        """It is awake again."""
        self._prepare_for_sleep(begins=False)

    def _prepare_for_sleep(self, *, begins: bool) -> None:
        self.tell(LOGIND_PATH, f"{LOGIND}.Manager", "PrepareForSleep", "b", begins)

    @override
    def close(self) -> None:
        super().close()
        for delay in self.delays:
            delay.forget()


class FakeScreenSaver(_OnTheBus):
    """The screen saver of one desktop."""

    def __init__(self, bus: PrivateBus, name: str) -> None:
        self._saver = name
        super().__init__(bus, name)

    def turn(self, *, on: bool) -> None:
        """The screen is locked, or not any more."""
        self.tell("/" + self._saver.replace(".", "/"), self._saver, "ActiveChanged", "b", on)
