"""How well passages are found: judged questions over real community notes, and over meetings.

`coach eval retrieval` runs it. A corpus is taken in once and kept. Each has a database of its own: the full-text search
of SQLite weighs words by the whole database, so a second community in it would change the figures of the first. No
retrieval setting is read from here: the figures in docs/retrieval.md come from that command.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from coach.models import Chunk, IngestRequest, Table, TextNote
from coach.ports import Progress
from coach.retrieval import Search, find_passages
from coach.service import Coach

from .finding.figures import FindingFigure, Run, measure, to_table
from .finding.judged import Judged, Meeting, read_meetings, read_questions, relevant_chunks
from .finding.methods import Method, all_methods
from .measuring.intervals import bootstrap_mean
from .off_topic import OFF_TOPIC

FIRST = 10
"""How many passages are looked at."""
OF_NOTES = ("found@10", "R@10", "MRR@10", "nDCG@10")
OF_TURNS = ("R@5", "MRR@10", "nDCG@10")
Methods = Callable[[Search, Mapping[str, Chunk]], Sequence[Method]]
"""Makes the methods that are measured over some chunks."""


@dataclass(frozen=True)
class Bench:
    """What a measurement works with."""

    open: Callable[[str], Coach]
    """Opens the place of one corpus or meeting, where it is taken in and kept."""
    say: Callable[[str], None]
    """Hears how far it is."""
    progress: Progress
    """Hears how far the taking in is."""
    methods: Methods = all_methods
    """What is measured."""


@dataclass
class Measured:
    """What a measurement found."""

    figures: dict[str, list[FindingFigure]] = field(default_factory=dict)
    """The figures, by corpus."""
    enough: list[tuple[str, str, int, int, float, float]] = field(default_factory=list)
    """Corpus, kind of question, how many were said to have enough, how many there are, and the share's interval."""

    def tables(self) -> list[Table]:
        """Return everything as tables."""
        found = [to_table(corpus, figures) for corpus, figures in self.figures.items()]
        rows = tuple(
            (corpus, kind, f"{yes} of {n}", f"{yes / n:.2f} [{low:.2f}, {high:.2f}]")
            for corpus, kind, yes, n, low, high in self.enough
        )
        head = ("corpus", "questions", "said enough", "share [95 %]")
        return [*found, Table(title="Says that the notes hold enough", head=head, rows=rows)] if rows else found


def measure_corpora(corpora: Path, bench: Bench, found: Measured) -> None:
    """Measure the judged questions over each corpus of a folder."""
    questions = read_questions(corpora)
    for corpus in dict.fromkeys(question.community for question in questions):
        bench.say(f"{corpus}: taking it in, which takes minutes the first time …")
        mine = [question for question in questions if question.community == corpus]
        with closing(bench.open(corpus)) as coach:
            take_in(coach, corpora, corpus, bench.progress)
            search = coach.plan_tools(corpus).search
            found.figures[corpus] = _measure_corpus(mine, search, bench)
            _ask_for_enough(corpus, mine, search, found)


def take_in(coach: Coach, corpora: Path, corpus: str, progress: Progress | None = None) -> None:
    """Take a corpus in, or what changed of it."""
    if corpus not in {community.name for community in coach.communities()}:
        coach.create_community(corpus)
    coach.ingest(corpus, IngestRequest(folder=str(corpora / corpus)), progress)


def _measure_corpus(questions: Sequence[Judged], search: Search, bench: Bench) -> list[FindingFigure]:
    answerable = [question for question in questions if question.answerable]
    if not answerable:
        return []
    passages = _run(answerable, search, bench)
    paths = {summary.id: summary.path for summary in search.notes.summaries()}
    chunks = search.notes.chunks(search.notes.chunk_ids())
    in_notes = Run(
        {
            question.id: frozenset(path for path, _ in question.quotes if path in set(paths.values()))
            for question in answerable
        },
        {
            method: {key: list(dict.fromkeys(paths[chunks[item].note_id] for item in ids)) for key, ids in told.items()}
            for method, told in passages.rankings.items()
        },
    )
    return [*measure("note", in_notes, OF_NOTES), *measure("quote", passages, OF_NOTES)]


def _run(questions: Sequence[Judged], search: Search, bench: Bench) -> Run:
    """Ask each method each question, over one community's chunks."""
    chunks = search.notes.chunks(search.notes.chunk_ids())
    ordered = sorted(chunks.values(), key=lambda chunk: (chunk.note_id, chunk.position))
    paths = {summary.id: summary.path for summary in search.notes.summaries()}
    return Run(
        {question.id: relevant_chunks(question, ordered, paths) for question in questions},
        {
            method.name: {question.id: method.rank(question.text, FIRST) for question in questions}
            for method in bench.methods(search, chunks)
        },
    )


def _ask_for_enough(corpus: str, questions: Sequence[Judged], search: Search, found: Measured) -> None:
    kinds = {
        "answerable": [question.text for question in questions if question.answerable],
        "unanswerable": [question.text for question in questions if not question.answerable],
        "about something else": list(OFF_TOPIC),
    }
    for kind, asked in kinds.items():
        said = [find_passages(text, search, FIRST).enough for text in asked]
        if said:
            low, high = bootstrap_mean({str(place): [float(yes)] for place, yes in enumerate(said)})
            found.enough.append((corpus, kind, sum(said), len(said), low, high))


def measure_meetings(folder: Path, bench: Bench, found: Measured) -> None:
    """Measure the questions over meetings, one meeting at a time."""
    relevant: dict[str, frozenset[str]] = {}
    rankings: dict[str, dict[str, Sequence[str]]] = {}
    meetings = read_meetings(folder)
    for place, meeting in enumerate(meetings, 1):
        bench.say(f"QMSum: meeting {place} of {len(meetings)} …")
        with closing(bench.open(meeting.name)) as coach:
            take_in_meeting(coach, meeting, bench.progress)
            run = _run(meeting.questions, coach.plan_tools(meeting.name).search, bench)
        relevant |= run.relevant
        for method, told in run.rankings.items():
            rankings.setdefault(method, {}).update(told)
    found.figures[f"QMSum, {folder.name}, one meeting at a time"] = measure("turns", Run(relevant, rankings), OF_TURNS)


def take_in_meeting(coach: Coach, meeting: Meeting, progress: Progress | None = None) -> None:
    """Take a meeting in as a community with one note, unless it is here already."""
    if meeting.name not in {community.name for community in coach.communities()}:
        coach.create_community(meeting.name)
    if not coach.notes(meeting.name):
        note = TextNote(text=meeting.text, path="transcript.txt", source="meetings")
        coach.add_texts(meeting.name, [note], progress)
