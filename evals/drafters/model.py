"""A model that is simply asked, in one call: what it does by itself, without our checks, repair or playbook."""

from __future__ import annotations

from collections.abc import Mapping

from coach.drafting.prompting import Prompt, read_prompt, render
from coach.errors import BadRequest, ModelProblem
from coach.models import Spent, SuggestionKind
from coach.ports import LLM, LLMReply, LLMRequest
from evals.cache import to_key
from evals.casebook import Case
from evals.converting import to_suggestion
from evals.graders.judges import notes_of
from evals.showing import show_asked
from evals.suggestion import Suggestion, Took

from .answers import GivenAnswer
from .base import Budget, NoAnswer

FAMILY = "ask"
LONGEST_ANSWER = 4000
"""In tokens."""


class AskedModel:
    """Answers each case with one call."""

    def __init__(self, llm: LLM, prompts: Mapping[str, str], budget: Budget) -> None:
        """Read the prompts.

        Args:
            llm: The model to ask.
            prompts: Which version for which kind, such as `{"plan": "v2"}`; the newest where left out.
            budget: What may be spent.

        Raises:
            BadRequest: There is no such kind or no such version's form.
        """
        self._llm = llm
        self._budget = budget
        self._prompts = {kind: read_prompt(f"{FAMILY}/{kind}", to_number(prompts.get(kind))) for kind in SuggestionKind}
        unknown = prompts.keys() - {kind.value for kind in SuggestionKind}
        if unknown:
            kinds = ", ".join(kind.value for kind in SuggestionKind)
            raise BadRequest(f"There is no prompt for “{sorted(unknown)[0]}”.", f"Tasks are {kinds}.")

    @property
    def name(self) -> str:
        """Return the model's name, and that it was only asked."""
        return f"ask {self._llm.name}"

    @property
    def prompts(self) -> Mapping[str, str]:
        """Return which version is used for which kind, with the start of its hash."""
        return {kind.value: f"v{prompt.version} {prompt.sha256[:12]}" for kind, prompt in self._prompts.items()}

    @property
    def fingerprint(self) -> str:
        """Return a hash of the prompts."""
        return to_key(*self.prompts.values())[:16]

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Ask once and read the answer, or say why there is none."""
        self._budget.take_call()
        try:
            reply = self._llm.ask(to_request(self._prompts[case.kind], case, repeat))
        except ModelProblem as problem:
            raise NoAnswer(problem.message, Took(end="silent", spent=Spent(calls=1))) from problem
        self._budget.pay(reply.cost_usd)
        return self._read(reply, case)

    def _read(self, reply: LLMReply, case: Case) -> Suggestion:
        given = GivenAnswer(case=case.id, text=reply.text, by=self.name)
        took = Took(end="drafted", spent=to_spent(reply))
        return to_suggestion(given, case).model_copy(update={"cost_usd": reply.cost_usd, "took": took})


def to_spent(reply: LLMReply) -> Spent:
    """Return what one answer took."""
    return Spent(
        calls=1,
        tokens_in=reply.tokens_in,
        tokens_out=reply.tokens_out,
        tokens_cached=reply.tokens_cached,
        cost_usd=reply.cost_usd or 0.0,
        unpriced=1 if reply.cost_usd is None else 0,
    )


def to_request(prompt: Prompt, case: Case, repeat: int) -> LLMRequest:
    """Return the one question; a repeat is asked with some freedom, so that answers may differ."""
    system, user = render(prompt, request=show_asked(case.asked), notes=notes_of(case))
    return LLMRequest(system, user, temperature=0.7 if repeat else 0.0, max_tokens=LONGEST_ANSWER)


def to_number(version: str | None) -> int | None:
    """Return the number in `v2`; nothing for nothing."""
    if version is None:
        return None
    number = version.removeprefix("v")
    if not number.isdigit():
        raise BadRequest(f"“{version}” is no version of a prompt.", "Write it as plan=v2.")
    return int(number)
