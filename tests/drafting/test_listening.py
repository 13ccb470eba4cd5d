"""Which sentences are taken up, what for, and which are left where they stand."""

from __future__ import annotations

import pytest

from coach.drafting.cues import find_cues
from coach.drafting.listening import find_quotes
from coach.drafting.quoting import QuotePool, quoted
from coach.models import Citation, Cue, Note, NoteFormat, Passage
from coach.ports import QuoteCandidate
from coach.testing import HashEmbedder


@pytest.mark.parametrize(
    ("sentence", "cue"),
    [
        ("Is there a right way to draw a wait?", Cue.QUESTION),
        ("Fergus asked how far left the map should go.", Cue.QUESTION),
        ("We never know who waits on whom across the teams.", Cue.STRUGGLE),
        ("I wish I could map a thing that goes across teams.", Cue.WISH),
        ("Some people want the form, while others say nobody reads it.", Cue.DISAGREEMENT),
        ("Pairs as sender and receiver worked really well.", Cue.WORKED),
        ("We are currently redrawing the damp map for the clinic.", Cue.CASE),
    ],
)
def test_a_sentence_says_what_it_is_good_for(sentence: str, cue: Cue) -> None:
    assert cue in find_cues(sentence)


def test_plain_telling_is_good_for_nothing_special() -> None:
    assert find_cues("The room is on the third floor of the annexe.") == ()


def _note(text: str) -> tuple[Passage, dict[str, Note]]:
    note = Note(
        id="n1",
        community_id="c",
        source="s",
        path="a.md",
        title="A",
        text=text,
        text_hash="x",
        format=NoteFormat.MARKDOWN,
    )
    passage = Passage(
        label="S1",
        note="a.md",
        note_id="n1",
        title="A",
        date=None,
        heading="",
        text=text,
        start=0,
        end=len(text),
        strength=1,
    )
    return passage, {"n1": note}


def test_quotes_stand_in_the_note_word_for_word_and_lose_the_frame_around_speech() -> None:
    text = (
        '- "I wish I could map a service that crosses\n  two of our teams" (Tomasz)\n'
        "- Plain words about a map of waits here.\n"
    )
    passage, notes = _note(text)

    found = find_quotes([passage], notes, HashEmbedder(), "map a service that crosses teams")

    assert found
    for item in found:
        assert text[item.citation.start : item.citation.end] == item.citation.quote
    assert found[0].citation.shown == "I wish I could map a service that crosses two of our teams"


def test_what_may_not_be_quoted_is_not() -> None:
    passage, notes = _note("We wish we could map the service with the people who run it.\n")

    assert find_quotes([passage.model_copy(update={"quotable": False})], notes, HashEmbedder(), "map") == ()


def test_lessons_for_the_host_name_nobody() -> None:
    text = (
        "In the last meeting the sound failed and the people on the call could hear nothing. "
        "After the break Marcus talked over the remote people in the meeting for half an hour.\n"
    )
    passage, notes = _note(text)

    found = find_quotes([passage], notes, HashEmbedder(), "meetings", on_meetings=True)

    assert [item.citation.shown[:20] for item in found] == ["In the last meeting "]


def _candidate(quote: str, cue: Cue, relevance: float, note: str = "n1") -> QuoteCandidate:
    citation = Citation(label="S9", quote=quote, note=f"{note}.md", note_id=note, start=0, end=len(quote))
    return QuoteCandidate(citation, (cue,), relevance)


def test_a_quote_is_used_once_labelled_in_order_and_fresh_notes_come_first() -> None:
    pool = QuotePool(
        [
            _candidate("first", Cue.WISH, 0.80),
            _candidate("second from the same note", Cue.WISH, 0.70),
            _candidate("third from another note", Cue.WISH, 0.65, "n2"),
            _candidate("too far away", Cue.WISH, 0.1, "n3"),
        ]
    )

    taken = [pool.take(Cue.WISH) for _ in range(4)]

    assert [item.quote if item else None for item in taken] == [
        "first",
        "third from another note",
        "second from the same note",
        None,
    ]
    assert [item.label for item in pool.citations] == ["S1", "S2", "S3"]
    assert pool.take(Cue.QUESTION) is None


def test_a_plan_is_not_drowned_in_quotes() -> None:
    pool = QuotePool([_candidate(f"quote {place}", Cue.WISH, 0.9, f"n{place}") for place in range(30)], most=5)

    taken = [pool.take(Cue.WISH) for _ in range(30)]

    assert sum(item is not None for item in taken) == 5


def test_the_same_words_are_not_quoted_twice_from_two_notes() -> None:
    pool = QuotePool([_candidate("The same  words", Cue.WISH, 0.9), _candidate("the same words", Cue.WISH, 0.8, "n2")])

    assert pool.take(Cue.WISH) is not None
    assert pool.take(Cue.WISH) is None


def test_curly_quotes_inside_do_not_end_ours() -> None:
    citation = Citation(label="S1", quote="she said “wait”\nand we did", note="a.md", start=0, end=10)

    assert quoted(citation) == "“she said ‘wait’ and we did”"


def test_what_might_help_has_not_worked_yet() -> None:
    assert Cue.WORKED not in find_cues("A dedicated community of helpers could be really valuable.")


def test_a_speaker_tag_is_left_outside_the_quote() -> None:
    text = "ashley: we need a way to hand over a case between two teams without losing it\n"
    passage, notes = _note(text)

    found = find_quotes([passage], notes, HashEmbedder(), "hand over a case")

    assert [item.citation.quote for item in found] == [text.strip().removeprefix("ashley: ")]
    assert text[found[0].citation.start : found[0].citation.end] == found[0].citation.quote


def _heard(text: str) -> list[Cue]:
    passage, notes = _note(text)
    return [cue for item in find_quotes([passage], notes, HashEmbedder(), "pace and helpers") for cue in item.cues]


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("We also recruit helpers who can coach people who may be struggling with an exercise.", Cue.STRUGGLE),
        ("There were no problems with the rooms and everybody had a wonderful time of it.", Cue.STRUGGLE),
        ("Tomasz is helping with the page and would like a board for it by next week.", Cue.WISH),
    ],
)
def test_a_word_of_trouble_that_is_not_meant_as_one_is_not_taken_up(text: str, cue: Cue) -> None:
    assert cue not in _heard(text)


@pytest.mark.parametrize(
    ("text", "cue"),
    [
        ("We struggle with helpers who take the keyboard out of people's hands.", Cue.STRUGGLE),
        ("We would like a page that tells helpers when to step in.", Cue.WISH),
    ],
)
def test_the_same_words_meant_are(text: str, cue: Cue) -> None:
    assert cue in _heard(text)
