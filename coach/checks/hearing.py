"""Which clauses of a text say that something is done, and which that people only hear, watch or talk about it."""

from __future__ import annotations

import re

from coach.playbook import Lexicon, content_stems

_CLAUSES = re.compile(r"[.;:!?]+(?=\s|$)|,?\s+(?:and\s+then|then|before)\s+|,\s+(?:and\s+)?|\s+and\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")
_ASIDE = re.compile(
    r"^\W*(?:why|what|who|whom|whose|how|when|where|which|whether|if|because|so that|that|until|while|as)\b",
    re.IGNORECASE,
)
"""Begins words that go on with what stands before them."""
_HOST_SPEAKS = re.compile(r"^\W*(?:I|I['’]ll|I['’]ve|I['’]m)\s")
_LEAD = 8
"""Among so many words of a clause its verb is looked for."""
_HEARING = frozenset(
    """
    listen hear watch attend observe receive view learn discover absorb
    """.split()
)
_TALKING = frozenset(
    """
    discuss talk chat debate converse reflect think brainstorm imagine ponder wonder reminisce
    """.split()
)
_PASSIVE_NOUN = re.compile(
    r"^\W*(?:(?:a|an|the|our|open|whole|group|plenary|guided|facilitated|short|brief|quick|general|full|free|final"
    r"|expert|guest|keynote|panel|table|small|large|lively|honest|round|world|video|live|closing|some|more|further"
    r"|structured|moderated|interactive|inspiring|opening|input|talk|presentation|\w+-minute|\d+)[\s-]+)*"
    r"(?:discussions?|conversations?|debates?|talks?|lectures?|presentations?|q\s?(?:&|and)\s?a|inputs?|keynote"
    r"|plenary|demos?|tour|briefings?|overview|slides?|slide deck|videos?|films?|webinars?|introduction|panel"
    r"|brainstorm(?:ing)?|exchange of|sharing|chat|reflections?|questions? and answers?|questions|any questions)\b",
    re.IGNORECASE,
)
_SHOW = re.compile(
    r"^\W*(?:(?:the|a|an|our|one)\s+)?(?:[\w'’-]+\s+){0,3}?(?:tutorial|master ?class|lecture|keynote|webinar"
    r"|presentation"
    r"|panel|q\s?&\s?a|film|video|tour|debate|talk|screening|demonstration|demo|slide ?show"
    r"|info(?:rmation)? session)"
    r"(?=\W*$|\s*[,:(–]|\s+(?:by|with|on|about|from|of|for|and|at|followed|led)\b)",
    re.IGNORECASE,
)
"""Names what people sit through; before it stand no doings but those that name its topic."""
_SPEAKER_ACTS = re.compile(
    r"^\W*(?:the|our|an?|dr|prof\w*|mr|mrs|ms)\.?\s+(?:[\w'’-]+\s+){0,3}?(?:head|lead|expert|speaker|coach"
    r"|consultant|registrar|trainer|facilitator|professor|director|manager|lab|guest|officer|inspector"
    r"|engineer|specialist|vendor"
    r"|instructor|teacher|lawyer|solicitor|curator|master|educator|researcher|adviser|advisor|panel|representative"
    r"|supplier|host)s?(?:\s+(?:of|from|for|on)\s+(?:the\s+)?[\w'’-]+)?\s+(?:then\s+|also\s+"
    r"|first\s+)?(?!you\b|who\b"
    r"|to\b|and\b|or\b|in\b|with\b)(?:\w+s|will|takes|has)\b",
    re.IGNORECASE,
)
_TELLS_HOW = re.compile(
    r"^(?:tell|say|present|describ|explain|show|recall|remember)\w*\s+(?:\w+\s+){0,3}?(?:how|what|why|where)\s+"
    r"(?:they|we|you|it|the|their|our)\b",
    re.IGNORECASE,
)
_SENTENCES = re.compile(r"[.;!?]+(?=\s|$)")
_NO_DOING = frozenset(
    {
        *("arrive", "be", "begin", "bring", "come", "enjoy", "gather", "get", "go", "have", "join", "meet", "move"),
        *("open", "return", "sit", "stand", "start", "visit", "walk"),
    }
)
"""Verbs that bring people to the place where something is done, and say nothing of what."""
_TALKS_ABOUT = re.compile(
    r"^(?:talk|chat|convers|speak|think|reflect|exchange)\w*\s+(?:\w+\s+){0,2}?(?:about|on|over|around|of)\b",
    re.IGNORECASE,
)
_SHARES_VIEWS = re.compile(
    r"^(?:shar|swap|exchang|compar|air|explor|consider|offer|collect|unpack|look at|say|tell|give|bring|put)\w*\s+"
    r"(?:\w+\s+){0,4}?(?:views?|thoughts?|experiences?|ideas?|tips|opinions?|reflections?|learnings?|insights?"
    r"|impressions?|perspectives?|feelings?|challenges|frustrations?|war stories|(?:best|good) practices?"
    r"|barriers|concepts?|themes?"
    r"|topics?|issues?|why"
    r"|what (?:\w+ )?(?:is|are|means?|makes?))\b",
    re.IGNORECASE,
)
_GATHERS = re.compile(
    r"^(?:list|brainstorm|collect|write|note|name|gather|post|stick|rank|vote|cluster|generate|capture|identify"
    r"|prioriti[sz]e|come up with|jot|compile|type|put|share|agree|define|draw up|make|create|sort|group)\w*\b"
    r"[^.;?]{0,40}?\b(?:ideas|tips|ways|reasons|barriers|principles|benefits|challenges|advantages|disadvantages"
    r"|characteristics|qualities|obstacles|enablers|do['’]?s and don['’]?ts|dos and don['’]?ts|best practices?"
    r"|hopes"
    r"|fears|associations|expectations|pros and cons|ingredients of|what makes|what good looks|what \w+ means"
    r"|thoughts"
    r"|takeaways|learnings|themes|golden rules|ground rules)\b",
    re.IGNORECASE,
)
_READS_UP = re.compile(
    r"^read\w*\s+(?:up\b|(?:(?!our|your|own|their)\w[\w-]*\s+){0,5}?(?:summar(?:y|ies)|hand-?outs?|guidance"
    r"|articles?|chapters?|blog|slides|briefing|research|theory|polic(?:y|ies)|guidelines?|standards?|toolkit))\b",
    re.IGNORECASE,
)
_TOLD = re.compile(
    r"\b(?:gets?|have|given|receives?)\s+(?:an?|the)\s+(?:\w+\s+){0,2}(?:talk|lecture|presentation|overview"
    r"|introduction"
    r"|tour|briefing|demo|demonstration|explanation|update|walk-?through)\b|\b(?:is|are)\s+(?:shown|told|given"
    r"|introduced|walked|taken)\b|\b(?:run|go|walk|talk|led|taken|walked)\s+through\b.{0,60}\bwith\s+(?:our"
    r"|the|an?)"
    r"\s+(?:[\w-]+\s+){0,3}(?:lead|expert|speaker|trainer|facilitator|consultant|manager|host)\b"
    r"|\b(?:ask|put)\s+(?:\w+\s+){0,3}questions? to\b|\bfind out (?:more )?about\b|\btak(?:e|es|ing) notes\b",
    re.IGNORECASE,
)
_BY_MEMBERS = re.compile(
    r"^\W*(?:then\s+)?(?:members|people|everyone|everybody|participants|each|pairs|threes|groups|tables|you|we"
    r"|all)\b",
    re.IGNORECASE,
)


def find_active(text: str, own: frozenset[str], lexicon: Lexicon, *, is_active: bool = True) -> str:
    """Return the clauses in which something is done; hearing and talking are not, unless the outcome names them.

    Args:
        text: What members do, in words.
        own: The stems of the outcome's verbs and of their like.
        lexicon: The verbs to look for.
        is_active: What a beginning without a verb is.
    """
    kept: list[str] = []
    for sentence in _SENTENCES.split(text):
        if _HOST_SPEAKS.match(sentence):
            continue
        is_speakers = bool(_SPEAKER_ACTS.match(sentence))
        for clause in filter(str.strip, _CLAUSES.split(sentence)):
            is_speakers = is_speakers and not _BY_MEMBERS.match(clause)
            found = False if is_speakers else _is_doing(clause, own, lexicon)
            is_active = is_active if found is None else found
            if is_active:
                kept.append(clause.strip())
    return " . ".join(kept)


def _is_doing(clause: str, own: frozenset[str], lexicon: Lexicon) -> bool | None:
    """Return whether something is done in a clause; None when it only goes on with what stands before it."""
    verb, said = find_lead(clause, lexicon)
    if verb and content_stems(verb) & own and not (_TALKS_ABOUT.match(said) or _GATHERS.match(said)):
        return not _is_show(clause, lexicon)
    if is_passive(clause, verb, said) or _is_show(clause, lexicon):
        return False
    return True if verb and verb not in _NO_DOING else None


def _is_show(clause: str, lexicon: Lexicon) -> bool:
    match = _SHOW.match(clause)
    words = _WORD.findall(match.group().lower())[:-1] if match else []
    return match is not None and not any(word in lexicon.forms and not word.endswith("ing") for word in words)


def acts_as_speaker(text: str) -> bool:
    """Return whether a sentence has an expert, a host or a guest do it."""
    return any(_SPEAKER_ACTS.match(sentence) for sentence in re.split(r"[.;:!?]\s+", text))


def find_lead(clause: str, lexicon: Lexicon) -> tuple[str, str]:
    """Return the verb that a clause begins with, after its subject, and the clause from there on."""
    if _ASIDE.match(clause):
        return "", ""
    for match in list(_WORD.finditer(clause.lower()))[:_LEAD]:
        word = match.group()
        base = lexicon.forms.get(word) or _passive_base(word)
        if base:
            return base, clause[match.start() :]
    return "", ""


def _passive_base(word: str) -> str:
    for verb in _HEARING | _TALKING:
        if word in {verb, f"{verb}s", f"{verb}es", f"{verb}ing", f"{verb}ed", f"{verb.rstrip('e')}ing"}:
            return verb
    return ""


def is_passive(clause: str, verb: str, said: str) -> bool:
    """Return whether people only hear, watch or talk in a clause; takes what `find_lead` found in it."""
    if verb in _HEARING or verb in _TALKING or _PASSIVE_NOUN.match(clause):
        return True
    return _TOLD.search(clause) is not None or any(
        pattern.match(said) for pattern in (_TALKS_ABOUT, _TELLS_HOW, _SHARES_VIEWS, _GATHERS, _READS_UP)
    )
