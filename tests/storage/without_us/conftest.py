"""What these tests share: a journal full of hard texts, made by the program."""

from __future__ import annotations

import importlib.util
import shutil
import unicodedata
from dataclasses import replace
from datetime import date, time
from pathlib import Path
from types import ModuleType
from uuid import UUID, uuid4

import pytest

from tests.storage.conftest import NOW, Ticking, cheap, entry, moment, person, stores_of
from tests.storage.without_us.running import PASSPHRASE, SCRIPT, SECRET
from trustjournal.domain.attachment import AttachmentKind, NewAttachment
from trustjournal.domain.check_in import CheckIn
from trustjournal.domain.deck import OwnPrompt
from trustjournal.domain.entry import Entry
from trustjournal.domain.help import OwnNumber
from trustjournal.domain.ids import (
    AttachmentId,
    CheckInId,
    DeckId,
    EntryId,
    OwnNumberId,
    OwnPromptId,
    PersonId,
    ServedPromptId,
    TemplateId,
)
from trustjournal.domain.mood import Mood
from trustjournal.domain.prompt import Intensity, PlannedPrompt, ServedPrompt
from trustjournal.domain.template import Template
from trustjournal.domain.trust import Basis, TrustRating
from trustjournal.storage.attachment_store import AttachmentStore
from trustjournal.storage.database import open_database
from trustjournal.storage.deck_store import DeckStore
from trustjournal.storage.own_number_store import OwnNumberStore
from trustjournal.storage.planned_prompt_store import PlannedPromptStore
from trustjournal.storage.template_store import TemplateStore
from trustjournal.storage.vault import create_vault

HARD_TEXTS = (
    "quotes \" ' ` and $HOME ${HOME} $(id) %s {x} \\n <b>&amp;</b> -- ; DROP TABLE entry",
    "# not a heading\n\n---\n```\n\ttabs and\r\nother line ends\r and \u2028 and trailing spaces   \n\n",
    "right to left: \u2067שלום עולם\u2069 \u202eתמיד\u202c مرحبا",
    unicodedata.normalize("NFD", "Łódź café ñ 각") + " and " + unicodedata.normalize("NFC", "Łódź café ñ 각"),
    "👩‍👩‍👧‍👦 🏳️‍🌈 日本語 \x00 after nothing \x1b[31m \ufeff",
    " ".join(f"word{number}" for number in range(40_000)),
)


FILES = (
    (AttachmentKind.PHOTO, "IMG 1.jpeg", "image/jpeg", b"\xff\xd8\xff photo"),
    (AttachmentKind.FILE, "../../etc/“a”:b.pdf", "application/pdf", b"%PDF-1.7"),
    (AttachmentKind.FILE, "gone.txt", "text/plain", b"was removed"),
)


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, tuple[Entry, ...]]:
    """A journal full of hard texts, with a passphrase and a recovery code, and what is in it, oldest first."""
    folder = tmp_path_factory.mktemp("written") / "journal of “Zoë” $1"
    with create_vault(folder, PASSPHRASE, now=NOW, cost=cheap) as vault:
        vault.set_recovery(bytearray(SECRET), now=NOW)
        keys = vault.keys()
    stores = stores_of(open_database(keys, now=Ticking()))
    sam, zoe = stores.people.add(person("Sam")), stores.people.add(person("Zoë"))
    prompt = ServedPrompt(ServedPromptId(uuid4()), "a.one", "a", Intensity.LIGHT, date(2026, 8, 1), "What helped?")
    kept = [
        stores.entries.save(replace(entry(text, title=f"Title {day} ”", day=date(2026, 8, day)), tags=("one", "zwei")))
        for day, text in enumerate(HARD_TEXTS, 1)
    ]
    kept.append(
        stores.entries.save(replace(entry("About two.", day=date(2026, 8, 20)), people=(zoe.id, sam.id), prompt=prompt))
    )
    marked = replace(
        entry("Marked.", day=date(2026, 8, 21)), feelings=("calm", "my word"), is_starred=True, is_for_therapy=True
    )
    kept.append(stores.entries.save(marked))
    TemplateStore(stores.db).save(TemplateId(uuid4()), Template("My page", "A title", "## Ask"))
    OwnNumberStore(stores.db).save(OwnNumber(OwnNumberId(uuid4()), "Zoë next door", "555 0101", "Evenings."))
    keep_decks(DeckStore(stores.db))
    PlannedPromptStore(stores.db).put(PlannedPrompt("a.one", "a", "What helped?", date(2026, 9, 1)))
    keep_files(AttachmentStore(stores.db), kept[0].id)
    gone = stores.entries.save(entry("Taken back for good reasons."))
    stores.entries.delete(gone.id)
    for mood, ratings in (
        (Mood(-3, 2), ((sam.id, 7, Basis.SAW), (zoe.id, None, None))),
        (None, ((sam.id, 9, None),)),
        (None, ((sam.id, 2, None),)),
    ):
        stores.check_ins.save(check_in(mood, ratings))
    stores.db.close()
    return folder, tuple(kept)


def keep_decks(decks: DeckStore) -> None:
    """A deck with two prompts and one that was deleted, and a deck that was."""
    here, gone = DeckId(uuid4()), DeckId(uuid4())
    for deck, name in ((here, "Zoë’s"), (gone, "Taken back")):
        decks.save_deck(deck, name, is_on=False)
    ids = [OwnPromptId(uuid4()) for _ in range(4)]
    for id_, deck, text, note in zip(
        ids, (here, here, here, gone), ("Who came?", "Taken back?", "Why?", "No."), ("Slow.", "", "", ""), strict=True
    ):
        decks.save_prompt(id_, OwnPrompt(text, note=note), deck)
    decks.delete_prompt(ids[1])
    decks.delete_deck(gone)


def keep_files(attachments: AttachmentStore, owner: EntryId) -> None:
    """A photo, a file in two pieces with a name that is no good for a file, and one that was removed."""
    for number, (kind, name, media_type, data) in enumerate(FILES, 1):
        new = NewAttachment(AttachmentId(UUID(int=number)), kind, name, media_type, data)
        for place, piece in enumerate((data[:4], data[4:])):
            attachments.put_piece(new.id, place, piece)
        attachments.add(new, owner)
    attachments.remove(AttachmentId(UUID(int=len(FILES))))


def check_in(mood: Mood | None, ratings: tuple[tuple[PersonId, int | None, Basis | None], ...]) -> CheckIn:
    day = date(2026, 8, 2 if mood else 3)
    rated = tuple(TrustRating(person_id, day, value, basis) for person_id, value, basis in ratings)
    return CheckIn(CheckInId(uuid4()), moment(day, time(21, 5)), mood, ("wary", "tired") if mood else (), rated)


@pytest.fixture
def journal(written: tuple[Path, tuple[Entry, ...]], tmp_path: Path) -> Path:
    """A copy of it, to do things to."""
    return shutil.copytree(written[0], tmp_path / "a journal")


@pytest.fixture
def script() -> ModuleType:
    """The script as a module, for what would take too many processes."""
    found = importlib.util.spec_from_file_location("open_journal", SCRIPT)
    assert found is not None
    assert found.loader is not None
    module = importlib.util.module_from_spec(found)
    found.loader.exec_module(module)
    return module
