"""Starting a life: a process that inherits three pipe ends and nothing else. The one place where the systems differ.

Starting the unlock screen is the first thing the program does, so this imports next to nothing: each of `dataclasses`,
`typing`, `json` and `subprocess` costs as much as a tenth of the way to the first frame.
"""

from __future__ import annotations

import os
import sys

import trustjournal

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

PROMPT = "prompt"
SESSION = "session"

_PARENT = os.path.dirname(os.path.dirname(os.path.abspath(trustjournal.__file__)))  # noqa: PTH100, PTH120

# `-P` keeps the folder the program was started from (a downloads folder, say) out of the search for modules.
_BOOT = "import sys; sys.path.insert(0, sys.argv.pop(1)); from trustjournal.app.boot import main; main(sys.argv[1:])"


class Life:
    """A life that was started, seen from the supervisor."""

    __slots__ = ("hear", "key", "kind", "pid", "said", "wait")

    def __init__(self, kind: str, pid: int, wait: Callable[[], int], *, hear: int, said: int, key: int | None) -> None:
        self.kind = kind
        self.pid = pid
        self.wait = wait
        """Wait for its end; 0 if it ended as it wished to."""
        self.hear = hear
        """Where it hears what it is told: a descriptor to write to."""
        self.said = said
        """What it said: a descriptor to read from."""
        self.key = key
        """Of a prompt: where its key will come out, for the session to read and nobody else."""

    def forget_key(self) -> None:
        """Close the supervisor's end of the key pipe: the session has its own, or none is needed any more."""
        if self.key is not None:
            os.close(self.key)
            self.key = None


def life_command(arguments: Sequence[str]) -> list[str]:
    """The command line of a life of this program; a frozen program starts itself."""
    if getattr(sys, "frozen", False):
        return [sys.executable, "life", *arguments]
    return [sys.executable, "-P", "-c", _BOOT, _PARENT, *arguments]


def start_prompt(
    home: str = "", notice: str = "", order: str = "", *, command: Callable[[Sequence[str]], list[str]] = life_command
) -> Life:
    """Start a prompt. `home` is the folder that stands for the person's own ones, `notice` the class name of an
    error the unlock screen is to explain, `order` the word of a vault task it is to begin with."""
    key, key_end = os.pipe()
    try:
        return _start(PROMPT, key_end, key, (home, notice, order), command)
    finally:
        os.close(key_end)


def start_session(key: int, home: str = "", *, command: Callable[[Sequence[str]], list[str]] = life_command) -> Life:
    """Start a session that reads its key from the descriptor `key`."""
    return _start(SESSION, key, None, (home, "", ""), command)


def _start(
    kind: str,
    key_end: int,
    key: int | None,
    facts: tuple[str, ...],
    command: Callable[[Sequence[str]], list[str]],
) -> Life:
    to_hear, hear = os.pipe()
    said, to_say = os.pipe()
    pipes = (to_hear, to_say, key_end)
    try:
        pid, wait = _spawn(command([kind, *(_name_of(pipe) for pipe in pipes), *facts]), pipes, os.environ)
    finally:
        os.close(to_hear)
        os.close(to_say)
    return Life(kind, pid, wait, hear=hear, said=said, key=key)


if sys.platform == "win32":  # not tested
    import msvcrt
    import subprocess

    def _spawn(
        command: list[str], pipes: Sequence[int], environment: Mapping[str, str]
    ) -> tuple[int, Callable[[], int]]:
        handles = [msvcrt.get_osfhandle(pipe) for pipe in pipes]
        _hand_down(handles, inheritable=True)
        try:
            startup = subprocess.STARTUPINFO(lpAttributeList={"handle_list": handles})
            process = subprocess.Popen(command, close_fds=True, startupinfo=startup, env=dict(environment))
        finally:
            _hand_down(handles, inheritable=False)
        return process.pid, process.wait

    def _name_of(pipe: int) -> str:
        return str(msvcrt.get_osfhandle(pipe))

    def open_inherited(name: str, *, to_write: bool) -> int:
        """In a life: the descriptor of a pipe it inherited, which its own children do not inherit again."""
        handle = int(name)
        _hand_down([handle], inheritable=False)
        return msvcrt.open_osfhandle(handle, os.O_WRONLY if to_write else os.O_RDONLY)

    def _hand_down(handles: Sequence[int], *, inheritable: bool) -> None:
        for handle in handles:
            os.set_handle_inheritable(handle, inheritable)

else:

    def _spawn(
        command: list[str], pipes: Sequence[int], environment: Mapping[str, str]
    ) -> tuple[int, Callable[[], int]]:
        _hand_down(pipes, inheritable=True)
        try:
            quiet_input = (os.POSIX_SPAWN_OPEN, 0, os.devnull, os.O_RDONLY, 0)
            pid = os.posix_spawn(command[0], command, environment, file_actions=[quiet_input])
        finally:
            _hand_down(pipes, inheritable=False)
        return pid, lambda: os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])

    def _name_of(pipe: int) -> str:
        return str(pipe)

    def open_inherited(name: str, *, to_write: bool) -> int:
        """In a life: the descriptor of a pipe it inherited, which its own children do not inherit again."""
        del to_write
        _hand_down([int(name)], inheritable=False)
        return int(name)

    def _hand_down(pipes: Sequence[int], *, inheritable: bool) -> None:
        for pipe in pipes:
            os.set_inheritable(pipe, inheritable)


def keep_standard_streams_apart() -> None:
    """Started without standard streams, the first pipes would get their numbers and be mistaken for them."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= 2:
        pass
    os.close(descriptor)
