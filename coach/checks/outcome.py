"""O1 to O8: is the outcome the members' own, one thing that people can do, on something real?"""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import Finding, Outcome, Severity
from coach.playbook import Lexicon, content_stems

from .belonging import ask_ways_in
from .criterion import Criterion, listed, quoted
from .quotas import check_quotas, find_date, find_quota, without_quota
from .reading import OutcomeReading, find_their_work, has_sign, is_empty_object, read_outcome, without_sign
from .rewriting import GAP, Rewriter, say_sign
from .texts import Text
from .wording import check_wording, find_test_language

MOST_WORDS = 30
"""Longer than this, nobody remembers it on the way home."""

_WORK = content_stems("work")
_O1 = Criterion(
    "O1",
    "People work towards what they want themselves, in their own words.",
    "Begin it with “We want to be able to …” and read it out: would members say it like that?",
)
_O2 = Criterion(
    "O2",
    "When everybody can picture the same doing, the activity and the review can be built on it.",
    "Say what people would be seen doing: “We want to be able to map …”, “… explain …”, “… compare …”.",
)
_O3 = Criterion(
    "O3",
    "People practise on something that is on their desk, not on a subject in general.",
    "Name the thing from your own work: which maps, which letters, which handovers?",
)
_O4 = Criterion(
    "O4",
    "A sign in the work lets the group see movement without anybody being measured.",
    "Finish the sentence: “We'd notice it because …”, with something two members would both have seen.",
)
_O5 = Criterion(
    "O5",
    "Too near and people are bored, too far and the newer ones fall silent.",
    "Ask one newcomer and one old hand what would be new in it for them.",
)
_O7 = Criterion(
    "O7",
    "A short sentence is one that people can carry in their heads and change.",
    "Keep the verb, the thing and the situation; the rest can go on the invitation.",
)
_O8 = Criterion(
    "O8",
    "An outcome that members can drop or rewrite is theirs; one that they are given is homework.",
    "Read it out at the start and ask: “What would you change in it?”",
)


def check_outcome(outcome: str | Outcome, lexicon: Lexicon) -> tuple[Finding, ...]:
    """Check one outcome's wording; what only people can judge comes back as questions.

    Args:
        outcome: The sentence, or an outcome of a plan.
        lexicon: The verbs to look for.
    """
    whole = Outcome(id="outcome", text=outcome) if isinstance(outcome, str) else outcome
    reading = read_outcome(whole, lexicon)
    ours = [whole.text, whole.sign, *whole.ways_in.values()]
    tested = check_wording([Text(whole.id, words) for words in ours], find_their_work([reading]))
    found = with_rewrites([*(tested or check_quotas(reading)), *check_reading(reading)], reading, lexicon)
    if not whole.sign and not has_sign(whole.text):
        message = "It does not say yet what people would notice in the work."
        found.append(_O4.question(whole.id, message, "", _sign_for(found, reading, lexicon)))
    asked = [ask_stretch(whole.id, whole.text), ask_whose(whole.id, whole.text)]
    ways = [ask_ways_in(whole.id)] if isinstance(outcome, str) else []
    return (*found, *asked, *ways)


def with_rewrites(found: Sequence[Finding], reading: OutcomeReading, lexicon: Lexicon) -> list[Finding]:
    """Return findings about a sentence, each with the sentence as it could stand."""
    if not any(finding.severity is not Severity.QUESTION for finding in found):
        return list(found)
    work = find_their_work([reading])

    def holds(line: str) -> bool:
        again = read_outcome(Outcome(text=line), lexicon)
        tested = check_wording([Text("", line)], work)
        figures = find_quota(line) or find_date(line)
        return not tested and not figures and all(item.check == "O3" and GAP in line for item in check_reading(again))

    own = reading.outcome.text
    lines = "\n".join(Rewriter(lexicon, holds).rewrite(without_quota(own)))
    clean = not (find_test_language(own) or find_quota(own) or find_date(own))
    return [
        # What stands in the sign or in a way in is not mended by another sentence.
        finding if finding.check == "X1" and clean else finding.model_copy(update={"rewrite": lines})
        for finding in found
    ]


def _sign_for(found: Sequence[Finding], reading: OutcomeReading, lexicon: Lexicon) -> str:
    text = next((finding.rewrite for finding in found if finding.rewrite), reading.outcome.text).split("\n")[0]
    return say_sign(text, lexicon) if text.strip() and GAP not in text and not reading.language else ""


def check_reading(reading: OutcomeReading) -> list[Finding]:
    """Check what can be read off the sentence: O1, O2, O3 and O7."""
    if reading.language:
        return [_ask_language(reading), *_check_length(reading)]
    return [*_check_voice(reading), *_check_verb(reading), *_check_object(reading), *_check_length(reading)]


def ask_stretch(where: str, text: str = "") -> Finding:
    """Ask O5, which only people can answer."""
    say = f"{_read_out(text)} What in it would be new for you, and what do you do already?" if text.strip() else ""
    return _O5.question(where, "Does it stretch the newer members and the old hands, both a little?", "", say)


def ask_whose(where: str, text: str = "") -> Finding:
    """Ask O8, which only people can answer."""
    say = f"{_read_out(text)} What would you change in it, or leave out?" if text.strip() else ""
    return _O8.question(where, "Whose wish is this: have members said it, and may they rewrite it?", "", say)


def _read_out(text: str) -> str:
    return f"Somebody has written: “{' '.join(text.split()).strip('“”')}”"


def _ask_language(reading: OutcomeReading) -> Finding:
    said = "in another script" if reading.language == "another script" else f"in {reading.language}"
    message = f"This seems to be written {said}, and the verbs that we know are English."
    way = (
        "Ask in your own language: would two of us, watching, agree that somebody is doing it? On which piece of work?"
    )
    return _O2.question(reading.outcome.id, f"{message} We looked at its length and at test words only.", way)


def _check_voice(reading: OutcomeReading) -> list[Finding]:
    parsed, where = reading.parsed, reading.outcome.id
    if parsed.has_stem or not parsed.text:
        return []
    way = ""
    if reading.verb and parsed.vague is None and parsed.object:
        way = f"For instance: “We want to be able to {reading.verb} {parsed.object}.”"
    return [_O1.mend(where, f"It begins with {quoted(parsed.text, 4)}, not in the members' own voice.", way)]


def _check_verb(reading: OutcomeReading) -> list[Finding]:
    parsed, where = reading.parsed, reading.outcome.id
    if parsed.vague is not None:
        offered = listed((f"“{verb}”" for verb in parsed.vague.instead), "or")
        message = f"“{parsed.vague.verb}” is something that nobody can see anybody do."
        return [_O2.mend(where, message, f"{parsed.vague.ask} Perhaps {offered}.")]
    if not parsed.text:
        return [_O2.mend(where, "The outcome is empty.")]
    if not reading.verb:
        return [_O2.mend(where, f"We found no verb in {quoted(parsed.text)} that says what people would do.")]
    if parsed.other_verbs and not parsed.shares_object:
        named = listed(f"“{verb}”" for verb in (reading.verb, *parsed.other_verbs))
        count = len(parsed.other_verbs) + 1
        way = "Choose the one that people want first; the others can be outcomes of their own."
        return [_O2.mend(where, f"It names {count} different doings: {named}.", way)]
    return []


def _check_object(reading: OutcomeReading) -> list[Finding]:
    thing = reading.parsed.object or reading.outcome.object
    # "The work in a story" names something; "the things in our team" does not.
    named = content_stems(thing) == _WORK and bool(reading.parsed.context)
    if not is_empty_object(thing) or not reading.verb or named:
        return []
    said = f"“{thing}” could be anything" if thing.strip() else f"It does not say what people would {reading.verb}"
    return [_O3.mend(reading.outcome.id, f"{said}.")]


def _check_length(reading: OutcomeReading) -> list[Finding]:
    words = len(without_sign(reading.parsed.text).split())
    if words <= MOST_WORDS:
        return []
    return [_O7.mend(reading.outcome.id, f"It is {words} words long; {MOST_WORDS} is about what people can carry.")]
