"""A plan as Markdown: it reads in order, and notes are shown literally."""

from __future__ import annotations

from coach.export.markdown import clock, escape, render_markdown
from coach.models import (
    Activity,
    Citation,
    Doing,
    Finding,
    Influence,
    Mode,
    Opening,
    OpenSlot,
    Outcome,
    SessionPlan,
    Severity,
    Step,
)


def _plan(quote: str = "we never know who waits") -> SessionPlan:
    return SessionPlan(
        title="Map *it*",
        minutes=70,
        people=8,
        mode=Mode.HYBRID,
        outcomes=(Outcome(text="We want to be able to map."),),
        parts=(
            Opening(
                id="opening",
                title="Begin",
                minutes=10,
                steps=(Step(minutes=10, who="everyone", does="Write a line.", doing=Doing.MAKING),),
            ),
            Activity(id="a1", title="Map it", minutes=50, artefact="a rough map"),
            OpenSlot(id="open", title="Room", minutes=10),
        ),
        citations=(Citation(label="S1", quote=quote, note="a/b.md", title="Retro", start=0, end=len(quote)),),
        influences=(Influence(label="S1", part="a1", change="The map begins there."),),
    )


def test_the_clock_runs_through_the_parts() -> None:
    text = render_markdown(_plan())

    assert "| 0:00 | 0:10 | 10 | Begin | ▣ making |" in text
    assert "| 0:10 | 1:00 | 50 | Map it | ◇ talking |" in text
    assert "| 1:00 | 1:10 | 10 | Room | ○ open |" in text
    assert text.index("## 0:00 Begin") < text.index("## 0:10 Map it") < text.index("## 1:00 Room")


def test_words_from_notes_are_shown_literally() -> None:
    text = render_markdown(_plan("![x](http://evil) <b>bold</b>\n# heading | `code`"))

    assert "![x](" not in text
    assert "<b>" not in text
    assert "\n# heading" not in text
    assert r"\!\[x\]" in text or r"!\[x\]" in text


def test_quotes_say_where_they_stand_and_what_they_changed() -> None:
    text = render_markdown(_plan())

    assert "**S1** “we never know who waits” (Retro · undated · a/b.md). The map begins there." in text


def test_findings_come_last_with_a_way_forward() -> None:
    finding = Finding(
        check="A1", severity=Severity.MEND, where="a1", message="Nobody maps.", why="…", way_forward="Map."
    )

    text = render_markdown(_plan(), [finding])

    assert text.rstrip().endswith("**Worth mending** (Map it): Nobody maps. Map.")


def test_minutes_of_a_session_are_read_as_a_clock() -> None:
    assert [clock(minute) for minute in (0, 9, 60, 135)] == ["0:00", "0:09", "1:00", "2:15"]


def test_escaping_keeps_one_line() -> None:
    assert escape("a\n b_c") == r"a b\_c"
