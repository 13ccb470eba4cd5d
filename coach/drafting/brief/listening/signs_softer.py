"""Softer signs of the same: how people tell in passing what they learnt, did with it, and what was hard. Pure data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.ports import Tells

_WE = (
    r"(?:i|we|they|people|participants|attendees|members|learners|students|instructors|mentors|newcomers"
    r"|contributors)"
)
_OUR = r"(?:it|this|that|them|these|our|my|the|their|a|an|what|some|many|all|both)"


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


SOFTER: Mapping[Tells, re.Pattern[str]] = {
    Tells.TOOK_AWAY: _any(
        r"\b(?:i|we)(?:'ve| have|)? (?:also |quickly |soon |now |again )?found (?:out )?that\b(?! (?:to|out|i)\b)",
        r"\bit turned out that\b",
        rf"\b{_WE} (?:also |really )?learn(?:ed|t) (?:a lot|so much|much|lots)\b",
        r"\b(?:the|one|a|another) lesson (?:here|for us|for me|we took|i took)\b",
    ),
    Tells.USED: _any(
        r"\bwent on to (?:teach|run|lead|organi[sz]e|use|host|contribute|become|build|write|start|co-?teach"
        r"|develop)\b",
        rf"\b(?:i|we|they|people|some|many|several(?: of \w+)?|\w+s) (?:have|has) been using {_OUR}\b",
        r"\b(?:has|have) been (?:adopted|re-?used|taken up|translated|put to use) (?:by|in|at|for|to|into)\b",
        r"\b(?:i|we) (?:now|regularly|always) (?:teach|run|use|lead|organi[sz]e|maintain|begin|start|open"
        r"|close|ask|make)\b",
        r"\bstarted (?:a|an|our own|my own|their own) (?:study group|reading group|workshop|club|group|meetup"
        r"|series|course)\b",
    ),
    Tells.CAME_OF_IT: _any(
        r"^(?!(?:it|this|that|these|which)\b).*\b(?:which meant|meant that|made it possible|so that now)\b",
        r"\b(?:increased|reduced|improved|cut|doubled|raised|shortened|lowered|grew|halved) (?:\w+ ){1,6}(?:by|from) "
        r"(?:about |over |nearly |around |more than )?(?:\d|half|a (?:third|quarter)|two|three|four|five)",
        r"\b(?:number|amount|share|rate|turnout|attendance|participation|engagement|quality"
        r"|confidence)\b(?: of)?(?: \w+){0,4}"
        r" (?:has|have) (?:\w+ly )?(?:increased|grown|doubled|improved|gone up|risen"
        r"|tripled)\b",
        r"\bas a result,? (?:\w+ ){0,6}(?:now|were able|was able|more|fewer|less|better|faster)\b",
    ),
    Tells.HARD: _any(
        rf"\b(?:{_WE}|some|many|several|a few|most|there (?:was|were))(?: \w+){{0,3}} (?:had|have had"
        rf"|were having|encountered|faced"
        r"|ran into|hit|experienced)? ?(?:some |a lot of |a few |many |major |serious |many "
        r"|constant )?(?:trouble|difficulty"
        r"|difficulties|problems|issues|technical difficulties|hiccups) (?:with|in|getting|installing|finding"
        r"|keeping|when"
        r"|understanding|following|connecting|during|because|setting|around)\b",
        r"\b(?:problem|difficulty|trouble|downside|drawback|challenge)s? (?:was|were|we had|we faced"
        r"|we encountered)\b",
        r"^unfortunately\b(?!.{0,60}\bdo(?:es)? not\b)(?=.*\b(?:was|were|did|had|couldn't|\w+ed)\b)",
        r"\b(?:it was|was|were|found it|proved|felt) (?:very |really |quite |too |extremely |so |a bit "
        r"|rather |often |also )?"
        r"(?:hard|difficult|tricky|challenging|impossible|confusing|frustrating|stressful|exhausting"
        r"|intimidating|overwhelming)"
        r"(?: to| for| as| because| since|,|\.|$)",
        r"\b(?:was|were)(?:n't| not) (?:\w+ )?(?:clear|obvious|enough|prepared|ready)\b",
        r"\b(?:low|poor|lower|declining|disappointing) (?:turn-?out|attendance|response|participation|uptake"
        r"|engagement)\b",
        r"\b(?:we|i|they) (?:had to (?:cut|skip|drop|abandon|cancel|rush|give up)|wasted )",
        r"\b(?:is|are|'s|can be) (?:very |really |quite |too |extremely |so |a bit |rather |often "
        r"|also )?(?:hard|difficult|confusing"
        r"|frustrating|tedious|overwhelming)(?: to| for| and|,|\.|$)",
        r"\b(?:is|are)(?:n't| not) working well\b|\bconfuses? (?:newcomers|people|users|learners|students"
        r"|everyone)\b",
        rf"\b(?:{_WE}|nobody|everyone) (?:\w+ )?(?:don't|do not|didn't|did not|doesn't|lacks?"
        rf"|lacked)(?: have)? (?:the |enough |much |any )?"
        r"(?:time|people|capacity|bandwidth|resources|reviewers|access|space|confidence|volunteers|helpers)\b",
        r"\b(?:is|are|was|were|has been|remains?) (?:still )?(?:a |an |the |our )(?:\w+ )?(?:bottleneck"
        r"|pain point|obstacle|struggle"
        r"|barrier)\b",
        r"\b(?:was|were|got|felt) (?:lost|confused|frustrated|overwhelmed|rushed|left behind)\b",
    ),
    Tells.UNKNOWN: _any(
        r"\b(?:open question|yet to (?:see|find out|be seen)|not yet (?:clear|known|sure)|(?:have"
        r"|has)n't (?:yet )?(?:figured|worked)"
        r" out (?:how|what|whether|if|why)|no (?:data|evidence|figures) (?:on|about|for|yet))\b",
        r"\bit(?:'s| is) (?:still )?(?:unclear|not clear)\b",
    ),
    Tells.DID: _any(
        r"\b(?:we|the group|the groups|everyone|participants|attendees|learners|all of us) (?:then |also "
        r"|first |next |all )?(?:met"
        r"|spent (?:the|a|an|about|over|most|half|\w+ minutes|\w+ hours?)|explored|took turns|gathered"
        r"|experimented with|set up"
        r"|came together|introduced ourselves|shared (?:our|what|how|their))\b",
    ),
    Tells.IMMEDIATE: _any(
        r"\bwork(?:ed|s) (?:really |very |quite |surprisingly |extremely )(?:well|nicely)\b|\bworked well\b",
        r"\bwent (?:really |very |quite |surprisingly |extremely )?(?:well|smoothly)\b",
    ),
}
"""By what it tells."""
