"""What a sentence of the notes sounds like: struggle, question, wish, disagreement, something that worked, a case.

Plain word lists: a hint for choosing what to quote, never a claim about the person who wrote it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.models import Cue


def _any_of(alternatives: str, *more: str) -> re.Pattern[str]:
    """Make one pattern of alternatives, each on a line or apart by two spaces, as whole words."""
    words = "|".join(item for line in alternatives.strip().splitlines() for item in re.split(r"\s{2,}", line.strip()))
    return re.compile("|".join((rf"\b(?:{words})\b", *more)), re.IGNORECASE)


_CUES: Mapping[Cue, re.Pattern[str]] = {
    Cue.QUESTION: re.compile(
        r"(?:^|[,.;:–—-] ?|[\"“(])(?:so |and |but )?"
        r"(?:how|what|why|who|whom|when|where|which|is|are|do|does|did|can|could|should|would|has|have|will)\b"
        r"[^.!]*\?\s*[\"”')]*$"
        r"|^(?:so |and |but )?(?:how|what|why|who|where|when) (?:do|does|did|can|could|should|would|is|are)"
        r" (?:we|you|i|they|people|everyone|anyone|the|our|it)\b[^?!]*$"
        r"|\bkeeps? asking\b"
        r"|\b(?:asked|wonder(?:ed|ing|s)?) (?:how|what|when|where|whether|who|why)\b",
        re.IGNORECASE,
    ),
    Cue.STRUGGLE: _any_of(
        r"""
        struggl\w+  difficult\w*  hard(?:er)? (?:to|for|part|time)  too hard  confus\w+  stuck  unclear
        problem\w*  challenging  (?:a|the|our|biggest|main|real|this) challenge  frustrat\w+
        issues? (?:with|around|of)  could (?:be|have been) (?:better|more|improved)
        could use (?:some )?(?:help|improvement\w*)  don'?t like  didn'?t like
        painful  pain points?  bottleneck\w*  burn(?:ed|t)[ -]?out  burnout  not sure  unsure  don'?t know  didn'?t know
        nobody (?:knows|knew|owns|could|can)  no ?one (?:knows|knew|owns)  never (?:know|knew|get|got)
        can never  can'?t  couldn'?t  fail(?:ed|s|ing)?
        (?:get|got|getting|gets|feel|felt|is|are|was|were|I'm) lost  lack(?:s|ed|ing)?(?: of)?  missing
        overwhelm(?:ed|ing|s)?
        intimidat\w+  afraid  scared  nervous  too (?:long|many|much|fast|slow|big|late)  falls? apart
        goes? wrong  went wrong  gave up  forgot\w*  dragged  drags  get in the way
        (?:do not|don'?t|did not|didn'?t|never) have (?:the |enough |much )*(?:time|people|capacity|reviewers?|space)
        takes? (?:much |far |too |a lot |so )*(?:longer|long\b|more time)  not enough
        there (?:is|are|was|were) no (?:time|way|process|owners?|one|clear|real|good|place|standard|agreement|docs?)
        no idea  disruptive  exhaust\w+  tedious  (?:do not|don'?t|did not|didn'?t) want to
        inconsistent  fell (?:flat|through|apart)
        """
    ),
    Cue.WISH: _any_of(
        r"""
        wish(?:es|ed)?  would (?:like|love|help)
        would be (?:nice|good|great|useful|helpful|interesting)  'd (?:like|love)
        hop(?:e|es|ing) (?:to|for|that)
        want(?:s|ed)? (?:to|more|a|an|us|some)
        (?:we|i|they|people|members) (?:all |really |still |just )?needs?(?:ed)? (?:to|more|a|an|some|help)
        should (?:be|have|try|do|make)  request(?:ed)?  asked for  suggest(?:s|ed|ion)?  recommend\w*  next time
        more time  more practice  let'?s  could we  keen to  looking for
        """
    ),
    Cue.DISAGREEMENT: _any_of(
        r"""
        disagree\w*  not everyone  on the other hand  other people (?:think|say|feel)  debat\w+
        argu(?:e|ed|es|ing|ment)  object(?:ed|s)? to  versus  vs\.?
        some (?:people|of us|members|teams|folks)\b.*\b(?:others?|while|but)  push(?:ed)? back
        no agreement  didn'?t agree  don'?t agree  contentious  split on  won'?t agree  tension
        """
    ),
    Cue.WORKED: _any_of(
        r"""
        work(?:ed|s) (?:really |very |quite |so )?(?:well|better|best)  went well  positive feedback
        helped  helps (?:a lot|me|us|them|people|to|when)  went (?:really |very )?smoothly  it helps
        (?:really|very|was|were|most|more) (?:useful|helpful|effective|valuable)  liked  loved  enjoyed
        successful(?:ly)?
        (?:was|were) (?:really |so |very )?(?:great|fantastic|excellent|awesome|brilliant)
        made (?:a|the) difference  best (?:part|thing|bit)  keep doing
        """
    ),
    Cue.CASE: _any_of(
        r"""
        working on  in progress  (?:a|the|our|my|first|rough) drafts?  prototyp\w+  our own
        (?:one|real|use|live|this|that|same) case  case (?:of|study)  trying to
        we (?:are|were) (?:currently )?(?:doing|building|writing|making|redoing|redrawing|rewriting)
        unfinished  half[- ]done  took (?:it|this) to
        (?:i|we)(?:'ve| have)? (?:just |only )?(?:made|built|wrote|drew|drafted|started) (?:a|an|our|the|my)
        """,
        r"#\d+",
    ),
}
_UNWANTED = re.compile(
    r"\b(?:n[o’']t|not|never|nobody|no one) (?:really |even |all )?(?:want|need|wish)\w*|n[’']t want\b", re.I
)
"""What people do not want is no wish."""
_NOT_YET = re.compile(
    r"\b(?:could|would|should|might|may be|if|not|never|difficult|hard|hope|wish|need(?:s|ed)?)\b|n[’']t\b",
    re.IGNORECASE,
)
_ABOUT_MEETINGS = _any_of(
    r"""
    meeting  meetup  session  call  agenda  breakout  hybrid  remote  in the room  zoom  audio  sound  microphone  mic
    av  screen  projector  facilitat\w+  ice ?breaker  time ?keep\w*  ran over  run over  overran  who spoke
    talked over  quiet(?:er)? (?:people|ones)  speak up  start(?:ed)? late  recording  lab time  breaks?
    """
)
_BILLBOARD = _any_of(
    r"""
    we want to make sure  announc\w+  blog post  sign up  register  click  subscribe  deadline  apply (?:by|now|here)
    please (?:refer|reach|fill|contact|email|join|visit|note|see|let)
    we(?:'re| are) (?:pleased|excited|delighted|thrilled)  stay tuned
    learn more  anyone interested
    """,
    r"^(?:have|want|got|interested|looking|ready|curious)\b[^.]*\?$",
)
LONGEST_QUESTION = 22
"""Words up to which a question can be read out to a group."""
_PROCEEDINGS = re.compile(
    r"\b(?:we|they|the group|the meeting|attendees|participants) (?:then |also |first |next |briefly )?"
    r"(?:turned to|moved on|discussed|talked about|started with|opened|closed|went through|covered|reviewed"
    r"|heard from)\b",
    re.IGNORECASE,
)
"""How a meeting went on, and nothing that anybody found out."""
_LEANS_BACK = re.compile(
    r"^(?:(?:if |when |so |because )?(?:it|they|he|she)|this|that|these|those|which|also|and|but|so|then|there|yes|no"
    r"|ok)\b"
    r"|\b(?:this (?:use case|issue|one|item|topic|point|proposal)|the (?:above|following|latter)|as (?:mentioned|noted)"
    r"|see (?:above|below|here))\b"
    r"|\b(?:should|is|does|did|can|could|would|will|was|were|are|do|if|because|that) (?:it|this|that|they|these|those"
    r"|them)\b(?! (?:is|was|takes?|works?|feels?|seems?|matters?|helps?)\b)"
    r"|\bthese (?:two|three|four|PRs?|issues?)\b|\bplease\b|\bexcept(?:ion)?\b"
    r"|\b(?:aforementioned|respectively|ditto)\b",
    re.IGNORECASE,
)
"""What needs the sentence before it, or takes back half of what it says."""
_IS_MINUTED = re.compile(
    r"^(?:need to|follow[- ]?up|schedule|action|todo|explore|discuss(?:ed|ion)?|update[ds]?|going to|talked about"
    r"|suggested|proposed|reviewed|presented|reminder|next steps?|agreed|decided|moved|continue[ds]?|the team"
    r"|share|create|provide|separate|include|improve|develop|organi[sz]e|set up|add|look into|investigate|consider"
    r"|ensure|make sure|encourage|any updates?|do some|participants"
    r"|what(?:['’]?s| is) the (?:current |overall |latest )*(?:status|state|plan|timeline))\b"
    r"|^(?:[A-ZÀ-Þ][\w.-]+ ?){1,3} (?:and [A-ZÀ-Þ]\w+ )?(?:suggest|propos|discuss|shar|inquir|mention|express|ask|not"
    r"|present|report|explain|highlight|emphasi[sz]|rais)\w*\b",
)
"""Minutes: what somebody is to do, or is reported to have said."""


_ORDERS = re.compile(
    r"^(?:please |always |never |try to |be sure to )?"
    r"(?:help|check|bring|ask|try|take|get|give|keep|let|find|remember|note"
    r"|use|write|send|post|turn|read|start|stop|put|leave|invite|talk|work with|have an?|make|build|connect|link|file"
    r"|open|close|join|visit|run|move|choose|pick|plan|prepare|document|define|identify|engage|collect|clarify"
    r"|eliminate|reduce|increase|avoid|consider|understand|decouple|merge|assign|publish|record|update|remove|finish|complete|fix|enable|allow|support|push)\b",
    re.IGNORECASE,
)
"""What somebody is told to do is no experience."""
_RANKS = re.compile(
    r"\b(?:best|worst|weakest|strongest|top|star|poorest|slowest)"
    r" (?:people|members|performers?|staff|\w+(?:ers|ors|ists))\b",
    re.IGNORECASE,
)
"""Who is good and who isn't is nothing to read out to anybody."""
_TASKED = re.compile(
    r"^(?:[A-ZÀ-Þ][\w.-]+,? (?:and )?){1,4}(?:(?:to|will) [a-z]+"
    r"|(?:is|are|was|were|has been|will be) (?:helping|working|looking|writing|planning|leading|taking|reviewing"
    r"|going))\b"
)
"""What one of us is to do, or is about."""
_FINITE = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|do|does|did|can|could|will|would|should|must|may|might|needs?|wants?"
    r"|wanted|felt|feels?|got|gets?|went|said|says|made|makes|took|takes?|found|learnt|thought|kept|came|knew|gave|saw"
    r"|tells?|told|seems?|looks?|works?|helps?|struggles?|think|know|like|hope|wish|find|see|use|try|learn|agree"
    r"|\w{2,}ed|i|we|they|he|she|it|you|people|everyone|nobody)\b|n[’']t\b|[’'](?:s|re|ve|d|ll|m)\b",
    re.IGNORECASE,
)
"""A sentence says something of somebody; a heading does not."""


def find_cues(sentence: str) -> tuple[Cue, ...]:
    """Return what a sentence is good for, most telling first; nothing when it is plain telling."""
    flat = " ".join(sentence.split()).replace("’", "'")
    cues = tuple(cue for cue, pattern in _CUES.items() if pattern.search(flat))
    if len(flat.split()) > LONGEST_QUESTION:
        cues = tuple(cue for cue in cues if cue is not Cue.QUESTION)
    if _UNWANTED.search(flat):
        cues = tuple(cue for cue in cues if cue is not Cue.WISH)
    if Cue.QUESTION in cues:
        # What is asked for example is a question, and no case to work on.
        cues = tuple(cue for cue in cues if cue is not Cue.CASE)
    # What might help, or did not, has not worked yet.
    return tuple(cue for cue in cues if cue is not Cue.WORKED) if _NOT_YET.search(flat) else cues


def is_about_meetings(sentence: str) -> bool:
    """Say whether a sentence speaks of how people meet rather than of their work."""
    return bool(_ABOUT_MEETINGS.search(" ".join(sentence.split())))


def stands_alone(sentence: str) -> bool:
    """Say whether a sentence makes sense by itself, as something a person would say about their work."""
    flat = " ".join(sentence.split()).replace("’", "'")
    minuted = _IS_MINUTED.search(flat) or _IS_MINUTED.search(flat[:1].lower() + flat[1:])
    told = _ORDERS.search(flat) or _TASKED.search(flat)
    return bool(_FINITE.search(flat)) and not (
        _LEANS_BACK.search(flat) or _BILLBOARD.search(flat) or _PROCEEDINGS.search(flat) or minuted or told
    )
