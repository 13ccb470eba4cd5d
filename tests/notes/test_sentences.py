from __future__ import annotations

import pytest

from coach.models import NoteFormat
from coach.notes.sentences import quotable_sentences


def quotes(text: str, format: NoteFormat = NoteFormat.MARKDOWN) -> list[str]:
    found = quotable_sentences(text, 0, len(text), format)
    assert all(item.text == text[item.start : item.end] for item in found)
    return [item.text for item in found]


def page(text: str) -> list[str]:
    return quotes(text, NoteFormat.HTML)


GOOD = "we could never find the right form"


@pytest.mark.parametrize(
    "text",
    [
        f"- {GOOD}",
        f"    * {GOOD}",
        f"12. {GOOD}",
        f"> {GOOD}",
        f"- [ ] {GOOD}",
        f"- [x] {GOOD}",
        f"* [paris] {GOOD}",
        f"* {GOOD} [jberkus]",
        f"Joe - {GOOD}",
        f"JoshM: {GOOD}",
        f"* Bob+Paris: {GOOD}",
        f"* **Key points:** {GOOD}",
        f"* **Planning** – {GOOD}",
        f"It mattered. **{GOOD}**",
        f"text\n\n- *{GOOD}*",
        f"# Head\n{GOOD}\n",
    ],
)
def test_what_leads_in_or_wraps_stays_outside(text: str) -> None:
    assert quotes(text) == [GOOD]


@pytest.mark.parametrize(
    "text",
    [
        f"# {GOOD}",
        f"**{GOOD}**",
        f"{GOOD}\n=====",
        f"    ```\n{GOOD}\n    ```",
        f"---\ntitle: {GOOD}\n---\n",
        f"| {GOOD} | and more of it |",
        "we could never find the [right form](x) at all",
        "we could never find the **right** form at all",
        "we could never run `the right form` at all",
        "we could never find the right form at https://example.org today",
        "we could never ask ann@example.org for the right form",
        "we could never ask @ann for the right form",
        "we could never &lt;find&gt; the right form",
        "[we could never find the right form](x)",
        "we could not find it",
        " ".join(["long"] * 46),
        "There were no updates from the group this week",
        "No update from any of the groups this week.",
        "1. What work did the SIG do this year that should be highlighted?\n\n   - Much.",
        "Are all listed SIG leaders and subproject owners active?",
        "Please add new agenda items under the heading",
        "## Attendees\n\n- Ann of the old record office in the town",
        "Attendees: Ann and all the others who were in the room",
        "Ann Smith, Bob Jones, Carl Young, Dora Old, Eve New",
        "so what we said to them was this:",
        'she said "we could never find the right form',
        "2026-03-12 10:30 11:00 11:30 12:00 13:00",
        "we could never find the right form :tada: again",
        "we could never find\u200b the right form again",
    ],
)
def test_what_is_not_a_plain_sentence_is_left_out(text: str) -> None:
    assert quotes(text) == []


def test_sentences_end_where_people_end_them() -> None:
    text = (
        "We asked Dr. Smith about v1.2 of the map, e.g. the second page. Was it J. R. who drew the first one? "
        "They said it works in the U.K. and here as well! It took them about 3.5 hours in all."
    )
    assert quotes(text) == [
        "We asked Dr. Smith about v1.2 of the map, e.g. the second page.",
        "Was it J. R. who drew the first one?",
        "They said it works in the U.K. and here as well!",
        "It took them about 3.5 hours in all.",
    ]


def test_a_hard_wrap_stays_in_the_quote() -> None:
    text = "Instructors reported not being able to read the body language of\npeople who sat far away from them.\n"
    assert quotes(text) == [text.strip()]
    wrapped = "* hesitate to write something because all cursors start from the same\n  place and nobody dares"
    assert quotes(wrapped) == [wrapped[2:]]


def test_short_lines_stand_for_themselves() -> None:
    text = "Idris says so is that a fix or not\nLen says it is how everything works\n"
    assert quotes(text) == text.strip().split("\n")
    channel = "Fergus  09:12\nhello, is there a right way to draw a wait?\n"
    assert quotes(channel, NoteFormat.TEXT) == ["hello, is there a right way to draw a wait?"]
    agenda = (
        "10.05 waits that none of us can explain, a minute each\n10.20 letters that nobody understands, with Bronagh\n"
    )
    assert quotes(agenda, NoteFormat.TEXT) == agenda.strip().split("\n")


def test_lines_of_speakers_are_apart() -> None:
    text = "Idris: so is that a fix or is it two nice people we found\nLen: it is how everything works around here"
    assert quotes(text) == [
        "so is that a fix or is it two nice people we found",
        "it is how everything works around here",
    ]


def test_the_list_of_people_ends_with_the_next_line_of_text() -> None:
    text = (
        "Attendees:\n\n* Ann who came for the first time today\n\nAgenda:\n\n* We talked about the waits of families\n"
    )
    assert quotes(text) == ["We talked about the waits of families"]


def test_a_question_that_keeps_coming_back_belongs_to_the_form() -> None:
    question = "- Who would like to bring something next time?\n"
    assert quotes(question) == ["Who would like to bring something next time?"]
    assert quotes(question * 3) == []


def test_pages_give_the_text_between_tags() -> None:
    assert page(
        "<h2>This is a heading of the page itself</h2>\n<p>One thing that we said\nwas that it is hard.</p>"
        "<ul><li>everybody liked how the map was drawn<li>stickies <b>kept</b> falling off all the time</ul>"
        "<table><tr><td>The pace was good for all of us.</td></tr></table>"
        "<p>AT&amp;T said it was hard for them too.</p><script>this is never a sentence of ours</script>"
        "<pre>this is some code and not a sentence</pre>"
        "<p>See <a href='x'>the page</a>. It was <em>all</em> we had then.</p>"
        "<p>They all came back again the next day.<br>Nobody had slept much the night before.</p>"
    ) == [
        "One thing that we said\nwas that it is hard.",
        "everybody liked how the map was drawn",
        "The pace was good for all of us.",
        "They all came back again the next day.",
        "Nobody had slept much the night before.",
    ]


def test_only_whole_sentences_inside_the_stretch_count() -> None:
    text = "The first of them is right here. The second of them is right here. The third of them is right here."
    second = text.index("The second")
    inside = quotable_sentences(text, second, len(text) - 1, NoteFormat.MARKDOWN)
    assert [item.text for item in inside] == ["The second of them is right here."]


def test_lists_without_small_letters_are_no_prose_and_other_scripts_are() -> None:
    assert quotes("我们 讨论 了 等待 的 问题。") == ["我们 讨论 了 等待 的 问题。"]
