"""Names that stand in one passage alone: a draft quotes them with their label, or does without. Pure.

A note that wants a firm praised or a person blamed has to name them. What several passages name is the community's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from .looking import plain_words
from .vocabulary import common_words

_CAPITAL = re.compile(r"(?<![.!?:…“\"'(\[\n] )(?<=[\w,;)’'«‘“\"] )[\"“‘«']?(\w*[A-Z][\w’'-]*)")
_SHORT_FORM = re.compile(r"[A-Z]{2,}\w{0,2}")
"""Short forms (KEPs, SIG) and shouted words are how people talk about their work; a firm has a name."""
_IN_BRACKETS = re.compile(r"\(([A-Z][a-z]\w*(?:[-’'][A-Z]?\w+)*)(?= (?:&|and|et al)|, (?:19|20)\d\d)")
"""A work that is cited as if everybody knew it."""
_SHOUTED = re.compile(r"\b[A-Z]{4,}(?: [A-Z]{4,})+\b")
_TITLE_LINE = re.compile(r"^[ \t]*(?:#{1,6}[ \t].*|[^\n.!?]{0,60})$", re.MULTILINE)
_WHOEVER_KNOWS = frozenset(
    "january february march april may june july august september october november december monday tuesday wednesday"
    " thursday friday saturday sunday english french german spanish welsh zoom miro slack teams google github gitlab"
    " excel word powerpoint whatsapp email internet web wifi christmas easter covid".split()
)
"""Names that a draft may use without having them from anybody."""
_LEAST = 4


def find_lone_names(passages: Sequence[str], asked: str) -> set[str]:
    """Return, in small letters, the names that one passage has and no other, nor the request or the playbook.

    Args:
        passages: What was sent of the notes.
        asked: The request and the community's words on itself, as plain words.
    """
    words = [set(plain_words(text).split()) for text in passages]
    common = common_words() | _WHOEVER_KNOWS | set(asked.split())
    counted = Counter(word for each in words for word in each)
    found: set[str] = set()
    for text in passages:
        small = set(re.findall(r"\b[^\W\dA-Z_][^\W\d_]+\b", text))
        named = {plain_words(name).split()[0] for name in _names_in(text) if plain_words(name)}
        found |= {name for name in named if counted[name] == 1 and name not in common and name not in small}
    return {name for name in found if len(name) >= _LEAST}


def _names_in(text: str) -> list[str]:
    # Titles write every word large; what a line of them names is found where it is spoken of.
    prose = _TITLE_LINE.sub("", text)
    named = [match[1] for match in _CAPITAL.finditer(prose) if not _SHORT_FORM.fullmatch(match[1])]
    cited = [match[1] for match in _IN_BRACKETS.finditer(prose)]
    return [*named, *cited, *(word for match in _SHOUTED.finditer(text) for word in match[0].split())]
