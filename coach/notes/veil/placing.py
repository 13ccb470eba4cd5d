"""Whether a word stands as a name where it stands: `Will said`, not `Will you`; `Amina`, not `/home/amina`. Pure."""

from __future__ import annotations

import re
import unicodedata

from .folding import WORDS, fold
from .roster import Called, Roster
from .words import MONTHS_AND_SEASONS, THINGS

_OPENS = re.compile(r"(?:\A|[.!?…:;()\]\n\r|])[\s\"'“‘(*_>\[#\\\-+•–—\d.)]*\Z")
_TELLS = (
    "said|says|saying|thinks|thought|asks|wants|told|tells|wrote|writes|brought|brings|drew|draws|did|does|got|gets|went"
    "|goes|came|comes|took|takes|made|makes|gave|gives|ran|runs|led|leads|kept|keeps|left|leaves|felt|feels|knew|knows"
    "|found|finds|heard|hears|spoke|speaks|read|reads|sent|sends|met|meets|saw|sees|sat|shows|hosts|chairs|suggests"
    "|agrees|disagrees|wonders|likes|loves|hates|needs|worries|reports|notes|explains|adds|offers|proposes|prefers"
    "|reckons|laughs|joins|works|talks|presents|facilitates|reminds|mentions|points|recommends|volunteers|hasn['’]t"
    "|isn['’]t|doesn['’]t|didn['’]t|wasn['’]t|[a-z]{2,}(?<!ne)ed"
)
_BEING = "is|was|has|had|will|would|can|could|to|and (?:i|we|me)"
_SURNAME = r"(?:\s+[^\W\d_a-z][\w'’-]+)?"
_TELLS_AFTER = re.compile(rf"{_SURNAME}\s+(?:also\s+|then\s+|just\s+)?(?:{_TELLS})\b")
_IS_AFTER = re.compile(rf"\s+(?:{_BEING})\b")
_OWNS_AFTER = re.compile(r"['’]s\b|\s?:(?!\w|//)")
_END = r"[*_]{0,3}\s*(?:[\n\r]|\Z|[(@/|)–—]|\\?\]|-\s)"
_ENDS_AFTER = re.compile(_END)
_SURNAME_AFTER = re.compile(rf"\s+[^\W\d_a-z][\w'’-]+(?:{_END}|[,:]|\s\[|\s(?:to|will|is|was|has)\b)")
_CALLED_AFTER = re.compile(r",\s+(?:can|could|do|did|you|please|what|how|thank)\b")
_JOINED_AFTER = re.compile(r"\s*(?:,|and|&|\+|/)\s*(?P<word>[^\W\d_]+)")
_WHEN_BEFORE = re.compile(
    r"(?:\b(?:in|since|by|until|till|last|next|this|early|late|mid|during|each|every|end of|start of|of"
    r"|jan(?:uary)?|feb(?:ruary)?|march|april|may|june|july|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?"
    r"|dec(?:ember)?)|\d(?:st|nd|rd|th)?)[\s,/–-]{1,3}\Z",
    re.I,
)
_WHEN_AFTER = re.compile(r"[\s,/–-]{1,3}(?:\d|(?:january|february|march|april|may|june|july|august|september)\b)", re.I)
_JOINS_BEFORE, _JOINS_AFTER = frozenset("/\\.=$#"), frozenset("/\\=(")
_GOES_ON = re.compile(r"[-/.][^\W_]|['’](?!s\b)[^\W_]")
_BEFORE, _LINE = 40, 200
_PATH_START = re.compile(r"(?:[/~]|\.{1,2}[/\\]|[A-Za-z]:[/\\])")


def stands_as_name(called: Called, text: str, span: tuple[int, int], roster: Roster) -> bool:
    """Say whether this stretch of a text is the name that it looks like."""
    start, end = span
    spelled = text[start:end]
    if _is_in_identifier(text, start, end):
        return False
    words = _spelled_words(spelled)
    if called.exact and not _is_spelled_so(words, _spelled_words(called.spelling)):
        return False
    if len(spelled) == 1 and _GOES_ON.match(text, end):
        return False
    if not called.is_word:
        return True
    if len(words) > 1:
        return all(word[0].isupper() for word in words)
    return spelled[0].isupper() and not (spelled.isupper() and len(spelled) > 1) and _is_name(text, span, roster)


def _is_spelled_so(words: list[str], given: list[str]) -> bool:
    return words == given or (words == [word.upper() for word in given] and len(words[0]) > 3)


def _spelled_words(text: str) -> list[str]:
    return WORDS.findall(unicodedata.normalize("NFC", text))


def _is_in_identifier(text: str, start: int, end: int) -> bool:
    """Say whether a word is part of code or of a path, which stay as they are."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    if (before[-1:] == "_" and before[:1].isalnum()) or (after[:1] == "_" and after[1:].isalnum()):
        return True
    touches = before[-1:] in _JOINS_BEFORE
    goes_on = after[:1] in _JOINS_AFTER or (after[:1] == "." and after[1:].islower())
    if text[start].islower():
        return touches or goes_on or (after[:1] == "-" and after[1:].isalnum())
    return (touches or goes_on) and _is_in_path(text, start)


def _is_in_path(text: str, start: int) -> bool:
    begins = start
    while begins and start - begins < _LINE and not text[begins - 1].isspace() and text[begins - 1] not in "\"'`(<":
        begins -= 1
    return _PATH_START.match(text, begins) is not None


def _is_name(text: str, span: tuple[int, int], roster: Roster) -> bool:
    start, end = span
    word = fold(text[start:end])
    if word in MONTHS_AND_SEASONS and (
        _WHEN_BEFORE.search(text, max(0, start - _BEFORE), start) or _WHEN_AFTER.match(text, end)
    ):
        return False
    opens = _OPENS.search(text, max(0, start - _BEFORE), start)
    if opens is None and not _is_title(text, start):
        return True
    return _tells_of_somebody(text, end, word, roster)


def _tells_of_somebody(text: str, end: int, word: str, roster: Roster) -> bool:
    """Say whether what follows a word that opens a sentence speaks of a person."""
    if _OWNS_AFTER.match(text, end):
        return word not in MONTHS_AND_SEASONS or text[end] != ":"
    if _TELLS_AFTER.match(text, end) or _CALLED_AFTER.match(text, end) or _SURNAME_AFTER.match(text, end):
        return True
    if _IS_AFTER.match(text, end):
        return word not in THINGS | MONTHS_AND_SEASONS
    if _ENDS_AFTER.match(text, end):
        return word not in MONTHS_AND_SEASONS
    joined = _JOINED_AFTER.match(text, end)
    return joined is not None and word not in MONTHS_AND_SEASONS and fold(joined["word"]) in roster.starts


def _is_title(text: str, start: int) -> bool:
    """Say whether a line writes most of its words with a capital, so that a capital says nothing."""
    before = text[max(0, start - _LINE) : start].rpartition("\n")[2]
    line = before + text[start : start + _LINE].partition("\n")[0]
    words = [word for word in WORDS.findall(line) if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)
