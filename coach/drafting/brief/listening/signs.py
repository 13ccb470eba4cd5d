"""Signs by which a sentence tells what came of learning: what people did, took away, used and saw. Pure data."""

from __future__ import annotations

import re
from collections.abc import Mapping

from coach.ports import Tells

from .signs_hard import HARD, UNKNOWN

US = (
    r"(?:i|we|they|some of us|most of us|all of us|one of us|both of us|the (?:group|team|pairs|others)"
    r"|people|everyone)"
)
"""Whoever may have done something."""
_THEM = (
    rf"(?:{US}|participants|attendees|members|learners|students|instructors|helpers|mentors|mentees|newcomers"
    r"|volunteers|contributors|trainees|caseworkers|\w+ (?:teams?|groups?|people|officers?|caseworkers?|members?"
    r"|schools?|instructors|librarians|researchers))"
)
_OFTEN = r"(?:(?:\w+ly|also|then|since|now|already|just|both|all|even|still|each|finally|soon) ){0,2}"
_HAVE = r"(?:'ve |(?: have| has| had) | )"


def _any(*alternatives: str) -> re.Pattern[str]:
    return re.compile("|".join(alternatives), re.IGNORECASE)


_OUR_WORK = (
    r"\b(?:(?:with|to|in|for|at|on|into|across) (?:my|our|their|his|her) (?:own )?(?:\w+ )?(?:team|work|job"
    r"|school|class"
    r"|classroom|lab|office|manager|colleagues?|students|learners|courses?|workshops?|lessons?|projects?|research"
    r"|department|university|institution|organi[sz]ation|letters?|cases?|repos?|repositor(?:y|ies)|group|desk|service"
    r"|data|teaching|meetings?|subprojects?|sig|tenants?|residents?|patients?|clients?)|back (?:at|in) (?:work"
    r"|the office|my|our)|at work|when (?:i|we) got back|since (?:then|the (?:clinic|session|workshop|training|course"
    r"|last (?:session|meeting|workshop)))|after (?:the|that|our|this) (?:clinic|session|workshop|training|course)"
    r"|on a real (?:case|one)|for real|the (?:next|following) (?:day|week|morning|session|workshop|class|case"
    r"|letter))\b"
)
_DID_WITH = (
    r"(?:used|tried(?! to)|applied(?! (?:for|to))|adopted|adapted|re-?used|rewrote|redrew|redrawn|rewritten|redid"
    r"|borrowed|rolled out|implemented|incorporated|integrated|swapped|switched(?: over)? to|introduced|started"
    r" (?:using|doing|asking|to use|applying)|began (?:using|asking|to use)|stopped (?:using|sending|asking)|put"
    r"|took(?! out)|taken(?! out)|changed|taught|ran|run|shared|passed|showed(?! up)|built)"
)
_ONES_OWN = (
    r"(?:(?:my|our|their) (?:own )?(?:\w+ )?(?:letters?|forms?|lessons?|teaching|approach|delivery|way|course"
    r"|class|map|maps"
    r"|templates?|meetings?|process|plan|format|practice|wording|opening|introduction|exercises|checklist|handover)"
    r"|the way (?:i|we)|how (?:i|we)|(?:one|two|three|four|five) (?:of (?:my|our) )?(?:letters?|forms?"
    r"|lessons?|maps?))"
)
USED = _any(
    rf"\b{_THEM}{_HAVE}{_OFTEN}{_DID_WITH}\b[^.;]{{0,60}}?{_OUR_WORK}",
    rf"{_OUR_WORK},? {_THEM}{_HAVE}{_OFTEN}{_DID_WITH}\b",
    rf"\b{US}{_HAVE}{_OFTEN}(?:used|tried|applied|adopted) (?:it|this|that|them|what (?:i|we) (?:learn\w*|took)"
    r"|this (?:approach|technique|method|exercise|template|way))(?: on| with| in| for| at| since| twice| again"
    r"| when| and|,|\.|$)",
    rf"\b{_THEM} (?:have|has) {_OFTEN}(?:adopted|started using|begun using|put .{{3,40}} into practice)\b",
    rf"\b{US} (?:now|always now) (?:use|ask|write|send|start|begin|put|check|call|teach|draw)\b",
    r"\b(?:are|is) now (?:using|used (?:by|in))\b",
    rf"\b{US}{_HAVE}{_OFTEN}(?:changed|rewritten|rewrote|redrew|redrawn|reworked) {_ONES_OWN}\b",
    r"\b(?:\d+|one|two|three|four|five|six|all|both|most|some)(?: of (?:my|our|the))? (?:letters?|forms?"
    r"|lessons?|maps?|pages?"
    r"|templates?|teams?|services?|scripts?) now (?:have|has|say|says|start|starts|begin|use|uses|open|include)\b",
    rf"\b{US}{_HAVE}since (?:used|tried|done|run|taught|applied|changed|rewritten|redrawn|gone)\b",
    r"\b(?:has|have) (?:now |since )(?:done|used|tried) (?:it|this|that|the same)\b",
    r"\b(?:i|we)(?:'ve| have) (?:also |since )?done the same with\b",
)
"""Somebody did something with it in their own work."""
_FEWER = r"(?:fewer|half as many|half the|far fewer|hardly any|twice as many|faster|sooner|earlier|quicker|less)"
_COUNTED = (
    r"(?:calls?|e-?mails?|questions?|complaints?|errors?|mistakes?|bugs?|meetings?|minutes|hours|days|weeks"
    r"|letters?|failures"
    r"|flakes|handovers?|repeats?|chasing|rework|waiting)"
)
CAME_OF_IT = _any(
    rf"\b(?:as a result|because of (?:that|this)|thanks to (?:that|this)),? (?:\w+ ){{0,2}}?{_THEM} (?:now"
    rf"|can now|no longer"
    r"|were able|was able|are able|stopped|started|began|finally)\b",
    rf"\b(?:now|since then|since \w+|these days|so far|already)\b.{{0,60}}\b{_FEWER} (?:\w+ )?{_COUNTED}\b",
    rf"\b(?:got|had|received|saw|seen|seeing|get|needed|need|there (?:are|were"
    rf"|have been)) {_FEWER} (?:\w+ )?{_COUNTED}"
    r"\b(?! (?:for|on|to))",
    rf"\b{_FEWER} (?:\w+ )?(?:people|residents|callers|customers|tenants|parents|patients) (?:ring|rang|call"
    rf"|called|ask"
    r"|asked|come|came|complain\w*|write|wrote|drop|dropped|leave|left)\b",
    r"\b(?:(?<!i )(?<!we )(?<!who )(?<!they )used to (?:be|take|last|need)|\w+,? down from"
    r"|\w+,? up from) (?:\w+ ){0,3}?\d",
    r"\b(?=.*\b(?:wait\w*|days?|weeks?|hours?|minutes|calls|complaints?|errors?|mistakes?|backlog|queue|repeats?)\b)"
    r"(?:went|gone|dropped|fell|fallen|risen|rose|was cut|were cut|was reduced|grew|grown|halved"
    r"|shrank)\b(?: \w+){0,3}"
    r" from (?:about |around |over |under |nearly )?(?:\d|two|three|four|five|six|seven|eight|nine|ten"
    r"|\w+ty)[\w ]{0,30}\bto\b",
    r"\b(?:rang|called|wrote|came) (?:back |in |up )?to (?:say )?(?:thank|tell)\w*\b",
    r"\b(?:came (?:up|out|to light)|surfaced|showed up|was (?:caught|spotted|found|noticed)|were (?:caught"
    r"|spotted|found)"
    r"|caught (?:it|this|the \w+)|spotted)\b.{0,40}\b(?:earlier|sooner|before (?:it|they|anyone|anybody|we)"
    r"|in time|weeks?"
    r" (?:early|ahead))\b",
    r"\b(?:made|has made|have made|did make) (?:a (?:real |big |huge |visible )?difference|(?:things|it|that"
    r"|life|work|\w+ing)"
    r" (?:much |a lot |so much |far |noticeably )?(?:easier|faster|better|clearer|simpler|quicker|calmer|safer))\b",
    rf"\b(?:has|have) (?:really |greatly |already |certainly |significantly )?(?:helped|enabled|allowed"
    rf"|freed)\b(?! out)"
    rf" (?:me|us|them|{_THEM}|many|other|others|the|our|my|new)\b",
    r"^(?!.*\b(?:course|training|session) (?:actually )?helped).*\b(?:now|since then|after that|as a result"
    r"|than before)\b.{0,60}"
    r"\b(?:helped|enabled|allowed) (?:me|us|them|people|learners|participants|students|newcomers|the team"
    r"|our \w+|my \w+)\b",
    r"\bsaved (?:me|us|them|the \w+|about|over|roughly|\w+) .{0,30}(?:hours?|days?|weeks?|time|money|work)\b",
    r"\bright (?:the )?(?:first|second) time\b",
    r"\bcame back\b.{0,40}\bright\b",
    r"\b(?:residents?|tenants?|customers?|parents?|drivers?|patients?|families) (?:now "
    r"|have (?:since )?)(?:ring|call|know|get"
    r"|find|tell|told|understand|can|thanked|rang|asked|come)\b",
)
"""What difference it made."""
_BARE = (
    r"(?<!what )(?<!how people )(?<!how we )(?<!how they )(?<!skills )(?<!lessons )(?<!things )(?<!thing )"
    r"(?<!material )(?<!tools )(?<!techniques )(?<!that )(?<!which )(?<!principles )"
)
_LEARNS = (
    r"(?:learn(?:ed|t) (?:(?!at\b|from\b|and\b|in\b|as\b)\w+ ){0,2}?(?:that|how|why|not to|to (?!the\b)"
    r"|about (?:the|how|what|my|our)|the value"
    r"|the importance|more about|who|where|when|what)|reali[sz]ed (?:that|how|why|what|we|i|there)|found out"
    r" (?:that|how|why)|(?:came|come|went|left) away (?:with|knowing|thinking)|took away|got a better (?:sense|idea"
    r"|understanding|picture))"
)
TOOK_AWAY = _any(
    rf"{_BARE}\b{_THEM}{_HAVE}{_OFTEN}{_LEARNS}\b",
    r"\bi(?:'d| had) never (?:known|reali[sz]ed|thought (?:of|about)|seen|understood|noticed) (?!it\b)",
    r"\b(?:i|we) now (?:know|understand|see|have a|have an|realise|realize|feel able|feel confident|feel ready)\b",
    r"\b(?:main|biggest|big|key|most (?:important|useful|valuable)|another|real|surprising)"
    r" (?:\w+ )?(?:lesson|take-?away|insight|thing (?:i|we) (?:\w+ )?(?:learn(?:ed|t)|took|take)|things? (?:i|we)"
    r" (?:learn(?:ed|t)|took)|learning)s?\b.{0,40}?\b(?:was|is|were)\b",
    r"\bsaw .{0,30}for the first time\b|\bfor the first time,? (?:i|we) (?:saw|understood|got|knew|felt)\b",
    r"\bwhat (?:i|we) (?:took|take|learn(?:ed|t)) (?:from|away)?.{0,20}\b(?:was|is)\b",
    r"\b(?:gave|given|has given) (?:me|us|them|participants|everyone) (?:a|an|the|more|new|some) (?:\w+ )?(?:words?"
    r"|language|template|tools?|confidence|vocabulary|ideas?|understanding|skills?|perspective)\b",
    r"\b(?:that|which|this|it) (?:is|was) how i learn(?:ed|t)\b",
    r"\beye-?opener\b|\bopened (?:my|our) eyes\b",
)
"""What people took away from it."""
_MADE = (
    r"(?:drew|wrote (?:a|an|our|one|for|up)|mapped|practi[sc]ed|reviewed|read (?:out|through|it|one|each|the)"
    r"|compared|swapped"
    r"|listed|sorted|split into|walked through|followed one|tried out|built (?:a|an|our|two)|sketched"
    r"|role-?played|rehearsed"
    r"|interviewed|brainstormed|paired up|worked (?:on|through|in|together)|collaborated (?:on|in|with)|went through"
    r"|looked (?:at|through)(?! (?:each other|one another|the (?:ceiling|floor|clock|window)|every|me\b|him\b"
    r"|her\b|us\b|them\b))|marked up|taught each other|shadowed|debugged|ran (?:a|an|our|two|three|four)"
    r"|held (?:a|an|our"
    r"|two|three)|organi[sz]ed (?:a|an|our|two|three)|hosted (?:a|an|our|two|three)|took part in|joined in"
    r"|taught (?:a|an|our"
    r"|two|three)|made (?:a|an|our|one|two) (?!decision|mistake|change|note|plan)|did (?:a|an|the|one"
    r"|two) (?:\w+ )?(?:exercise"
    r"|round|clinic|review|retro\w*|walk|dry run|activity|demo))"
)
DID = _any(
    rf"\b(?:we|the group|the groups|both groups|all (?:three|four|of us)|everyone|everybody|each (?:of us|pair|group"
    rf"|person)|participants|attendees|learners|students|people|(?:two|three|four|five|half) of us|in (?:pairs|threes"
    rf"|fours|groups),?(?: we| people| they| everyone)?)(?: have| had|'ve|)? {_OFTEN}(?:each )?{_MADE}\b",
    rf"^(?:\w+, ){{0,4}}\w+,? and \w+ (?:\w+ly |also |then |both )?{_MADE}\b",
    r"\b(?:worked|practi[sc]ed|drew|wrote|mapped|discussed it) in (?:pairs|threes|fours|small groups|groups of)\b",
)
"""What people did together."""
CHANGED_VIEW = _any(
    r"\b(?:changed|shifted|altered|turned around|upended) (?:how|the way|what|my view|our view|my idea|our idea|my"
    r" thinking|our thinking|my mind)\b.{0,60}(?:see|think|count|measure|look|view|judge|call|mind|work|teach|success"
    r"|about|of|approach)\b",
    r"\b(?:i|we) (?:used to|no longer) (?:think (?=.*\b(?:now|but|until)\b)|measure|count|be measured"
    r"|get measured|judge|see|value|treat|call"
    r"|regard)\b",
    r"\b(?:i|we) (?:now (?:count|measure|judge|think of|look at|see .{2,40} as|care (?:more|less) about)|stopped"
    r" (?:counting|measuring|thinking of|judging|treating))\b",
    r"\b(?:success|done|good|quality|it working) (?:now |no longer )(?:means|is|looks)\b",
    r"\b(?:now i'd say|these days i'd say|i see .{2,40} differently|we see .{2,40} differently)\b",
    r"\bmade (?:me|us) (?:rethink|see .{2,40} differently|question (?:what|how|whether)|think differently)\b",
)
"""What changed in how people see success."""
IMMEDIATE = _any(
    r"\b(?:(?:session|workshop|clinic|meeting|hour|exercise|activity|course|event|day|class|round|discussion"
    r"|conversation)s?"
    r" (?:was|were|felt) (?:(?:really|very|so|quite|a lot of|great|good|such a|the most|surprisingly|a|an|all"
    r"|well worth) )*(?:fun|great|useful|helpful|good|brilliant|lovely|lively|energi[sz]ing|fantastic|engaging"
    r"|inspiring|intense|relaxed|friendly|enjoyable|interesting|hectic|tiring|exhausting|overwhelming|worth|valuable"
    r"|rewarding|productive|calm|safe|fascinating|excellent|awkward|quiet|chaotic|exciting|success))\b",
    r"\b(?:i|we|everyone|everybody|people|participants|learners|students|attendees|they) (?:\w+ly |all |both |also )?"
    r"(?:enjoyed|loved|liked|had fun|had a (?:blast|(?:great|good|lovely|fun|fantastic|wonderful) (?:time|day"
    r"|session|discussion|conversation|hour|afternoon|morning))|felt (?:safe|welcome\w*"
    r"|heard|included|lost|tired|stuck|at ease|more confident|comfortable|energi[sz]ed|relieved|awkward|nervous))\b",
    r"\b(?:best|favou?rite) (?:part|bit|session|hour|moment)\b",
)
"""What it was like."""
WISH = _any(
    r"(?<!what )(?<!how )\bwe want(?:ed)? to be able to\b(?! (?:report|survive|announce|release|offer|compare"
    r"|publish)\b)",
    r"\b(?:we|i|people|members|participants|instructors|newcomers|many of us|some of us|most of us"
    r"|everyone)(?:'d| would| all"
    r"| really| also| still| just)* (?:like|love|want|wants|wanted|wish|wished) to (?:be able to (?!report|survive"
    r"|announce|release|offer|compare|publish)"
    r"|learn (?!more at)"
    r"|understand (?!if|whether|what happened)|know how (?!you)|get better|practi[sc]e|improve|find out how"
    r"|feel (?:able|confident))",
    r"\b(?:i|we) wish(?:ed)? (?:i|we) (?:could|knew)\b|^wish i could\b",
    r"\b(?:keen|eager|curious) to (?:learn|understand|know how|practi[sc]e|get better)\b",
    r"\b(?:our|the group's|the community's|my) (?:goals?|aims?|hopes?) (?:is|was|were|are|for the year (?:is"
    r"|was)) (?:\w+ )?to"
    r" (?:be able|learn|understand|get better|practi[sc]e|improve|become)\b",
    r"\bwe set out to (?:learn|understand|be able|get better|find|practi[sc]e|improve)\b",
)
"""What people set out to learn."""
DIFFERS = _any(
    r"(?:^|[.;:,(–—-] ?|\b(?:is|was|are|were|still|it's|that's|but) )(?:not (?:agreed|settled|resolved)|never (?:agreed"
    r"|settled))\b|\b(?:both right|agreed to differ)\b",
    r"\bsome (?:people |of us |members |participants |folks |instructors )?(?:think|thought|felt|feel|want"
    r"|wanted|prefer\w*|said"
    r"|say|argued|argue)\b.{5,120}\b(?:others|while|but|whereas)\b",
    r"\b(?:we|people|the group|opinions|views) (?:\w+ )?(?:were|was|are|is) (?:split|divided|mixed) (?:on|over"
    r"|about)\b",
    r"\b(?:we|people|the group|the rest|others) (?:still )?(?:disagreed?|do ?n[o']t agree|did ?n[o']t agree"
    r"|could ?n[o']t agree"
    r"|can't agree|cannot agree)\b|\bno consensus (?:on|about|yet|was)\b|\b(?:was|were|is|had"
    r"|have) (?:some )?(?:disagreement"
    r"|(?:a )?differ\w+ (?:opinions?|views?))\b",
    r"^[a-z]+(?: \+ [a-z]+)?: disagree",
)
"""Where people see it differently."""

SIGNS: Mapping[Tells, re.Pattern[str]] = {
    Tells.WISH: WISH,
    Tells.DID: DID,
    Tells.TOOK_AWAY: TOOK_AWAY,
    Tells.USED: USED,
    Tells.CAME_OF_IT: CAME_OF_IT,
    Tells.CHANGED_VIEW: CHANGED_VIEW,
    Tells.IMMEDIATE: IMMEDIATE,
    Tells.HARD: HARD,
    Tells.UNKNOWN: UNKNOWN,
    Tells.DISAGREEMENT: DIFFERS,
}
"""By what it tells."""
