"""A model that drafts as the product drafts with it: prompts, checks, repair and all, through the same jobs.

Only what the model drafted is handed to the graders. Where the playbook stepped in, all or a part of it, there is no
answer of the model's, and it is counted as such.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from coach.adapters.keys import KeyShelf
from coach.adapters.model_trial import try_model
from coach.drafting.modelled import Room
from coach.drafting.modelled.drafter import ModelDrafter
from coach.drafting.playbook import PlaybookDrafter
from coach.drafting.prompt_manifest import hash_prompts
from coach.drafting.prompting import read_prompt
from coach.errors import BadRequest, BudgetSpent
from coach.jobs.drafts import DraftJobs, How
from coach.jobs.model_ports import ModelPorts
from coach.jobs.plan import PlanTools
from coach.locate import prompts_folder
from coach.models import (
    Activity,
    Brief,
    BriefResult,
    CoachReply,
    Drafting,
    Opening,
    OutcomesRequest,
    OutcomesResult,
    PlanResult,
    Review,
    SessionPlan,
    Spent,
    SuggestionKind,
)
from coach.ports import LLM, BriefInput, CoachingInput, DraftInput, LLMReply, OutcomesInput, Purse
from evals.benches import ASKER, Bench
from evals.cache import to_key
from evals.casebook import ActivityCase, Case, CoachingCase, OutcomeCase, PlanCase, ReviewCase
from evals.suggestion import Suggestion, Took

from .base import Budget, NoAnswer
from .briefs import to_brief_request, to_briefed
from .coaching import to_coached, to_coaching_request
from .model import to_number
from .playbook import fingerprint_product, to_plan_request, to_proposed, to_suggestion, unmark

TASKS = ("brief", "coach", "outcomes", "plan", "repair", "repair_brief", "repair_coach", "repair_outcomes")
"""The prompts that briefs, replies, outcomes, plans and their parts are drafted with."""
_ELSEWHERE = ("ask/", "judge/", "compare/")
"""Prompts that no suggestion of the product comes from."""
_NO_DAY = {
    f"limits.{what}_per_{whose}": None for what in ("calls", "tokens", "usd") for whose in ("day", "community_day")
}
"""A run has a budget of its own; what other runs spent today must not cut it short."""
_ASIDE = {"api_base", "fallback_api_base", "at_once", "streams"}
"""What of a setup changes no answer: a model is known by its name."""
_PLAYBOOK = "playbook"
_NO_MODEL_NEEDED = "The product answers it without asking a model: it is for people, an aside, or not recognised."
_TURNED_DOWN = "The product turns the request down, and says why, without asking a model."


class RunPurse:
    """A job's purse that also draws from what the whole run may cost."""

    def __init__(self, job: Purse, budget: Budget) -> None:
        """Keep both."""
        self._job, self._budget = job, budget

    @property
    def spent(self) -> Spent:
        """Return what the job spent so far."""
        return self._job.spent

    def take(self, model: str, tokens: int, usd: float | None) -> str:
        """Set so much aside for one question.

        Raises:
            BudgetSpent: The job may ask no more: the playbook takes over, as it does for everybody.
            NoAnswer: The run may ask no more: the case stays unanswered.
        """
        self._budget.take_call()
        try:
            return self._job.take(model, tokens, usd)
        except BudgetSpent:
            self._budget.give_back()
            raise

    def pay(self, reservation: str, reply: LLMReply | None) -> None:
        """Write down what a question took."""
        self._job.pay(reservation, reply)
        self._budget.pay(reply.cost_usd if reply else None)

    def reuse(self) -> None:
        """Write down that an answer from before was used."""
        self._job.reuse()


class DraftedModel:
    """Answers with the product's own drafting, a model behind it; another repeat is another seed."""

    def __init__(self, llm: LLM, bench: Bench, budget: Budget, setup: Mapping[str, object], *, asks_anew: bool) -> None:
        """Keep what it works with; nothing is asked yet.

        Args:
            llm: The model to ask.
            bench: Where the cases' communities are.
            budget: What the whole run may cost.
            setup: What the environment says of models: limits for one suggestion, whose the model is.
            asks_anew: Whether to ask anew even where the same question was answered before.
        """
        self._llm, self._bench, self._budget, self._asks_anew = llm, bench, budget, asks_anew
        self._setup = {**setup, **_NO_DAY, "model": llm.name, "fallback": ""}

    @property
    def name(self) -> str:
        """Return the model's name."""
        return self._llm.name

    @property
    def prompts(self) -> Mapping[str, str]:
        """Return which version is used for which task, with the start of its hash."""
        found = [read_prompt(task) for task in TASKS]
        return {prompt.task: f"v{prompt.version} {prompt.sha256[:12]}" for prompt in found}

    @property
    def fingerprint(self) -> str:
        """Return a hash of the product's own files, of its prompts, and of what may be spent on a suggestion."""
        hashes = hash_prompts(prompts_folder())
        ours = {name: digest for name, digest in hashes.items() if not name.startswith(_ELSEWHERE)}
        setup = {name: str(value) for name, value in self._setup.items() if name not in _ASIDE}
        return to_key(fingerprint_product(), json.dumps([ours, setup], sort_keys=True))[:16]

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Answer a case, or say why there is no answer of the model's."""
        tools = self._bench.coach.plan_tools(self._bench.open(case.file), ASKER)
        job = _Job(case.file.community.name, tools, self._budget, self._asks_anew)
        try:
            suggestion = self._ask(self._bench.jobs(self._to_ports(job)), case, repeat)
        except NoAnswer as why:
            end = why.took.end if why.took else "silent" if job.was_asked else "not asked"
            raise NoAnswer(str(why), job.took(end)) from why
        except BadRequest as error:
            raise NoAnswer(_TURNED_DOWN, job.took("not asked")) from error
        took = job.took("drafted")
        known = took.spent.unpriced < took.spent.calls or not took.spent.calls
        return suggestion.model_copy(update={"took": took, "cost_usd": took.spent.cost_usd if known else None})

    def _ask(self, jobs: DraftJobs, case: Case, repeat: int) -> Suggestion:
        asked, name, how = case.asked, self._bench.open(case.file), How("model", ASKER)
        if isinstance(asked, OutcomeCase):
            proposed = jobs.outcomes(name, OutcomesRequest(**asked.request.model_dump(), seed=repeat), how)
            return _read_outcomes(proposed)
        if isinstance(asked, PlanCase):
            wish = asked.request.model_copy(update={"seed": asked.request.seed + repeat})
            return _read_plan(jobs.plan(name, wish, how), case)
        if isinstance(asked, ActivityCase | ReviewCase):
            wish = to_plan_request(asked.request, repeat)
            return _read_plan(jobs.plan(name, wish, how), case)
        if isinstance(asked, CoachingCase):
            return _read_reply(jobs.coaching(name, to_coaching_request(asked.request, repeat), how))
        return _read_brief(jobs.brief(name, to_brief_request(asked.request, repeat), how), case)

    def _to_ports(self, job: _Job) -> ModelPorts:
        # Made anew for each case: what one repeat suggested must not be told to the next one by the way.
        return ModelPorts(
            make_llm=lambda model, api_base, setup: self._llm,
            make_drafter=job.make_drafter,
            try_model=try_model,
            keys=KeyShelf(),
            environment=self._setup,
        )


class _Drafter(ModelDrafter):
    """The product's drafter, told a community's own name: on the bench it bears a mark."""

    def __init__(self, community: str, room: Room, tools: PlanTools) -> None:
        playbook = tools.playbook
        super().__init__(room, PlaybookDrafter(playbook), playbook, tools.search.embedder)
        self._named = {"name": community}

    def draft_plan(self, given: DraftInput) -> SessionPlan:
        return super().draft_plan(replace(given, community=given.community.model_copy(update=self._named)))

    def draft_outcomes(self, given: OutcomesInput) -> OutcomesResult:
        return super().draft_outcomes(replace(given, community=given.community.model_copy(update=self._named)))

    def draft_reply(self, given: CoachingInput) -> CoachReply:
        return super().draft_reply(replace(given, community=given.community.model_copy(update=self._named)))

    def draft_brief(self, given: BriefInput) -> Brief:
        return super().draft_brief(replace(given, community=given.community.model_copy(update=self._named)))


@dataclass
class _Job:
    """One job, and what it left behind."""

    community: str
    tools: PlanTools
    budget: Budget
    asks_anew: bool
    rooms: list[Room] = field(default_factory=list)

    def make_drafter(self, room: Room) -> ModelDrafter:
        # On the bench whoever asks is a member called “You”: as a name it would hide a word of every other sentence.
        people = tuple(member for member in room.members if member.id != ASKER.id)
        answers = None if self.asks_anew else room.answers
        ours = replace(room, purse=RunPurse(room.purse, self.budget), members=people, answers=answers)
        self.rooms.append(ours)
        return _Drafter(self.community, ours, self.tools)

    @property
    def spent(self) -> Spent:
        return sum((room.purse.spent for room in self.rooms), Spent())

    @property
    def was_asked(self) -> bool:
        return self.spent.calls + self.spent.reused > 0

    def took(self, end: str) -> Took:
        repairs = sum(room.trace.repairs for room in self.rooms)
        return Took.model_validate({"end": end, "spent": self.spent, "repairs": repairs})


def _read_outcomes(result: OutcomesResult) -> Suggestion:
    _refuse_fallback(result.drafting, result.drafted_by)
    return to_proposed(result)


def _read_plan(result: PlanResult, case: Case) -> Suggestion:
    drafting = result.drafting
    _refuse_fallback(drafting, result.plan.drafted_by)
    suggestion = to_suggestion(unmark(result.plan, case), case.kind)
    parts = [part for part in result.plan.parts if isinstance(part, Opening | Activity | Review)]
    looked_at = [part for part in parts if case.kind is SuggestionKind.PLAN or part.id == suggestion.part]
    by = drafting.by_part if drafting else {}
    if any(by.get(part.id, _PLAYBOOK) == _PLAYBOOK for part in looked_at):
        raise _no_answer("The playbook had to draft a part of it in the model’s place.", drafting, "fell back in part")
    return suggestion


def _read_reply(reply: CoachReply) -> Suggestion:
    drafting = reply.drafting
    spent = drafting.spent if drafting else Spent()
    was_asked = bool(drafting and drafting.fell_back) or spent.calls + spent.reused > 0
    if reply.drafted_by == _PLAYBOOK and not was_asked:
        raise _no_answer(_NO_MODEL_NEEDED, drafting)
    _refuse_fallback(drafting, reply.drafted_by)
    return to_coached(reply)


def _read_brief(result: BriefResult, case: Case) -> Suggestion:
    by_model = any(item.worded_by == "model" for item in result.brief.sentences())
    _refuse_fallback(result.drafting, "model" if by_model else _PLAYBOOK)
    return to_briefed(result, case)


def _refuse_fallback(drafting: Drafting | None, drafted_by: str) -> None:
    """Raise NoAnswer where the playbook drafted; whoever asks never gets its draft for the model's."""
    if drafting and not drafting.fell_back and drafted_by != _PLAYBOOK:
        return
    spent = drafting.spent if drafting else Spent()
    if drafting and not drafting.fell_back and not spent.calls + spent.reused:
        raise _no_answer("The notes tell too little, which the product says without asking a model.", drafting)
    told = [line for line in drafting.told if "playbook drafted" in line] if drafting else []
    why = told[-1] if told else "Nothing that the model proposed could stand; the playbook drafted this."
    raise _no_answer(f"Fell back to the playbook: {why}", drafting, "fell back")


def _no_answer(why: str, drafting: Drafting | None, end: str = "not asked") -> NoAnswer:
    spent = drafting.spent if drafting else Spent()
    return NoAnswer(why, Took.model_validate({"end": end, "spent": spent}))


def refuse_other_prompts(prompts: Mapping[str, str]) -> None:
    """Refuse versions of prompts other than the newest, which the product drafts with.

    Raises:
        BadRequest: There is no such prompt, or an older version was named.
    """
    for task, version in prompts.items():
        if task not in TASKS:
            raise BadRequest(f"There is no prompt for “{task}”.", f"Tasks are {', '.join(TASKS)}.")
        newest = read_prompt(task).version
        if to_number(version) != newest:
            raise BadRequest(
                f"The product drafts with {task} v{newest}, its newest version.",
                "Leave --prompts out, or compare versions with `--drafter ask:MODEL`.",
            )
