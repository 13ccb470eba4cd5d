"""R1 and X7: looking at the person who made it, instead of at what they made."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.playbook import content_stems

from .quotes import without_quotes

_NAMED = (
    r"(?:authors?|makers?|writers?|presenters?|speakers?|mappers?|drafters?|designers?|coders?|builders?|colleagues?"
    r"|team-?mates?|neighbou?rs?|partners?|members?|participants?|newcomers?|beginners?|novices?|learners?|trainees?"
    r"|apprentices?|attendees?"
    r"|facilitators?|hosts?|leaders?|performers?|individuals?|persons?|people\s+in\s+(?:the\s+room|your\s+group)"
    r"|(?:one|person|people|those|whoever|somebody|someone)\s+(?:who\s+|that\s+)?(?:made|wrote|drew|did|built"
    r"|presented|led"
    r"|ran)(?:\s+it|\s+this|\s+that)?)"
)
_LEAD = r"(?:(?:the|this|that|its|our|your|each|every|an?|their|other|whole|new|whoever)\s+){0,2}"
_PERSON = rf"{_LEAD}{_NAMED}"
_SOMEBODY = rf"(?:{_PERSON}|he|she)"
_GROUP = r"(?:teams?|groups?|pairs?|tables?|sides?|crews?)"
_TRAITS = content_stems(
    "ability abilities skill skills skilled skilful talent talented gift gifted knack flair aptitude competence"
    " competent"
    " proficiency expertise attitude effort efforts commitment committed dedication motivation motivated enthusiasm"
    " enthusiastic mindset temperament character maturity mature professionalism professional discipline"
    " disciplined patience intelligence intelligent clever cleverness smart brain brains confidence confident"
    " charisma"
    " presence delivery manner manners demeanour gesture gestures posture appearance accent nerves weakness"
    " weaknesses"
    " strengths shortcoming shortcomings potential careless careful carelessness lazy laziness tidy sloppy diligent"
    " diligence"
    " conscientious punctual reliable reliability trustworthy eager keen willing willingness shy bossy stubborn"
    " nervous"
    " thorough organised disorganised creative imaginative behaviour conduct performance leadership integrity style"
    " mind"
    " hard-working quick slow incompetent unprepared prepared natural capable weak"
)
_OWN_TRAITS = (
    r"(?:abilit(?:y|ies)|skills?|talents?|attitudes?|efforts?|commitment|motivation|enthusiasm|mindset|temperament"
    r"|personality|character|maturity|professionalism|discipline|patience|intelligence|competence|performance"
    r"|behaviou?r"
    r"|conduct|demeanour|manners?|charisma|presence|delivery|body\s+language|posture|appearance|accent"
    r"|weak(?:ness(?:es)?"
    r"|\s+(?:spots?|points?|sides?))|shortcomings?|strengths|potential|work\s+ethic|leadership|track\s+record"
    r"|participation|contribution\s+to\s+the\s+(?:group|team))"
)
_WHO = (
    r"\b(?:who|whom|whose|which\s+(?:one\s+)?of\s+(?:you|us|them|these\s+\w+|the\s+(?:two|three|four|five)"
    r"|your\s+\w+)|which\s+(?:\w+\s+)?(?:person|member|colleague"
    r"|participant|author|speaker|pair|team|table|group))\b"
)
_STANDING = (
    r"(?:best|better|worst|most|least|hardest|harder|easier|easily|natural(?:ly)?|weak\w*|strong\w*|slow\w*|quick\w*"
    r"|fast\w*"
    r"|carried|pulled|dominated|dragged|struggl\w+|shone|stood\s+out|fell\s+short|contribut\w+|coped?|coping"
    r"|kept\s+up"
    r"|lagged|lags|took\s+over|deserv\w+|impress\w+|disappoint\w+|let\s+\w+(?:\s+\w+)?\s+down|got\s+it\s+(?:right"
    r"|wrong)"
    r"|(?:has|have)\s+(?:a\s+lot|much|most|least|more)\s+to\s+learn|went\s+along|driving\s+force|good\s+at|bad\s+at"
    r"|cut\s+out|knew\s+(?:least|nothing|everything)|(?:did|does)\s+(?:nothing|all|the\s+work"
    r"|the\s+least)"
    r"|(?:more|less)\s+(?:\w+ly\s+)?(?:\w+able|\w+ful|\w+ed|\w+ent|skilled)|needs?\s+(?:help|more"
    r"|to\s+(?:practi[sc]e|improve|learn))"
    r"|(?:is|was|are|were|isn['’]t|wasn['’]t)\s+(?:not\s+)?(?:ready|prepared|unprepared|late|lazy|lost)"
    r"|held\s+\w+\s+back)"
)
_STATE = (
    r"(?:have|seem|look|come\s+across|sound|know|understand|grasp|care|listen|deserve|belong|fit\s+in|need\s+(?:more"
    r"|to\s+"
    r"(?:learn|improve|practi[sc]e|work))|work\s+hard|pay\s+attention|try\s+hard|take\s+\w+\s+seriously|do\s+(?:well"
    r"|badly"
    r"|enough|better|their)|perform|behave|cope|handle|manage|be|contribute|pull|keep\s+up|get\s+it\s+(?:right"
    r"|wrong))"
)
_PATTERNS: tuple[str, ...] = (
    rf"\bhow\s+(?!many|much|often|long|far|soon|come|would|might|could|can|did|does"
    rf"|do\b)\w+\s+(?:an?\s+\w+\s+)?(?:is|are|was|were"
    rf"|seems?|did|does)\s+{_SOMEBODY}\b",
    rf"(?:^|[.?!;:,]\s+|\band\s+)(?:is|are|was|were|isn['’]t|wasn['’]t)\s+{_SOMEBODY}\s+(?!(?:asking|saying|telling"
    rf"|trying|pointing"
    rf"|showing|clear|sure|guessing)\b)",
    rf"\b(?:does|did|do|has|have|would|could|can|should|will)\s+{_SOMEBODY}\s+(?:\w+ly\s+|really\s+)?{_STATE}\b",
    rf"\bwhat\s+(?:kind|sort|type)\s+of\s+(?:an?\s+)?(?:{_NAMED}|person|worker|professional|nurse|teacher"
    rf"|engineer)\b",
    rf"\b(?:want|like|trust|hire|employ|promote|pick|choose|recommend|follow|rely\s+on|work\s+with|have)\s+"
    rf"(?:(?:the|this|that|its|such)\s+){_NAMED}\s+(?:on|in|as|for|again|to|with|at|next)\b",
    rf"\blet\s+(?:{_LEAD})(?:{_NAMED}|{_GROUP}|rest|others|us)\s+down\b",
    r"\bpull(?:s|ed|ing)?\s+(?:their|his|her|your)\s+(?:own\s+)?weight\b|\bup\s+to\s+the\s+job\b|\bcut\s+out\s+for\b",
    rf"\b(?:say|tell|show|reveal|betray|give\s+away)s?\s+(?:\w+\s+){{0,2}}?about\s+(?:{_PERSON}|you\b(?!r)|him|her"
    rf"|your(?:self|\s+{_OWN_TRAITS}))",
    rf"\b{_PERSON}\s+(?:\w+\s+){{0,2}}?(?:should|must|needs?\s+to|has\s+to|ought\s+to)\s+(?:\w+\s+){{0,2}}?(?:learn"
    rf"|improve|work\s+on"
    rf"|practi[sc]e|develop|try\s+harder|do\s+better|be\s+(?:more|less))\b",
    rf"\b(?:should|must|ought)\s+{_PERSON}\s+(?:\w+\s+){{0,2}}?(?:learn|improve|work\s+on|practi[sc]e|develop"
    rf"|be\s+(?:more|less))\b",
    r"\b(?:lack|want|shortage)\s+of\s+(?:experience|practice|skill|care|talent|effort|confidence|training"
    r"|preparation)\b",
    rf"\b(?:your|their|his|her|(?:{_NAMED}|person|{_GROUP})(?:['’]s|s['’])|everyone['’]s|each\s+other['’]s"
    rf"|people['’]s)\s+(?:own\s+)?"
    rf"(?:\w+\s+)?{_OWN_TRAITS}\b",
    r"\b(?:are|were)\s+you\s+(?:being\s+)?(?:an?\s+|too\s+|very\s+|really\s+|the\s+)*(?:natural|born|good|bad"
    r"|strong|weak|quick"
    r"|slow|careless|careful|lazy|clever|talented|better|worse|perfectionist)\b",
    rf"{_WHO}[^.?!]{{0,45}}?\b{_STANDING}\b",
)
_PATTERNS += (
    r"\bwhat\s+is\s+it\s+about\s+(?:you|him|her|them)\b|\bwhat\s+makes\s+(?:you|him|her|them)\s+(?:so|such|an?)\b",
)
_ABOUT = re.compile("|".join(_PATTERNS), re.IGNORECASE)
_VOCATIVE = re.compile(r"^\W*(?:\w+\s+)?\w+,\s+")
_MENTIONS = re.compile(rf"\b{_SOMEBODY}\b", re.IGNORECASE)
_SENTENCES = re.compile(r"(?<=[.?!])\s+")
_HEAD = re.compile(r"\s+(?:of|by|from|in|on|at|with|during|while|when|as|and)\s+", re.IGNORECASE)
_HOW_THEY = re.compile(
    rf"\bhow\s+(?:well\s+|badly\s+)?(?:{_PERSON}|people|everyone|each\s+\w+|they|he|she)\s+(?:came?\s+across"
    rf"|performed?|did|do|does"
    r"|behaved?|coped?|presented?|contributed?|spoke|speaks?|held|acted|carried|handled)\b",
    re.IGNORECASE,
)
_PEOPLE = content_stems(
    "author authors presenter presenters speaker speakers member members participant participants newcomer newcomers"
    " learner learners people person persons individual individuals host facilitator performer everyone colleagues"
    " contribution contributions language body tone voice"
)
_OF_WORK = content_stems("letter map draft note notes page list plan card sheet recording post text service")


def find_looking_at_people(text: str, theirs: frozenset[str] = frozenset()) -> str:
    """Return the words with which a prompt looks at the person, or nothing.

    Args:
        text: The prompt.
        theirs: Stems of the outcome's words: whoever wants to support newcomers may look at newcomers.
    """
    for sentence in _SENTENCES.split(without_quotes(text)):
        own = _VOCATIVE.sub("", sentence) if _MENTIONS.match(sentence.strip()) else sentence
        match = _ABOUT.search(own)
        if match and not _is_theirs(match.group(), theirs):
            return " ".join(match.group().split()).strip(" .,:;?")
        named = next(_described(own, theirs), "")
        if named:
            return named
    return ""


def _described(sentence: str, theirs: frozenset[str]) -> Iterator[str]:
    """Yield a person and a trait that stand near each other."""
    for match in _MENTIONS.finditer(sentence):
        if _is_theirs(match.group(), theirs):
            continue
        near = sentence[max(0, match.start() - 40) : match.end() + 40]
        words = [word for word in re.findall(r"[\w-]+", near) if content_stems(word) & (_TRAITS - theirs)]
        if words:
            yield f"{' '.join(match.group().split())} … {words[0]}"


def _is_theirs(words: str, theirs: frozenset[str]) -> bool:
    return bool(content_stems(words) & theirs)


_WORK = content_stems(
    "work piece pieces draft drafts version versions page pages line lines place places part parts word words"
    " sentence sentences note notes map maps step steps moment moments question questions list lists"
    " sheet sheets point reason reasons choice change changes comment comments detail thing reader readers user"
    " users next opening idea ideas gap spot corner difference pattern card board text letter"
)
_AFTER_PEOPLE = re.compile(
    r"\bwho(?:m|se)?\b|\b(?:everybody|everyone|he|she|him|her|maker|thinker|beginner|novice|expert|professional|type"
    r"|person|people|teammates?|newcomers?|authors?|presenters?|members?|colleagues?)\b"
    r"|\bin\s+(?:the|your|our|each)\s+(?:pair|team|group|three|four|table)\b|\bof\s+(?:you|us|them)\b|\b(?:pair|team"
    r"|group)s?\b",
    re.IGNORECASE,
)
_MAY_LOOK = re.compile(
    r"\bwho(?:m)?\s+(?:would|could|might|can|else|will|should|may|do|waits?|needs?|uses?|reads?|owns?"
    r"|gets?)\b(?!\s+(?:you|we)\s+(?:not\s+)?(?:let|trust|want|hire|pick|choose))|\bask\b",
    re.IGNORECASE,
)


def asks_after_people(text: str, known: frozenset[str]) -> str:
    """Return the word with which a prompt asks after people, where it names no piece of work at all; or nothing.

    Args:
        text: The prompt.
        known: Stems of the outcome's words and of what is on the table.
    """
    own = _VOCATIVE.sub("", text) if _MENTIONS.match(text.strip()) else text
    match = _AFTER_PEOPLE.search(without_quotes(own))
    if not match or _MAY_LOOK.search(own) or content_stems(own) & (known | _WORK):
        return ""
    return match.group()


def is_person_on_table(looks_at: str) -> bool:
    """Return whether what a review looks at is people, or how they come across."""
    if _HOW_THEY.search(looks_at):
        return True
    head = content_stems(_HEAD.split(looks_at.strip(), maxsplit=1)[0])
    return bool(head) and head <= (_PEOPLE | _TRAITS) and not content_stems(looks_at) & _OF_WORK
