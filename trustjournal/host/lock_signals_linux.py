"""Lock signals on Linux, over D-Bus: from logind on the system's bus, and from the screen saver on the desktop's own.

Each bus is listened to on a thread that may wait for ever without anybody noticing. Qt's own D-Bus holds all of Python
still while it connects: a bus that does not answer would stop the window.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from typing_extensions import override

from trustjournal.host.lock_signals import Heard

if TYPE_CHECKING:
    from jeepney import Message
    from jeepney.fds import FileDescriptor
    from jeepney.io.threading import DBusConnection

LOGIND, LOGIND_PATH = "org.freedesktop.login1", "/org/freedesktop/login1"
MANAGER, SESSION = f"{LOGIND}.Manager", f"{LOGIND}.Session"
PROPERTIES = "org.freedesktop.DBus.Properties"
SCREEN_SAVERS = tuple(f"org.{desktop}.ScreenSaver" for desktop in ("freedesktop", "gnome", "cinnamon", "mate"))
"""Each is a name on the desktop's bus and the name of the interface there; all of them tell `ActiveChanged`."""

ANSWER_S = 10.0
"""How long an answer is waited for. Nobody waits for the thread that does."""


class BusLockSignals:
    """Listens to both buses; where one is missing, as in a container, it does without."""

    def __init__(self) -> None:
        self._ears: tuple[_Ear, ...] = ()

    def begin(self, lock: Callable[[], None]) -> None:
        """See `LockSignals`."""
        self._ears = (_LogindEar(lock), _ScreenSaverEar(lock))
        for ear in self._ears:
            ear.start()

    def heard(self) -> Heard:
        """See `LockSignals`."""
        all_heard = [ear.heard for ear in self._ears]
        return Heard(
            screen_lock=any(heard.screen_lock for heard in all_heard),
            user_switch=any(heard.user_switch for heard in all_heard),
            suspend=any(heard.suspend for heard in all_heard),
            suspend_waits=any(heard.suspend_waits for heard in all_heard),
        )

    def end(self) -> None:
        """See `LockSignals`."""
        for ear in self._ears:
            ear.end()


class _Ear(threading.Thread):
    """One bus, listened to from `start` to `end`."""

    bus: str

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__(name=f"listens to the {self.bus} bus", daemon=True)
        self.heard = Heard()
        self._lock = lock
        self._mutex = threading.Lock()
        self._is_over = False
        self._connection: DBusConnection | None = None

    @override
    def run(self) -> None:
        try:
            # Imported here: the window is there first, and what is imported costs it nothing.
            from jeepney.io.threading import open_dbus_connection

            connection = open_dbus_connection(_address(self.bus), enable_fds=True)
        except Exception:  # noqa: BLE001 — no bus, or none that answers as one: there are a dozen ways, and nothing to do
            return
        try:
            if self._take(connection):
                self._ask_for_signals(connection)
                while True:
                    self._on_message(connection, connection.receive())
        except Exception:  # noqa: BLE001 — ended by us or by the bus: either way nothing more is heard
            self.heard = Heard()
        finally:
            connection.close()

    def end(self) -> None:
        """Stop listening, and wait until it has stopped."""
        with self._mutex:
            self._is_over = True
            if self._connection is not None:
                self._connection.interrupt()
        self.join()

    def _ask_for_signals(self, connection: DBusConnection) -> None:
        raise NotImplementedError

    def _on_message(self, connection: DBusConnection, message: Message) -> None:
        raise NotImplementedError

    def _take(self, connection: DBusConnection) -> bool:
        with self._mutex:
            self._connection = None if self._is_over else connection
            return not self._is_over

    def _ask(self, connection: DBusConnection, call: Message) -> Sequence[Any] | None:
        """The answer to a call, or None for a refusal and for silence; what is heard meanwhile is heard."""
        from jeepney import HeaderFields, MessageType

        serial = next(connection.outgoing_serial)
        connection.send(call, serial=serial)
        while True:
            try:
                message = connection.receive(timeout=ANSWER_S)
            except TimeoutError:
                return None
            if message.header.fields.get(HeaderFields.reply_serial) != serial:
                self._on_message(connection, message)
            else:
                is_answer = message.header.message_type is MessageType.method_return
                return tuple(message.body) if is_answer else None

    def _hear(self, connection: DBusConnection, sender: str, interface: str, member: str, path: str | None) -> bool:
        """Have the bus pass one signal on, if it comes from the owner of the name `sender`; whether there is one."""
        from jeepney import MatchRule
        from jeepney.bus_messages import message_bus

        rule = MatchRule(type="signal", sender=sender, interface=interface, member=member, path=path)
        agreed = self._ask(connection, message_bus.AddMatch(rule))
        is_there = self._ask(connection, message_bus.NameHasOwner(sender))
        return agreed is not None and is_there == (True,)


class _LogindEar(_Ear):
    """Hears of sleep, and of what becomes of the session this process belongs to."""

    bus = "SYSTEM"

    def __init__(self, lock: Callable[[], None]) -> None:
        super().__init__(lock)
        self._waiting: FileDescriptor | None = None
        self._is_asking = False
        self._asks_again = False

    @override
    def run(self) -> None:
        super().run()
        if self._waiting is not None:
            self._waiting.close()

    @override
    def _ask_for_signals(self, connection: DBusConnection) -> None:
        session = self._own_session(connection)  # first, as it may be the call that starts logind
        hears_sleep = self._hear(connection, LOGIND, MANAGER, "PrepareForSleep", LOGIND_PATH)
        hears_session = (
            session is not None
            and self._hear(connection, LOGIND, SESSION, "Lock", session)
            and self._hear(connection, LOGIND, PROPERTIES, "PropertiesChanged", session)
        )
        self.heard = Heard(screen_lock=hears_session, user_switch=hears_session, suspend=hears_sleep)
        self._have_sleep_wait(connection)

    @override
    def _on_message(self, connection: DBusConnection, message: Message) -> None:
        kind, body = _signal(message), message.body
        if kind == (MANAGER, "PrepareForSleep"):
            if body[0]:
                self._lock()
            else:
                # Awake again and still alive, so words could not be stored: the next sleep is to wait as well.
                self._have_sleep_wait(connection)
        elif kind == (SESSION, "Lock"):
            self._lock()
        elif kind == (PROPERTIES, "PropertiesChanged"):
            changed: dict[str, tuple[str, object]] = body[1]
            is_away = changed.get("Active", ("b", True))[1] is False
            if is_away or changed.get("LockedHint", ("b", False))[1] is True:
                self._lock()

    def _own_session(self, connection: DBusConnection) -> str | None:
        """Its object path. Desktops start programs outside the session, as part of the person: `auto` knows that."""
        for member, signature, value in (("GetSession", "s", "auto"), ("GetSessionByPID", "u", os.getpid())):
            answer = self._call(connection, member, signature, (value,))
            if answer:
                return str(answer[0])
        return None

    def _have_sleep_wait(self, connection: DBusConnection) -> None:
        """Take a delay lock. It is let go of with the end of the process: by then no text is in its memory, which
        a hibernating computer writes to its disk."""
        self._asks_again = True
        if self._is_asking:  # it woke while an answer is waited for: two answers at once could not be told apart
            return
        self._is_asking = True
        while self._asks_again and self._waiting is None:
            self._asks_again = False
            what, why = ("sleep", "TrustJournal"), ("Locking first", "delay")
            answer = self._call(connection, "Inhibit", "ssss", (*what, *why))
            self._waiting = answer[0] if answer else None
        self._is_asking = False
        self.heard = replace(self.heard, suspend_waits=self._waiting is not None)

    def _call(
        self, connection: DBusConnection, member: str, signature: str, body: tuple[object, ...]
    ) -> Sequence[Any] | None:
        from jeepney import DBusAddress, new_method_call

        return self._ask(
            connection, new_method_call(DBusAddress(LOGIND_PATH, LOGIND, MANAGER), member, signature, body)
        )


class _ScreenSaverEar(_Ear):
    """Hears the desktop say that its screen is locked, also where logind is not told."""

    bus = "SESSION"

    @override
    def _ask_for_signals(self, connection: DBusConnection) -> None:
        # A screen saver may come later than we do, so all of them are listened for.
        heard = [self._hear(connection, name, name, "ActiveChanged", None) for name in SCREEN_SAVERS]
        self.heard = Heard(screen_lock=any(heard))

    @override
    def _on_message(self, connection: DBusConnection, message: Message) -> None:
        interface, member = _signal(message)
        if interface in SCREEN_SAVERS and member == "ActiveChanged" and message.body[0]:
            self._lock()


def _signal(message: Message) -> tuple[str, str]:
    """Interface and name of a signal; of anything else, two that nobody listens for."""
    from jeepney import HeaderFields, MessageType

    if message.header.message_type is not MessageType.signal:
        return "", ""
    fields = message.header.fields
    return str(fields.get(HeaderFields.interface)), str(fields.get(HeaderFields.member))


def _address(bus: str) -> str:
    """Where a bus is; the desktop's has a usual place, for programs that were started without being told."""
    if bus == "SESSION" and "DBUS_SESSION_BUS_ADDRESS" not in os.environ:
        return f"unix:path={os.environ['XDG_RUNTIME_DIR']}/bus"
    return bus
