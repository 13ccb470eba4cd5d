"""What the commands open: the bench, the workshop, and who drafts."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import click

from coach.adapters.litellm_llm import LiteLlm
from coach.cli.output import Output
from coach.errors import BadRequest
from coach.ports import LLM
from coach.settings import Settings
from coach.wiring import SystemClock
from evals.benches import open_bench
from evals.drafters import CaseDrafter
from evals.drafters.answers import read_answers
from evals.drafters.model import AskedModel, Budget
from evals.drafters.playbook import PlaybookCases
from evals.evaluating import Workshop, open_workshop
from evals.graders.base import Grader
from evals.graders.judges import Panel
from evals.graders.kept import Kept

PLAYBOOK = "playbook"


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
    """`playbook`, or a model's name."""
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


def choose_drafter(chosen: Chosen, shop: Workshop) -> CaseDrafter:
    """Return who drafts.

    Raises:
        BadRequest: Prompts were chosen for a drafter that uses none.
    """
    prompts = read_prompts(chosen.prompts)
    if prompts and (chosen.answers or chosen.drafter == PLAYBOOK):
        raise BadRequest("Only a model uses prompts.", "Name a model with --drafter, or leave --prompts out.")
    if chosen.answers:
        return read_answers(Path(chosen.answers))
    if chosen.drafter == PLAYBOOK:
        return PlaybookCases(shop.bench)
    return AskedModel(open_model(chosen.drafter), prompts, Budget(chosen.calls, chosen.usd))


def choose_judges(chosen: Chosen, shop: Workshop) -> list[Grader]:
    """Return the judges of the judging model; none when there is none."""
    name = chosen.judge or Settings().judge_model
    if not name:
        return []
    panel = Panel(open_model(name))
    return [Kept(panel, shop.cache, json.dumps(panel.prompts, sort_keys=True))]


def open_model(name: str) -> LLM:
    """Return a model; nothing is asked yet."""
    return LiteLlm(name, Settings().api_base)


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
