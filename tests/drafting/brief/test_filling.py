"""A page that would hold little tells more where the notes hold more, and never the same thing twice."""

from __future__ import annotations

from coach.drafting.brief.composing import compose_brief
from coach.models import ClaimKind, SectionKind
from coach.ports import Tells

from .pages import brief_input

DONE = (
    (0, Tells.DID, "We read three letters aloud in pairs."),
    (1, Tells.DID, "We mapped the way of a form through four offices."),
    (2, Tells.DID, "We compared two templates at the long table."),
    (3, Tells.DID, "We interviewed a clerk on what gets sent back."),
    (4, Tells.DID, "We sorted the cupboard with the old envelopes."),
)
OPEN = (
    (0, Tells.HARD, "Half of the group could not hear the speaker."),
    (1, Tells.HARD, "Hosting fell to the same person again in spring."),
    (2, Tells.HARD, "Nobody replied to the second survey."),
    (3, Tells.HARD, "The projector failed before the break."),
    (0, Tells.UNKNOWN, "We do not know yet whether residents read on."),
    (1, Tells.UNKNOWN, "Nobody knows how many forms come back."),
    (2, Tells.UNKNOWN, "It is unclear who keeps the glossary."),
)


def _kinds(*lines: tuple[int, Tells, str]) -> dict[ClaimKind, int]:
    page = compose_brief(brief_input(lines=lines, themes=(), outcomes=()))
    kinds = [
        sentence.kind
        for section in page.sections
        if section.kind in (SectionKind.CAN_NOW, SectionKind.NOT_YET)
        for sentence in section.sentences
    ]
    return {kind: kinds.count(kind) for kind in kinds}


def test_where_only_deeds_are_told_up_to_four_stand_on_the_page() -> None:
    assert _kinds(*DONE) == {ClaimKind.CAN: 4}


def test_where_little_but_hard_and_open_things_is_told_more_of_them_stand_on_the_page() -> None:
    assert _kinds(*OPEN) == {ClaimKind.HARD: 3, ClaimKind.UNKNOWN: 2}


def test_a_page_that_holds_enough_is_not_filled_further() -> None:
    assert _kinds(*DONE, *OPEN) == {ClaimKind.CAN: 2, ClaimKind.HARD: 2, ClaimKind.UNKNOWN: 1}


def test_nothing_is_told_twice_to_fill_a_page() -> None:
    again = (4, Tells.DID, "In pairs we read three letters aloud.")
    assert _kinds(DONE[0], again) == {ClaimKind.CAN: 1}


def test_what_readers_doubted_fills_no_page() -> None:
    assert _kinds((0, Tells.DID, "The rota was difficult all through the spring.")) == {}
