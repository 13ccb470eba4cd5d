"""R1 to R7: does the review look at the work, warmly and curiously, through the outcome?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from coach.models import CheckResult, Finding, Outcome, Review, ReviewPrompt, Severity, Tone
from coach.playbook import Lexicon, content_stems

from .clarity import check_initials
from .criterion import Criterion, listed, quoted
from .persons import asks_after_people
from .phases import check_prompt_order
from .prompting import Prompts
from .prompts import (
    asks_satisfaction,
    find_anchored,
    find_fault_words,
    find_grade_words,
    find_person_words,
    find_tones,
    is_person,
)
from .reading import OutcomeReading, find_their_work, read_outcome
from .texts import Text
from .wording import check_wording

FEWEST_PROMPTS, MOST_PROMPTS = 3, 6
LONGEST_REVIEW = 35
"""Minutes; nobody looks closely for longer."""

_R1 = Criterion(
    "R1",
    "People can change a piece of work together; they cannot change themselves in front of others.",
    "Point to a place in the work: “Which part of this … made you see something new?”",
)
_R2 = Criterion(
    "R2",
    "People learn what they expect to be looked at, so the prompts steer what they practise.",
    "Put the outcome's own words into the prompt: its verb, its thing, or how well.",
)
_R3 = Criterion(
    "R3",
    "A number ends the conversation that a description would start.",
    "Ask for a place or a sentence instead: “Point to … What did it show you?”",
)
_R4 = Criterion(
    "R4",
    "Warm alone is polite and cool alone stings; together with a next step they are of use.",
    "Have at least one of each: what it showed you, what you wonder, what you would try next.",
)
_R5 = Criterion(
    "R5",
    "When the author speaks first or last, the review stays theirs.",
    "Say when the person whose work it is speaks: first, last, or both.",
)
_R6 = Criterion(
    "R6",
    "The last question is the one that people take out of the room.",
    "End on “What would you like to try on your own … next?”",
)
_R7 = Criterion(
    "R7",
    "A few prompts get real answers; many get hurried ones.",
    "Keep three to six: the ones whose answers you would miss.",
)
_A6 = Criterion(
    "A6",
    "Seeing comes before deciding; otherwise the quick voices decide on what they had in mind anyway.",
    "Move the prompt about what comes next to the end, and begin with something that people can point to.",
)
_SPEAKS = re.compile(
    r"\b(?:first|last|begin\w*|open\w*|start\w*|ends?|end\w*|clos\w+|before|after\w*|then|final\w*|both|throughout"
    r"|self|any\s+time|whenever|when"
    r" (?:they|the author) (?:like|want|choose)s?|yes|always)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class _View:
    """Prompts, what they are about, and how to name their places."""

    prompts: Sequence[ReviewPrompt]
    stems: frozenset[str]
    part: str = ""
    known: str = ""
    ours: Prompts | None = None

    def place(self, index: int) -> str:
        return self.part or f"prompts[{index}]"

    def ask(self, *tones: Tone) -> str:
        """Return prompts of ours in these tones, one on each line; nothing where no outcome is known."""
        return "\n".join(self.ours.ask(tone) for tone in tones) if self.ours else ""

    @property
    def whole(self) -> str:
        return self.part or "prompts"


def check_review(
    prompts: Sequence[str], lexicon: Lexicon, outcome: str | None = None, looks_at: str = ""
) -> CheckResult:
    """Check a bare list of review prompts.

    Args:
        prompts: The questions, in the order in which they are asked.
        lexicon: The verbs to look for in the outcome.
        outcome: The sentence they should come from; without it that is left as a question.
        looks_at: What is on the table.
    """
    readings = [read_outcome(Outcome(text=outcome), lexicon)] if outcome and outcome.strip() else []
    stems = readings[0].stems if readings else frozenset()
    view = _View([ReviewPrompt(text=prompt) for prompt in prompts], stems, "", f"{outcome} {looks_at}", _ours(readings))
    texts = [Text(view.place(index), prompt) for index, prompt in enumerate(prompts)]
    found = [
        *check_wording([*texts, Text("looks_at", looks_at)], find_their_work(readings)),
        *_check_view(view, looks_at),
    ]
    if not stems:
        found.append(_R2.question(view.whole, "Which outcome do these prompts come from? None was given to compare."))
    found.append(_R5.question(view.whole, "When does the person whose work it is speak?"))
    return CheckResult(ok=all(finding.severity is Severity.QUESTION for finding in found), findings=tuple(found))


def check_review_part(review: Review, outcomes: Sequence[OutcomeReading], known: str = "") -> list[Finding]:
    """Check a plan's review against the outcomes that it looks for; `known` holds words that the group knows."""
    stems = frozenset[str]().union(*(reading.stems for reading in outcomes))
    found = _check_view(_View(review.prompts, stems, review.id, known, _ours(outcomes)), review.looks_at)
    if not review.author_speaks.strip():
        found.append(_R5.mend(review.id, "It does not say when the person whose work it is speaks."))
    elif not _SPEAKS.search(review.author_speaks):
        found.append(
            _R5.mend(review.id, f"By {quoted(review.author_speaks)} the author has neither first nor last word.")
        )
    if review.minutes > LONGEST_REVIEW:
        message = f"The review takes {review.minutes} minutes; people look well for about half an hour at most."
        found.append(_R7.mend(review.id, message, "Look at fewer pieces, or make a break and look again."))
    return found


def _ours(readings: Sequence[OutcomeReading]) -> Prompts | None:
    return Prompts.of(readings[0]) if readings else None


def _check_view(view: _View, looks_at: str) -> list[Finding]:
    return [
        *_check_person(view, looks_at),
        *_check_ground(view),
        *_check_numbers(view),
        *_check_tones(view),
        *_check_faults(view),
        *_check_order(view),
        *check_initials(view.prompts, view.known, view.whole),
        *_check_count(view),
    ]


def _check_person(view: _View, looks_at: str) -> list[Finding]:
    found = []
    if is_person(looks_at):
        found.append(
            _R1.mend(view.part or "looks_at", f"On the table is {quoted(looks_at)}: a person, not a piece of work.")
        )
    for index, prompt in enumerate(view.prompts):
        words = find_person_words(prompt.text, view.stems) or _asked_after(view, prompt.text, looks_at)
        if words:
            message = f"“{words}” looks at the person, not at the work."
            found.append(_R1.mend(view.place(index), message, "", view.ask(_tone_of(prompt, Tone.CURIOUS))))
    return found


def _asked_after(view: _View, text: str, looks_at: str) -> str:
    return asks_after_people(text, view.stems | content_stems(looks_at)) if view.stems else ""


def _check_ground(view: _View) -> list[Finding]:
    if not view.stems:
        return []
    anchored = find_anchored(view.prompts, view.stems)
    loose = [index for index, holds in enumerate(anchored) if not holds]
    if not loose:
        return []
    first = loose[0]
    if asks_satisfaction(view.prompts[first].text):
        message = f"{quoted(view.prompts[first].text)} asks how people liked the session, not what the work shows."
    else:
        message = f"{quoted(view.prompts[first].text)} could be asked after any session."
    if len(loose) > 1:
        message = f"{len(loose)} of {len(anchored)} prompts do not take up the outcome's words. {message}"
    return [_R2.mend(view.place(first), message, "", view.ask(_tone_of(view.prompts[first], Tone.CURIOUS)))]


def _check_numbers(view: _View) -> list[Finding]:
    found = []
    for index, prompt in enumerate(view.prompts):
        words = find_grade_words(prompt.text)
        if words:
            said = listed(f"“{word}”" for word in dict.fromkeys(words))
            verb = "asks" if len(set(words)) == 1 else "ask"
            message = f"{said} in {quoted(prompt.text)} {verb} for a number or a grade."
            found.append(_R3.mend(view.place(index), message, "", view.ask(_tone_of(prompt, Tone.WARM))))
    return found


def _check_tones(view: _View) -> list[Finding]:
    if not view.prompts:
        return []
    heard = frozenset[Tone]().union(*(find_tones(prompt) for prompt in view.prompts))
    names = {
        Tone.WARM: "a warm one (what did it show you?)",
        Tone.CURIOUS: "a curious one (what do you wonder?)",
        Tone.NEXT: "one about what comes next",
    }
    missing = [tone for tone in names if tone not in heard]
    if not missing:
        return []
    message = f"Among the prompts we miss {listed(names[tone] for tone in missing)}."
    # In a plan whose prompts carry no tone we only guess from their words, and people hear better than we do.
    guessed = bool(view.part) and all(prompt.tone is None for prompt in view.prompts)
    say = _R4.question if guessed else _R4.mend
    return [say(view.whole, message, "", view.ask(*missing))]


def _check_faults(view: _View) -> list[Finding]:
    found = []
    for index, prompt in enumerate(view.prompts):
        words = find_fault_words(prompt.text)
        if words:
            message = f"“{words}” in {quoted(prompt.text)} looks for faults."
            way = "Ask what it showed you first, then what you wonder."
            found.append(_R4.mend(view.place(index), message, way, view.ask(_tone_of(prompt, Tone.CURIOUS))))
    return found


def _check_order(view: _View) -> list[Finding]:
    if not view.prompts:
        return []
    found = []
    if len(view.prompts) > 1 and find_tones(view.prompts[0]) == {Tone.NEXT}:
        found.append(
            _A6.mend(view.place(0), f"{quoted(view.prompts[0].text)} asks what comes next before anybody has looked.")
        )
    found += check_prompt_order(view.prompts, view.whole)
    last = view.prompts[-1]
    if Tone.NEXT not in find_tones(last):
        message = f"The last prompt, {quoted(last.text)}, leads to no next try."
        found.append(_R6.mend(view.place(len(view.prompts) - 1), message, "", view.ask(Tone.NEXT)))
    return found


def _check_count(view: _View) -> list[Finding]:
    count = len(view.prompts)
    if FEWEST_PROMPTS <= count <= MOST_PROMPTS:
        return []
    said = {0: "There are no prompts", 1: "There is 1 prompt"}.get(count, f"There are {count} prompts")
    more = "Add one that looks, one that wonders and one that tries next." if count < FEWEST_PROMPTS else ""
    ours = view.ask(Tone.WARM, Tone.CURIOUS, Tone.NEXT) if count < FEWEST_PROMPTS else ""
    return [_R7.mend(view.whole, f"{said}; {FEWEST_PROMPTS} to {MOST_PROMPTS} work well.", more, ours)]


def _tone_of(prompt: ReviewPrompt, usual: Tone) -> Tone:
    return prompt.tone or usual
