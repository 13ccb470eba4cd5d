"""Every sentence of the playbook is held to the craft."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import pytest

from coach.models import Cue, Level, Mode, Tone, VerbFamily
from coach.playbook import Lexicon, Playbook, Wording, load_playbook, parse_outcome, to_wording
from coach.playbook.schema import Pattern, Protocol
from tests.playbook.lint import (
    doing_share,
    find_faults,
    find_testing,
    longest_voice,
    shared_runs,
    texts_of,
)
from tests.playbook.outcomes import VARIED

PLAYBOOK = load_playbook()
PATTERNS = [pytest.param(item, id=item.id) for item in PLAYBOOK.patterns]
PROTOCOLS = [pytest.param(item, id=item.id) for item in PLAYBOOK.protocols]
SESSION = PLAYBOOK.session
ENTRIES: dict[str, Any] = {item.id: item for item in PLAYBOOK.patterns}
ENTRIES |= {item.id: item for item in PLAYBOOK.protocols}
ENTRIES |= {item.id: item for item in SESSION.openings}
ENTRIES |= {item.id: item for item in SESSION.captures}
ENTRIES |= {item.id: item for item in SESSION.open_slots}
ENTRIES["around"] = [
    getattr(SESSION, name) for name in type(SESSION).model_fields if name not in {"openings", "captures", "open_slots"}
]
WORDINGS = {text: to_wording(parse_outcome(text, PLAYBOOK.lexicon)) for text in VARIED}


@pytest.mark.parametrize("name", ENTRIES)
def test_every_text_reads_well_for_every_outcome(name: str) -> None:
    faults = [
        f"{where}: {fault}"
        for where, text in texts_of(ENTRIES[name])
        for wording in WORDINGS.values()
        for fault in find_faults(text, wording)
    ]

    assert faults == []


@pytest.mark.parametrize("name", ENTRIES)
def test_no_text_makes_people_feel_tested(name: str) -> None:
    assert [hit for _, text in texts_of(ENTRIES[name]) for hit in find_testing(text)] == []


def test_no_two_entries_say_the_same_thing() -> None:
    assert shared_runs(ENTRIES) == []


def test_slots_stand_only_where_the_drafter_fills_them() -> None:
    raw = ["break_text", "access_before", "access_during", "access_after", "hybrid", "facilitation", "three_questions"]

    assert [text for name in raw for _, text in texts_of(getattr(SESSION, name)) if "{" in text] == []


@pytest.mark.parametrize("pattern", PATTERNS)
def test_members_do_the_outcome_and_leave_something_concrete(pattern: Pattern) -> None:
    assert pattern.what_members_do.startswith("{do}")
    assert "{do}" in pattern.real_work
    assert "{a_draft}" in pattern.artefact
    assert "{doing}" in pattern.reason
    assert any("{do}" in step.does for step in pattern.steps) or pattern.id == "the-step-you-skip"


@pytest.mark.parametrize("pattern", PATTERNS)
def test_members_are_active_and_no_voice_goes_on(pattern: Pattern) -> None:
    assert doing_share(pattern.steps) >= 0.5
    assert longest_voice(pattern.steps, pattern.minutes.max) <= 10


@pytest.mark.parametrize("pattern", PATTERNS)
def test_the_last_step_asks_from_facts_to_a_decision(pattern: Pattern) -> None:
    last = pattern.steps[-1].does
    questions = re.findall(r"[^.?!]*\?", last)
    decision = re.search(
        r"\b(?:write|choose|agree|decide|keep|pick|say|copy out|names one|who (?:takes|starts))\b", last, re.I
    )

    assert len(questions) >= 3
    assert any("{doing}" in question for question in questions[1:]), "the meaning question is about the outcome"
    assert decision, "it ends on what people will do"


@pytest.mark.parametrize("pattern", PATTERNS)
def test_there_is_something_different_to_do_for_everyone(pattern: Pattern) -> None:
    roles = [pattern.roles.newcomer, pattern.roles.regular, pattern.roles.expert]

    assert len(set(roles)) == 3
    assert not re.search(r"\b(?:observe|just watch|shadow|sit in)\b", pattern.roles.newcomer, re.I)
    assert min(len(role.split()) for role in roles) >= 10


@pytest.mark.parametrize("pattern", PATTERNS)
def test_what_the_community_said_can_change_it(pattern: Pattern) -> None:
    assert 3 <= len(pattern.take_up) <= 5
    assert len({item.cue for item in pattern.take_up}) == len(pattern.take_up)
    for item in pattern.take_up:
        assert "{quote}" in item.text
        assert "({label})" in item.text
        assert not re.search(r"[“”]", item.text), "the quote brings its own quotation marks"


def test_every_cue_is_taken_up_more_than_once() -> None:
    cues = [item.cue for pattern in PLAYBOOK.patterns for item in pattern.take_up]

    assert all(cues.count(cue) >= 2 for cue in Cue)


def test_patterns_cover_verbs_levels_sizes_and_times() -> None:
    patterns = PLAYBOOK.patterns

    assert len(patterns) >= 12
    for family in VerbFamily:
        assert sum(family in item.families for item in patterns) >= 3 or family is VerbFamily.DECIDE
    assert {level for item in patterns for level in item.levels} >= set(Level) - {Level.REMEMBER}
    assert sum(item.people.max >= 60 for item in patterns) >= 4
    assert sum(item.people.min <= 2 for item in patterns) >= 3
    assert {item.people.small_group for item in patterns} >= {2, 3, 4, 5}
    assert min(item.minutes.min for item in patterns) <= 20
    assert max(item.minutes.max for item in patterns) >= 90


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("family", list(VerbFamily))
@pytest.mark.parametrize("people", [2, 6, 14, 40, 60])
def test_there_is_a_pattern_and_a_protocol_for_every_group(mode: Mode, family: VerbFamily, people: int) -> None:
    def fits(item: Pattern | Protocol) -> bool:
        return mode in item.modes and family in item.families and item.people.min <= people <= item.people.max

    assert any(fits(item) for item in PLAYBOOK.protocols)
    assert any(fits(item) for item in PLAYBOOK.patterns if not getattr(item, "needs_expert", False))


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_reviews_ask_about_the_outcome_and_end_with_a_next_try(protocol: Protocol) -> None:
    texts = [prompt.text for prompt in protocol.prompts]

    # Said once in full, and pointed back to from then on: a question read aloud must not limp.
    assert sum(bool(re.search(r"\{(?:do|doing|topic)\}", text)) for text in texts) >= 2
    assert all(re.search(r"\{(?:do|doing|topic|draft)\}|\bit\b", text) for text in texts)
    assert all(text.endswith("?") for text in texts)
    assert not any(re.search(r"\d|%|\b(?:one|two|three|four|five) to (?:five|ten)\b", text) for text in texts)
    assert not any(re.search(r"\b(?:are|were) you (?:good|bad|confident|able)\b", text, re.I) for text in texts)
    assert protocol.prompts[-1].tone is Tone.NEXT
    assert any(prompt.tone is Tone.BEFORE for prompt in protocol.prompts)


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_reviews_look_at_the_work_and_stay_short(protocol: Protocol) -> None:
    assert "{draft}" in protocol.reason_work
    assert "{doing}" in protocol.reason_outcome
    assert protocol.minutes.max <= 25
    assert longest_voice(protocol.steps, protocol.minutes.max) <= 10
    assert any("{draft}" in text for _, text in texts_of(protocol.steps)) or "work" in protocol.steps[0].does


def test_protocols_cover_what_was_asked_of_them() -> None:
    protocols = {item.id: item for item in PLAYBOOK.protocols}

    assert sum("start" in item.compares or "open" in item.compares for item in protocols.values()) >= 1
    assert any("second" in item.compares for item in protocols.values())
    assert any("silence" in item.title for item in protocols.values())
    assert any(item.people.min == 2 and item.minutes.best == 10 for item in protocols.values())
    assert any(item.people.max >= 200 for item in protocols.values())


@pytest.mark.parametrize("opening", [pytest.param(item, id=item.id) for item in SESSION.openings])
def test_openings_leave_a_written_sentence_in_time(opening: object) -> None:
    item = next(entry for entry in SESSION.openings if entry is opening)

    assert item.minutes.max <= 10
    assert re.search(r"\{(?:do|doing)\}", item.prompt)
    assert any(step.doing == "making" for step in item.steps)
    assert abs(sum(step.share for step in item.steps) - 1) < 1e-6


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("people", [2, 8, 40, 120, 200])
def test_there_is_an_opening_for_every_group(mode: Mode, people: int) -> None:
    assert any(mode in item.modes and item.people.min <= people <= item.people.max for item in SESSION.openings)


@pytest.mark.parametrize("mode", list(Mode))
def test_there_is_a_way_to_keep_something_with_consent(mode: Mode) -> None:
    captures = [item for item in SESSION.captures if mode in item.modes]

    assert captures
    assert all(re.search(r"\b(?:no|not|without|among us)\b", item.consent, re.I) for item in captures)


def test_verbs_have_nouns_that_can_be_spoken_of(lexicon: Lexicon) -> None:
    rows = [*lexicon.verbs.values(), *chain.from_iterable(lexicon.senses.values())]

    assert len(rows) >= 170
    for row in rows:
        assert not re.match(r"(?:an?|the) ", row.artefact), row.verb
        assert len(row.short.split()) <= 3, row.verb
        assert row.short.split()[0] in row.artefact, row.verb
    assert {row.family for row in rows} == set(VerbFamily)


def test_vague_verbs_offer_doings_that_the_lexicon_knows(lexicon: Lexicon) -> None:
    assert len(lexicon.vague) >= 25
    for item in lexicon.vague.values():
        assert item.ask.endswith((".", "?"))
        assert 2 <= len(item.instead) <= 4
        assert all(verb in lexicon.verbs for verb in item.instead), item.verb
        assert item.verb not in lexicon.verbs, item.verb


def test_the_linter_sees_what_it_should(playbook: Playbook) -> None:
    wording = next(iter(WORDINGS.values()))

    assert find_faults("Make a {topic} and an map.", wording)
    assert find_faults("Try to to {do}.", wording)
    assert find_faults("Look at the  {draft}.", wording)
    assert find_faults("Start here. then {do}.", wording)
    assert find_faults("Share your the {draft}.", wording)
    assert find_testing("Score the {draft} out of ten.") == ["Score"]
    assert shared_runs({"a": ["one two three four five six"], "b": ["zero one two three four five"]})
    assert shared_runs({"a": ["one two {do} three four five"], "b": ["one two {do} three four five"]}) == []
    assert isinstance(wording, Wording)
