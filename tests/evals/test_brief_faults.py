"""Planted faults: good briefs are good, each fault is one thing wrong, and what is caught or missed is counted so."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence

import pytest

from coach.checks.brief import BriefGround
from coach.errors import BadInput
from coach.models import Brief, Consent, Finding, Severity, Visibility
from evals.brief.faults.building import FOLDER, make, read_bases, read_faults, show
from evals.brief.faults.grounding import lay_ground
from evals.brief.faults.run import measure_faults
from evals.brief.faults.shape import BaseBrief, BaseNote, Fault, FaultKind
from evals.brief.recounting import find_loose, find_uncounted, read_numbers

BASES, FAULTS = read_bases(), read_faults()
_EVERY_BASE = pytest.mark.parametrize("name", BASES)
# The fresh ones stay as written: three are a line or two over a page, two say “two minds” or “three questions”.
_TIDIED_BASE = pytest.mark.parametrize("name", read_bases(FOLDER))


def flat(text: str) -> str:
    return " ".join(text.split())


# -- good briefs ---------------------------------------------------------------------------------------
def test_there_are_a_dozen_trades():
    assert len(BASES) >= 12
    assert len({base.community for base in BASES.values()}) == len(BASES)


@_EVERY_BASE
def test_a_good_brief_quotes_what_stands_in_notes_that_may_be_quoted(name):
    made = make(BASES[name])
    notes = {note.id: note for note in made.base.notes}
    for sentence in made.brief.sentences():
        assert not list(find_loose(sentence)), sentence.id
        assert sentence.evidence or sentence.counted or not sentence.kind.is_claim
        for item in sentence.evidence:
            note = notes[item.note_id]
            assert note.text[item.start : item.end] == item.quote
            assert note.visibility is not Visibility.ONLY_ME
            assert note.consent is Consent.ANYWHERE or (
                note.consent is Consent.INSIDE and made.base.circle == "inside"
            ), sentence.id
            assert note.consent is Consent.ANYWHERE or not any(person in item.shown for person in made.base.names)


@_TIDIED_BASE
def test_a_good_brief_counts_right_and_fits_on_a_page(name):
    made = make(BASES[name])
    sessions = sum(note.meeting for note in made.base.notes)
    for sentence in made.brief.sentences():
        assert not find_uncounted(sentence), sentence.text
        for counted in sentence.counted:
            assert counted.says in sentence.text
            assert len({item.note_id for item in counted.items}) == counted.number
            assert counted.of in (None, sessions)
            assert {counted.number, counted.of or counted.number} <= set(read_numbers(counted.says))
    told = {outcome.id for outcome in made.outcomes}
    assert {item.outcome_id for sentence in made.brief.sentences() for item in sentence.evidence} <= told | {""}
    assert len(" ".join(sentence.text for sentence in made.brief.sentences()).split()) < 450


# -- faults --------------------------------------------------------------------------------------------
def test_every_fault_has_an_id_of_its_own_and_of_its_kind():
    ids = Counter(fault.id for fault in FAULTS)
    assert all(count == 1 for count in ids.values())
    assert all(fault.id.startswith(f"{fault.kind.value}-") for fault in FAULTS)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_a_fault_is_in_one_sentence(fault):
    base = BASES[fault.base]
    good, faulty = make(base).brief, make(base, fault).brief
    assert len([item for item in faulty.sentences() if item not in good.sentences()]) == 1
    assert len(faulty.sentences()) == len(good.sentences()) + (fault.section is not None)


@pytest.mark.parametrize("fault", FAULTS, ids=lambda fault: fault.id)
def test_only_a_stitched_quote_stands_nowhere(fault):
    made = make(BASES[fault.base], fault)
    notes = {note.id: flat(note.text) for note in made.base.notes}
    stands = [flat(item.quote) in notes[item.note_id] for each in made.brief.sentences() for item in each.evidence]
    assert all(stands) or fault.kind is FaultKind.STITCHED_QUOTE


def test_a_fault_that_fits_nowhere_is_refused():
    there = FAULTS[0].model_copy(update={"sentence": "can_now-40", "section": None})
    with pytest.raises(BadInput, match="does not fit"):
        make(BASES[there.base], there)
    nowhere = there.model_copy(update={"sentence": "can_now-1", "put": {"evidence": [{"note": "n99", "quote": "x"}]}})
    with pytest.raises(BadInput, match="no note"):
        make(BASES[nowhere.base], nowhere)


def test_names_are_shown_only_where_a_note_may_be_quoted_anywhere():
    note = BASES["bakers"].notes[0]
    assert isinstance(note, BaseNote)
    assert show("Ilse said so", note, ["Ilse"]) == "[somebody] said so"
    assert show("Ilse said so", note.model_copy(update={"consent": Consent.ANYWHERE}), ["Ilse"]) == "Ilse said so"


def test_the_notes_that_may_not_be_used_are_known_to_the_checks_as_such():
    ground = lay_ground(make(BASES["bakers"]))
    assert ground.notes["n6"].visibility is Visibility.ONLY_ME
    assert ground.notes["n7"].consent is Consent.NEVER
    assert len(ground.sessions) == 5


# -- counting ------------------------------------------------------------------------------------------
def stop(where: str, check: str = "L2", severity: Severity = Severity.STOP) -> Finding:
    return Finding(check=check, severity=severity, where=where, message="m", why="w", way_forward="f")


def fault(name: str, kind: FaultKind = FaultKind.CAUSE) -> Fault:
    return Fault(id=name, kind=kind, base="bakers", says="s", sentence="can_now-1", put={"text": f"{name} {{0}}."})


def measure(told: Mapping[str, Sequence[Finding]], *faults: Fault) -> str:
    """Measure with a check that stops what contains a word."""

    def check(brief: Brief, ground: BriefGround) -> Sequence[Finding]:
        text = " ".join(sentence.text for sentence in brief.sentences())
        return [finding for word, found in told.items() if word in text for finding in found]

    base: dict[str, BaseBrief] = {"bakers": BASES["bakers"]}
    found = measure_faults(base, faults, check)
    return "\n".join(f"{table.title}: {'; '.join(' | '.join(row) for row in table.rows)}" for table in found.tables())


def test_what_stops_counts_as_caught_and_the_rest_is_shown():
    told = measure({"blame": [stop("can_now-1", "L6")], "praise": [stop("can_now-1", "L6", Severity.MEND)]},
                   fault("blame"), fault("praise"))  # fmt: skip
    assert "cause | 1 of 2 | 0.50 [0.09, 0.91] | L6 1" in told
    assert "Missed: praise | s | praise “I no longer set a timer" in told
    assert told.splitlines()[1].endswith("| L6")
    assert "on 0 of 13 claims, on 0 of 1 good briefs" in told


def test_what_stops_a_good_brief_is_a_false_alarm_and_catches_nothing():
    told = measure({"The second wish": [stop("set_out-2")]}, fault("blame"))
    assert "cause | 0 of 1" in told
    assert "False alarms: on 1 of 13 claims, on 1 of 1 good briefs: bakers | L2 | set_out-2 | m" in told
