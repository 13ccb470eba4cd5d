"""How sentences speak of an outcome, and filling those sentences in. Pure."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace

from coach.errors import PlaybookProblem

from .clauses import cut_at_clause
from .language import gerund_of, plural_of, with_article
from .outcome import ParsedOutcome

LONGEST_DO = 15
"""Words in {do}: as many as a host can say in one breath, and few enough sentences are cut in the middle."""
_MORE_ROOM = 5
_SITUATION = re.compile(r"^(?:on|in|at|by|during|before|after|from)\b", re.IGNORECASE)
"""An object that only says where or how: what it is about comes after it."""
_NEEDS_MORE = frozenset(
    """put get tell turn keep let give take bring have hand ask say hear help set leave move use send hold lead
    see feel end stay stand walk show make""".split()
)
"""Verbs that say nothing with their object alone: "put a letter", "tell a family"."""
_ASKS = re.compile(r"\b(?:which|what|where|who|whom|whose|how|when|why|whether|if)\b", re.IGNORECASE)
"""A clause such as "what to fix first" cannot be cut short."""
_SAYS_NOTHING = frozenset({"", "something", "anything", "everything", "things", "stuff", "it", "this", "that", "one"})
"""Topics that nobody could ask about."""
_SLOT = re.compile(r"\{([^{}]*)\}")
_AT_START = re.compile(r"(?:^|[.?!…][”’\")]?\s+|\n\s*)[“‘\"(]?$")
_IS_SENTENCE = re.compile(r"[.?!…][”’\")]?$")
_FOREIGN = re.compile(
    r"\b(?:de|la|le|les|des|du|el|los|las|un|una|une|para|que|por|con|nous|pour|avec|wir|und|der|die|das|ein|eine|zu|mit|den"
    r"|wollen|queremos|vogliamo|di|il|che|per|een|het|wij|vi|att|och|og|det|som|chcemy|jest|czy)\b",
    re.IGNORECASE,
)
_FINITE = re.compile(r"\b(?:is|are|was|can|will|has|have|must|should|do|does)\b", re.IGNORECASE)
_WH = re.compile(r"^(?:what|where|who|which|why|how|when|whether)\b", re.IGNORECASE)
"""A topic with one of these is a whole sentence, or another language, and is quoted as it is."""

_PLAIN_WORD = re.compile(
    r"^(?:the|a|an|our|how|what|why|who|when|where|peer|code|better|good|more|team|user|plain|data|service|hard|first|new)$"
    r"|.*(?:ing|tion|sion|ment|ity|ness|ance|ence|ship|ies|ers?|ems?|ics?|ives?|als?|ful|less|ible|able|ed|ly)$",
    re.IGNORECASE,
)
"""A capital on one of these is the start of a sentence and not a name."""


@dataclass(frozen=True)
class Wording:
    """The slots of the playbook's sentences, for one outcome."""

    do: str
    """The performance, bare: `map complex systems`."""
    doing: str
    """The same as a gerund phrase: `mapping complex systems`."""
    topic: str
    """The head of the object: `complex systems`."""
    a_draft: str
    """What a first version is: `a rough map`."""
    draft: str
    """The same, short: `map`."""
    drafts: str
    """Its plural: `maps`."""


def to_wording(parsed: ParsedOutcome) -> Wording:
    """Return how sentences speak of this outcome, the way a host says it to the group."""
    entry = parsed.entry
    topic = _said_by_us(_one_or_more(parsed).rstrip(" .,;:!"))
    topic = topic if re.search(r"\w", topic) else ""
    if not parsed.verb:
        topic = _as_topic(topic)
        base, gerund, behind = "work on", "working on", topic or "this"
    else:
        base, gerund = _heads(parsed)
        behind = _said_by_us(f"{parsed.object} {parsed.context}".strip())
    room = LONGEST_DO - len(base.split())
    if parsed.object and len(behind.split()) > room and not _SITUATION.match(parsed.object):
        behind = _said_by_us(parsed.object)
    behind = cut_at_clause(behind, room + (_MORE_ROOM if _SITUATION.match(parsed.object) else 0))
    doing = f"{gerund} {behind}".strip()
    return Wording(
        do=f"{base} {behind}".strip(),
        doing=doing,
        topic=(topic if topic.lower() not in _SAYS_NOTHING else "") or (doing if parsed.verb else "this"),
        a_draft=with_article(entry.artefact),
        draft=entry.short,
        drafts=entry.plural or plural_of(entry.short),
    )


def to_brief(parsed: ParsedOutcome) -> Wording:
    """Return the same in few words, for a text that has spoken of it in full already: `mapping a service`."""
    full = to_wording(parsed)
    if not parsed.verb or full.topic == full.doing or _ASKS.search(full.topic) or parsed.verb in _NEEDS_MORE:
        return full
    base, gerund = _heads(parsed)
    doing = f"{gerund} {full.topic}"
    if len(doing.split()) >= len(full.doing.split()):
        return full
    return replace(full, do=f"{base} {full.topic}", doing=doing)


def fill(text: str, wording: Wording, **extra: str) -> str:
    """Fill a playbook text's slots in.

    A slot at the start of a sentence is capitalised; words handed in as `extra` (quotes) are never changed.

    Args:
        text: A playbook text.
        wording: The outcome's words.
        extra: Further slots, such as `quote` and `label`.

    Raises:
        PlaybookProblem: The text has a slot that nobody fills, or a stray brace.
    """
    slots = asdict(wording)
    if re.search(r"[{}]", _SLOT.sub("", text)):
        raise PlaybookProblem(f"A playbook text has a stray brace: “{text}”.")
    is_sentence = bool(_IS_SENTENCE.search(text.rstrip()))

    def put(match: re.Match[str]) -> str:
        name = match.group(1)
        if name in extra:
            return extra[name]
        value = _get_slot(name, slots, text)
        before = text[: match.start()]
        starts = bool(_AT_START.search(before)) and (is_sentence or bool(before.strip()))
        return value[:1].upper() + value[1:] if starts else value

    return _SLOT.sub(put, text)


def _get_slot(name: str, slots: Mapping[str, str], text: str) -> str:
    if name not in slots:
        raise PlaybookProblem(f"A playbook text has an unknown slot {{{name}}}: “{text}”.")
    return slots[name]


def _one_or_more(parsed: ParsedOutcome) -> str:
    """Return the topic; `at least one letter` is `a letter` when a host speaks of it."""
    if parsed.topic.lower().startswith("one ") and "at least one" in parsed.object.lower():
        return f"at least {parsed.topic}"
    return parsed.topic


def _as_topic(topic: str) -> str:
    words = topic.split()
    foreign = bool(_FOREIGN.search(topic)) or (bool(_FINITE.search(topic)) and not _WH.match(topic))
    if foreign or re.search(r"[^\x00-\x7f“”‘’–—…éèêçüöäï]", topic):
        return f"“{topic}”"
    plain = bool(words) and bool(_PLAIN_WORD.match(words[0]))
    return topic[:1].lower() + topic[1:] if plain else topic


def _heads(parsed: ParsedOutcome) -> tuple[str, str]:
    entry = parsed.entry
    if parsed.verb in {"be", "become"} and not parsed.shares_object:
        return "practise being", "practising being"
    bases = [entry.verb, *(parsed.other_verbs if parsed.shares_object else ())]
    gerunds = [entry.gerund or gerund_of(entry.verb), *(gerund_of(verb) for verb in bases[1:])]
    return _listed(bases), _listed(gerunds)


def _listed(words: list[str]) -> str:
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _said_by_us(phrase: str) -> str:
    """Turn `my own service` and `their own service` into what a host says of everyone: `our own service`."""
    phrase = re.sub(r"\b(?:my|their)\b(?= own\b)", "our", phrase, flags=re.IGNORECASE)
    phrase = re.sub(r"^their\b", "our", phrase, flags=re.IGNORECASE)
    for own, said in (("my", "our"), ("me", "us"), ("myself", "ourselves"), ("I'm", "we're"), ("I", "we")):
        phrase = re.sub(rf"\b{own}\b(?!['’/])", said, phrase)
    phrase = re.sub(r"\bat least one (\w+)", lambda match: with_article(match.group(1)), phrase, flags=re.IGNORECASE)
    return " ".join(re.sub(r"[{}\[\]*_`#<>]", "", phrase).split())
