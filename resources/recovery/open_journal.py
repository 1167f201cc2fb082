#!/usr/bin/env python3
"""Opens a TrustJournal journal without TrustJournal, by its recovery code or its passphrase. It changes nothing in it.

    python3 -m pip install cryptography apsw-sqlite3mc
    python3 open_journal.py FOLDER

FOLDER is the folder of the journal: vault.tjkeys and journal-….tjdb are in it. This script needs nothing else of the
program, and no internet once the two packages are there. docs/format.md of TrustJournal describes every step it takes.
"""

from __future__ import annotations

import argparse
import getpass
import hashlib
import hmac
import json
import os
import re
import shutil
import struct
import sys
import tempfile
import unicodedata
from base64 import b64decode, b64encode
from pathlib import Path
from typing import Any

try:
    import apsw
    from cryptography.exceptions import InvalidTag, UnsupportedAlgorithm
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    if not hasattr(apsw, "mc_version"):
        raise ImportError("this is the apsw without the cipher")
except ImportError:
    sys.exit("Two packages are needed first:\n    python3 -m pip install --upgrade cryptography apsw-sqlite3mc")

PASSED_OVER = "-\u00ad\u200b\u2010\u2011\u2012\u2013\u2014\u2212_."
LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
NEWEST_SCHEMA = 170
WITH_MARKS, WITH_FILES = 60, 80
NAMES = {"recovery": "recovery code", "passphrase": "passphrase"}


class Trouble(Exception):  # noqa: N818 - it is no error of the script
    """What a person is told instead of a traceback."""


class TryAgain(Trouble):
    """What was typed does not open it; something else may."""


def canonical(value: object) -> bytes:
    return json.dumps(value, sort_keys=True, separators=(",", ":"), allow_nan=False).encode("ascii")


def read_key_file(folder: Path) -> dict[str, Any]:
    """What the newer of the whole copies of the key file says."""
    if not folder.is_dir():
        raise Trouble(f"There is no folder {folder}")
    there = [path for path in (folder / "vault.tjkeys", folder / "vault.tjkeys.bak") if path.is_file()]
    if not there and not any(folder.glob("journal-*.tjdb")):
        raise Trouble(f"There is no journal in {folder}: it would have a file vault.tjkeys and a file journal-….tjdb.")
    if not there:
        raise Trouble("Both key files are missing: vault.tjkeys and vault.tjkeys.bak. Look for one in a backup.")
    whole = [content for content in map(read_copy, there) if content]
    if not whole:
        raise Trouble("No copy of the key file is whole. Look for vault.tjkeys in a backup of this folder.")
    return max(whole, key=lambda content: int(content["gen"]))


def read_copy(path: Path) -> dict[str, Any] | None:
    """What one copy says; None where it is damaged or breaks a rule of the format."""
    try:
        data = path.read_bytes()
        line, checksum, rest = data.split(b"\n")
        if len(data) > 16384 or rest or hashlib.sha256(line).hexdigest().encode() != checksum:
            return None
        content: dict[str, Any] = json.loads(line)
        if content["format"] == "trustjournal-keys" and content["version"] > 1:
            raise Trouble("A newer version of TrustJournal made this journal. Use the open_journal.py of that version.")
        kid, salt, mac = content["kid"], content["db"]["salt"], content["mac"]
        is_sound = (
            canonical(content) == line and content["format"] == "trustjournal-keys"
            and (type(content["version"]), type(content["gen"])) == (int, int)
            and re.fullmatch("[0-9a-f]{8}", kid) and content["db"]["file"] == f"journal-{kid}.tjdb"
            and re.fullmatch("[0-9a-f]{32}", salt) and len(b64decode(mac, validate=True)) == 32
            and 1 <= len(content["slots"]) <= 16 and all(map(is_sound_slot, content["slots"]))
        )  # fmt: skip
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return content if is_sound else None


def is_sound_slot(slot: dict[str, Any]) -> bool:
    """Whether a slot can be tried, and costs no more than the format allows."""
    kdf, wrap = slot["kdf"], slot["wrap"]
    lengths = [len(b64decode(text, validate=True)) for text in (wrap["nonce"], wrap["ct"], kdf["salt"])]
    if slot["type"] != "passphrase":
        return lengths == [12, 48, 32]
    m, t, p = kdf["m"], kdf["t"], kdf["p"]
    is_within_limits = 8 * p <= m <= 2_097_152 and 1 <= t <= 16 and 1 <= p <= 16
    return {type(m), type(t), type(p)} == {int} and is_within_limits and lengths == [12, 48, 16]


def secret_of_code(typed: str) -> bytes:
    """The 16 bytes of a recovery code whose checksum fits."""
    tidy = "".join(c for c in typed if not c.isspace() and c not in PASSED_OVER).upper()
    values = [LETTERS.find(c) for c in tidy.translate(str.maketrans("OIL", "011"))]
    check = 1
    for value in (29, 11, *values):
        top, check = check >> 25, (check & 0x1FFFFFF) << 5 ^ value
        for bit, generator in enumerate((0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)):
            check ^= generator if top >> bit & 1 else 0
    number = sum(value << 5 * place for place, value in enumerate(reversed(values[:26])))
    if len(values) != 32 or -1 in values or check != 0x2BC830A3 or number & 3:
        raise TryAgain("There is a slip in the typing: a recovery code has 8 groups of 4, and this is not one.")
    return (number >> 2).to_bytes(16, "big")


def hkdf(key: bytes, info: str, salt: bytes | None = None) -> bytes:
    return HKDF(algorithm=SHA256(), length=32, salt=salt, info=info.encode()).derive(key)


def unlock(content: dict[str, Any], kind: str, typed: str) -> bytes:
    """The data key, by which the MAC proves that nobody altered the key file."""
    is_code = kind == "recovery"
    secret = secret_of_code(typed) if is_code else unicodedata.normalize("NFC", typed).encode("utf-8", "surrogatepass")
    for slot in (slot for slot in content["slots"] if slot["type"] == kind):
        kdf, wrap = slot["kdf"], dict(slot["wrap"])
        salt, wrapped, nonce = b64decode(kdf["salt"]), b64decode(wrap.pop("ct")), b64decode(wrap["nonce"])
        if is_code:
            key = hkdf(secret, "tj/recovery-kek/v1", salt)
        else:
            cost = {"memory_cost": kdf["m"], "iterations": kdf["t"], "lanes": kdf["p"]}
            key = Argon2id(salt=salt, length=32, **cost).derive(secret)
        bound_to = canonical(["tj-slot-v1", content["vault"], {**slot, "wrap": wrap}])
        try:
            data_key = AESGCM(key).decrypt(nonce, wrapped, bound_to)
        except InvalidTag:
            continue
        without_mac = canonical({name: value for name, value in content.items() if name != "mac"})
        mac = hmac.digest(hkdf(data_key, "tj/header-mac/v1"), without_mac, "sha256")
        if not hmac.compare_digest(b64encode(mac).decode(), content["mac"]):
            raise Trouble("Somebody altered the key file, so it is not used. Take vault.tjkeys from a backup.")
        return data_key
    if is_code:
        raise TryAgain("The code has no slip in it, and is not the one of this journal as it is now.")
    raise TryAgain("This passphrase does not open the journal. Capitals, spaces and the keyboard's language count.")


def undo_save(database: Path, rollback: bytes) -> None:
    """Undo a save that was cut short, in a copy of the database: put the pages back that it had begun to replace.

    SQLite would do it, but the cipher used here finds the checksums wrong: SQLCipher makes them over encrypted pages.
    """
    start = 0
    with database.open("r+b") as file:
        while rollback[start : start + 8] == bytes.fromhex("d9d505f920a163d7") and len(rollback) >= start + 28:
            count, nonce, pages, sector, size = struct.unpack_from(">5I", rollback, start + 8)
            size = size or 4096  # as SQLite reads it: early versions left it out
            if size != 4096 or sector < 28:
                return
            if start == 0:
                file.truncate(pages * size)
            start += sector
            for _ in range(count):
                record = rollback[start : start + size + 8]
                if len(record) < size + 8:
                    return
                number, page, checksum = struct.unpack(f">I{size}sI", record)
                if checksum != (nonce + sum(page[size - 200 : 0 : -200])) % 2**32:
                    return
                if 1 <= number <= pages:
                    file.seek((number - 1) * size)
                    file.write(page)
                start += size + 8
            start += -start % sector


def open_database(folder: Path, content: dict[str, Any], key: str, scratch: Path) -> apsw.Connection:
    """The database, for reading only; `key` is its raw key as SQLCipher takes it."""
    path = folder / content["db"]["file"]
    if not path.is_file():
        raise Trouble(f"The key is right, and the database is missing: {path.name}. Look for it in a backup.")
    connection = connect(path, key)
    try:
        vaults = connection.execute("SELECT vault FROM journal").fetchall()
    except apsw.ReadOnlyError:
        # A save was cut short.
        connection.close()
        copy = Path(shutil.copyfile(path, scratch / path.name))
        undo_save(copy, (folder / f"{path.name}-journal").read_bytes())
        connection = connect(copy, key)
        vaults = connection.execute("SELECT vault FROM journal").fetchall()
    if vaults != [(content["vault"],)]:
        raise Trouble("The database is that of another journal.")
    if connection.pragma("user_version") > NEWEST_SCHEMA:
        say("A newer version of TrustJournal wrote this journal. There may be more in it than this script knows.")
    return connection


def connect(path: Path, key: str) -> apsw.Connection:
    connection = apsw.Connection(str(path.resolve()), flags=apsw.SQLITE_OPEN_READONLY)
    connection.pragma("cipher", "sqlcipher")
    connection.pragma("legacy", 4)
    connection.pragma("hexkey", key.encode().hex())
    return connection


ENTRIES = "SELECT position FROM entry WHERE position IS NOT NULL ORDER BY position"
ENTRY = """
    SELECT concat_ws(char(10), '# ' || day || ' ' || wall_time || ' (' || zone || ')', nullif(title, ''),
        'People: ' || (SELECT group_concat(name, ', ' ORDER BY place)
                       FROM entry_person ep JOIN person p ON p.id = ep.person WHERE ep.entry = e.id),
        'Tags: ' || (SELECT group_concat(name, ', ' ORDER BY place)
                     FROM entry_tag et JOIN tag t ON t.id = et.tag WHERE et.entry = e.id),
        {marks} 'Prompt: ' || (SELECT wording FROM prompt_served s WHERE s.id = e.prompt), '', text, '')
    FROM entry e WHERE position = ?"""
MARKS = """'Feelings: ' || (SELECT group_concat(word, ', ' ORDER BY place) FROM entry_feeling f WHERE f.entry = e.id),
        'Marked: ' || nullif(concat_ws(', ', iif(is_starred, 'starred', NULL), iif(is_draft, 'not finished', NULL),
                                       iif(is_for_therapy, 'for therapy', NULL)), ''),"""
LATER = (  # the version of the schema that brought them, all of them, and the words of one
    (90, "SELECT n FROM template WHERE deleted_at IS NULL ORDER BY n", """
    SELECT concat_ws(char(10), '# Template: ' || name, nullif(title, ''), '', text, '') FROM template WHERE n = ?"""),
    (150, """
    SELECT p.n FROM own_prompt p JOIN deck d ON d.id = p.deck WHERE p.deleted_at IS NULL AND d.deleted_at IS NULL
    ORDER BY d.n, p.n""", """
    SELECT concat_ws(char(10), '# Prompt of the deck: ' || name, text, nullif(note, ''), '')
    FROM own_prompt p JOIN deck d ON d.id = p.deck WHERE p.n = ?"""),
    (160, "SELECT n FROM own_number WHERE deleted_at IS NULL ORDER BY n", """
    SELECT concat_ws(char(10), '# Number to call: ' || name, number, nullif(note, ''), '')
    FROM own_number WHERE n = ?"""),
    (170, "SELECT n FROM prompt_planned WHERE deleted_at IS NULL ORDER BY due_day, n", """
    SELECT concat_ws(char(10), '# To be asked again from ' || due_day, '', wording, '')
    FROM prompt_planned WHERE n = ?"""),
)  # fmt: skip
CHECK_INS = "SELECT n FROM check_in WHERE deleted_at IS NULL ORDER BY instant, n"
CHECK_IN = """
    SELECT concat_ws(char(10), '# ' || day || ' ' || wall_time || ' (' || zone || '), a check-in',
        'Mood, each from -4 to 4: pleasantness ' || pleasantness || ', energy ' || energy,
        'Words: ' || (SELECT group_concat(word, ', ' ORDER BY place) FROM check_in_word w WHERE w.check_in = c.id),
        (SELECT group_concat('Trust in ' || name || ': ' || coalesce(value || ' of 10', 'not sure')
                             || coalesce(' (' || basis || ')', ''), char(10) ORDER BY r.n)
         FROM trust_rating r JOIN person p ON p.id = r.person WHERE r.check_in = c.id AND r.deleted_at IS NULL), '')
    FROM check_in c WHERE n = ?"""


def read_all(connection: apsw.Connection) -> tuple[str, str]:
    """Every entry, oldest first, then every check-in, then the rest; and a sentence on how many there are."""
    texts, counts, damaged = [], [], 0
    schema = connection.pragma("user_version")
    sections = [(ENTRIES, ENTRY.replace("{marks}", MARKS if schema >= WITH_MARKS else "")), (CHECK_INS, CHECK_IN)]
    sections.extend((all_of_them, one) for since, all_of_them, one in LATER if schema >= since)
    for all_of_them, one in sections:
        keys = connection.execute(all_of_them).fetchall()
        counts.append(len(keys))
        for key in keys:
            try:
                texts.append(str(connection.execute(one, key).fetchall()[0][0]))
            except apsw.Error:
                damaged += 1
                texts.append("# Damaged: what was written here cannot be read. A backup may have it.\n")
    summary = f"The journal opens. Entries: {counts[0]}. Check-ins: {counts[1]}."
    if attachments := files_of(connection):
        summary += f" Photos and files: {len(attachments)}."
    return "\n".join(texts), summary + f" Damaged, and not to be read: {damaged}." * bool(damaged)


FILES = """
    SELECT a.id, e.day, a.name, a.media_type, a.size, a.sha256 FROM attachment a JOIN entry e ON e.id = a.entry
    WHERE a.deleted_at IS NULL AND e.deleted_at IS NULL ORDER BY a.n"""
PIECES = "SELECT data FROM attachment_part WHERE attachment = ? ORDER BY place"


def files_of(connection: apsw.Connection) -> list[Any]:
    """What is known of the photos and files that belong to entries."""
    return connection.execute(FILES).fetchall() if connection.pragma("user_version") >= WITH_FILES else []


def write_files(connection: apsw.Connection, folder: Path) -> None:
    """Write the photos and files into a new folder; a line ![…](tj:ID) of a text shows the one with that ID."""
    folder.mkdir(mode=0o700)
    damaged = 0
    for id_, day, name, media_type, size, digest in files_of(connection):
        suffixes = {"image/jpeg": (".jpg", ".jpeg"), "image/png": (".png",)}.get(media_type, ("",))
        safe = re.sub(r"[^\w. -]", "_", name)[-80:]
        path = folder / f"{day} {id_.hex()} {safe}{'' if safe.lower().endswith(suffixes) else suffixes[0]}"
        try:
            data = b"".join(piece for (piece,) in connection.execute(PIECES, (id_,)))[:size]
        except apsw.Error:
            data = b""
        damaged += hashlib.sha256(data).digest() != digest
        flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags, 0o600), "wb") as file:
            file.write(data)
    say(f"Written: {folder}" + f" Damaged, and not what was put in: {damaged}." * bool(damaged))


def say(words: object) -> None:
    """Tell the person, beside the output: that holds nothing but the journal's own words."""
    print(words, file=sys.stderr, flush=True)


def ask(question: str, *, hidden: bool = False) -> str:
    if hidden and sys.stdin.isatty():
        return getpass.getpass(question)
    print(question, end="", file=sys.stderr, flush=True)
    line = sys.stdin.buffer.readline().decode("utf-8", "surrogateescape")
    if not line:
        raise EOFError
    return line.rstrip("\r\n")


def ask_until_it_opens(content: dict[str, Any], kind: str) -> bytes:
    question = "Recovery code: " if kind == "recovery" else "Passphrase (it stays hidden): "
    while True:
        try:
            return unlock(content, kind, ask(question, hidden=kind == "passphrase"))
        except TryAgain as trouble:
            if not sys.stdin.isatty():
                raise
            say(trouble)


def agree(warning: str) -> None:
    if ask(f"{warning}\nType yes to go on: ").strip().lower() != "yes":
        raise Trouble("Stopped.")


def main() -> None:
    parser = argparse.ArgumentParser(description="Opens a TrustJournal journal without TrustJournal.")
    parser.add_argument("folder", type=Path, help="the folder of the journal")
    parser.add_argument("--passphrase", action="store_true", help="ask for the passphrase, not for the recovery code")
    then = parser.add_mutually_exclusive_group()
    then.add_argument("--check", action="store_true", help="only see whether it opens, as without any of these")
    then.add_argument("--print", action="store_true", help="show here all that was written")
    then.add_argument("--out", type=Path, metavar="FILE", help="write it into a new file, which is not encrypted")
    then.add_argument("--files", type=Path, metavar="DIR", help="write photos and files into a new folder, in clear")
    then.add_argument("--sqlcipher", action="store_true", help="show the key and how the sqlcipher program takes it")
    chosen = parser.parse_args()
    kind = "passphrase" if chosen.passphrase else "recovery"
    content = read_key_file(chosen.folder)
    if kind not in {slot["type"] for slot in content["slots"]}:
        raise Trouble(f"This journal has no {NAMES[kind]}. Is there another way in? See --help.")
    for place in (chosen.out, chosen.files):
        if place and os.path.lexists(place):
            raise Trouble(f"There is something at {place} already, and nothing is overwritten. Choose another name.")
    data_key = ask_until_it_opens(content, kind)
    key = f"x'{hkdf(data_key, 'tj/sqlcipher/v1').hex()}{content['db']['salt']}'"
    with tempfile.TemporaryDirectory() as scratch:
        connection = open_database(chosen.folder, content, key, Path(scratch))
        try:
            words, summary = read_all(connection)
            if chosen.files:
                say(summary)
                agree(f"What is written into {chosen.files} will not be encrypted: whoever gets at it can open it.")
                write_files(connection, chosen.files)
                return
        finally:
            connection.close()
    say(summary)
    if chosen.print:
        sys.stdout.buffer.write(words.encode())
    elif chosen.out:
        agree(f"{chosen.out} will not be encrypted: whoever gets at that file can read every word.")
        with os.fdopen(os.open(chosen.out, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
            file.write(words.encode())
        say(f"Written: {chosen.out}")
    elif chosen.sqlcipher:
        agree("Whoever sees the key can read this journal, and every copy of it. sqlcipher may note it in its history.")
        print(f'{(chosen.folder / content["db"]["file"]).resolve()}\nPRAGMA key = "{key}";')
    elif not chosen.check:
        say("To read it here, add --print. To write new files, not encrypted: --out FILE, and --files DIR for photos.")


if __name__ == "__main__":
    try:
        main()
    except Trouble as trouble:
        sys.exit(str(trouble))
    except (KeyboardInterrupt, EOFError):
        sys.exit("\nStopped.")
    except MemoryError:
        sys.exit("There is too little free memory to work out the key. Close other programs, or use another computer.")
    except UnsupportedAlgorithm:
        sys.exit("This cryptography package lacks Argon2id:\n    python3 -m pip install --upgrade cryptography")
    except (apsw.BusyError, apsw.LockedError):
        sys.exit("Another program has the journal open. Close TrustJournal first.")
    except apsw.Error:
        sys.exit("The key is right, and the database is damaged. Look for a backup of this folder.")
    except OSError as error:
        sys.exit(f"It did not work. The computer says: {error.strerror}.")
