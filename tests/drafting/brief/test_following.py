"""What stands around a sentence counts: what the next line settles is not open, and a hook asks nobody."""

from __future__ import annotations

import pytest

from coach.drafting.brief.listening.following import is_answered, opens
from coach.ports import Tells

from .listened import find_told, hear, write_note

HEAD = "# Weavers, minutes 2026-03-12\n\n## Shed\n\nWe met in the shed.\n\n"


def _told(text: str, tells: Tells) -> list[str]:
    return find_told(hear(write_note("minutes/2026-03-12.md", HEAD + text)), tells)


@pytest.mark.parametrize(
    "after",
    [
        "- Yes, lend it out from May on.",
        "- Wei: agreed, we lend it out.",
        "- Decided to lend it out.",
        "\nTurns out we may.",
    ],
)
def test_what_the_next_line_settles_is_not_open(after: str) -> None:
    assert not _told(f"- Not sure whether to lend out the wide loom\n{after}\n", Tells.UNKNOWN)


@pytest.mark.parametrize("after", ["- Wei will ask the dyers.", "- No idea yet.", "- No decision yet on that."])
def test_what_the_next_line_leaves_open_stays_open(after: str) -> None:
    assert _told(f"- Not sure whether to lend out the wide loom\n{after}\n", Tells.UNKNOWN)


@pytest.mark.parametrize(
    "text",
    [
        "How do we keep the wool dry in winter? Watch the film by the dyers of Lund.\n",
        "How do we keep the wool dry in winter?\n\nHere are five ways that worked.\n",
        "- How do we keep the wool dry in winter?\n- A: in the loft, with a fan.\n",
        "**6. How do we keep the wool dry in winter? What would help?**\n\n- In the loft.\n",
        "3. How do we keep the wool dry in winter?\n\n   - In the loft, with a fan.\n",
        "3. How do we keep the wool dry in winter?\n   If there is a way, what is it?\n\n   - A fan in the loft.\n",
    ],
)
def test_a_hook_a_form_and_an_answered_question_leave_nothing_open(text: str) -> None:
    assert "How do we keep the wool dry in winter?" not in _told(text, Tells.QUESTION)


@pytest.mark.parametrize(
    "text",
    [
        "- How do we keep the wool dry in winter?\n- Wei looks at the roof.\n",
        "1. How do we keep the wool dry in winter?\n2. How do we dye in the cold?\n",
        "**Dye.** How do we keep the wool dry in winter? It was wet again in March.\n",
    ],
)
def test_a_question_that_somebody_put_is_kept(text: str) -> None:
    assert "How do we keep the wool dry in winter?" in _told(text, Tells.QUESTION)


@pytest.mark.parametrize("before", ["", "---\ntitle: Looms\n---\n\n", "# Looms\n\n"])
def test_a_question_that_opens_a_text_asks_nobody(before: str) -> None:
    after = " Looms have been spoken of a lot in the papers of the county since the old mill burned."
    assert opens(before, after)
    assert not opens(before, "\n\nWe looked at it in pairs.")
    assert not opens(f"{before}We met in the mill.\n\n", after)


def test_what_recommends_something_settles_what_was_asked() -> None:
    assert is_answered(" One recommendation they made is to oil the loom.")
