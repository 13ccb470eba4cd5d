"""Where the words of a thought go: a plan with them in place, or nothing where only people can say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from coach.models import Activity, Capture, Finding, Outcome, Part, Review, ReviewPrompt, SessionPlan, Severity, Tone

from .thought import GAP, Offer

_TO_SAY = frozenset({"O5", "O8"})
"""Thoughts whose words are for asking the group, not for a place in the plan."""
_WAYS = ("newcomer", "regular", "expert")
_TONES = {"a warm one": Tone.WARM, "a curious one": Tone.CURIOUS, "what comes next": Tone.NEXT}
_NO_NEXT, _TOO_FEW = "R6", "R7"
Check = Callable[[SessionPlan], Sequence[Finding]]


def offers_of(plan: SessionPlan, finding: Finding) -> tuple[Offer, ...]:
    """Return what a thought offers, one by one where they are to choose from."""
    lines = tuple(line for line in finding.rewrite.splitlines() if line.strip())
    if not lines:
        return ()
    if finding.check in _TO_SAY:
        return (Offer(lines, is_ready=False),)
    if _outcome_at(plan, finding) and finding.check != "O6":
        return tuple(Offer((line,), is_ready=GAP not in line) for line in lines)
    return (Offer(lines, is_ready=any(True for _ in _places(plan, finding, lines))),)


def put_in_place(plan: SessionPlan, finding: Finding, lines: Sequence[str], check: Check) -> SessionPlan | None:
    """Return the plan with these words where they mend the thought; None where no place does.

    A thought about prompts names its review and not always the prompt, so every likely place is tried and checked.
    """
    best: tuple[int, SessionPlan] | None = None
    for tried in _places(plan, finding, lines):
        found = check(tried)
        if any(one.check == finding.check and one.message == finding.message for one in found):
            continue
        weight = sum(one.severity is not Severity.QUESTION for one in found)
        if best is None or weight < best[0]:
            best = (weight, tried)
    return best[1] if best else None


def _outcome_at(plan: SessionPlan, finding: Finding) -> Outcome | None:
    return next((one for one in plan.outcomes if one.id == finding.where), None)


def _places(plan: SessionPlan, finding: Finding, lines: Sequence[str]) -> Iterator[SessionPlan]:
    outcome = _outcome_at(plan, finding)
    if outcome is not None:
        changed = _with_words(outcome, finding, lines)
        outcomes = tuple(changed if one.id == outcome.id else one for one in plan.outcomes)
        yield plan.model_copy(update={"outcomes": outcomes})
        return
    part = next((one for one in plan.parts if one.id == finding.where.split(".")[0].split("[")[0]), None)
    for tried in _parts(part, finding, lines) if part else ():
        yield plan.model_copy(update={"parts": tuple(tried if one.id == tried.id else one for one in plan.parts)})


def _with_words(outcome: Outcome, finding: Finding, lines: Sequence[str]) -> Outcome:
    if finding.check == "O6":
        return outcome.model_copy(update={"ways_in": outcome.ways_in | _ways(lines)})
    # What was read off the old sentence does not hold for the new one.
    read = {"verb": "", "object": "", "context": "", "standard": "", "asked": outcome.asked or outcome.text}
    return outcome.model_copy(update={"text": lines[0], **read})


def _ways(lines: Sequence[str]) -> dict[str, str]:
    pairs = (line.split(": ", 1) for line in lines if ": " in line)
    return {who.lower(): way for who, way in pairs if who.lower() in _WAYS}


def _parts(part: Part, finding: Finding, lines: Sequence[str]) -> Iterator[Part]:
    if isinstance(part, Capture):
        yield part.model_copy(update={"consent": lines[0]})
    elif isinstance(part, Activity) and finding.check == "A7":
        yield part.model_copy(update={"norm": lines[0]})
    elif isinstance(part, Activity) and finding.check == "A4":
        yield part.model_copy(update={"roles": part.roles.model_copy(update=_jobs(part, lines))})
    elif isinstance(part, Review):
        for prompts in _prompt_rows(part.prompts, finding, lines):
            yield part.model_copy(update={"prompts": prompts})


def _jobs(part: Activity, lines: Sequence[str]) -> dict[str, str]:
    empty = [who for who in _WAYS if not getattr(part.roles, who).strip()] or ["newcomer"]
    return dict(zip(empty, lines, strict=False))


def _prompt_rows(
    prompts: Sequence[ReviewPrompt], finding: Finding, lines: Sequence[str]
) -> Iterator[tuple[ReviewPrompt, ...]]:
    added = [ReviewPrompt(text=line, tone=tone) for line, tone in zip(lines, _tones(finding, len(lines)), strict=True)]
    more = [(*prompts, *added), (*prompts[:-1], *added, *prompts[-1:])]
    instead = [_replaced(prompts, place, added[0]) for place in range(len(prompts))] if len(lines) == 1 else []
    adds_first = finding.check in (_NO_NEXT, _TOO_FEW) or any(name in finding.message for name in _TONES)
    yield from (*more, *instead) if adds_first else (*instead, *more)


def _replaced(prompts: Sequence[ReviewPrompt], place: int, new: ReviewPrompt) -> tuple[ReviewPrompt, ...]:
    other = new if new.tone else new.model_copy(update={"tone": prompts[place].tone})
    return (*prompts[:place], other, *prompts[place + 1 :])


def _tones(finding: Finding, number: int) -> list[Tone | None]:
    if finding.check == _NO_NEXT:
        return [Tone.NEXT] * number
    named: list[Tone | None] = [tone for name, tone in _TONES.items() if name in finding.message]
    found = list(_TONES.values()) if finding.check == _TOO_FEW else named
    return [*found, *[None] * number][:number]
