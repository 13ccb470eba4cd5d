"""Outcomes from the Markdown of an answer: sentences in the members' voice, or what stands in their place."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.models import OutcomeProposal
from coach.playbook import load_playbook, parse_outcome

from .labels import find_label, find_roles, to_labelled
from .lines import Kind, Line, read_lines

_OURS = re.compile(r"\bwe want to(?: be able to)?\b(?P<rest>[^|\n]*)", re.IGNORECASE)
_STEM_ONLY = re.compile(r"^(?P<stem>(?:we want|.{0,60}\bable) to(?: be able to)?|.{0,60}\bcan)\W*$", re.IGNORECASE)
_THEIRS = re.compile(
    r"^(?:(?:by|at|after) [^,]{3,60}, )?(?:each |every |all |our |new )*(?:\w+ )?(?:we|members?|participants?"
    r"|people|you|everyone"
    r"|newcomers?|volunteers?|staff|learners?|teams?)\b[^.:|]{0,40}?\b(?:can|(?:will|should|are|is"
    r"|be)(?: be)? able to)\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(r"^(?:outcome\s*)?\d{1,2}\s*[.):–—-]\s*|^outcome\s*\d*\s*[:–—-]\s*", re.IGNORECASE)
_SIGN = (
    r"signs?|(?:you|we|people|others|they)(?:'|’)?(?:ll|d)? (?:will |would |might )?(?:notice|see|know)"
    r"|how (?:you|we|they|people)\S* "
    r"(?:\w+ )?(?:notice|know|see|tell)|what (?:it|this|you|people) (?:looks?|will|would|might|would)|noticeable"
    r"|evidence|visible"
    r"|looks like|in practice|notice"
)
_SAYS_SIGN = re.compile(
    r"\b(?:notice|you(?:'|’)?(?:ll|d) see|we(?:'|’)?(?:ll|d) see|would see|a sign)\b", re.IGNORECASE
)
_END = re.compile(r"(?:(?<=[.!?])|(?<=[.!?][\"”’)]))\s+(?=[A-Z“\"(*])")
_AROUND = re.compile(
    r"\b(?:questions?|notice[sd]?|next steps?|check\w*|why|caveat|how to use|before|after)\b", re.IGNORECASE
)


def read_outcomes(text: str) -> tuple[OutcomeProposal, ...]:
    """Return the outcomes that an answer proposes, each once.

    Sentences that begin with "We want to" come first. Where there is none, sentences on what people can do, and then
    what is numbered or listed, are the outcomes as the answer puts them; their voice is for the graders.
    """
    lines = read_lines(text)
    found = next((told for told in (_ours(lines), _theirs(lines), _numbered(lines), _listed(lines)) if told), [])
    places = [place for place, _ in found]
    proposals: dict[str, OutcomeProposal] = {}
    for number, (place, sentence) in enumerate(found, 1):
        about = _about(lines, place, min((other for other in places if other > place), default=len(lines)))
        about += _told_later(lines, number, max(places))
        proposals.setdefault(sentence.lower(), to_proposal(sentence, about))
    return tuple(proposals.values())


def _about(lines: Sequence[Line], place: int, end: int) -> list[Line]:
    """Return an outcome's line and those below it, up to the next heading that is not a finer one."""
    head = lines[place]
    level = head.level if head.kind is Kind.HEADING else 0
    stop = (
        later
        for later in range(place + 1, end)
        if lines[later].kind is Kind.HEADING and (lines[later].level <= level or not level)
    )
    return list(lines[place : next(stop, end)])


def _told_later(lines: Sequence[Line], number: int, last: int) -> list[Line]:
    """Return what stands below a later heading with an outcome's number."""
    for place in range(last + 1, len(lines)):
        if lines[place].kind is Kind.HEADING and re.match(
            rf"(?:outcome\s*)?{number}\s*[.):]", lines[place].text, re.IGNORECASE
        ):
            return _about(lines, place, len(lines))
    return []


def to_proposal(sentence: str, lines: Sequence[Line] = ()) -> OutcomeProposal:
    """Return a sentence as a proposed outcome.

    Args:
        sentence: The outcome.
        lines: Its line and those that follow, up to the next outcome.
    """
    read = parse_outcome(sentence, load_playbook().lexicon)
    below = lines[1:]
    roles = find_roles(below)
    return OutcomeProposal(
        text=sentence,
        verb=read.verb,
        object=read.object,
        level=read.level,
        solo=read.solo,
        because="",
        sign=_find_sign(lines, sentence),
        ways_in={name: words for name, words in roles if words},
    )


def _find_sign(lines: Sequence[Line], sentence: str) -> str:
    labelled = find_label(lines[1:], _SIGN)
    if labelled or not lines:
        return labelled
    after = [lines[0].text.partition(sentence)[2], *(line.text for line in lines[1:])]
    told = (part.strip(" |–—-") for words in after for part in _END.split(words))
    return next((part for part in told if _SAYS_SIGN.search(part)), "")


def _ours(lines: Sequence[Line]) -> list[tuple[int, str]]:
    found = []
    for place, line in enumerate(lines):
        if match := _OURS.search(line.text):
            if re.sub(r"\W", "", match["rest"]):
                found.append((place, _sentence(line, match)))
            else:
                found += _below(lines, place, match.group().strip(" :…."))
    return found


def _sentence(line: Line, match: re.Match[str]) -> str:
    """Return the sentence; what is in bold ends where the bold ends."""
    bold = _OURS.search(line.lead)
    if bold and re.search(r"\w", bold["rest"]):
        return bold.group().strip()
    return _END.split(match.group())[0].strip()


def _below(lines: Sequence[Line], place: int, stem: str) -> Iterator[tuple[int, str]]:
    """Yield the items below a stem that stands alone, each as a whole sentence."""
    for later in range(place + 1, len(lines)):
        line = lines[later]
        if line.kind is not Kind.ITEM:
            return
        if line.level == lines[place + 1].level:
            words = _END.split(line.text)[0].strip(" .…")
            yield later, f"{stem} {words[:1].lower()}{words[1:]}"


def _theirs(lines: Sequence[Line]) -> list[tuple[int, str]]:
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if _STEM_ONLY.match(line.text) and place + 1 < len(lines) and lines[place + 1].kind is Kind.ITEM:
            found += _below(lines, place, line.text.strip(" :…."))
            continue
        words = _NUMBERED.sub("", line.text)
        if _THEIRS.match(words) and "?" not in words:
            found.append((place, _END.split(words.split(" | ")[0])[0]))
    return found if len(found) > 1 else []


def _numbered(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Return numbered headings, or the first numbered list, as they stand."""
    headings = [
        (place, _NUMBERED.sub("", line.text))
        for place, line in enumerate(lines)
        if line.kind is Kind.HEADING and _NUMBERED.match(line.text)
    ]
    if len(headings) > 1:
        return headings
    found: list[tuple[int, str]] = []
    heading = ""
    for place, line in enumerate(lines):
        heading = line.text if line.kind is Kind.HEADING else heading
        if line.kind is Kind.HEADING and len(found) > 1:
            break
        if line.is_numbered and line.level == 0 and not _AROUND.search(heading) and "?" not in line.text:
            label, _ = to_labelled(line)
            found.append((place, _END.split(line.lead if len(line.lead.split()) > 2 else line.text)[0] or label))
    return found if len(found) > 1 else []


def _listed(lines: Sequence[Line]) -> list[tuple[int, str]]:
    """Return the first list of an answer, as it stands."""
    found: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if line.kind is Kind.ITEM and line.level == 0 and "?" not in line.text:
            found.append((place, _END.split(line.text)[0]))
        elif len(found) > 1 and line.level == 0:
            break
    return found if len(found) > 1 else []
