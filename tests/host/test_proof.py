"""What a process shows about itself is what is there: each fact is made first and then looked for."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.host.another_process import run
from trustjournal.domain.proof import PathKind, ProcessProof, SocketReach
from trustjournal.host.path_kinds import PathKinds

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Linux tells the most")

TELL = """
import json
from pathlib import Path
from trustjournal.host.proof import take_proof
proof = take_proof(hardening, journal=Path(JOURNAL), own=[Path(OWN)])
print(json.dumps({
    "sockets": [[s.reach, s.address, s.peer, s.peer_program] for s in proof.sockets],
    "internet": proof.internet_sockets,
    "files": [[f.kind, f.path, f.is_writable] for f in proof.files],
    "written": [[f.kind, f.path, f.is_there] for f in proof.written],
    "all": proof.is_all_written,
    "protections": dict(proof.protections),
    "words": repr(proof) + str(proof) + repr(hardening.written) + str(vars(type(hardening))),
}))
"""


@pytest.fixture
def journal(tmp_path: Path) -> Path:
    folder = tmp_path / "journal"
    folder.mkdir()
    return folder


def _proof(code: str, folder: Path, *, before: str = "") -> dict[str, Any]:
    places = f"JOURNAL, OWN, HERE = {str(folder / 'journal')!r}, {str(folder / 'own')!r}, {str(folder)!r}\n"
    harden = "from trustjournal.host.hardening import harden_process; hardening = harden_process()\n"
    done = run(places + before + harden + code + TELL, hardened=False)
    assert done.returncode == 0, done.stderr
    found: dict[str, Any] = json.loads(done.stdout)
    return found


def test_a_process_without_sockets_shows_none(journal: Path) -> None:
    found = _proof("", journal.parent)
    assert found["sockets"] == []
    assert found["internet"] == 0


def test_a_socket_of_this_computer_is_shown_with_the_program_at_its_other_end(journal: Path) -> None:
    code = (
        "import socket\nshop = socket.socket(socket.AF_UNIX); shop.bind(HERE + '/door'); shop.listen()\n"
        "guest = socket.socket(socket.AF_UNIX); guest.connect(HERE + '/door')\n"
        "hidden = socket.socket(socket.AF_UNIX); hidden.bind('\\0a-name')\n"
    )
    found = _proof(code, journal.parent)
    door, here = str(journal.parent / "door"), SocketReach.THIS_COMPUTER
    shop, guest, hidden = found["sockets"]
    assert shop[:3] == [here, door, ""]
    assert guest[:3] == [here, "", door]
    assert guest[3].startswith("python")
    assert hidden[:2] == [here, "@a-name"]
    assert found["internet"] == 0


def test_sockets_that_reach_further_are_counted_though_they_were_there_before_hardening(journal: Path) -> None:
    before = (
        "import socket\nlines = [socket.socket(socket.AF_INET), socket.socket(socket.AF_INET6, socket.SOCK_DGRAM),\n"
        "socket.socket(socket.AF_NETLINK, socket.SOCK_RAW)]\n"
    )
    found = _proof("", journal.parent, before=before)
    assert [reach for reach, *_ in found["sockets"]] == ["internet", "internet", "elsewhere"]
    assert found["internet"] == 2


def test_a_database_that_opens_its_own_file_is_shown_as_open_and_as_written(journal: Path) -> None:
    code = (
        "import sqlite3\ndatabase = sqlite3.connect(JOURNAL + '/journal.tjdb', isolation_level=None)\n"
        "database.execute('PRAGMA locking_mode=EXCLUSIVE'); database.execute('CREATE TABLE a(b)')\n"
    )
    found = _proof(code, journal.parent)
    path = str(journal / "journal.tjdb")
    assert [PathKind.JOURNAL, path, True] in found["files"]
    assert [PathKind.JOURNAL, path, True] in found["written"]


WAYS_TO_WRITE = [
    "open(PATH, 'w').close()",
    "open(PATH, 'ab').close()",
    "open(PATH.encode(), 'xb').close()",
    "from pathlib import Path; Path(PATH).write_text('x')",
    "import os; os.close(os.open(PATH, os.O_RDWR | os.O_CREAT))",
    "open('/dev/null').close(); import os; os.chdir(HERE + '/journal'); open('a', 'w').close()",
]


@pytest.mark.parametrize("way", WAYS_TO_WRITE)
def test_a_file_is_shown_as_written_however_it_was_opened(way: str, journal: Path) -> None:
    found = _proof(f"PATH = JOURNAL + '/a'\n{way}\n", journal.parent)
    assert [PathKind.JOURNAL, str(journal / "a"), True] in found["written"]


def test_a_file_that_takes_another_name_is_shown_under_both(journal: Path) -> None:
    code = "import os\nopen(JOURNAL + '/a.tmp', 'w').close(); os.replace(JOURNAL + '/a.tmp', JOURNAL + '/a')\n"
    found = _proof(code, journal.parent)
    assert [PathKind.JOURNAL, str(journal / "a.tmp"), False] in found["written"]
    assert [PathKind.JOURNAL, str(journal / "a"), True] in found["written"]


def test_a_file_that_was_only_read_is_not_shown_as_written(journal: Path) -> None:
    (journal / "a").touch()
    found = _proof("kept = open(JOURNAL + '/a')\n", journal.parent)
    assert [PathKind.JOURNAL, str(journal / "a"), False] in found["files"]
    assert str(journal / "a") not in [path for _, path, _ in found["written"]]


def test_more_files_than_are_remembered_are_told_as_such(journal: Path) -> None:
    code = "for number in range(hardening.written.LIMIT + 1): open(f'{JOURNAL}/{number}', 'w').close()\n"
    assert _proof("", journal.parent)["all"]
    found = _proof(code, journal.parent)
    assert not found["all"]
    assert sum(path.startswith(str(journal)) for _, path, _ in found["written"]) <= 1000


def test_what_is_shown_by_repr_holds_no_path(journal: Path) -> None:
    code = (
        "kept = open(JOURNAL + '/a', 'w')\nimport socket\nend = socket.socket(socket.AF_UNIX); end.bind(HERE + '/b')\n"
    )
    words = _proof(code, journal.parent)["words"]
    assert str(journal.parent) not in words
    assert "OpenFile" in words
    assert "OpenSocket" in words


def test_it_works_while_the_memory_is_closed(journal: Path) -> None:
    found = _proof("hardening.close_memory(); kept = open(JOURNAL + '/a', 'w')\n", journal.parent)
    assert set(found["protections"].values()) == {"on"}
    assert [PathKind.JOURNAL, str(journal / "a"), True] in found["files"]


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/home/you/data/journals/Personal/vault.tjkeys", PathKind.JOURNAL),
        ("/home/you/data/journals/Personal", PathKind.JOURNAL),
        ("/home/you/data/journals/Personal too/vault.tjkeys", PathKind.SETTINGS),
        ("/home/you/config/settings.json", PathKind.SETTINGS),
        ("/home/you/Documents/export.md", PathKind.ELSEWHERE),
        ("/usr/share/fonts/a.ttf", PathKind.SYSTEM),
        ("/dev/null", PathKind.SYSTEM),
        ("/dev/shm/a", PathKind.MEMORY),
        ("/memfd:wayland", PathKind.MEMORY),
        (str(Path(sys.prefix) / "lib" / "a.so"), PathKind.PROGRAM),
        (str(Path(__file__).parents[2] / "trustjournal" / "errors.py"), PathKind.PROGRAM),
    ],
)
def test_a_path_is_told_by_where_it_is(path: str, kind: PathKind) -> None:
    kinds = PathKinds(Path("/home/you/data/journals/Personal"), [Path("/home/you/data"), Path("/home/you/config")])
    assert kinds.of(path) is kind


def test_a_folder_reached_through_a_link_is_still_the_journal(journal: Path) -> None:
    link = journal.parent / "link"
    link.symlink_to(journal)
    assert PathKinds(link, []).of(str(journal / "a")) is PathKind.JOURNAL


def test_where_a_system_does_not_tell_the_count_is_not_a_number() -> None:
    silent = ProcessProof(protections=(), sockets=None, files=None, written=(), is_all_written=True)
    assert silent.internet_sockets is None
