"""The page for leaders and what it is told from, from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DEMO, Run

HERE = ("--community", DEMO)
YEAR = ("--from", "2025-12-01", "--to", "2026-11-30")
FOR = ("--for", "Director of Digital")


def test_a_page_is_printed_with_the_words_behind_it(run_demo: Run) -> None:
    ran = run_demo("brief", *HERE, *FOR, *YEAR)
    assert ran.code == 0
    assert "What we set out to learn" in ran.out
    assert "What did not work, and what we do not know" in ran.out
    assert "“" in ran.out
    assert "Drafted by the playbook" in ran.err


def test_as_data_every_claim_has_its_evidence(run_demo: Run) -> None:
    data = run_demo("brief", *HERE, *FOR, *YEAR, "--json").data
    assert {"brief", "findings"} <= data.keys()
    sentences = [sentence for section in data["brief"]["sections"] for sentence in section["sentences"]]
    claims = [sentence for sentence in sentences if sentence["kind"] not in {"frame", "ask"}]
    assert len(claims) >= 5
    for claim in claims:
        assert claim["evidence"] or claim["counted"], claim["text"]
        for item in claim["evidence"]:
            assert {"quote", "note", "start", "end"} <= item.keys()


@pytest.mark.parametrize(("name", "begins"), [("b.md", b"#"), ("b.docx", b"PK"), ("b.pdf", b"%PDF"), ("b.pptx", b"PK")])
def test_it_is_written_in_the_form_that_the_name_asks_for(
    run_demo: Run, tmp_path: Path, name: str, begins: bytes
) -> None:
    out = tmp_path / name
    assert run_demo("brief", *HERE, *FOR, *YEAR, "--out", str(out)).code == 0
    assert out.read_bytes().startswith(begins)


def test_a_page_is_kept_looked_at_again_and_removed(run_demo: Run) -> None:
    assert "No brief is kept here." in run_demo("brief", *HERE, "--kept").out
    kept = run_demo("brief", *HERE, *FOR, *YEAR, "--keep", "--json").data["brief"]
    assert kept["id"] in run_demo("brief", *HERE, "--kept").out
    assert kept["title"] in run_demo("brief", *HERE, "--show", kept["id"]).out
    assert "Every quote stands in its note as it did." in run_demo("brief", *HERE, "--look-again", kept["id"]).out
    assert run_demo("brief", *HERE, "--forget", kept["id"]).code == 0
    missing = run_demo("brief", *HERE, "--show", kept["id"])
    assert missing.code != 0
    assert "There is no brief" in missing.err


@pytest.mark.parametrize(
    ("given", "says"),
    [
        ((), "Nobody is named to read it"),
        ((*FOR, "--from", "2026-05-01", "--to", "2026-04-01"), "Swap the two dates"),
        ((*FOR, "--from", "May"), "is not a day"),
        ((*FOR, "--out", "page.odt"), "says no form"),
        (("--kept", "--look-again", "x"), "--kept and --look-again are two things at once"),
    ],
)
def test_what_makes_no_sense_is_said_with_a_way_on(run_demo: Run, given: tuple[str, ...], says: str) -> None:
    ran = run_demo("brief", *HERE, *given)
    assert ran.code != 0
    assert says in ran.err


def test_a_question_is_answered_or_not(run_demo: Run) -> None:
    ran = run_demo("answer", "How should a delay be shown on a diagram?", *HERE, "--json").data
    assert ran["enough"]
    assert all(sentence["evidence"] for sentence in ran["sentences"] if sentence["kind"] != "count")
    nothing = run_demo("answer", "How much should we pay an outside agency to run usability testing?", *HERE)
    assert nothing.code == 0
    assert "not" in nothing.out.lower()


def test_outcomes_are_kept_judged_and_put_aside(run_demo: Run) -> None:
    keep = ("worth", *HERE, "--keep", "We want to be able to chair a short meeting.", "--sign", "We end on time.")
    kept = run_demo(*keep, "--json").data
    (sign,) = kept["signs"]
    seen = run_demo("worth", *HERE, "--seen", kept["id"], sign["id"], "--json").data
    assert seen["signs"][0]["seen"] == "seen"
    assert "seen" in run_demo("worth", *HERE, *YEAR).out
    ended = run_demo("worth", *HERE, "--stop", kept["id"], "It is done.", "--json").data
    assert ended["ended_why"] == "It is done."
    assert run_demo("worth", *HERE, "--remove", kept["id"]).code == 0
    assert "no outcome" in run_demo("worth", *HERE, "--remove", kept["id"]).err.lower()


def test_stages_are_questions_and_no_verdict(run_demo: Run) -> None:
    said = run_demo("worth", *HERE, "--stages").out
    assert "Forming" in said
    assert "?" in said


def test_stories_are_found_confirmed_and_removed(run_demo: Run) -> None:
    assert "A list that was in use all the time" in run_demo("stories", *HERE).out
    # What is told already is not found again.
    assert run_demo("stories", *HERE, "--remove", "demo-story-1").code == 0
    found = run_demo("stories", *HERE, "--find", "--json").data["stories"]
    assert found, "the demo's notes tell how one thing came of another"
    first = found[0]
    confirmed = run_demo("stories", *HERE, "--confirm", first["id"], "--json").data["stories"][0]
    assert confirmed["state"] == "confirmed"
    left = run_demo("stories", *HERE, "--find", "--json").data["stories"]
    assert first["id"] not in {story["id"] for story in left}
    assert run_demo("stories", *HERE, "--remove", confirmed["id"]).code == 0


def test_a_story_is_told_at_a_terminal_only(run_demo: Run) -> None:
    ran = run_demo("stories", *HERE, "--tell")
    assert ran.code != 0
    assert "at a terminal" in ran.err
