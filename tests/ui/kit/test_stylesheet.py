"""The one stylesheet: what is filled in, and that nothing is left over."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.ui.conftest import RESOURCES
from trustjournal.ui.kit.stylesheet import fill_in
from trustjournal.ui.kit.tokens import DARK, LIGHT, Palette

TEMPLATE = RESOURCES / "styles" / "kit.qss"


def filled(template: str, palette: Palette = LIGHT, scale: float = 1.0) -> str:
    return fill_in(
        template, palette, scale=scale, art=Path("/art"), fonts={"serif": ("Noto Serif", "serif")}, reading_size=16
    )


def test_a_token_becomes_its_colour() -> None:
    assert filled("color: @ink-soft;") == f"color: {LIGHT.ink_soft};"


def test_a_token_can_be_thinned() -> None:
    assert filled("background: @ink/6;") == "background: rgba(42, 41, 38, 6%);"


def test_two_tokens_can_be_mixed() -> None:
    assert filled("background: @trust+ink/14;") == f"background: {LIGHT.mixed('trust', 'ink', 14)};"


@pytest.mark.parametrize(("scale", "expected"), [(1.0, "7px"), (1.5, "10px"), (2.0, "14px")])
def test_lengths_grow_with_the_text(scale: float, expected: str) -> None:
    assert filled("padding: 7sp;", scale=scale) == f"padding: {expected};"


def test_a_focus_ring_takes_its_pixel_from_the_padding() -> None:
    assert filled("padding: 7sp-1 13sp-1;", scale=2.0) == "padding: 13px 25px;"


def test_pixels_stay_pixels() -> None:
    assert filled("border: 1px solid;", scale=2.0) == "border: 1px solid;"


def test_pictures_and_fonts_have_their_places() -> None:
    assert filled('image: url("@art/check.svg");') == 'image: url("/art/check.svg");'
    assert filled("font-family: @serif;") == 'font-family: "Noto Serif", "serif";'


def test_a_misspelt_token_is_an_error() -> None:
    with pytest.raises(AttributeError):
        filled("color: @inc;")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
def test_the_real_stylesheet_leaves_no_mark_unfilled(palette: Palette, scale: float) -> None:
    sheet = filled(TEMPLATE.read_text(encoding="utf-8"), palette, scale)
    assert "@" not in sheet
    assert not re.search(r"\dsp\b", sheet)


@pytest.mark.parametrize("percent", range(100, 201, 5))
def test_a_full_round_is_never_more_than_half_the_height(percent: int) -> None:
    scale = percent / 100
    radius, height, padding = (
        int(word.removesuffix("px")) for word in filled("@chip-radius 18sp 3sp", scale=scale).split()
    )
    assert radius * 2 <= height + 2 * padding + 2
    radius, side = (int(word.removesuffix("px")) for word in filled("@tick-radius 16sp", scale=scale).split())
    assert radius * 2 <= side + 2


def test_no_colour_is_written_into_the_stylesheet_itself() -> None:
    assert not re.search(
        r"#[0-9A-Fa-f]{3,8}\b(?![_a-z])", re.sub(r"#[a-z_]+", "", TEMPLATE.read_text(encoding="utf-8"))
    )


@pytest.mark.parametrize(("folder", "palette"), [("light", LIGHT), ("dark", DARK)])
def test_the_small_pictures_use_the_tokens_colours(folder: str, palette: Palette) -> None:
    allowed = {palette.on_trust, palette.ink_soft, palette.trust}
    pictures = sorted((RESOURCES / "styles" / folder).glob("*.svg"))
    assert pictures
    for picture in pictures:
        assert set(re.findall(r"#[0-9A-F]{6}", picture.read_text(encoding="utf-8"))) <= allowed


def test_every_picture_the_stylesheet_names_is_there_for_both_themes() -> None:
    for name in re.findall(r"@art/([\w-]+\.svg)", TEMPLATE.read_text(encoding="utf-8")):
        for folder in ("light", "dark"):
            assert (RESOURCES / "styles" / folder / name).is_file()
