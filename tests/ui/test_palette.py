"""Every pair of colours that words stand in can be read, in both themes."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from coach.models import Doing
from ui import palette
from ui.palette import DOING_SOLID, DOING_TINT, DOING_WORD, EDGE_PAIRS, TONES, WORD_PAIRS, contrast

THEMES = ("light", "dark")
UI = Path(palette.__file__).parent


def test_contrast_is_the_one_that_wcag_means() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("words", "ground"), WORD_PAIRS)
def test_words_reach_aa(words: str, ground: str, theme: str) -> None:
    assert contrast(getattr(TONES[words], theme), getattr(TONES[ground], theme)) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize(("edge", "ground"), EDGE_PAIRS)
def test_edges_that_mean_something_can_be_seen(edge: str, ground: str, theme: str) -> None:
    assert contrast(getattr(TONES[edge], theme), getattr(TONES[ground], theme)) >= 3


@pytest.mark.parametrize("theme", THEMES)
@pytest.mark.parametrize("doing", list(Doing))
def test_what_people_are_doing_can_be_read_on_its_tint_and_on_cards(doing: Doing, theme: str) -> None:
    tint = getattr(DOING_TINT[doing], theme)
    word = getattr(DOING_WORD[doing], theme)
    solid = getattr(DOING_SOLID[doing], theme)
    grounds = [getattr(TONES[ground], theme) for ground in ("paper", "card")]
    assert contrast(getattr(TONES["ink"], theme), tint) >= 4.5
    assert min(contrast(word, ground) for ground in (tint, *grounds)) >= 4.5
    assert min(contrast(solid, ground) for ground in (tint, *grounds)) >= 3


@pytest.mark.parametrize("theme", THEMES)
def test_the_theme_file_and_the_palette_are_in_step(theme: str) -> None:
    look = tomllib.loads((UI / "theme.toml").read_text(encoding="utf-8"))["theme"]
    pairs = {
        "primaryColor": "primary",
        "backgroundColor": "paper",
        "secondaryBackgroundColor": "card",
        "textColor": "ink",
        "borderColor": "line",
    }
    assert {key: look[theme][key] for key in pairs} == {key: getattr(TONES[name], theme) for key, name in pairs.items()}
    assert look[theme]["sidebar"]["backgroundColor"] == getattr(TONES["wall"], theme)


def test_every_colour_that_the_style_sheets_name_is_in_the_palette() -> None:
    sheet = "\n".join(file.read_text(encoding="utf-8") for file in UI.rglob("*.css"))
    named = {piece.split(")")[0] for piece in sheet.split("var(")[1:] if piece.startswith("--c-")}
    missing = {name for name in named if f"{name}:" not in palette.css_variables()}
    assert not missing
    assert "#" not in sheet.replace("/*", "")


def test_nothing_in_the_pages_points_outside() -> None:
    for file in UI.rglob("*"):
        if file.suffix in {".py", ".css", ".svg", ".toml"}:
            text = file.read_text(encoding="utf-8").replace("http://www.w3.org/2000/svg", "")
            assert "http://" not in text, file
            assert "https://" not in text, file
            assert ":material/" not in text, file
