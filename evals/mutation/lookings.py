"""The known half: kinds of damage to how peers look at the work, and to what is quoted."""

from __future__ import annotations

from random import Random

from coach.models import Activity, Review, ReviewPrompt, SessionPlan, Tone

from .edits import pick, with_part
from .kinds import Damage


def _prompted(plan: SessionPlan, rng: Random, *texts: str) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    return None if part is None else with_part(plan, part.id, prompts=tuple(ReviewPrompt(text=text) for text in texts))


def _satisfaction(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    return _prompted(
        plan, rng, "How was the session?", "What did you like, and what puzzled you?", "What would you try next time?"
    )


def _rating(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None or not part.prompts:
        return None
    said = rng.choice(
        ["Rate the work 1–5.", "How many marks out of ten does it get?", "Is it excellent or inadequate?"]
    )
    prompts = (part.prompts[0].model_copy(update={"text": said}), *part.prompts[1:])
    return with_part(plan, part.id, prompts=prompts)


def _person(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None or not part.prompts:
        return None
    said = rng.choice(
        ["Who did it best?", "How skilled is the author?", "Is the presenter well prepared? What are their weaknesses?"]
    )
    prompts = (part.prompts[0].model_copy(update={"text": said}), *part.prompts[1:])
    return with_part(plan, part.id, prompts=prompts)


def _without_tone(plan: SessionPlan, rng: Random, tone: Tone) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    kept = tuple(prompt for prompt in part.prompts if prompt.tone is not tone) if part else ()
    if part is None or len(kept) == len(part.prompts):
        return None
    return with_part(plan, part.id, prompts=kept)


def _no_next(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    return _without_tone(plan, rng, Tone.NEXT)


def _no_warmth(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    return _without_tone(plan, rng, Tone.WARM)


def _next_first(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None or len(part.prompts) < 2:
        return None
    return with_part(plan, part.id, prompts=(part.prompts[-1], *part.prompts[:-1]))


def _faults(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    warm = [prompt for prompt in part.prompts if prompt.tone is Tone.WARM] if part else []
    if part is None or not warm:
        return None
    topic = plan.outcomes[0].object or "the work"
    said = f"What is wrong with how {topic} was done here? List the errors."
    prompts = [prompt.model_copy(update={"text": said}) if prompt in warm else prompt for prompt in part.prompts]
    return with_part(plan, part.id, prompts=tuple(prompts))


def _many(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None or not part.prompts:
        return None
    return with_part(plan, part.id, prompts=(*part.prompts[:-1] * 3, part.prompts[-1]))


def _no_author(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    return None if part is None else with_part(plan, part.id, author_speaks="")


def _elsewhere(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None:
        return None
    prompts = tuple(
        ReviewPrompt(text=text, tone=tone)
        for text, tone in (
            ("What helped you in the room today?", Tone.WARM),
            ("Where did the time go?", Tone.CURIOUS),
            ("What would you change about our meetings next?", Tone.NEXT),
        )
    )
    return with_part(plan, part.id, looks_at="the session as a whole", prompts=prompts, steps=part.steps[:0])


def _nothing_beside(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None:
        return None
    prompts = [prompt for prompt in part.prompts if prompt.tone in {Tone.WARM, Tone.CURIOUS}]
    if len(prompts) < 2:
        return None
    topic = plan.outcomes[0].object or "the work"
    more = ReviewPrompt(text=f"What would you try on {topic}, and where?", tone=Tone.NEXT)
    return with_part(plan, part.id, compares="", prompts=(*prompts, more))


def _initials(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Review, rng)
    if part is None or not part.prompts:
        return None
    first = part.prompts[0]
    said = f"{first.text.rstrip('?')}, with respect to the RACI, the BPMN notation and the SIPOC?"
    return with_part(plan, part.id, prompts=(first.model_copy(update={"text": said}), *part.prompts[1:]))


def _changed_quote(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    if not plan.citations:
        return None
    at = rng.randrange(len(plan.citations))
    words = plan.citations[at].quote.split()
    if len(words) < 4:
        return None
    words[rng.randrange(len(words))] = "never"
    changed = plan.citations[at].model_copy(update={"quote": " ".join(words)})
    citations = (*plan.citations[:at], changed, *plan.citations[at + 1 :])
    return plan.model_copy(update={"citations": citations})


def _lost_source(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    if not plan.citations:
        return None
    lost = rng.choice(plan.citations)
    return plan.model_copy(update={"citations": tuple(item for item in plan.citations if item != lost)})


def _hearsay(plan: SessionPlan, rng: Random) -> SessionPlan | None:
    part = pick(plan, Activity, rng)
    if part is None or not part.steps:
        return None
    more = rng.choice(
        [
            "One of you wrote: “we never have the time to do this properly”.",
            "As your community has said, nobody dares to ask.",
            "Your notes show that people find this the hardest thing of all.",
            "Many of you told us that you want more of this.",
        ]
    )
    first = part.steps[0]
    changed = first.model_copy(update={"does": f"{first.does} {more}"})
    return with_part(plan, part.id, steps=(changed, *part.steps[1:]))


LOOKINGS: tuple[Damage, ...] = (
    Damage("how was it", "The review asks how people liked the session.", ("R2", "S1"), _satisfaction),
    Damage("a rating", "A prompt asks for a number or a grade.", ("R3", "X1"), _rating),
    Damage("the person", "A prompt looks at the person.", ("R1", "X7"), _person),
    Damage("no next try", "No prompt leads to a next try.", ("R6", "R4"), _no_next),
    Damage("no warmth", "No prompt is warm.", ("R4",), _no_warmth),
    Damage("next first", "The review begins with what comes next.", ("A6", "R6"), _next_first),
    Damage("fault-finding", "The warm prompt asks for a list of errors.", ("R4", "R1"), _faults),
    Damage("too many prompts", "The prompts are asked three times over.", ("R7",), _many),
    Damage("author silent", "Nothing says when the author speaks.", ("R5",), _no_author),
    Damage("looks elsewhere", "The review looks at the meeting, not at the work.", ("S1", "R2"), _elsewhere),
    Damage("nothing beside it", "Nothing is set beside the present.", ("S1",), _nothing_beside),
    Damage("initials", "A prompt is full of initials that nobody has explained.", ("R8",), _initials),
    Damage("changed quote", "A quote differs from the note by one word.", ("X3",), _changed_quote),
    Damage("lost source", "A citation that the plan uses is gone.", ("X3",), _lost_source),
    Damage("hearsay", "Words are put into members' mouths without a source.", ("X3",), _hearsay),
)
"""Kinds of damage to the review and to quotes."""
