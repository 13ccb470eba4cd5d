"""What readers doubted, a page leaves out: a state told as a deed, an intent as a use, a thing as something learned."""

from __future__ import annotations

import pytest

from coach.drafting.brief.composing import compose_brief
from coach.ports import Tells

from .pages import brief_input


@pytest.mark.parametrize(
    ("tells", "doubtful", "sound"),
    [
        (Tells.DID, "Maintenance of the rota was difficult all through the spring.", "We sorted the rota in pairs."),
        (
            Tells.USED,
            "I am excited to share the rota with my own team.",
            "I shared the rota with my own team on Monday.",
        ),
        (
            Tells.CAME_OF_IT,
            "I have tried to give wording for the rota.",
            "Fewer people asked who was on the rota in May.",
        ),
        (
            Tells.TOOK_AWAY,
            "We have a summary of the rota in our folder.",
            "I learned that a rota needs a name in each row.",
        ),
    ],
)
def test_what_readers_doubted_is_left_out_and_what_they_did_not_is_kept(
    tells: Tells, doubtful: str, sound: str
) -> None:
    given = brief_input(lines=((1, tells, doubtful), (2, tells, sound)), themes=())
    told = " ".join(sentence.text for sentence in compose_brief(given).sentences())
    assert doubtful not in told
    assert sound in told
