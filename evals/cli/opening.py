"""What the commands open: the bench, the workshop, and who drafts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from coach.adapters.keys import KeyShelf
from coach.adapters.litellm_llm import LiteLlm
from coach.cli.output import Output
from coach.errors import BadRequest
from coach.ports import LLM
from coach.settings import Settings
from coach.wiring import SystemClock
from evals.benches import open_bench
from evals.drafters import CaseDrafter
from evals.drafters.answers import read_answers
from evals.drafters.base import Budget
from evals.drafters.drafted import DraftedModel, refuse_other_prompts
from evals.drafters.model import AskedModel
from evals.drafters.playbook import PlaybookCases
from evals.evaluating import Workshop, open_workshop
from evals.graders.base import Grader
from evals.graders.judges import Panel
from evals.graders.kept import Kept

PLAYBOOK = "playbook"
ASK = "ask:"
"""Before a model's name: it is only asked, without our pipeline."""


def open_here(output: Output) -> Workshop:
    """Open the workshop in this machine's data folder; it is closed when the command ends."""
    home = Settings().home
    bench = open_bench(home / "evals" / "bench")
    click.get_current_context().call_on_close(bench.close)
    return open_workshop(bench, home, SystemClock(), output.progress())


def home_folder() -> Path:
    """Return the data folder."""
    return Settings().home


@dataclass(frozen=True)
class Chosen:
    """Who drafts and who judges, as it was asked for."""

    drafter: str = PLAYBOOK
    """`playbook`, a model's name, or `ask:` and a model's name."""
    answers: str | None = None
    """A file of answers, instead of a drafter."""
    prompts: tuple[str, ...] = ()
    """`plan=v2` and the like."""
    judge: str = ""
    """The judging model; none when empty."""
    calls: int | None = None
    """The most calls to the drafting model."""
    usd: float | None = None
    """The most that they may cost."""
    workers: int = 2
    """How many cases are drafted side by side."""
    fresh: bool = False
    """Ask anew even what was asked before."""


def choose_drafter(chosen: Chosen, shop: Workshop) -> CaseDrafter:
    """Return who drafts.

    Raises:
        BadRequest: Prompts were chosen that the drafter does not use.
    """
    prompts = read_prompts(chosen.prompts)
    if prompts and (chosen.answers or chosen.drafter == PLAYBOOK):
        raise BadRequest("Only a model uses prompts.", "Name a model with --drafter, or leave --prompts out.")
    if chosen.answers:
        return read_answers(Path(chosen.answers))
    if chosen.drafter == PLAYBOOK:
        return PlaybookCases(shop.bench)
    budget = Budget(chosen.calls, chosen.usd)
    if chosen.drafter.startswith(ASK):
        return AskedModel(open_model(chosen.drafter.removeprefix(ASK), chosen.workers), prompts, budget)
    refuse_other_prompts(prompts)
    llm, setup = open_model(chosen.drafter, chosen.workers), Settings().model_environment
    return DraftedModel(llm, shop.bench, budget, setup, asks_anew=chosen.fresh)


def choose_judges(chosen: Chosen, shop: Workshop) -> list[Grader]:
    """Return the judges of the judging model; none when there is none."""
    name = chosen.judge or Settings().judge_model
    if not name:
        return []
    panel = Panel(open_model(name))
    return [Kept(panel, shop.cache, json.dumps(panel.prompts, sort_keys=True))]


def open_model(name: str, at_once: int = 4) -> LLM:
    """Return a model; nothing is asked yet."""
    settings, keys = Settings(), KeyShelf()
    return LiteLlm(
        name,
        settings.api_base,
        shape=settings.model_shape,
        streams=settings.model_streams is not False,
        key=lambda: keys.find(name)[0],
        at_once=at_once,
    )


def read_prompts(given: Sequence[str]) -> dict[str, str]:
    """Return `plan=v2` and the like by task.

    Raises:
        BadRequest: One is not of that form.
    """
    pairs = [item.partition("=") for item in given]
    wrong = next((item for item, pair in zip(given, pairs, strict=True) if not pair[2]), None)
    if wrong is not None:
        raise BadRequest(f"“{wrong}” does not say which version.", "Write it as plan=v2.")
    return {task: version for task, _, version in pairs}
