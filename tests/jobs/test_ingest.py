"""What ingest promises beyond the command line: stopping, equal texts, rights, jottings."""

from __future__ import annotations

from pathlib import Path

import pytest

from coach.errors import BadInput, BadRequest, NotAllowed, Stopped, UnknownNote
from coach.models import Actor, Consent, IngestRequest, Member, PlanRequest, Skipped, TextNote, Visibility

from .conftest import Bench

STRANGER = Actor(id="stranger", name="A stranger")


def test_a_stopped_ingest_keeps_whole_notes_and_goes_on_later(bench: Bench, folder: Path) -> None:
    def stop(stage: str, done: int, total: int) -> None:
        if done:
            raise Stopped("Stopped on request.")

    with pytest.raises(Stopped):
        bench.coach.ingest("Circle", IngestRequest(folder=str(folder)), stop)

    some = bench.coach.notes("Circle")
    assert 0 < len(some) < 6
    for summary in some:
        note = bench.coach.note("Circle", summary.id)
        chunks = bench.coach.note_chunks("Circle", summary.id)
        assert chunks
        assert all(note.text[chunk.start : chunk.end] == chunk.text for chunk in chunks)

    report = bench.coach.ingest("Circle", IngestRequest(folder=str(folder)))
    assert report.added + len(some) == 6
    assert report.unchanged == len(some)


def test_progress_counts_up_to_the_end(bench: Bench, folder: Path) -> None:
    heard: list[tuple[int, int]] = []

    bench.coach.ingest(
        "Circle", IngestRequest(folder=str(folder)), lambda stage, done, total: heard.append((done, total))
    )

    assert heard[0] == (0, 6)
    assert heard[-1] == (6, 6)
    assert [done for done, _ in heard] == sorted(done for done, _ in heard)


def test_two_notes_of_equal_text_are_both_there_and_embedded_once(bench: Bench, tmp_path: Path) -> None:
    twins = tmp_path / "twins"
    twins.mkdir()
    for name in ("one.md", "two.md"):
        (twins / name).write_text("The very same words in both.\n", "utf-8")

    report = bench.coach.ingest("Circle", IngestRequest(folder=str(twins)))

    assert (report.added, report.chunks, report.embedded) == (2, 2, 1)
    assert {item.path for item in bench.coach.notes("Circle")} == {"one.md", "two.md"}


def test_private_notes_stay_with_whoever_brought_them(bench: Bench) -> None:
    mine = TextNote(text="Only I should read this about handovers.", visibility=Visibility.ONLY_ME)
    open_to_all = TextNote(text="Anyone may read this about handovers.", visibility=Visibility.EVERYONE)
    inside = TextNote(text="Members may read this about handovers.")
    bench.coach.add_texts("Circle", [mine, open_to_all, inside])

    seen = bench.coach.find("Circle", "handovers", actor=STRANGER).passages

    assert [passage.text.strip() for passage in seen] == [open_to_all.text]
    assert len(bench.coach.notes("Circle")) == 3
    private = next(item for item in bench.coach.notes("Circle") if item.visibility is Visibility.ONLY_ME)
    with pytest.raises(UnknownNote):
        bench.coach.note("Circle", private.id, actor=STRANGER)
    with pytest.raises(NotAllowed):
        bench.coach.remove_community("Circle", actor=STRANGER)


def test_strangers_neither_bring_notes_in_nor_take_them_back(bench: Bench, folder: Path) -> None:
    bench.coach.ingest("Circle", IngestRequest(folder=str(folder)))

    with pytest.raises(NotAllowed):
        bench.coach.add_texts("Circle", [TextNote(text="I was never asked in.")], actor=STRANGER)
    with pytest.raises(NotAllowed):
        bench.coach.undo("Circle", actor=STRANGER)

    assert len(bench.coach.notes("Circle")) == 6


def test_a_member_does_not_take_away_what_only_another_may_read(bench: Bench, folder: Path) -> None:
    community = bench.coach.community("Circle")
    bench.coach._ports.store.add_member(Member(id=STRANGER.id, community_id=community.id, name="B"))
    request = IngestRequest(folder=str(folder), visibility=Visibility.ONLY_ME)
    bench.coach.ingest("Circle", request)
    (folder / "note-0.md").unlink()

    report = bench.coach.ingest("Circle", IngestRequest(folder=str(folder)), actor=STRANGER)

    assert report.removed == 0
    assert len(bench.coach.notes("Circle")) == 6


def test_rights_can_be_changed_without_a_new_version(bench: Bench) -> None:
    bench.coach.add_texts("Circle", [TextNote(text="Something to say about maps.")])
    summary = bench.coach.notes("Circle")[0]

    bench.coach.set_rights("Circle", summary.id, Visibility.EVERYONE, Consent.NEVER)

    changed = bench.coach.notes("Circle")[0]
    assert (changed.visibility, changed.consent) == (Visibility.EVERYONE, Consent.NEVER)
    found = bench.coach.find("Circle", "maps")
    assert [passage.quotable for passage in found.passages] == [False]


def test_jottings_with_the_same_first_line_are_both_kept(bench: Bench) -> None:
    bench.coach.add_texts("Circle", [TextNote(text="Same thought")])
    bench.coach.add_texts("Circle", [TextNote(text="Same thought")])

    assert {item.path for item in bench.coach.notes("Circle")} == {
        "2026-11-25-same-thought.md",
        "2026-11-25-same-thought-2.md",
    }


def test_an_upload_of_the_same_file_twice_is_one_note(bench: Bench) -> None:
    upload = TextNote(text="# Plan\n\nThe words.\n", path="plan.md", source="uploads")

    first = bench.coach.add_texts("Circle", [upload])
    second = bench.coach.add_texts("Circle", [upload])
    third = bench.coach.add_texts("Circle", [upload.model_copy(update={"text": "# Plan\n\nOther words.\n"})])

    assert (first.added, second.unchanged, third.changed) == (1, 1, 1)
    assert len(bench.coach.notes("Circle")) == 1


def test_nothing_is_not_a_note(bench: Bench) -> None:
    with pytest.raises(BadRequest, match="nothing to keep"):
        bench.coach.add_texts("Circle", [TextNote(text="  \n")])


def test_a_second_community_sees_nothing_of_the_first(bench: Bench, folder: Path) -> None:
    bench.coach.create_community("Other")
    bench.coach.ingest("Circle", IngestRequest(folder=str(folder)))
    bench.coach.ingest("Other", IngestRequest(folder=str(folder)))
    bench.coach.remove_community("Circle")

    assert len(bench.coach.notes("Other")) == 6
    assert bench.coach.find("Other", "waiting").passages


@pytest.mark.parametrize("name", ["", "   ", "x" * 200])
def test_a_community_needs_a_usable_name(bench: Bench, name: str) -> None:
    with pytest.raises(BadRequest):
        bench.coach.create_community(name)


def test_a_name_can_be_taken_only_once(bench: Bench) -> None:
    with pytest.raises(BadRequest):
        bench.coach.create_community("circle")


def test_what_cannot_be_read_just_now_is_not_taken_for_gone(bench: Bench, folder: Path) -> None:
    request = IngestRequest(folder=str(folder))
    bench.coach.ingest("Circle", request)
    (folder / "note-0.md").write_bytes(b"\x00\x01\x02" * 50)

    report = bench.coach.ingest("Circle", request)

    assert (report.removed, report.unchanged) == (0, 5)
    assert [item.path for item in report.skipped] == ["note-0.md"]
    assert len(bench.coach.notes("Circle")) == 6


def test_two_uploads_of_one_name_in_one_go_are_two_notes(bench: Bench) -> None:
    uploads = [TextNote(text=f"Words of file {place}.", path="minutes.md", source="uploads") for place in (1, 2)]

    report = bench.coach.add_texts("Circle", uploads)

    assert report.added == 2
    assert {item.path for item in bench.coach.notes("Circle")} == {"minutes.md", "minutes-2.md"}


@pytest.mark.parametrize("name", ["../../etc/passwd.md", "a\x00b.md", "n\nn.md", "C:\\notes\\x.md"])
def test_a_file_name_is_only_a_name(bench: Bench, name: str) -> None:
    bench.coach.add_texts("Circle", [TextNote(text="Words.", path=name, source="uploads")])

    path = bench.coach.notes("Circle")[0].path
    assert "/" not in path
    assert "\\" not in path
    assert path.isprintable()


def test_uploads_are_read_as_files_in_a_folder_are(bench: Bench) -> None:
    good = bench.coach.read_upload("a.md", "Grüße".encode())
    broken = bench.coach.read_upload("b.md", b"\x00\x01\x02" * 40)

    assert isinstance(good, TextNote)
    assert good.text == "Grüße"
    assert isinstance(broken, Skipped)
    assert broken.reason


def test_an_ingest_that_is_not_the_newest_is_not_taken_back_by_mistake(bench: Bench) -> None:
    first = bench.coach.add_texts("Circle", [TextNote(text="First thought.")])
    bench.coach.add_texts("Circle", [TextNote(text="Second thought.")])

    with pytest.raises(BadInput, match="brought in since"):
        bench.coach.undo("Circle", first.run_id)

    assert len(bench.coach.notes("Circle")) == 2


def test_a_plan_says_when_a_note_may_no_longer_be_quoted(bench: Bench) -> None:
    bench.coach.add_texts("Circle", [TextNote(text="We wish we could map the waits of a service with those who wait.")])
    outcome = "We want to be able to map the waits of a service."
    plan = bench.coach.plan("Circle", PlanRequest(outcomes=(outcome,))).plan
    assert plan.citations
    note = bench.coach.notes("Circle")[0]

    bench.coach.set_rights("Circle", note.id, note.visibility, Consent.NEVER)

    checked = bench.coach.check_plan(plan, "Circle")
    assert not checked.ok
    assert "no longer to be quoted" in checked.findings[0].message
    assert bench.coach.plan("Circle", PlanRequest(outcomes=(outcome,))).plan.citations == ()
