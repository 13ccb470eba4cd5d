"""What members do with their own hands and voices in an activity, and what they only hear or talk about."""

from __future__ import annotations

import re
from dataclasses import dataclass

from coach.models import Activity, Doing, Step, VerbFamily
from coach.playbook import Lexicon, content_stems

from .flow import is_lecture, is_speaker
from .kin import find_doing_stems
from .reading import OutcomeReading

_CLAUSES = re.compile(r"[.;:!?]+(?=\s|$)|,?\s+(?:and\s+then|then|before)\s+|,\s+(?:and\s+)?|\s+and\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['’&-][^\W\d_]+)*")
_ASIDE = re.compile(
    r"^\W*(?:why|what|who|whom|whose|how|when|where|which|whether|if|because|so that|that|until|while|as)\b",
    re.IGNORECASE,
)
"""Begins words that go on with what stands before them."""
_HEADING = re.compile(r"^[^.:;?!]{3,60}:\s+")
"""Words before a colon, which what follows spells out."""
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
_BY_TALK_ONLY = re.compile(
    r"\b(?:through|by|in|over)\s+(?:\w+\s+){0,4}?(?:conversations?|discuss(?:ions?|ing)|talking|debates?"
    r"|dialogue)\b",
    re.IGNORECASE,
)
_QUIZ = re.compile(
    r"\b(?:answer keys?|quiz(?:zes)?|kahoot|flash ?cards?|true or false|crosswords?|bingo|trivia|multiple[- ]choice"
    r"|(?:right|correct) (?:answers?|categor\w+|headings?|order|box|definitions?)|gap[- ]fill|word ?search|cloze"
    r"|memory game|jigsaw|escape (?:room|game)|charades|match(?:ing)? (?:the )?(?:terms|words|cards"
    r"|definitions))\b",
    re.IGNORECASE,
)
_ABOUT_IT = re.compile(
    r"\b(?:posters?|leaflets?|infographics?|mind[- ]?maps?|word ?clouds?|collages?|slogans?|logos?|haikus?|poems?"
    r"|songs?|raps?|manifesto|charter|definitions?|acrostic|t-?shirts?|banners?|mood ?boards?|postcards?"
    r"|comic strips?"
    r"|pledges?|polic(?:y|ies)|guidelines|action plans?|strateg(?:y|ies)|self-assessments?|glossar(?:y|ies)|faqs?"
    r"|wish ?lists?|top (?:ten|five|three)|code of conduct|business case|vision|memes?"
    r"|vision (?:board|statement)|mission statement|shopping list|(?:slides?|essay|article|presentation) (?:on"
    r"|about)|principles of|theory of|history of|lego)\b",
    re.IGNORECASE,
)
_TOOLS = re.compile(
    r"\b(?:compar|choos|select|evaluat|rat|rank|sort)\w* (?:\w+ ){0,4}?(?:tools?|software|vendors?|products"
    r"|platforms"
    r"|templates|formats|methods|models|apps)\b|\bselection matrix\b",
    re.IGNORECASE,
)
_PASTIMES = re.compile(
    r"\b(?:spaghetti|marshmallows?|towers?|lego|haikus?|poems?|songs?|raps?|collages?|personality (?:tests?|types?)"
    r"|(?:your|which) \w*[- ]?type|questionnaires?|maturity (?:scores?|models?)|ice-?breakers?|charades)\b",
    re.IGNORECASE,
)
_BY_MEMBERS = re.compile(
    r"^\W*(?:then\s+)?(?:members|people|everyone|everybody|participants|each|pairs|threes|groups|tables|you|we"
    r"|all)\b",
    re.IGNORECASE,
)
_MEMBERS = re.compile(
    r"\b(?:pairs?|twos|threes|trios|fours|fives|sixes|groups?|tables?|rooms?|teams?|everyone|everybody|all"
    r"|each|members"
    r"|volunteers?|people|participants|half|both|others?|writers?|authors?|solo|alone|first|second|third|us|you)\b",
    re.IGNORECASE,
)
BY_TALKING = frozenset({VerbFamily.EXPLAIN, VerbFamily.RELATE, VerbFamily.DECIDE, VerbFamily.EXAMINE})
"""Kinds of doing that people really perform by talking."""


@dataclass(frozen=True)
class Hands:
    """What members do themselves."""

    said: str
    """The clauses in which they do something."""
    is_described: bool
    """Whether the activity says, or its title gives away, what happens."""
    is_put_as_hearing: bool = False
    """Whether the headline is all hearing and talking, although steps have members do something."""
    elsewhere: str = ""
    """What they make or do in place of it, when the words of the outcome only stand over it."""


def read_hands(reading: OutcomeReading, activity: Activity, lexicon: Lexicon) -> Hands:
    """Return what members do themselves in an activity, as far as it says.

    Steps tell what a headline means: where all of them are talk, "design together" is talk.
    """
    talks = reading.family in BY_TALKING
    own = find_doing_stems(reading, lexicon)
    headline = find_active(_spell_out(activity.what_members_do, lexicon), own, lexicon)
    steps = [(step, find_active(step.does, own, lexicon, is_active=_is_hands_on(step))) for step in activity.steps]
    active = [said for step, said in steps if said and not is_heard(step)]
    if steps and not active and not _leaves_room(activity, lexicon, talks=talks):
        headline = ""
    if not talks and _BY_TALK_ONLY.search(activity.what_members_do) and not active:
        headline = ""
    if not steps and is_lecture(f"{activity.title} {activity.what_members_do}") and not headline:
        headline = ""
    if not (activity.what_members_do.strip() or activity.steps):
        # A title is all that some write; where they do say more, it counts for nothing.
        titled = "" if is_lecture(activity.title) else find_active(activity.title, own, lexicon)
        return Hands(titled, is_described=not titled)
    said = " . ".join((headline, *active)).strip(" .")
    hears = bool(activity.what_members_do.strip()) and not headline and bool(active)
    spelt = " . ".join(active) if active else headline
    elsewhere = "" if _leads_with(spelt, own, lexicon) else _find_elsewhere(reading, activity)
    return Hands(said, is_described=True, is_put_as_hearing=hears, elsewhere=elsewhere)


def _spell_out(text: str, lexicon: Lexicon) -> str:
    """Leave out a heading where what follows it says what is done: "Interviewing users: write ten rules"."""
    heading = _HEADING.match(text)
    if heading is None:
        return text
    rest = text[heading.end() :]
    if _is_passive(heading.group(), *_find_lead(heading.group(), lexicon)):
        return heading.group()
    return rest if _find_lead(rest, lexicon)[0] else text


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
    verb, said = _find_lead(clause, lexicon)
    if verb and content_stems(verb) & own and not (_TALKS_ABOUT.match(said) or _GATHERS.match(said)):
        return not _is_show(clause, lexicon)
    if _is_passive(clause, verb, said) or _is_show(clause, lexicon):
        return False
    return True if verb and verb not in _NO_DOING else None


def _is_show(clause: str, lexicon: Lexicon) -> bool:
    match = _SHOW.match(clause)
    words = _WORD.findall(match.group().lower())[:-1] if match else []
    return match is not None and not any(word in lexicon.forms and not word.endswith("ing") for word in words)


def is_heard(step: Step) -> bool:
    """Return whether members only hear in a step: one voice, or a listening room without a member's own doing."""
    if step.one_voice:
        return True
    if step.doing is Doing.LISTENING:
        return is_speaker(step.who) or not _MEMBERS.search(step.who)
    return is_lecture(step.does)


def _leads_with(said: str, own: frozenset[str], lexicon: Lexicon) -> bool:
    verbs = (_find_lead(clause, lexicon)[0] for clause in said.split(" . "))
    return any(verb and content_stems(verb) & own for verb in verbs)


def acts_as_speaker(text: str) -> bool:
    """Return whether a sentence has an expert, a host or a guest do it."""
    return any(_SPEAKER_ACTS.match(sentence) for sentence in re.split(r"[.;:!?]\s+", text))


def _is_hands_on(step: Step) -> bool:
    return step.doing not in (Doing.TALKING, Doing.LISTENING)


def _find_lead(clause: str, lexicon: Lexicon) -> tuple[str, str]:
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


def _is_passive(clause: str, verb: str, said: str) -> bool:
    if verb in _HEARING or verb in _TALKING or _PASSIVE_NOUN.match(clause):
        return True
    return _TOLD.search(clause) is not None or any(
        pattern.match(said) for pattern in (_TALKS_ABOUT, _TELLS_HOW, _SHARES_VIEWS, _GATHERS, _READS_UP)
    )


def _leaves_room(activity: Activity, lexicon: Lexicon, *, talks: bool) -> bool:
    """Return whether steps that name no doing may still be the headline's doing: "Case 2", "Theirs"."""
    heard = (is_heard(step) or _is_passive(step.does, *_find_lead(step.does, lexicon)) for step in activity.steps)
    unclear = [step for step, is_passive in zip(activity.steps, heard, strict=True) if not is_passive]
    return any(talks or step.doing is not Doing.TALKING for step in unclear)


def _find_elsewhere(reading: OutcomeReading, activity: Activity) -> str:
    wanted = reading.outcome.text
    whole = " . ".join(
        (activity.what_members_do, activity.artefact, *activity.materials, *(step.does for step in activity.steps))
    )
    # Real work may well come with a quiz or a policy; it does not come with marshmallows.
    for pattern in (_PASTIMES, _TOOLS) if activity.real_work.strip() else (_PASTIMES, _TOOLS, _QUIZ, _ABOUT_IT):
        match = pattern.search(whole)
        if match and not pattern.search(wanted):
            return match.group()
    return ""
