"""From an error to what a person reads: what happened, what it means for their words, and what they could do next.

The class of an error decides; its message is for developers and is never shown.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QLocale
from typing_extensions import override

from trustjournal.domain.deck import MOST_DECKS, MOST_PROMPTS
from trustjournal.errors import (
    AttachmentDamagedError,
    CancelledError,
    ComputerNotTrustedError,
    DatabaseMissingError,
    DeckFileError,
    DecksFullError,
    EntryChangedElsewhereError,
    EntryGoneError,
    FileEmptyError,
    FileTooLargeError,
    FileUnreadableError,
    FolderGoneError,
    JournalDamagedError,
    JournalExistsError,
    JournalInUseError,
    JournalMissingError,
    JournalMovedError,
    JournalTooNewError,
    KeychainMissingError,
    KeychainRefusedError,
    KeyFileChangedError,
    KeyFileDamagedError,
    KeyFileMissingError,
    KeyFileTamperedError,
    LastWayInError,
    NameTakenError,
    NoRecoveryCodeError,
    NotADirectoryForJournalError,
    NotEnoughMemoryError,
    PhotoDamagedError,
    PhotoReaderFailedError,
    PhotoTooLargeError,
    RecoveryCodeMistypedError,
    RecoveryCodeOfAnotherError,
    SessionLostError,
    StorageFailedError,
    StorageFullError,
    StorageReadOnlyError,
    TooLongError,
    WorldError,
    WrongPassphraseError,
)


@dataclass(frozen=True, slots=True)
class Message:
    """What happened (a few words), a sentence about it, and the next step."""

    title: str
    text: str
    next_step: str

    @override
    def __str__(self) -> str:
        """All of it in one line, for a screen reader."""
        return f"{self.title}. {self.text} {self.next_step}".rstrip()


def sentence(error: BaseException) -> Message:
    """What to tell a person about `error`; for anything we did not foresee, that it is our fault, and no detail."""
    messages = _messages()
    return next((messages[kind] for kind in type(error).__mro__ if kind in messages), _our_mistake())


def worded() -> frozenset[type[BaseException]]:
    """The errors that have words of their own."""
    return frozenset(_messages())


def _our_mistake() -> Message:
    translate = QCoreApplication.translate
    return Message(
        translate("messages", "Something went wrong inside the program"),
        translate("messages", "This is our mistake, not yours. What was stored before is still there."),
        translate("messages", "You could try once more. If it happens again, lock the journal and unlock it."),
    )


def _messages() -> dict[type[BaseException], Message]:
    return _opening() | _other_ways_in() | _making() | _keeping() | _attaching() | _decks()


def _opening() -> dict[type[BaseException], Message]:
    translate = QCoreApplication.translate
    damaged_step = translate(
        "messages", "First copy the whole folder to a safe place. Then put back your newest backup of it."
    )
    return {
        WrongPassphraseError: Message(
            translate("messages", "That passphrase does not open this journal"),
            translate("messages", "The journal is just as it was, and you can try as often as you like."),
            # A slot that somebody altered looks the same from here; only another way in can tell.
            translate(
                "messages",
                "A look at Caps Lock and at the keyboard language may help. If you are sure of your passphrase, "
                "the key file may have been changed: your recovery code would show it.",
            ),
        ),
        JournalMissingError: Message(
            translate("messages", "The journal is not there"),
            translate("messages", "It may have been moved or renamed, or its disk is not connected."),
            translate("messages", "Connect the disk, or find the folder with “Another journal…”."),
        ),
        DatabaseMissingError: Message(
            translate("messages", "The file with your pages is missing"),
            translate("messages", "The journal’s folder and its key file are there, but not the file that they open."),
            translate(
                "messages", "Put the “.tjdb” file back into the folder, from a backup or from where it was moved."
            ),
        ),
        KeyFileMissingError: Message(
            translate("messages", "The journal’s key file is missing"),
            translate("messages", "Your pages are there, but no passphrase can open them without that small file."),
            translate("messages", "Put “vault.tjkeys” back into the folder, from a backup or from where it was moved."),
        ),
        JournalDamagedError: Message(
            translate("messages", "The journal’s file is damaged"),
            translate("messages", "This has nothing to do with your passphrase. Nothing was changed by trying."),
            damaged_step,
        ),
        KeyFileDamagedError: Message(
            translate("messages", "The journal’s key file is damaged"),
            translate(
                "messages",
                "Neither copy of it can be read, so no passphrase can be tried. Your pages were not touched.",
            ),
            damaged_step,
        ),
        KeyFileTamperedError: Message(
            translate("messages", "The journal’s key file was altered"),
            translate("messages", "You have the right key, but something other than this program changed the file."),
            translate("messages", "To be safe the journal stays closed. Put the key file back from a backup."),
        ),
        JournalInUseError: Message(
            translate("messages", "The journal is open somewhere else"),
            translate("messages", "Another program is using it at this moment, so it stays closed here."),
            translate("messages", "Close it there, then try again."),
        ),
        JournalTooNewError: Message(
            translate("messages", "This journal needs a newer TrustJournal"),
            translate("messages", "A newer version wrote it. This one leaves it untouched, so that nothing gets lost."),
            translate("messages", "Update TrustJournal, then unlock the journal again."),
        ),
        NotEnoughMemoryError: Message(
            translate("messages", "There is not enough free memory"),
            translate("messages", "Checking a passphrase takes memory on purpose: it makes guessing slow."),
            translate("messages", "Close some other programs, then try again."),
        ),
        SessionLostError: Message(
            translate("messages", "TrustJournal had to close the journal"),
            translate("messages", "It stopped without meaning to. Everything it had saved is in the journal."),
            translate("messages", "Unlock it again to go on."),
        ),
    }


def _other_ways_in() -> dict[type[BaseException], Message]:
    translate = QCoreApplication.translate
    return {
        RecoveryCodeMistypedError: Message(
            translate("messages", "There is a slip in the recovery code"),
            translate("messages", "What is typed cannot be a code, so a letter or a digit is not right yet."),
            translate("messages", "Compare each group with your paper. 8 and B, 5 and S, 2 and Z look alike."),
        ),
        RecoveryCodeOfAnotherError: Message(
            translate("messages", "This code is of another journal, or an older one"),
            translate("messages", "It is typed without a slip. A newer code may have taken its place."),
            translate("messages", "Look for a newer paper, or choose the journal this code was made for."),
        ),
        NoRecoveryCodeError: Message(
            translate("messages", "This journal has no recovery code"),
            translate("messages", "None was made for it so far, so only its passphrase opens it."),
            translate("messages", "When it is open, you can make one in Settings."),
        ),
        KeychainMissingError: Message(
            translate("messages", "This computer has no keyring to use"),
            translate("messages", "There is no safe place in this system for a secret that opens the journal."),
            translate("messages", "Your passphrase opens it as always."),
        ),
        KeychainRefusedError: Message(
            translate("messages", "The keyring of this computer did not answer"),
            translate("messages", "It is locked, or it was not allowed to give what opens the journal."),
            translate("messages", "You could unlock the keyring and try again, or type your passphrase."),
        ),
        ComputerNotTrustedError: Message(
            translate("messages", "This computer does not open the journal any more"),
            translate("messages", "What its keyring had is gone, or was taken back."),
            translate("messages", "Type your passphrase. In Settings you can trust this computer again."),
        ),
        LastWayInError: Message(
            translate("messages", "This is the last way in"),
            translate("messages", "Without it nobody could open the journal for sure, not even you."),
            translate("messages", "Make another way in first, then close this one."),
        ),
    }


def _making() -> dict[type[BaseException], Message]:
    translate = QCoreApplication.translate
    return {
        JournalExistsError: Message(
            translate("messages", "There is a journal in that folder already"),
            translate("messages", "It was left as it is."),
            translate("messages", "You could open it, or give the new one another name or place."),
        ),
        NotADirectoryForJournalError: Message(
            translate("messages", "A journal cannot be kept there"),
            translate("messages", "That place is a file, or a folder with other things in it."),
            translate("messages", "Choose an empty folder, or another name."),
        ),
        StorageReadOnlyError: Message(
            translate("messages", "That folder cannot be written to"),
            translate("messages", "The computer does not let this program store anything there."),
            translate("messages", "Allow writing to the folder, or use one of your own, then try again."),
        ),
        StorageFullError: Message(
            translate("messages", "The disk is full"),
            translate("messages", "There was no room to store this. Everything stored before is safe."),
            translate("messages", "Make some room on the disk, then try again."),
        ),
        StorageFailedError: Message(
            translate("messages", "The disk reported a fault"),
            translate("messages", "This could not be read or stored just now."),
            translate("messages", "Check that the disk is connected, then try again. A backup soon is a good idea."),
        ),
        FolderGoneError: Message(
            translate("messages", "That folder is not there any more"),
            translate("messages", "It was moved or deleted, or its disk is not connected. Nothing was saved there."),
            translate("messages", "Choose another folder, or connect the disk and try again."),
        ),
        WorldError: Message(
            translate("messages", "Something outside the program got in the way"),
            translate("messages", "This could not be done just now. Everything stored before is still there."),
            translate("messages", "You could try again in a moment."),
        ),
    }


def _keeping() -> dict[type[BaseException], Message]:
    translate = QCoreApplication.translate
    return {
        JournalMovedError: Message(
            translate("messages", "The journal is no longer in its place"),
            translate("messages", "It was moved, renamed or deleted while it was open here."),
            translate(
                "messages",
                "Put its folder back and try again. "
                "If that does not help, copy your text into another program, lock, "
                "and open the journal where it is now.",
            ),
        ),
        KeyFileChangedError: Message(
            translate("messages", "The journal’s key file changed meanwhile"),
            translate("messages", "Another program wrote it while this was under way, so nothing was changed here."),
            translate("messages", "Lock the journal, unlock it, and try once more."),
        ),
        CancelledError: Message(
            translate("messages", "Stopped"),
            translate("messages", "Everything is as it was before."),
            "",
        ),
        EntryChangedElsewhereError: Message(
            translate("messages", "This entry was changed somewhere else"),
            translate("messages", "Both versions are kept: the words you had here became an entry of their own."),
            translate("messages", "You could read both in the Journal and keep the one you want."),
        ),
        EntryGoneError: Message(
            translate("messages", "This entry is gone"),
            translate("messages", "It was deleted for good, so it cannot be brought back."),
            translate("messages", "A backup from before may still have it."),
        ),
        TooLongError: Message(
            translate("messages", "That is longer than the journal can take"),
            translate("messages", "Nothing was cut off; the text is still here, but it is not stored yet."),
            translate("messages", "You could move some of it to a second entry."),
        ),
        NameTakenError: Message(
            translate("messages", "That name is in use already"),
            translate("messages", "Two of the same name would be hard to tell apart."),
            translate("messages", "Choose another one, perhaps with a letter more."),
        ),
    }


def _attaching() -> dict[type[BaseException], Message]:
    translate = QCoreApplication.translate
    return {
        FileUnreadableError: Message(
            translate("messages", "The file could not be read"),
            translate("messages", "It may be gone, or be a folder, or this computer does not allow it."),
            translate("messages", "You could copy it to another place and add it from there."),
        ),
        FileEmptyError: Message(
            translate("messages", "The file is empty"),
            translate("messages", "There is nothing in it to keep, so it was not added."),
            "",
        ),
        FileTooLargeError: Message(
            translate("messages", "The file is too large"),
            translate("messages", "A photo or a file may have up to 50 MB. Nothing was added."),
            translate("messages", "A shorter or smaller version of it may fit."),
        ),
        PhotoTooLargeError: Message(
            translate("messages", "The photo has too many pixels"),
            translate("messages", "Photos with up to 40 million pixels can be added. This one was not."),
            translate("messages", "You could make a smaller copy of it and add that."),
        ),
        PhotoDamagedError: Message(
            translate("messages", "The photo cannot be read"),
            translate("messages", "The file begins like a photo, and is damaged or not a photo. It was not added."),
            translate("messages", "If another program shows it, save it from there as a new photo and add that."),
        ),
        PhotoReaderFailedError: Message(
            translate("messages", "The photo could not be prepared"),
            translate("messages", "The part of the program that reads photos gave up on this one. It was not added."),
            translate("messages", "You could try once more, or with a copy that another program has saved."),
        ),
        AttachmentDamagedError: Message(
            translate("messages", "This photo or file is damaged"),
            translate("messages", "What is stored is not what was put in, so it is not shown. Your words are safe."),
            translate("messages", "A backup of the journal may still have it whole."),
        ),
    }


def _decks() -> dict[type[BaseException], Message]:
    translate, number = QCoreApplication.translate, QLocale().toString
    return {
        DeckFileError: Message(
            translate("messages", "This file cannot be added as a deck"),
            translate("messages", "It is not written as a deck of prompts has to be. Nothing was added."),
            translate("messages", "Whoever made the file may be able to mend it."),
        ),
        DecksFullError: Message(
            translate("messages", "There is no room for more here"),
            translate(
                "messages", "A deck may have up to {prompts} prompts, and there may be up to {decks} decks."
            ).format(prompts=number(MOST_PROMPTS), decks=number(MOST_DECKS)),
            translate("messages", "Another deck, or one prompt less, makes room."),
        ),
    }
