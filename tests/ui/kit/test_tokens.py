"""The colours: exactly the ones that were agreed on, and readable in every pair that occurs."""

from __future__ import annotations

from itertools import product

import pytest

from tests.ui.kit.contrast import contrast
from trustjournal.ui.kit.tokens import DARK, LIGHT, Palette, SystemColours, high_contrast, luminance, mix

PALETTES = pytest.mark.parametrize("palette", [LIGHT, DARK], ids=["light", "dark"])
TEXTS = ("ink", "ink_soft", "trust_text", "mood_text", "kept", "broken")
GROUNDS = ("paper", "surface", "rail", "trust_wash", "mood_wash")
MARKS = ("border", "trust", "mood", "kept", "broken")


@PALETTES
@pytest.mark.parametrize(("text", "ground"), list(product(TEXTS, GROUNDS)))
def test_text_reads_on_every_ground(palette: Palette, text: str, ground: str) -> None:
    assert contrast(palette.colour(text), palette.colour(ground)) >= 4.5


@PALETTES
@pytest.mark.parametrize("percent", [0, 14, 26])
def test_the_words_of_the_primary_button_read_at_rest_hovered_and_pressed(palette: Palette, percent: int) -> None:
    assert contrast(palette.on_trust, palette.mixed("trust", "ink", percent)) >= 4.5


@PALETTES
def test_words_read_where_text_is_marked(palette: Palette) -> None:
    assert contrast(palette.ink, palette.selection) >= 4.5
    assert contrast(palette.selection, palette.surface) >= 1.3


@PALETTES
@pytest.mark.parametrize("percent", [8, 9, 15])
def test_words_read_on_a_notice_of_a_problem_and_on_a_pressed_danger_button(palette: Palette, percent: int) -> None:
    ground = palette.mixed("surface", "broken", percent)
    assert contrast(palette.ink, ground) >= 4.5
    assert contrast(palette.broken, ground) >= 4.5


@PALETTES
@pytest.mark.parametrize(("mark", "ground"), list(product(MARKS, ("paper", "surface", "rail"))))
def test_edges_and_marks_stand_out(palette: Palette, mark: str, ground: str) -> None:
    assert contrast(palette.colour(mark), palette.colour(ground)) >= 3


def test_the_tokens_are_the_agreed_ones() -> None:
    assert (LIGHT.paper, LIGHT.ink, LIGHT.trust, LIGHT.mood) == ("#FAF8F4", "#2A2926", "#1F7A74", "#B86E1D")
    assert (DARK.paper, DARK.ink, DARK.trust, DARK.mood) == ("#1A1C1E", "#E9E5DE", "#66BDB2", "#E3A75B")


def test_a_token_answers_to_both_spellings() -> None:
    assert LIGHT.colour("ink-soft") == LIGHT.colour("ink_soft") == LIGHT.ink_soft


def test_high_contrast_takes_nothing_but_the_colours_of_the_system() -> None:
    system = SystemColours(
        window="#000000",
        window_text="#FFFFFF",
        base="#000000",
        text="#FFFFFF",
        highlight="#1AEBFF",
        highlighted_text="#000000",
        link="#FFFF00",
    )
    palette = high_contrast(system)
    allowed = {"#000000", "#FFFFFF", "#1AEBFF", "#FFFF00"}
    assert set(vars(palette).values()) <= allowed
    for text, ground in product(TEXTS, GROUNDS):
        assert contrast(palette.colour(text), palette.colour(ground)) >= 7


def test_contrast_and_luminance_follow_the_published_formula() -> None:
    assert luminance("#FFFFFF") == pytest.approx(1)
    assert luminance("#000000") == 0
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_mixing_goes_from_one_colour_to_the_other() -> None:
    assert mix("#000000", "#FFFFFF", 0) == "#000000"
    assert mix("#000000", "#FFFFFF", 50) == "#808080"
    assert mix("#000000", "#FFFFFF", 100) == "#FFFFFF"
