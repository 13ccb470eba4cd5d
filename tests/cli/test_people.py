"""The list of people from the command line."""

from __future__ import annotations

from tests.cli.conftest import DEMO, Run

HERE = ("--community", DEMO)


def test_people_are_added_listed_and_removed(run_demo: Run) -> None:
    for row in run_demo("people", *HERE, "--json").data["people"]:  # the demo comes with its fictional people
        run_demo("people", "remove", row["name"], *HERE)
    assert "Nobody is on the list" in run_demo("people", *HERE).out

    added = run_demo("people", "add", "Amina Yusuf", "--alias", "Mina", "--alias", "@amina", *HERE)
    assert added.out.startswith("Amina Yusuf  (also Mina, @amina)\n")
    assert run_demo("people", *HERE).out == "Amina Yusuf  (also Mina, @amina)\n"
    listed = run_demo("people", *HERE, "--json").data["people"]
    assert [(row["name"], row["aliases"]) for row in listed] == [("Amina Yusuf", ["Mina", "@amina"])]

    assert "Amina Yusuf is off the list" in run_demo("people", "remove", "mina", *HERE).out
    assert run_demo("people", *HERE, "--json").data == {"people": []}


def test_what_cannot_be_done_is_said_in_two_lines(run_demo: Run) -> None:
    for arguments, says in (
        (("people", "add", "gwen", *HERE), "gwen is on the list already."),
        (("people", "remove", "Nemo", *HERE), "Nemo is not on the list of Service Design Circle."),
        (("people",), "Whose people? No community was named."),
    ):
        ran = run_demo(*arguments)
        assert (ran.code, ran.out) == (2, "")
        assert ran.err.splitlines()[0] == says


def test_noticed_names_are_shown_until_they_are_on_the_list(run_demo: Run) -> None:
    for name in ("Gwen", "Siân", "Tomasz", "Alison", "Ruth"):
        run_demo("people", "remove", name, *HERE)
    rows = {row["name"]: row["notes"] for row in run_demo("people", "noticed", *HERE, "--json").data["noticed"]}
    assert rows["Gwen"] > 5
    assert {"Siân", "Tomasz", "Alison"} <= rows.keys()

    run_demo("people", "add", "Gwen", *HERE)
    text = run_demo("people", "noticed", *HERE).out
    assert "Gwen" not in text
    assert "Ruth  (2 notes)\n" in text
