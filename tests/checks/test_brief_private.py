"""L8 of a brief: nothing private or withheld, nobody named, nobody talked about, nothing told in confidence."""

from __future__ import annotations

from typing import Any

import pytest

from coach.models import (
    BriefPictures,
    Consent,
    Counted,
    CountedItem,
    CycleFilled,
    Severity,
    ThemeFilled,
    ValueCycle,
    Visibility,
)
from tests.checks.briefs import (
    BRIEF,
    COUNTED,
    NOTES,
    OPEN,
    about,
    cite,
    found_in,
    ground,
    said,
    stops_in,
    with_more,
)

QUOTE = "The stores copied our drawing for their own queue."
STORES = cite(NOTES["jul"], QUOTE)


def _codes(quote: str, text: str = "This came up: {}", kind: str = "unplanned", **more: Any) -> set[str]:
    return {check for check, where in stops_in(*about(quote, kind, text, **more)) if where == "x-1"}


# -- L8: notes ---------------------------------------------------------------------------------------
@pytest.mark.parametrize("change", [{"visibility": Visibility.ONLY_ME}, {"consent": Consent.NEVER}])
def test_a_private_or_withheld_note_stops(change):
    assert "L8" in _codes(QUOTE, note=change)


def test_evidence_cannot_claim_more_consent_than_its_note_has():
    quote = "Amina Yusuf copied our drawing."
    _, given = about(quote)
    piece = cite(given.notes["own"], quote, consent=OPEN)
    assert ("L8", "x-1") in stops_in(with_more(said("x-1", "unplanned", "This came up: {}", piece)), given)


@pytest.mark.parametrize(("consent", "stops"), [(Consent.INSIDE, True), (Consent.ANYWHERE, False)])
def test_outside_only_what_may_be_quoted_anywhere(consent, stops):
    brief, given = about(QUOTE, "unplanned", "This came up: {}", note={"consent": consent})
    brief = brief.model_copy(update={"request": brief.request.model_copy(update={"circle": "outside"})})
    assert (("L8", "x-1") in stops_in(brief, given)) is stops


def test_a_private_note_is_not_even_counted():
    hidden = NOTES["jan"].model_copy(update={"visibility": Visibility.ONLY_ME})
    found = stops_in(BRIEF, ground(notes=NOTES | {"jan": hidden}))
    assert ("L8", "can_now-2") in found
    used = Counted(number=1, what="notes", says="1 note", items=(CountedItem(label="Jan", note_id="jan"),))
    assert ("L8", "used-0") in stops_in(
        BRIEF.model_copy(update={"used": (used,)}), ground(notes=NOTES | {"jan": hidden})
    )


def test_pictures_are_held_to_the_same():
    gone = STORES.model_copy(update={"note_id": "gone"})
    pictures = BriefPictures(
        cycles=(
            CycleFilled(cycle=ValueCycle.APPLIED, asks="What did we do with it?", notes=1, stories=0, example=gone),
        ),
        themes=(ThemeFilled(name="Drawing with Amina Yusuf", notes=1, example=gone),),
    )
    found = stops_in(BRIEF.model_copy(update={"pictures": pictures}))
    assert {("L1", "cycle-applied"), ("L1", "theme-0"), ("L8", "theme-0")} <= found


# -- L8: names ---------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("text", "quote", "shown"),
    [
        ("Amina drew it with the stores: {}", QUOTE, QUOTE),
        ("In the words of Tom Baker: {}", QUOTE, QUOTE),
        ("When asked, Will said: {}", QUOTE, QUOTE),
        ("This came up: {}", "Amina Yusuf copied our drawing.", "Amina Yusuf copied our drawing."),
        ("This came up: {}", "Later Yusuf copied our drawing.", "Later Yusuf copied our drawing."),
        (
            "This came up: {}",
            "Write to amina@example.org for the drawing.",
            "Write to amina@example.org for the drawing.",
        ),
        ("This came up: {}", "Ask @okafor for the drawing.", "Ask @okafor for the drawing."),
        ("This came up: {}", "Ring 020 7946 0018 for the drawing.", "Ring 020 7946 0018 for the drawing."),
        ("This came up: {}", "Mrs Pemberton copied our drawing.", "Mrs Pemberton copied our drawing."),
        ("This came up: {}", "And then Sarah copied our drawing.", "And then Sarah copied our drawing."),
    ],
)
def test_a_name_without_consent_stops(text, quote, shown):
    assert "L8" in _codes(quote, text, shown=shown)


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("Will the stores copy it again: {}", QUOTE),
        ("In May a baker came along: {}", "A baker came in May and copied our drawing."),
    ],
)
def test_a_word_that_is_also_a_name_passes(text, quote):
    assert _codes(quote, text) == set()


@pytest.mark.parametrize("field", ["title", "session"])
def test_a_name_beside_the_quote_stops_too(field):
    piece = STORES.model_copy(update={field: "Tea with Amina Yusuf"})
    assert ("L8", "x-1") in stops_in(with_more(said("x-1", "unplanned", "This came up: {}", piece)))


def test_a_name_in_what_was_counted_stops():
    items = (COUNTED.items[0].model_copy(update={"label": "15 January 2026 at Amina Yusuf’s"}), *COUNTED.items[1:])
    sentence = said(
        "x-1",
        "count",
        "Waits came up in three of four sessions.",
        counted=(COUNTED.model_copy(update={"items": items}),),
    )
    assert ("L8", "x-1") in stops_in(with_more(sentence))


def test_the_readers_own_name_may_stand():
    request = BRIEF.request.model_copy(update={"reader": "Tom Baker, Director"})
    brief = BRIEF.model_copy(update={"request": request, "title": "What we learned, for Tom Baker"})
    assert found_in(brief) == []


# -- L8: people --------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    "text",
    [
        "Two people copied it: {}",
        "Three of our members copied it: {}",
        "4 newcomers copied it: {}",
        "Both newcomers copied it: {}",
    ],
)
def test_people_in_small_groups_are_not_counted(text):
    assert "L8" in _codes(QUOTE, text)


def test_people_are_not_what_is_counted():
    counted = Counted(number=2, what="members", says="two", items=(CountedItem(label="a"), CountedItem(label="b")))
    assert ("L8", "x-1") in stops_in(with_more(said("x-1", "count", "It was copied by two.", counted=(counted,))))


@pytest.mark.parametrize(
    "quote",
    [
        "Amina Yusuf never listens and talks over everyone.",
        "[somebody] was signed off with burnout in May.",
        "Our new manager ignored us and shouted at the stores.",
        "She got a pay rise and we did not.",
        "The director was rude about our drawing.",
        "Tom Baker is paid more than the rest of us.",
        "The head of stores is being disciplined.",
        "My manager undermines every drawing.",
        "We complained about Will Okafor again.",
        "He has been off sick since March.",
    ],
)
def test_talk_about_a_person_stops(quote):
    shown = (
        quote.replace("Amina Yusuf", "[somebody]")
        .replace("Tom Baker", "[somebody]")
        .replace("Will Okafor", "[somebody]")
    )
    assert "L8" in _codes(quote, kind="hard", shown=shown)


def test_ones_own_health_is_to_be_mended():
    found = found_in(*about("I was glad of the list when I had burnout.", "unplanned", "Somebody wrote: {}"))
    assert {(item.check, item.severity) for item in found} == {("L8", Severity.MEND)}


@pytest.mark.parametrize(
    "quote",
    [
        "Patients with cancer wait less for their letter now.",
        "The manager came and drew with us.",
        "We no longer shout at the printer.",
    ],
)
def test_the_object_of_peoples_work_is_not_talk_about_a_person(quote):
    assert found_in(*about(quote, "unplanned")) == []


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("In confidence: the stores may close.", "In confidence: the stores may close."),
        ("Off the record, the stores may close.", "Off the record, the stores may close."),
        ("Please don't quote this. The stores may close next year.", "The stores may close next year."),
        ("The stores may close next year. Please keep this between us.", "The stores may close next year."),
        (
            "Somebody told us in confidence that the stores may close.",
            "Somebody told us in confidence that the stores may close.",
        ),
    ],
)
def test_words_told_in_confidence_stop(text, quote):
    assert "L8" in _codes(quote, note_text=text)


@pytest.mark.parametrize(
    "text",
    [
        "We gained in confidence with the drawing.",
        "Please don't quote this: it rained.\n\nWe draw the wait first now.",
        "We store confidential letters in a locked drawer now.",
    ],
)
def test_confidence_of_another_kind_passes(text):
    assert _codes(text.split("\n\n")[-1], note_text=text) == set()
