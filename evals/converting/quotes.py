"""What an answer gives as the community's own words.

Words in quotation marks, four or more, and blocks of quotation count when

- they stand in one of the case's notes, whoever they are said to be from, or
- right beside them the answer says that they come from the notes or from somebody in them: the name of a note or of a
  person (`Ola: "…"`, `"…" (Ola, March)`), "wrote", "said", "in the notes". See `attributing`.

They do not count when they are speech to be used (`Say: "…"`, `Ask Ola: "…"`), an example, a title, a word set apart,
or the words of whoever asks. A quote with a gap ("… […] …") counts piece by piece; a full stop before the closing mark
and a capital that only begins the quote are left aside.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from coach.models import Consent, Visibility
from evals.casebook import CaseNote
from evals.graders.numbers import flat
from evals.suggestion import Quoted

from .attributing import Surroundings, find_people, is_attributed
from .lines import Kind, Line, read_lines

_FEWEST = 4
_MARKED = re.compile(
    r"“(?P<curly>[^“”]{8,600})”|\"(?P<straight>[^\"]{8,600})\"|(?<!\w)‘(?P<single>[^‘]{8,600}?)’(?!\w)"
    r"|«(?P<angled>[^«»]{8,600})»"
)
_GAP = re.compile(r"\s*(?:\[[^\[\]]*\]|\(\.\.\.\)|…|\.{3})\s*")


def find_quotes(text: str, notes: Sequence[CaseNote], asked: str = "") -> tuple[Quoted, ...]:
    """Return what a text quotes from a community's notes.

    Args:
        text: The text.
        notes: The notes.
        asked: What was asked; to give somebody's own words back to them is no quote of the notes.
    """
    people = find_people(notes)
    found = [
        quote
        for words, around in _candidates(read_lines(text))
        for piece in _pieces(words)
        if (quote := _to_quote(piece, around, notes, people)) and (flat(piece) not in flat(asked) or quote.note)
    ]
    return tuple(dict.fromkeys(found))


def _candidates(lines: Sequence[Line]) -> Iterator[tuple[str, Surroundings]]:
    for place, line in enumerate(lines):
        above = lines[place - 1].text if place else ""
        below = lines[place + 1].text if place + 1 < len(lines) else ""
        source = below if re.match(r"[—–(-]", below) else ""
        lead_in = above if above.endswith(":") else ""
        if line.kind is Kind.QUOTE and not _MARKED.search(line.text):
            words, _, own = line.text.partition(" — ")
            yield words, Surroundings(lead_in, f"— {own or source}" if own or source else "")
        for match in _MARKED.finditer(line.text):
            before, after = line.text[: match.start()], line.text[match.end() :]
            words = next(filter(None, match.groups()))
            yield words, Surroundings(before if re.search(r"\w", before) else lead_in, after.strip() or source)


def _pieces(text: str) -> list[str]:
    pieces = (piece.strip(" .,;:!?–—-") for piece in _GAP.split(text))
    return [piece for piece in pieces if len(piece.split()) >= _FEWEST]


def _to_quote(piece: str, around: Surroundings, notes: Sequence[CaseNote], people: frozenset[str]) -> Quoted | None:
    named, loosely = find_note(around.sentence, notes), find_titled(around.sentence, notes)
    for words in (piece, f"{piece[0].swapcase()}{piece[1:]}"):
        where = [note.name for note in sorted(notes, key=_is_closed) if flat(words) in flat(note.text)]
        if where:
            return Quoted(text=words, note=named or (loosely if loosely in where else where[0]))
    return Quoted(text=piece, note=named or loosely) if named or is_attributed(around, people) else None


def _is_closed(note: CaseNote) -> bool:
    return note.visibility is Visibility.ONLY_ME or note.consent is Consent.NEVER


def find_note(words: str, notes: Sequence[CaseNote]) -> str:
    """Return the note whose file name stands in some words; empty when there is none."""
    said = _simple(words)
    full = [
        note.name for note in notes if note.name.lower() in words.lower() or _simple(PurePath(note.name).stem) in said
    ]
    return next(iter(full), "")


def find_titled(words: str, notes: Sequence[CaseNote]) -> str:
    """Return the one note of which words say the file name without its date; empty when there is none."""
    said = _simple(words)
    titled = [note.name for note in notes if len(title := _title(note.name)) >= 8 and title in said]
    return titled[0] if len(titled) == 1 else ""


def _title(name: str) -> str:
    return re.sub(r"^(?:\d+ )+", "", _simple(PurePath(name).stem))


def _simple(words: str) -> str:
    return " ".join(re.sub(r"[^\w]+|_", " ", words.lower()).split())
