"""What a session is to be: outcomes first, then how long, who and how. Nothing typed here is lost."""

from __future__ import annotations

import streamlit as st

from coach.errors import CoachError
from coach.models import Finding, Level, Mode, PlanRequest, SeriesRequest, Severity

from .. import resources, state
from ..markup import show_html, tag
from ..wording import MODE, count
from .asked_pattern import asked_ids, show_asked_patterns
from .outcome_level import show_carried_level
from .plan_wishes import show_shape, show_wishes, typed_sessions, typed_weeks, typed_wishes
from .thought import GAP, Offer, render_offer, render_thought, say_once

MOST_OUTCOMES = 3
_ORDINAL = ("In one whole sentence", "A second thing", "A third thing")
_EXAMPLE = "We want to be able to … so that …"


def show_plan_form() -> None:
    """Draw the form, outcomes with a friendly look at their wording."""
    shown = _shown_outcomes()
    for number in range(shown):
        st.text_area(
            _ORDINAL[number],
            height=92,
            placeholder=_EXAMPLE,
            **state.kept(f"plan.outcome.{number}", ""),
        )
        _show_wording_check(number)
        show_carried_level(number)
    if shown < MOST_OUTCOMES:
        st.button("Add another outcome", type="tertiary", on_click=_add_outcome, key="add-outcome")
    show_asked_patterns()
    show_wishes()
    _show_numbers()
    show_shape()


def _shown_outcomes() -> int:
    asked_for: int = state.typed("plan.outcomes_shown", 1)
    filled = [n for n in range(MOST_OUTCOMES) if state.typed(f"plan.outcome.{n}", "").strip()]
    return max(asked_for, (filled[-1] + 1) if filled else 1)


def _add_outcome() -> None:
    state.record().typed[f"{state.record().community}/plan.outcomes_shown"] = min(_shown_outcomes() + 1, MOST_OUTCOMES)


def _show_wording_check(number: int) -> None:
    text = state.typed(f"plan.outcome.{number}", "")
    if not text.strip():
        return
    try:
        result = resources.coach().check_outcome(text)
    except CoachError:
        return  # the same words are checked again, and answered, when the plan is drafted
    mend = [one for one in result.findings if one.severity is not Severity.QUESTION]
    show_html(_render_mends(mend))
    _show_rewrites(number, mend)
    questions = [one for one in result.findings if one.severity is Severity.QUESTION]
    if questions:
        show_html(_render_questions(questions))


def _render_mends(mend: list[Finding]) -> str:
    # Only what is worth mending stands open while somebody types; questions for a person to judge wait folded.
    if not mend:
        return tag("p", "This says what people will do. Good to plan from.", "c-hint c-fine")
    return tag("div", "".join(tag("div", render_thought(one), "c-check") for one in mend), "c-checks")


def _show_rewrites(number: int, mend: list[Finding]) -> None:
    lines = [line for one in say_once(mend) for line in one.rewrite.splitlines() if line.strip()]
    if not lines:
        return
    with st.container(key=f"offers-{number}", gap="xsmall"):
        for place, line in enumerate(dict.fromkeys(lines)):
            show_html(render_offer(Offer((line,), is_ready=GAP not in line), is_first=place == 0))
            words = "Begin with this" if GAP in line else "Use this"
            st.button(words, key=f"say-{number}-{place}", on_click=_say, args=(number, line))


def _say(number: int, line: str) -> None:
    state.put(f"plan.outcome.{number}", line)


def _render_questions(questions: list[Finding]) -> str:
    summary = tag("summary", f"{count(len(questions), 'question')} you could ask of it")
    cards = "".join(tag("div", render_thought(one) + _read_out(one), "c-check") for one in questions)
    return tag("details", summary + tag("div", cards, "c-checks"), "c-fold c-fold-quiet")


def _read_out(finding: Finding) -> str:
    lines = tuple(line for line in finding.rewrite.splitlines() if line.strip())
    return render_offer(Offer(lines, is_ready=finding.check == "O4")) if lines else ""


def _show_numbers() -> None:
    first, second, third, fourth = st.columns(4, gap="small")
    with first:
        st.number_input("Minutes", min_value=1, max_value=999, step=5, **state.kept("plan.minutes", 90))
    with second:
        st.number_input("People", min_value=1, max_value=999, step=1, **state.kept("plan.people", 12))
    with third:
        st.number_input("Of them new", min_value=0, max_value=999, step=1, **state.kept("plan.newcomers", 0))
    with fourth:
        st.number_input("Know this well", min_value=0, max_value=999, step=1, **state.kept("plan.experts", 0))
    if state.typed("plan.experts", 0):
        st.checkbox("The host is one of those who know this well", **state.kept("plan.host_knows", False))
    st.segmented_control(
        "How you meet",
        list(Mode),
        format_func=MODE.__getitem__,
        required=True,
        **state.kept("plan.mode", Mode.IN_PERSON),
    )
    with st.expander("Title, and anything else the search should know"):
        st.text_input("What to call the session", **state.kept("plan.title", ""))
        st.text_input("Words to look for in the notes", **state.kept("plan.about", ""))


def typed_outcomes() -> tuple[str, ...]:
    """Return the outcomes that hold words."""
    texts = (state.typed(f"plan.outcome.{n}", "") for n in range(MOST_OUTCOMES))
    return tuple(text.strip() for text in texts if text.strip())


def typed_levels() -> tuple[Level | None, ...]:
    """Return the levels that a person set for these outcomes, in their order."""
    filled = (n for n in range(MOST_OUTCOMES) if state.typed(f"plan.outcome.{n}", "").strip())
    return tuple(state.carried_level(number) for number in filled)


def typed_request(seed: int = 0) -> PlanRequest:
    """Return what is asked for, as it stands in the form."""
    return PlanRequest(
        outcomes=typed_outcomes(),
        minutes=state.typed("plan.minutes", 90),
        people=state.typed("plan.people", 12),
        mode=state.typed("plan.mode", Mode.IN_PERSON),
        newcomers=state.typed("plan.newcomers", 0),
        experts=state.typed("plan.experts", 0),
        host_knows=state.typed("plan.host_knows", False),
        title=state.typed("plan.title", "").strip(),
        about=state.typed("plan.about", "").strip(),
        by_the_end=typed_wishes(),
        patterns=asked_ids(),
        levels=typed_levels(),
        seed=seed,
    )


def typed_series(seed: int = 0) -> SeriesRequest:
    """Return the series that is asked for, as it stands in the form."""
    return SeriesRequest(session=typed_request(seed), sessions=typed_sessions(), weeks_between=typed_weeks())
