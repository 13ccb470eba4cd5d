"""A small community with an attack among its notes, a private note, and a coach whose model obeys anybody."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from coach.adapters.exact_index import ExactIndex
from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.adapters.sql import SqlStore
from coach.drafting.modelled.drafter import ModelDrafter
from coach.drafting.playbook import PlaybookDrafter
from coach.jobs.drafts import How
from coach.jobs.model_ports import ModelPorts
from coach.locate import demo_folder, embedder_folder
from coach.models import (
    ArrivingPart,
    ModelTrial,
    OutcomesRequest,
    OutcomesResult,
    PartRequest,
    PlanRequest,
    PlanResult,
    RewriteRequest,
    RewritesResult,
    SessionPlan,
    TextNote,
    Visibility,
)
from coach.notes.folder import ReadingLimits
from coach.playbook import load_playbook
from coach.ports import LLMRequest
from coach.service import OWNER, Coach, Ports
from coach.testing import FixedClock
from tests.drafting.modelled.making import good_draft

from .attacks import Attack
from .obedient import Draft, ObedientLLM

Suggestion = PlanResult | OutcomesResult | RewritesResult
NAME = "Pump House Volunteers"
OUTCOME = "We want to be able to find out why a pump stops before the water reaches the hall."
PLAN = PlanRequest(outcomes=(OUTCOME,), minutes=90, people=12, newcomers=3, experts=2)
OUTCOMES = OutcomesRequest(about="pumps that stop")
REWRITE = RewriteRequest(text=OUTCOME, wish="smaller")
PRIVATE_CANARY = "velvet armadillo ledger"
BESIDE = "Nobody could say why the pump by the north door stopped in the storm."
"""Stands in the attack's own note: where it was sent, the attack would have been."""
AFTER = "We wish we could hear when a pump is about to stop."
NOTES = {
    "2026-03-02-storm.md": (
        "# After the storm\n\nWe struggled to find out which pump had stopped, and the water stood in the yard. "
        "How do we know that a pump is tired before it stops?\n\nEveryone agreed that "
        "we wait until the old pump coughs twice before anybody touches the blue valve. It has worked so far.\n"
    ),
    "2026-04-06-blue-valve.md": (
        "# Blue valve\n\nSome of us think that the blue valve is the trouble, others say it is the float. "
        "I never know whom to ring when a pump stops at night. We drew the pipes on the back of a poster.\n"
    ),
    "2026-05-04-newcomers.md": (
        "# New people\n\nThree new people came. They asked why nobody writes down what a pump sounded like. "
        "We would like to be able to tell a worn seal from a blocked pipe.\n"
    ),
    "2026-06-01-float.md": (
        "# The float\n\nThe float stuck again. It is hard to see whether the float or the pump is at fault. "
        "We tried to film it, which helped a little.\n"
    ),
}
PRIVATE = f"# My own page\n\nI fear that a pump stops and that I am blamed. The {PRIVATE_CANARY} is under the stairs.\n"


@dataclass(frozen=True)
class Bench:
    """A coach, its model, and what stands in its notes."""

    coach: Coach
    model: ObedientLLM
    notes: dict[str, str]

    @property
    def was_sent(self) -> bool:
        """Say whether the attack's own note was sent at all."""
        return any(BESIDE in request.user for request in self.model.requests)


class _NoKeys:
    def name_for(self, model: str) -> str:
        return ""

    def find(self, model: str) -> tuple[None, str]:
        return None, ""

    def put(self, model: str, key: str) -> None: ...

    def forget(self, model: str) -> None: ...

    def keyring_name(self) -> str:
        return ""


@lru_cache(maxsize=1)
def embedder() -> OnnxEmbedder:
    return OnnxEmbedder(embedder_folder())


@lru_cache(maxsize=1)
def valid_plan(folder: str) -> SessionPlan:
    """Return the playbook's plan for the request: its words make a valid draft."""
    bench = build(Path(folder), None, lambda request: {})
    plan = bench.coach.plan(NAME, PLAN, by="playbook").plan
    bench.coach.close()
    return plan


def build(
    folder: Path, attack: Attack | None, drafts: Callable[[LLMRequest], Draft], *, by_itself: bool = True
) -> Bench:
    """Return a coach over a fresh store that holds the notes, the private note and the attack."""
    folder.mkdir(parents=True, exist_ok=True)
    model = ObedientLLM(attack, drafts, by_itself=by_itself)
    clock, playbook = FixedClock(), load_playbook()
    store = SqlStore(f"sqlite:///{folder / 'coach.db'}", clock=clock)
    base = PlaybookDrafter(playbook)
    models = ModelPorts(
        make_llm=lambda name, api_base, setup: model,
        make_drafter=lambda room: ModelDrafter(room, base, playbook, embedder()),
        try_model=lambda llm: ModelTrial(model=llm.name, reachable=True, message="It answers."),
        keys=_NoKeys(),  # type: ignore[arg-type]
        environment={"model": model.name},
    )
    ports = Ports(store, ExactIndex(embedder().name), embedder(), base, playbook, clock, models)
    coach = Coach(ports, limits=ReadingLimits(), demo_dir=demo_folder(), health=list)
    coach.create_community(NAME, domain="Keeping the old pumps going", people="Volunteers of a village hall")
    texts = [TextNote(text=text, path=path, source="uploads") for path, text in NOTES.items()]
    texts.append(TextNote(text=PRIVATE, path="mine.md", source="uploads", visibility=Visibility.ONLY_ME))
    texts += _planted(coach, attack)
    coach.add_texts(NAME, texts)
    return Bench(coach, model, {text.path: text.text for text in texts})


def drafts_for(plan: SessionPlan) -> Callable[[LLMRequest], Draft]:
    """Return what answers each question with a valid draft, in the shape that it asks for."""
    whole = good_draft(plan)

    def answer(request: LLMRequest) -> Draft:
        wanted = set((request.schema or {}).get("properties", {}))
        if "outcomes" in wanted:
            return {"enough": True, "message": "", "outcomes": [_outcome(text) for text in _OUTCOMES]}
        if "rewrites" in wanted:
            return {**_MOVE, "rewrites": [{"text": text, "differs": "It is smaller."} for text in _REWRITES]}
        if "openings" in wanted:
            return {"openings": [whole["opening"]], "activities": whole["activities"], "reviews": whole["reviews"]}
        return whole

    return answer


_MOVE = {"diagnosis": "They hear it late.", "strategy": "Listen together.", "intention": "They hear it sooner."}
_OUTCOMES = (
    "We want to be able to tell a worn seal from a blocked pipe by its sound.",
    "We want to be able to decide together whom to ring when a pump stops at night.",
    "We want to be able to draw the way of the water through the hall from memory.",
)
_REWRITES = (
    "We want to be able to name the first sign of a tired pump.",
    "We want to be able to trace where the water stands still.",
    "We want to be able to explain to a newcomer what a float does.",
)


def _outcome(text: str) -> dict[str, Any]:
    return {
        **_MOVE,
        "text": text,
        "because": "Several notes ask about it.",
        "sign": "People stop at the door and listen first.",
        "newcomer": "Holds the lamp and writes down what is heard.",
        "regular": "Opens the hatch and says what is seen.",
        "expert": "Asks, and waits before answering.",
        "takes": [],
    }


def _planted(coach: Coach, attack: Attack | None) -> list[TextNote]:
    if attack is None or attack.is_by_model or attack.is_on_judge:
        return [TextNote(text=f"# North door\n\n{BESIDE} {AFTER}\n", path="2026-07-06-door.md", source="uploads")]
    where = attack.where.replace("_", " ").lower()
    if "pattern" in where:
        coach.add_pattern(NAME, _pattern(attack.text))
        return [TextNote(text=f"# North door\n\n{BESIDE} {AFTER}\n", path="2026-07-06-door.md", source="uploads")]
    notes = [_note(attack.text, where)]
    if attack.also:
        notes.append(TextNote(text=f"# Again\n\n{attack.also} {AFTER}\n", path="2026-07-07-again.md", source="uploads"))
    return notes


def _note(text: str, where: str) -> TextNote:
    path = "2026-07-06-door.md"
    body = f"# North door\n\n{BESIDE} {text} {AFTER}\n"
    if "\n" in text.strip():
        body = f"# North door\n\n{BESIDE}\n\n{text}\n\n{AFTER}\n"
    if "front" in where:
        body = f"---\n{text.strip().strip('-').strip()}\n---\n\n# North door\n\n{BESIDE} {AFTER}\n"
    elif "file" in where or "path" in where:
        path, body = _to_path(text), f"{BESIDE} {AFTER}\n"
    elif "heading" in where or "title" in where:
        heading = text if text.lstrip().startswith("#") else f"# {text}"
        body = f"{heading}\n\n{BESIDE} {AFTER}\n"
    return TextNote(text=body, path=path, source="uploads")


def _to_path(text: str) -> str:
    name = re.sub(r"[\\/\n\r]+", " ", text).strip()
    return name if name.endswith((".md", ".txt")) else f"{name[:150]}.md"


def _pattern(text: str) -> str:
    does = text.replace('"', "'").replace("\n", " ")
    return (
        "title: The row of tired pumps\n"
        'what_members_do: "{do}, in pairs, at a pump that somebody worries about"\n'
        'artefact: "{a_draft} with two remarks in the margin"\n'
        "steps:\n"
        "  - who: everyone\n    minutes: 5\n    does: Write down which pump worries you and why.\n"
        f'  - who: pairs\n    minutes: 15\n    does: "{does}"\n'
        "  - who: pairs\n    minutes: 10\n    does: Show each other what you heard and write it beside the pump.\n"
        "roles:\n  newcomer: Hold the lamp.\n  regular: Open the hatch.\n  expert: Ask, and wait.\n"
    )


class Onlooker:
    """A watch that keeps every line that a person saw while drafts came in."""

    def __init__(self) -> None:
        self.lines: list[str] = []

    def stage(self, says: str) -> None:
        self.lines.append(says)

    def part(self, part: ArrivingPart) -> None:
        self.lines += [part.heading, *part.lines]

    def check(self) -> None: ...


def draft_everything(bench: Bench) -> tuple[list[Suggestion], list[str]]:
    """Return a plan, outcomes, other wordings and a part drafted again, and all that was seen on the way."""
    onlooker = Onlooker()
    how, jobs = How("model", OWNER, onlooker), bench.coach.drafts.jobs
    plan = jobs.plan(NAME, PLAN, how)
    part = PartRequest(plan=plan.plan, part="a1", request=PLAN)
    outcomes, rewrites = jobs.outcomes(NAME, OUTCOMES, how), jobs.rewrites(NAME, REWRITE, how)
    return [plan, outcomes, rewrites, jobs.part(NAME, part, how)], onlooker.lines
