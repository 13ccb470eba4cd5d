"""X1 and A7: people set against one another, or warned, where they were to try something out."""

from __future__ import annotations

import re
from collections.abc import Iterable

from coach.models import Activity, Finding, Review, SessionPlan
from coach.playbook import content_stems

from .criterion import Criterion, quoted
from .quotes import without_quotes

_X1 = Criterion(
    "X1",
    "Where somebody wins, the others lose, and people show what is finished and hide what they would like to learn.",
    "Let the groups look at each other's work for what they can borrow; leave out winners, points and prizes.",
)
_TEAM = (
    r"(?:teams?|pairs?|tables?|groups?|trios?|threes|fours|crews?|squads?|sides?|rows?|person|people|members?"
    r"|participants?|players?|rooms?)"
)
_EST = (
    r"(?:best|worst|fastest|quickest|slowest|neatest|tidiest|smartest|sharpest|strongest|weakest|cleverest|finest"
    r"|highest|lowest|top|bottom|losing|winning)"
)
_FEW = r"(?:one|two|three|four|five)"
_REWARD = (
    r"(?:prizes?|troph(?:y|ies)|medals?|rosettes?|cup|crown|title|certificates?|vouchers?|chocolates?|cake|bottle"
    r"|sweets|shortbread|reward"
    r"|bonus|gift|applause|round\s+of\s+applause|lunch|home|spoon)"
)
_SURE = (
    # winning and losing
    r"\b(?:wins?|won)\b(?!['’]t)(?!\s*(?:[-–]|over|back|round|time|support|trust|consent|agreement|the\s+(?:argument"
    r"|vote|case)))"
    r"(?<!quick\swins)(?<!small\swins)(?<!early\swins)(?<!quick\swin)(?<!small\swin)",
    r"\b(?:winners?|losers?|runners?[- ]up|champions?|victors?|victory|also-rans?)\b",
    r"\b(?:leader|score|ranking)\s?boards?\b|\bleague\b|\bpodium\b|\bknock-?outs?\b|\btournaments?\b|\bplay-?offs?\b"
    r"|\btie-?break\w*\b"
    r"|\bshow-?down\b|\bwooden\s+spoons?\b|\bbragging\s+rights\b|\bhall\s+of\s+fame\b",
    r"\b(?:prizes?|troph(?:y|ies)|medals?|rosettes?)\b",
    r"\b(?:contests?|competitions?|competitive(?:ly)?|rivals?|rivalry)\b|\bcompet(?:e|es|ed|ing)\b",
    r"\b(?:jury|juries|(?:panel\s+of|the|our|two|three|four|five)\s+judges|referees?|umpires?)\b",
    # speed and rank
    r"\bagainst\s+(?:the\s+clock|the\s+stop-?watch|each\s+other|one\s+another|(?:the\s+)?other\s+\w+)\b",
    rf"\b(?:first|fastest|quickest|last|slowest)\s+(?:{_TEAM}\s+|{_FEW}\s+|ones?\s+)?(?:to\s+(?:finish|be\s+(?:done"
    rf"|ready)|get\s+there|solve|"
    rf"complete|hand)|done\b|past\s+the|over\s+the\s+line|home\b|across\s+the)",
    rf"\bthe\s+{_EST}\s+(?:{_FEW}\s+)?{_TEAM}\b|\bthe\s+(?:{_FEW}\s+)?{_EST}\s+(?:{_TEAM}\b|of\s+(?:you"
    rf"|them\s+all)\b)",
    rf"\bthe\s+(?:{_FEW}\s+{_EST}|{_EST}\s+{_FEW})\s+(?:\w+\s+)?(?:go(?:es)?|gets?|moves?|are|is|wins?|shows?"
    rf"|presents?|stays?|leaves?|receives?|will)\b",
    rf"\bthe\s+(?:slow|quick|fast|weak|strong)\s+(?:ones?|{_TEAM})\b",
    rf"\b(?:whoever|which(?:ever)?\s+{_TEAM}|the\s+{_TEAM}\s+(?:that|who|with))\b[^.?!]{{0,50}}?\b(?:finish(?:es"
    rf"|ed)?\s+(?:first|last)|(?:is|are|was)\s+(?:the\s+)?"
    rf"(?:first|last|fastest|quickest|slowest|best)\b|(?:has|have|gets?|got|with|makes?|made)\s+(?:the\s+)?(?:most"
    rf"|fewest)\s+(?:points|right|correct|wrong|mistakes|errors|faults)|does\s+it\s+best)\b",
    rf"\b(?:whoever|which(?:ever)?\s+{_TEAM}|{_EST}|first)\b[^.?!]{{0,60}}?\b(?:takes?|gets?|earns?|receives?"
    rf"|carries|goes)\s+(?:\w+\s+){{0,3}}?{_REWARD}\b",
    rf"\b(?:the|each|which|whatever)\s+(?:{_EST}\s+)?(?:teams?|pairs?|tables?|groups?|trios?|crews?|squads?"
    rf"|side\s+of\s+the\s+room|rows?|rooms?)\b[^.?!;]{{0,30}}?\b(?:best|worst|fastest|quick(?:er|est)|slow(?:er|est)"
    rf"|longest|shortest|neatest|fewest|"
    r"highest|lowest|most\s+\w+s|better|faster)\b|\bwho\s+(?:spotted|found|got|had|did|made"
    r"|wrote)\s+(?:the\s+)?(?:most|fewest|least)\b|\bcosts?\s+(?:\w+\s+){0,2}(?:seconds|points?)\b"
    r"|\b(?:we|the\s+host|somebody)\s+times?\s+(?:each|every|the)\b|\bthe\s+record\s+(?:is|stands|so\s+far)\b"
    r"|\bexcused\s+from\b|\b(?:claps?|applause)\b[^.?!]{0,30}\b(?:best|most|winn\w+)\b",
    r"\brank(?:s|ed|ing)?\s+(?:\w+\s+){0,3}?(?:work|drafts?|maps?|pieces|results|sheets|versions|posters|teams"
    r"|tables)\b"
    r"|\b(?:from\s+)?(?:best|strongest)\s+to\s+(?:worst|weakest)\b",
    r"\bvot(?:e|es|ed|ing)\s+(?:for|on)\s+(?:the\s+|their\s+|your\s+|a\s+|which\s+)?(?:\w+\s+)?(?:best|favourite"
    r"|worst|winner|loser|most\s+\w+"
    r"|neatest|finest|\w+\s+(?:is|was)\s+(?:the\s+)?(?:best|better))\b",
    r"\bbeat(?:s|ing)?\s+(?:the\s+)?(?:others?|other\s+\w+|rest|next\s+\w+|neighbou?rs?|record|clock|time"
    r"|last\s+\w+)\b|\bout(?:do|perform|shine|smart)\w*\b",
    r"\b(?:race|races|racing|raced)\b(?!\s+(?:condition|and\s+\w+ity|equality))|\bstops?\s+the\s+clock\b"
    r"|\bwho\s+is\s+(?:ahead|behind|leading|last)\b|\b(?:come|comes|came)\s+out\s+(?:on\s+top|best|first|ahead)\b"
    r"|\bdisqualif\w+\b"
    r"|\beliminat\w+\b(?=[^.?!]*\b(?:pairs?|teams?|threes|groups?|tables?|round)\b)"
    r"|\bone\s+(?:of\s+them\s+)?(?:has\s+to\s+go|goes\s+out|is\s+out|drops\s+out)\b|\bthe\s+(?:weaker|stronger"
    r"|better|worse)\s+(?:map|draft|piece|one|version|team|pair|table|group)\s+"
    r"(?:comes|goes|stays|is\s+taken|loses|leaves)\b|\bof\s+the\s+(?:day|evening|week|month|year"
    r"|session)\b(?=[^.?!]*\b(?:photo|makers?|wins?|wall|name|author|choose|pick|vote|gets?)\b)|\b(?:choose|pick"
    r"|elect|crown|name)\s+the\s+\w+\s+of\s+the\s+"
    r"(?:day|evening|week|month|year|session)\b|\blength\s+of\s+(?:its|the|their)\s+applause\b"
    r"|\bonly\s+the\s+(?:fastest|best|quickest|strongest|winn\w+)\b|\bagainst\s+time\b",
    r"\bthe\s+(?:tidiest|neatest|cleanest|finest|nicest|prettiest|best|worst|ugliest|sloppiest|most\s+(?:beautiful"
    r"|accurate|complete|convincing|creative|original|elegant))\s+(?:map|draft|piece|page|sheet|letter|poster"
    r"|version|work|list|plan|drawing|result)s?\b"
    r"(?=[^.?!]*\b(?:gets?|goes|receives?|wins?|wall|photo|prize|director|boss|shown|presented|hung|chosen"
    r"|award\w*)\b)|\b(?:bottle|box\s+of\s+chocolates|voucher|treat|chocolate|sweets?|cake"
    r"|book\s+token)\s+for\s+(?:whoever|the\s+\w+(?:est|er)?|those|anyone|each)\b",
    # points and lives
    r"\b(?:earn|win|score|collect|gain|lose|award|deduct|get|give|receive|cost)(?:s|es|ed"
    r"|ing)?\s+(?:\w+\s+){0,3}?(?:points?|stars?|lives|a\s+life"
    r"|badges?)\b(?!\s+(?:of\s+view|out|to\s+(?:a|the)|where|at))",
    r"\b(?:bonus|penalty|minus|extra|double|team)\s+points?\b"
    r"|(?<!open\s)(?<!key\s)(?<!main\s)\bpoints?\s+(?:for\s+(?:each|every|speed|the\s+\w+est)"
    r"|per\s+\w+|are\s+(?:added|"
    r"counted|given|deducted)|go\s+(?:up|on|to)|off\s+for|tally)\b|\btall(?:y|ies)\s+of\s+points\b",
    r"\b(?:buys?|pays?\s+for|sings?|clears?\s+up|washes?\s+up|sits?\s+out|is\s+out|are\s+out|stays?\s+(?:behind"
    r"|until|on\s+until))\b"
    r"(?=[^.?!]*\b(?:coffees?|drinks?|round|song|others|right|done|turn|is\s+out|are\s+out)\b)(?<!who\sbuys)",
    r"\blast\s+(?:one|team|pair|table|person)\s+standing\b|\bnam(?:e|ed|ing)\s+and\s+sham\w+\b"
    r"|\bfor\s+all\s+to\s+see\b[^.?!]{0,30}\b(?:behind|last|wrong)\b",
)
_CONTEST = re.compile("|".join(_SURE), re.IGNORECASE)
_NONE = re.compile(
    r"\b(?:no|not|never|nobody|without|isn['’]t|aren['’]t|none|neither|nor|rather\s+than|instead\s+of|don['’]t"
    r"|doesn['’]t|nothing|nothing\s+to)\b"
    r"(?:\W+\w+){0,5}\W*$",
    re.IGNORECASE,
)
_THREAT = re.compile(
    r"\b(?:mistakes?|errors?|slips?|faults?|blunders?)\s+(?:will|are|is|get|gets|must|cost\w*|count\w*)\s+(?:be\s+"
    r"|all\s+)?(?:noted|corrected|recorded"
    r"|counted|reported|pointed\s+out|shown|seen|noticed|remembered|against|you|points?|avoided|not\s+(?:allowed"
    r"|accepted|acceptable|an\s+option))\b"
    r"|\bget\s+it\s+right\b(?!\s+(?:later|in\s+the\s+end))|\bno\s+(?:mistakes|errors|excuses|slips)\b|\b(?:must"
    r"|has\s+to|have\s+to|needs?\s+to)\s+be\s+"
    r"(?:right|correct|perfect|finished|flawless|up\s+to)\b|\bonly\s+(?:finished|polished|correct|good|the\s+best"
    r"|your\s+best)\b"
    r"|\bavoid\s+(?:mistakes|errors|being\s+wrong)\b|\bbe\s+(?:professional|accurate|careful|serious"
    r"|on\s+your\s+guard)\b"
    r"|\b(?:cost|costs)\s+(?:you|your|us)\b|\bthink\s+(?:twice\s+)?before\s+you\b|\b(?:misses|notices|sees"
    r"|remembers)\s+everything\b"
    r"|\b(?:show|prove)s?\s+(?:us\s+)?(?:what\s+you\s+can|who\s+(?:has|is|can|did)|your\s+worth)\b|\b(?:watched"
    r"|judged|noted|on\s+the\s+record)\b"
    r"|\bstandards?\s+(?:are|is)\s+high\b|\b(?:homework|serious\s+business|no\s+second\s+chances?)\b"
    r"|\bfirst\s+time\b(?=.*\bright\b)"
    r"|\bgo\s+all\s+out\b|\bgive\s+(?:it\s+)?your\s+(?:all|best)\b|\bnobody\s+wants\s+to\b|\bdon['’]t\s+(?:let"
    r"|embarrass|disappoint)\b"
    r"|\b(?:your|the)\s+manager\s+(?:will|is|may)\b|\bright\s+side\s+of\b|\bsurvival\s+of\b|\bspeed\s+(?:counts"
    r"|matters|shows)\b",
    re.IGNORECASE,
)


_SAFE = re.compile(
    r"\b(?:wrong|rough|guess\w*|unfinished|half\w*|small|little|ugly|silly|lost|stuck|slips?|mistak\w+|blam\w+"
    r"|apologis\w+|rehears\w+|open|gaps?|dotted|drafts?|welcome|neither|messy|incomplete|imperfect|unsure|not\s+sure"
    r"|doubts?|"
    r"puzzl\w+|wonder\w*|laugh|experiment\w*|try|tries|trying|tried|attempts?|practi[sc]\w+|again|over|kind\w*"
    r"|gentle|safe\w*|trust|confiden\w+|private|pass|as\s+(?:it|they)\s+(?:is|are)|slow\w*|early|first\s+(?:lines?"
    r"|versions?|"
    r"goes?|words?|tries)|(?:first|second)\s+go|second\s+chance|right\s+one|worth|can\s+wait|needn['’]t|need\s+not"
    r"|don['’]t\s+(?:have\s+to|know|mind)|stays?\s+(?:here|in|with|among|between)|takes?\s+only|leave\s+(?:it|your)"
    r"|belongs?\s+to|"
    r"choose|never|nobody|no\s+(?:one|wrong|bad|stupid|silly|need|right)|none\s+(?:is|of)|nothing|may\s+(?!the\b)\w+"
    r"|learn\w*|curious|reason|present|gift|generous|lucky|hope|settle|interested|wanted)\b",
    re.IGNORECASE,
)


def makes_safe(norm: str) -> bool:
    """Return whether a norm has a word of what makes it safe to be wrong: rough, unsure, small, stays here, may."""
    return bool(_SAFE.search(norm))


def find_contest(text: str, theirs: frozenset[str] = frozenset()) -> str:
    """Return the words that set people against one another, or nothing.

    Args:
        text: A text of ours.
        theirs: Stems of the members' own work: whoever plans a competition may speak of winners.
    """
    own = without_quotes(text)
    for match in _CONTEST.finditer(own):
        clause = re.split(r"[.;:?!]", own[: match.start()])[-1]
        if not content_stems(match.group()) & theirs and not _NONE.search(clause):
            return " ".join(match.group().split()).strip(" ,")
    return ""


def is_threat(norm: str) -> bool:
    """Return whether a norm warns people or spurs them on, where it should make it safe to be wrong."""
    return bool(_THREAT.search(norm) or find_contest(norm))


def check_contests(plan: SessionPlan, theirs: frozenset[str]) -> list[Finding]:
    """Stop at steps in which people in the room are set against one another (X1)."""
    found = []
    for part in plan.parts:
        words = next(filter(None, (find_contest(text, theirs) for text in _told(part))), "")
        if words:
            found.append(_X1.stop(part.id, f"{quoted(words)} sets people against one another."))
    words = next(filter(None, (find_contest(line, theirs) for line in plan.facilitation)), "")
    return [*found, *([_X1.stop("plan", f"{quoted(words)} sets people against one another.")] if words else [])]


def _told(part: object) -> Iterable[str]:
    steps = getattr(part, "steps", ())
    texts = [text for step in steps for text in (step.does, step.say)]
    if isinstance(part, Activity):
        texts += [part.what_members_do, *part.card, part.roles.newcomer, part.roles.regular, part.roles.expert]
    if isinstance(part, Review):
        texts += [*(prompt.text for prompt in part.prompts), *part.card]
    return texts
