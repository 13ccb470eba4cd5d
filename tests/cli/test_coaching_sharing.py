"""Contacts and lessons from the command line."""

from __future__ import annotations

import pytest

from tests.cli.conftest import DEMO, Run

HERE = ("--community", DEMO)
TRIED = "Gwen of the Service Design Circle asked everybody to write first."
WRITE = (
    *("lessons", "write", "--situation", "silence-after-a-question", "--setting", "Twelve, online"),
    *("--tried", TRIED, "--happened", "Nine wrote, and four spoke."),
)


def test_contacts_are_named_listed_and_taken_out(run_demo: Run) -> None:
    assert "has named nobody" in run_demo("contacts", *HERE).out

    run_demo("contacts", "add", "People team", "--reach", "people@example.org", *HERE)
    ran = run_demo(
        "contacts", "add", "Helpline", "--reach", "0800 000 000", "--for", "distress", "--for", "self_harm", *HERE
    )
    assert ran.out == "People team: people@example.org  (everything)\nHelpline: 0800 000 000  (distress, self harm)\n"
    rows = run_demo("contacts", *HERE, "--json").data["contacts"]
    assert [(row["who"], row["matters"]) for row in rows] == [
        ("People team", []),
        ("Helpline", ["distress", "self_harm"]),
    ]

    run_demo("contacts", "remove", "people TEAM", *HERE)
    run_demo("contacts", "remove", rows[1]["id"], *HERE)
    assert run_demo("contacts", *HERE, "--json").data == {"contacts": []}


def test_a_lesson_is_shown_without_names_before_it_is_shared(run_demo: Run) -> None:
    run_demo("create", "Elsewhere")
    lesson = run_demo(*WRITE, *HERE, "--json").data["id"]

    shown = run_demo("lessons", "share", lesson, *HERE)
    assert "asked everybody to write first." in shown.out
    assert "Gwen" not in shown.out
    assert DEMO not in shown.out
    assert "Not shared." in shown.err
    assert run_demo("lessons", "elsewhere", "--community", "Elsewhere", "--json").data == {"lessons": []}

    said = run_demo("lessons", "share", lesson, "--yes", "--setting", "A dozen, online", *HERE, "--json").data
    assert (said["is_shared"], said["lesson"]["setting"]) == (True, "A dozen, online")
    there = run_demo("lessons", "elsewhere", "--community", "Elsewhere")
    assert "From another community" in there.out
    assert "A dozen, online" in there.out
    assert "Gwen" not in there.out
    assert TRIED in " ".join(run_demo("lessons", *HERE).out.split())

    on_this = ("--situation", "silence-after-a-question", "--community", "Elsewhere", "--json")
    assert len(run_demo("lessons", "elsewhere", *on_this).data["lessons"]) == 1
    other = ("--situation", "tears", "--community", "Elsewhere", "--json")
    assert run_demo("lessons", "elsewhere", *other).data == {"lessons": []}

    assert "Not shared any more." in run_demo("lessons", "withdraw", lesson, *HERE).out
    assert run_demo("lessons", "elsewhere", "--community", "Elsewhere", "--json").data == {"lessons": []}
    assert run_demo("lessons", "remove", lesson, *HERE).code == 0
    assert "None yet." in run_demo("lessons", *HERE).out


def test_beside_json_nothing_is_shared_unasked(run_demo: Run) -> None:
    lesson = run_demo(*WRITE, *HERE, "--json").data["id"]

    data = run_demo("lessons", "share", lesson, *HERE, "--json").data

    assert data["is_shared"] is False
    assert run_demo("lessons", *HERE, "--json").data["lessons"][0]["shared"] is None


def test_a_name_put_back_by_hand_is_not_shared(run_demo: Run) -> None:
    lesson = run_demo(*WRITE, *HERE, "--json").data["id"]

    ran = run_demo("lessons", "share", lesson, "--yes", "--tried", "Gwen asked everybody to write.", *HERE, "--json")

    assert ran.code == 2
    assert "Gwen" in ran.data["error"]["message"]
    assert run_demo("lessons", *HERE, "--json").data["lessons"][0]["shared"] is None


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (("contacts",), "Whose contacts? No community was named."),
        (("contacts", "remove", "Nemo", *HERE), "Nemo is not among the contacts of Service Design Circle."),
        (("contacts", "add", " ", "--reach", "x", *HERE), ""),
        (("lessons",), "Whose lessons? No community was named."),
        (("lessons", "share", "nothing", *HERE), "nothing"),
        (("lessons", "withdraw", "nothing", *HERE), "nothing"),
        (("lessons", "remove", "nothing", *HERE), "nothing"),
        (("lessons", "elsewhere", "--situation", "nowhere", *HERE), "nowhere"),
        (("lessons", "write", "--situation", "nowhere", "--tried", "x", "--happened", "y", *HERE), "nowhere"),
        (("lessons", "write", "--situation", "tears", "--tried", "", "--happened", "y", *HERE), ""),
    ],
)
def test_what_cannot_be_done_is_said_with_what_to_do(run_demo: Run, arguments: tuple[str, ...], says: str) -> None:
    ran = run_demo(*arguments)

    assert (ran.code, ran.out) == (2, "")
    assert says in ran.err.splitlines()[0]
    assert len(ran.err.splitlines()) == 2
