"""Every sentence of the playbook is held to the craft, by the same linter that communities use."""

from __future__ import annotations

import re
from itertools import chain
from typing import Any

import pytest

from coach.models import Cue, Level, Mode, VerbFamily
from coach.playbook import Lexicon, load_playbook
from coach.playbook.lint import entries_of, lint_pattern, lint_playbook, lint_protocol
from coach.playbook.lint_wording import find_faults, find_testing, sample_wordings, shared_runs, texts_of
from coach.playbook.schema import OpeningEntry, Pattern, Protocol
from tests.playbook.outcomes import VARIED

PLAYBOOK = load_playbook()
SESSION = PLAYBOOK.session
ENTRIES: dict[str, Any] = entries_of(PLAYBOOK)
PATTERNS = [pytest.param(item, id=item.id) for item in PLAYBOOK.patterns]
PROTOCOLS = [pytest.param(item, id=item.id) for item in PLAYBOOK.protocols]
AROUND = sorted(ENTRIES.keys() - {item.id for item in PLAYBOOK.patterns} - {item.id for item in PLAYBOOK.protocols})


@pytest.mark.parametrize("pattern", PATTERNS)
def test_every_pattern_holds_for_every_outcome(pattern: Pattern) -> None:
    assert lint_pattern(pattern, PLAYBOOK, built_in=True, outcomes=VARIED) == ()


@pytest.mark.parametrize("protocol", PROTOCOLS)
def test_every_protocol_holds_for_every_outcome(protocol: Protocol) -> None:
    assert lint_protocol(protocol, PLAYBOOK, outcomes=VARIED) == ()


@pytest.mark.parametrize("name", AROUND)
def test_every_text_around_them_reads_well_for_every_outcome(name: str) -> None:
    wordings = sample_wordings(PLAYBOOK.lexicon, VARIED)
    texts = list(texts_of(ENTRIES[name]))

    assert [fault for _, text in texts for wording in wordings for fault in find_faults(text, wording)] == []
    assert [hit for _, text in texts for hit in find_testing(text)] == []


def test_the_playbook_as_a_whole_is_clean() -> None:
    assert [f"{item.check} {item.where}: {item.message}" for item in lint_playbook(PLAYBOOK)] == []


def test_no_two_entries_say_the_same_thing() -> None:
    assert shared_runs(ENTRIES) == []


def test_every_cue_is_taken_up_more_than_once() -> None:
    cues = [item.cue for pattern in PLAYBOOK.patterns for item in pattern.take_up]

    assert all(cues.count(cue) >= 2 for cue in Cue)


def test_patterns_cover_verbs_levels_sizes_and_times() -> None:
    patterns = PLAYBOOK.patterns

    assert len(patterns) >= 12
    for family in VerbFamily:
        assert sum(family in item.families for item in patterns) >= 3
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
    assert any(fits(item) for item in PLAYBOOK.patterns if item.needs_experts == "no")


def test_protocols_cover_what_was_asked_of_them() -> None:
    protocols = PLAYBOOK.protocols

    assert any("start" in item.compares or "open" in item.compares for item in protocols)
    assert any("second" in item.compares for item in protocols)
    assert any("silence" in item.title for item in protocols)
    assert any(item.people.min == 2 and item.minutes.best == 10 for item in protocols)
    assert any(item.people.max >= 200 for item in protocols)


@pytest.mark.parametrize("opening", [pytest.param(item, id=item.id) for item in SESSION.openings])
def test_openings_leave_a_written_sentence_in_time(opening: OpeningEntry) -> None:
    assert opening.minutes.max <= 10
    assert re.search(r"\{(?:do|doing)\}", opening.prompt)
    assert any(step.doing == "making" for step in opening.steps)
    assert abs(sum(step.share for step in opening.steps) - 1) < 1e-6


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("people", [2, 8, 40, 120, 200])
def test_there_is_an_opening_for_every_group(mode: Mode, people: int) -> None:
    assert any(mode in item.modes and item.people.min <= people <= item.people.max for item in SESSION.openings)


@pytest.mark.parametrize("mode", list(Mode))
def test_there_is_a_way_to_keep_something_with_consent(mode: Mode) -> None:
    captures = [item for item in SESSION.captures if mode in item.modes]

    assert captures
    assert all(re.search(r"\b(?:no|not|without|among us)\b", item.consent, re.IGNORECASE) for item in captures)


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
