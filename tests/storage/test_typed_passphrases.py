"""Whatever somebody takes for a passphrase opens the journal again, and nothing that only looks like it does."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.storage.conftest import NOW, cheap
from trustjournal.errors import WrongPassphraseError
from trustjournal.storage.open_vault import OpenVault
from trustjournal.storage.vault import create_vault, open_with_passphrase

ACCENTS = "Łódź, café, ñandú, 각, ệ"


def opens(folder: Path, typed: str) -> bool:
    try:
        open_with_passphrase(folder, typed).wipe()
    except WrongPassphraseError:
        return False
    return True


@pytest.fixture(scope="module")
def vault(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenVault]:
    """An open journal, to change its passphrase again and again."""
    with create_vault(tmp_path_factory.mktemp("typed") / "journal", "words", now=NOW, cost=cheap) as vault:
        yield vault


@pytest.mark.parametrize(
    ("passphrase", "another"),
    [
        ('it\'s "quoted" `here`', "its quoted here"),
        ("it’s “quoted”", 'it\'s "quoted"'),
        ("$HOME ${HOME} $(id) %PATH% \\n", "/root /root uid %PATH% \n"),
        ("x'00ff' ; PRAGMA key -- ", "x'00ff' ; PRAGMA key --"),
        ("a" * 200, "a" * 199),
        ("é한" * 100, "é한" * 99 + "é"),
        ("  spaces before", "spaces before"),
        ("spaces after  ", "spaces after"),
        ("two  spaces", "two spaces"),
        ("no-break\u00a0space", "no-break space"),
        ("Capitals", "capitals"),
        ("ﬁne ① ａ", "fine 1 a"),
        ("שלום \u202eעולם", "שלום עולם"),
        ("👩‍👩‍👧", "👩👩👧"),
        ("nothing\x00after", "nothing"),
        (ACCENTS, "Lodz, cafe, nandu, 각, e"),
    ],
)
def test_a_passphrase_opens_the_journal_exactly_as_it_was_typed(tmp_path: Path, passphrase: str, another: str) -> None:
    create_vault(tmp_path / "journal", passphrase, now=NOW, cost=cheap).wipe()
    assert opens(tmp_path / "journal", passphrase)
    assert not opens(tmp_path / "journal", another)
    with open_with_passphrase(tmp_path / "journal", passphrase) as vault:
        vault.change_passphrase(another, now=NOW, cost=cheap)
    assert opens(tmp_path / "journal", another)
    assert not opens(tmp_path / "journal", passphrase)


@pytest.mark.parametrize("made", ["NFC", "NFD"])
def test_accents_may_be_typed_on_another_system(tmp_path: Path, made: Literal["NFC", "NFD"]) -> None:
    create_vault(tmp_path / "journal", unicodedata.normalize(made, ACCENTS), now=NOW, cost=cheap).wipe()
    for form in ("NFC", "NFD"):
        assert opens(tmp_path / "journal", unicodedata.normalize(form, ACCENTS))


@settings(max_examples=40)
@given(passphrase=st.text(max_size=200), another=st.text(max_size=200))
def test_any_text_is_a_passphrase_and_no_other_opens_it(vault: OpenVault, passphrase: str, another: str) -> None:
    """Half surrogate pairs too: a text field can hold them."""
    vault.change_passphrase(passphrase, now=NOW, cost=cheap)
    assert opens(vault.folder, unicodedata.normalize("NFD", passphrase))
    is_the_same = unicodedata.normalize("NFC", passphrase) == unicodedata.normalize("NFC", another)
    assert opens(vault.folder, another) is is_the_same
