from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner

from coach.cli.output import Output
from coach.errors import BadRequest
from coach.models import Chunk, NoteDate
from coach.settings import Settings
from coach.wiring import build_coach
from evals.cli import retrieval as command
from evals.finding.figures import Run, by_question, measure
from evals.finding.judged import Judged, read_meetings, relevant_chunks
from evals.finding.methods import PlainBm25, all_methods
from evals.retrieval import Bench, Measured, measure_corpora, measure_meetings

NOTES = {
    "2026-03-04-bees.md": "# Swarms\n\nNobody knew whom to ring when a swarm landed in the school yard. Ola rang four.",
    "2026-04-01-honey.md": "# Honey\n\nThe extractor was sticky for a week. We rinse it with cold water now.",
    "2026-05-06-hives.md": "# Hives\n\nTwo hives were opened without asking. Ken wants a slate on each lid.",
}
QUESTIONS = [
    (
        "q1",
        "Whom do we call about a swarm near children?",
        "2026-03-04-bees.md",
        "a swarm landed in the school yard",
    ),
    ("q2", "How do we clean the machine for honey?", "2026-04-01-honey.md", "rinse it with cold water"),
    ("q3", "Who is allowed to open somebody's hive?", "2026-05-06-hives.md", "a slate on each lid"),
    ("q4", "What does the insurance for the van cost?", "", ""),
]


@pytest.fixture
def corpora(tmp_path: Path) -> Path:
    folder = tmp_path / "corpora"
    (folder / "bees").mkdir(parents=True)
    for name, text in NOTES.items():
        (folder / "bees" / name).write_text(text, encoding="utf-8")
    lines = [
        {
            "id": key,
            "corpus": "bees",
            "question": text,
            "answerable": bool(note),
            "relevant": [{"note": f"bees/{note}", "quote": quote}] if note else [],
        }
        for key, text, note, quote in QUESTIONS
    ]
    (folder / "questions.jsonl").write_text("\n".join(map(json.dumps, lines)), encoding="utf-8")
    return folder


@pytest.fixture
def qmsum(tmp_path: Path) -> Path:
    folder = tmp_path / "qmsum" / "val"
    folder.mkdir(parents=True)
    turns = [("Ola", f"We spoke of the weather and the tea, for the {place}th time. " * 12) for place in range(20)]
    turns[12] = ("Ken", "The remote control should be yellow and made of rubber, so that it survives a fall. " * 12)
    meeting = {
        "meeting_transcripts": [{"speaker": who, "content": text} for who, text in turns],
        "specific_query_list": [
            {"query": "What should the remote control be made of?", "relevant_text_span": [["12", "12"]]},
            {"query": "What was left out?", "relevant_text_span": []},
        ],
    }
    (folder / "Bed1.json").write_text(json.dumps(meeting), encoding="utf-8")
    return folder.parent


def run(home: Path, *arguments: str):
    return CliRunner().invoke(
        command.retrieval, list(arguments), obj=Output(), env={"COACH_HOME": str(home), "COACH_DATABASE_URL": None}
    )


def rows_of(data, title: str) -> dict[tuple[str, ...], list[str]]:
    [table] = [table for table in data["tables"] if table["title"].startswith(title)]
    return {tuple(row[:3]): row[3:] for row in table["rows"]}


def test_the_command_measures_notes_and_meetings_side_by_side(corpora, qmsum, tmp_path):
    ran = run(tmp_path / "home", "--corpora", str(corpora), "--qmsum", str(qmsum), "--json")
    assert ran.exit_code == 0, ran.output
    data = json.loads(ran.stdout)
    notes = rows_of(data, "bees")
    assert {method for _, _, method in notes} == {"BM25", "dense", "ours"}
    assert notes["note", "MRR@10", "ours"] == ["1.000 [1.000, 1.000]", "+0.000 [+0.000, +0.000]", "3", "0"]
    assert notes["quote", "R@10", "dense"][1:] == ["–", "3", "0"]
    turns = rows_of(data, "QMSum, val")
    assert turns["turns", "MRR@10", "ours"] == ["1.000 [1.000, 1.000]", "+0.000 [+0.000, +0.000]", "1", "1"]
    enough = rows_of(data, "Says that")
    assert ("bees", "answerable", "3 of 3") in enough
    assert any(key[:2] == ("bees", "about something else") and key[2].endswith("of 30") for key in enough)
    assert "taking it in" in ran.stderr


def test_what_was_taken_in_is_kept_for_the_next_time(corpora, qmsum, tmp_path):
    home = tmp_path / "home"
    first = run(home, "--corpora", str(corpora), "--qmsum", str(qmsum))
    assert "MRR@10" in first.stdout
    assert run(home, "--corpora", str(corpora), "--qmsum", str(qmsum)).stdout == first.stdout
    for name, place in (("bees", "bees"), ("qmsum Bed1", "qmsum-Bed1")):
        coach = build_coach(Settings(home=home / "evals" / "bench-retrieval" / place, database_url=None))
        assert len(coach.runs(name)) == 1
        coach.close()


class Upside:
    """A method that returns what another found, worst first."""

    def __init__(self, method) -> None:
        self.name = method.name
        self._method = method

    def rank(self, question, first):
        return tuple(reversed(self._method.rank(question, first)))


def test_a_ranking_turned_upside_down_lowers_the_figures(corpora, qmsum, tmp_path):
    def place(name):
        return build_coach(Settings(home=tmp_path / name, database_url=None))

    def upside(search, chunks):
        bm25, dense, ours = all_methods(search, chunks)
        return bm25, dense, Upside(ours)

    def mean(methods, what: str) -> float:
        bench, found = Bench(place, lambda _: None, lambda *_: None, methods), Measured()
        measure_corpora(corpora, bench, found)
        measure_meetings(qmsum / "val", bench, found)
        every = [figure for figures in found.figures.values() for figure in figures]
        [figure] = [item for item in every if (item.what, item.method, item.measure) == (what, "ours", "MRR@10")]
        return figure.mean

    for what in ("note", "quote", "turns"):
        assert mean(upside, what) < mean(all_methods, what) == 1


def test_without_anything_to_measure_it_says_what_to_give(tmp_path):
    with pytest.raises(BadRequest, match="no judged questions") as raised:
        command.choose_folders(None, None, (tmp_path / "no", tmp_path / "none"))
    assert "--corpora" in raised.value.next_step
    assert command.choose_folders(None, None, (tmp_path, tmp_path / "none")) == (tmp_path, None)
    assert command.choose_folders(None, tmp_path, (tmp_path, tmp_path)) == (None, tmp_path)


def test_folders_that_hold_something_else_are_refused(tmp_path):
    for arguments, said in ((("--corpora", str(tmp_path)), "questions"), (("--qmsum", str(tmp_path)), "meetings")):
        ran = run(tmp_path / "home", *arguments)
        assert said in str(ran.exception)


def chunk(key: str, text: str, note: str = "n", position: int = 0, start: int = 0) -> Chunk:
    return Chunk(
        id=key,
        community_id="c",
        note_id=note,
        position=position,
        start=start,
        end=start + len(text),
        text=text,
        reading=text,
        date=NoteDate(),
    )


def test_a_quote_over_the_border_of_two_passages_is_in_both():
    chunks = [chunk("a", "The slate hangs on "), chunk("b", "each lid.", position=1, start=19)]
    asked = Judged("q", "c", "?", quotes=(("n.md", "hangs\non each lid"),))
    assert relevant_chunks(asked, chunks, {"n": "n.md"}) == {"a", "b"}
    assert relevant_chunks(asked, chunks, {"n": "other.md"}) == frozenset()


def test_turns_are_held_by_every_passage_that_they_reach(qmsum):
    [meeting] = read_meetings(qmsum / "val")
    start, end = meeting.questions[0].spans[0]
    assert meeting.text[start:end].startswith("Ken: The remote control")
    half = (start + end) // 2
    pieces = [(0, start), (start, half), (half, end), (end, len(meeting.text))]
    chunks = [
        chunk(str(place), meeting.text[one:other], position=place, start=one)
        for place, (one, other) in enumerate(pieces)
    ]
    assert relevant_chunks(meeting.questions[0], chunks, {"n": "t"}) == {"1", "2"}


def test_bm25_prefers_rare_words_and_short_passages():
    bm25 = PlainBm25(
        {
            "long": chunk("long", "the hive " + "and more of it " * 20),
            "short": chunk("short", "the hive"),
            "other": chunk("other", "the tea"),
        }
    )
    assert bm25.rank("Where is the hive?", 3) == ("short", "long", "other")
    assert bm25.rank("slate", 3) == ()


def test_what_is_not_found_is_nought_and_what_is_not_judged_is_not_counted():
    relevant = {"a": frozenset({"x"}), "b": frozenset({"x", "y"}), "c": frozenset()}
    found = {"a": [], "b": ["y", "z"], "c": ["x"]}
    assert by_question(relevant, found, ["R@10"])["R@10"] == {"a": 0.0, "b": 0.5}
    [figure] = measure("x", Run(relevant, {"ours": found}), ["R@10"])
    assert (figure.n, figure.ungraded, figure.mean, figure.change) == (2, 1, 0.25, None)
