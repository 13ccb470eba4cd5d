"""Notes in and out again, as a person does it on the command line."""

from __future__ import annotations

from pathlib import Path

from .conftest import Run

HERE = ("--community", "Circle")


def test_a_folder_goes_in_and_a_second_run_writes_nothing(run: Run, folder: Path) -> None:
    first = run("ingest", str(folder), *HERE, "--json").data
    second = run("ingest", str(folder), *HERE, "--json").data

    assert (first["added"], first["changed"], first["removed"], first["unchanged"]) == (3, 0, 0, 0)
    assert [item["path"] for item in first["skipped"]] == ["photo.png"]
    assert first["skipped"][0]["reason"]
    assert first["embedded"] == first["chunks"] > 0
    assert (second["added"], second["unchanged"], second["chunks"], second["embedded"]) == (0, 3, 0, 0)
    assert second["run_id"] == ""


def test_changes_and_removals_are_told_apart_and_undone(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE)
    before = run("show", "2026-03-12-retro.md", *HERE).out
    (folder / "2026-03-12-retro.md").write_text("# Retro, 12 March 2026\n\nAll new words here.\n", encoding="utf-8")
    (folder / "letters.html").unlink()
    (folder / "new.md").write_text("A new note about mapping.\n", encoding="utf-8")

    report = run("ingest", str(folder), *HERE, "--json").data
    assert (report["added"], report["changed"], report["removed"], report["unchanged"]) == (1, 1, 1, 1)

    undone = run("undo", *HERE, "--json").data
    assert undone["taken_out"] == 2
    assert undone["put_back"] == 2
    assert run("show", "2026-03-12-retro.md", *HERE).out == before
    assert {item["path"] for item in run("notes", *HERE, "--json").data["notes"]} == {
        "2026-03-12-retro.md",
        "2026-04/call.txt",
        "letters.html",
    }
    assert run("undo", *HERE, "--json").data["taken_out"] == 3
    nothing = run("undo", *HERE)
    assert nothing.code == 2
    assert "no ingest to take back" in nothing.err


def test_more_than_half_gone_stops_and_asks(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE)
    (folder / "letters.html").unlink()
    (folder / "2026-04" / "call.txt").unlink()

    asked = run("ingest", str(folder), *HERE, "--json")
    assert asked.code == 2
    assert asked.data["error"]["kind"] == "TooMuchWouldGo"
    assert len(run("notes", *HERE, "--json").data["notes"]) == 3

    assert run("ingest", str(folder), *HERE, "--allow-removal", "--json").data["removed"] == 2


def test_another_folder_of_the_same_name_removes_nothing(run: Run, folder: Path, tmp_path: Path) -> None:
    run("ingest", str(folder), *HERE)
    other = tmp_path / "elsewhere" / "notes"
    other.mkdir(parents=True)
    (other / "one.md").write_text("Something else entirely.\n", encoding="utf-8")

    report = run("ingest", str(other), *HERE, "--json").data

    assert (report["added"], report["removed"]) == (1, 0)
    assert report["source"] == "elsewhere/notes"


def test_what_a_person_said_about_a_note_outlives_its_next_version(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE, "--consent", "never")
    (folder / "2026-04" / "call.txt").write_text("New words.\n", encoding="utf-8")
    run("ingest", str(folder), *HERE)

    consents = {item["path"]: item["consent"] for item in run("notes", *HERE, "--json").data["notes"]}
    assert set(consents.values()) == {"never"}


def test_dates_say_where_they_came_from(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE)

    dates = {item["path"]: item["date"] for item in run("notes", *HERE, "--json").data["notes"]}

    assert dates["2026-03-12-retro.md"] == {"day": "2026-03-12", "precision": "day", "source": "heading"}
    assert dates["2026-04/call.txt"] == {"day": "2026-04-01", "precision": "month", "source": "folder"}
    assert dates["letters.html"] == {"day": None, "precision": None, "source": "none"}


def test_one_line_after_a_meeting_is_kept_and_found(run: Run) -> None:
    kept = run("jot", "Nobody could hear the people on the call until half past.", *HERE, "--json").data
    again = run("jot", "-", *HERE, "--json", stdin="Second thought about sound.\n").data

    assert kept["added"] == again["added"] == 1
    notes = run("notes", *HERE, "--json").data["notes"]
    assert {item["date"]["source"] for item in notes} == {"person"}
    assert "could hear" in run("find", "was the sound on the call all right?", *HERE).out


def test_bad_folders_change_nothing_and_say_what_to_do(run: Run, tmp_path: Path) -> None:
    empty = tmp_path / "empty"
    empty.mkdir()
    for place in (empty, tmp_path / "missing"):
        ran = run("ingest", str(place), *HERE, "--json")
        assert ran.code == 2
        assert ran.data["error"]["kind"] == "NothingToRead"
        assert ran.data["error"]["next_step"]


def test_a_five_megabyte_note_is_left_out_with_a_reason(run: Run, folder: Path) -> None:
    (folder / "huge.md").write_text("word " * 1_000_000, encoding="utf-8")

    report = run("ingest", str(folder), *HERE, "--json").data

    reasons = {item["path"]: item["reason"] for item in report["skipped"]}
    assert report["added"] == 3
    assert "MB" in reasons["huge.md"]


def test_a_community_and_its_notes_go_with_one_command(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE)

    asked = run("remove", "Circle")
    assert asked.code == 2
    assert "--yes" in asked.err
    assert run("remove", "Circle", "--yes").code == 0

    assert run("communities", "--json").data == {"communities": []}
    assert run("notes", *HERE).code == 2
    assert (folder / "letters.html").exists()


def test_rights_given_again_are_given_to_what_is_there(run: Run, folder: Path) -> None:
    run("ingest", str(folder), *HERE)

    assert run("ingest", str(folder), *HERE, "--consent", "never", "--json").data["unchanged"] == 3

    listed = run("notes", *HERE, "--json").data["notes"]
    assert {(item["consent"], item["visibility"]) for item in listed} == {("never", "members")}


def test_a_failed_ingest_leaves_no_empty_community_behind(run: Run, tmp_path: Path) -> None:
    assert run("ingest", str(tmp_path / "missing"), "--community", "Typo").code == 2
    assert run("jot", "  ", "--community", "Typo").code == 2

    assert run("communities", "--json").data == {"communities": []}


def test_half_a_character_is_kept_as_a_question_mark(run: Run) -> None:
    kept = run("jot", "A broken sign \udcff in the middle of a thought", *HERE, "--json")

    assert kept.data["added"] == 1
    assert run("create", "N\udcff").code == 2


def test_the_way_to_take_a_jotting_back_is_said_in_full(run: Run) -> None:
    said = run("jot", "A thought about sound", *HERE).out

    assert '`coach undo --community "Circle"`' in said
