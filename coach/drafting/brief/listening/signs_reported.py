"""How a write-up reports what others found: in the third person, and with who says it. Pure data."""

from __future__ import annotations

import re

_GATHERED = (
    r"(?:participants|attendees|members|learners|students|instructors|teachers|trainers|trainees|mentors|mentees"
    r"|helpers|hosts|organi[sz]ers|facilitators|coordinators|volunteers|contributors|maintainers|newcomers|colleagues"
    r"|respondents|groups|teams|pairs)"
)
_LEADING = r"(?!(?:no|few|none|one|each|not|nor|neither|if|when|because|that|which|should|hopefully)\b)[\w'-]+ "
CROWD = rf"(?:(?:{_LEADING}){{0,3}}{_GATHERED}|they|some of us|many of us|several people|many people|most people)"
_GROUP = rf"(?:the (?:whole )?(?:group|team|circle|club|committee)|(?:the |our )?{_GATHERED})"
_ALSO = r"(?:also |often |both |then |all |again |mostly )*"
_SAID = r"(?:reported|said|told us|told \w+|noted|stated|wrote|found|commented|mentioned)"
_TROUBLE = (
    r"(?:difficult(?:y|ies)|trouble|problems?|issues?|challenges?|frustrations?|confusion|struggles?"
    r"|concerns? (?:about|over|with|around)|lack of)"
)
_WORST = r"(?:common|frequent|recurring|main|major|biggest|greatest|chief|persistent|most (?:common|frequent|serious))"
_WORRY = r"(?:challenge|difficulty|difficultie|problem|complaint|concern|struggle|obstacle|frustration|barrier)s?"
_ADVERB = r"(?:particularly |especially |very |really |quite |too |rather |also |often |extremely |still |somewhat )*"
_HARD_TO = r"(?:challenging|difficult|hard|confusing|tiring|overwhelming|frustrating|exhausting|stressful|tricky)"
_COMERS = (
    r"(?:volunteers|sign-?ups|replies|responses|attendees|takers|participants|helpers|instructors|hosts|people|visitors"
    r"|bookings|contributions|contributors|reviewers|interest)"
)


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


HARD = _any(
    rf"\b{CROWD} {_ALSO}(?:reported|described|mentioned|cited|named|experienced|expressed|raised)"
    rf" (?:(?:some|a|an|much|great|having|several|many|various|similar|scheduling|technical) )*{_TROUBLE}"
    r"(?: [\w'-]+){2}",
    rf"^(?:a|an|another|one|the) (?:\w+ )?{_WORST} {_WORRY}"
    rf"(?: (?:among|for|of) (?:{_LEADING}){{0,2}}{_GATHERED}\b[^.]{{0,40}})(?: is| are)\b(?! (?:that )?(?:not|no)\b)",
    rf"\b(?:the|our|their|a|another) (?:\w+ )?{_WORST} {_WORRY}(?: (?!(?:i|we|you)\b)[\w'-]+){{0,7}}?"
    r" (?:was|were|has been|have been)\b"
    r"(?! (?:not|no|solved|resolved|addressed|discussed|raised)\b)",
    rf"^another (?:\w+ )?{_WORRY}(?: (?!(?:i|we|you)\b)[\w'-]+){{0,5}}? (?:was|were)\b"
    r"(?! (?:not|no|solved|resolved)\b)",
    rf"\b{CROWD} {_ALSO}found (?:[\w'-]+ ){{1,5}}?to be an? (?:\w+ )?(?:barrier|obstacle|burden|struggle|hurdle)\b",
    rf"\b(?:most|many|the majority)(?: of (?:the|these|their))? {_WORRY} (?:(?:was|were) (?:about|with|related to"
    r"|around|over|to do with)|concerned|had to do with)\b",
    r"\b(?:we|the group|(?:(?!(?:if|when|why|how|that|where)\b)\w+ )?(?:organi[sz]ers|hosts|instructors|facilitators"
    r"|mentors|coordinators|maintainers|trainers|teams)) (?:sometimes|often|still|regularly|frequently|usually"
    r"|occasionally|always) (?:struggle|find it (?:hard|difficult)|have (?:trouble|difficulty)) (?:to|in|with)?"
    r" ?(?:find|get|fill|staff|keep|run|schedul\w+|attract|cover|recruit|agree|make time|finding|getting|filling)\b",
    r"\b(?:does|do|did)(?:n't| not) (?:get|attract|draw|see|receive) (?:very |that |too |so |nearly )?(?:many|much"
    rf"|enough) (?:\w+ ){{0,2}}{_COMERS}\b",
    rf"\b(?:gets|attracts|draws|attracted|drew|received) (?:very |too |only a )?few (?:\w+ ){{0,2}}{_COMERS}\b",
    rf"\b{CROWD} {_ALSO}found (?:that |it )?(?:[\w'-]+ ){{0,8}}?(?:(?:was|were) )?{_ADVERB}{_HARD_TO}\b",
)
"""What people reported as hard."""
ENABLED = _any(
    rf"^(?:in the end,? |afterwards,? )?{CROWD} (?:(?:was|were) (?:also |then |now |both |all |thus )*able|managed)"
    r" to (?!ask|join|attend|choose|see\b|hear|watch|register|meet\b|enjoy|come|pick|vote|use\b|sign|select|visit"
    r"|browse|access|continue|view|download)\w+ \w+",
)
"""What people were able to do."""
SAID_ENABLED = _any(
    rf"\b{CROWD} {_ALSO}{_SAID} (?:that )?(?:(?!(?:if|not|never|would|could|will|may|might)\b)[\w'-]+ ){{1,8}}?"
    r"(?:enabled|helped|allowed|encouraged) (?:them|us) (?:to )?(?!if\b)\w+",
)
"""What people said that it enabled them to do."""
_MORE = (
    r"(?:more|less|better) (?:confident|comfortable|motivated|at ease|able|sure|intimidated|afraid|prepared|equipped)"
)
FELT = _any(
    rf"^(?:(?:since|by|after)\b[^,]{{3,40}}, )?{CROWD} {_ALSO}(?:felt|feel|became|were|are) (?:much |far )?{_MORE}\b",
)
"""What people were surer of afterwards."""
SAID_FELT = _any(
    rf"\b{CROWD} {_ALSO}(?:reported|said|told us|told \w+|noted|stated|wrote) (?:(?:that )?they (?:felt|feel|became"
    rf"|were|are)|feeling|being|having become) (?:now )?(?:much |far )?{_MORE}\b",
)
"""What people said they were surer of."""
USED = _any(
    rf"\b{CROWD} {_ALSO}(?:have |had )?(?:later |since )?(?:used|applied|tried out|put to use|passed on|taught others)"
    r" (?:some of |much of )?what they(?: had|'d| have)? learn(?:ed|t)\b",
)
"""What people did with what they had learned."""
OPINED = _any(
    rf"\b(?:we|{_GROUP}) (?:also |all |still )?(?:suspects?|suspected|thinks?|thought|believes?|believed|feels?|felt)"
    r" (?:that )?(?:[\w'-]+ ){2,16}?(?:(?:has|have|had) )?(?:contributed to|played a (?:part|role) in"
    r"|had a (?:part|hand|share) in|helped (?:with|to)|made a difference to)\b",
)
"""What the group holds to have had a part in something."""
WISH = _any(
    rf"\b(?:(?:{_GROUP}) (?:was|were)|we were) (?:all |also |very |especially |particularly )*(?:keen|eager) to"
    r" (?:trial|try|test|pilot|start|run|set up|practi[sc]e|learn|explore|have|get better)\b",
    rf"\b{CROWD} {_ALSO}(?:thought|felt|agreed|said) (?:that )?it would be (?:\w+ )?(?:useful|good|helpful|valuable"
    r"|nice) to (?:have|be able|learn|practi[sc]e|get|run|meet|hold)\b",
    rf"\b{CROWD} {_ALSO}(?:identified|named|listed|described) (?:[\w'-]+ ){{1,4}}(?:that|which) would (?:improve"
    r"|help)\b",
)
"""What a group wished for, told by whoever wrote it up."""
DID = _any(
    r"^(?:an?|the|two|three|four|several|some) (?:(?!of\b)[\w'-]+ ){0,4}(?:community|group|club|chapter|network"
    r"|circle|meet-?up|clinic)s? (?:was|were|has been|have been) (?:also |then )?(?:started|founded|begun|launched"
    r"|formed|established|set up)\b(?! (?:as|to)\b)",
    r"\b(?:completed|finished|passed) (?:the|an?|her|his|their|our) (?:[\w'-]+ ){1,4}and (?:then )?(?:became"
    r"|onboarded as|joined|qualified|went on to)\b",
)
"""What came to be, and what somebody became."""
NOT_ONE = re.compile(r"\b(?:no|none|nobody|neither|never|(?<!a )few|hardly|without)\b[^.,;]{0,20}$", re.IGNORECASE)
"""Stands before what then nobody reported."""
ASIDE = re.compile(
    r"^(?:for (?:instance|example)|however|interestingly|overall), | ?\([^()]*\)"
    r"|,? (?:for (?:instance|example)|in particular|admittedly|however),",
    re.IGNORECASE,
)
"""What a writer puts in between."""
MENDED = re.compile(
    r"\bbut (?:\w+ ){0,4}(?:fixed|solved|resolved|mended|sorted|overcome|gone)\b|\b(?:fixed|solved|resolved|overcame"
    r"|no longer)\b",
    re.IGNORECASE,
)
"""What was hard and is no longer."""
