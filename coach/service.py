"""The front door: one object with one method for each thing that people come to do."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

from .checks import check_plan, check_review
from .drafting.nearness import Nearness
from .errors import BadInput
from .export.letters import write_letters
from .export.markdown import render_markdown
from .export.print import render_cards, render_handout, render_run_sheet
from .export.series import render_series
from .jobs.batch import IngestTools
from .jobs.briefs import Briefs
from .jobs.coaching import Coaching
from .jobs.communities import create_community, get_community, get_own_community, remove_community
from .jobs.demo import find_demo, read_demo_words, to_demo_request
from .jobs.demo_learning import add_demo_learning
from .jobs.drafts import By, DraftJobs, How
from .jobs.evaluations import Evaluations
from .jobs.find import find_in_notes
from .jobs.ingest import ingest_folder, undo_ingest
from .jobs.learning import OwnLearning
from .jobs.modelling import Modelling
from .jobs.people import People
from .jobs.plan import PlanTools, check_against_notes
from .jobs.playbook import (
    Shelf,
    add_pattern,
    browse,
    find_item,
    list_patterns,
    own_patterns,
    remove_pattern,
    show_item,
    to_library,
)
from .jobs.practice import OwnPractice
from .jobs.progress import ignore_progress
from .jobs.rebuild import rebuild_index
from .jobs.sentence import check_sentence
from .jobs.sharing import CommunitySharing
from .jobs.standing import Ports as Ports
from .jobs.texts import add_texts, read_upload
from .jobs.workers import Drafts
from .models import (
    Actor,
    AddedPattern,
    CheckResult,
    Chunk,
    Community,
    Consent,
    Finding,
    FindResult,
    HealthLine,
    IngestReport,
    IngestRequest,
    Letter,
    Library,
    ListedPattern,
    Move,
    Note,
    NoteSummary,
    OutcomesRequest,
    OutcomesResult,
    PartRequest,
    Pattern,
    PatternList,
    PlanRequest,
    PlanResult,
    PlaybookItem,
    PlaybookQuery,
    ReadPattern,
    RewriteRequest,
    RewritesResult,
    Series,
    SeriesRequest,
    SessionPlan,
    Situation,
    Skipped,
    StemEntry,
    TextNote,
    UndoReport,
    Visibility,
)
from .notes.folder import ReadingLimits
from .playbook.coaching import find_situation, load_coaching
from .playbook.own import TEMPLATE, read_pattern
from .ports import CommunityNotes, Progress, RunSummary, Source
from .retrieval import Search

OWNER = Actor()
"""The person at this machine."""


class Coach:
    """The product as one object; safe to share between threads."""

    def __init__(
        self,
        ports: Ports,
        *,
        limits: ReadingLimits,
        demo_dir: Path,
        health: Callable[[], list[HealthLine]],
        evals_dir: Path | None = None,
    ) -> None:
        """Keep what it stands on; nothing is opened or read yet."""
        self.evaluations = Evaluations(evals_dir)
        """How well it suggests, as far as that was measured here."""
        self._ports = ports
        self._limits = limits
        self._demo_dir = demo_dir
        self._health = health
        self._nearness = Nearness(ports.embedder)
        self.people = People(ports.store)
        """Who belongs here, so that names can be replaced before text leaves."""
        self.practice, self.sharing = OwnPractice(ports.store, ports.clock), CommunitySharing(ports.store, ports.clock)
        """What a host keeps for themselves alone, and what a community shares."""
        self.model = Modelling(ports.store, ports.clock, ports.models, self.plan_tools)
        """Which model drafts, what may leave for it, and what it took."""
        jobs = DraftJobs(ports.store, ports.clock, self.model, self.plan_tools, ports.recogniser)
        self.drafts = Drafts(ports.store, ports.clock, jobs)
        """Drafting in the background, and the records of all drafting."""
        self.coaching = Coaching(ports.store, jobs, self.model)
        """Asking for coaching, and one's own conversations."""
        self.briefs = Briefs(ports.store, jobs, self.model, ports.clock)
        """The page for leaders, and questions to the notes."""
        self.learning = OwnLearning(ports.store, ports.clock, self._search)
        """What the community set out to be able to do, and its stories."""

    # -- communities -------------------------------------------------------------------------------
    def communities(self) -> list[Community]:
        """Return all communities, by name."""
        return self._ports.store.list_communities()

    def community(self, name: str) -> Community:
        """Return the community of that name, or raise UnknownCommunity."""
        return get_community(name, store=self._ports.store)

    def create_community(
        self, name: str, *, domain: str = "", people: str = "", practice: str = "", actor: Actor = OWNER
    ) -> Community:
        """Make a new, empty community; raise BadRequest when the name is empty or taken."""
        wanted = Community(id="new", name=name, domain=domain, people=people, practice=practice)
        return create_community(wanted, store=self._ports.store, actor=actor, clock=self._ports.clock)

    def remove_community(self, name: str, *, actor: Actor = OWNER) -> Community:
        """Remove a community with everything in it, and return what it was."""
        community = remove_community(name, store=self._ports.store, actor=actor)
        self.drafts.forget(community.id)
        self._ports.index.forget(community.id)
        return community

    def load_demo(self, progress: Progress | None = None, *, actor: Actor = OWNER) -> Community:
        """Take in the fictional community that comes with the product; harmless when it is there already."""
        found = find_demo(self.demo_words(), store=self._ports.store, actor=actor, clock=self._ports.clock)
        try:
            self.ingest(found.name, to_demo_request(self._demo_dir), progress, actor=actor)
        except BadInput:
            if not self.notes(found.name, actor=actor):
                self.remove_community(found.name, actor=actor)
            raise
        store = self._ports.store
        add_demo_learning(self._demo_dir, store.notes(found.id, actor), store.learning(found.id, actor))
        return found

    def demo_words(self) -> Mapping[str, object]:
        """Return the demo's name, description, and outcomes and questions to try."""
        return read_demo_words(self._demo_dir)

    # -- notes -------------------------------------------------------------------------------------
    def ingest(
        self, name: str, request: IngestRequest, progress: Progress | None = None, *, actor: Actor = OWNER
    ) -> IngestReport:
        """Take in a folder of notes; see `coach.jobs.ingest.ingest_folder`."""
        return ingest_folder(request, self._ingest_tools(name, progress, actor))

    def add_texts(
        self, name: str, texts: Sequence[TextNote], progress: Progress | None = None, *, actor: Actor = OWNER
    ) -> IngestReport:
        """Take in pasted, uploaded or jotted notes."""
        return add_texts(texts, self._ingest_tools(name, progress, actor))

    def undo(self, name: str, run_id: str | None = None, *, actor: Actor = OWNER) -> UndoReport:
        """Take back the newest ingest that has not been taken back; refuse when it is not the one that is meant."""
        return undo_ingest(self._own_notes(name, actor), run_id)

    def read_upload(
        self,
        file_name: str,
        data: bytes,
        *,
        visibility: Visibility = Visibility.MEMBERS,
        consent: Consent = Consent.INSIDE,
    ) -> TextNote | Skipped:
        """Read an uploaded file the way files in a folder are read, or say why it is left out."""
        read = read_upload(file_name, data)
        rights = {"visibility": visibility, "consent": consent}
        return read if isinstance(read, Skipped) else read.model_copy(update=rights)

    def runs(self, name: str, *, actor: Actor = OWNER) -> list[RunSummary]:
        """Return the ingests of a community, newest first."""
        return self._own_notes(name, actor).runs()

    def sources(self, name: str, *, actor: Actor = OWNER) -> list[Source]:
        """Return the named sources of a community."""
        return self._notes(name, actor).sources()

    def notes(self, name: str, *, actor: Actor = OWNER) -> list[NoteSummary]:
        """Return the notes that this actor may read, newest first."""
        return self._notes(name, actor).summaries()

    def note(self, name: str, note_id: str, *, actor: Actor = OWNER) -> Note:
        """Return one note, or raise UnknownNote."""
        return self._notes(name, actor).get_note(note_id)

    def find_note(self, name: str, path: str, *, actor: Actor = OWNER) -> Note | None:
        """Return the note at a path, if this actor may read one there."""
        return self._notes(name, actor).find_note(path)

    def note_chunks(self, name: str, note_id: str, *, actor: Actor = OWNER) -> list[Chunk]:
        """Return a note's chunks in order."""
        return self._notes(name, actor).note_chunks(note_id)

    def set_rights(
        self, name: str, note_id: str, visibility: Visibility, consent: Consent, *, actor: Actor = OWNER
    ) -> None:
        """Change who may read a note and how it may be quoted."""
        self._notes(name, actor).set_rights(note_id, visibility, consent)

    # -- asking ------------------------------------------------------------------------------------
    def find(self, name: str, question: str, limit: int = 8, *, actor: Actor = OWNER) -> FindResult:
        """Find what the notes hold about a question, or say that they hold nothing."""
        return find_in_notes(question, self._search(name, actor), limit)

    def plan(self, name: str, request: PlanRequest, *, by: By = "auto", actor: Actor = OWNER) -> PlanResult:
        """Plan a session from what the community wrote, and check it."""
        return self.drafts.jobs.plan(name, request, How(by, actor))

    def plan_series(self, name: str, request: SeriesRequest, *, by: By = "auto", actor: Actor = OWNER) -> Series:
        """Plan two to six sessions on the same outcomes; the last one comes back to the first."""
        return self.drafts.jobs.series(name, request, How(by, actor))

    def outcomes(self, name: str, request: OutcomesRequest, *, by: By = "auto", actor: Actor = OWNER) -> OutcomesResult:
        """Propose outcomes that the community's own notes suggest, or say what to ask where they say too little."""
        return self.drafts.jobs.outcomes(name, request, How(by, actor))

    def rewrites(self, name: str, request: RewriteRequest, *, by: By = "auto", actor: Actor = OWNER) -> RewritesResult:
        """Word an outcome otherwise; one's own stays as it is."""
        return self.drafts.jobs.rewrites(name, request, How(by, actor))

    def redraft_part(self, name: str, request: PartRequest, *, by: By = "auto", actor: Actor = OWNER) -> PlanResult:
        """Draft one part of a plan again; everything else stays."""
        return self.drafts.jobs.part(name, request, How(by, actor))

    # -- the playbook ------------------------------------------------------------------------------
    def playbook(self) -> Library:
        """Return the patterns, protocols and openings that come with the product."""
        return to_library(self._ports.playbook)

    def patterns(self, name: str, *, actor: Actor = OWNER) -> PatternList:
        """Return the patterns that a community can use: its own first, with who added them, then the playbook's."""
        return list_patterns(self._shelf(name, actor))

    def browse(
        self, query: PlaybookQuery | None = None, name: str | None = None, *, actor: Actor = OWNER
    ) -> tuple[PlaybookItem, ...]:
        """Return the playbook entries that fit, with a community's own patterns first when one is named."""
        own = [item for item in self.patterns(name, actor=actor).patterns if item.own] if name else []
        return browse(query or PlaybookQuery(), self.playbook(), own)

    def entry(self, entry_id: str, name: str | None = None, *, actor: Actor = OWNER) -> PlaybookItem:
        """Return one playbook entry, or raise UnknownPattern."""
        return find_item(entry_id, self.browse(None, name, actor=actor))

    def show_entry(self, entry_id: str, outcome: str, name: str | None = None, *, actor: Actor = OWNER) -> PlaybookItem:
        """Return one playbook entry with its texts filled in, the way a plan for this outcome would say them."""
        return show_item(self.entry(entry_id, name, actor=actor), outcome, self._ports.playbook)

    def show_pattern(self, pattern: Pattern, outcome: str) -> PlaybookItem:
        """Return a pattern that is only read so far as `show_entry` would; nothing is kept."""
        return show_item(PlaybookItem(kind="pattern", entry=pattern), outcome, self._ports.playbook)

    def pattern_template(self) -> str:
        """Return a short, commented text to start an own pattern from."""
        return TEMPLATE

    def read_pattern(self, text: str) -> ReadPattern:
        """Read an own pattern from YAML and say what could be better; nothing is kept."""
        return read_pattern(text, self._ports.playbook)

    def add_pattern(self, name: str, text: str, *, credit: str = "", actor: Actor = OWNER) -> AddedPattern:
        """Keep an own pattern for a community's plans, or raise BadPattern; one of the same id is replaced."""
        return add_pattern(text, credit, self._shelf(name, actor))

    def remove_pattern(self, name: str, pattern_id: str, *, actor: Actor = OWNER) -> ListedPattern | None:
        """Take an own pattern out of use and return what it was; earlier versions of it do not come back."""
        return remove_pattern(pattern_id, self._shelf(name, actor))

    def outcome_stems(self) -> tuple[StemEntry, ...]:
        """Return ways to begin an outcome, by kind of community."""
        return self._ports.playbook.stems

    def situations(self) -> tuple[Situation, ...]:
        """Return what makes hosting hard, by id."""
        return load_coaching().situations

    def situation(self, situation_id: str) -> tuple[Situation, list[Move]]:
        """Return a situation with the moves that may help in it, best first, or raise UnknownPattern."""
        return find_situation(situation_id)

    # -- checks ------------------------------------------------------------------------------------
    def check_plan(self, plan: SessionPlan, name: str | None = None, *, actor: Actor = OWNER) -> CheckResult:
        """Check any plan; its quotes too, when a community is named."""
        if name is None:
            return check_plan(plan, lexicon=self._ports.playbook.lexicon)
        return check_against_notes(plan, self.plan_tools(name, actor))

    def check_outcome(self, text: str) -> CheckResult:
        """Check one outcome's wording."""
        return check_sentence(text, self._ports.playbook.lexicon)

    def check_review(self, prompts: Sequence[str], outcome: str | None = None) -> CheckResult:
        """Check a list of review prompts, against an outcome when one is given."""
        return check_review(list(prompts), self._ports.playbook.lexicon, outcome=outcome)

    # -- the rest ----------------------------------------------------------------------------------
    def render_markdown(self, plan: SessionPlan, findings: Sequence[Finding] = ()) -> str:
        """Return a plan as Markdown."""
        return render_markdown(plan, findings)

    def render_series(self, series: Series) -> str:
        """Return a series as Markdown."""
        return render_series(series)

    def letters(self, plan: SessionPlan) -> tuple[Letter, ...]:
        """Return the letters around a session, from its plan alone; what only you know stands in [square brackets]."""
        return write_letters(plan, self._ports.playbook)

    def render_handout(self, plan: SessionPlan, begins: dt.time | None = None) -> str:
        """Return what each participant holds, as one HTML file to print."""
        return render_handout(plan, begins)

    def render_cards(self, plan: SessionPlan) -> str:
        """Return the activities' and reviews' cards to cut out, as one HTML file to print."""
        return render_cards(plan)

    def render_run_sheet(self, plan: SessionPlan, begins: dt.time | None = None) -> str:
        """Return the page that the host holds, as one HTML file to print."""
        return render_run_sheet(plan, begins)

    def rebuild_index(self, progress: Progress | None = None) -> int:
        """Build the vector index anew from the vectors kept in SQL; return how many chunks it holds."""
        return rebuild_index(self._ports.store, self._ports.index, progress or ignore_progress)

    def doctor(self) -> list[HealthLine]:
        """Say what is configured, what is missing and what to do."""
        return self._health()

    def close(self) -> None:
        """Stop what is being drafted, and let go of the database."""
        self.drafts.close()
        self._ports.store.close()

    # -- inside ------------------------------------------------------------------------------------
    def _notes(self, name: str, actor: Actor) -> CommunityNotes:
        return self._ports.store.notes(self.community(name).id, actor)

    def _own_notes(self, name: str, actor: Actor) -> CommunityNotes:
        community = get_own_community(name, store=self._ports.store, actor=actor)
        return self._ports.store.notes(community.id, actor)

    def _search(self, name: str, actor: Actor) -> Search:
        return Search(self._notes(name, actor), self._ports.index, self._ports.embedder)

    def plan_tools(self, name: str, actor: Actor = OWNER) -> PlanTools:
        """Return what planning stands on, for measuring."""
        own = own_patterns(self._shelf(name, actor))
        return PlanTools(self._search(name, actor), self._ports.drafter, self._ports.playbook, self._nearness, own)

    def _shelf(self, name: str, actor: Actor) -> Shelf:
        return Shelf(self._ports.store, self._ports.playbook, self.community(name), actor)

    def _ingest_tools(self, name: str, progress: Progress | None, actor: Actor) -> IngestTools:
        notes, hear = self._own_notes(name, actor), progress or ignore_progress
        return IngestTools(notes, self._ports.embedder, self._ports.clock, actor, self._limits, progress=hear)
