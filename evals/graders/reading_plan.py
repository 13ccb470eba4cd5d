"""What the `reading` grader looks for in a whole plan."""

from __future__ import annotations

import re

from coach.playbook import content_stems

from .wording import Read, Wording, find, unquoted

_EARLY = 10
"""So many minutes are a session's beginning."""
_ONE_IN = 32
"""From one content word in so many on, the words that only this community has are more than decoration."""
_QUIETLY_IN = re.compile(
    r"\b(?:writes?|types?|finish this sentence|pairs|twos|threes|neighbours?|partner|person next to you"
    r"|slips?|cards?)\b",
    re.I,
)
_IN_A_ROUND = re.compile(r"\b(?:names?|round|check-in|one word|each|every(?:one|body))\b", re.I)
_OTHERWISE = re.compile(r"^(?:if\b(?!.*[…?]$)|plan b\b|in case\b|when (?:it|things) go\b|what if\b)", re.I)
_IN_PASSING = re.compile(
    r"\bif (?:there[’']s|time|nobody|few|fewer|only|people|anyone|someone[’']s|you[’']ve less|it runs)\b", re.I
)
_KEPT_OUT = re.compile(
    r"\bhost (?:keeps out|does not answer|keeps time|timekeeps)|\bkeeps? (?:the clock|an eye on (?:the )?time)"
    r"|\bhands off|\b(?:not tell|don[’']t decide|hold(?:s|ing)? back|only (?:if|when) asked|(?:available|answer) only"
    r"|only answer|may ask|(?:go|speak)(?:es)? last|out of sight|listen first|asked, they)\b",
    re.I,
)
_HOST_TALKS = re.compile(
    r"^\W*(?:\d[\d:.]*\W*)?[A-Z]\w+ (?:welcomes|introduces|presents|explains|gives)\b"
    r"|\bhost (?:presents|explains|gives)\b"
)


def read_x2(wording: Wording) -> Read:
    """Grade whether what people do is made of words that only this community's notes have; quotes are decoration."""
    names = [note.name for note in wording.case.file.notes]
    told = (line for line in wording.lines if not any(name in line for name in names))
    lines = [content_stems(unquoted(line)) for line in told]
    theirs = {stem for stem in wording.own - wording.asked if stem.isalpha()}
    words, own = sum(map(len, lines)), sum(len(line & theirs) for line in lines)
    if own * _ONE_IN >= words > 0:
        return Read(2, "What people do is told in this community's own things and names.")
    return Read(1, "Little but quotes would change elsewhere.") if own else Read(0, "It would fit any community.")


def read_s3(wording: Wording) -> Read:
    """Grade whether everybody is in the matter within ten minutes, by writing or in small company."""
    early = [moment.text for moment in wording.moments if moment.start < _EARLY]
    if said := find(_QUIETLY_IN, early):
        return Read(2, "People write or speak in small company early.", said)
    said = find(_IN_A_ROUND, early)
    return Read(1, "A round before everybody.", said) if said else Read(0, "Only those speak who want to.")


def read_s6(wording: Wording) -> Read:
    """Grade whether the host and those who know most are kept apart."""
    if said := find(_KEPT_OUT, wording.sentences):
        return Read(2, "Host or experts hold back.", said)
    said = find(_HOST_TALKS, wording.sentences)
    return Read(0, "Whoever hosts is the one who talks.", said) if said else Read(1, "Not said.")


def read_s9(wording: Wording) -> Read:
    """Grade whether there is a plan B: a line or a section that begins with what may go otherwise."""
    if said := find(_OTHERWISE, wording.lines):
        return Read(2, "Something to do when it goes otherwise.", said)
    said = find(_IN_PASSING, wording.sentences)
    return Read(1, "One hint in passing.", said) if said else Read(0, "No plan B.")
