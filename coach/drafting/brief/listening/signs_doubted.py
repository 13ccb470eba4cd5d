"""Signs that a sentence tells less than it seems to: praise, a topic of talk, hearsay, a count of views. Pure data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.ports import Tells


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


PRAISE = _any(
    r"\b(?:super|so|really|very|incredibly|extremely|always|all) (?:\w+ and )?(?:nice|kind|patient|friendly|generous"
    r"|supportive|welcoming|gracious|lovely)\b",
    r"\b(?:so|very|really|forever) grateful\b|\bshout-?outs?\b",
    r"\b(?:solid|strong|firm|robust|excellent) (?:foundation|footing|basis)\b|\bleverag\w+|\bseamless\w*"
    r"|\bvibrant\b|\bthriving\b|\bempower\w*|\bworld[- ]class\b|\bcutting[- ]edge\b|\btestament to\b",
    r"\b(?:gave|gives|given|giving) (?:me|us|them|everyone|people) (?:\w+ )?(?:the )?(?:confidence|clarity|courage"
    r"|energy|motivation|inspiration|momentum)(?: and \w+)? to (?:think|dream|look ahead|envision|imagine|continue"
    r"|keep)\b",
    r"\b(?:improved?|strengthen\w*|enhanc\w+|expand\w*|increased?|boost\w*) (?:our|its|their) (?:\w+ )?(?:ability"
    r"|abilities|capacity|impact|reach|visibility|presence|standing|efforts) (?:to|in|on|across|by)\b",
)
"""Thanks, praise and what an organisation says of itself."""
_REPORTS = r"(?:commented|remarked|told (?:us|me)|mentioned|wrote|reported|observed|claimed|felt|found)"
_HEARSAY = (
    r"^(?:one|an?|another|some|several|two|many|most) (?:of (?:the|our|their) )?(?:\w+ ){0,3}(?:instructors?|members?"
    rf"|colleagues?|people|persons?|participants?|attendees?|users?|trainers?|teachers?|helpers?) {_REPORTS} that\b",
)
"""What somebody outside is said to have done; one with a name is asked more easily."""
_AS_TOPIC = (
    r"\b(?:a|the) (?:\w+ )?(?:space|place|time|moment|chance|opportunity|occasion|forum) (?:for|to|of)"
    r" (?:reflect\w*|shar\w+|discuss\w*|learn\w*|explor\w*|think\w*|look\w*)\b",
    r"\b(?:about|on|of|and|explor\w+|discuss\w*|shar\w+|explain\w*|describ\w+|show\w*|reflect\w*) (?:how|what|where"
    r"|ways) (?:i|we|they|people|participants) (?:\w+ )?(?:have |had |'ve )?(?:used?|tried|appl(?:y|ied)|adopted"
    r"|adapted|changed|learn\w+)\b",
)
"""What a meeting was for, or what was spoken of there."""
_VIEWS = (
    r"\b\d+ ?(?:/|of|out of|%|per ?cent)(?: (?:the|our))? ?(?:\d+ )?(?:\w+ ){0,3}(?:thought|felt|found|wanted|would"
    r"|said|wished|rated|agreed|considered|preferred|expressed|asked|reported)\b",
)
"""How many people of a survey held it."""
_WHO_CAME = r"\b(?:people|of us|members|attendees) (?:attended|showed up|turned up|came along)\b"
"""How many were there, which says nothing of what came of it."""
_NOT_SO_HARD = (
    r"\b(?:helped|good|nice|reassuring|comforting|great|relief) to (?:know|hear|see|learn|find)\b",
    r"\bran out of time (?:to|for|before) (?:\w+ )?(?:address|discuss|cover|get|go|look|talk|review|triage|more"
    r"|further|other|the (?:agenda|rest))\b|\b(?:out of|no) time (?:today|this (?:time|week)|for (?:this|now))\b",
    r"\b(?:we|there) (?:do ?n[o']t|do not|are no|is no) (?:have )?(?:any )?(?:special|specific|formal|particular)"
    r" (?:requirements?|rules?|criteria|process\w*|polic\w+)\b",
    r"^(?:although|though|while|even though|whereas|despite)\b.*\bwere? ?n[o']t enough\b",
    r"\bnot (?:yet|been) (?:\w+ ){0,2}(?:tried|tested|piloted|run)\b",
    r"^(?:\w+ )?(?:looking|looked|went looking)\b.*\b(?:found|picked|chose)\b",
    r"^(?:current|existing|present|typical) (?:\w+ )?(?:process\w*|practice|approach\w*|set-?up|state) (?:is|are)\b",
)
"""A comfort, the end of a meeting, how things are, a lesson for others, a plan."""
_THERE_NOW = (
    r"\bwe now have (?:a|an|the)\b(?!.{0,40}\b(?:understand\w*|idea|sense|picture|words?|language|way|grasp|feel"
    r"|overview|tool|template)\b)"
)
_NO_LESSON = (
    r"^i (?:also |just )?(?:noticed|saw) (?:that )?.{0,60}\b(?:is|are|was|were) (?:\w+ )?(?:on the (?:roadmap|agenda"
    r"|list|board|page|calendar)|open|missing|closed|merged|listed|assigned|planned|scheduled)\b",
    _THERE_NOW,
)
"""What somebody happened to see, and what there is now."""
_NO_HOPE = (
    r"\b(?:is|was|as) (?:also |really )?an? (?:\w+ )?(?:opportunity|chance|occasion|invitation|forum|meeting|event)"
    r" (?:to|for)\b",
    r"\b(?:how|what|where|whether|why|which \w+) (?:i|we|they|people) (?:all |really |still )?(?:want|would like|wish"
    r"|hope)\b",
    r"\bwe (?:also |really )?(?:hope|plan|intend|aim|want) to (?:run|host|hold|offer|organi[sz]e|announce|publish"
    r"|release|launch|migrate)\b",
)
"""An announcement, or what a talk is to be about, or an errand."""
_OBJECTS = (
    r"^(?:i'm |i am |we're |we are )?(?:still )?(?:not sure|unsure|unclear) why (?:we (?:want|need|should|have to)"
    r"|(?:this|that|it) (?:would|should|needs|has to)|you)\b",
    r"\bdon'?t know how many (?:people|of you)\b(?=.*\b(?:but|just|recently)\b)",
)
"""An objection, or an opening to a talk, that asks for no answer."""
DOUBTED: Mapping[Tells, re.Pattern[str]] = {
    Tells.WISH: _any(*_NO_HOPE),
    Tells.DID: _any(r"\bsoon\.?$"),
    Tells.TOOK_AWAY: _any(*_NO_LESSON),
    Tells.USED: _any(*_HEARSAY, *_AS_TOPIC),
    Tells.CAME_OF_IT: _any(*_HEARSAY, _WHO_CAME),
    Tells.HARD: _any(*_VIEWS, *_NOT_SO_HARD),
    Tells.UNKNOWN: _any(*_OBJECTS),
}
"""By what it seems to tell."""
IS_THERE_NOW = _any(_THERE_NOW)
"""What there is now has been made; whether anybody learned from it, it does not say."""
LESS_OF_A_DEED = _any(
    r"(?:[,;]| and| but|\.)\s+(?:(?:i|we|they|it|there|this|he|she) )?(?:are|is|am|'re|'m|look|looks|hope|hopes|plan"
    r"|plans|want|wants|need|needs|have their own|must|intend)\b",
    r", (?:and )?(?:which|that|thus|thereby)\b.{0,60}\b(?:more|better|easier|faster|clearer|greatly|significantly)\b",
    r",? (?:underscoring|emphasi[sz]ing|ensuring|fostering|paving)\b",
    r"\b(?:explored|considered|looked at|shared) (?:\w+ )?(?:key |some |several |various |different )?(?:questions?"
    r"|ideas?|options?|possibilit\w+|potential|ways?|perspectives?|thoughts?)\b",
    r"\b(?:presented|shared|introduced) (?:the|an?|his|her|their) (?:idea|perspective|view|vision|thought|concept)\b",
    r"\bbut (?:\w+ )?(?:have|has|had|did|do|was|were|is|are|could)(?: not|n't)\b",
    _WHO_CAME,
    r"\bturn-?out\b",
)
"""Half a deed: the rest of it is a plan, a state, a judgement or talk."""
SAYS_LITTLE = _any(
    r"\bgave (?:us )?(?:an?|the|his|her|their) (?:\w+ ){0,2}(?:overview|updates?|summary|intro\w*|recap|demo|talk"
    r"|presentation)\W*$",
    r"\b(?:an? |the )(?:\w+ )?(?:overview|update|summary|recap) of (?:recent |the |moderation |some )*(?:activit\w+"
    r"|work|progress|status|discussions?|things)\b",
    r"^(?:the )?first (?:meeting|call) was held\b|^held the first (?:meeting|call)\b",
    r"\bcreated (?:some |\w+ )?issues?\b|^(?:pull requests?|prs?) (?:was |were |has been )?(?:submitted|merged"
    r"|opened)\b",
)
"""A deed that says little to whoever was not there."""
