"""The files that ship with the program, in a checkout and as installed."""

from __future__ import annotations

from pathlib import Path

import pytest

from trustjournal.host import resources


def test_a_checkout_has_its_resources_beside_the_package() -> None:
    assert (resources.resources_folder() / "guide" / "en" / "guide.toml").is_file()


def test_an_installed_package_has_them_inside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    package = tmp_path / "trustjournal"
    (package / "_resources").mkdir(parents=True)
    (package / "_translations").mkdir()
    monkeypatch.setattr(resources, "_PACKAGE", package)
    assert resources.resources_folder() == package / "_resources"
    assert resources.translations_folder() == package / "_translations"
