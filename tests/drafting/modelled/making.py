"""A community with a few notes, a room with a scripted model, and drafts such as a model would answer with."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from typing import Any

from coach.drafting.modelled import Room
from coach.drafting.modelled.drafter import ModelDrafter
from coach.drafting.playbook import PlaybookDrafter
from coach.models import (
    Activity,
    ArrivingPart,
    Citation,
    Community,
    Cue,
    FindResult,
    Member,
    Opening,
    Passage,
    PlanRequest,
    Review,
    SessionPlan,
    Spent,
)
from coach.playbook import load_playbook
from coach.ports import DraftInput, LLMReply, LLMRequest, QuoteCandidate
from coach.testing import HashEmbedder, ScriptedLLM

PLAYBOOK = load_playbook()
BASE = PlaybookDrafter(PLAYBOOK)
COMMUNITY = Community(id="c", name="Map Circle", domain="Services that cross team boundaries")
OUTCOME = "We want to be able to map a service that crosses team boundaries."
NOTES = {
    "retro": (
        "Retro\n\nIdris said: nobody knows who waits on whom, and the map\nstops at our own door. We asked for more "
        "drawing."
    ),
    "clinic": (
        "Clinic\n\nWe always begin with one round of names. How do we get housing into the room? Write to "
        "amina@example.org."
    ),
    "private": "My own page\n\nI am afraid that the heron project will be stopped before spring.",
}


class Purse:
    """Counts, and gives leave to everything."""

    def __init__(self) -> None:
        self.spent = Spent()
        self.open: list[str] = []

    def take(self, model: str, tokens: int, usd: float | None) -> str:
        self.open.append(f"r{len(self.open)}")
        return self.open[-1]

    def pay(self, reservation: str, reply: LLMReply | None) -> None:
        self.spent = self.spent + Spent(calls=1)

    def reuse(self) -> None:
        self.spent = self.spent + Spent(reused=1)


class Seen:
    """A watch that remembers."""

    def __init__(self) -> None:
        self.stages: list[str] = []
        self.parts: list[ArrivingPart] = []

    def stage(self, says: str) -> None:
        self.stages.append(says)

    def part(self, part: ArrivingPart) -> None:
        self.parts.append(part)

    def check(self) -> None: ...


def passage(note: str, words: str = "", quotable: bool = True) -> Passage:
    """Return a passage of one of the notes: the whole of it, or from these words on."""
    text = NOTES[note]
    start = text.index(words) if words else 0
    return Passage(
        label="S1",
        note=f"{note}.md",
        note_id=note,
        title=note.capitalize(),
        date="2026-03-12",
        heading="",
        text=text[start:],
        start=start,
        end=len(text),
        strength=0.6,
        chunk_id=f"{note}-0",
        quotable=quotable,
    )


def telling(note: str, words: str, *cues: Cue) -> QuoteCandidate:
    """Return a sentence of a note that tells something."""
    start = NOTES[note].index(words)
    citation = Citation(label="S1", quote=words, note=f"{note}.md", note_id=note, start=start, end=start + len(words))
    return QuoteCandidate(citation, cues, 0.5)


def given(request: PlanRequest | None = None, **more: Any) -> DraftInput:
    """Return what a plan may be drafted from: two notes for all, and one that is private."""
    passages = (passage("retro"), passage("clinic"), passage("private"))
    quotes = (
        telling("retro", "nobody knows who waits on whom, and the map\nstops at our own door", Cue.STRUGGLE),
        telling("clinic", "How do we get housing into the room?", Cue.QUESTION),
    )
    return DraftInput(
        request=request or PlanRequest(outcomes=(OUTCOME,), newcomers=3, experts=2),
        community=COMMUNITY,
        found=FindResult(enough=True, passages=passages, notes_searched=12),
        quotes=quotes,
        private=frozenset({"private"}),
        **more,
    )


def drafter(
    answers: Sequence[Any] | Callable[[LLMRequest], str], *others: ScriptedLLM, **room: Any
) -> tuple[ModelDrafter, ScriptedLLM, Room]:
    """Return a drafter whose first model gives these answers (dicts are written as JSON), with its room."""
    script = (
        answers if callable(answers) else [item if not isinstance(item, dict) else json.dumps(item) for item in answers]
    )
    llm = ScriptedLLM(script)
    made = Room((llm, *others), Purse(), **{"members": MEMBERS, **room})
    return ModelDrafter(made, BASE, PLAYBOOK, HashEmbedder()), llm, made


MEMBERS = (Member(id="m1", community_id="c", name="Idris"), Member(id="m2", community_id="c", name="Amina Yusuf"))


def good_draft(plan: SessionPlan | None = None) -> dict[str, Any]:
    """Return a draft without anything to mend: the playbook's own words, in the shape that a model answers in."""
    plan = plan or BASE.draft_plan(DraftInput(given().request, COMMUNITY, FindResult(enough=False, passages=())))
    parts = [part for part in plan.parts if isinstance(part, Opening | Activity | Review)]
    return {
        "diagnosis": "The map stops at their own door.",
        "strategy": "Follow one case across the doors.",
        "intention": "They see who waits.",
        "title": "Where our maps stop",
        "opening": next(_opening(part) for part in parts if isinstance(part, Opening)),
        "activities": [_activity(part, plan) for part in parts if isinstance(part, Activity)],
        "reviews": [_review(part, plan) for part in parts if isinstance(part, Review)],
        "open": {"title": "Room", "does": "This time is yours; gather round what draws you.", "say": "What came up?"},
        "capture": {
            "title": "One line each",
            "keeps": "One line from everyone who wants to.",
            "consent": "Whoever wants a line to stay in the room turns it over.",
            "steps": [
                {
                    "minutes": 5,
                    "who": "everyone",
                    "doing": "making",
                    "phase": "",
                    "one_voice": False,
                    "does": "Write one line on what you would do another way.",
                    "say": "One line is enough.",
                }
            ],
        },
        "results": [],
        "around": {
            "hosting": ["Stand by the wall and point; let others answer."],
            "prepare": ["Print three cases, large.", "Put pens on every table."],
            "access": ["Read each case aloud once."],
            "silence": "Let everyone write first.",
            "low_turnout": "Work as one group on one case.",
            "loud_voice": "Ask for the next line in writing.",
            "running_late": "Leave out the second case.",
        },
    }


def quoting(draft: dict[str, Any], quote: str, label: str = "S1") -> dict[str, Any]:
    """Return a draft whose first activity step quotes these words."""
    changed: dict[str, Any] = json.loads(json.dumps(draft))
    activity = changed["activities"][0]
    activity["steps"][0]["does"] += f" Start from what one of you wrote: “{quote}” ({label})."
    activity["takes"] = [{"label": label, "quote": quote, "change": "The activity begins at that spot."}]
    return changed


def _steps(part: Any) -> list[dict[str, Any]]:
    return [step.model_dump(mode="json", exclude={"citations"}) | {"phase": step.phase or ""} for step in part.steps]


def _common(part: Any) -> dict[str, Any]:
    return {"id": part.id, "title": part.title, "why": part.why, "steps": _steps(part), "takes": []}


def _opening(part: Opening) -> dict[str, Any]:
    return _common(part) | {"prompt": part.prompt}


def _activity(part: Activity, plan: SessionPlan) -> dict[str, Any]:
    same = ("what_members_do", "real_work", "artefact", "norm", "bring", "lend", "materials", "card", "pitfalls")
    reason = next(link.reason for link in plan.links if link.target == part.id)
    return (
        _common(part)
        | {name: getattr(part, name) for name in same}
        | part.roles.model_dump()
        | {"like": part.pattern, "together": 3, "reason": reason}
    )


def _review(part: Review, plan: SessionPlan) -> dict[str, Any]:
    work, growth = (link.reason for link in plan.links if link.target == part.id)
    prompts = [{"tone": item.tone or "curious", "text": item.text} for item in part.prompts]
    return _common(part) | {
        "like": part.protocol,
        "looks_at": part.looks_at,
        "prompts": prompts,
        "author_speaks": part.author_speaks,
        "compares": part.compares,
        "card": list(part.card),
        "reason_work": work,
        "reason_outcome": growth,
    }
