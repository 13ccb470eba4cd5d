"""Drafting outcomes: asked once, each proved and checked, those that fail mended once or left out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from pydantic import ValidationError

from coach.checks import check_outcome
from coach.checks.criterion import Criterion
from coach.drafting.playbook import PlaybookDrafter
from coach.drafting.prompting import read_prompt, render_system
from coach.errors import ModelProblem
from coach.models import ArrivingPart, Citation, Finding, Outcome, OutcomeProposal, OutcomesResult, Severity
from coach.notes.pseudonyms import Veil
from coach.playbook import Playbook, hint_level, parse_outcome
from coach.ports import Embedder, OutcomesInput

from .asking import Asker, Question
from .briefing import Briefing, Values, find_doing_in, tell_community, tell_outcomes_request
from .choosing import choose_passages
from .freshness import Freshness, say_done, say_twin
from .looking import Told, find_foreign_words, is_worth_a_call, say_unproved, tell_findings, to_screen, weigh
from .room import Room
from .settling import Settler, to_sign
from .shapes import OutcomeDraft, OutcomesDraft
from .showing import Say
from .sources import Sources
from .veiling import to_veil

MOST_CHARS = 9_000
"""Outcomes are read off more of the notes than a plan: about 2,300 tokens."""
LONGEST = 3_000
_ALONE = Criterion(
    "X3",
    "An outcome that nobody spoke of is somebody else's.",
    "Take up a sentence, quoted exactly with its label, or propose another outcome.",
)
_STEM = "We want to be able to"


@dataclass(frozen=True)
class Ground:
    """What outcomes are drafted on."""

    given: OutcomesInput
    sources: Sources
    veil: Veil | None
    values: Values
    told: Told
    doing: tuple[str, ...]


@dataclass(frozen=True)
class _Proposed:
    """One outcome with what was found in it."""

    draft: OutcomeDraft
    proposal: OutcomeProposal
    findings: list[Finding]


class OutcomesDrafting:
    """Drafts outcomes for one job."""

    def __init__(self, room: Room, base: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._base, self._playbook = room, base, playbook
        self._asker, self._fresh = Asker(room), Freshness(embedder)

    def lay(self, given: OutcomesInput) -> Ground:
        """Return what outcomes are drafted on; nobody is asked."""
        sources = choose_passages(given.passages, given.private, MOST_CHARS)
        veil = to_veil(self._room, [item.text for item in sources.items])
        told = tell_outcomes_request(given.request)
        doing = find_doing_in([given.request.about, *(item.text for item in sources.items)])
        values = Briefing(veil).ground(told, given.community, sources, doing, ())
        self._room.trace.chunks.extend(item.chunk_id for item in sources.items if item.chunk_id)
        asked = f"{told}\n{tell_community(given.community)}"
        return Ground(given, sources, veil, values, Told(asked, render_system(read_prompt("outcomes"))), tuple(doing))

    def to_question(self, ground: Ground) -> Question:
        """Return the question that would be sent."""
        values = {**ground.values, "count": ground.given.request.count}
        seed = ground.given.request.seed
        return self._asker.to_question(read_prompt("outcomes"), values, OutcomesDraft, seed=seed, most=LONGEST)

    def draft(self, given: OutcomesInput) -> OutcomesResult:
        """Return outcomes to choose from, or what to ask first.

        Raises:
            ModelProblem: No model can answer.
            Stopped: Whoever waits asked to stop.
        """
        if not given.enough or not given.passages:
            # Too little is known before anything is paid for.
            return self._base.draft_outcomes(given)
        self._room.watch.stage("Reading the notes")
        ground = self.lay(given)
        self._room.watch.stage(f"{self._asker.model} is drafting")
        say = Say(ground.veil, to_screen(ground.sources, ground.told))
        raw = self._asker.ask(self.to_question(ground), lambda so_far: self._show(so_far, say))
        read = read_outcomes(raw)
        self._room.watch.stage("Checking")
        proposed = self._look(read.outcomes[: given.request.count], ground)
        if any(is_worth_a_call(item.findings) for item in proposed):
            proposed = self._mend(proposed, ground)
        return self._to_result(proposed, read, ground)

    # -- inside ------------------------------------------------------------------------------------
    def _show(self, raw: dict[str, object], say: Say) -> None:
        items = raw.get("outcomes")
        for place, item in enumerate(items if isinstance(items, list) else [], 1):
            if isinstance(item, dict):
                lines = (say(item.get("text") or item.get("diagnosis")), say(item.get("sign")))
                shown = tuple(line for line in lines if line)
                self._room.watch.part(ArrivingPart(key=f"outcome-{place}", heading=f"Outcome {place}", lines=shown))

    def _look(self, drafts: Sequence[OutcomeDraft], ground: Ground) -> list[_Proposed]:
        found = [self._propose(draft, place, ground) for place, draft in enumerate(drafts, 1)]
        twins = self._fresh.find_twins([item.proposal.text for item in found])
        for place, other in twins.items():
            found[place].findings.append(say_twin(f"outcome-{place + 1}", other))
        return found

    def _propose(self, draft: OutcomeDraft, place: int, ground: Ground) -> _Proposed:
        where, settler = f"outcome-{place}", Settler(ground.sources, ground.veil)
        proved = settler.begin(where, [(take.label, take.quote) for take in draft.takes[:4]])
        text = to_outcome_text(settler.say(draft.text, 400))
        parsed = parse_outcome(text, self._playbook.lexicon)
        because = settler.say(draft.because, 300)
        told = [item for item in settler.settled.citations.values() if f"({item.label})" in because]
        citations = list(dict.fromkeys([*told, *(item for item in proved if item is not None)]))
        proposal = OutcomeProposal(
            text=text,
            verb=parsed.verb,
            object=parsed.object,
            level=hint_level(parsed, self._playbook.lexicon),
            solo=parsed.solo,
            because=because,
            notes=len({item.note_id for item in citations}),
            sign=to_sign(settler.say(draft.sign, 300)),
            ways_in={
                "newcomer": settler.say(draft.newcomer, 240),
                "regular": settler.say(draft.regular, 240),
                "expert": settler.say(draft.expert, 240),
            },
            citations=tuple(citations[: max(3, len(told))]),
            worded_by=self._asker.model,
        )
        found = [say_unproved(where, words) for _, words in settler.settled.unproved]
        return _Proposed(draft, proposal, [*found, *self._find(proposal, where, ground)])

    def _find(self, proposal: OutcomeProposal, where: str, ground: Ground) -> list[Finding]:
        whole = Outcome(
            id=where, text=proposal.text, level=proposal.level, sign=proposal.sign, ways_in=proposal.ways_in
        )
        found = [
            item for item in check_outcome(whole, self._playbook.lexicon) if item.severity is not Severity.QUESTION
        ]
        words = [proposal.text, proposal.because, proposal.sign, *proposal.ways_in.values()]
        found += find_foreign_words(where, words, ground.sources, ground.told)
        done = self._fresh.find_done(proposal.text, ground.doing)
        found += [say_done(where, done)] if done else []
        found += [] if proposal.citations else [_ALONE.stop(where, "No sentence of the notes stands behind it.")]
        return found

    def _mend(self, proposed: list[_Proposed], ground: Ground) -> list[_Proposed]:
        failing = [place for place, item in enumerate(proposed) if is_worth_a_call(item.findings)]
        briefing = Briefing(ground.veil)
        findings = [item for place in failing for item in proposed[place].findings]
        kept = [item.proposal.text for place, item in enumerate(proposed) if place not in failing]
        values = {
            **ground.values,
            "drafted": "\n".join(proposed[place].draft.model_dump_json() for place in failing),
            "findings": briefing.hide_data(tell_findings(findings)),
            "kept": briefing.hide_data("\n".join(kept)),
        }
        self._room.watch.stage("Mending what was found")
        self._room.trace.repairs += 1
        try:
            question = self._asker.to_question(read_prompt("repair_outcomes"), values, OutcomesDraft, most=LONGEST)
            mended = read_outcomes(self._asker.ask(question)).outcomes
        except ModelProblem as problem:
            self._room.trace.tell(f"What was found could not be mended: {problem.message}")
            return proposed
        drafts = [item.draft for item in proposed]
        for place, draft in zip(failing, mended, strict=False):
            drafts[place] = draft
        looked = self._look(drafts, ground)
        return [
            new if weigh(new.findings) <= weigh(old.findings) else old
            for new, old in zip(looked, proposed, strict=True)
        ]

    def _to_result(self, proposed: list[_Proposed], read: OutcomesDraft, ground: Ground) -> OutcomesResult:
        given, model = ground.given, self._asker.model
        kept = [item for item in proposed if all(found.severity is not Severity.STOP for found in item.findings)]
        twins = self._fresh.find_twins([item.proposal.text for item in kept])
        kept = [item for place, item in enumerate(kept) if place not in twins]
        if len(kept) < len(proposed):
            self._room.trace.tell(
                f"{len(proposed) - len(kept)} of {len(proposed)} proposals were left out by the checks."
            )
        if not kept:
            result = self._base.draft_outcomes(given)
            self._room.trace.tell(f"{model} proposed none that the notes bear out.")
            return result
        settled = Settler(ground.sources, ground.veil)
        message = settled.say(read.message, 300)
        return OutcomesResult(
            enough=True,
            outcomes=tuple(_number([item.proposal for item in kept])),
            message=f"{_count(len(kept), given.request.count)} {message}".strip(),
            notes_searched=given.notes_searched,
            drafted_by=model,
            seed=given.request.seed,
        )


def read_outcomes(raw: dict[str, object]) -> OutcomesDraft:
    """Return what can be read of drafted outcomes; one that cannot be read does not cost the others."""
    items = raw.get("outcomes")
    drafts = []
    for item in items if isinstance(items, list) else []:
        try:
            drafts.append(OutcomeDraft.model_validate(item))
        except ValidationError:
            continue
    message = raw.get("message")
    return OutcomesDraft(outcomes=tuple(drafts[:8]), message=message if isinstance(message, str) else "")


def to_outcome_text(text: str) -> str:
    """Return an outcome as one sentence in the members' voice."""
    said = text.strip().rstrip(".")
    if not said.lower().startswith("we want to"):
        said = f"{_STEM} {said[:1].lower()}{said[1:]}"
    return f"{said}."


def _number(proposals: Sequence[OutcomeProposal]) -> list[OutcomeProposal]:
    """Return proposals whose citations are labelled S1, S2 and so on through all of them."""
    numbered, count = [], 0
    for proposal in proposals:
        labelled: list[Citation] = []
        because = proposal.because
        for item in proposal.citations:
            count += 1
            because = because.replace(f"({item.label})", f"(S{count})")
            labelled.append(item.model_copy(update={"label": f"S{count}"}))
        numbered.append(proposal.model_copy(update={"citations": tuple(labelled), "because": because}))
    return numbered


def _count(kept: int, wanted: int) -> str:
    said = "One outcome" if kept == 1 else f"{kept} outcomes"
    few = "" if kept >= wanted else " Asking people will bring more."
    return f"{said} to put on the table; each can be changed or dropped.{few}"
