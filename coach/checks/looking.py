"""What a review really looks at: the work, the outcome in it, its looks, the session; and at how many moments."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from enum import IntEnum

from coach.models import Activity, Review, Tone
from coach.playbook import Lexicon, content_stems

from .kin import find_all_stems, find_doing_stems, stems_of, widen
from .moments import asks_twice
from .prompts import asks_satisfaction
from .reading import OutcomeReading

_SESSION_NOUN = (
    r"(?:session|workshop|event|meeting|clinic|day|afternoon|morning|evening|today|hour|gathering|training|course"
    r"|time together|programme|agenda)"
)
_A_SESSION = re.compile(rf"\b{_SESSION_NOUN}s?\b", re.IGNORECASE)
_OF_THE_SESSION = re.compile(
    rf"\b(?:this|the|these|those|today['’]?s|our|that|of|about|in|from|future"
    rf"|next)\s+(?:\w+\s+)?{_SESSION_NOUN}s?\b"
    r"|\b(?:venue|food|catering|lunch|set-?up|air ?time|break-?outs?|facilitat(?:or|ors|ion)|speakers?|presenters?"
    r"|trainers?|topics?|pace|timings?|too long|too short|recommend|come (?:again|to another)|hear about this"
    r"|energi[sz]\w+|organis\w+|organiz\w+|(?:session|workshop|clinic|meet-?up|gathering|event)s|inspir\w+"
    r"|motivat\w+|mood|enjoy\w*|fun|one word|happy|smil\w+|team ?work"
    r"|work(?:ed|ing)? (?:together|as a (?:group|team|pair))|group dynamics?|cover next|stay in touch)\b"
    r"|\bhow (?:do|did|are|were|have) (?:you|we|people|everyone|all)\b[^?]{0,20}\bfeel(?:ing)?\b"
    r"|\bwas (?:this|it|that|\d+ minutes)\b",
    re.IGNORECASE,
)
_SURELY_THE_SESSION = re.compile(
    rf"\b(?:did|was|has|is|were|how|what)\b[^?.]{{0,30}}\b(?:this|the|today['’]?s|our)\s+{_SESSION_NOUN}\b"
    r"|\b(?:would|do) you recommend\b|\bcome to another\b|\b(?:rate|score) (?:the|this|today)\b"
    r"|\bon a scale\b|\b(?:was|is) (?:this|it) (?:useful|helpful|worth)\b",
    re.IGNORECASE,
)
_OF_ANY_SESSION = re.compile(
    r"\bwhat (?:will|would|did|do|are|is|was|have|stood|stands|struck|surprised|resonated|went)\s*(?:you|we"
    r"|one|out|has"
    r"|your|the|well|with|will)?\s*(?:\w+\s+){0,3}?(?:take ?away|takeaways?|learn(?:ed|t)?|tomorrow|wonder|do next"
    r"|try next|struck|out|well|think|this mean|key|main|favou?rite|highlight)\b|\bany (?:other )?(?:comments"
    r"|questions"
    r"|thoughts|feedback|business)\b|\btake(?:-| )?aways?\b|\bwhat struck\b|\bkey (?:learning|message|insight)s?\b",
    re.IGNORECASE,
)
_KNOWS = re.compile(
    r"\b(?:quiz|what (?:is|are) the (?:\w+ ){0,2}(?:definition|steps|stages|principles|types)"
    r"|what does \w+ stand for"
    r"|true or false|name (?:the )?(?:two|three|four|five|six|seven)|answer key|(?:right|correct) answers?"
    r"|multiple[- ]choice)\b",
    re.IGNORECASE,
)
_OF_ITS_LOOKS = re.compile(
    r"\b(?:fill(?:ed)? in|all (?:the )?(?:fields|boxes|sections|headings)|every (?:field|box|section|heading)"
    r"|format"
    r"(?:ted|ting)?|templates?|colou?rs?|axis|axes|fonts?|lay-?out|legib\w+|readable from|spell\w*|grammar|typos?"
    r"|punctuation|abbreviations?|signed|dated|house style|logos?|word (?:count|limit)|(?:too )?many pages"
    r"|neat\w*|tidy"
    r"|tidi\w+|prett\w+|beautiful|attractive|eye-?catching|looks? (?:good|nice|professional|best)|handwriting"
    r"|how many|number of|longest|shortest|most (?:votes|dots|post-its|items)|has the most|wins?|winner|favou?rite"
    r"|black and white|print(?:ed|s)?|compl(?:y|iant|iance|ies)|handed in|submitted|in time|on time|deadline"
    r"|same (?:headings|format)|labell?ed|title|numbered|speaks? to you|display(?:ed)?|creative|original)\b",
    re.IGNORECASE,
)
_POINTS_IN = re.compile(
    r"\b(?:it|its|this|these|that one|here|there|them|yours|theirs|do(?:ne)? differently|instead)\b",
    re.IGNORECASE,
)
_PLACE_IN = re.compile(
    r"\b(?:where|which|at what)\b[^?]{0,40}?\b(?:lines?|sentences?|words?|parts?|steps?|sections?|boxes"
    r"|arrows?|paragraphs?"
    r"|figures?|slices?|questions?|moments?|points?|places?|entr(?:y|ies)|numbers?|phrases?|bits?|cuts?"
    r"|stitch(?:es)?|seconds?|minutes?|corners?|edges?)\b|\bpoint to\b|\bat which\b",
    re.IGNORECASE,
)
_BESIDE_IT = re.compile(
    r"\b(?:enjoy\w*|exercise|instructions?|timer|support (?:do|would|will)|what (?:support|help|training"
    r"|resources?|tools?)"
    r"|(?:get|gets|stand|stands) in (?:the|our|your) way|barriers?|obstacles?|how often|who else"
    r"|which (?:department|team"
    r"|colleague|people)\w* (?:should|could|would|needs?)|(?:should|could|can) (?:we|our"
    r"|the \w+) (?:\w+ ){0,3}?(?:spread"
    r"|share|roll|scale|promote|organi[sz]e|publish|buy|invest|adopt)|in your (?:department|organi[sz]ation"
    r"|team|school"
    r"|service|office)|confident (?:do|are) you|more confident|how confident|learn(?:ed"
    r"|t)? (?:\w+ ){0,2}?about|learn today"
    r"|easy to use|worth (?:the|doing)|enough time|time enough)\b",
    re.IGNORECASE,
)
"""Asks about what stands around the work: the exercise, the conditions, what was learned in general."""
_ONLY_NEXT = re.compile(
    r"^\W*(?:and )?(?:what|which|where|who|how|when) (?:\w+ ){0,3}?will (?:you|we|each)\b|\bnext time (?:you|we)\b"
    r"|\b(?:what|which) (?:\w+ ){0,3}?(?:would|do) (?:you|we) (?:like to |want to )?(?:try|take|do"
    r"|use)\b[^?]*\b(?:next"
    r"|tomorrow|home|back|away)\b",
    re.IGNORECASE,
)
"""Looks ahead, not at what lies on the table."""
_INTO_IT = re.compile(
    r"\b(?:which|what|where)\b[^?]{0,30}\b(?:in|on|of|about)\s+(?:the|this|that|your|our|their|it|each)\b"
    r"|\bpoint to\b",
    re.IGNORECASE,
)
"""Points to a place in the work."""
_OF_THE_DOING = re.compile(
    r"\b(?:did|had|have|were|was) (?:you|we|they|he|she|it|somebody|the \w+|that \w+|your \w+)\b"
    r"(?! (?:think|like|learn|feel))"
    r"|\bwhat (?:came|got|was|were|moved|stopped|happened|went|made|led|let|helped|kept|held|stood between)\b"
    r"|^\W*[A-Z][a-z]+s?(?:, | and [a-z]+, |: )(?:when|what|which|where|how|did|could|would|at|who)"
    r"|\bif (?:this|that|it|you were|I were|the \w+ (?:ran|came|went|had|were))\b"
    r"|\bwould (?:you|it|they|she|he|the \w+|somebody|someone|anyone) (?!like|tell|recommend|prefer"
    r"|change about)\w+"
    r"|\bcould (?:you|it|they|somebody|someone|a \w+|the \w+|anyone) \w+"
    r"|\b(?:did|do|done) (?:instead|differently)\b",
    re.IGNORECASE,
)
"""Asks how it was done, what came of it, or whether it would hold."""
_STANDS_IN = re.compile(
    r"\bif (?:this|it|that|you|I|the \w+) (?:\w+ )?(?:was|were|came|had|landed|went|got|read|opened"
    r"|ran)\b[^?]*\b(?:would|could)\b"
    r"|\bwould (?:you|they|he|she|somebody|someone|a \w+) (?:ring|apply|trust|use|buy|ship|sign|act|open"
    r"|read on|know|come"
    r"|understand|follow|believe|pay|stay|dare|answer|find|be able|still)\b"
    r"|\bcould (?:you|they|he|she|somebody|someone|a \w+) (?!try|change|improve)\w+ (?:\w+ ){0,3}?(?:from|with"
    r"|by|without) "
    r"(?:this|it|that|these)\b",
    re.IGNORECASE,
)
"""Takes the place of those whom the work is for."""
_NOT_WORK = re.compile(
    rf"\b(?:mood|atmosphere|feel\w*|experience|group dynamics?|how (?:people|we|it|things)|{_SESSION_NOUN}"
    r"|satisfaction|impressions?|facilitation|team ?work|themselves|ourselves|evaluation forms?|feedback forms?"
    r"|cooperation|collaboration)\b",
    re.IGNORECASE,
)


_AFTER_HEAD = re.compile(r"\s+(?:with|for|to|on|of|and|from|that|which|by|in|as)\b|[,;:(]")


class Look(IntEnum):
    """What a prompt looks at, the nearer to the outcome the higher."""

    SESSION = 0
    ANYTHING = 1
    LOOKS = 2
    POINTS = 3
    WORK = 4
    DOING = 5
    THING = 6
    OUTCOME = 7


@dataclass(frozen=True)
class Glance:
    """A prompt, and what it looks at."""

    text: str
    """The prompt."""
    look: Look
    """What it looks at."""
    tone: Tone | None = None
    """What it says it asks of people."""


@dataclass(frozen=True)
class Sight:
    """Words to know the outcome and the work by."""

    outcome: frozenset[str]
    """Stems of the verb, how well, where and what for."""
    thing: frozenset[str]
    """Stems of what the verb is done to."""
    work: frozenset[str]
    """Stems of what the activity leaves and is done on."""
    lexicon: Lexicon
    """The verbs."""
    is_about_sessions: bool = False
    """Whether the outcome itself is about meetings, so that asking about one is asking about the work."""


def see_outcomes(readings: Sequence[OutcomeReading], activities: Sequence[Activity], lexicon: Lexicon) -> Sight:
    """Return the words to know some outcomes, and the work of these activities, by.

    What the activity leaves is a thing, however the outcome speaks of it: naming the chart is not yet asking how good
    a chart it is.
    """
    work = frozenset[str]().union(*(_work_stems(item, lexicon) for item in activities))
    made = content_stems(" . ".join(_AFTER_HEAD.split(item.artefact, maxsplit=1)[0] for item in activities))
    things = frozenset[str]().union(*(_head_of(item) for item in readings)) | made
    wholes = (
        widen(find_all_stems(item) | _sign_of(item), lexicon) | find_doing_stems(item, lexicon) for item in readings
    )
    meets = any(_A_SESSION.search(item.outcome.text) for item in readings)
    whole = frozenset[str]().union(*wholes)
    return Sight(whole - things, things & whole, work, lexicon, is_about_sessions=meets)


def _work_stems(activity: Activity, lexicon: Lexicon) -> frozenset[str]:
    own = (activity.artefact, activity.real_work, activity.what_members_do, activity.bring)
    return stems_of(" . ".join((*own, *(step.does for step in activity.steps))), lexicon)


def take_glances(review: Review, sight: Sight) -> list[Glance]:
    """Return each prompt with what it looks at."""
    return [Glance(item.text, _look(item.text, sight), item.tone) for item in review.prompts]


def looks_at_work(review: Review, glances: Sequence[Glance], sight: Sight) -> bool:
    """Return whether the thing on the table, or else the questions, are about what was made."""
    asked = [glance for glance in glances if glance.look > Look.SESSION]
    named = review.looks_at if not _NOT_WORK.search(review.looks_at) else ""
    known = sight.work | sight.thing | sight.outcome
    if named.strip() and known & stems_of(named, sight.lexicon):
        return bool(asked) or not glances
    if any(glance.look >= Look.WORK for glance in asked):
        return True
    steps = " . ".join(step.does for step in review.steps)
    return bool(asked) and bool(steps) and bool(sight.work & stems_of(steps, sight.lexicon) - _COMMON)


_COMMON = content_stems(
    "rough first short quick draft version small notes note list page sheet card paper piece work real new joint shared"
    " written write read ask say look question everyone pair three group minute one two"
)
"""Words that half of all artefacts share."""


def _head_of(reading: OutcomeReading) -> frozenset[str]:
    # What stands before the last word says which kind, and so how well: an unsafe scaffold, a hot debrief.
    words = _AFTER_HEAD.split(reading.parsed.topic, maxsplit=1)[0].split()
    return content_stems(words[-1] if words else "") or content_stems(reading.parsed.topic) or reading.object_stems


def _sign_of(reading: OutcomeReading) -> frozenset[str]:
    return content_stems(reading.outcome.standard) | content_stems(reading.outcome.context)


def _look(text: str, sight: Sight) -> Look:
    stems = stems_of(text, sight.lexicon)
    if asks_satisfaction(text) or (_SURELY_THE_SESSION.search(text) and not sight.is_about_sessions):
        return Look.SESSION
    if (_BESIDE_IT.search(text) or _ONLY_NEXT.search(text)) and not asks_twice(text):
        return Look.ANYTHING
    if sight.outcome & stems and not _KNOWS.search(text):
        return Look.OUTCOME
    if _OF_ITS_LOOKS.search(text) or _KNOWS.search(text):
        return Look.LOOKS
    if _OF_THE_SESSION.search(text) and not sight.is_about_sessions:
        return Look.SESSION
    if sight.thing & stems:
        # Two of its words are the doing and its thing, even where both stand in what was made.
        names_both = len(sight.thing & stems) > 1
        return Look.OUTCOME if names_both or _INTO_IT.search(text) or _PLACE_IN.search(text) else Look.THING
    if _OF_ANY_SESSION.search(text):
        return Look.ANYTHING
    names_work = bool((sight.work - _COMMON) & stems)
    if asks_twice(text) or _STANDS_IN.search(text) or (names_work and _OF_THE_DOING.search(text)):
        return Look.DOING
    if names_work:
        return Look.WORK
    return Look.POINTS if _POINTS_IN.search(text) or _PLACE_IN.search(text) else Look.ANYTHING
