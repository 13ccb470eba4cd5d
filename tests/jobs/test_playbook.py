"""The playbook through the front door: browsing it, adding to it, planning with what was added."""

from __future__ import annotations

import re

import pytest

from coach.errors import BadPattern, BadRequest, NotAllowed, UnknownCommunity, UnknownPattern
from coach.models import (
    Activity,
    Actor,
    Level,
    Mode,
    Pattern,
    PlanRequest,
    PlanResult,
    PlaybookQuery,
    SeriesRequest,
    Severity,
    TextNote,
    VerbFamily,
)
from coach.playbook.own import TEMPLATE

from .conftest import Bench

ID = "the-wall-of-half-finished-letters"
MAP = "We want to be able to map a service that crosses team boundaries"
SLOT = re.compile(r"\{[a-z_]*\}")
STRANGER = Actor(id="stranger", name="Sam")
MARKED = TEMPLATE.replace("Lay out your piece as it is", "Lay <b>out</b> | your [piece](javascript:x) as it is")


def activities(result: PlanResult) -> list[Activity]:
    return [part for part in result.plan.parts if isinstance(part, Activity)]


def test_the_library_is_what_comes_with_the_product(bench: Bench) -> None:
    library = bench.coach.playbook()

    assert len(library.patterns) >= 12
    assert len(library.protocols) >= 5
    assert len(library.openings) >= 4


def test_an_own_pattern_is_listed_first_with_who_added_it(bench: Bench) -> None:
    coach = bench.coach
    added = coach.add_pattern("circle", TEMPLATE, credit="Nell's aunt")

    listed = coach.patterns("Circle")

    first = listed.patterns[0]
    assert (first.own, first.pattern.id, first.added_by, first.text) == (True, ID, "You", TEMPLATE)
    assert first.pattern.credit == "Nell's aunt"
    assert first.added_at is not None
    assert added.listed == first
    assert not added.replaced
    assert [item.own for item in listed.patterns].count(True) == 1
    assert len(listed.patterns) == len(coach.playbook().patterns) + 1
    assert listed.findings == ()


def test_adding_the_same_again_replaces_and_removing_brings_nothing_back(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", TEMPLATE)
    second = TEMPLATE.replace("minutes: 25", "minutes: 35")

    assert coach.add_pattern("Circle", second).replaced
    assert coach.entry(ID, "Circle").text == second
    gone = coach.remove_pattern("Circle", ID)

    assert gone is not None
    assert gone.text == second
    with pytest.raises(UnknownPattern):
        coach.entry(ID, "Circle")
    with pytest.raises(UnknownPattern):
        coach.remove_pattern("Circle", ID)


def test_what_cannot_be_drafted_with_is_not_kept(bench: Bench) -> None:
    coach = bench.coach

    with pytest.raises(BadPattern, match=r"steps\[1\]|Nobody fills \{people\}") as caught:
        coach.add_pattern("Circle", TEMPLATE.replace("and {do}.", "and {people}."))

    assert "Nothing was added" in caught.value.message
    assert caught.value.next_step
    assert not any(item.own for item in coach.patterns("Circle").patterns)


def test_a_pattern_of_the_playbook_cannot_be_removed_or_replaced(bench: Bench) -> None:
    with pytest.raises(UnknownPattern, match="stays"):
        bench.coach.remove_pattern("Circle", "teach-it-on")
    with pytest.raises(BadPattern, match="already"):
        bench.coach.add_pattern("Circle", f"{TEMPLATE}\nid: teach-it-on\n")


def test_other_communities_and_other_people_see_nothing_of_it(bench: Bench) -> None:
    coach = bench.coach
    coach.create_community("Other")
    coach.add_pattern("Circle", TEMPLATE)

    assert not any(item.own for item in coach.patterns("Other").patterns)
    assert not any(item.own for item in coach.patterns("Circle", actor=STRANGER).patterns)
    with pytest.raises(NotAllowed):
        coach.add_pattern("Circle", TEMPLATE, actor=STRANGER)
    with pytest.raises(NotAllowed):
        coach.remove_pattern("Circle", ID, actor=STRANGER)
    with pytest.raises(UnknownCommunity):
        coach.patterns("Nowhere")
    with pytest.raises(BadRequest):
        coach.plan("Other", PlanRequest(outcomes=(MAP,), patterns=(ID,)))


def test_reading_keeps_nothing(bench: Bench) -> None:
    read = bench.coach.read_pattern(bench.coach.pattern_template())

    assert read.usable
    assert all(item.severity is Severity.QUESTION for item in read.findings)
    assert not any(item.own for item in bench.coach.patterns("Circle").patterns)


def test_browsing_finds_what_fits(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", f"{TEMPLATE}people: 5 to 6\nminutes: 10 to 12\nfamilies: [operate]\nlevels: [apply]\n")
    query = PlaybookQuery(
        kind="pattern", does=VerbFamily.OPERATE, level=Level.APPLY, minutes=11, people=5, mode=Mode.IN_PERSON
    )

    assert coach.browse(query, "Circle")[0].entry.id == ID
    assert all(not item.own for item in coach.browse(query))
    for other in ({"minutes": 13}, {"people": 7}, {"does": VerbFamily.RELATE}, {"level": Level.CREATE}):
        found = coach.browse(query.model_copy(update=other), "Circle")
        assert ID not in {item.entry.id for item in found}
    kinds = [item.kind for item in coach.browse(name="Circle")]
    assert kinds == sorted(kinds, key=["pattern", "protocol", "opening"].index)
    assert {item.kind for item in coach.browse(PlaybookQuery(does=VerbFamily.DECIDE))} == {
        "pattern",
        "protocol",
        "opening",
    }


def test_an_unknown_entry_is_answered_with_what_is_near(bench: Bench) -> None:
    with pytest.raises(UnknownPattern, match="teach-it-onn") as caught:
        bench.coach.entry("teach-it-onn")

    assert "teach-it-on," in caught.value.next_step or "teach-it-on." in caught.value.next_step


# -- planning --------------------------------------------------------------------------------------
def test_a_plan_uses_the_pattern_that_was_asked_for(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", TEMPLATE)

    for seed in range(2):
        result = coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,), seed=seed))
        assert activities(result)[0].pattern == ID
        assert [item for item in result.findings if item.severity is Severity.STOP] == []
        assert sum(part.minutes for part in result.plan.parts) == 90
    assert activities(coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=("teach-it-on",))))[0].pattern == (
        "teach-it-on"
    )


def test_own_patterns_are_chosen_by_fit_like_any_other(bench: Bench) -> None:
    coach = bench.coach
    fits = "people: 12 to 12\nminutes: 44 to 48\nfamilies: [make]\ngood_for: [map a service that crosses teams]\n"
    coach.add_pattern("Circle", TEMPLATE + fits)
    chosen = {
        activity.pattern
        for seed in range(6)
        for activity in activities(coach.plan("Circle", PlanRequest(outcomes=(MAP,), seed=seed)))
    }

    assert ID in chosen


def test_an_own_pattern_listens_to_the_notes(bench: Bench) -> None:
    coach = bench.coach
    words = "I got stuck when I tried to map a service that crosses team boundaries, because nobody owns the edges."
    coach.add_texts("Circle", [TextNote(text=words, title="Retro")])
    coach.add_pattern("Circle", TEMPLATE)

    result = coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,)))

    assert any("I got stuck when" in step.does for step in activities(result)[0].steps)


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({"mode": Mode.ONLINE}, "meeting in person"),
        ({"people": 30}, "4 to 24 people"),
        ({"outcomes": ("We want to be able to design a new intake form",)}, "“analyse”"),
        ({"minutes": 45}, "at least 35 minutes"),
        ({"patterns": ("nowhere",)}, "no pattern with the id 'nowhere'"),
        ({"patterns": (ID, ID, ID, ID)}, "You asked for 4 patterns"),
        ({"experts": 0}, ""),
    ],
)
def test_a_pattern_that_cannot_be_run_is_refused_with_the_reason(
    bench: Bench, fields: dict[str, object], says: str
) -> None:
    coach = bench.coach
    coach.add_pattern(
        "Circle", f"{TEMPLATE}people: 4 to 24\nmodes: in_person\nlevels: [apply, analyse]\nminutes: 35 to 60\n"
    )
    request = PlanRequest.model_validate({"outcomes": (MAP,), "patterns": (ID,), **fields})
    if not says:
        assert activities(coach.plan("Circle", request))
        return

    with pytest.raises(BadRequest) as caught:
        coach.plan("Circle", request)

    assert says in caught.value.message
    assert caught.value.next_step


def test_a_session_that_is_long_enough_is_named(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", f"{TEMPLATE}minutes: 35 to 60\nlevels: [create]\n")
    with pytest.raises(BadRequest) as caught:
        coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,), minutes=45))
    minutes = int("".join(char for char in caught.value.next_step if char.isdigit()))

    result = coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,), minutes=minutes))

    assert activities(result)[0].minutes >= 35
    with pytest.raises(BadRequest):
        coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,), minutes=minutes - 5))


def test_experts_that_a_pattern_stands_on_have_to_be_there(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", f"{TEMPLATE}needs_experts: one\n")
    request = PlanRequest(outcomes=(MAP,), patterns=(ID,))

    with pytest.raises(BadRequest, match="know this well"):
        coach.plan("Circle", request)
    assert activities(coach.plan("Circle", request.model_copy(update={"experts": 1})))[0].pattern == ID


def test_in_a_series_the_wish_is_for_the_first_session(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", TEMPLATE)
    request = SeriesRequest(session=PlanRequest(outcomes=(MAP,), patterns=(ID,)), sessions=3)

    first, *later = coach.plan_series("Circle", request).sessions

    assert any(isinstance(part, Activity) and part.pattern == ID for part in first.plan.parts)
    assert all(part.pattern != ID for item in later for part in item.plan.parts if isinstance(part, Activity))


@pytest.mark.parametrize("steps", [1, 2, 12])
def test_few_and_many_steps_can_be_planned(bench: Bench, steps: int) -> None:
    head, _, tail = TEMPLATE.partition("steps:\n")
    lines = "".join(f'  - {{who: pairs, minutes: 5, does: "Now {{do}}, part {place}."}}\n' for place in range(steps))
    text = f"{head}steps:\n{lines}\nroles:{tail.partition('roles:')[2]}minutes: {{min: 1, best: 40, max: 90}}\n"
    bench.coach.add_pattern("Circle", text)

    for minutes in (30, 90):
        result = bench.coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,), minutes=minutes))
        activity = activities(result)[0]
        assert len(activity.steps) == steps
        assert sum(step.minutes for step in activity.steps) == activity.minutes


def test_markup_in_a_pattern_is_shown_and_not_meant(bench: Bench) -> None:
    coach = bench.coach
    coach.add_pattern("Circle", MARKED)
    plan = coach.plan("Circle", PlanRequest(outcomes=(MAP,), patterns=(ID,))).plan

    shown = coach.render_markdown(plan)

    assert "Lay \\<b\\>out\\</b\\> \\| your \\[piece\\](javascript:x)" in shown
    for page in (coach.render_handout(plan), coach.render_run_sheet(plan), coach.render_cards(plan)):
        assert "<b>out</b>" not in page


def test_what_nobody_can_see_is_not_kept(bench: Bench) -> None:
    added = bench.coach.add_pattern("Circle", f"\ufeff{TEMPLATE}\x00# \u202edone\ud800")

    assert added.listed.text == f"{TEMPLATE}# done?"


def test_a_kept_text_that_reads_no_more_is_said_and_left_out(bench: Bench) -> None:
    coach = bench.coach
    community = coach.community("Circle")
    bench.store.patterns(community.id, Actor()).add("old", "title: Only a title", "")

    listed = coach.patterns("Circle")

    assert not any(item.own for item in listed.patterns)
    assert [item.where for item in listed.findings] == ["old"]
    assert "cannot be read any more" in listed.findings[0].message
    assert activities(coach.plan("Circle", PlanRequest(outcomes=(MAP,))))
    assert coach.remove_pattern("Circle", "old") is None
    assert coach.patterns("Circle").findings == ()


# -- reading an entry ------------------------------------------------------------------------------
def test_an_entry_is_shown_for_an_outcome_without_a_slot_left(bench: Bench) -> None:
    assert SLOT.search(bench.coach.entry("teach-it-on").entry.model_dump_json())
    for item in bench.coach.browse():
        shown = bench.coach.show_entry(item.entry.id, MAP)

        assert not SLOT.search(shown.entry.model_dump_json())
        assert (shown.kind, shown.entry.id, shown.entry.minutes) == (item.kind, item.entry.id, item.entry.minutes)
        assert [step.doing for step in shown.entry.steps] == [step.doing for step in item.entry.steps]


def test_the_doing_is_said_in_full_once_and_in_few_words_from_then_on(bench: Bench) -> None:
    coach = bench.coach
    again = TEMPLATE.replace("Lay out your piece as it is", "See how others {do}, and lay out your piece")
    coach.add_pattern("Circle", again)

    shown = coach.show_entry(ID, MAP, "Circle").entry

    assert isinstance(shown, Pattern)
    assert shown.what_members_do.startswith("map a service that crosses team boundaries, in pairs")
    assert "map a service that crosses team boundaries, and" in shown.steps[0].does
    assert "pieces and map a service. Whoever" in shown.steps[1].does
    assert "about mapping a service?" in shown.steps[2].does


def test_a_bare_doing_will_do_and_what_is_only_read_can_be_shown_too(bench: Bench) -> None:
    coach = bench.coach
    read = coach.read_pattern(TEMPLATE)
    assert read.pattern is not None

    shown = coach.show_pattern(read.pattern, "write letters").entry

    assert isinstance(shown, Pattern)
    assert shown.what_members_do.startswith("write letters, in pairs")
    assert shown.credit == read.pattern.credit
    assert not any(item.own for item in coach.patterns("Circle").patterns)
    with pytest.raises(UnknownPattern):
        coach.show_entry("nowhere", MAP)
