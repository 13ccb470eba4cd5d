"""Looking through the playbook and adding to it, as a person does it on the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from .conftest import DEMO, Run

ID = "the-wall-of-half-finished-letters"
OUTCOME = "We want to be able to map a service that crosses team boundaries"


@pytest.fixture
def file(run: Run, tmp_path: Path) -> Path:
    """The template, saved."""
    path = tmp_path / "ours.yaml"
    path.write_text(run("playbook", "template").out, encoding="utf-8")
    return path


def test_listing_narrows_to_what_fits(run: Run) -> None:
    everything = run("playbook", "list", "--json").data["entries"]
    some = run(
        "playbook", "list", "--kind", "pattern", "--does", "decide", "--level", "evaluate", "--minutes", "30",
        "--people", "8", "--mode", "in-person", "--json",
    ).data["entries"]  # fmt: skip

    assert {item["kind"] for item in everything} == {"pattern", "protocol", "opening"}
    assert 0 < len(some) < len(everything)
    for item in some:
        assert item["kind"] == "pattern"
        assert "decide" in item["families"]
        assert "evaluate" in item["levels"]
        assert item["minutes"]["min"] <= 30 <= item["minutes"]["max"]
        assert item["people"]["min"] <= 8 <= item["people"]["max"]
        assert "in_person" in item["modes"]
    assert len(run("playbook", "list").out.splitlines()) == len(everything)
    assert "Leave one of the options out" in run("playbook", "list", "--minutes", "479").out


@pytest.mark.parametrize("kind", ["pattern", "protocol", "opening"])
def test_every_entry_can_be_shown(run: Run, kind: str) -> None:
    for item in run("playbook", "list", "--kind", kind, "--json").data["entries"][:3]:
        shown = run("playbook", "show", item["id"])
        assert (shown.code, shown.err) == (0, "")
        assert shown.out.startswith(item["title"])
        assert "1. " in shown.out
    data = run("playbook", "show", item["id"], "--json").data
    assert data["entry"]["id"] == data["id"] == item["id"]


def test_an_unknown_entry_is_no_stack_trace(run: Run) -> None:
    shown = run("playbook", "show", "teach-it-onn", "--json")

    assert shown.code == 2
    assert shown.data["error"]["kind"] == "UnknownPattern"
    assert "teach-it-on" in shown.data["error"]["next_step"]


def test_adding_planning_replacing_and_removing(run_demo: Run, file: Path) -> None:
    here = ("--community", DEMO)
    added = run_demo("playbook", "add", str(file), *here, "--credit", "Nell's aunt", "--json").data

    assert (added["id"], added["replaced"], added["credit"], added["added_by"]) == (ID, False, "Nell's aunt", "You")
    first, *others = run_demo("playbook", "list", *here, "--json").data["entries"]
    assert (first["id"], first["own"], first["credit"]) == (ID, True, "Nell's aunt")
    assert not any(item["own"] for item in others)
    assert "Added by You" in run_demo("playbook", "show", ID, *here).out

    plan = run_demo("plan", *here, "--outcome", OUTCOME, "--pattern", ID, "--json").data["plan"]
    assert next(part for part in plan["parts"] if part["kind"] == "activity")["pattern"] == ID

    assert "in the place of the earlier one" in run_demo("playbook", "add", str(file), *here).out
    gone = run_demo("playbook", "remove", ID, *here)
    assert "Earlier versions do not come back" in gone.out
    assert run_demo("playbook", "remove", ID, *here).code == 2
    assert run_demo("plan", *here, "--outcome", OUTCOME, "--pattern", ID).code == 2


def test_a_removed_community_and_its_patterns_are_gone(run_demo: Run, file: Path) -> None:
    run_demo("playbook", "add", str(file), "--community", DEMO)
    assert run_demo("remove", DEMO, "--yes").code == 0
    run_demo("create", DEMO)

    assert not any(item["own"] for item in run_demo("playbook", "list", "--community", DEMO, "--json").data["entries"])


def test_checking_says_all_there_is_to_mend(run: Run, file: Path) -> None:
    good = run("playbook", "check", str(file), "--json")
    assert (good.code, good.data["usable"], good.data["pattern"]["id"]) == (0, True, ID)
    file.write_text("titel: A ring\nsteps: talk\n", encoding="utf-8")

    bad = run("playbook", "check", str(file), "--json").data

    assert (bad["usable"], bad["pattern"]) == (False, None)
    assert {"titel", "what_members_do", "roles", "artefact"} <= {item["where"] for item in bad["findings"]}
    told = run("playbook", "check", str(file)).out
    assert told.startswith("No plan can use this yet.")
    assert "Did you mean `title`?" in told
    assert run("playbook", "check", "-", stdin="title: A ring").out.startswith("No plan can use this yet.")


def test_two_hundred_files_take_one_line_each(run: Run, tmp_path: Path) -> None:
    folder = tmp_path / "many"
    (folder / "inner").mkdir(parents=True)
    template = run("playbook", "template").out
    for place in range(198):
        (folder / f"{place:03}.yaml").write_text(template.replace("{do}", "{do}" if place % 2 else "{doo}"), "utf-8")
    (folder / "inner" / "broken.yml").write_bytes(b"\xff\xfe\x00 title")
    (folder / "inner" / "empty.yaml").write_text("")
    (folder / "readme.txt").write_text("not a pattern")

    checked = run("playbook", "check", str(folder))

    lines = checked.out.splitlines()
    assert checked.code == 0
    assert len(lines) == 201
    assert lines[-1] == "99 of 200 can be used as they are."
    assert "Nobody fills {doo}" in lines[0]
    assert "more)" in lines[0]
    assert lines[1].startswith("✓ 001.yaml  The wall")
    assert "UTF-8" in lines[198]
    data = run("playbook", "check", str(folder), "--json").data
    assert (data["ok"], data["usable"], len(data["files"])) == (False, 99, 200)
    assert data["files"][0]["file"] == "000.yaml"


@pytest.mark.parametrize("name", ["nowhere.yaml", "empty"])
def test_a_path_that_leads_nowhere_is_said(run: Run, tmp_path: Path, name: str) -> None:
    (tmp_path / "empty").mkdir()
    ran = run("playbook", "check", str(tmp_path / name))

    assert ran.code == 2
    assert name in ran.err


def test_what_cannot_be_drafted_with_is_not_added(run_demo: Run, file: Path) -> None:
    file.write_text(file.read_text("utf-8").replace("newcomer:", "visitor:"), encoding="utf-8")

    ran = run_demo("playbook", "add", str(file), "--community", DEMO, "--json")

    assert ran.code == 2
    assert ran.data["error"]["kind"] == "BadPattern"
    assert "Nothing was added" in ran.data["error"]["message"]
    assert run_demo("playbook", "list", "--community", DEMO, "--json").data["entries"][0]["own"] is False
