"""What was jotted down as what to begin with is heard as a wish, and is too unsure to be quoted as one."""

from __future__ import annotations

from coach.ports import Tells

from .listened import find_said, find_told, hear, write_note

QUOTED_FROM = 0.55
"""From here on a page quotes a wish."""
NOTES = """# Evening in the mill

## Start doing

- Increase the number of small looms
- A shared list of dyes and mordants
- Looms
- Booking of the hall by e-mail, link below
- Not so many early evenings

## Keep doing

- Open the mill on Mondays

## Stop doing

- Forgetting to air the dye room
"""


def test_what_stands_under_start_is_a_wish_and_nothing_else_is() -> None:
    heard = hear(write_note("2026-03-05 evening.md", NOTES))
    assert find_told(heard, Tells.WISH) == ["Increase the number of small looms", "A shared list of dyes and mordants"]


def test_a_heading_alone_makes_no_quote() -> None:
    wish = find_said(hear(write_note("2026-03-05 evening.md", NOTES)), "small looms")
    assert wish is not None
    assert wish.is_opinion
    assert wish.tells[Tells.WISH] < QUOTED_FROM


def test_without_the_heading_they_are_orders_and_nobodys_wish() -> None:
    assert not find_told(hear(write_note("2026-03-05 evening.md", NOTES.replace("## Start doing", ""))), Tells.WISH)
