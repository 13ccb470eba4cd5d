from __future__ import annotations

from pathlib import Path

from coach.adapters.sql import SqlStore
from coach.models import Decision, RunRecord
from coach.ports import LLMReply
from coach.testing import FixedClock
from tests.contracts.making import make_note, open_notes, write


def test_the_words_of_a_removed_community_are_in_no_file_any_more(tmp_path: Path):
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=FixedClock())
    kept, gone = open_notes(store, "kept"), open_notes(store, "gone")
    write(kept, make_note("a.md", "The harmonium hums", community="kept"))
    for text in ("A zeppelin " * 400, "A zeppelin and more", "No more"):
        write(gone, make_note("a.md", text, "zeppelin", community="gone"))
    assert b"zeppelin" in _everything(tmp_path)

    store.remove_community("gone")

    assert b"zeppelin" not in _everything(tmp_path).lower()
    assert b"harmonium" in _everything(tmp_path)
    assert kept.count_words(["harmonium"]) == {"harmonium": 1}
    store.close()


def test_what_a_model_was_asked_and_said_is_in_no_file_any_more(tmp_path: Path):
    clock = FixedClock()
    store = SqlStore(f"sqlite:///{tmp_path / 'coach.db'}", clock=clock)
    for name, word in (("kept", "harmonium"), ("gone", "zeppelin")):
        open_notes(store, name)
        records = store.records()
        record = RunRecord(
            id=name, community_id=name, actor_id="ada", kind="plan", started=clock.now(), request=f"A {word} " * 400
        )
        records.runs().write(record)
        records.runs().write(record.model_copy(update={"suggestion": f"Build a {word}"}))
        records.runs().decide(name, Decision(what="edit", before=f"One {word}", after=f"Two {word}s"))
        records.answers(name).keep("key", LLMReply(f"A {word} " * 400, "model", 1, 1, None, 1.0))
    assert b"zeppelin" in _everything(tmp_path)

    store.remove_community("gone")

    assert b"zeppelin" not in _everything(tmp_path).lower()
    assert b"harmonium" in _everything(tmp_path)
    assert [run.id for run in store.records().runs().list_runs()] == ["kept"]
    store.close()


def _everything(folder: Path) -> bytes:
    return b"".join(path.read_bytes() for path in sorted(folder.iterdir()))
