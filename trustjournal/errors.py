"""Every error the program raises on purpose.

The message of an error is for developers and never carries what a person wrote;
`ui.messages` turns the *class* into the sentence a person reads.
Errors under `WorldError` are the world's fault and are worded for the person;
anything else that escapes is our bug.
"""

from __future__ import annotations

from enum import Enum, auto


class TrustJournalError(Exception):
    """Base of every deliberate error."""


class WorldError(TrustJournalError):
    """Something outside the program is not as it needs to be; a person can often mend it."""


# Opening a journal -----------------------------------------------------------------------------


class WrongPassphraseError(WorldError):
    """No passphrase slot of the key file opens with this passphrase."""


class RecoveryCodeMistypedError(WorldError):
    """What was typed cannot be a recovery code: it has a slip in it."""


class RecoveryCodeOfAnotherError(WorldError):
    """The code is one, whole and well typed, and belongs to another journal or was replaced by a newer one."""


class NoRecoveryCodeError(WorldError):
    """This journal has no recovery code."""


class KeychainMissingError(WorldError):
    """This computer has no keyring that may be trusted with a secret."""


class KeychainRefusedError(WorldError):
    """The computer's keyring is there and will not: it is locked, was denied, is broken, or keeps something else."""


class ComputerNotTrustedError(WorldError):
    """No key for this journal is in this computer's keyring, or the one that is there opens nothing any more."""


class JournalMissingError(WorldError):
    """There is no journal in that place: neither a key file nor a database, and perhaps no folder."""


class DatabaseMissingError(JournalMissingError):
    """The key file is there, but the database it names is not."""


class KeyFileMissingError(JournalMissingError):
    """The database is there, but neither copy of its key file is."""


class JournalDamagedError(WorldError):
    """The key fits (its MAC proved it) or cannot be tried, and the files cannot be read."""


class KeyFileDamagedError(JournalDamagedError):
    """Neither copy of the key file can be read, or both break a rule of the format."""


class KeyFileTamperedError(JournalDamagedError):
    """The passphrase opened a slot, and the header MAC says that the key file was altered."""


class JournalInUseError(WorldError):
    """Another program has the journal open."""


class JournalTooNewError(WorldError):
    """A newer version of the program wrote this journal or its key file."""


class NotEnoughMemoryError(WorldError):
    """The key cannot be derived: the computer has too little free memory for it just now."""


class SessionLostError(WorldError):
    """The session ended without being asked to; everything it had saved is in the journal."""


# Making and keeping ----------------------------------------------------------------------------


class JournalExistsError(WorldError):
    """There is a journal in that folder already."""


class NotADirectoryForJournalError(WorldError):
    """The chosen place is a file, or a folder with other things in it."""


class StorageFullError(WorldError):
    """The disk, or a limit on it, is full; what was being saved is not stored."""


class StorageReadOnlyError(WorldError):
    """The folder or the file cannot be written."""


class StorageFailedError(WorldError):
    """The disk reported an error while reading or writing."""


class FolderGoneError(StorageFailedError):
    """The folder that a file was to be saved in is not there."""


class JournalMovedError(WorldError):
    """The database is open, and its file is not where it was opened: it was moved, renamed, deleted or replaced."""


class KeyFileChangedError(WorldError):
    """The key file is not the one this change began from: another program changed it meanwhile."""


class LastWayInError(WorldError):
    """Without this way in nobody could open the journal any more but by a computer's keyring."""


class CancelledError(WorldError):
    """The person stopped it before it was done; everything is as it was."""


class EntryChangedElsewhereError(WorldError):
    """The stored entry is newer than the one this save began from."""


class EntryGoneError(WorldError):
    """The entry was deleted for good: there is nothing to bring back."""


class TooLongError(WorldError):
    """A text is longer than the journal takes."""


class NameTakenError(WorldError):
    """A person or a tag of that name exists already."""


# Photos and files of an entry --------------------------------------------------------------------


class FileUnreadableError(WorldError):
    """A file that was to be added cannot be read: it is gone, it is a folder, or the computer says no."""


class FileEmptyError(WorldError):
    """A file that was to be added has nothing in it."""


class FileTooLargeError(WorldError):
    """A file that was to be added has more bytes than the journal takes."""


class PhotoTooLargeError(WorldError):
    """A photo has more pixels than are decoded."""


class PhotoDamagedError(WorldError):
    """A file begins like a photo and cannot be decoded as one."""


class PhotoReaderFailedError(WorldError):
    """The process that decodes photos crashed, took too long or could not be started."""


class AttachmentDamagedError(WorldError):
    """The bytes of an attachment are not those that were kept."""


# Decks of prompts ------------------------------------------------------------------------------


class DeckProblem(Enum):
    """What is wrong with a file that was to be a deck."""

    NOT_A_DECK = auto()
    NEWER = auto()
    """Of a version that this program does not know."""
    TOO_MANY_BYTES = auto()
    NO_PROMPTS = auto()
    TOO_MANY_PROMPTS = auto()
    KEY_TWICE = auto()
    UNKNOWN_KEY = auto()
    MISSING_KEY = auto()
    WRONG_VALUE = auto()
    NO_WORDS = auto()
    TOO_LONG = auto()
    HIDDEN_CHARACTERS = auto()


class DeckFileError(WorldError):
    """A file is no deck of prompts, or not one that can be taken as it is.

    `prompt` is the number of the prompt it is about, from 1 on; None where it is about the whole file. `found` is the
    key, short and without hidden characters; it comes from the file and is shown as plain words only.
    """

    def __init__(
        self, problem: DeckProblem = DeckProblem.NOT_A_DECK, *, prompt: int | None = None, found: str = ""
    ) -> None:
        super().__init__(problem.name)
        self.problem = problem
        self.prompt = prompt
        self.found = found


class DecksFullError(WorldError):
    """There are as many decks, or as many prompts in one, as the journal takes."""


# The program's own files -----------------------------------------------------------------------


class ContentError(TrustJournalError):
    """A file of the guide that ships with the program breaks its format: our bug, not the person's."""


class CipherMissingError(TrustJournalError):
    """The database library was built without encryption: our packaging is wrong, and nothing may be written."""


class HandOffError(TrustJournalError):
    """A message between the two lives is not what this version understands."""


class NetworkRefusedError(TrustJournalError):
    """Something in this process tried to reach a network; the message is the name of the attempt."""


class WorkerRefusedError(TrustJournalError):
    """A process that may only work something out tried something else; the message is the name of the attempt."""
