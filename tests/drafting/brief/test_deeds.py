"""What minutes tell in their short way: what was done or agreed is heard, a task or a plan is not."""

from __future__ import annotations

import pytest

from coach.drafting.brief.listening import find_sessions, hear_told
from coach.ports import Tells

from .listened import find_said, find_told, hear, write_note

DONE = (
    "Demoed the new reading list to the whole group.",
    "Merged the two lists of helpers into one page.",
    "Ran a survey of all members in spring.",
    "Taught a workshop on maps at the library.",
    "We merged the pull request for the new glossary.",
    "Wei walked Jon through setting up the tool and it worked.",
    "Ola Berg and Wei presented the first version of the guide.",
    "The working group published a guide to reading letters.",
    "The glossary was released on Tuesday to all three teams.",
    "Release 2.0 of the checklist is out!",
    "Blog post submitted to the newsletter of the three councils.",
    "Agreed to move the meeting notes into one folder.",
    "The group decided to read every letter aloud first.",
    "Added a page of examples and will add pictures later.",
    "Ola created a template for teams who want to run their own.",
)


@pytest.mark.parametrize("sentence", DONE)
def test_what_was_done_or_agreed_is_heard(sentence: str) -> None:
    told = hear_told(sentence)
    assert Tells.DID in told.tells
    assert not told.is_opinion


@pytest.mark.parametrize(
    "sentence",
    [
        "TODO: merged list goes into the folder next.",
        "Action: Wei sent the list to the other team.",
        "Merge the two lists of helpers into one page.",
        "Set up a reminder for the next round of letters.",
        "Wei to merge the two lists this week.",
        "Ensure all helpers and instructors have each shared a list of exercises.",
        "Wei will publish the guide on Monday.",
        "We hope to have published the guide by June.",
        "The list needs to be merged before it goes out.",
        "Waiting until the page was published by the other team.",
        "Nobody presented the new list at the meeting.",
        "The page has not been published by anyone yet.",
        "Targeting the week before the guide is published.",
        "Updated version of the list with all names.",
        "Has anyone published the guide in the meantime?",
        "Wei shared his interest in the work of the group.",
        "The lesson was created by people who left long ago, if it was.",
        "Link to the recording was added to the calendar invite.",
    ],
)
def test_a_task_or_a_plan_is_no_deed(sentence: str) -> None:
    assert Tells.DID not in hear_told(sentence).tells


SPOKEN = (
    (Tells.USED, "When I got back I asked for something duller, one box on the form."),
    (Tells.USED, "Did it in interviews 5 to 8 on real paper."),
    (Tells.USED, "First time anyone's used the half page."),
    (Tells.USED, "By the Thursday they'd got a slip of paper going out with the photo."),
    (Tells.CAME_OF_IT, "The list doesn't get to 19 days now because somebody says it out loud."),
    (Tells.CAME_OF_IT, "It was easier for them than talking about it."),
    (Tells.CAME_OF_IT, "To date, 11 out of 23 people on the course have finished."),
    (Tells.TOOK_AWAY, "I've been promising things for other people for years and didn't know."),
    (Tells.TOOK_AWAY, "Nobody in housing knew the list existed at all."),
    (Tells.HARD, "We still can't get caseworkers released, we've not got near a school."),
    (Tells.HARD, "We've had the argument about the template four times."),
    (Tells.HARD, "Two of the six in the team don't do it."),
    (Tells.UNKNOWN, "Nobody in the room had an answer to that."),
    (Tells.UNKNOWN, "Not sure whether the other teams read it."),
)


@pytest.mark.parametrize(("tells", "sentence"), SPOKEN)
def test_plain_spoken_words_are_heard(tells: Tells, sentence: str) -> None:
    assert tells in hear_told(sentence).tells


def test_a_fact_that_somebody_tells_counts_and_hearsay_does_not() -> None:
    said = hear_told("Tomasz says fewer people ring twice, but they changed the menu too so I wouldn't swear to it.")
    assert {Tells.CAME_OF_IT, Tells.UNKNOWN} <= said.tells.keys()
    assert not said.is_opinion
    assert Tells.CAME_OF_IT not in hear_told("People say fewer people ring twice since the new menu.").tells


@pytest.mark.parametrize(
    ("tells", "sentence"),
    [
        (Tells.HARD, "The whiteboard doesn't work for me at all."),
        (Tells.HARD, "We listed what did not work in earlier rounds."),
        (Tells.HARD, "Fixed some problems with the sound that we had in March."),
        (Tells.DISAGREEMENT, "Things we don't agree about and you don't need to pick a side."),
        (Tells.DISAGREEMENT, "the solicitor can have page 3 not agreed"),
        (Tells.QUESTION, "Who redraws damp now that somebody is away?"),
        (Tells.WISH, "This will be used in autumn, and we hope to be able to report on it."),
    ],
)
def test_what_only_sounds_like_it_is_not_heard(tells: Tells, sentence: str) -> None:
    assert tells not in hear_told(sentence).tells


def test_a_line_with_a_colon_says_what_its_list_tells() -> None:
    text = "# Notes, 11 June 2026\n\nWhat I did after that:\n\n- sent the questions ahead to every single person\n"
    assert find_told(hear(write_note("2026-06-11-minutes.md", text)), Tells.USED) == [
        "sent the questions ahead to every single person"
    ]


def test_names_on_no_list_become_somebody() -> None:
    text = (
        "# Minutes, 9 April 2026\n\n"
        "- Demoed the reading list together with Kimberly Moeller in spring.\n"
        "- Mpilo taught a workshop on letters and it was full.\n"
        "- We merged the list with Thandeka on the train to Leeds.\n"
        "- Ola C has created a short list of words for a mentor, Thandeka, who asked.\n"
        "- We taught a workshop on maps in Zanzibar to all of them.\n"
    )
    heard = hear(write_note("2026-04-09-minutes.md", text))
    shown = " ".join(item.evidence.shown for item in heard.statements)
    assert len(heard.statements) == 5
    for name in ("Kimberly", "Moeller", "Mpilo", "Thandeka"):
        assert name not in shown
    assert "Zanzibar" in shown
    assert "[somebody] C" not in shown
    said = find_said(heard, "workshop on letters")
    assert said is not None
    assert said.evidence.shown == "[somebody] taught a workshop on letters and it was full."


def test_a_title_in_capitals_holds_no_strangers() -> None:
    title = "Reading Letters Aloud With Another Team"
    (said,) = hear(
        write_note("2026-04-09-minutes.md", f"# {title}\n\n- We merged the two lists of helpers.\n")
    ).statements
    assert said.evidence.title == title


def test_one_file_for_each_date_that_reads_as_minutes_is_a_session() -> None:
    text = "# Weekly\n\n## Attendees\n\n- nine people\n\n## Agreements\n\n- Agreed to read every letter aloud first.\n"
    notes = [
        write_note(f"2025031{day}-community/index.md", text.replace("Weekly", f"2025-03-1{day}")) for day in (1, 8)
    ]
    assert [item.day.day for item in find_sessions(notes)] == [11, 18]
