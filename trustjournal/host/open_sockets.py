"""The sockets this process has open, and who is at their other end."""

from __future__ import annotations

import os
import socket
import struct
import sys

from trustjournal.domain.proof import OpenSocket, SocketReach

if sys.platform == "linux":
    _SO_DOMAIN = 39
    _REACHES = {
        int(socket.AF_UNIX): SocketReach.THIS_COMPUTER,
        int(socket.AF_INET): SocketReach.INTERNET,
        int(socket.AF_INET6): SocketReach.INTERNET,
    }

    def open_sockets() -> tuple[OpenSocket, ...] | None:
        """All of them; None on a system that does not tell."""
        found = []
        for name in os.listdir("/proc/self/fd"):  # noqa: PTH208
            try:
                if os.readlink(f"/proc/self/fd/{name}").startswith("socket:"):  # noqa: PTH115
                    found.append(_look(int(name)))
            except OSError:
                continue  # closed since, as the one is that listed these
        return tuple(found)

    def _look(descriptor: int) -> OpenSocket:
        # The family is only what Python takes it for; nothing is opened, and what it really is, is asked below.
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM, 0, fileno=os.dup(descriptor)) as end:
            reach = _REACHES.get(end.getsockopt(socket.SOL_SOCKET, _SO_DOMAIN), SocketReach.ELSEWHERE)
            if reach is not SocketReach.THIS_COMPUTER:
                return OpenSocket(reach)
            return OpenSocket(reach, _text(end.getsockname()), _peer(end), _peer_program(end))

    def _peer(end: socket.socket) -> str:
        try:
            return _text(end.getpeername())
        except OSError:  # it listens, or is connected to nothing
            return ""

    def _text(address: str | bytes) -> str:
        text = os.fsdecode(address)
        return "@" + text[1:] if text.startswith("\0") else text

    def _peer_program(end: socket.socket) -> str:
        pid, _user, _group = struct.unpack("iII", end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, 12))
        try:
            with open(f"/proc/{pid}/comm", encoding="utf-8", errors="replace") as file:  # noqa: PTH123
                return file.read().strip()
        except OSError:  # it has gone, or lives in another sandbox
            return ""

else:  # not tested

    def open_sockets() -> tuple[OpenSocket, ...] | None:
        """All of them; None on a system that does not tell."""
        return None
