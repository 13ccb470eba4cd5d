"""What a host keeps for themselves, from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import DEMO, Run

HERE = ("--community", DEMO)


def test_what_is_done_already_is_kept_changed_and_taken_out(run_demo: Run) -> None:
    assert "Nothing yet." in run_demo("practice", "doing", *HERE).out

    kept = run_demo("practice", "doing", "--add", "We begin with a round.", *HERE)
    assert "We begin with a round." in kept.out
    assert "Only you see this" in kept.err
    (thing,) = run_demo("practice", "doing", *HERE, "--json").data["doing"]
    assert (thing["text"], thing["flopped"]) == ("We begin with a round.", False)

    changed = run_demo("practice", "doing", "--change", thing["id"], "We begin in pairs.", "--flopped", *HERE, "--json")
    assert (changed.data["text"], changed.data["flopped"], changed.data["at"]) == (
        "We begin in pairs.",
        True,
        thing["at"],
    )
    assert "You say that it did not work." in run_demo("practice", "doing", *HERE).out
    again = run_demo("practice", "doing", "--change", thing["id"], "We begin in threes.", *HERE, "--json")
    assert again.data["flopped"] is True

    assert "Taken out." in run_demo("practice", "doing", "--remove", thing["id"], *HERE).err
    assert run_demo("practice", "doing", *HERE, "--json").data == {"doing": []}


def test_an_experiment_is_begun_told_and_dropped(run_demo: Run) -> None:
    assert "Nothing yet." in run_demo("practice", "experiments", *HERE).out

    begin = ("practice", "experiments", "--begin", "In the next session I will wait ten seconds.")
    first = run_demo(*begin, "--due", "2026-12-01", *HERE, "--json").data
    assert (first["due"], first["state"]) == ("2026-12-01", "open")
    second = run_demo("practice", "experiments", "--begin", "I will ask in pairs.", *HERE, "--json").data
    assert "due 1 December 2026" in run_demo("practice", "experiments", *HERE).out

    tell = ("practice", "experiments", "--tell", first["id"], "Two people spoke.", "--learned", "Silence is work.")
    told = run_demo(*tell, *HERE)
    assert "What happened: Two people spoke." in told.out
    assert "What you take from it: Silence is work." in told.out
    assert run_demo("practice", "experiments", "--drop", second["id"], *HERE, "--json").data["state"] == "dropped"
    states = {
        item["id"]: item["state"] for item in run_demo("practice", "experiments", *HERE, "--json").data["experiments"]
    }
    assert states[first["id"]] == "told"
    assert states[second["id"]] == "dropped"
    assert "Taken out." in run_demo("practice", "experiments", "--remove", second["id"], *HERE).err
    assert second["id"] not in run_demo("practice", "experiments", *HERE).out


def test_a_journal_is_written_changed_and_read(run_demo: Run) -> None:
    assert "Nothing yet." in run_demo("practice", "journal", *HERE).out

    entry = run_demo("practice", "journal", "--write", "-", *HERE, "--json", stdin="I talked too much today.\n").data
    run_demo("practice", "journal", "--change", entry["id"], "I talked a lot today.", *HERE)
    assert "I talked a lot today." in run_demo("practice", "journal", *HERE).out
    assert run_demo("practice", "journal", "--remove", entry["id"], *HERE).code == 0
    assert run_demo("practice", "journal", *HERE, "--json").data == {"journal": []}


def test_ones_own_way_is_in_ones_own_words(run_demo: Run) -> None:
    assert "Nothing yet." in run_demo("practice", "growth", *HERE).out

    begun = run_demo("practice", "experiments", "--begin", "I will wait ten seconds.", *HERE, "--json").data
    run_demo("practice", "experiments", "--tell", begun["id"], "Two spoke.", "--learned", "Silence is work.", *HERE)
    run_demo("practice", "journal", "--write", "I talked a lot today.", *HERE)

    told = run_demo("practice", "growth", *HERE)
    for words in ("I will wait ten seconds.", "Silence is work.", "I talked a lot today."):
        assert words in told.out
    assert "Only you see this" in told.err
    assert {moment["what"] for moment in run_demo("practice", "growth", *HERE, "--json").data["moments"]} >= {
        "learned",
        "wrote",
    }


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("doing", "--remove", "nothing"), "nothing"),
        (("doing", "--change", "nothing", "Words"), "nothing"),
        (("doing", "--add", "One", "--remove", "x"), "--add and --remove are two things at once."),
        (("doing", "--flopped"), "--flopped goes with --add or --change."),
        (("doing", "--add", "  "), ""),
        (("experiments", "--begin", "Wait", "--due", "soon"), "“soon” is not a day."),
        (("experiments", "--due", "2026-12-01"), "--due goes with --begin."),
        (("experiments", "--drop", "x", "--learned", "y"), "--learned goes with --tell."),
        (("experiments", "--tell", "nothing", "It went well."), "nothing"),
        (("experiments", "--drop", "nothing"), "nothing"),
        (("experiments", "--remove", "nothing"), "nothing"),
        (("journal", "--remove", "nothing"), "nothing"),
        (("journal", "--change", "nothing", "Words"), "nothing"),
        (("journal", "--thread", "x"), "--thread goes with --write."),
        (("journal", "--write", ""), ""),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(run_demo: Run, arguments: tuple[str, ...], says: str) -> None:
    ran = run_demo("practice", *arguments, *HERE)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) == 2
