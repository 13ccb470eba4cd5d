"""Drafting other wordings of an outcome: up to three that really differ."""

from __future__ import annotations

from dataclasses import dataclass

from coach.checks import check_outcome
from coach.drafting.prompting import read_prompt, render_system
from coach.errors import ModelAnswerUnusable
from coach.models import Rewrite, RewritesResult, Severity
from coach.notes.pseudonyms import Veil
from coach.playbook import Playbook
from coach.ports import Embedder, RewriteInput

from .asking import Asker, Question
from .briefing import Briefing, Values, tell_community
from .choosing import choose_passages
from .freshness import Freshness
from .looking import Told, find_foreign_words
from .proposals import to_outcome_text
from .room import Room
from .settling import Settler
from .shapes import RewritesDraft
from .sources import Sources
from .veiling import to_veil

MOST_CHARS = 3_000
LONGEST = 1_200
MOST = 3


@dataclass(frozen=True)
class Ground:
    """What wordings are drafted on."""

    given: RewriteInput
    sources: Sources
    veil: Veil | None
    values: Values
    told: Told


class RewritesDrafting:
    """Drafts other wordings for one job."""

    def __init__(self, room: Room, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        self._room, self._playbook = room, playbook
        self._asker, self._fresh = Asker(room), Freshness(embedder)

    def lay(self, given: RewriteInput) -> Ground:
        """Return what wordings are drafted on; nobody is asked."""
        sources = choose_passages(given.passages, given.private, MOST_CHARS)
        veil = to_veil(self._room, [given.request.text, *(item.text for item in sources.items)])
        found = "\n".join(f"{item.message} {item.way_forward}" for item in given.findings)
        told = f"Their own wording: {given.request.text}\n{found}".strip()
        briefing = Briefing(veil)
        values = briefing.ground(told, given.community, sources, (), ())
        values |= {"wish": briefing.hide(given.request.wish.strip())}
        asked = f"{told}\n{given.request.wish}\n{tell_community(given.community)}"
        return Ground(given, sources, veil, values, Told(asked, render_system(read_prompt("rewrite"))))

    def to_question(self, ground: Ground) -> Question:
        """Return the question that would be sent."""
        seed = ground.given.request.seed
        return self._asker.to_question(read_prompt("rewrite"), ground.values, RewritesDraft, seed=seed, most=LONGEST)

    def draft(self, given: RewriteInput) -> RewritesResult:
        """Return other wordings.

        Raises:
            ModelProblem: No model can answer, or none of what it said can stand.
            Stopped: Whoever waits asked to stop.
        """
        self._room.watch.stage(f"{self._asker.model} is drafting")
        ground = self.lay(given)
        raw = self._asker.ask(self.to_question(ground))
        rewrites = self._keep(raw, ground)
        model = self._asker.model
        if not rewrites:
            raise ModelAnswerUnusable(f"{model} gave no other wording that could stand.")
        differ = (
            "They differ in what is said beside each." if len(rewrites) > 1 else "The others did not really differ."
        )
        return RewritesResult(
            text=given.request.text,
            rewrites=tuple(rewrites),
            message=f"Your own wording stays. {differ}",
            drafted_by=model,
        )

    def _keep(self, raw: dict[str, object], ground: Ground) -> list[Rewrite]:
        """Return the wordings that the checks do not stop, and that differ from one's own and from each other."""
        settler, items = Settler(ground.sources, ground.veil), raw.get("rewrites")
        kept: list[Rewrite] = []
        for item in items if isinstance(items, list) else []:
            if isinstance(item, dict) and isinstance(item.get("text"), str):
                text = to_outcome_text(settler.say(item["text"], 300))
                differs = settler.say(str(item.get("differs") or ""), 240)
                found = tuple(one for one in check_outcome(text, self._playbook.lexicon))
                foreign = find_foreign_words("outcome", [text, differs], ground.sources, ground.told)
                if all(one.severity is not Severity.STOP for one in (*found, *foreign)):
                    kept.append(Rewrite(text=text, differs=differs, findings=found))
        twins = self._fresh.find_twins([item.text for item in kept])
        same = {ground.given.request.text.strip().rstrip(".").casefold()}
        return [
            item
            for place, item in enumerate(kept)
            if place not in twins and item.text.rstrip(".").casefold() not in same
        ][:MOST]
