"""What makes hosting hard, from the command line."""

from __future__ import annotations

from tests.cli.conftest import Run


def test_situations_are_listed_by_when_they_are_felt(run: Run) -> None:
    told = run("playbook", "hard").out
    assert told.index("Before a session") < told.index("During a session") < told.index("After a session")
    assert "two-experts-duel" in told
    assert len(run("playbook", "hard", "--json").data["situations"]) >= 45


def test_a_situation_comes_with_words_to_say(run: Run) -> None:
    told = run("playbook", "hard", "two-experts-duel").out
    assert "A question to begin with:" in told
    assert "Say: “" in told
    assert "If it does not land:" in told
    data = run("playbook", "hard", "two-experts-duel", "--json").data
    assert [move["id"] for move in data["moves"]][: len(data["situation"]["moves"])] == data["situation"]["moves"]


def test_what_is_more_than_a_host_can_carry_says_so_first(run: Run) -> None:
    told = run("playbook", "hard", "tears").out
    assert told.index("more than a host can carry") < told.index("Say: “")


def test_an_unknown_one_says_where_to_look(run: Run) -> None:
    ran = run("playbook", "hard", "nowhere")
    assert ran.code == 2
    assert "coach playbook hard" in ran.err
