"""What members do with their own hands and voices in an activity, and what they only hear or talk about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Activity, Doing, Step, VerbFamily
from coach.playbook import Lexicon, content_stems

from .flow import is_lecture, is_speaker
from .hearing import find_active, find_lead, is_passive
from .kin import find_doing_stems
from .reading import OutcomeReading

_HEADING = re.compile(r"^[^.:;?!]{3,60}:\s+")
"""Words before a colon, which what follows spells out."""
_BY_TALK_ONLY = re.compile(
    r"\b(?:through|by|in|over)\s+(?:\w+\s+){0,4}?(?:conversations?|discuss(?:ions?|ing)|talking|debates?"
    r"|dialogue)\b",
    re.IGNORECASE,
)
_QUIZ = re.compile(
    r"\b(?:answer keys?|quiz(?:zes)?|kahoot|flash ?cards?|true or false|crosswords?|bingo|trivia|multiple[- ]choice"
    r"|(?:right|correct) (?:answers?|categor\w+|headings?|order|box|definitions?)|gap[- ]fill|word ?search|cloze"
    r"|memory game|jigsaw|escape (?:room|game)|charades|match(?:ing)? (?:the )?(?:terms|words|cards"
    r"|definitions))\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:posters?|leaflets?|infographics?|mind[- ]?maps?|word ?clouds?|collages?|slogans?|logos?|haikus?|poems?"
    r"|songs?|raps?|manifesto|charter|definitions?|acrostic|t-?shirts?|banners?|mood ?boards?|postcards?"
    r"|comic strips?"
    r"|pledges?|polic(?:y|ies)|guidelines|action plans?|strateg(?:y|ies)|self-assessments?|glossar(?:y|ies)|faqs?"
    r"|wish ?lists?|top (?:ten|five|three)|code of conduct|business case|vision|memes?"
    r"|vision (?:board|statement)|mission statement|shopping list|(?:slides?|essay|article|presentation) (?:on"
    r"|about)|principles of|theory of|history of|lego)\b",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"\b(?:compar|choos|select|evaluat|rat|rank|sort)\w* (?:\w+ ){0,4}?(?:tools?|software|vendors?|products"
    r"|platforms"
    r"|templates|formats|methods|models|apps)\b|\bselection matrix\b",
    re.IGNORECASE,
)
_PASTIMES = re.compile(
    r"\b(?:spaghetti|marshmallows?|towers?|lego|haikus?|poems?|songs?|raps?|collages?|personality (?:tests?|types?)"
    r"|(?:your|which) \w*[- ]?type|questionnaires?|maturity (?:scores?|models?)|ice-?breakers?|charades)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:pairs?|twos|threes|trios|fours|fives|sixes|groups?|tables?|rooms?|teams?|everyone|everybody|all"
    r"|each|members"
    r"|volunteers?|people|participants|half|both|others?|writers?|authors?|solo|alone|first|second|third|us|you)\b",
    re.IGNORECASE,
)
BY_TALKING = frozenset({VerbFamily.EXPLAIN, VerbFamily.RELATE, VerbFamily.DECIDE, VerbFamily.EXAMINE})
"""Kinds of doing that people really perform by talking."""


@dataclass(frozen=True)
class Hands:
    """What members do themselves."""

    said: str
    """The clauses in which they do something."""
    is_described: bool
    """Whether the activity says, or its title gives away, what happens."""
    is_put_as_hearing: bool = False
    """Whether the headline is all hearing and talking, although steps have members do something."""
    elsewhere: str = ""
    """What they make or do in place of it, when the words of the outcome only stand over it."""


def read_hands(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Hands:
    """Return what members do themselves in an activity, as far as it says.

    Steps tell what a headline means: where all of them are talk, "design together" is talk.
    """
    talks = reading.family in BY_TALKING
    own = find_doing_stems(reading, lexicon)
    headline = find_active(_spell_out(activity.what_members_do, lexicon), own, lexicon)
    steps = [(step, find_active(step.does, own, lexicon, is_active=_is_hands_on(step))) for step in activity.steps]
    active = [said for step, said in steps if said and not is_heard(step)]
    if steps and not active and not _leaves_room(activity, lexicon, talks=talks):
        headline = ""
    if not talks and _BY_TALK_ONLY.search(activity.what_members_do) and not active:
        headline = ""
    if not (activity.what_members_do.strip() or activity.steps):
        # A title is all that some write; where they do say more, it counts for nothing.
        titled = "" if is_lecture(activity.title) else find_active(activity.title, own, lexicon)
        return Hands(titled, is_described=not titled)
    said = " . ".join((headline, *active)).strip(" .")
    hears = bool(activity.what_members_do.strip()) and not headline and bool(active)
    spelt = " . ".join(active) if active else headline
    elsewhere = "" if _leads_with(spelt, own, lexicon) else _find_elsewhere(reading, activity)
    return Hands(said, is_described=True, is_put_as_hearing=hears, elsewhere=elsewhere)


def _spell_out(text: str, lexicon: Lexicon) -> str:
    """Leave out a heading where what follows it says what is done: "Interviewing users: write ten rules"."""
    heading = _HEADING.match(text)
    if heading is None:
        return text
    rest = text[heading.end() :]
    if is_passive(heading.group(), *find_lead(heading.group(), lexicon)):
        return heading.group()
    return rest if find_lead(rest, lexicon)[0] else text


def is_heard(step: Step) -> bool:
    """Return whether members only hear in a step: one voice, or a listening room without a member's own doing."""
    if step.one_voice:
        return True
    if step.doing is Doing.LISTENING:
        return is_speaker(step.who) or not _MEMBERS.search(step.who)
    return is_lecture(step.does)


def _leads_with(said: str, own: frozenset[str], lexicon: Lexicon) -> bool:
    verbs = (find_lead(clause, lexicon)[0] for clause in said.split(" . "))
    return any(verb and content_stems(verb) & own for verb in verbs)


def _is_hands_on(step: Step) -> bool:
    return step.doing not in (Doing.TALKING, Doing.LISTENING)


def _leaves_room(activity: Activity, lexicon: Lexicon, *, talks: bool) -> bool:
    """Return whether steps that name no doing may still be the headline's doing: "Case 2", "Theirs"."""
    heard = (is_heard(step) or is_passive(step.does, *find_lead(step.does, lexicon)) for step in activity.steps)
    unclear = [step for step, is_passive in zip(activity.steps, heard, strict=True) if not is_passive]
    return any(talks or step.doing is not Doing.TALKING for step in unclear)


def _find_elsewhere(reading: OutcomeReading, activity: Activity) -> str:
    wanted = reading.outcome.text
    whole = " . ".join(
        (activity.what_members_do, activity.artefact, *activity.materials, *(step.does for step in activity.steps))
    )
    # Real work may well come with a quiz or a policy; it does not come with marshmallows.
    for pattern in (_PASTIMES, _TOOLS) if activity.real_work.strip() else (_PASTIMES, _TOOLS, _QUIZ, _ABOUT_IT):
        match = pattern.search(whole)
        if match and not pattern.search(wanted):
            return match.group()
    return ""
