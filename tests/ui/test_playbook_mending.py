"""Words that a finding offers find their place in a text and in a form, and change nothing else."""

from __future__ import annotations

import pytest

from coach.models import Finding, ReadPattern, Severity
from coach.playbook.own import TEMPLATE, read_pattern
from tests.ui.fake_playbook import library
from ui.components.playbook_draft import Draft, DraftStep, mend_draft, to_text
from ui.components.playbook_findings import field_words, render_finding
from ui.components.playbook_mending import line_of, mend_text, put_in, rewrite_of
from ui.components.playbook_reading import split_minutes

STEP = DraftStep("pairs", 20, "Take your piece and {do}.")
LAST = DraftStep("everyone", 10, "What changed? What was hard? What does that say about {doing}? Write down one line.")
DRAFT = Draft(
    title="Letters read aloud",
    what_members_do="{do}, in pairs, on one real letter",
    artefact="{a_draft} with two remarks in the margin",
    steps=(STEP, LAST),
    newcomer="Say back in your own words what you heard, so that the gaps show to whoever wrote it.",
    regular="Bring the letter that you have to send, hold the pen, and decide what changes in it.",
    expert="Ask one question before each piece of advice, and leave the pen where it is all the time.",
)


def read(text: str) -> ReadPattern:
    return read_pattern(text, library())


def finding(where: str, rewrite: str) -> Finding:
    return Finding(
        check="P1", severity=Severity.STOP, where=where, message="Line 3: `it` is off.", why="", way_forward="",
        rewrite=rewrite,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("text", "where"),
    [
        (TEMPLATE.replace("artefact:", "artifcat:"), "artifcat"),
        (TEMPLATE.replace("    minutes: 25\n", ""), "steps"),
        (TEMPLATE.replace("  newcomer:", "  newbie:"), "roles.newcomer"),
        (TEMPLATE.replace("and {do}.", "and {people}."), "steps[1].does"),
        (TEMPLATE.replace("{do}", "talk"), "what_members_do"),
        (f"{TEMPLATE}people: lots\n", "people"),
        (f"{TEMPLATE}id: teach-it-on\n", "id"),
        (TEMPLATE.replace("does: Lay out", "dose: Lay out"), "steps[0].dose"),
        (TEMPLATE.replace("minutes: 5", "share: 0.3").replace("minutes: 25", "share: 0.5"), "steps"),
        (TEMPLATE.replace("minutes: 5\n", "share: .3\n").replace("minutes: 25", "share: .5")
         .replace("minutes: 10", "share: .5"), "steps"),
        (TEMPLATE, "text"),
        ("title: Aloud\nsteps:\n- who: pairs\n  minutes: 10\n  does: Now {do}.\n", "roles"),
    ],
)  # fmt: skip
def test_using_the_words_mends_the_text(text: str, where: str) -> None:
    found = next(one for one in read(text).findings if one.where == where and one.rewrite)

    mended = mend_text(text, found, read)

    assert mended is not None
    assert found.message not in {one.message for one in read(mended).findings}
    gone = [line for line in text.splitlines() if line not in mended.splitlines()]
    assert len(gone) <= 3


def test_remarks_and_everything_else_stay_as_they_are() -> None:
    text = TEMPLATE.replace("    minutes: 25\n", "")
    found = read(text).findings[0]

    mended = mend_text(text, found, read) or ""

    assert [line for line in mended.splitlines() if line not in text.splitlines()] == ["    minutes: 15"]
    assert mended.replace("    minutes: 15\n", "") == text


def test_what_mends_nothing_is_not_put_in() -> None:
    assert mend_text(TEMPLATE, finding("title", ""), read) is None
    assert put_in("just words", finding("steps[2].does", "does: Read it.")) is None
    assert put_in(TEMPLATE, finding("steps[9].does", "does: Read it.")) is None
    clash = TEMPLATE.replace("newcomer:", "newcommer:") + "  # remark\n"
    twice = clash.replace("  newcommer:", "  newcomer: One.\n  newcommer:")
    assert mend_text(twice, next(one for one in read(twice).findings if "newcommer" in one.where), read) is None


def test_the_earlier_words_stand_where_a_gap_was_left_for_them() -> None:
    said = 'what_members_do: "{do}, …"  # In pairs, say "no" kindly'

    assert rewrite_of(finding("what_members_do", said)) == 'what_members_do: "{do}, in pairs, say \\"no\\" kindly"'
    assert line_of(finding("x", "")) == 3


def test_a_form_becomes_a_text_that_plans_can_use() -> None:
    got = read(to_text(DRAFT))

    assert got.usable
    assert got.pattern is not None
    assert got.pattern.title == DRAFT.title
    assert got.pattern.minutes.best == 30
    assert to_text(Draft(steps=(DraftStep(),))) == ""
    assert Draft(steps=(DraftStep(),)).is_empty
    assert not DRAFT.is_empty


@pytest.mark.parametrize(
    ("changes", "where"),
    [
        ({"artefact": ""}, "artefact"),
        ({"what_members_do": "In pairs", "steps": (DraftStep("pairs", 9, "Read."), LAST)}, "what_members_do"),
        ({"newcomer": ""}, "roles.newcomer"),
        ({"newcomer": "", "regular": "", "expert": ""}, "roles"),
        ({"steps": (DraftStep("pairs", None, "Now {do}."), LAST)}, "steps"),
        ({"more": "people: lots"}, "people"),
        ({"more": "# a remark\nmodes: [in_person]"}, "text"),
    ],
)  # fmt: skip
def test_using_the_words_mends_the_form_and_keeps_the_rest(changes: dict[str, object], where: str) -> None:
    draft = Draft(**{**vars(DRAFT), **changes, "credit": "Nell's: idea"})
    found = next(one for one in read(to_text(draft)).findings if one.where == where and one.rewrite)

    mended = mend_draft(draft, found, read)

    assert mended is not None
    assert found not in read(to_text(mended)).findings
    assert mended.credit == "Nell's: idea"
    assert mended.title == draft.title
    assert len(mended.steps) == len(draft.steps)
    assert draft.more in mended.more or where == "people"


def test_steps_that_were_left_empty_wait_at_the_end() -> None:
    draft = Draft(**{**vars(DRAFT), "artefact": "", "steps": (STEP, DraftStep(), LAST, DraftStep())})
    found = next(one for one in read(to_text(draft)).findings if one.where == "artefact")

    mended = mend_draft(draft, found, read)

    assert mended is not None
    assert mended.steps == (STEP, LAST, DraftStep(), DraftStep())


def test_a_finding_names_its_field_in_the_words_of_the_form() -> None:
    assert field_words("steps[2].does") == "Step 3, what they do"
    assert field_words("roles.expert") == "For people who know it well"
    assert field_words("take_up[0].text") == "take_up[0].text"
    found = read(TEMPLATE.replace("artefact:", "#")).findings[0]
    assert "“What it leaves” is missing." in render_finding(found, in_form=True)
    assert "{a_draft} with two remarks in the margin</pre>" in render_finding(found, in_form=True)
    assert "<code>artefact</code> is missing." in render_finding(found, in_form=False)
    assert "artefact: &quot;{a_draft}" in render_finding(found, in_form=False)
    evil = finding("title", "title: <b>x</b>")
    assert "<b>" not in render_finding(evil, in_form=True) + render_finding(evil, in_form=False)


def test_minutes_by_share_add_up() -> None:
    assert split_minutes([0.24, 0.24, 0.28, 0.1, 0.14], 50) == [12, 12, 14, 5, 7]
    assert sum(split_minutes([1 / 3, 1 / 3, 1 / 3], 40)) == 40
