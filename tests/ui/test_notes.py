"""Bringing notes, watching and stopping it, taking it back, and reading what is there."""

from __future__ import annotations

from pathlib import Path
from threading import Event

from coach.models import Consent, TextNote, Visibility
from tests.ui.conftest import finish, go_to, keys, open_page, press, said
from tests.ui.fake_coach import DEMO, FakeCoach

WORK = f"local-owner/{DEMO.name}"
JOTTING = f"{DEMO.name}/notes.jotting"


def test_the_notes_are_listed_with_date_and_where_it_came_from(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    assert "3 notes, newest first" in said(at)
    assert "12 Mar 2026, date from the file name · demo notes › 2026-03-12-retro.md" in said(at)
    assert "undated · demo notes › letters.html" in said(at)


def test_the_search_narrows_the_list(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_input(key=f"{DEMO.name}/notes.search").set_value("RETRO").run()
    assert "1 of 3 notes fit" in said(at)
    assert "letters.html" not in said(at)


def test_a_jotting_is_kept_and_can_be_taken_back(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=f"{DEMO.name}/notes.jotting").set_value("Ask Gwen about the dead inbox").run()
    press(at, "keep-jotting")
    finish(at, WORK)
    assert "From jottings: 1 added." in said(at)
    assert at.text_area(key=f"{DEMO.name}/notes.jotting").value == ""
    press(at, "take-back")
    assert "Taken back: 1 note from jottings went away again." in said(at)
    assert len(demo_coach.shelf[DEMO.name]) == 3


def test_new_notes_are_for_members_unless_a_person_says_otherwise(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=f"{DEMO.name}/notes.jotting").set_value("Between us").run()
    at.get_by_key("jot-visibility").set_value(Visibility.ONLY_ME).run()
    at.get_by_key("jot-consent").set_value(Consent.NEVER).run()
    press(at, "keep-jotting")
    finish(at, WORK)
    kept = [note for note in demo_coach.shelf[DEMO.name].values() if note.source == "jottings"]
    assert [(note.visibility, note.consent) for note in kept] == [(Visibility.ONLY_ME, Consent.NEVER)]
    others = [note for note in demo_coach.shelf[DEMO.name].values() if note.source != "jottings"]
    assert {(note.visibility, note.consent) for note in others} == {(Visibility.MEMBERS, Consent.INSIDE)}


def test_files_are_uploaded_and_the_empty_one_is_left_out_with_a_reason(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    uploader = at.file_uploader[0]
    uploader.upload("café.md", "# Café\nThey said so.".encode())
    uploader.upload("empty.md", b"")
    uploader.upload("picture.md", b"\x89PNG\0")
    at.run()
    press(at, "bring-files")
    finish(at, WORK)
    assert "From uploads: 1 added. 2 files left out." in said(at)
    assert "<code>empty.md</code> It is empty." in said(at)
    assert "<code>picture.md</code> It is not text." in said(at)
    assert "Café" in [note.title for note in demo_coach.shelf[DEMO.name].values()]
    assert at.file_uploader[0].value == []


def test_when_no_file_can_be_read_each_still_gets_its_reason(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.file_uploader[0].upload("picture.md", b"\x89PNG\0").run()
    finish(press(at, "bring-files"), WORK)
    assert "From uploads: Nothing new. 1 file left out." in said(at)
    assert "<code>picture.md</code> It is not text." in said(at)
    assert "take-back" not in keys(at)


def test_a_second_jotting_typed_while_the_first_is_still_on_show_is_kept(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=JOTTING).set_value("The first thought").run()
    finish(press(at, "keep-jotting"), WORK)
    assert at.text_area(key=JOTTING).value == ""
    at.text_area(key=JOTTING).set_value("The second thought").run()
    assert at.text_area(key=JOTTING).value == "The second thought"
    press(at, "put-away-outcome")
    assert at.text_area(key=JOTTING).value == "The second thought"


def test_words_typed_on_while_the_first_ones_are_being_kept_stay(demo_coach: FakeCoach) -> None:
    demo_coach.go_on = Event()
    at = open_page("notes")
    at.text_area(key=JOTTING).set_value("The first thought").run()
    press(at, "keep-jotting")
    at.text_area(key=JOTTING).set_value("The first thought, and a second").run()
    demo_coach.go_on.set()
    finish(at, WORK)
    assert "From jottings: 1 added." in said(at)
    assert at.text_area(key=JOTTING).value == "The first thought, and a second"


def test_a_jotting_that_was_not_added_stays_in_the_box(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    for _ in range(2):
        at.text_area(key=JOTTING).set_value("The same thought").run()
        finish(press(at, "keep-jotting"), WORK)
    assert "From jottings: 1 unchanged." in said(at)
    assert at.text_area(key=JOTTING).value == "The same thought"


def test_what_somebody_else_brought_since_is_not_taken_back(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=JOTTING).set_value("Mine").run()
    finish(press(at, "keep-jotting"), WORK)
    demo_coach.add_texts(DEMO.name, [TextNote(text="Theirs", source="uploads")])
    press(at, "take-back")
    assert "Something else was taken in since. Look at the notes first." in said(at)
    assert not at.error
    assert len(demo_coach.shelf[DEMO.name]) == 5


def test_what_is_handed_in_while_something_else_comes_in_waits_and_is_not_lost(
    demo_coach: FakeCoach, tmp_path: Path
) -> None:
    (tmp_path / "one.md").write_text("# A note\nWords.", encoding="utf-8")
    demo_coach.go_on = Event()
    other, at = open_page("notes"), open_page("notes")
    at.file_uploader[0].upload("two.md", b"# Two\nMore words.").run()
    at.text_area(key=JOTTING).set_value("A third").run()
    other.text_input(key=f"{DEMO.name}/notes.folder").set_value(str(tmp_path)).run()
    press(other, "bring-folder")
    for button in ("bring-files", "keep-jotting"):
        press(at, button)
        assert said(at).count("Something is still being taken in here; this will wait until it is done.") == 1
    assert [file.name for file in at.file_uploader[0].value] == ["two.md"]
    assert at.text_area(key=JOTTING).value == "A third"
    demo_coach.go_on.set()
    finish(at, WORK)
    finish(press(at, "bring-files"), WORK)
    finish(press(at, "keep-jotting"), WORK)
    assert {"Two", "A note"} < {note.title for note in demo_coach.shelf[DEMO.name].values()}
    assert "A third" in [note.text for note in demo_coach.shelf[DEMO.name].values()]


def test_reading_a_folder_again_opens_no_note_that_a_person_closed(demo_coach: FakeCoach, tmp_path: Path) -> None:
    (tmp_path / "one.md").write_text("# A note\nWords.", encoding="utf-8")
    at = open_page("notes")
    at.text_input(key=f"{DEMO.name}/notes.folder").set_value(str(tmp_path)).run()
    finish(press(at, "bring-folder"), WORK)
    assert demo_coach.asked is not None
    assert (demo_coach.asked.visibility, demo_coach.asked.consent) == (None, None)
    at.get_by_key("folder-consent").set_value(Consent.NEVER).run()
    finish(press(at, "bring-folder"), WORK)
    assert (demo_coach.asked.visibility, demo_coach.asked.consent) == (None, Consent.NEVER)


def test_an_unknown_folder_says_what_happened_and_what_to_do(demo_coach: FakeCoach, tmp_path: Path) -> None:
    at = open_page("notes")
    at.text_input(key=f"{DEMO.name}/notes.folder").set_value(str(tmp_path / "nowhere")).run()
    press(at, "bring-folder")
    finish(at, WORK)
    assert "Nothing was changed." in said(at)
    assert "Point to a folder that holds Markdown, text or HTML files." in said(at)
    assert not at.error
    assert "take-back" not in keys(at)


def test_an_error_nobody_expected_is_said_calmly_too(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=f"{DEMO.name}/notes.jotting").set_value("A line").run()
    demo_coach.log.clear()
    finish(press(at, "keep-jotting"), WORK)
    assert "Something went wrong that we did not expect. Your notes are safe." in said(at)
    assert "<code>coach doctor</code>" in said(at)
    assert at.text_area(key=f"{DEMO.name}/notes.jotting").value == "A line"


def test_when_too_much_would_go_a_person_is_asked(demo_coach: FakeCoach, tmp_path: Path) -> None:
    for name in ("one.md", "two.md"):
        (tmp_path / name).write_text("# A note\nWords.", encoding="utf-8")
    at = open_page("notes")
    at.text_input(key=f"{DEMO.name}/notes.folder").set_value(str(tmp_path)).run()
    press(at, "bring-folder")
    finish(at, WORK)
    for name in ("one.md", "two.md"):
        (tmp_path / name).unlink()
    press(at, "put-away-outcome")
    press(at, "bring-folder")
    finish(at, WORK)
    assert "Should these notes go?" in said(at)
    assert len(demo_coach.shelf[DEMO.name]) == 5
    press(at, "allow-removal")
    assert "2 removed" in said(finish(at, WORK))
    assert len(demo_coach.shelf[DEMO.name]) == 3


def test_long_work_shows_how_far_survives_a_page_change_and_stops(demo_coach: FakeCoach, tmp_path: Path) -> None:
    demo_coach.go_on = Event()
    for number in range(3):
        (tmp_path / f"{number}.md").write_text("# A note\nWords.", encoding="utf-8")
    at = open_page("notes")
    at.text_input(key=f"{DEMO.name}/notes.folder").set_value(str(tmp_path)).run()
    press(at, "bring-folder")
    at = go_to(open_page("find"), "notes")  # another window, another page, and back: the work is still there
    assert "of 3" in said(at)
    press(at, f"stop-{WORK}")
    assert "Stopping after this step" in [button.label for button in at.button]
    demo_coach.go_on.set()
    assert "What was finished is kept." in said(finish(at, WORK))
    assert len(demo_coach.shelf[DEMO.name]) == 3


def test_what_was_typed_survives_a_page_change_and_a_new_window(demo_coach: FakeCoach) -> None:
    at = open_page("notes")
    at.text_area(key=f"{DEMO.name}/notes.jotting").set_value("Half a thought").run()
    at = go_to(go_to(at, "find"), "notes")
    assert at.text_area(key=f"{DEMO.name}/notes.jotting").value == "Half a thought"
    assert open_page("notes").text_area(key=f"{DEMO.name}/notes.jotting").value == "Half a thought"


def test_a_note_opens_whole_with_its_rights(demo_coach: FakeCoach) -> None:
    note = next(note for note in demo_coach.shelf[DEMO.name].values() if "retro" in note.path)
    at = press(open_page("notes"), f"open-note-{note.id}")
    assert "someone in the room whose only job is the people on the call" in said(at)
    assert 'role="heading"' in said(at)


def test_a_note_cannot_put_markup_into_the_page(demo_coach: FakeCoach) -> None:
    note = next(note for note in demo_coach.shelf[DEMO.name].values() if note.path == "evil.md")
    at = press(open_page("notes"), f"open-note-{note.id}")
    page = said(at)
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page
    assert "<script>alert(1)" not in page
    title = at.button(key=f"open-note-{note.id}").label
    assert r"\!\[x\]\(" in title
