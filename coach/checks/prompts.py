"""What a review prompt asks, read from its words: its tone, its ground, and whom it looks at."""

from __future__ import annotations

import re
from collections.abc import Sequence

from coach.models import ReviewPrompt, Tone
from coach.playbook import content_stems

from .persons import find_looking_at_people, is_person_on_table
from .quotes import without_quotes
from .scales import find_placing

_TONES = {
    Tone.WARM: re.compile(
        r"\b(?:changed how|stands? out|stood out|work(?:s|ed|ing)?\s+(?:well|here|for)|what works"
        r"|(?<!would )(?<!d )you liked?|love[ds]?"
        r"|enjoy(?:ed)?"
        r"|help(?:s|ed|ful)?|useful|strong(?:est)?|glad|appreciat\w+|thank\w*|surpris\w+|shows?\s+you|show you"
        r"|learn(?:t|ed)?\s+from"
        r"|clear(?:er|est|ly)?|keep|borrow|proud|good about|see (?:better|now)|new to you|brings? out|drew you"
        r"|caught)\b",
        re.IGNORECASE,
    ),
    Tone.CURIOUS: re.compile(
        r"\b(?:wonder(?:s|ed|ing)?|curious|what if|unsure|not sure|ask (?:someone|somebody|about)|missing"
        r"|trust(?:ing)?|why|how come"
        r"|what happens|where (?:would|do|does|did|might|could|is|are)|what (?:would|might|could|else|made|led)"
        r"|puzzl\w+|question"
        r"|who (?:would|else|might)|how (?:would|might|do|does|did))\b",
        re.IGNORECASE,
    ),
    Tone.NEXT: re.compile(
        r"\b(?:next|will you|would you (?:like to )?try|try (?:on|in|with|out|first|differently)|tomorrow|this week"
        r"|take (?:away|with|back|from)"
        r"|from here|one thing you(?:['’]ll| will| would| want))\b",
        re.IGNORECASE,
    ),
}
_WONDERS = re.compile(r"\b(?:wonder\w*|curious|what if|unsure|not sure|why|puzzl\w+)\b", re.IGNORECASE)
_TRAIT = (
    r"(?:good|bad|weak|strong|skilled|skilful|skillful|talented|clever|smart|intelligent|competent|capable"
    r"|experienced|lazy|slow"
    r"|careless|gifted|poor|professional|thorough|able|ready)"
)
_PERSON = (
    r"(?:you|they|he|she|the\s+(?:author|presenter|mapper|speaker|writer|maker|newcomer|participant|member|person"
    r"|colleague)|(?:this|that)\s+person)"
)
_ABOUT_PERSON = re.compile(
    rf"\b(?:are|were|is|was)\s+{_PERSON}\s+(?:an?\s+|very\s+|really\s+|too\s+|being\s+|the\s+)*{_TRAIT}\b"
    rf"|\b{_PERSON}\s+(?:are|were|is|was)\s+(?:an?\s+|not\s+|very\s+|really\s+|too\s+|the\s+)*{_TRAIT}\b"
    r"|\b(?:you['’]re|they['’]re|he['’]s|she['’]s)\s+(?:an?\s+|not\s+|very\s+|really\s+|too\s+)*" + _TRAIT + r"\b"
    rf"|\bhow\s+(?:{_TRAIT}|well\s+prepared)\s+(?:an?\s+\w+\s+)?(?:are|is|was|were)\s+{_PERSON}\b"
    r"|\bwho\s+(?:\w+\s+)?(?:did|was|is|drew|made|worked|had|has|knew|knows|contributed)\s+(?:\w+\s+){0,2}?"
    r"(?:best|worst|weakest|strongest|better|most|least)\b"
    r"|\b(?:your|their|his|her|(?:author|presenter|speaker|person|member)['’]s)\s+(?:own\s+)?(?:ability|abilities"
    r"|skills?|talents?"
    r"|attitude|personality|character|performance|competence|intelligence|weakness(?:es)?|strengths)\b"
    rf"|\bhow\s+(?:well|badly)\s+(?:did|does|do|has|have)\s+{_PERSON}\s+(?:perform|present|do|done|work|speak)\b"
    rf"|\bwhat\s+(?:does|do|did)\s+{_PERSON}\s+lack\b|\bcould\s+{_PERSON}\s+be\s+better\b"
    r"|\b(?:does|did)\s+(?:he|she|the\s+(?:author|presenter|writer|maker|newcomer"
    r"|person))\s+(?:really\s+)?(?:understand|know|grasp)\b(?=[^?]{0,40}\?)"
    r"|\bwho\b[^?.]{0,40}\b(?:best|worst)\b|\b(?:weaknesses|strengths|shortcomings)\s+of\s+the\s+(?:person|author"
    r"|presenter"
    r"|writer|maker)\b"
    r"|\bwhat\s+(?:kind|sort)\s+of\s+(?:mapper|person|learner|writer|worker)\b",
    re.IGNORECASE,
)
_PERSON_ON_THE_TABLE = re.compile(
    r"^\s*(?:the|each|our|every)?\s*(?:authors?|presenters?|members?|participants?|newcomers?|learners?|people"
    r"|speakers?|persons?"
    r"|performers?|individuals?|facilitators?|host)\s*$|\b(?:performance|skills?|abilit(?:y|ies)|behaviour"
    r"|attitudes?)\s+of\b"
    r"|\w(?:['’]s|s['’])\s+(?:performance|skills?|abilit(?:y|ies)|behaviour|attitudes?)\b",
    re.IGNORECASE,
)
_SATISFACTION = re.compile(
    r"\bhow\s+(?:was|did\s+you\s+(?:find|like|enjoy)|satisfied|useful\s+was|happy\s+are)\b"
    r"|\b(?:did|do)\s+you\s+(?:like|enjoy)\s+(?:it|this|the|today)|\bwas\s+(?:this|it|the\s+\w+)\s+(?:useful|helpful"
    r"|worth|good)"
    r"|\bwhat\s+did\s+(?:you|people|everyone)\s+think\b|\bany\s+(?:other\s+)?(?:comments|feedback|thoughts"
    r"|questions)\b|\bsatisf\w+"
    r"|\bhow\s+did\s+(?:it|today|the\s+(?:session|meeting|workshop))\s+go\b|\bwould\s+you\s+recommend\b"
    r"|\bwhat\s+could\s+(?:be|we)\s+(?:improved?|do\s+better)\b",
    re.IGNORECASE,
)
_POINTS_BACK = re.compile(r"\b(?:it|this|that|these|those|here|there)\b", re.IGNORECASE)
_NUMBER = re.compile(
    r"(?<![\w/])\d+(?:[.,]\d+)?\s?%"
    r"|(?<![\w/])\d+\s?(?:–|—|-|/|to|out\s+of)\s?\d+(?!\s?(?:minutes?|hours?|days?|weeks?|:))"
    r"|\b(?:of|between|from|give\w*|gets?|rate\w*|mark\w*|scale)\s+\d+\b(?!\s*(?:\w+\s+)?(?:minutes|hours|days|weeks|people)\b)"
    r"|(?<![\w/])\d+(?=\s+(?!was\b|is\b|has\b|does\b|minutes|hours|days|weeks|months|years)[a-z]+s\b)",
    re.IGNORECASE,
)
"""A figure to be given or filled; digits that only name a thing are fine: "round 1", "the 12th"."""
_GRADE_WORDS = re.compile(
    r"\b(?:excellent|outstanding|satisfactory|unsatisfactory|inadequate|(?:below|above)\s+average"
    r"|(?:meets?|exceeds?|below)\s+expectations|needs\s+improvement|per\s?cent|(?:beginner|intermediate"
    r"|advanced)\s+level"
    r"|strongly\s+(?:dis)?agree|marks?\s+out\s+of|out\s+of\s+(?:five|ten)|score[sd]?|grade[sd]?|rat(?:e"
    r"|ing)s?\s+(?:the|this|it|each|your))\b",
    re.IGNORECASE,
)
_FAULTS = re.compile(
    r"\bwhat(?:['’]s| is| are| was| went)\s+(?:all\s+)?(?:wrong|the\s+(?:mistakes|errors|faults|flaws|weaknesses))\b"
    r"|\b(?:list|find|name|point\s+out|count|mark|spot|identify|correct)\s+(?:\w+\s+){0,3}?(?:errors|mistakes|faults"
    r"|flaws|weaknesses|failings)\b|\bwhat\s+(?:did|has|have)\s+(?:\w+\s+){1,3}?(?:fail|get\s+wrong|got\s+wrong"
    r"|do\s+wrong)"
    r"|\bwho\s+(?:is|was)\s+to\s+blame\b|\bhow\s+bad(?:ly)?\b"
    r"|\bwh(?:at|ere|ich)\b[^.?!]{0,30}\b(?:falls?|fell|come|comes|came)\s+short\b|\bshould\s+(?:never"
    r"|not)\s+have\s+(?:been|happened|gone)\b"
    r"|\bwh(?:at|ich)\b[^.?!]{0,25}\b(?:poorest|worst|weakest|sloppiest|least\s+convincing|most\s+embarrassing)\b"
    r"|\bhow\s+many\s+(?:\w+\s+)?(?:errors|mistakes|faults|flaws|slips)\b"
    r"|\b(?:errors|mistakes|faults|flaws|slips|weaknesses|blunders|failings)\s+(?:did|do|does|can|could|have|has|are"
    r"|were)\b|\bwhat\s+would\s+(?:an?\s+)?(?:expert|professional|inspector)\s+"
    r"(?:\w+\s+)?(?:criticise|object|reject|laugh|fault)\w*|\bpick\s+(?:\w+\s+){0,2}holes\b"
    r"|\btear\s+(?:\w+\s+){0,2}(?:apart|to\s+pieces)\b|\bjustify\s+(?:why|yourself|your|the\s+mistake)\b",
    re.IGNORECASE,
)


def find_tones(prompt: ReviewPrompt) -> frozenset[Tone]:
    """Return what a prompt asks of people: as it says, or else as its words sound."""
    if prompt.tone is not None:
        return frozenset({prompt.tone})
    heard = {tone for tone, pattern in _TONES.items() if pattern.search(prompt.text)}
    if Tone.NEXT in heard and not _WONDERS.search(prompt.text):
        # "What would you try next?" sounds curious and is not.
        heard.discard(Tone.CURIOUS)
    return frozenset(heard)


def find_anchored(prompts: Sequence[ReviewPrompt], stems: frozenset[str]) -> list[bool]:
    """Return for each prompt whether it comes from the outcome with these stems.

    A prompt that points back ("… before trusting it?") stands on the one before it.
    """
    found: list[bool] = []
    for prompt in prompts:
        if asks_satisfaction(prompt.text):
            found.append(False)
            continue
        leans = bool(found and found[-1] and _POINTS_BACK.search(prompt.text))
        found.append(bool(content_stems(prompt.text) & stems) or leans)
    return found


def asks_satisfaction(text: str) -> bool:
    """Return whether a prompt asks how people liked the session."""
    return bool(_SATISFACTION.search(text))


def find_person_words(text: str, theirs: frozenset[str] = frozenset()) -> str:
    """Return the words with which a prompt looks at the person, or nothing; `theirs` are the outcome's stems."""
    match = _ABOUT_PERSON.search(without_quotes(text))
    return " ".join(match.group().split()) if match else find_looking_at_people(text, theirs)


def find_fault_words(text: str) -> str:
    """Return the words with which a prompt goes looking for faults, or nothing."""
    match = _FAULTS.search(without_quotes(text))
    return " ".join(match.group().split()) if match else ""


def is_person(looks_at: str) -> bool:
    """Return whether the thing on the table is a person."""
    return bool(_PERSON_ON_THE_TABLE.search(looks_at)) or is_person_on_table(looks_at)


def find_grade_words(text: str) -> list[str]:
    """Return the digits, percentages and grade words of a prompt; labels such as S1 are neither."""
    own = without_quotes(text)
    found = [match.group() for pattern in (_NUMBER, _GRADE_WORDS) for match in pattern.finditer(own)]
    placing = find_placing(text)
    return found if found or not placing else [placing]
