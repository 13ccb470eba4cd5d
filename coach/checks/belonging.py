"""X2, X3, X4, X7, X8, O4, O6 and S6: is it about them, in their words, with a place and a job for everyone?"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from coach.models import Activity, Finding, Opening, SessionPlan
from coach.playbook import content_stems

from .alignment import Web
from .criterion import Criterion, quoted
from .edges import is_idle
from .numbers import read_number
from .quotes import find_labelled_quotes, find_labels, search_own, without_quotes
from .reading import has_sign
from .texts import Text

_X2 = Criterion(
    "X2",
    "Minutes on something else are minutes away from what people came for.",
    "Take the outcome's own thing into it: its verb, what it is done to, or a case of theirs.",
)
_X3 = Criterion(
    "X3",
    "People stop trusting a plan, and the person who shows it, when it puts words into their mouths.",
    "Quote the sentence with its source, or say it as your own guess.",
)
_X4 = Criterion(
    "X4",
    "Nobody likes to be taught what they do already; they like to hear that it was seen.",
    "Say that it works here and keep it going; put something else in the place of the lesson.",
)
_X7 = Criterion(
    "X7",
    "A person who has been told how good they are stops showing what they can't do yet.",
    "Say what a person might do in the session, and leave out how good they are.",
)
_X8 = Criterion(
    "X8",
    "People can weigh a suggestion when they know how little it rests on.",
    "Say in one sentence what the plan rests on, and what you would ask the group first.",
)
_O4 = Criterion(
    "O4",
    "A sign in the work lets the group see movement without anybody being measured.",
    "Finish the sentence: “We'd notice it because …”, with something two members would both have seen.",
)
_O6 = Criterion(
    "O6",
    "An outcome with a way in for the newest and for the oldest hand belongs to all of them.",
    "Say for each what their way in is: watching for something, helping with something, doing it, leading it.",
)
_O8 = Criterion(
    "O8",
    "An outcome that members can drop or rewrite is theirs; one that they are given is homework.",
    "Read it out at the start and ask: “What would you change in it?”",
)
_S6 = Criterion(
    "S6",
    "Someone who hosts and knows most is asked everything, and the others wait.",
    "Let one person host and another answer, or agree when the host takes off the host's hat.",
)
_EVERYWHERE = content_stems("write say tell ask read draw name show talk speak give find choose people work new")
"""Words of almost any step, whatever it is about."""
_SAID = re.compile(
    r"\b(?:(?:one|some|many|several|most|two|three|a few) of you (?:have |has )?(?:also )?(?:wrote|written|said|told"
    r"|asked|wished|put it|mentioned|reported|find|feel)"
    r"|your (?:community|group|members|notes|retros?|colleagues)(?:['’]s?)? (?:\w+ )?(?:have |has |had )?(?:also"
    r" )?(?:said"
    r"|wrote|written|told us|say|says|show|shows|report|reported|asked for|complain\w*|mention\w*|feel|feels|want"
    r"|wants"
    r"|struggle[sd]?)"
    r"|(?:the (?:community|members|notes)|members) (?:have |has |had )?(?:also )?(?:told us|asked for|complained"
    r"|reported)"
    r"|(?:as|what) (?:you|members|people here) (?:have )?(?:told (?:us|me)|wrote in (?:your|the) notes|said in"
    r" (?:your|"
    r"the) (?:notes|retro|survey))|(?:in|from|according to) your (?:own )?(?:notes|retros?|survey)"
    r"|(?:we|i) (?:have )?heard from (?:you|members|your))\b",
    re.IGNORECASE,
)
_IN_QUOTES = re.compile(r"“([^“”]+)”")
_SENTENCE = re.compile(r"(?<=[.?!…”])\s+")
_WORKED = re.compile(
    r"\b(?:work(?:s|ed) (?:well|for us|here|better|nicely)|(?:it|this|that|which|what) (?:really )?(?:work(?:s|ed)"
    r"|help"
    r"(?:s|ed))|helped (?:us|me|people|a lot)|went well|we already|we always|made a difference|keep doing)\b",
    re.IGNORECASE,
)
_AS_NEW = re.compile(
    r"\b(?:introduc\w+|teach\w*|a new (?:way|habit|method|idea|technique|practice)|new (?:to|for) (?:you|us|everyone"
    r"|most)"
    r"|for the first time|never (?:tried|done|seen)|have you ever|learn (?:to|how)|explains? how|start (?:to|doing)"
    r"|from"
    r" now on)\b",
    re.IGNORECASE,
)
_RANK = (
    r"(?:beginners?|novices?|newbies?|rookies?|weak(?:er|est)?|strong(?:er|est)?|slow(?:er|est)?|poor(?:er|est)?|best"
    r"|worst|top|juniors?|advanced|intermediate|level\s?\d|star|(?:un|low-|high-)?skilled|talented|gifted|struggling"
    r"|low|high|average|less able|least able|most able|brightest)"
)
_PEOPLE = (
    r"(?:members?|participants?|people|persons?|learners?|colleagues?|newcomers?|performers?|students?|mappers?"
    r"|writers?"
    r"|reviewers?|facilitators?|speakers?|coders?|developers?|designers?|researchers?|hosts?|hands?)"
)
_NAME = r"(?-i:\b(?!(?:The|This|That|These|Those|It|He|She|We|You|They|There|What|Who|Which|When|Where|How|Each|Every"
_NAME += r"|Everyone|Everybody|Someone|Somebody|Nobody|One|Some|Any|All|If|And|But|Or|So|Then|Here|Now|Is|Are|Was)\b)"
_NAME += r"[A-Z][a-zà-ÿ]+)"
_RANKED = re.compile(
    rf"{_NAME}\s*[(\[](?:an?\s+|our\s+|very\s+|the\s+)*{_RANK}(?:\s+\w+)?[)\]]"
    rf"|{_NAME}(?:\s+(?:is|was)|['’]s)\s+(?:still\s+|rather\s+|only\s+)?(?:an?|our|the|one\s+of\s+(?:our|the))\s+"
    rf"(?:very\s+)?{_RANK}(?:\s+(?:{_PEOPLE}|\w+(?:er|or|ist|ner)))?\b"
    rf"|{_NAME},\s+(?:an?|our|the)\s+(?:very\s+)?{_RANK}\s+(?:{_PEOPLE}|\w+(?:er|or|ist|ner))\b"
    rf"|\b(?:the|our|your|any|each|with)\s+(?:weak|strong|slow|poor|less able|most able|bright|bad|good)(?:er"
    rf"|est)?\s+"
    rf"{_PEOPLE}"
    rf"|\b(?:the|with)\s+(?:weak|strong|slow|poor)(?:er|est)?\s+(?:with|beside|next to|and)\b"
    r"|\bthe\s+(?:weakest|slowest|strongest|best|least able)\s+(?:in\s+the\s+(?:room|group)|among\s+(?:us|you|them)"
    r"|of\s+us)\b"
    r"|\b(?:group|sort|split|seat|pair|divide|arrange)\w*\s+(?:\w+\s+){0,4}?by\s+(?:ability|skills?|level|competence"
    r"|talent)\b"
    r"|\b(?:beginners?|novices?)\b[^.;?!]{0,40}\badvanced\b|\b(?:ability|skill|competence|performance)\s+(?:groups?"
    r"|levels?|sets?|bands?)\b"
    r"|\b(?:the|our|your|any)\s+(?:weak|slow|quick|fast|strong|bright|gifted|talented|clever|able|struggling"
    r"|less\s+able|less\s+gifted|more\s+able|good|bad)(?:er|est)?\s+ones?\b(?=[^.;?!]{0,40}\b(?:with|beside"
    r"|next\s+to|from|"
    r"help\w*|sit\w*|pull\w*|coach\w*|lead\w*|teach\w*|hold\w*|don['’]t|together|rest|carry|apart|wait\w*|can|may)\b)"
    rf"|{_NAME}(?:,\s+who)?\s+(?:is|was|has\s+been)?\s*(?:still|not\s+yet|always|the)?\s*(?:slow(?:er|est)?"
    rf"|weak(?:er|est)?|struggling|behind|hopeless|brilliant|clumsy|not\s+(?:up\s+to|very\s+good|good\s+at)"
    r"|no\s+good|below|out\s+of\s+(?:his|her|their)\s+depth)\b(?!\s+(?:the|a|an)\s)",
    re.IGNORECASE,
)
_STAR_HOST = re.compile(
    r"\b(?:host|facilitator|chair|leader)\b(?:\s+is|,|\s+was|['’]s)?\s+(?:also\s+)?(?:an?\s+|the\s+"
    r"|our\s+)?(?:also\s+)?"
    r"(?:the\s+one\s+who\s+knows\s+(?:it\s+)?(?:most|best)|(?:our\s+|the\s+)?(?:star\s+|lead\s+|most\s+\w+\s+"
    r"|best\s+)?"
    r"(?:expert|specialist)\b)"
    r"|\b(?:host|facilitator|chair|leader|one\s+person|same\s+person)\b[^.;?!]{0,50}\b(?:answers?|teaches|explains?"
    r"|corrects?|presents?)\b[^.;?!]{0,30}\b(?:questions?|everything|how|people['’]s|solutions?|work|content)\b",
    re.IGNORECASE,
)
_OWN_HOST = re.compile(
    r"\b(?:the\s+)?(?:hosts?|facilitators?|chairs?|leaders?|trainers?|whoever\s+hosts)\b\s+(?:then\s+|also\s+"
    r"|always\s+|personally\s+)*(?:answers?|teaches|teach|explains?|corrects?|presents?|solves?|decides?"
    r"|demonstrates?|"
    r"judges?|evaluates?|shows?\s+how|gives?\s+(?:the\s+|a\s+)?(?:\w+\s+)?(?:answers?|solutions?|verdicts?"
    r"|judge?ments?|lecture)|knows?\s+best|has\s+the\s+(?:last\s+word|answers?)"
    r"|takes?\s+(?:all\s+)?(?:the\s+)?questions|fills?\s+(?:in|the)"
    r"|comments?\s+on\s+(?:each|every|all)|does\s+(?:most|all)|talks?\s+(?:most|people)|runs?\s+everything|supplies"
    r"|provides\s+the\s+(?:answers?|content))\b",
    re.IGNORECASE,
)
_APART = re.compile(
    r"\b(?:does\s+not|do\s+not|don['’]t|doesn['’]t|never|without|rather\s+than|instead\s+of|nobody|not)\b"
    r"|\bif\s+you\b"
    r"|\b(?:somebody|someone|another|a\s+second\s+person)\b",
    re.IGNORECASE,
)
_SURE = re.compile(
    r"\bguarantee[sd]?\b|\bproven\s+(?:to|method|technique|way)\b|\b(?:will|can)\s+(?:certainly|definitely|surely"
    r"|always)\b"
    r"|\balways\s+works\b|\bwithout\s+(?:any\s+)?doubt\b|\bno\s+doubt\b|\b(?:the\s+)?whole\s+community\s+(?:wants"
    r"|agrees"
    r"|knows|said)\b|\b(?:everyone|everybody)\s+here\s+(?:agrees|wants|knows)\b|\bwe\s+know\s+for\s+(?:sure"
    r"|certain)\b",
    re.IGNORECASE,
)
_SIGN_LEAD = re.compile(
    r"^\W*(?:we['’]?d?|we would|we will)?\s*(?:notice|see|know)\s+(?:it|this)?\s*(?:because|when|by)?", re.I
)
_SAYS_NOTHING = content_stems(
    "better improve improved improvement feel feels feeling confident confidence happier happy aware awareness"
    " understand"
    " understanding everything things good well progress success successful learn learned knowledge skill skills"
    " people"
    " everyone team go goes going get gets work great change difference quality notice know we it more survey score"
    " scores"
    " rating ratings dashboard figures statistics numbers satisfaction attendance results mood motivation motivated"
    " engaged engagement inspired inspiration appreciate appreciated valued mindset culture energy positive"
    " positively"
    " satisfied impressed pleased proud"
)
_FIXED = re.compile(
    r"\b(?:outcomes?|goals?|objectives?|aims?)\b[^.;?!]{0,60}\b(?:is|are|was|were|has been|have"
    r" been)\s+(?:already\s+)?(?:fixed"
    r"|final|set\s+by|decided\s+by|given\s+by|mandatory|not\s+(?:up\s+for|open\s+to|to\s+be))"
    r"|\b(?:do\s+not|don['’]t|must\s+not|may\s+not|cannot)\s+(?:change|rewrite|question|discuss)\s+the\s+(?:outcome"
    r"|goal"
    r"|objective|aim)s?\b|\b(?:management|the\s+(?:board|director\w*|head\s+office|leadership|ministry"
    r"|steering\s+group))\s+(?:has\s+|have\s+)?(?:already\s+)?(?:set|decided|fixed|chosen|agreed|approved|handed)\b"
    r"|\b(?:not|no\s+longer)\s+(?:open|up)\s+(?:to|for)\s+(?:discussion|debate|change|negotiation)\b|\b(?:set"
    r"|cast)\s+in\s+stone\b|\bnon-?negotiable\b|\btake\s+(?:the\s+)?(?:outcome|goal|objective|aim)s?\s+as\s+given\b",
    re.IGNORECASE,
)
_MEASURED = re.compile(
    r"\b(?:attendance|surveys?|questionnaires?|satisfaction|feedback\s+forms?|figures|statistics|scores?|ratings?"
    r"|dashboards?|kpis?|metrics?|appraisals?|the\s+(?:numbers|boss|board)|management|head\s+office|"
    r"(?:feels?|felt|are|is)\s+(?:more|better|much|less|happier|prouder)\s+\w+)\b",
    re.IGNORECASE,
)
_PERCENT = re.compile(r"\d\s?(?:%|per\s?cent)", re.IGNORECASE)
_COUNT = re.compile(r"\b(\w+)\s+(?:\w+\s+)?(?:sentences?|quotes?|passages?|lines?)\b", re.IGNORECASE)
_OF_NOTES = re.compile(r"\b(\w+)\s+(?:of\s+(?:your|the|their)\s+)?(?:own\s+)?notes?\b", re.IGNORECASE)
_ALL_OF_IT = re.compile(
    r"\b(?:everything|all|every\s+(?:word|line|step|part|minute|idea)|the\s+(?:whole|entire)\s+\w+|each\s+(?:step"
    r"|line|part|idea)|entirely|wholly|completely|nothing\s+but)\b(?:\s+\w+){0,6}?\s+(?:from|in|on|of|by)\s+"
    r"(?:your|the|their|what)\b",
    re.IGNORECASE,
)


def check_relevance(web: Web) -> list[Finding]:
    """Check that the opening and the activities share something with an outcome (X2)."""
    stems = frozenset[str]().union(*(reading.stems for reading in web.readings)) - _EVERYWHERE
    found = []
    for part in web.plan.parts:
        if isinstance(part, (Opening, Activity)) and part.steps and stems:
            said = [part.title, *(step.does for step in part.steps), part.why]
            said += [part.prompt] if isinstance(part, Opening) else [part.what_members_do, part.artefact]
            if not content_stems(" ".join(said)) & stems:
                found.append(
                    _X2.mend(part.id, f"“{part.title}” takes up nothing of what people want to be able to do.")
                )
    return found


def check_hearsay(texts: Sequence[Text]) -> list[Finding]:
    """Check that whatever members are said to have said carries its source (X3)."""
    found: dict[str, Finding] = {}
    for text in texts:
        sentences = _SENTENCE.split(text.words) if search_own(_SAID, text.words) else []
        for place, sentence in enumerate(sentences):
            match = search_own(_SAID, sentence)
            near = " ".join(sentences[place : place + 3])
            if match and not find_labels(near) and text.where not in found:
                found[text.where] = _X3.mend(text.where, f"{quoted(sentence)} names no source.")
    return list(found.values())


def check_unlabelled(plan: SessionPlan, texts: Sequence[Text]) -> list[Finding]:
    """Check that a quote from the notes never stands without its source (X3)."""
    sources = [" ".join(citation.quote.split()) for citation in plan.citations]
    found: dict[str, Finding] = {}
    for text in texts:
        for words in _IN_QUOTES.findall(without_quotes(text.words)):
            said = " ".join(words.split()).strip(" .,…")
            if len(said.split()) > 3 and any(said in source for source in sources) and text.where not in found:
                found[text.where] = _X3.mend(text.where, f"{quoted(said)} stands without its source.")
    return list(found.values())


def _around(words: str, labels: Sequence[str]) -> str:
    """Return the sentence that names these sources and the one before it, without what is quoted."""
    sentences = re.split(r"(?<=[.?!])\s+(?=[A-Z‘“])", words)
    places = [place for place, sentence in enumerate(sentences) if any(f"({label})" in sentence for label in labels)]
    return without_quotes(" ".join(sentences[max(0, places[0] - 1) : places[0] + 1] if places else sentences))


def check_known(plan: SessionPlan, texts: Sequence[Text]) -> list[Finding]:
    """Check that what worked here, by their own words, is not taught as new (X4)."""
    worked = {item.label: item.quote for item in plan.citations if _WORKED.search(item.quote)}
    found = []
    for text in texts:
        for quote in find_labelled_quotes(text.words):
            there = [worked[label] for label in quote.labels if label in worked]
            own = _around(text.words, quote.labels)
            if there and _AS_NEW.search(own) and content_stems(there[0]) & content_stems(own):
                said = quoted(there[0])
                found.append(_X4.mend(text.where, f"They wrote {said}, and it is offered to them as something new."))
    return found


def check_ranks(texts: Sequence[Text]) -> list[Finding]:
    """Check that nobody is named with how good they are (X7)."""
    found: dict[str, Finding] = {}
    for text in texts:
        words = search_own(_RANKED, text.words)
        if words and text.where not in found:
            found[text.where] = _X7.mend(text.where, f"“{words}” says how good somebody is.")
    return list(found.values())


def check_evidence(plan: SessionPlan) -> list[Finding]:
    """Check that a plan says how little, and not more than, it rests on (X8)."""
    asks = any(line.strip() for line in plan.ask_first)
    if not plan.from_notes.strip() and (plan.citations or (_should_know(plan) and not asks)):
        count = len(plan.citations)
        said = "none" if not count else f"{count} sentence{'s' if count > 1 else ''}"
        return [_X8.mend("plan", f"It rests on {said} of the community's own words, and does not say so.")]
    counts = [number for word in _COUNT.findall(plan.from_notes) if (number := read_number(word)) is not None]
    notes = [number for word in _OF_NOTES.findall(plan.from_notes) if (number := read_number(word)) is not None]
    there = len({citation.note for citation in plan.citations})
    if any(count > len(plan.citations) for count in counts) or any(count > there for count in notes):
        message = f"{quoted(plan.from_notes, 8)} is more than the plan holds: {len(plan.citations)} from {there}."
        return [_X8.mend("plan", message, "Say how many of their sentences stand in it.")]
    words = search_own(_ALL_OF_IT, plan.from_notes)
    if words:
        message = f"“{words}” is more than a plan can hold of their own words."
        return [_X8.mend("plan", message, "Say how many of their sentences stand in it.")]
    return []


def check_sureness(texts: Sequence[Text]) -> list[Finding]:
    """Check that nothing is promised that nobody can know (X8)."""
    found: dict[str, Finding] = {}
    for text in texts:
        words = search_own(_SURE, text.words)
        if words and text.where not in found:
            message = f"“{words}” sounds surer than anybody can be."
            found[text.where] = _X8.mend(text.where, message, "Say it as something that may help, and why.")
    return list(found.values())


def check_signs(web: Web) -> list[Finding]:
    """Check that each outcome of a plan has a sign (O4) and ways in (O6)."""
    found = []
    for reading in web.readings:
        outcome = reading.outcome
        if not outcome.sign.strip() and not has_sign(outcome.text):
            found.append(_O4.mend(outcome.id, "It does not say yet what people would notice in the work."))
        elif _is_empty_sign(outcome.sign):
            message = f"{quoted(outcome.sign)} is nothing that two members would both have seen."
            found.append(_O4.mend(outcome.id, message))
        if not _has_ways_in(outcome.ways_in, web):
            found.append(_O6.mend(outcome.id, "It has no ways in yet for the newest and for the oldest hands."))
    return [_with_ways_in(finding, web) if finding.check == "O6" else finding for finding in found]


def _is_empty_sign(sign: str) -> bool:
    said = _SIGN_LEAD.sub("", sign)
    measured = _PERCENT.search(sign) or _MEASURED.search(sign)
    return bool(sign.strip()) and (not content_stems(said) - _SAYS_NOTHING or bool(measured))


def _has_ways_in(ways: Mapping[str, str], web: Web) -> bool:
    named = {who: way for who, way in ways.items() if way.strip()}
    newcomer = named.get("newcomer", next(iter(named.values()), ""))
    return len(named) > 1 and not is_idle(newcomer, web.lexicon) and ("newcomer" in named or "newcomer" not in ways)


def check_ownership(texts: Sequence[Text]) -> list[Finding]:
    """Check that nobody is told that the outcome is fixed (O8)."""
    for text in texts:
        words = search_own(_FIXED, text.words)
        if words:
            return [_O8.mend(text.where, f"“{words}” leaves members nothing to rewrite.")]
    return []


def ask_ways_in(where: str) -> Finding:
    """Ask O6 of a sentence alone."""
    return _O6.question(where, "What is the way in for someone new, and what is left to do for an old hand?")


def check_hosting(web: Web) -> list[Finding]:
    """Check that hosting is shared, and kept apart from knowing most (S6)."""
    plan = web.plan
    lines = [line for line in plan.facilitation if line.strip()]
    for line in lines:
        match = _STAR_HOST.search(without_quotes(line)) or _OWN_HOST.search(without_quotes(line))
        if match and not _APART.search(line):
            return [_S6.mend("plan", f"{quoted(line)} makes the host the one whom everybody asks.")]
    if not lines:
        return [_S6.mend("plan", "Nothing is said on who hosts, and how that is kept apart from knowing most.")]
    return []


def describes_hosting(plan: SessionPlan) -> bool:
    """Return whether the plan says how hosting is kept apart from knowing most."""
    return any(re.search(r"\bhosts?\b|\bfacilitat\w+\b", line, re.IGNORECASE) for line in plan.facilitation)


def _with_ways_in(finding: Finding, web: Web) -> Finding:
    activities = web.activities_of(finding.where)
    if not activities:
        return finding
    roles = activities[0].roles
    lines = {"newcomer": roles.newcomer, "regular": roles.regular, "expert": roles.expert}
    said = "\n".join(f"{who.capitalize()}: {role}" for who, role in lines.items() if role.strip())
    return finding.model_copy(update={"rewrite": said})


def _should_know(plan: SessionPlan) -> bool:
    by_people = not plan.drafted_by.strip() or "person" in plan.drafted_by
    return bool(plan.community.strip()) and not by_people
