"""Small English: gerunds, plurals, articles, verb forms and word stems. Pure."""

from __future__ import annotations

import re
from functools import lru_cache

import snowballstemmer

_IRREGULAR = {
    "be": "was been", "bear": "bore borne", "begin": "began begun", "break": "broke broken", "bring": "brought",
    "build": "built", "buy": "bought", "catch": "caught", "choose": "chose chosen", "come": "came", "cut": "cut",
    "deal": "dealt", "do": "did done", "draw": "drew drawn", "feel": "felt", "find": "found", "get": "got gotten",
    "give": "gave given", "go": "went gone", "grow": "grew grown", "have": "had", "hear": "heard", "hold": "held",
    "keep": "kept", "know": "knew known", "lay": "laid", "lead": "led", "learn": "learnt", "leave": "left",
    "let": "let", "make": "made", "mean": "meant", "meet": "met", "pay": "paid", "put": "put", "read": "read",
    "rewrite": "rewrote rewritten", "run": "ran run", "say": "said", "see": "saw seen", "sell": "sold",
    "send": "sent", "set": "set", "show": "shown", "sketch": "sketched", "speak": "spoke spoken",
    "spend": "spent", "split": "split", "stand": "stood", "take": "took taken", "teach": "taught", "tell": "told",
    "think": "thought", "troubleshoot": "troubleshot", "understand": "understood", "withdraw": "withdrew withdrawn",
    "write": "wrote written",
}  # fmt: skip
"""Base to its past forms, where the rule does not make them."""
_DOUBLING = frozenset(
    {"admit", "begin", "commit", "debug", "format", "permit", "prefer", "refer", "submit", "transfer"}
)
_ONE_SYLLABLE_DOUBLES = re.compile(r"^[^aeiou]*(?:qu)?[aeiou][bdglmnprt]$")
_VOWEL_SOUND = re.compile(r"^(?:[aeio]|u(?!ni|se|su|ti|r[aeiou])|hour|honest|heir|[fhlmnrsx]-)", re.IGNORECASE)
_CONSONANT_SOUND = re.compile(r"^(?:one\b|once\b|eu|uk\b)", re.IGNORECASE)
_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
STOP_WORDS = frozenset(
    """
    a about above after again against all also am an and any are as at be because been before being below between both
    but by can could did do does doing don done down during each else even ever every everyone everybody few first for
    from further get had has have having he her here hers him his how i if in into is it its itself just like made make
    many may me might more most much must my myself next no nor not now of off often on once one only or other others
    our ours ourselves out over own per put same say see she should since so some someone something still such take
    than that the their theirs them themselves then there these they thing things this those through to together too
    two under until up upon us use very want was way we well were what when where which while who whom whose why will
    with within without would you your yours able better confident confidently consistently
    """.split()
)
"""Words that say nothing about what a sentence is about."""


def gerund_of(verb: str) -> str:
    """Return `mapping` for `map`; only the first word of a phrase changes."""
    head, _, rest = verb.partition(" ")
    return f"{_gerund(head)} {rest}".strip()


def forms_of(verb: str) -> frozenset[str]:
    """Return the written forms of a bare one-word verb: map, maps, mapping, mapped."""
    past = _IRREGULAR.get(verb, "").split() or [_past(verb)]
    return frozenset({verb, _third_person(verb), _gerund(verb), *past})


def plural_of(noun: str) -> str:
    """Return `maps` for `map` and `pages of notes` for `page of notes`."""
    head, of, rest = noun.partition(" of ")
    if re.search(r"[^aeiou]y$", head):
        head = f"{head[:-1]}ies"
    elif re.search(r"(?:s|x|z|ch|sh)$", head):
        head = f"{head}es"
    elif head.endswith("f") and not head.endswith(("ff", "ief")):
        head = f"{head[:-1]}ves"
    else:
        head = f"{head}s"
    return f"{head}{of}{rest}"


def with_article(noun: str) -> str:
    """Return `a rough map` or `an honest answer`."""
    sounds_open = _VOWEL_SOUND.match(noun) and not _CONSONANT_SOUND.match(noun)
    return f"{'an' if sounds_open else 'a'} {noun}"


def base_guess(form: str, *, third_person: bool = False) -> str:
    """Guess the bare verb behind an unknown form: `refactored` gives `refactor`."""
    if third_person and form.endswith("s"):
        return re.sub(r"(?<=[a-z]{2})(?:(?<=[xz])es|(?<=sh)es|(?<=ch)es|(?<=ss)es|s)$", "", re.sub(r"ies$", "ys", form))
    for ending, put in (("ied", "y"), ("ying", "y"), ("ed", ""), ("ing", "")):
        if form.endswith(ending) and len(form) > len(ending) + 2:
            base = form[: -len(ending)] + put
            if re.search(r"([bdgmnprt])\1$", base):
                return base[:-1]
            return f"{base}e" if re.search(r"(?:at|[iy]z|[^aeiou]is|[aeiou]s|v|c|[dr]g|u|[^aeo]ur)$", base) else base
    return form


def content_stems(text: str) -> frozenset[str]:
    """Return the stems of the words that carry a text's meaning, lower-cased, to see what two texts share."""
    words = (match.group().replace("’", "'").removesuffix("'s") for match in _WORD.finditer(text.lower()))
    return frozenset(stem_of(word) for word in words if len(word) > 1 and word not in STOP_WORDS)


@lru_cache(maxsize=20_000)
def stem_of(word: str) -> str:
    """Return `map` for `mapping`, as stemmers see it: what the forms of a word share."""
    # A stemmer keeps state while it works, so each call has its own.
    return str(snowballstemmer.stemmer("english").stemWord(word))


def _doubles(verb: str) -> bool:
    return verb in _DOUBLING or bool(_ONE_SYLLABLE_DOUBLES.match(verb))


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return f"{verb[:-2]}ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")) and verb != "be":
        return f"{verb[:-1]}ing"
    return f"{verb}{verb[-1]}ing" if _doubles(verb) else f"{verb}ing"


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return f"{verb}d"
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ied"
    return f"{verb}{verb[-1]}ed" if _doubles(verb) else f"{verb}ed"


def _third_person(verb: str) -> str:
    if verb in {"have", "be"}:
        return {"have": "has", "be": "is"}[verb]
    if re.search(r"[^aeiou]y$", verb):
        return f"{verb[:-1]}ies"
    return f"{verb}es" if re.search(r"(?:s|x|z|ch|sh|o)$", verb) else f"{verb}s"
