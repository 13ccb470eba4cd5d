"""What a write-up reports of others is heard: what was hard, what people could do, wished for or think helped."""

from __future__ import annotations

import pytest

from coach.drafting.brief.listening import hear_told
from coach.drafting.brief.listening.reporting import hear_reported
from coach.ports import Tells

from .listened import find_said, hear, write_note

SOUND_ENOUGH = 0.67
"""From here on a page takes what was hard."""

HARD = (
    "Several weavers and other members reported trouble finding an evening for the shed.",
    "When asked what was missing, many attendees described difficulty keeping the dye warm over night.",
    "Participants mentioned a lack of quiet corners in the hall.",
    "A common challenge among the trainers is explaining the warp to children.",
    "A common challenge among our hosts, for example, is heating the hall (even when it is small).",
    "The biggest worry aside, the main concern in those weeks was the damp in the shed.",
    "Most complaints were about the early start.",
    "Evening organisers sometimes struggle to find somebody with a key to the shed.",
    "Our hosts often have difficulty filling the early evenings.",
    "The carding evening does not get many volunteers.",
    "The carding evening attracts very few volunteers.",
    "The spring fair did not draw enough visitors to go on.",
    "For example, many trainees found it challenging to thread the heddle.",
    "However, many newcomers found the deposit to be a barrier.",
    "Another problem named by the hosts was the cold in the hall.",
    "Members expressed concerns around the price of wool.",
    "The hall was full but helpers found that the looms were particularly difficult to share.",
)


@pytest.mark.parametrize("sentence", HARD)
def test_difficulty_that_is_reported_is_heard_and_sure_enough_for_a_page(sentence: str) -> None:
    told = hear_told(sentence)
    assert told.tells.get(Tells.HARD, 0.0) >= SOUND_ENOUGH
    assert not told.is_opinion


@pytest.mark.parametrize(
    "sentence",
    [
        "No participants reported trouble finding an evening for the shed.",
        "None of the hosts reported difficulty with the new looms.",
        "Participants reported trouble with the dye pots, but that was soon solved.",
        "If participants report trouble with the pots, tell the host.",
        "We hoped that few participants reported difficulty with the pots.",
        "A common challenge in weaving is keeping an even edge.",
        "Beginners often struggle to keep an even edge.",
        "The main concern in May was not the loom.",
        "The carding evening gets many volunteers.",
        "The main concern I looked at was how to store the wool.",
        "Please report trouble with the looms to the hosts.",
        "Did participants report trouble with the looms?",
        "The looms were widely shared by the helpers.",
    ],
)
def test_what_nobody_reported_and_how_the_world_is_are_not_heard_as_hard(sentence: str) -> None:
    assert hear_told(sentence).tells.get(Tells.HARD, 0.0) < SOUND_ENOUGH


@pytest.mark.parametrize(
    "sentence",
    [
        "Participants were able to finish their own scarves, among them two in wool they had dyed.",
        "Newcomers managed to dye their own wool by the third evening.",
        "All the newcomers were able to warp a loom by themselves.",
    ],
)
def test_what_people_were_able_to_do_came_of_it(sentence: str) -> None:
    told = hear_told(sentence)
    assert Tells.CAME_OF_IT in told.tells
    assert not told.is_opinion


@pytest.mark.parametrize(
    "sentence",
    [
        "They also reported that the evenings enabled them to meet dyers from two other towns.",
        "Several members said that the shared chart helped them to plan their colours.",
        "Participants told us that weaving beside each other encouraged them to try wider cloth.",
    ],
)
def test_what_people_say_it_did_for_them_is_heard_as_their_word_and_not_as_fact(sentence: str) -> None:
    told = hear_told(sentence)
    assert Tells.CAME_OF_IT in told.tells
    assert told.is_opinion


def test_what_people_did_with_what_they_learned_is_use() -> None:
    assert (
        Tells.USED
        in hear_told("After the fair several participants used what they had learned on their own looms.").tells
    )


@pytest.mark.parametrize(
    ("sentence", "is_said"),
    [
        ("Most of the members felt more confident at the wide loom.", False),
        ("By the third evening, newcomers became more comfortable with the dye.", False),
        ("Participants said that they feel more confident with the wide loom.", True),
        ("Most learners reported feeling less intimidated by the wide loom.", True),
    ],
)
def test_what_people_are_surer_of_was_taken_away_as_a_fact_or_as_their_word(sentence: str, is_said: bool) -> None:
    told = hear_told(sentence)
    assert Tells.TOOK_AWAY in told.tells
    assert told.is_opinion is is_said


@pytest.mark.parametrize(
    "sentence",
    [
        "Ask whether participants felt more confident at the wide loom.",
        "No members felt more confident at the wide loom.",
        "80% of members felt more confident at the wide loom.",
        "We hope that members said they felt more confident.",
    ],
)
def test_what_might_be_felt_was_not_taken_away(sentence: str) -> None:
    assert Tells.TOOK_AWAY not in hear_told(sentence).tells


@pytest.mark.parametrize(
    "sentence",
    [
        "Participants were able to ask questions at the end.",
        "Participants were able to join from their own sheds.",
        "We hope that participants were able to finish a scarf.",
        "One of our hosts managed to dye and to weave at once.",
        "Participants were not able to finish their own scarves.",
        "No participants were able to finish a whole scarf.",
        "Members said that the chart would have helped them to plan.",
        "They reported that the chart never helped them to plan anything.",
        "Some members reported that the chart has really helped newcomers.",
        "You were able to finish a scarf.",
        "We're delighted that participants were able to finish their own scarves.",
    ],
)
def test_a_programme_a_hope_a_denial_and_hearsay_came_of_nothing(sentence: str) -> None:
    assert Tells.CAME_OF_IT not in hear_told(sentence).tells


@pytest.mark.parametrize(
    "sentence",
    [
        "The group suspects that having a key to the shed has contributed to the busy evenings.",
        "We think that the new stove in the hall played a part in it.",
    ],
)
def test_what_the_group_holds_to_have_helped_is_a_view(sentence: str) -> None:
    told = hear_told(sentence)
    assert Tells.CAME_OF_IT in told.tells
    assert told.is_opinion


def test_what_the_world_holds_to_have_helped_is_none_of_ours() -> None:
    assert not hear_told("Many people believe that cheap cloth has contributed to the end of weaving.").tells


@pytest.mark.parametrize(
    "sentence",
    [
        "The group were keen to trial a dye evening where members could bring their own wool.",
        "The hosts were eager to learn how the others heat their halls.",
        "Attendees thought it would be useful to have a second evening on knots.",
        "Members identified several things that would improve the evenings, such as a second stove.",
    ],
)
def test_what_a_group_was_keen_on_is_a_wish(sentence: str) -> None:
    told = hear_told(sentence)
    assert Tells.WISH in told.tells
    assert told.is_opinion


@pytest.mark.parametrize(
    "sentence",
    [
        "We are keen to run our next fair in May, and tickets are out.",
        "The group was not keen to trial a dye evening.",
        "Visitors were keen to buy scarves.",
    ],
)
def test_an_announcement_and_what_nobody_was_keen_on_are_no_wish(sentence: str) -> None:
    assert Tells.WISH not in hear_told(sentence).tells


@pytest.mark.parametrize(
    "sentence",
    [
        "A small dye club was started in the old mill.",
        "Two weaving groups have been set up in the valley.",
        "One of the helpers completed the long course and became a host.",
    ],
)
def test_what_came_to_be_is_a_deed(sentence: str) -> None:
    assert Tells.DID in hear_told(sentence).tells


def test_what_a_group_is_for_is_no_deed() -> None:
    assert not hear_told("The club was established as a place for weavers to meet.").tells


def test_a_group_that_might_be_started_is_no_deed() -> None:
    assert Tells.DID not in hear_told("A dye club could be started in the old mill.").tells


def test_praise_is_not_reported() -> None:
    assert hear_reported("Participants were able to build a solid foundation for the craft.") is None


TIED = """Notes of the evening

The hall was full. This means that evening organisers sometimes struggle to find a seat for everybody in the hall.
To remedy this, the group were keen to trial a second evening in the old mill.
This means that the mill opens at six on all days.
When asked about the cold, many attendees described difficulty keeping their hands warm at the loom.
Additionally, members thought it would be useful to have a second stove.
"""


def test_a_reported_sentence_begins_behind_what_ties_it_to_the_one_before() -> None:
    heard = hear(write_note("2026-03-05 evening.md", TIED))
    starts = ("evening organisers sometimes", "the group were keen", "many attendees described", "members thought it")
    for start in starts:
        said = find_said(heard, start)
        assert said is not None
        assert said.evidence.shown.startswith(start)
        assert TIED[said.evidence.start : said.evidence.end] == said.evidence.quote
    assert find_said(heard, "the mill opens") is None
