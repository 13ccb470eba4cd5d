"""What an answer says under a name: `Bring: one photo`, a section on what to do when it goes otherwise, roles."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from coach.models import Access, PlanB, Roles

from .lines import BOLD_LEVEL, OFFERS, Kind, Line, sections

_LABELLED = re.compile(r"^(?P<label>[^:–—?!.]{2,50}?)\s*(?::|\s[–—]|\s-)\s+(?P<words>\S.*)$")
_WHO = {
    "newcomer": r"new ?comers?|newbies|beginners?|first[- ]tim\w+|new (?:people|members|folks?|starters?|faces"
    r"|joiners?|hands)"
    r"|(?:people|those|anyone|someone|if you.re|the) (?:who (?:is|are) )?new\b|(?:at|on) the edge",
    "regular": r"regulars?|(?:people|those) who come often|in[- ]between|members who|returning|core members"
    r"|intermediates?|middle",
    "expert": r"experts?|experienced|old hands?|those who know|(?:people|anyone|someone) who knows? (?:it|this)"
    r"|seasoned"
    r"|know (?:it|this) well|veterans?|long[- ]?standing|senior",
}
_ROLES = {
    role: re.compile(rf"^\W*(?:the |for |your |our |\d+ )*(?:{words})", re.IGNORECASE) for role, words in _WHO.items()
}
_PLAN_B = {
    "silence": re.compile(r"\b(?:silen\w+|quiet|nobody|no one|no-one|goes dead|stuck|awkward)\b", re.IGNORECASE),
    "low_turnout": re.compile(
        r"\b(?:fewer|half (?:of )?(?:them|the|as)|low (?:turnout|numbers)|small(?:er)? (?:turnout|group)|turn up"
        r"|only \w+ come"
        r"|few people|no[- ]shows?)\b",
        re.IGNORECASE,
    ),
    "loud_voice": re.compile(
        r"\b(?:dominat\w+|one (?:voice|person)|takes? over|talks? (?:a lot|too much|over|most)|loud\w*|hogs?"
        r"|monopol\w+)\b",
        re.IGNORECASE,
    ),
    "running_late": re.compile(
        r"\b(?:late|behind|overruns?|run(?:s|ning)? (?:over|out|long)|short of time|less time|time is short)\b",
        re.IGNORECASE,
    ),
}
_ABOUT = {
    "plan_b": r"if (?:things|it|numbers|people|something|plans|time)|when (?:things|it) go|plan b|back-?up"
    r"|contingenc\w+"
    r"|go(?:es)? (?:wrong|sideways|otherwise)|what if|fallback|troubleshoot\w+|adapt\w+|risks?",
    "facilitation": r"facilitat\w+|hosting|for the host|host notes?|tips|your role|as (?:the )?host|watch (?:out"
    r"|for)",
    "access": r"access\w*|inclusi\w+|include everyone|taking part|everyone can",
    "hybrid": r"hybrid|remote|on the call|online (?:people|participants|folks)|joining (?:online|remotely)",
    "prepare": r"before(?:hand)?|prep\w*|materials?|bring|equipment|you(?:'ll)? need|set[- ]?up|room|checklist",
    "after": r"after(?:wards)?|follow[- ]?up",
}
_SECTIONS = {name: re.compile(rf"\b(?:{words})\b", re.IGNORECASE) for name, words in _ABOUT.items()}
_ASKS_AROUND = re.compile(
    r"\b(?:send|ask|tell|share|email|e-mail|invite|message|announce|let people|remind)\b", re.IGNORECASE
)
_SHORTEST = 3


def find_label(lines: Sequence[Line], words: str) -> str:
    """Return what is said under a name such as `bring`; empty when nothing is.

    Args:
        lines: Where to look.
        words: A regular expression for the name, without regard to case.
    """
    named = re.compile(rf"^\W*(?:the |what (?:to|you) )?(?:{words})\b", re.IGNORECASE)
    for place, line in enumerate(lines):
        label, said = to_labelled(line)
        if label and named.search(label) and said:
            return said
        if line.kind is Kind.HEADING and named.search(line.text) and "?" not in line.text:
            return _first_below(lines[place + 1 :])
    return ""


def _first_below(lines: Sequence[Line]) -> str:
    return lines[0].text if lines and lines[0].kind is not Kind.HEADING else ""


def to_labelled(line: Line) -> tuple[str, str]:
    """Return the name that a line begins with and what it says; two empty texts when it has none."""
    if line.kind is Kind.ROW and len(line.cells) > 1:
        return line.cells[0], ". ".join(cell for cell in line.cells[1:] if cell)
    if line.lead and line.rest:
        return line.lead.strip(" :."), line.rest
    found = _LABELLED.match(line.text)
    return (found["label"].strip(), found["words"]) if found else ("", "")


def find_roles(lines: Sequence[Line]) -> Roles:
    """Return what there is to do for newcomers, regulars and people who know it well, where lines name them."""
    found: dict[str, str] = {}
    for label, said in _people(lines):
        role = next((name for name, pattern in _ROLES.items() if pattern.match(label)), "")
        if role and len(said.split()) >= _SHORTEST:
            found.setdefault(role, said)
    return Roles(**found)


def _people(lines: Sequence[Line]) -> Iterator[tuple[str, str]]:
    for place, line in enumerate(lines):
        label, said = to_labelled(line)
        if label:
            yield label, said
        elif line.kind is Kind.HEADING:
            yield line.text, _first_below(lines[place + 1 :])
        for sentence in re.split(r"(?<=[.;!?])\s+", line.text):
            yield sentence, sentence


def find_section(lines: Sequence[Line], name: str) -> list[Line]:
    """Return the lines of the sections on a subject, such as `plan_b`; a heading's first subject counts."""
    found: list[Line] = []
    for head, below in sections(lines):
        says = head.text if head and not (head.level == BOLD_LEVEL and re.search(r"\d", head.text)) else ""
        about = next((key for key, words in _SECTIONS.items() if words.search(says)), "")
        found += below if about == name else []
    return found


def find_plan_b(lines: Sequence[Line]) -> PlanB:
    """Return what to do when it goes otherwise."""
    found: dict[str, str] = {}
    for line in find_section(lines, "plan_b"):
        name = next((key for key, words in _PLAN_B.items() if words.search(to_labelled(line)[0] or line.text)), "")
        if name:
            found.setdefault(name, line.text)
    return PlanB(**found)


def find_access(lines: Sequence[Line]) -> Access:
    """Return what helps everyone take part, before, during and after."""
    before = [line.text for line in find_section(lines, "prepare") if _ASKS_AROUND.search(line.text)]
    return Access(
        before=tuple(before),
        during=texts_of(find_section(lines, "access")),
        after=texts_of(find_section(lines, "after")),
    )


def texts_of(lines: Sequence[Line]) -> tuple[str, ...]:
    """Return what lines say, without what a chatbot offers to do next."""
    return tuple(line.text for line in lines if line.text and not OFFERS.search(line.text))
