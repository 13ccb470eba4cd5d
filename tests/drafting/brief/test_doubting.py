"""What only seems to be told is taken back, group by group, and what is told plainly is surer."""

from __future__ import annotations

import pytest

from coach.drafting.brief.listening import hear_told
from coach.ports import Tells

SOUND_ENOUGH = 0.67
"""From here on a page takes what was hard."""

TAKEN_BACK = (
    # praise, thanks, and what an organisation says of itself
    (Tells.CAME_OF_IT, "They were so nice and patient and helped me find the right loom."),
    (Tells.CAME_OF_IT, "I am forever grateful that the evenings have helped me with my loom."),
    (Tells.DID, "Ola has created a strong foundation for the weavers of the whole county."),
    (Tells.DID, "We launched a vibrant series of evenings on dyeing."),
    (Tells.DID, "We launched a thriving series of evenings on dyeing."),
    (Tells.DID, "We launched a world-class series of evenings on dyeing."),
    (Tells.DID, "We launched a series of evenings that empowers dyers."),
    (Tells.DID, "We launched a series of cutting-edge evenings on dyeing."),
    (Tells.DID, "We launched a seamless series of evenings on dyeing."),
    (Tells.DID, "We launched a series of evenings, leveraging our looms."),
    (Tells.DID, "We launched a series of evenings, a testament to our dyers."),
    (Tells.DID, "We ran a series of evenings, with shout-outs to the dyers."),
    (Tells.USED, "We used the chart with our team, which is so kind and friendly."),
    (Tells.TOOK_AWAY, "The evening gave us the confidence and energy to dream of a bigger loom."),
    (Tells.DID, "We improved our ability to plan by holding a yearly check of all looms."),
    # hearsay
    (Tells.USED, "One older member told us that when they tried this in their next workshop it held."),
    (Tells.CAME_OF_IT, "Some members reported that the chart has really helped newcomers."),
    # what a meeting was for, and what was spoken of there
    (Tells.USED, "The second day was a space for thinking about the looms that we used in our own workshops."),
    (Tells.USED, "Ola wrote about how we used the new chart in our own workshops."),
    # how many held it
    (Tells.HARD, "4/19 felt it was too fast."),
    # a comfort, the end of a meeting, how things are, a plan
    (Tells.HARD, "It was good to know that many struggled with the warp as well."),
    (Tells.HARD, "We ran out of time to discuss the remaining points on the list."),
    (Tells.HARD, "Ran out of time today."),
    (Tells.HARD, "We do not have any formal rules on looms, and most members struggled with that."),
    (Tells.HARD, "Though the charts were lovely, charts alone weren't enough to weave a rug."),
    (Tells.HARD, "The second chart has not yet been tried, and the first didn't work well."),
    (Tells.HARD, "Looked for a chart, found three, as the first didn't work well."),
    (Tells.HARD, "Current practice is one chart that members never read, and people struggled with it."),
    # what somebody happened to see, what there is now
    (Tells.TOOK_AWAY, "I noticed that the wide loom is on the list."),
    (Tells.TOOK_AWAY, "We now have a summary of the dye colours."),
    # announcements are no wishes
    (Tells.WISH, "This evening is a chance to meet, and people want to learn about knots."),
    (Tells.WISH, "The talk goes into how we want to improve the dye."),
    (Tells.WISH, "We hope to run two more evenings, as people want to learn knots."),
    # objections are no open questions
    (Tells.UNKNOWN, "Not sure why this would need a second loom."),
    (Tells.UNKNOWN, "We don't know how many people of you saw it, but a loom was just shown on the market."),
    # who came
    (Tells.CAME_OF_IT, "31 of 40 people attended the evening."),
    # one person took something on
    (Tells.DID, "Agreed to draft the note to the dyers."),
    (Tells.DID, "Wei agreed to check the shed before winter."),
    (Tells.DID, "Wei has finished the chart for the wide loom soon."),
)


@pytest.mark.parametrize(("tells", "sentence"), TAKEN_BACK)
def test_what_a_sentence_only_seems_to_tell_is_taken_back(tells: Tells, sentence: str) -> None:
    assert tells not in hear_told(sentence).tells


KEPT = (
    (Tells.CAME_OF_IT, "The chart has really helped newcomers to find the right loom."),
    (Tells.CAME_OF_IT, "Wei says fewer people come back about knots since May."),
    (Tells.DID, "We launched a series of evenings on dyeing."),
    (Tells.TOOK_AWAY, "The evening gave us a word for what we had been doing all along."),
    (Tells.USED, "We used the new chart in our own workshops."),
    (Tells.HARD, "Several of the weavers struggled with the warp."),
    (Tells.HARD, "We ran out of time before the last knot."),
    (Tells.HARD, "The second chart didn't work well."),
    (Tells.TOOK_AWAY, "We noticed that the wide loom needs two people."),
    (Tells.TOOK_AWAY, "We now have a clear idea of how the dye takes."),
    (Tells.WISH, "We want to be able to improve the dye by ourselves."),
    (Tells.UNKNOWN, "Not sure why the dye faded."),
    (Tells.CAME_OF_IT, "12 of 14 people finished their first rug."),
    (Tells.DID, "Agreed to keep the shed open on Mondays."),
    (Tells.DID, "The group agreed to run two evenings on dyeing."),
)


@pytest.mark.parametrize(("tells", "sentence"), KEPT)
def test_what_a_sentence_does_tell_is_kept(tells: Tells, sentence: str) -> None:
    assert tells in hear_told(sentence).tells


def test_what_there_is_now_was_made_though_nobody_says_that_they_learned_from_it() -> None:
    assert hear_told("We now have a summary of the dye colours.").tells.keys() == {Tells.DID}


@pytest.mark.parametrize(
    ("half", "whole"),
    [
        ("We ran 9 evenings and are keen on going on.", "We ran 9 evenings."),
        ("We wrote a chart, which makes the shed more welcoming.", "We wrote a chart."),
        ("We built a loom, ensuring a warm welcome.", "We built a loom."),
        ("We explored different ideas for the shed.", "We explored the shed."),
        ("We presented the idea of a second shed.", "We presented the second loom."),
        ("We compared two charts but have not settled on one.", "We compared two charts."),
        ("We held a spring evening and had a good turnout.", "We held a spring evening."),
        ("We held a spring evening and three people showed up.", "We held a spring evening."),
        ("Held the first meeting.", "Held a spring evening."),
        ("The first meeting was held in the shed.", "The first loom was built in the shed."),
        ("Created two issues on the shed.", "Created two charts on the shed."),
        ("Pull request submitted in the shed.", "Dye chart submitted in the shed."),
        ("Wei gave an overview.", "Wei gave an overview of how each dye is made."),
        ("Wei gave a summary of recent activity.", "Wei gave a summary of how each dye is made."),
    ],
)
def test_half_a_deed_and_one_that_says_little_come_after_a_whole_one(half: str, whole: str) -> None:
    assert hear_told(half).tells[Tells.DID] < hear_told(whole).tells[Tells.DID]


@pytest.mark.parametrize(
    "sentence",
    [
        "We had some problems with the wide loom.",
        "Hit a few issues with the new dye in March.",
        "Struggled with the knots on the wide loom.",
        "We don't have enough hands to keep the shed open.",
        "The two dyers have limited time as they teach as well.",
        "Setting up the wide loom was hard for everybody.",
        "The carding was difficult because the wool was wet.",
        "The wide loom has a steep learning curve.",
        "The one dyer is a bottleneck for all of the sheds.",
        "Had to cancel the spring evening.",
        "People began falling behind in the second hour.",
    ],
)
def test_what_is_plainly_told_as_hard_is_sure_enough_for_a_page(sentence: str) -> None:
    assert hear_told(sentence).tells[Tells.HARD] >= SOUND_ENOUGH


def test_what_the_group_found_out_is_sure_enough_for_a_page() -> None:
    assert hear_told("We figured out how to card the wool dry.").tells[Tells.TOOK_AWAY] >= SOUND_ENOUGH


@pytest.mark.parametrize(
    "sentence",
    [
        "We had some issues pop up in the shed last week.",
        "We had questions about the problems of the others.",
        "Wide looms are hard to find.",
        "There were points that were difficult, and points that went well.",
        "One of us had some problems with the loom but this was sorted the day after.",
    ],
)
def test_a_judgement_a_list_and_what_was_mended_are_no_such_thing(sentence: str) -> None:
    assert hear_told(sentence).tells.get(Tells.HARD, 0.0) < SOUND_ENOUGH


@pytest.mark.parametrize(
    "sentence",
    [
        "The second shed hasn't made much progress since May.",
        "Still blocked on the permit for the shed.",
        "The spring evening had sound problems, with an echo in the hall.",
        "Still didn't dye the second batch.",
    ],
)
def test_what_stands_still_is_heard_as_hard(sentence: str) -> None:
    assert Tells.HARD in hear_told(sentence).tells


@pytest.mark.parametrize(
    "sentence",
    [
        "Fixed several bugs in the chart maker.",
        "Restructured the shelves in the shed.",
        "Wei consolidated the charts of both sheds.",
    ],
)
def test_what_was_put_right_or_in_order_is_heard_as_done(sentence: str) -> None:
    assert Tells.DID in hear_told(sentence).tells


def test_what_people_do_in_general_is_no_deed() -> None:
    assert not hear_told("People set up the loom, leave it over night.").tells
