from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from coach.checks import check_outcome, check_plan, check_review, derive_alignment
from coach.models import Access, SessionPlan, Severity
from coach.playbook import load_playbook
from tests.checks.examples import GOOD, NOTES, changed, codes

LEXICON = load_playbook().lexicon
BARE = {
    "minutes": 60,
    "people": 10,
    "outcomes": [{"text": "We want to be able to map complex systems"}],
    "parts": [
        {"kind": "activity", "id": "x", "title": "Guest speaker on systems mapping", "minutes": 45},
        {"kind": "activity", "id": "y", "title": "Q&A", "minutes": 15},
    ],
}
SETTINGS = settings(
    derandomize=True, deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow], database=None
)
WORDS = st.one_of(
    st.text(max_size=40),
    st.sampled_from(
        ["map complex systems", "We want to be able to map", "(S1)", "“we wait” (S1)", "”", "\x00", "quiz", "1–5"]
    ),
)
MINUTES = st.integers(min_value=0, max_value=10**6)
IDS = st.sampled_from(["o1", "a", "b", "r", "", "ß"])
STEPS = st.lists(
    st.fixed_dictionaries(
        {"minutes": MINUTES, "who": WORDS, "does": WORDS},
        optional={
            "one_voice": st.booleans(),
            "doing": st.sampled_from(["listening", "talking", "making", "reviewing", "open"]),
            "citations": st.lists(IDS, max_size=2),
        },
    ),
    max_size=3,
)
FIELDS = {
    "steps": STEPS,
    "citations": st.lists(IDS, max_size=2),
    "prompt": WORDS,
    "outcome_ids": st.lists(IDS, max_size=2),
    "activity_ids": st.lists(IDS, max_size=2),
    "what_members_do": WORDS,
    "real_work": WORDS,
    "artefact": WORDS,
    "looks_at": WORDS,
    "compares": WORDS,
    "prompts": st.lists(WORDS, max_size=8),
    "roles": st.fixed_dictionaries({}, optional={"newcomer": WORDS, "expert": WORDS}),
    "everyone_by_minute": st.none() | st.integers(),
    "level": st.none() | st.sampled_from(["remember", "create"]),
}
PARTS = st.fixed_dictionaries(
    {
        "kind": st.sampled_from(["opening", "activity", "review", "capture", "open", "break"]),
        "id": IDS,
        "title": WORDS,
        "minutes": MINUTES,
    },
    optional=FIELDS,
)
LINKS = st.fixed_dictionaries(
    {"kind": st.sampled_from(["outcome_activity", "activity_review", "outcome_review"]), "source": IDS, "target": IDS},
    optional={"strength": st.integers(0, 2), "reason": WORDS},
)
CITATIONS = st.fixed_dictionaries(
    {
        "label": st.sampled_from(["S1", "S2", ""]),
        "quote": WORDS,
        "note": WORDS,
        "start": st.integers(),
        "end": st.integers(),
    },
    optional={"note_id": st.sampled_from(["", "n1"])},
)
PLANS = st.fixed_dictionaries(
    {
        "minutes": st.integers(min_value=1, max_value=10**6),
        "people": st.integers(min_value=1, max_value=10**6),
        "outcomes": st.lists(
            st.fixed_dictionaries(
                {"text": WORDS},
                optional={"id": IDS, "verb": WORDS, "object": WORDS, "level": st.sampled_from(["analyse"])},
            ),
            min_size=1,
            max_size=3,
        ),
        "parts": st.lists(PARTS, min_size=1, max_size=5),
    },
    optional={
        "links": st.lists(LINKS, max_size=4),
        "citations": st.lists(CITATIONS, max_size=3),
        "mode": st.sampled_from(["in_person", "online", "hybrid"]),
        "facilitation": st.lists(WORDS, max_size=2),
        "influences": st.lists(st.fixed_dictionaries({"label": IDS, "part": IDS, "change": WORDS}), max_size=2),
    },
)


@SETTINGS
@given(raw=PLANS, notes=st.none() | st.dictionaries(st.sampled_from(["n1", "a.md", ""]), WORDS, max_size=2))
def test_never_raises_on_a_valid_plan_and_always_says_what_to_do(raw, notes):
    plan = SessionPlan.model_validate(raw)
    found = check_plan(plan, lexicon=LEXICON, note_texts=notes)
    assert found == check_plan(plan, lexicon=LEXICON, note_texts=notes)
    assert len(set(found.findings)) == len(found.findings)
    assert all(finding.message and finding.why and finding.way_forward for finding in found.findings)
    assert found.ok is all(finding.severity is Severity.QUESTION for finding in found.findings)
    assert sum(finding.severity is Severity.QUESTION for finding in found.findings) <= 5
    assert all(0 <= alignment.total <= 6 for alignment in derive_alignment(plan, LEXICON))


@SETTINGS
@given(text=WORDS, prompts=st.lists(WORDS, max_size=8), outcome=st.none() | WORDS)
def test_never_raises_on_any_words(text, prompts, outcome):
    assert check_outcome(text, LEXICON)
    assert check_review(prompts, LEXICON, outcome).findings


def test_the_good_plan_is_ready_and_leaves_five_questions():
    found = check_plan(GOOD, lexicon=LEXICON, note_texts=NOTES)
    assert found.ok
    assert [finding.check for finding in found.findings] == ["O8", "O5", "O4", "A2", "A4"]


def test_a_bare_plan_of_another_product_gets_findings_of_every_kind():
    found = check_plan(SessionPlan.model_validate(BARE | {"their_own_field": {"a": 1}}), lexicon=LEXICON)
    assert not found.ok
    assert codes(found) == {
        *("O-A", "A-R", "O-R", "S1", "S3", "S5", "S6", "S7", "S8", "S9", "O4", "O6", "X5"),
        *("A1", "A2", "A3", "A4", "A5"),
    }


def test_findings_come_in_the_order_of_the_plan_and_the_whole_last():
    found = check_plan(SessionPlan.model_validate(BARE), lexicon=LEXICON).findings
    order = list(dict.fromkeys(finding.where for finding in found))
    assert order == ["o1", "x", "y", "plan"]
    assert found[0].severity is Severity.STOP


def test_a_question_is_not_asked_where_the_same_thing_is_to_be_mended():
    found = check_plan(SessionPlan.model_validate(BARE), lexicon=LEXICON).findings
    assert [finding.severity for finding in found if (finding.check, finding.where) == ("A2", "x")] == [Severity.MEND]


def test_questions_alone_do_not_stand_in_the_way():
    found = check_plan(GOOD, lexicon=LEXICON, note_texts=NOTES)
    assert {finding.severity for finding in found.findings} == {Severity.QUESTION}


@pytest.mark.parametrize("sign", ["", "We'd notice it in the planning meeting."])
def test_the_sign_is_asked_for_or_asked_about(sign):
    outcome = GOOD.outcomes[0].model_dump() | {"sign": sign}
    [asked] = [item for item in check_plan(changed(outcomes=[outcome]), lexicon=LEXICON).findings if item.check == "O4"]
    assert ("Would two members agree" in asked.message) is bool(sign)


def test_findings_speak_kindly():
    found = check_plan(SessionPlan.model_validate(BARE), lexicon=LEXICON).findings
    words = " ".join(f"{item.message} {item.why} {item.way_forward}" for item in found).lower()
    assert "!" not in words
    assert not {"fail", "failed", "error", "invalid", "wrong answer", "must"} & set(words.split())


def test_a_plan_of_twice_the_same_parts_still_makes_one_list(check):
    found = check(changed(parts=[part.model_dump() for part in (*GOOD.parts, *GOOD.parts)], minutes=180))
    assert codes(found) == {"S8"}
    assert len(set(found.findings)) == len(found.findings)


def test_two_hundred_outcomes_get_one_answer_that_can_be_used():
    many = [{"id": f"o{place}", "text": "We want to be able to map complex systems"} for place in range(199)]
    found = check_plan(changed(outcomes=[*many, {"id": "last", "text": "We want to pass the exam"}]), lexicon=LEXICON)
    assert "200 outcomes" in next(item.message for item in found.findings if item.check == "O7")
    assert {item.where for item in found.findings if item.check == "X1"} == {"last"}
    assert len(found.findings) < 30


def test_three_outcomes_are_no_crowd():
    three = [GOOD.outcomes[0].model_dump() | {"id": f"o{place}"} for place in range(3)]
    assert "O7" not in codes(check_plan(changed(outcomes=three), lexicon=LEXICON))


def test_asking_what_people_need_to_take_part_forces_nobody() -> None:
    plan = GOOD.model_copy(update={"access": Access(before=("Ask what people need to take part.",), during=("x",))})

    found = check_plan(plan, lexicon=LEXICON).findings

    assert not [item for item in found if "need to take part" in item.message]
