"""Proposing outcomes on the command line."""

from __future__ import annotations

from .conftest import DEMO, Run

HERE = ("--community", DEMO)


def test_outcomes_come_as_data_with_everything_a_page_needs(run_demo: Run) -> None:
    data = run_demo("outcomes", *HERE, "--count", "3", "--json").data

    assert data["enough"] is True
    assert len(data["outcomes"]) == 3
    for outcome in data["outcomes"]:
        assert {"text", "level", "sign", "because", "ways_in", "citations", "findings", "notes"} <= outcome.keys()
        for citation in outcome["citations"]:
            note = run_demo("show", citation["note"], *HERE, "--json").data
            assert note["text"][citation["start"] : citation["end"]] == citation["quote"]


def test_outcomes_read_as_a_person_would_put_them_on_the_table(run_demo: Run) -> None:
    ran = run_demo("outcomes", *HERE, "--about", "refusal letters")

    assert ran.code == 0
    assert ran.out.count("We want to be able to ") >= 1
    assert "refusal" in ran.out
    assert "We'd notice it because" in ran.out
    assert "S1" in ran.out


def test_too_little_is_an_answer_with_three_questions(run: Run) -> None:
    run("create", "New", "--json")

    ran = run("outcomes", "--community", "New")

    assert ran.code == 0
    assert ran.out.count("? ") >= 3


def test_two_are_too_few_to_choose_from(run_demo: Run) -> None:
    assert run_demo("outcomes", *HERE, "--count", "2").code == 2
