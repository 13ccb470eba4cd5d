"""X5, X6 and R8: could a host start tomorrow, may people say no, and is it easy to read?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from coach.models import Activity, Finding, Opening, Part, Review, ReviewPrompt, SessionPlan, Step
from coach.playbook import content_stems

from .criterion import Criterion, listed, quoted
from .ease import count_syllables, count_words, measure_grade
from .quotes import without_quotes
from .texts import Text

HARDEST_STEP = 14.0
"""The Flesch-Kincaid grade above which a step cannot be read out."""
HARDEST_PLAN = 9.0
"""The same for all steps together: a reading age of 14."""
_ENOUGH_WORDS = 20
_WRITTEN_OUT = 450
"""Words of a plan that others could run."""

_X5 = Criterion(
    "X5",
    "A host who opens the plan ten minutes before has to see who does what, with what in hand.",
    "Say who does it, what they do, and how the group knows that it is over.",
)
_X6 = Criterion(
    "X6",
    "People try more when they may also pass, watch or do it another way.",
    "Offer another way and say it aloud, such as: “Write it instead, or pass.”",
)
_EASE = Criterion(
    "X6",
    "What has to be read twice is not done the way it was meant.",
    "Use short sentences and the words that people here would say.",
)
_R8 = Criterion(
    "R8",
    "A prompt that only some can read leaves the newest people out of the looking.",
    "Write the words out, or put a line beside the prompts that says what they stand for.",
)
_BLUR = content_stems(
    "discuss discussion group groups work works exercise activity talk talks share sharing review debrief practise"
    " practice topic session whole plenary present presentation question questions introduction wrap general input"
    " open do task feedback breakout small big reflect reflection part step continue"
    " conversation chat explore consider think good interesting engage see come comes whatever relevant matter idea"
    " ideas"
    " thought thoughts learning experience collaborate interact brainstorm together appropriate needed material"
    " content"
    " participants members people everyone facilitate deal stuff things go usual free time various"
)
_MUST = (
    r"(?:must|has\s+to|have\s+to|had\s+to|is\s+required\s+to|are\s+required\s+to|is\s+expected\s+to|needs?\s+to"
    r"|shall)"
)
_PERFORM = (
    r"(?:speak|present|share|say|talk|take\s+(?:a\s+turn|part)|perform|answer|stand|show|read|join|play|go|contribute"
    r"|participate|volunteer|demonstrate|sing|act|turn\s+(?:on|their))"
)
_FORCED = re.compile(
    rf"(?<!what )(?<!that )\b(?:everyone|everybody|each\s+(?:\w+\s+)?(?:person|member|participant|one|of\s+\w+)"
    rf"|all(?:\s+(?:of\s+)?\w+)?"
    rf"|members|participants|newcomers|people)\s+(?:then\s+|also\s+)?{_MUST}\s+(?:\w+\s+)?{_PERFORM}\b"
    r"|\b(?:nobody|no[- ]one)\s+(?:may|can|is\s+allowed\s+to)\s+(?:pass|skip|opt|leave|refuse|say\s+no"
    r"|stay\s+silent)\b"
    r"|\b(?:mandatory|compulsory|obligatory|no\s+exceptions?|no\s+opting\s+out|without\s+exception|no\s+passing)\b"
    r"|\bcameras?\s+(?:must|ha(?:s|ve)\s+to|are\s+required|stay\s+on|on\s+for\s+everyone)\b|\b(?:call|pick)(?:s|ing"
    r"|ed)?\s+(?:on|out)\s+(?:people|those|whoever|anyone|somebody|someone|the\s+quiet\w*)\b"
    r"|\b(?:called|picked)\s+(?:on|out|up)\b|\bwhoever\s+is\s+(?:drawn|called|picked|named)\b|\b(?:names?\s+(?:is"
    r"|are|will\s+be)|draws?\s+(?:a\s+)?names?)\s+(?:drawn|called|picked|from)\b|\bwhether\s+(?:they|you"
    r"|people)\s+(?:want|like|wish)\s+(?:to\s+|it\s+)?or\s+not\b"
    r"|\b(?:no\s+(?:excuses|exemptions|way\s+out|ifs)|not\s+(?:up\s+for\s+discussion|optional"
    r"|a\s+matter\s+of\s+choice)|(?:is|are)\s+(?:expected|obliged|required|made)\s+to\s+(?:\w+\s+)?"
    rf"{_PERFORM})\b|\b(?:nobody|no[- ]one)\s+(?:sits|gets|stays|goes|leaves|is\s+excused"
    rf"|is\s+let)\s+(?:\w+\s+){{0,3}}?(?:out|off|seat|away|until|without|home|excused|before)\b"
    r"|\b(?:whoever|anyone|those)\s+who\s+(?:has|have|is|are)\s+(?:not\s+|n['’]t\s+)?(?:spoken|silent|quiet"
    r"|said\s+nothing)\b[^.?!]{0,40}\b(?:must|has\s+to|have\s+to|is\s+called|will\s+be|next)\b",
    re.IGNORECASE,
)
_NOT_FORCED = re.compile(
    r"\b(?:not|never|nothing|isn['’]t|aren['’]t|nobody|no\s+one)\s+(?:\w+\s+){0,2}$", re.IGNORECASE
)
_CHOICE = re.compile(
    r"\b(?:(?:nobody|no one|you don['’]t|people don['’]t|need not|never)\s+(?:ha(?:s|ve)\s+to|must|needs?\s+to)"
    r"|need not|may|optional|if you['’]?d?\s+(?:like|prefer|want|can|wish)|as you like|offers?|either|instead|rather"
    r" not|happy to|or not|otherwise|pass|another way|other ways?|or (?:in the chat|on (?:the )?(?:call|paper|board)"
    r"|typed?|say|write|speak|draw|keep|put|use)|can (?:also|be|come|dictate|take)|who can only|welcome to)\b",
    re.IGNORECASE,
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG_WORD = 3
"""Words of more syllables are hard to read for somebody new, unless the group uses them."""
_INITIALS = re.compile(r"(?<![\w@#-])[A-Z]{3,6}s?\b(?![-.]\w)")
_KNOWN = frozenset(
    "API APIs PDF PDFs URL URLs FAQ FAQs USA NHS SQL HTML CSS CSV JSON YAML XML HTTP README TODO ASAP PIN GPS FAQ LED"
    " DIY CEO PhD".split()
)


def check_steps(plan: SessionPlan) -> list[Finding]:
    """Check that a host could run every part as it stands (X5)."""
    found: list[Finding] = []
    for part in plan.parts:
        if isinstance(part, (Opening, Activity, Review)):
            found += _check_part(part)
    return [*found, *_check_preparation(plan)]


def check_choice(plan: SessionPlan, texts: Sequence[Text]) -> list[Finding]:
    """Check that people may say no, and that there is more than one way to take part (X6)."""
    found: dict[str, Finding] = {}
    for text in texts:
        words = _find_force(without_quotes(text.words))
        if words and text.where not in found:
            found[text.where] = _X6.mend(text.where, f"“{words}” leaves no way to pass or to do it otherwise.")
    said = " ".join(text.words for text in texts)
    length = count_words(said)
    if length > _ENOUGH_WORDS and not _CHOICE.search(said):
        # A few notes for oneself leave much unsaid; a plan that is written out has had the room to say it.
        say = _X6.mend if length > _WRITTEN_OUT else _X6.question
        found["plan"] = say("plan", "There is one way to take part, and nothing says that people may pass.")
    return list(found.values())


def check_ease(plan: SessionPlan) -> list[Finding]:
    """Check that steps and prompts can be read out and taken in (X6)."""
    found, said = [], []
    for part in plan.parts:
        prompts = [prompt.text for prompt in part.prompts] if isinstance(part, Review) else []
        own = [without_quotes(text) for text in (*(step.does for step in part.steps), *prompts)]
        said += own
        hard = [text for text in own if count_words(text) >= _ENOUGH_WORDS and measure_grade(text) > HARDEST_STEP]
        if hard:
            year = f"{measure_grade(hard[0]) + 5:.0f}"
            found.append(_EASE.mend(part.id, f"{quoted(hard[0])} is hard to take in (a reading age of about {year})."))
    whole = " ".join(said)
    if not found and count_words(whole) >= 10 * _ENOUGH_WORDS and measure_grade(whole) > HARDEST_PLAN:
        year = f"{measure_grade(whole) + 5:.0f}"
        found.append(_EASE.mend("plan", f"All in all the steps are hard to read: a reading age of about {year}."))
    return found


def find_initials(prompts: Sequence[ReviewPrompt], known: str) -> tuple[str, ...]:
    """Return the initials in prompts that are not written out, nor used in what the group said itself."""
    there = set(_INITIALS.findall(known)) | _KNOWN
    found = [word for prompt in prompts for word in _INITIALS.findall(without_quotes(prompt.text))]
    return tuple(word for word in dict.fromkeys(found) if word not in there and word.rstrip("s") not in there)


def check_initials(prompts: Sequence[ReviewPrompt], known: str, where: str) -> list[Finding]:
    """Check that someone new can read the prompts (R8), as far as initials tell."""
    initials = find_initials(prompts, known)
    if not initials:
        return _check_long_words(prompts, known, where)
    said = listed(f"“{word}”" for word in initials)
    verb = "stands for" if len(initials) == 1 else "stand for"
    return [_R8.mend(where, f"Someone new may not know what {said} {verb}.")]


def _check_long_words(prompts: Sequence[ReviewPrompt], known: str, where: str) -> list[Finding]:
    there = content_stems(known)
    for prompt in prompts:
        words = [word for word in _WORD.findall(without_quotes(prompt.text)) if count_syllables(word) > _LONG_WORD]
        strange = [word for word in dict.fromkeys(words) if not content_stems(word) <= there]
        if len(strange) > 1:
            said = listed(f"“{word}”" for word in strange)
            return [_R8.mend(where, f"Someone new may stumble over {said} in {quoted(prompt.text)}.")]
    return []


def ask_newcomer(where: str) -> Finding:
    """Ask R8, which only somebody new can answer."""
    return _R8.question(where, "Could someone new answer each prompt without asking what a word means?")


def _check_part(part: Part) -> list[Finding]:
    if isinstance(part, Activity) and not part.steps:
        return [_X5.mend(part.id, f"“{part.title}” has no steps that a host could run.")]
    steps = part.steps
    unnamed = sum(not step.who.strip() for step in steps)
    if unnamed:
        return [_X5.mend(part.id, f"{unnamed} of {len(steps)} steps of “{part.title}” do not say who does them.")]
    blurred = [step for step in steps if _is_blurred(step)]
    if blurred and (len(blurred) * 2 >= len(steps) or not blurred[0].does.strip()):
        said = quoted(blurred[0].does) if blurred[0].does.strip() else "an empty step"
        return [_X5.mend(part.id, f"“{part.title}” leaves open what people do: {said}.")]
    return []


def _is_blurred(step: Step) -> bool:
    return not step.say.strip() and not content_stems(step.does) - _BLUR


def _check_preparation(plan: SessionPlan) -> list[Finding]:
    activities = [part for part in plan.parts if isinstance(part, Activity)]
    ready = any(line.strip() for line in plan.prepare)
    ready = ready or any(part.bring.strip() or part.lend.strip() or part.materials for part in activities)
    if ready or not activities:
        return []
    way = "Write down what people bring, and what is on the table when they come in."
    return [_X5.mend("plan", "Nothing says what to bring or to have ready.", way)]


@lru_cache(maxsize=20_000)
def _find_force(text: str) -> str:
    for match in _FORCED.finditer(text):
        if not _NOT_FORCED.search(text[: match.start()]):
            return " ".join(match.group().split())
    return ""
