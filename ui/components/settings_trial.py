"""Trying a model: one small question in the background, and what it showed in plain words."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError, ModelUnavailable
from coach.models import AnswerShape, ModelSetup, ModelTrial
from coach.ports import Progress

from .. import resources
from ..long_work import LongWork
from ..markup import esc, show_html, tag
from .long_work import show_long_work
from .notice import Notice
from .problems import show_problem
from .settings_desk import say_money

TRIAL = "model-trial"
SHAPE = {
    AnswerShape.JSON_SCHEMA: "yes, when it is given the shape (JSON schema)",
    AnswerShape.JSON_OBJECT: "it keeps to JSON, and we check the rest",
    AnswerShape.PROMPT: "when it is told in words, and we check the rest",
}


def begin_trial(setup: ModelSetup) -> Notice | None:
    """Ask the model in the background, unless another is being tried."""

    def job(progress: Progress) -> ModelTrial:
        progress("One small question, no words from your notes", 0, 0)
        trial: ModelTrial = resources.coach().model.try_it(setup)
        progress("Reading its answer", 0, 0)
        return trial

    works = resources.long_works()
    works.forget(TRIAL)
    is_begun = works.start(TRIAL, f"Trying {setup.model}", job)
    return None if is_begun else Notice("A model is being tried just now. Wait for its answer, or stop it.")


def show_trial() -> None:
    """Draw the trial while it goes on, and what it showed until that is put away."""
    work = show_long_work(TRIAL)
    if work is None:
        return
    with st.container(key="trial", gap="small"):
        _show_end(work)
        st.button(
            "Put away", key="put-away-trial", type="tertiary", on_click=resources.long_works().forget, args=(TRIAL,)
        )


def _show_end(work: LongWork) -> None:
    if work.error is None:
        show_html(render_trial(work.result))
    elif isinstance(work.error, CoachError):
        show_problem(work.error)
    else:
        # What a library says when it breaks may hold what it was given: the kind of error is enough here.
        show_problem(ModelUnavailable(f"The trial broke off ({type(work.error).__name__}). Nothing was changed."))


def render_trial(trial: ModelTrial) -> str:
    """Return what a trial showed as HTML."""
    heading = f"{trial.model} answered" if trial.reachable else f"{trial.model} did not answer"
    body = tag("p", esc(heading), "c-problem-h" if not trial.reachable else "c-card-h")
    if not (trial.reachable and trial.shape):
        body += tag("p", esc(trial.message))
    if trial.next_step:
        body += tag("p", esc(trial.next_step.replace("`", "")), "c-next")
    if trial.reachable:
        facts = "".join(tag("dt", esc(name)) + tag("dd", esc(said)) for name, said in _facts(trial))
        body += tag("dl", facts, "c-facts c-num-all")
    return tag("div", body, "c-set-trial" if trial.reachable else "c-problem", role="status")


def _facts(trial: ModelTrial) -> list[tuple[str, str]]:
    cost = f", this question cost {say_money(trial.cost_usd)}" if trial.cost_usd is not None else ""
    first = f"first words after {trial.first_words_s:.1f} s, " if trial.first_words_s is not None else ""
    return [
        ("Keeps to a shape", SHAPE[trial.shape] if trial.shape else "not that we could read it"),
        ("Comes word by word", "yes" if trial.streams else "no, all at once"),
        ("Price", f"known{cost}" if trial.price_known else "not known: limits count calls and tokens only"),
        ("Time", f"{first}all of it after {trial.seconds:.1f} s"),
    ]
