"""What the page about privacy says: of connections, places of files, protections and checks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QLocale

from trustjournal.domain.proof import OpenSocket, PathKind, SocketReach
from trustjournal.domain.protection import Protection, Standing
from trustjournal.domain.self_test import Check, CheckResult
from trustjournal.ui.pages.privacy.neighbours import Neighbour, neighbour_of


def count_words(count: int) -> str:
    """A number as the language writes it."""
    return QLocale().toString(count)


def parts_words(parts: Iterable[tuple[str, int]]) -> str:
    """Names with how many there are of each, in one sentence; nothing where there are none."""
    named = QCoreApplication.translate("PrivacyPage", "{name}: {count}")
    return " · ".join(named.format(name=name, count=count_words(count)) for name, count in parts if count)


def neighbours_words(sockets: Iterable[OpenSocket]) -> str:
    """Who the connections inside this computer lead to."""
    found = Counter(neighbour_of(socket) for socket in sockets if socket.reach is SocketReach.THIS_COMPUTER)
    names = _neighbours()
    return parts_words((names[neighbour], found[neighbour]) for neighbour in Neighbour)


def place_words(kind: PathKind) -> str:
    """Where a file is."""
    translate = QCoreApplication.translate
    return {
        PathKind.JOURNAL: translate("PrivacyPage", "This journal"),
        PathKind.SETTINGS: translate("PrivacyPage", "Settings in clear"),
        PathKind.PROGRAM: translate("PrivacyPage", "The program itself"),
        PathKind.SYSTEM: translate("PrivacyPage", "The system"),
        PathKind.ELSEWHERE: translate("PrivacyPage", "Elsewhere"),
        PathKind.PIPE: translate("PrivacyPage", "Pipes"),
        PathKind.MEMORY: translate("PrivacyPage", "In memory only"),
    }[kind]


def protection_words(protection: Protection) -> tuple[str, str]:
    """Its name, and a sentence on what it is for."""
    translate = QCoreApplication.translate
    return {
        Protection.PRIVATE_FILES: (
            translate("PrivacyPage", "Private files"),
            translate("PrivacyPage", "Keeps other users of this computer from reading the files it makes."),
        ),
        Protection.NO_CRASH_COPY: (
            translate("PrivacyPage", "No copy after a crash"),
            translate("PrivacyPage", "Keeps a crash from leaving a copy of what was in its memory."),
        ),
        Protection.CLOSED_MEMORY: (
            translate("PrivacyPage", "Closed memory"),
            translate(
                "PrivacyPage",
                "Keeps your other programs from looking into its memory, but not while a dialog of the system is open, "
                "such as the one to choose a file.",
            ),
        ),
        Protection.NO_NETWORK_IN_PYTHON: (
            translate("PrivacyPage", "No network, by its own rule"),
            translate(
                "PrivacyPage", "Keeps its own code, and the code that is built into it, from opening a connection."
            ),
        ),
        Protection.NO_NETWORK_AT_ALL: (
            translate("PrivacyPage", "No network, by the system’s rule"),
            translate(
                "PrivacyPage", "Has the system refuse a connection to every part of it, and to whatever it starts."
            ),
        ),
        Protection.REPORTS_WITHOUT_WORDS: (
            translate("PrivacyPage", "Reports without your words"),
            translate("PrivacyPage", "Keeps what you wrote out of what it notes about its own mistakes."),
        ),
    }[protection]


def standing_words(standing: Standing) -> str:
    """Whether a protection is active."""
    translate = QCoreApplication.translate
    return {
        Standing.ON: translate("PrivacyPage", "on"),
        Standing.OFF: translate("PrivacyPage", "off"),
        Standing.NOT_POSSIBLE_HERE: translate("PrivacyPage", "not possible on this system"),
    }[standing]


def check_words(result: CheckResult) -> tuple[str, str]:
    """What was tried, and what came of it."""
    translate = QCoreApplication.translate
    name, sentence = {
        Check.PROGRAM_FILES: (
            translate("PrivacyPage", "The program’s own files"),
            translate("PrivacyPage", "The guide, the exercises and the pictures are all there."),
        ),
        Check.KEY_DERIVATION: (
            translate("PrivacyPage", "From passphrase to key"),
            translate("PrivacyPage", "A journal was made, opened with its passphrase and written in."),
        ),
        Check.CIPHER: (
            translate("PrivacyPage", "Encryption"),
            translate("PrivacyPage", "The file is encrypted by SQLCipher {version}."),
        ),
        Check.ENCRYPTED_AT_REST: (
            translate("PrivacyPage", "Nothing to read in the journal’s files"),
            translate("PrivacyPage", "The made-up word stands nowhere in their {bytes} bytes."),
        ),
        Check.NOTHING_ELSEWHERE: (
            translate("PrivacyPage", "Nothing to read anywhere else"),
            translate("PrivacyPage", "The word is in no other file that this program has written. Looked at: {files}."),
        ),
        Check.SEARCH: (
            translate("PrivacyPage", "Search"),
            translate("PrivacyPage", "Words are found again, also without their accents."),
        ),
        Check.TEMPORARY_DATA: (
            translate("PrivacyPage", "Temporary data"),
            translate("PrivacyPage", "It stays in memory and never reaches the disk."),
        ),
        Check.WHOLE_FILE: (
            translate("PrivacyPage", "The file as a whole"),
            translate("PrivacyPage", "It passes both of its own checks."),
        ),
    }[result.check]
    if not result.holds:
        return name, translate("PrivacyPage", "It could not be shown on this computer that this holds.")
    facts = {
        key: count_words(fact) if isinstance(fact, int) else _without_edition(fact)
        for key, fact in result.facts.items()
    }
    return name, sentence.format(**facts)


def _without_edition(version: str) -> str:
    """“4.6.1 community” is a number and a word nobody needs."""
    return version.split(" ", 1)[0]


def _neighbours() -> dict[Neighbour, str]:
    translate = QCoreApplication.translate
    return {
        Neighbour.SCREEN: translate("PrivacyPage", "the screen"),
        Neighbour.DESKTOP: translate("PrivacyPage", "the desktop (D-Bus)"),
        Neighbour.SCREEN_READER: translate("PrivacyPage", "screen readers"),
        Neighbour.KEYRING: translate("PrivacyPage", "the keyring"),
        Neighbour.INPUT_METHOD: translate("PrivacyPage", "typing help"),
        Neighbour.ITSELF: translate("PrivacyPage", "parts of this program"),
        Neighbour.OTHER: translate("PrivacyPage", "others"),
    }
