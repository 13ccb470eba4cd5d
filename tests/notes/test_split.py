from __future__ import annotations

import pytest

from coach.models import Chunk, DateFrom, NoteFormat
from coach.notes.plain import to_plain
from coach.notes.split import split_note
from tests.notes.building import chunks, day, html, note, words


def sizes(found: list[Chunk]) -> list[int]:
    return [len(chunk.text.split()) for chunk in found]


def test_a_chunk_is_a_slice_with_a_stable_id() -> None:
    whole = note("# One\n\n" + words(150) + "\n\n# Two\n\n" + words(150))
    found = split_note(whole)
    assert [chunk.text for chunk in found] == [whole.text[chunk.start : chunk.end] for chunk in found]
    assert [chunk.id for chunk in found] == [f"{whole.id}-{whole.text_hash[:10]}-{place:04d}" for place in range(2)]
    assert [chunk.position for chunk in found] == [0, 1]
    assert {chunk.note_id for chunk in found} == {whole.id}


def test_a_heading_opens_the_chunk_that_it_belongs_to() -> None:
    found = chunks("# Top\n\n## One\n\n" + words(150) + "\n\n## Two\n\n" + words(150))
    assert [chunk.text.split("\n")[0] for chunk in found] == ["# Top", "## Two"]
    assert [chunk.heading for chunk in found] == [("Top", "One"), ("Top", "Two")]


def test_short_sections_join_their_neighbours_under_what_they_share() -> None:
    found = chunks("# Top\n\n" + "".join(f"## Part {part}\n\n{words(25)}\n\n" for part in range(6)))
    assert len(found) == 1
    assert found[0].heading == ("Top",)


def test_sections_that_can_stand_alone_do() -> None:
    found = chunks("## One\n\n" + words(130) + "\n\n## Two\n\n" + words(130))
    assert [chunk.heading for chunk in found] == [("One",), ("Two",)]


def test_a_short_tail_joins_what_stands_before_it() -> None:
    found = chunks("## Long\n\n" + words(190) + "\n\n## Tail\n\n" + words(12))
    assert len(found) == 1
    assert found[0].heading == ("Long",)


@pytest.mark.parametrize(
    "text",
    [
        "\n\n".join(words(40) for _ in range(30)),
        "\n".join(f"- {words(9)}" for _ in range(120)),
        words(1200),
        " ".join(f"talk{number}" for number in range(1200)),
        "\n".join("- one" for _ in range(1500)),
    ],
    ids=["paragraphs", "items", "sentences", "words", "tiny items"],
)
def test_sizes_stay_near_two_hundred_words(text: str) -> None:
    counted = [len([word for word in chunk.text.split() if word != "-"]) for chunk in chunks(text)]
    assert all(60 <= count <= 320 for count in counted)
    assert 150 <= sum(counted) / len(counted) <= 250


def test_cuts_prefer_paragraphs_then_sentences_and_never_words() -> None:
    paragraphs = chunks("\n\n".join(words(70) for _ in range(9)))
    assert all(chunk.text.startswith("talk0 ") and chunk.text.endswith("talk69.") for chunk in paragraphs)
    sentences = chunks(words(900))
    assert all(chunk.text.endswith(".") for chunk in sentences)
    text = " ".join(f"talk{number}" for number in range(900))
    assert " ".join(chunk.text for chunk in chunks(text)) == text


def test_signs_without_spaces_between_them_are_cut_too() -> None:
    found = chunks("我们讨论了等待的问题。" * 200)
    assert len(found) > 3
    assert all(chunk.text.endswith("。") for chunk in found)


def test_front_matter_is_no_chunk() -> None:
    assert chunks("---\ntitle: x\n---\n") == []
    found = chunks("---\ntitle: x\n---\n\nWords of ours.\n")
    assert [chunk.text for chunk in found] == ["Words of ours."]


def test_a_byte_order_mark_hides_no_heading() -> None:
    found = chunks("\ufeff# Top\n\nWords of ours.")
    assert found[0].heading == ("Top",)
    assert found[0].text.startswith("\ufeff# Top")
    assert found[0].reading == "Top Words of ours."


def test_signs_of_code_are_no_headings() -> None:
    assert chunks("# Top\n\n```\n# comment\n```\n\nWords.")[0].heading == ("Top",)


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("One\n===\n\nTwo\n---\n\nwords", ("One", "Two")),
        ("# One\n\n**Two**\n\nwords", ("One", "Two")),
        ("# One\n\n_What went well?_\n\nwords", ("One", "What went well?")),
        ("# [One](x) &amp; `two` \\#3 #\n\nwords", ("One & two #3",)),
        ("<h1>One</h1>\n<h2 class='x'>T<b>wo</b></h2>\nwords", ("One", "Two")),
    ],
)
def test_headings_in_many_hands(text: str, path: tuple[str, ...]) -> None:
    assert chunks(text)[-1].heading == path


def test_headings_of_pages() -> None:
    found = split_note(html(f"<h1>One</h1><p>{words(150)}</p><h2>Two <i>and</i></h2><p>{words(150)}</p>"))
    assert [chunk.heading for chunk in found] == [("One",), ("One", "Two and")]


MEETINGS = """# 2018

### December 19 (recording)

Attendees:

*   Ann

### Agenda

*   We talked about waits.

November 28

We talked about letters.

**11/14/2018**

We talked about maps.

## October 10th

We talked about queues.
"""


def test_each_meeting_is_apart_and_dates_its_chunks() -> None:
    found = chunks(MEETINGS, "2018-meeting-notes.md")
    assert [chunk.date for chunk in found] == [
        day(2018, month, number, DateFrom.HEADING) for month, number in [(12, 19), (11, 28), (11, 14), (10, 10)]
    ]
    assert [chunk.heading for chunk in found] == [
        ("2018", "December 19 (recording)"),
        ("2018", "November 28"),
        ("2018", "11/14/2018"),
        ("2018", "October 10th"),
    ]


def test_what_is_discussed_in_a_meeting_stays_under_it_when_its_heading_is_as_large() -> None:
    text = "".join(f"### 2026-0{month}-12\n\nWords.\n\n### Agenda\n\n{words(70)}\n\n" for month in (5, 4, 3))
    found = chunks(text, "log.md")
    assert [chunk.date.iso for chunk in found] == ["2026-05-12", "2026-04-12", "2026-03-12"]
    assert found[0].heading == ("2026-05-12", "Agenda")


def test_a_meeting_never_lies_inside_another() -> None:
    found = chunks("## 9 April 2026\n\nWords.\n\n### 12 March 2026\n\nWords.\n", "log.md")
    assert [chunk.heading for chunk in found] == [("9 April 2026",), ("12 March 2026",)]


def test_a_heading_of_the_year_sets_the_year() -> None:
    text = "# 2018\n\n## May 3\n\nWords.\n\n# 2017\n\n## May 4\n\nWords.\n"
    assert [chunk.date.iso for chunk in chunks(text, "log.md")] == ["2018-05-03", "2017-05-04"]


def test_without_a_meeting_a_chunk_has_its_notes_date() -> None:
    found = chunks("# Retro\n\nWords.", "2026-03-12-retro.md")
    assert found[0].date == day(2026, 3, 12, DateFrom.FILE_NAME)


@pytest.mark.parametrize(
    ("raw", "plain"),
    [
        ('see [the doc](https://x.y/a_(b) "t") now', "see the doc now"),
        ("![a map](map.png)drawn [![b](c)](d)", "drawn"),
        ("[text][ref] and [paris] said\n\n[ref]: http://example\n", "text and [paris] said"),
        ("**bold** *it* __b__ _i_ ~~old~~ `snake_case` 5 * 3", "bold it b i old snake_case 5 * 3"),
        ("\\@ann said 1\\. \\\nmore", "@ann said 1. more"),
        ("> quoted\n> text &lt;b&gt; &amp; {{ site.baseurl }} {% raw %}", "quoted text <b> &"),
        ("a<br/>b <b>bold</b>er List<String> <name>", "a b bolder List<String> <name>"),
        ("zero\u200bwidth \u202ebidi\ufeff", "zerowidth bidi"),
        ("* one\n    1. two\n- [x] three\n- [ ] four", "- one - two - three - four"),
        ("https://docs.example/d/abc?pwd=1 <https://a.example/b>", "docs.example a.example"),
        ("# Head #\n\n---\n\n| a |\n|---|\n", "Head | a |"),
        ("<!-- never -->seen<script>var x</script><style>p{}</style>", "seen"),
        ("great :tada: at 10:30:45", "great at 10:30:45"),
    ],
)
def test_reading_has_no_markup(raw: str, plain: str) -> None:
    assert split_note(note(raw))[0].reading == plain


@pytest.mark.parametrize(
    "filler",
    [
        "- [ ]",
        "*   ",
        "-",
        "1.",
        "Your name / GitHub ID / affiliation",
        "* [your topic here]",
        "- [ ] [your name here]",
    ],
)
def test_template_filler_is_kept_in_the_text_and_left_out_of_reading(filler: str) -> None:
    found = chunks(f"# Top\n\n{filler}\n- real words")
    assert filler.strip() in found[0].text
    assert found[0].reading == "Top - real words"


def test_pages_are_read_without_tags() -> None:
    page = "<head><title>T</title></head><p>A&nbsp;b &mdash; <em>c</em></p><ul><li>d<li>e</ul><script>no()</script>"
    assert split_note(html(page))[0].reading == "A b — c - d - e"


def test_plain_text_keeps_its_signs() -> None:
    assert to_plain("a *b* <c> [d](e) &amp;", NoteFormat.TEXT) == "a *b* <c> [d](e) &amp;"
