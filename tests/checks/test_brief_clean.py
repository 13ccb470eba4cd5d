"""Honest sentences of many trades, each with its words behind it: nothing is to be mended in any of them."""

from __future__ import annotations

import pytest

from coach.checks.brief import check_answer
from coach.models import Severity
from tests.checks.briefs import BRIEF, OPEN, SENTENCES, about, answer, found_in, ground

QUOTED = [
    # nurses, midwives, carers
    ("can", "On the wards, in their words: {}", "We now hand over at the bedside, and the patient hears it."),
    ("can", "Somebody on nights wrote: {}", "We no longer wait for the day team to find the chart."),
    ("hard", "What was hard: {}", "The night shift never got the invitation."),
    ("unknown", "Nobody knows yet: {}", "Does the bedside handover take longer on Fridays?"),
    ("unplanned", "Nobody had planned this: {}", "Two wards we had never met asked for our card."),
    # teachers and schools
    ("can", "A teacher says: {}", "I now ask for one question before the lesson, and shy pupils write it."),
    ("disagreement", "Others see it differently: {}", "I would rather mark in pairs than alone."),
    ("wish", "In autumn somebody wished: {}", "We want to be able to plan a unit with the science team."),
    ("hard", "What did not work: {}", "The shared folder was a mess by half-term and nobody tidied it."),
    # software and platforms
    ("can", "One team writes: {}", "We caught 3 broken links before the release since we began to pair."),
    ("can", "Now people say: {}", "Since May we can roll back in under 10 minutes without asking ops."),
    ("hard", "Somebody wrote: {}", "The test environment was down for two of our sessions."),
    ("contribution", "Other things had a part in it: {}", "The new build server helped at least as much as we did."),
    ("wish", "What people wanted to find out: {}", "How can we make our reviews kinder and faster?"),
    ("unknown", "An open question remains: {}", "Will the other squads use the checklist when we stop reminding them?"),
    # housing, planning, councils
    ("can", "An officer wrote: {}", "I used to ring three people about a damp case; now I ring one."),
    ("hard", "It did not go well everywhere: {}", "In the east office the drawing ended in the bin."),
    ("unplanned", "And then: {}", "A tenant asked whether she could draw her own wait."),
    # libraries, museums
    ("can", "From the reading room: {}", "Volunteers catalogue the boxes on their own now, and ask when stuck."),
    ("disagreement", "Not everybody agrees: {}", "Some of us think the labels got longer, not better."),
    # farming, kitchens, building
    ("can", "From the kitchen: {}", "We throw away two trays less a day since the cooks write the order."),
    ("hard", "From the site: {}", "Rain stopped us from trying the new scaffold plan at all."),
    ("can", "A grower says: {}", "I found the blight a week earlier because I knew what to look for."),
    ("contribution", "Whether that is the community, nobody can say: {}", "It was also a very dry spring."),
    # words of cause, figures and tests that are theirs
    ("can", "Somebody puts it like this: {}", "The drawing led to a much shorter meeting with the roofers."),
    ("can", "In their own words: {}", "We saved 40 minutes a day, thanks to the shared list."),
    ("hard", "Somebody wrote: {}", "Our score at the inspection did not move."),
    ("disagreement", "Another voice: {}", "I don't think 80% of us would miss it."),
    # reported speech, opinion told as opinion
    ("can", "Somebody feels that handovers are calmer: {}", "I feel that the handovers are calmer now."),
    ("contribution", "One person thinks that the planner helped: {}", "I think the planner helped more than we did."),
    ("unplanned", "Something else came up: {}", "The bus drivers drew our map for their own depot."),
    # negatives that are told as negatives
    ("can", "People need not ask any more: {}", "Nobody has to ask for the key any more."),
    ("can", "What has stopped: {}", "We stopped sending the form twice."),
    ("hard", "Still open: {}", "We have not managed to bring the suppliers in."),
    ("unknown", "It was not seen: {}", "We haven't seen a single clash since, but we were not looking either."),
    # quotes over two lines, with marks in them
    ("can", "Somebody wrote: {}", "We draw the wait first,\nand talk after that."),
    ("can", "A designer says: {}", "I said “wait, whose form is this?” and the room laughed and then fixed it."),
    ("can", "Somebody wrote: {}", "People who joined in spring now lead the walk round the plant."),
]  # fmt: skip
PARAPHRASED = [
    ("can", "Newer midwives open the Monday huddle.", "The newer midwives open the huddle on Monday now."),
    ("can", "The stores no longer order parts twice.", "We don't order the parts twice any more in the stores."),
    ("hard", "The suppliers did not come to any session.", "Suppliers never came, not to a single session."),
    ("can", "Translators share one list of terms.", "All translators use one shared list of terms now."),
    ("can", "A team drew the queue with the porters.", "Last week we drew the queue together with the porters."),
    ("hard", "The checklist was too long for the night shift.", "The night shift found the checklist far too long."),
    ("wish", "People hoped to write shorter letters.", "We hope to write shorter letters that tenants can follow."),
    ("disagreement", "Some would keep the old form.", "Some of us would rather keep the old form as it is."),
    ("unknown", "Nobody knows whether the queue got shorter.", "Did the queue get shorter? We did not count."),
    ("contribution", "A new rota came in the same month.", "In the same month the new rota came in as well."),
    ("unplanned", "The porters copied the card.", "The porters copied our card for their own round."),
    ("can", "Gardeners trace a plant back to its bed.", "As gardeners we can now trace each plant back to its bed."),
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "quote"), QUOTED + PARAPHRASED)
def test_an_honest_sentence_passes(kind, text, quote):
    assert found_in(*about(quote, kind, text)) == []


def test_a_whole_brief_passes():
    assert found_in(BRIEF) == []


def test_a_name_may_stand_in_what_may_be_quoted_anywhere():
    quote = "Amina Yusuf showed us how the roof queue works."
    assert found_in(*about(quote, "unplanned", "Somebody wrote: {}", note={"consent": OPEN})) == []


def test_a_name_in_brackets_passes():
    quote = "Amina Yusuf showed us how the roof queue works."
    shown = "[somebody] showed us how the roof queue works."
    assert found_in(*about(quote, "unplanned", "And then: {}", shown=shown)) == []


def test_markup_of_a_note_is_no_word_of_the_quote():
    quote = "We **draw** the [wait](https://example.org/wait) first."
    assert found_in(*about(quote, shown="We draw the wait first.")) == []


@pytest.mark.parametrize("kind", list(SENTENCES))
def test_an_answer_of_honest_sentences_passes(kind):
    result = check_answer(answer(*SENTENCES[kind]), ground())
    assert [item for item in result.findings if item.severity is not Severity.QUESTION] == []


def test_an_answer_that_the_notes_do_not_say_passes():
    assert check_answer(answer(enough=False, message="The notes do not say."), ground()).ok
