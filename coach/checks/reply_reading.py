"""A reply read once: its parts, whose words stand in quotation marks, and what it shares with what was said."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from coach.models import CoachReply, OfferedMove, ReplyKind
from coach.playbook import Lexicon, content_stems

from .texts import Text

_QUOTE = re.compile(r"(?:“(?P<curly>[^“”]*)”|\"(?P<plain>[^“”\"]*)\")(?P<label>\s*[(\[]S\d)?")
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)*")
_SHORTENED = re.compile(r"(?:n't|'(?:m|re|ve|ll|d))$")
_GAP = re.compile(r"\s*(?:\[…\]|…|\.{3,})\s*")
_EDGE = " .,;:!?'()-–—*"
_SENTENCE = re.compile(r"(?<=[.?!…])[”\"’')]*\s+|\n+")
_MARKS = str.maketrans({"’": "'", "‘": "'", "“": "'", "”": "'", '"': "'", "\u00a0": " "})
_OF_MOVE = ("title", "does", "say", "why", "costs", "watch_for", "way_back")
_LIGHT = content_stems(
    "dont didnt doesnt isnt cant wont im ive id ill thats whats theres wasnt arent couldnt wouldnt know knew think"
    " thought go goes going went gone get gets got say says said tell told people person somebody anybody anyone time"
    " times way ways really always never today tomorrow yesterday week month year day next last one two three lot bit"
    " come came see seen look want need help please good bad better new back still yet right anything nothing"
    " feel feels felt hear sound sounds seem seems mean means take takes let keep give put day minute minutes"
    " four five six seven eight nine ten twelve fifteen twenty thirty half hour hours part start starts"
)
"""Words of almost any message about hosting: to share them shows nothing."""
_ENOUGH = 3
"""A message with fewer words that carry meaning goes on with what was said before."""


@dataclass(frozen=True)
class ReplyGround:
    """What a reply is held against."""

    message: str
    """What the person said, as they wrote it."""
    earlier: tuple[str, ...] = ()
    """What they said before in this conversation, oldest first."""
    doing: tuple[str, ...] = ()
    """What they do already, in their words."""
    note_texts: Mapping[str, str] | None = None
    """The notes' full texts by note id or by path; None leaves out the look into the notes."""
    asked_for_advice: bool = False
    """Whether they ask what to do, or have no time for anything else."""
    lexicon: Lexicon | None = None
    """Which forms belong to one verb; without it only regular forms are seen as one."""
    for_people: bool = False
    """Whether the matter is for people, so that only a signpost will do."""
    wants_no_question: bool = False
    """Whether they asked not to be asked back."""
    gist: str = ""
    """What the situation is, in one sentence, where it was recognised."""
    offered: tuple[str, ...] = ()
    """What was offered before in this conversation, in a line each."""
    language: str = ""
    """The language of the reply; empty for English. What only reads English is left out for any other."""
    find_done: Callable[[str, Sequence[str]], str] | None = field(default=None, compare=False)
    """Returns which of some texts a text says again in other words, or nothing; words alone are compared without."""


@dataclass(frozen=True)
class ReplyReading:
    """A reply beside what it answers to; everything that several checks look at is read once."""

    reply: CoachReply
    """The reply."""
    given: ReplyGround
    """What it is held against."""

    @property
    def coaches(self) -> bool:
        """Return whether it listens or offers something: a signpost and an aside are looked at for less."""
        return self.reply.kind in {ReplyKind.LISTEN, ReplyKind.FOCUS, ReplyKind.CHOOSE}

    @cached_property
    def texts(self) -> tuple[Text, ...]:
        """Return every text of it that is its own; words of the person's and of the notes are blanked out."""
        return tuple(Text(text.where, self.without_theirs(text.words)) for text in self.parts)

    @cached_property
    def parts(self) -> tuple[Text, ...]:
        """Return every text of it with its place, as it stands."""
        reply, names = self.reply, ("heard", "strength", "says", "from_notes", "keep_doing", "asks")
        found = [Text(name, getattr(reply, name)) for name in names]
        found += [Text("move", words) for words in move_texts(reply.move)]
        if reply.signpost is not None:
            found += [Text("signpost", reply.signpost.says), Text("signpost", reply.signpost.gap)]
        found += [Text(name, getattr(reply, name)) for name in ("diagnosis", "strategy", "intention")]
        return tuple(text for text in found if text.words.strip())

    @cached_property
    def theirs(self) -> tuple[str, ...]:
        """Return all that the person said, folded for comparing."""
        return tuple(fold(text) for text in (self.given.message, *self.given.earlier))

    @cached_property
    def stems(self) -> frozenset[str]:
        """Return the words of the message that carry meaning, and of what they said before where these are few."""
        own = self.lemmas(self.given.message)
        if len(own) >= _ENOUGH:
            return own
        return own.union(*(self.lemmas(text) for text in self.given.earlier))

    def lemmas(self, text: str) -> frozenset[str]:
        """Return the stems of a text's words that carry meaning; irregular forms are one with their verb."""
        forms = self.given.lexicon.forms if self.given.lexicon else {}
        words = [word.removesuffix("'s") for word in _WORD.findall(fold(text)) if not _SHORTENED.search(word)]
        return content_stems(" ".join(forms.get(word, word) for word in words)) - _LIGHT

    def is_theirs(self, words: str) -> bool:
        """Return whether the person wrote just that, in this message or before."""
        return stands_in(words, self.theirs)

    def quotes_in(self, text: str) -> tuple[str, ...]:
        """Return what stands in quotation marks without a label of the notes."""
        return tuple(
            words for match in _QUOTE.finditer(text) if not match["label"] and (words := _inside(match)).strip()
        )

    def without_theirs(self, text: str) -> str:
        """Return a text with the person's words and the notes' words blanked out, offsets kept."""
        known = (*self.theirs, *(fold(item) for item in self.given.doing))

        def blank(match: re.Match[str]) -> str:
            words, label = _inside(match), match["label"] or ""
            return f"“{' ' * len(words)}”{label}" if label or stands_in(words, known) else match[0]

        return _QUOTE.sub(blank, text)


def move_texts(move: OfferedMove | None) -> tuple[str, ...]:
    """Return the texts of a move, in the order in which they are read."""
    return tuple(getattr(move, name) for name in _OF_MOVE) if move is not None else ()


def without_quotes(text: str) -> str:
    """Return a text with everything in quotation marks taken out, so that its sentences are only its own."""
    return _QUOTE.sub(lambda match: f"“”{match['label'] or ''}", text)


def sentences_of(text: str) -> list[str]:
    """Return the sentences of a text; a full stop inside a quote ends nothing."""
    held = _QUOTE.sub(lambda match: re.sub(r"[.?!…\n]", "\x01", match[0]), text)
    found, place = [], 0
    for match in _SENTENCE.finditer(held):
        found.append(text[place : match.start()])
        place = match.end()
    return [sentence.strip() for sentence in (*found, text[place:]) if sentence.strip()]


def fold(text: str) -> str:
    """Return a text in small letters, with one kind of quotation mark and single blanks."""
    return " ".join(text.translate(_MARKS).casefold().split())


def stands_in(words: str, texts: Sequence[str]) -> bool:
    """Return whether words stand letter for letter in one of some folded texts; at a `…` something was left out."""
    pieces = [piece.strip(_EDGE) for piece in _GAP.split(fold(words))]
    return all(any(_holds(text, piece) for text in texts) for piece in pieces if piece)


def _inside(match: re.Match[str]) -> str:
    return match["curly"] or match["plain"] or ""


def _holds(text: str, piece: str) -> bool:
    place = text.find(piece)
    while place >= 0:
        before, after = text[:place][-1:], text[place + len(piece) :][:1]
        if not before.isalnum() and not after.isalnum():
            return True
        place = text.find(piece, place + 1)
    return False
