"""A small coach that keeps everything in memory, for the pages to talk to."""

from __future__ import annotations

import datetime as dt
import hashlib
import itertools
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event
from typing import Any

from coach.errors import BadRequest, NothingToRead, NothingToUndo, TooMuchWouldGo, UnknownCommunity, UnknownNote
from coach.export.letters import write_letters
from coach.export.print import render_cards, render_handout, render_run_sheet
from coach.models import (
    Actor,
    CheckResult,
    Community,
    Consent,
    DateFrom,
    DatePrecision,
    Finding,
    FindResult,
    IngestReport,
    IngestRequest,
    Letter,
    Note,
    NoteDate,
    NoteFormat,
    NoteSummary,
    OutcomesRequest,
    OutcomesResult,
    Passage,
    PlanRequest,
    PlanResult,
    Review,
    Series,
    SeriesRequest,
    SessionPlan,
    Severity,
    Situation,
    Skipped,
    StemEntry,
    TextNote,
    UndoReport,
    Visibility,
)
from coach.playbook import load_playbook
from coach.playbook.coaching import load_coaching
from coach.ports import Progress, RunSummary
from tests.ui.fake_coaching import FakeCoaching
from tests.ui.fake_drafts import FakeModel, FakeWork
from tests.ui.fake_learning import FakeBriefs, FakeLearning
from tests.ui.fake_playbook import FakePlaybook
from tests.ui.fake_practice import FakePractice, FakeSharing
from tests.ui.good_outcomes import good_outcomes
from tests.ui.good_plan import NEXT_PROMPT, QUOTES, bare, good_plan, no_next_try
from tests.ui.good_series import good_series

RETRO = f"""# Retro, 12 March 2026

11 people.

## To try
- {QUOTES[0]}
- someone in the room whose only job is the people on the call

## Dragged
- {QUOTES[1]}
- letters keeps getting bumped
"""
DEMO = Community(id="demo", name="Service Design Circle", domain="How public services hold together.", is_demo=True)
EVIL = """# <b>Bold</b> ![x](http://example.org/x.png)

<script>alert(1)</script> and **stars** :material/home:
"""
SEEN_DOING = "We want to be able to draw maps\nWe want to be able to … maps (what would we do with them?)"
UNSEEN = Finding(
    check="O2", severity=Severity.MEND, where="o1", message="Nobody can see understanding happen.",
    why="Then nobody can look back on it.", way_forward="Say what people would do.", rewrite=SEEN_DOING,
)  # fmt: skip
WISH = Finding(
    check="O8", severity=Severity.QUESTION, where="o1", message="Whose wish is this?", why="It should be theirs.",
    way_forward="Read it out and ask.",
)  # fmt: skip
WITHDRAWN = Finding(
    check="X3", severity=Severity.STOP, where="plan", message="Its words are no longer to be quoted.",
    why="People speak freely then.", way_forward="Draft it again.",
)  # fmt: skip
MISQUOTED = WITHDRAWN.model_copy(update={"where": "a1", "message": "S9 is named as a source."})
DEMO_NOTES = (
    ("2026-03-12-retro.md", RETRO),
    ("evil.md", EVIL),
    ("letters.html", "<html><body><h1>Letters</h1><p>Write it as we&#39;d say it.</p></body></html>"),
)


@dataclass
class FakeCoach(FakePlaybook):
    """The methods that pages call, over a few dictionaries."""

    rooms: dict[str, Community] = field(default_factory=dict)
    shelf: dict[str, dict[str, Note]] = field(default_factory=dict)
    log: dict[str, list[RunSummary]] = field(default_factory=dict)
    go_on: Event | None = None
    """When set, an ingest waits for it at every step, so that tests can look at work in the middle."""
    demo_folder_is_there: bool = True
    asked: IngestRequest | None = None
    """The last folder that was asked for."""
    written: list[str] = field(default_factory=list)
    """The thoughts in the last Markdown that was made."""
    bare: bool = False
    """Whether plans come as somebody else's program would hand them over."""
    planned: PlanRequest | None = None
    """The last session that was asked for."""
    listened: list[OutcomesRequest] = field(default_factory=list)
    """Every wish for outcomes."""
    drafts: Any = None
    """Drafts in the background; of its own, unless one is handed in."""
    model: Any = None
    """Who drafts; nobody but the playbook, unless one is handed in."""
    coaching: Any = None
    """Conversations; of its own, unless one is handed in."""
    practice: FakePractice = field(default_factory=FakePractice)
    """What people keep for themselves."""
    sharing: FakeSharing = field(default_factory=FakeSharing)
    """Contacts and lessons."""
    briefs: Any = None
    """Pages for leaders; of its own, unless one is handed in."""
    learning: Any = None
    """Kept outcomes and stories; of its own, unless one is handed in."""
    _numbers: itertools.count[int] = field(default_factory=itertools.count)

    def __post_init__(self) -> None:
        self.briefs = self.briefs or FakeBriefs(self)
        self.learning = self.learning or FakeLearning(self)
        self.coaching = self.coaching or FakeCoaching(self)
        self.drafts = self.drafts or FakeWork(self)
        self.model = self.model or FakeModel(self)

    def communities(self) -> list[Community]:
        return sorted(self.rooms.values(), key=lambda room: room.name)

    def community(self, name: str) -> Community:
        if name not in self.rooms:
            raise UnknownCommunity(f"There is no community called {name!r} here.")
        return self.rooms[name]

    def create_community(
        self, name: str, *, domain: str = "", people: str = "", practice: str = "", actor: Actor | None = None
    ) -> Community:
        if not name.strip():
            raise BadRequest("A community needs a name.", "Give it the name that its members use.")
        room = Community(id=f"c{next(self._numbers)}", name=name, domain=domain, people=people, practice=practice)
        self._add_room(room)
        return room

    def _add_room(self, room: Community) -> None:
        self.rooms[room.name] = room
        self.shelf[room.name] = {}
        self.log[room.name] = []

    def remove_community(self, name: str, *, actor: Actor | None = None) -> Community:
        room = self.community(name)
        del self.rooms[name], self.shelf[name], self.log[name]
        return room

    def load_demo(self, progress: Progress | None = None, *, actor: Actor | None = None) -> Community:
        if not self.demo_folder_is_there:
            raise NothingToRead("There is no folder with the demo.")
        if DEMO.name not in self.rooms:
            self._add_room(DEMO)
            texts = [TextNote(text=text, path=path, source="demo notes") for path, text in DEMO_NOTES]
            self.add_texts(DEMO.name, texts, progress)
        return DEMO

    def demo_words(self) -> Mapping[str, object]:
        return {
            "name": DEMO.name,
            "try_outcomes": ["We want to be able to map a service so that others can read it."],
            "try_questions": ["What did we say about drawing together?"],
        }

    def ingest(
        self, name: str, request: IngestRequest, progress: Progress | None = None, *, actor: Actor | None = None
    ) -> IngestReport:
        folder = Path(request.folder)
        if not folder.is_dir():
            raise NothingToRead(f"There is no folder at {request.folder}.")
        self.asked = request
        files = sorted(folder.rglob("*.md"))
        source = request.source or folder.name
        here = [note for note in self.shelf[name].values() if note.source == source]
        gone = [note for note in here if not (folder / note.path).exists()]
        if len(gone) * 2 > len(here) and not request.allow_removal:
            raise TooMuchWouldGo(f"{len(gone)} of {len(here)} notes from {source} are no longer in the folder.")
        for note in gone:
            del self.shelf[name][note.id]
        texts = [TextNote(text=file.read_text(encoding="utf-8"), path=file.name, source=source) for file in files]
        return self._take_in(name, texts, progress, removed=len(gone))

    def add_texts(
        self, name: str, texts: Sequence[TextNote], progress: Progress | None = None, *, actor: Actor | None = None
    ) -> IngestReport:
        return self._take_in(name, texts, progress)

    def _take_in(
        self, name: str, texts: Sequence[TextNote], progress: Progress | None, removed: int = 0
    ) -> IngestReport:
        kept = [text for text in texts if text.text.strip()]
        added = 0
        for done, text in enumerate(kept, 1):
            if progress:
                progress("Taking in notes", done, len(kept))
            if self.go_on:
                self.go_on.wait(10)
                if progress:
                    progress("Taking in notes", done, len(kept))
            note = _note(name, text)
            added += note.id not in self.shelf[name]
            self.shelf[name][note.id] = note
        skipped = tuple(Skipped(path=text.path, reason="It is empty.") for text in texts if not text.text.strip())
        source = texts[0].source if texts else ""
        report = IngestReport(
            added=added, unchanged=len(kept) - added, removed=removed, skipped=skipped, source=source,
            run_id=f"r{next(self._numbers)}",
        )  # fmt: skip
        started = dt.datetime(2026, 11, 25, 9, 0, tzinfo=dt.UTC)
        self.log[name].insert(0, RunSummary(report.run_id, source, started, report, undone=False))
        return report

    def read_upload(
        self, file_name: str, data: bytes, *, visibility: Visibility, consent: Consent
    ) -> TextNote | Skipped:
        if not data:
            return Skipped(path=file_name, reason="It is empty.")
        if b"\0" in data:
            return Skipped(path=file_name, reason="It is not text.")
        return TextNote(
            text=data.decode("utf-8"), path=file_name, source="uploads", visibility=visibility, consent=consent
        )

    def undo(self, name: str, run_id: str | None = None, *, actor: Actor | None = None) -> UndoReport:
        if not self.log[name]:
            raise NothingToUndo("There is no ingest left to take back.")
        if run_id not in (None, self.log[name][0].id):
            raise BadRequest("Something else was taken in since.", "Look at the notes first.")
        run = self.log[name].pop(0)
        gone = [note.id for note in self.shelf[name].values() if note.source == run.source]
        for note_id in gone:
            del self.shelf[name][note_id]
        return UndoReport(run_id=run.id, source=run.source, taken_out=len(gone), put_back=0)

    def runs(self, name: str, *, actor: Actor | None = None) -> list[RunSummary]:
        return list(self.log[name])

    def notes(self, name: str, *, actor: Actor | None = None) -> list[NoteSummary]:
        return [_summary(note) for note in self.shelf[name].values()]

    def note(self, name: str, note_id: str, *, actor: Actor | None = None) -> Note:
        if note_id not in self.shelf[name]:
            raise UnknownNote("That note is not here.")
        return self.shelf[name][note_id]

    def set_rights(
        self, name: str, note_id: str, visibility: Visibility, consent: Consent, *, actor: Actor | None = None
    ) -> None:
        note = self.note(name, note_id)
        self.shelf[name][note_id] = note.model_copy(update={"visibility": visibility, "consent": consent})

    def find(self, name: str, question: str, limit: int = 8, *, actor: Actor | None = None) -> FindResult:
        passages = tuple(_passage(number, note) for number, note in enumerate(self.shelf[name].values(), 1))
        enough = "drawing" in question
        message = "" if enough else "The notes do not speak about this."
        return FindResult(enough=enough, passages=passages[:limit], message=message, notes_searched=len(passages))

    def plan(self, name: str, request: PlanRequest, *, actor: Actor | None = None) -> PlanResult:
        if request.minutes < 30:
            raise BadRequest("A session needs 30 to 480 minutes.", "Give it at least half an hour.")
        self.planned = request
        note = self._quoted_note(name)
        result = bare(good_plan(request, note, name)) if self.bare else good_plan(request, note, name)
        if "understand" in request.outcomes[0]:
            return result.model_copy(update={"findings": (UNSEEN, *result.findings)})
        if note.consent is not Consent.NEVER:
            return result
        return result.model_copy(update={"plan": result.plan.model_copy(update={"citations": (), "from_notes": ""})})

    def outcomes(self, name: str, request: OutcomesRequest, *, actor: Actor | None = None) -> OutcomesResult:
        if "\0" in request.about:
            raise BadRequest("These are no words.", "Say it in words.")
        self.listened.append(request)
        return good_outcomes(request, [one for one in self.shelf[name].values() if one.consent is not Consent.NEVER])

    def plan_series(self, name: str, request: SeriesRequest, *, actor: Actor | None = None) -> Series:
        if request.weeks_between > 12:
            raise BadRequest(f"{request.weeks_between} weeks do not hold a series together.", "Leave 1 to 12 weeks.")
        return good_series(request, self._quoted_note(name), name)

    def render_series(self, series: Series) -> str:
        return f"# {series.title}\n\n" + "\n".join(f"- {one.title}" for one in series.sessions)

    def _quoted_note(self, name: str) -> Note:
        return next(note for note in self.shelf[name].values() if QUOTES[0] in note.text)

    def check_plan(self, plan: SessionPlan, name: str | None = None, *, actor: Actor | None = None) -> CheckResult:
        finding = Finding(
            check="X", severity=Severity.QUESTION, where="a1", message=f"Checked again: {plan.parts[1].title}",
            why="The words are new.", way_forward="Read them out once.",
        )  # fmt: skip
        notes = self.shelf[name] if name else {}
        closed = tuple(
            WITHDRAWN for one in plan.citations
            if one.note_id not in notes or notes[one.note_id].consent is Consent.NEVER
        )  # fmt: skip
        misquoted = (MISQUOTED,) if any("[S9]" in step.does for part in plan.parts for step in part.steps) else ()
        prompts = [prompt.text for part in plan.parts if isinstance(part, Review) for prompt in part.prompts]
        no_next = () if NEXT_PROMPT in prompts else (no_next_try(),)
        return CheckResult(ok=not closed, findings=(*closed, *misquoted, *no_next, finding))

    def situations(self) -> tuple[Situation, ...]:
        return load_coaching().situations

    def outcome_stems(self) -> tuple[StemEntry, ...]:
        begin = "we want to be able to"
        return (
            StemEntry(
                id="craft", kind="People with a craft", stems=("We want to be able to", f"On our pieces, {begin}")
            ),
            StemEntry(
                id="care", kind="People who care", stems=(f"At the end of a shift, {begin}", f"At night, {begin}")
            ),
        )

    def check_outcome(self, text: str) -> CheckResult:
        if "understand" not in text:
            return CheckResult(ok=True, findings=(WISH,))
        return CheckResult(ok=False, findings=(UNSEEN,))

    def render_markdown(self, plan: SessionPlan, findings: Sequence[Finding] = ()) -> str:
        self.written = [finding.message for finding in findings]
        return f"# {plan.title}\n\n" + "\n".join(f"- {part.title}" for part in plan.parts)

    def letters(self, plan: SessionPlan) -> tuple[Letter, ...]:
        return write_letters(plan, load_playbook())

    def render_handout(self, plan: SessionPlan, begins: dt.time | None = None) -> str:
        return render_handout(plan, begins)

    def render_cards(self, plan: SessionPlan) -> str:
        return render_cards(plan)

    def render_run_sheet(self, plan: SessionPlan, begins: dt.time | None = None) -> str:
        return render_run_sheet(plan, begins)


def _note(community: str, text: TextNote) -> Note:
    path = text.path or f"{text.title or text.text.splitlines()[0]}.md"
    heading = next((line.lstrip("# ") for line in text.text.splitlines() if line.startswith("# ")), "")
    form = NoteFormat.HTML if path.endswith(".html") else NoteFormat.MARKDOWN
    date = NoteDate(day=dt.date(2026, 3, 12), precision=DatePrecision.DAY, source=DateFrom.FILE_NAME)
    return Note(
        id=hashlib.sha256(f"{community}/{text.source}/{path}".encode()).hexdigest()[:12],
        community_id=community,
        source=text.source,
        path=path,
        title=text.title or heading or path,
        text=text.text,
        text_hash=hashlib.sha256(text.text.encode()).hexdigest(),
        format=form,
        date=date if "2026" in path else NoteDate(),
        visibility=text.visibility,
        consent=text.consent,
    )


def _summary(note: Note) -> NoteSummary:
    fields = note.model_dump(include={"id", "source", "path", "title", "date", "visibility", "consent"})
    return NoteSummary(words=len(note.text.split()), **fields)


def _passage(number: int, note: Note) -> Passage:
    start = note.text.find("##") if "##" in note.text else 0
    return Passage(
        label=f"S{number}", note=note.path, note_id=note.id, source=note.source, title=note.title,
        date=note.date.iso, heading=note.title, text=note.text[start:], start=start, end=len(note.text), strength=0.8,
    )  # fmt: skip
