"""Pictures: a table first, words for whoever does not see them, and colour never alone."""

from __future__ import annotations

import datetime as dt
import re
import xml.etree.ElementTree as ET

import pytest

from coach.export.brief import DARK, LIGHT, Ink, pictures_of, to_svg, to_table
from coach.models import BriefPictures, CycleFilled, MonthFilled, ThemeFilled, ValueCycle
from tests.export.briefs import HOSTILE, pictures

SVG = "{http://www.w3.org/2000/svg}"


def _months(count: int, first: int = 2016) -> tuple[MonthFilled, ...]:
    days = [dt.date(first + place // 12, 1 + place % 12, 1) for place in range(count)]
    return tuple(MonthFilled(month=f"{day:%Y-%m}", label=f"{day:%b %Y}", sessions=1, notes=2) for day in days)


def _texts(svg: str) -> str:
    return " ".join("".join(item.itertext()) for item in ET.fromstring(svg).iter(f"{SVG}text"))


def test_the_four_pictures_stand_in_their_order() -> None:
    assert [(picture.kind, picture.title) for picture in pictures_of(pictures())] == [
        ("bars", "When people met, and when notes were written"),
        ("cells", "When notes spoke to what we want to be able to do"),
        ("cells", "What notes speak of, over time"),
        ("cycles", "Where value shows, and where nothing was found of it"),
    ]


def test_a_table_recounts_what_was_counted() -> None:
    sessions, _, themes, cycles = pictures_of(pictures())

    assert to_table(sessions)[9] == {"When": "Oct 2026", "Days on which people met": "4", "Notes": "8"}
    assert to_table(themes)[0]["Apr 2026"] == "3"
    assert to_table(themes)[0]["Feb 2026"] == "–"
    assert to_table(cycles)[4] == {
        "What we look for": "Seeing success differently",
        "The question": "What did it change in how we see success?",
        "What the notes tell": "nothing found in these notes",
    }


def test_the_words_say_what_is_seen_and_what_is_not() -> None:
    sessions, _, _, cycles = pictures_of(pictures())

    assert sessions.says == (
        "From Jan 2026 to Dec 2026 there are 36 notes, and meetings on 18 days. Most meetings were in Oct 2026 (4). "
        "There is no note from Mar 2026, Jul 2026 and Aug 2026."
    )
    assert "What came of it: told in 1 note and 1 confirmed story." in cycles.says


def test_where_no_day_of_meeting_is_known_there_is_no_column_of_noughts() -> None:
    months = tuple(
        MonthFilled(month=f"2026-0{number}", label=f"0{number}", sessions=0, notes=3) for number in range(1, 6)
    )
    [picture] = pictures_of(BriefPictures(months=months))
    assert picture.head == ("When", "Notes")
    assert picture.title == "When notes were written"
    assert "which days people met on cannot be told from them" in picture.says
    drawn = _texts(to_svg(picture))
    assert "Notes" in drawn
    assert "Days" not in drawn
    few = tuple(month.model_copy(update={"notes": 1}) for month in months)
    assert pictures_of(BriefPictures(months=few)) == ()


def test_what_says_nothing_is_no_picture() -> None:
    once = ThemeFilled(name="once", notes=1, months={"2026-01": 1})
    empty = CycleFilled(cycle=ValueCycle.APPLIED, asks="What did they do with it?", notes=0, stories=0)
    one = MonthFilled(month="2026-01", label="Jan 2026", sessions=1, notes=1, outcomes={"o": 1})

    assert pictures_of(BriefPictures()) == ()
    assert pictures_of(BriefPictures(months=(one,), cycles=(empty,), themes=(once,), outcomes={"o": "We want"})) == ()


@pytest.mark.parametrize(
    ("count", "rows", "first"),
    [(13, 13, "Jan 2016"), (14, 5, "Jan–Mar 2016"), (39, 13, "Jan–Mar 2016"), (120, 10, "2016")],
)
def test_a_long_time_is_drawn_in_longer_steps(count: int, rows: int, first: str) -> None:
    (picture,) = pictures_of(BriefPictures(months=_months(count)))

    assert len(picture.rows) == rows
    assert picture.rows[0][0] == first
    assert sum(int(row[2]) for row in picture.rows) == 2 * count


@pytest.mark.parametrize("ink", [LIGHT, DARK])
@pytest.mark.parametrize("place", range(4))
def test_a_drawing_has_title_and_description_and_needs_nothing_from_outside(place: int, ink: Ink) -> None:
    picture = pictures_of(pictures())[place]
    svg = to_svg(picture, ink, "one")
    root = ET.fromstring(svg)

    assert root.get("role") == "img"
    assert root.get("aria-labelledby") == "one-title one-desc"
    assert root.findtext(f"{SVG}title") == picture.title
    assert root.findtext(f"{SVG}desc") == picture.says
    assert not re.search(r"href|url\(|<style|<script|@import|https?:(?!//www\.w3\.org/2000/svg)", svg)


def test_every_number_is_written_and_empty_is_another_shape() -> None:
    sessions, _, themes, cycles = map(to_svg, pictures_of(pictures()))

    assert re.findall(r"\d+", _texts(themes).split("reviews")[1]) == ["2", "3", "3", "1", "1", "2", "1"]
    assert _texts(sessions).count("–") == 6
    assert cycles.count("stroke-dasharray") == 1
    assert "nothing found in these notes" in _texts(cycles)


def test_words_on_a_filled_cell_can_be_read() -> None:
    for ink in (LIGHT, DARK):
        svg = to_svg(pictures_of(pictures())[2], ink)
        pairs = re.findall(r'rx="3" fill="(#\w+)".*?/><text [^>]*? fill="(#\w+)"', svg)
        assert len(pairs) == 24
        assert min(_contrast(*pair) for pair in pairs) >= 4.5


def test_hostile_names_stay_words() -> None:
    themes = tuple(ThemeFilled(name=text, notes=2, months={"2016-01": 1, "2016-02": 1}) for text in HOSTILE)
    picture = pictures_of(BriefPictures(months=_months(3), themes=themes))[1]
    svg = to_svg(picture)

    assert "<script" not in svg
    assert len(picture.rows) == 8
    assert ET.fromstring(svg).findtext(f"{SVG}desc") == picture.says


def _contrast(one: str, other: str) -> float:
    high, low = sorted((_light(one), _light(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _light(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_notes_without_dated_meetings_do_not_say_that_nobody_met() -> None:
    months = tuple(
        MonthFilled(month=f"2026-0{number}", label=f"{number} 2026", sessions=0, notes=2) for number in (1, 2, 3)
    )
    (bars,) = [picture for picture in pictures_of(BriefPictures(months=months)) if picture.kind == "bars"]
    assert "0 days" not in bars.says
    assert "cannot be told from them" in bars.says
