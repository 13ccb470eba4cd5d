from __future__ import annotations

import hashlib

import pytest

from coach.models import NoteFormat
from coach.notes.front_matter import read_front_matter
from coach.notes.reading import to_note_id, to_title
from tests.notes.building import html, note


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ('---\ntitle: "Round 19"\n---\n# Other\n', "Round 19"),
        ("---\nTitle: Round 19\n---\n# Other\n", "Round 19"),
        ("---  \ntitle: Round 19  \n---   \nText", "Round 19"),
        ("---\r\ntitle: Round 19\r\n---\r\nText", "Round 19"),
        ("\ufeff---\ntitle: Round 19\n---\nText", "Round 19"),
        ("---\ntitle: [broken\nother: 'x\n---\n# Heading\n", "[broken"),
        ("\ufeff# A **bold** [title](x) #\n\nText", "A bold title"),
        ("Title line\n==========\n\nText", "Title line"),
        ("<h1>From HTML</h1>\n\nText", "From HTML"),
        ("## Attendees\n\n- Ann\n\n## Handovers\n\nText", "Handovers"),
        ("No heading at all", "First clinic notes"),
        ("```\n# a comment\n```\n", "First clinic notes"),
    ],
)
def test_titles(text: str, title: str) -> None:
    assert note(text, "letters/first_clinic-notes.md").title == title


def test_the_title_of_a_page_stands_in_for_a_missing_first_heading() -> None:
    assert html("<title>Page &amp; more</title><h2>Part</h2>").title == "Page & more"
    assert html("<title>Page</title><h1>Whole</h1>").title == "Whole"


@pytest.mark.parametrize(
    ("path", "title"),
    [
        ("letters/flipchart-typed-up.md", "Flipchart typed up"),
        ("20250311-community/index.md", "20250311 community"),
        ("letters/README.md", "Letters"),
        ("README", "README"),
        ("agenda nov FINAL v2.txt", "Agenda nov FINAL v2"),
        ("2018-02-08.md", "2018-02-08"),
        ("release/2018.md", "Release 2018"),
    ],
)
def test_file_names_become_titles(path: str, title: str) -> None:
    assert to_title(path) == title


def test_a_date_is_a_title_only_when_the_name_says_nothing_more() -> None:
    assert note("# 10 Sept\n\nWe met.", "2026-09-10-minutes.md").title == "2026-09-10 minutes"
    assert note("# May 18, 2016\n\nWe met.", "2016-05-18.md").title == "May 18, 2016"


def test_the_id_is_stable_and_belongs_to_one_place() -> None:
    assert note("one", "a.md").id == note("two", "a.md").id == to_note_id("c1", "s", "a.md")
    assert len({to_note_id(*key) for key in [("c", "s", "a"), ("c", "sa", ""), ("cs", "", "a"), ("d", "s", "a")]}) == 4
    assert to_note_id("c", "s", "a").startswith("n")
    assert len(to_note_id("c", "s", "a")) == 21


def test_text_and_hash_are_verbatim() -> None:
    text = "\ufeff---\r\ntitle: x\r\n---\r\nTwo\rlines\n"
    found = note(text)
    assert found.text == text
    assert found.text_hash == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("---\ndate: 2015-01-01\ndate: 2015-10-28\n---\n", {"date": "2015-10-28"}),
        ("---\nauthors: [ a , b ]\n---\n", {"authors": ["a", "b"]}),
        ("---\ndate: 2026-02-30\n---\n", {"date": "2026-02-30"}),
        ("---\na: !!python/object/apply:os.getcwd []\nb: x\n---\n", None),
        ("---\ntitle: a: b: c\ndate: 2026-03-12\n---\n", {"title": "a: b: c", "date": "2026-03-12"}),
        ("---\n---\nText", {}),
    ],
)
def test_front_matter_is_read_tolerantly(text: str, values: object) -> None:
    found = read_front_matter(text)
    assert found.end > 0
    if values is not None:
        assert found.values == values
    else:
        assert found.values["b"] == "x"


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nJust a rule above.\n\n---\nMore",
        "---\nnever: closed",
        "Text\n---\ntitle: x\n---\n",
        "---\nWe said: no.\nThen a lot was said\nby people who care\n[and more\n---\n",
    ],
)
def test_what_only_looks_like_front_matter_stays_text(text: str) -> None:
    assert read_front_matter(text).end == 0


def test_a_bomb_of_aliases_does_no_harm() -> None:
    lines = ["a0: &a0 [x]"] + [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 30)]
    assert note("---\n" + "\n".join(lines) + "\n---\nText", "a.md").title == "A"
    assert note("---\n" + "[" * 5000 + "\ntitle: x\n---\nText", "a.md", NoteFormat.TEXT).title
