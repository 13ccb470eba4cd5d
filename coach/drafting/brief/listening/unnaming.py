"""Takes names of people out of what is quoted: `[somebody]` stands where a name, a handle or an address stood. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.checks.brief_names import find_names
from coach.models import Member
from coach.notes.pseudonyms import Veil
from coach.notes.veil.noticing import plain_names

from .strangers import Strangers

SOMEBODY = "[somebody]"
"""What stands where a name stood."""
_STAND_IN = re.compile(r"\[(?:person|handle|e-mail|phone) \d+[a-z]*\]", re.IGNORECASE)
_LINK = re.compile(r"\[link \d+[a-z]*\]", re.IGNORECASE)
_OPENED = re.compile(r"\[phone \d+[a-z]*\](?=\))", re.IGNORECASE)
_LAST_LETTER = re.compile(r"(\[somebody\]) [B-HJ-Z]\.?(?![\w'’+#-])")
"""What is left of "Amina B"."""
_ROW = re.compile(r"\[somebody\](?: \[somebody\])+")
_INITIALS = re.compile(r"(?<![\w.'’])([A-Z])(?: = [A-Z][a-zà-ÿ]+|(?=(?: \+ [A-Z])?:[ \t]))", re.MULTILINE)
"""`T = Tomasz` and `T: …`: how minutes write a name in one letter."""
_LETTER = re.compile(r"(?<![\w.'’/+-])[A-Z](?![\w'’.&/-]|\s?=)")
_WORDS = frozenset("AI")


class Unnaming:
    """Takes the names of one community's people out of sentences; made anew for each job."""

    def __init__(self, members: Sequence[Member], names: Iterable[str], texts: Sequence[str]) -> None:
        """Learn who is to be left out.

        Args:
            members: The people of the community.
            names: Further names that are known.
            texts: The notes: they name people who are not on any list.
        """
        noticed = sorted({*names, *plain_names(texts, members)})
        self._veil = Veil(members, (), noticed=noticed)
        self._noticed = frozenset(noticed)
        self._strangers = Strangers(texts)

    def show(self, text: str, initials: frozenset[str] = frozenset()) -> str:
        """Return a sentence on one line without the names in it.

        Args:
            text: The words as they stand in the note.
            initials: Single letters that stand for people in that note.
        """
        flat = " ".join(text.split())
        hidden = self._veil.hide(flat)
        if hidden.count("(") < hidden.count(")"):
            # A number in brackets was taken together with the first of them.
            hidden = _OPENED.sub(f"({SOMEBODY}", hidden)
        hidden = _LINK.sub("[link]", _STAND_IN.sub(SOMEBODY, hidden))
        for name in find_names(hidden.replace(SOMEBODY, "somebody"), self._noticed):
            hidden = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", SOMEBODY, hidden)
        hidden = self._strangers.hide(hidden, SOMEBODY)
        if initials:
            hidden = _LETTER.sub(lambda match: SOMEBODY if match[0] in initials else match[0], hidden)
        return _LAST_LETTER.sub(r"\1", _ROW.sub(SOMEBODY, hidden))


def find_initials(text: str) -> frozenset[str]:
    """Return the single letters that stand for people in a note."""
    found = [match[1] for match in _INITIALS.finditer(text)]
    return frozenset(letter for letter in found if letter not in _WORDS and letter not in "QA")
