"""On which days people met, what several notes speak of, which stories notes may hold, and the pictures of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace

from coach.drafting.brief.listening import draw_pictures, find_sessions, find_stories, find_themes
from coach.models import KeptOutcome, StoryLink, ValueCycle

from .listened import hear, write_note
from .test_listening import CLINIC

ACCOUNT = """---
title: What changed for me
date: 2026-10-21
---

**What we did.** Three of us read one file line by line in the clinic.

**What I took from it.** I realised that the request waits between the two teams.

**What I did.** Since then I have used the two words on every request in my team.

**What came of it.** The longest wait since July is 4 days, it used to be 19.
"""


def test_minutes_of_one_day_are_one_session() -> None:
    notes = [
        write_note("2026-03-12-minutes.md", CLINIC),
        write_note("2026-03-12-retro.md", "# Retro, 12 March 2026\n\nWhat worked for the group and what did not.\n"),
        write_note("2026-02-12-minutes.md", "# Minutes, 12 February 2026\n\nPresent: nine people, two on the call.\n"),
    ]
    sessions = find_sessions(notes)
    assert [item.label for item in sessions] == ["12 February 2026", "12 March 2026"]
    assert len(sessions[1].note_ids) == 2


def test_letters_lists_and_jottings_are_no_sessions() -> None:
    notes = [
        write_note(
            "letters/2026-03-01-letter-to-tenants.md", "# Letter to tenants, 1 March 2026\n\nDear tenant, we write.\n"
        ),
        write_note("2026-03-02-reading-list.md", "# Reading list, 2 March 2026\n\n- a book on letters\n"),
        write_note("2026-03-03-jotting.md", "Ask her before we plan May.\n"),
        write_note("2026-03-04-agenda.md", "# Agenda, 4 March 2026\n\n10.00 hello\n"),
        write_note("account.md", ACCOUNT),
        write_note("minutes.md", "# Minutes\n\nPresent: nine people.\n"),
    ]
    assert find_sessions(notes) == ()


def test_an_archive_has_a_session_for_each_meeting() -> None:
    text = "# Meeting notes\n\n" + "".join(
        f"## {day} March 2026\n\nAttendees: nine people\n\nWe drew a map and compared it.\n\n" for day in (5, 12, 19)
    )
    assert [item.day.day for item in find_sessions([write_note("archive.md", text)])] == [5, 12, 19]


def test_a_chain_told_in_one_note_is_a_candidate() -> None:
    (story,) = find_stories(hear(write_note("account.md", ACCOUNT)).statements)
    assert [part.link for part in story.parts] == list(StoryLink)[:4]
    assert story.state == "candidate"
    assert all(part.text == part.evidence[0].shown for part in story.parts)


def test_one_link_alone_or_a_hope_is_no_story() -> None:
    hopes = (
        "# Minutes, 9 April 2026\n\nI realised that it waits. We hope to use it with our team. It should cut calls.\n"
    )
    assert find_stories(hear(write_note("2026-04-09-minutes.md", hopes)).statements) == ()
    told = hear(write_note("account.md", ACCOUNT)).statements
    assert find_stories([replace(item, is_opinion=True) for item in told]) == ()


def test_links_of_two_notes_are_never_one_story() -> None:
    one = write_note("2026-04-09-minutes.md", "# Minutes, 9 April 2026\n\nI realised that the request waits.\n")
    other = write_note("2026-05-14-minutes.md", "# Minutes, 14 May 2026\n\nI used it with my team on every case.\n")
    assert find_stories(hear(one, other).statements) == ()


def test_a_theme_stands_in_two_notes_and_is_named_in_their_words() -> None:
    said = "We ran out of time before the refusal letters were done.\n"
    more = "We ran out of time again before the refusal letters got started.\n"
    heard = hear(
        write_note("2026-03-12-minutes.md", f"# Minutes, 12 March 2026\n\n{said}"),
        write_note("2026-04-09-minutes.md", f"# Minutes, 9 April 2026\n\n{more}"),
    )
    (theme,) = find_themes(heard.statements)
    assert theme.name == "refusal letters"
    assert len({heard.statements[place].evidence.note_id for place in theme.statements}) == 2
    assert find_themes(heard.statements[:1]) == ()
    alone = hear(write_note("2026-03-12-minutes.md", f"# Minutes, 12 March 2026\n\n{said}\n{more}"))
    assert len(alone.statements) == 2
    assert find_themes(alone.statements) == ()


def test_pictures_show_what_is_empty_too() -> None:
    note = write_note("2026-03-12-minutes.md", CLINIC)
    outcome = KeptOutcome(id="o1", text="Since then we have had fewer calls about the badge letters")
    statements = hear(note, outcomes=(outcome,)).statements
    drawn = draw_pictures(
        statements, find_sessions([note]), (), (), (outcome,), [note], dt.date(2026, 2, 3), dt.date(2026, 4, 1)
    )
    assert [(month.month, month.sessions, month.notes) for month in drawn.months] == [
        ("2026-02", 0, 0), ("2026-03", 1, 1), ("2026-04", 0, 0),
    ]  # fmt: skip
    assert drawn.months[1].outcomes == {"o1": 1}
    assert [cycle.cycle for cycle in drawn.cycles] == list(ValueCycle)
    assert drawn.cycles[4].notes == 0
    assert drawn.cycles[4].example is None
    assert drawn.cycles[2].notes == 1
    assert drawn.outcomes == {"o1": outcome.text}
