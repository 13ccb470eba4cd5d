"""What an activity pattern is held to. Each rule is a pure function from a pattern to findings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.models import Doing, Finding, Phase, Severity
from coach.models.playbook import Pattern, PatternStep

from .lint_finding import finding

ACTIVE = frozenset({Doing.MAKING, Doing.TALKING, Doing.REVIEWING})
LONGEST_VOICE = 10
"""Minutes for which one person may speak while the others listen."""
LONGEST_SAY = 25
"""Words that a host can say in one breath or two."""
_QUESTION = re.compile(r"[^.?!]*\?")
_DECISION = re.compile(
    r"\b(?:write|choose|agree|decide|keep|pick|say|copy out|names one|who (?:takes|starts))\b", re.IGNORECASE
)
_ONLY_WATCHES = re.compile(
    r"\b(?:observes?|(?:just|only) (?:watch|listen)(?:es|s)?|shadows?|sits? in|watch(?:es)? and learns?)\b",
    re.IGNORECASE,
)
_PHASES = list(Phase)
_NEEDS = {"real_work": "{do}", "artefact": "{a_draft}", "reason": "{doing}"}


def doing_share(steps: Sequence[PatternStep]) -> float:
    """Return the share of time in which members make, talk or review."""
    return sum(step.share for step in steps if step.doing in ACTIVE and not step.one_voice)


def longest_voice(steps: Sequence[PatternStep], minutes: int) -> float:
    """Return the minutes of the longest step in which one person speaks."""
    return max((step.share * minutes for step in steps if step.one_voice), default=0.0)


# -- for every pattern -----------------------------------------------------------------------------
def does_the_outcome(pattern: Pattern) -> Iterator[Finding]:
    """Members do what the outcome names."""
    if any("{do}" in text for text in (pattern.what_members_do, *(step.does for step in pattern.steps))):
        return
    severity = Severity.STOP
    if re.search(r"\{(?:doing|topic|draft)\}", pattern.what_members_do):
        # It is about the outcome all the same; another verb may lead there.
        severity = Severity.MEND
    yield finding(
        "A1",
        severity,
        "what_members_do",
        "{do} stands nowhere, so people would do the same whatever they want to be able to do.",
        "People become able to do something by doing it.",
        "Put {do} where they do it: in what members do, or in a step.",
        rewrite=f'what_members_do: "{{do}}, …"  # {pattern.what_members_do}',
    )


def members_are_active(pattern: Pattern) -> Iterator[Finding]:
    """Members make, talk or review for at least half of the time."""
    share = doing_share(pattern.steps)
    if share < 0.5 and not all(step.one_voice for step in pattern.steps):
        yield finding(
            "A5",
            Severity.MEND,
            "steps",
            f"Members are active for {round(100 * share)} per cent of the time.",
            "What people only hear, they seldom do later.",
            "Let them write, try or talk in pairs in one of the steps that are now listening.",
        )


def no_voice_goes_on(pattern: Pattern) -> Iterator[Finding]:
    """Nobody speaks alone for more than ten minutes, even when it takes as long as it may."""
    if all(step.one_voice for step in pattern.steps):
        yield finding(
            "A5",
            Severity.STOP,
            "steps",
            "One person speaks in every step, so there is nothing for the others to do.",
            "A plan keeps one voice to ten minutes, and here nothing would be left.",
            "Say in one of the steps what the others do, and take `one_voice` out there.",
        )
        return
    for place, step in enumerate(pattern.steps):
        minutes = step.share * pattern.minutes.max
        if step.one_voice and minutes > LONGEST_VOICE:
            yield finding(
                "A5",
                Severity.MEND,
                f"steps[{place}]",
                f"One person may speak for {round(minutes)} minutes here.",
                "After ten minutes most people listen to something else.",
                "Shorten it, or let people do something with it in between; plans stop it after ten.",
            )


def debriefs(pattern: Pattern) -> Iterator[Finding]:
    """The last step asks from facts to meaning, and ends on a decision."""
    last = pattern.steps[-1].does
    where = f"steps[{len(pattern.steps) - 1}].does"
    questions = _QUESTION.findall(last)
    why = "What was done turns into something people can do again when they say what happened and what it means."
    if len(questions) < 3:
        yield finding(
            "A6",
            Severity.MEND,
            where,
            f"The last step asks {_count(len(questions))}, so there is hardly a debrief.",
            why,
            "End on three questions: what happened, what it was like, what it says about what you practise.",
            rewrite=f"{_closed(last)} What happened? Where was it harder or easier than you thought? "
            "What does that say about {doing}? Write down the one thing that you'll do with it.",
        )
    elif not any("{doing}" in question for question in questions[1:]):
        yield finding(
            "A6",
            Severity.MEND,
            where,
            "No question after the first asks what this means for {doing}.",
            why,
            "Let one of the later questions name it.",
            rewrite=f"{_closed(last)} What does that say about {{doing}}?",
        )
    if questions and not _DECISION.search(last):
        yield finding(
            "A6",
            Severity.MEND,
            where,
            "The last step does not end on what people will do.",
            why,
            "Let everyone write, choose or agree something at the end.",
            rewrite=f"{_closed(last)} Write down the one thing that you'll do with it.",
        )


def everyone_has_a_job(pattern: Pattern) -> Iterator[Finding]:
    """There is something different and real to do for everyone."""
    roles = {name: getattr(pattern.roles, name) for name in type(pattern.roles).model_fields}
    if _ONLY_WATCHES.search(pattern.roles.newcomer):
        yield finding(
            "A4",
            Severity.MEND,
            "roles.newcomer",
            "Somebody new would only watch or listen.",
            "People begin to belong when others need what they do.",
            "Give them a small job that the others need and that takes no experience.",
            rewrite="newcomer: Say back in your own words what you heard, and ask about what you couldn't follow.",
        )
    if len(set(roles.values())) < len(roles):
        yield finding(
            "A4",
            Severity.MEND,
            "roles",
            "Two roles say the same.",
            "Somebody new and somebody who knows it best need different things to do.",
            "Say what only one of them can give.",
        )
    for name, text in roles.items():
        if len(text.split()) < 10:
            yield finding(
                "A4",
                Severity.QUESTION,
                f"roles.{name}",
                "That is said in very few words: would they know what to do?",
                "A role that people can't picture is one that nobody takes.",
                "Say what they do, with what, and for whom.",
            )


def phases_are_in_order(pattern: Pattern) -> Iterator[Finding]:
    """A group opens up before it closes."""
    phases = [_PHASES.index(step.phase) for step in pattern.steps if step.phase is not None]
    if phases != sorted(phases):
        yield finding(
            "S4",
            Severity.MEND,
            "steps",
            "The phases are not in the order diverge, groan, converge.",
            "A group that closes before it has opened up decides what it knew already.",
            "Change the order of the steps, or the phase of the one that is out of place.",
        )


# -- for what comes with the product ---------------------------------------------------------------
def names_the_outcome_everywhere(pattern: Pattern) -> Iterator[Finding]:
    """The texts that stand in links and heads name the performance."""
    if not pattern.what_members_do.startswith("{do}"):
        yield _required("what_members_do", "`what_members_do` does not start with {do}.")
    for name, slot in _NEEDS.items():
        if slot not in getattr(pattern, name):
            yield _required(name, f"`{name}` does not name {slot}.")
    if not any("{do}" in step.does for step in pattern.steps):
        yield _required("steps", "No step has {do}.")
    if len(pattern.steps) < 3:
        yield _required("steps", "There are fewer than three steps.")


def takes_up_what_people_wrote(pattern: Pattern) -> Iterator[Finding]:
    """Three to five kinds of sentences change it, and half of its minutes."""
    items = pattern.take_up
    if not 3 <= len(items) <= 5 or len({item.cue for item in items}) != len(items):
        yield _required("take_up", "There are not three to five take_up with different cues.")
    shares = sum(pattern.steps[place].share for place in {item.step for item in items})
    if shares < 0.5:
        yield _required("take_up", f"take_up touches steps worth {shares:.2f} of the time, and not half of it.")
    if not any(item.instead for item in items):
        yield _required("take_up", "No take_up stands in the place of what a step does.")


def has_what_hosts_need(pattern: Pattern) -> Iterator[Finding]:
    """What to bring, lend, prepare, print and show is there."""
    for name in ("bring", "lend", "example", "prepare"):
        if not getattr(pattern, name):
            yield _required(name, f"`{name}` is missing.")
    if not 3 <= len(pattern.good_for) <= 6:
        yield _required("good_for", "good_for does not name three to six outcomes.")
    if not any(step.phase for step in pattern.steps):
        yield _required("steps", "No step has a phase.")


# -- for every take_up -----------------------------------------------------------------------------
def quotes_are_framed(pattern: Pattern) -> Iterator[Finding]:
    """A quote comes with its label, and brings its own marks."""
    for place, item in enumerate(pattern.take_up):
        where = f"take_up[{place}].text"
        why = "What people wrote is quoted word for word and can be looked up, or it is not quoted."
        if "{quotes}" in item.text:
            if item.most < 2:
                yield finding(
                    "X3", Severity.MEND, where, "{quotes} is for several, and `most` is 1.", why, "Write `most: 3`.",
                    rewrite="most: 3",
                )  # fmt: skip
        elif "{quote}" not in item.text or "({label})" not in item.text:
            yield finding(
                "X3", Severity.STOP, where, "It quotes nobody: {quote} ({label}) is missing.", why,
                "Put {quote} ({label}) where the sentence from the notes is to stand.",
                rewrite=f"{_closed(item.text)} One of you wrote: {{quote}} ({{label}}).",
            )  # fmt: skip
        if re.search(r"[“”\"]", item.text):
            yield finding(
                "X3", Severity.MEND, where, "There are quotation marks in it, and the quote brings its own.", why,
                "Take the marks out.", rewrite=re.sub(r"[“”\"]", "", item.text),
            )  # fmt: skip


def says_and_cards(steps: Sequence[PatternStep], card: Sequence[str]) -> Iterator[Finding]:
    """Each step has a spoken start, and there is a card to fill in."""
    for place, step in enumerate(steps):
        if not step.say:
            yield _required(f"steps[{place}].say", "A step has no `say`.")
    if not 3 <= len(card) <= 6:
        yield _required("card", "The card does not have three to six lines.")


def says_are_short(steps: Sequence[PatternStep]) -> Iterator[Finding]:
    """What a host says aloud is one or two breaths long."""
    for place, step in enumerate(steps):
        words = len(step.say.split())
        if words > LONGEST_SAY:
            yield finding(
                "X6",
                Severity.MEND,
                f"steps[{place}].say",
                f"The host would say {words} words here.",
                "People hold on to one sentence.",
                f"Keep it under {LONGEST_SAY + 1} words; the rest belongs into `does`.",
            )


def _required(where: str, message: str) -> Finding:
    return finding(
        "P5", Severity.MEND, where, message, "Every plan counts on it being there.", "Write it as the others do."
    )


def _closed(text: str) -> str:
    text = text.rstrip()
    return text if text.endswith((".", "?", "!", "…", "’")) else f"{text}."


def _count(number: int) -> str:
    return {0: "nothing", 1: "one question", 2: "two questions"}.get(number, f"{number} questions")
