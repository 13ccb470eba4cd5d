"""The parts of a session, from its timed entries: which kind each is, by its name first, and what it holds."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from coach.checks.contests import makes_safe
from coach.models import Activity, Break, Capture, Doing, Opening, OpenSlot, Part, Review, ReviewPrompt, Step
from coach.playbook import content_stems
from coach.playbook.own_doing import guess_doing

from .agenda import find_steps
from .asking import find_asked, find_consent, find_questions, find_speaker, sentences_of
from .clock import find_length
from .entries import Entry
from .labels import find_label, find_roles
from .lines import Line, sections

_KINDS = {
    "break": re.compile(r"\b(?:break|tea|coffee|lunch|comfort|pause|stretch)\b(?!\s*-?\s*out)", re.IGNORECASE),
    "open": re.compile(
        r"\b(?:slack|buffer|spare|overflow|contingency|unplanned|breathing (?:space|room)|catch[- ]up time"
        r"|open (?:slot|space|time|floor|minutes|room|question)|left open|what (?:comes|came) up|parking lot"
        r"|flex\w*)\b",
        re.IGNORECASE,
    ),
    "opening": re.compile(
        r"\b(?:welcom\w+|opening|open|openers?|arriv\w+|check[- ]?in|warm[- ]?up|intro\w*|ice ?-?breakers?"
        r"|settl\w+|hello"
        r"|gather\w*|getting started|start)\b",
        re.IGNORECASE,
    ),
    "review": re.compile(
        r"\b(?:peer reviews?|reviews?|reflect\w*|debrief\w*|feedback|look(?:ing)? (?:at|back)|critique|gallery"
        r"|retro\w*"
        r"|what (?:did we|we) (?:see|notice|learn)\w*|what (?:worked|went)"
        r"|crit|compare|notice|show[- ]and[- ]tell|share[- ]?back)\b",
        re.IGNORECASE,
    ),
    "capture": re.compile(
        r"\b(?:clos(?:e|ing)|wrap[- ]?up|next steps?|what.?s next|commit\w*|captur\w+|check[- ]?out|harvest\w*"
        r"|record\w*"
        r"|write[- ]?up|takeaways?|evidence|exit|ending|goodbye|send[- ]?off)\b",
        re.IGNORECASE,
    ),
}
_REALLY_REVIEW = re.compile(r"\b(?:peer review|reflect\w*|debrief\w*|look(?:ing)? back|retro\w*)\b", re.IGNORECASE)
_EARLY = 2
_LONGEST_OPENING = 20
_GROUPS = re.compile(
    r"\b(?:(?:in|into|as|form|make|split into|groups? of|tables? of) )?(?:(?:\w+ )?(?:pairs|twos|threes|trios"
    r"|triads|fours|fives"
    r"|quartets)|(?:\w+ )?(?:small )?groups of [\w–-]+(?: (?:to|or) \w+)?|(?:\w+ )?tables of \w+"
    r"|breakout rooms? of \w+)\b",
    re.IGNORECASE,
)
_ARTEFACT = (
    r"artefacts?|artifacts?|outputs?|products?|(?:it |what )?(?:it |the session |people )?leaves?|trace|takeaway"
    r"|results?|you end"
)
_WHO = re.compile(
    r"^\W*(?P<who>(?:everyone|everybody|each (?:person|pair|group|table|\w+)|all|people|members|participants"
    r"|pairs|groups"
    r"|tables|the (?:host|facilitator|group|whole group|author|room)|host|facilitator|you|in (?:pairs|threes|twos"
    r"|small groups"
    r"|groups(?: of \w+)?|trios|fours)|newcomers?|experts?|authors?|(?:one|an?) (?:\w+ )?(?:person|member|expert"
    r"|approver"
    r"|instructor)|as a (?:whole )?group|(?:on your|on their) own|alone|silently))\b",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile(r"(?<=[.!?])\s+")
_NORM = re.compile(
    r"\b(?:(?:fine|ok|okay|allowed|safe|welcome|all right|normal) to\b|wrong answers?|mistakes?"
    r"|not (?:an? )?(?:test|exam|assessment|judg\w+)|practice, not|(?:rough|unfinished|half[- ]?(?:done|finished"
    r"|baked))(?: \w+)? (?:is|are)|stays? (?:in|here|between)|no pressure|may pass"
    r"|can pass|being tested|wandering|that.s fine|is fine)\b",
    re.IGNORECASE,
)


@dataclass(frozen=True)
class Setting:
    """What parts need to know of the session around them."""

    outcomes: tuple[str, ...]
    """The outcomes asked for."""
    lines: tuple[Line, ...]
    """The whole answer."""

    @property
    def stems(self) -> frozenset[str]:
        """Return the stems of what the outcomes say."""
        return content_stems(" ".join(self.outcomes))

    @property
    def ids(self) -> tuple[str, ...]:
        """Return the outcomes' ids."""
        return tuple(f"o{place}" for place in range(1, len(self.outcomes) + 1))


def to_parts(entries: Sequence[Entry], setting: Setting) -> tuple[Part, ...]:
    """Return the parts of a session in running order."""
    whole = with_sections(entries, setting.lines)
    return tuple(
        to_part(f"p{place}", find_kind(entry, place - 1, setting), entry, setting)
        for place, entry in enumerate(whole, 1)
    )


def with_sections(entries: Sequence[Entry], lines: Sequence[Line]) -> list[Entry]:
    """Add what a section of its own says of an entry: `Breakouts` in the table, `In the breakout (22 min)` below it."""
    found = list(entries)
    for head, below in sections(lines):
        if head is None or head.level <= 1 or not below or any(below[0] in entry.body for entry in entries):
            continue
        named, minutes = content_stems(head.text.split("(")[0]), find_length(head.text)
        fits = [
            place
            for place, entry in enumerate(entries)
            if named and named <= content_stems(entry.title) and minutes in {None, entry.minutes}
        ]
        if fits:
            best = max(fits, key=lambda place: entries[place].minutes)
            found[best] = replace(found[best], body=(*found[best].body, *below))
    return found


def find_kind(entry: Entry, place: int, setting: Setting) -> str:
    """Return which kind of part an entry is: by its name, then by where it stands; an activity when neither tells."""
    title = entry.title
    if place == 0 and _KINDS["opening"].search(title):
        return "opening"
    for kind, words in _KINDS.items():
        found = words.search(title)
        if not found or (kind == "opening" and place > _EARLY):
            continue
        theirs = content_stems(found.group()) & setting.stems
        if kind == "review" and theirs and not _REALLY_REVIEW.search(title):
            continue  # reviewing is what these members want to practise
        return kind
    return "opening" if place == 0 and entry.minutes <= _LONGEST_OPENING else "activity"


def to_part(id_: str, kind: str, entry: Entry, setting: Setting) -> Part:
    """Return an entry as a part of some kind."""
    steps = to_steps(entry, kind)
    given = {"id": id_, "title": entry.title, "minutes": entry.minutes, "steps": steps}
    if kind == "activity":
        return to_activity(given, entry.body, setting)
    if kind == "review":
        return to_review(given, entry.body, setting)
    if kind == "opening":
        return Opening.model_validate({**given, "prompt": next(iter(find_questions(entry.body)), "")})
    if kind == "capture":
        return Capture.model_validate({**given, "keeps": entry.words, "consent": find_consent(entry.body)})
    return (Break if kind == "break" else OpenSlot).model_validate(given)


def to_steps(entry: Entry, kind: str) -> tuple[Step, ...]:
    """Return the timed steps of an entry; where it has none, all that it says as one step.

    A list that takes more than twice its minutes, or less than half of them, tells of something else.
    """
    timed = find_steps(entry.body)
    if timed and entry.minutes / 2 <= sum(step.minutes for step in timed) <= 2 * entry.minutes:
        return tuple(to_step(f"{step.title}. {step.words}".strip(" ."), step.minutes, kind) for step in timed)
    return (to_step(entry.words, entry.minutes, kind),) if entry.words else ()


def to_step(does: str, minutes: int, kind: str) -> Step:
    """Return one step; who does it and what people do meanwhile are read from its words."""
    found = _WHO.match(does)
    who = found["who"].lower() if found else ""
    doing = Doing.OPEN if kind == "open" else guess_doing(who, does, one_voice=False)
    return Step(minutes=minutes, who=who, does=does, doing=Doing.REVIEWING if kind == "review" else doing)


def to_activity(given: dict[str, object], body: Sequence[Line], setting: Setting) -> Activity:
    """Return an activity with what lines say of its work, trace, roles and groups."""
    words = " ".join(line.text for line in body)
    found = _GROUPS.search(words)
    norm = next((text for text in sentences_of(setting.lines) if _NORM.search(text) and makes_safe(text)), "")
    own, anywhere = find_roles(body), find_roles(setting.lines)
    return Activity.model_validate(
        {
            **given,
            "outcome_ids": setting.ids,
            "what_members_do": f"{given['title']}: {_SENTENCE_END.split(words)[0]}".strip(" .:"),
            "real_work": find_label(body, "real work|the work|work on|working on|material\\b"),
            "artefact": find_label(body, _ARTEFACT) or find_label(setting.lines, _ARTEFACT),
            "groups": found.group() if found else find_label(body, "groups?|grouping"),
            "roles": own.model_copy(update={name: text for name, text in anywhere if text and not getattr(own, name)}),
            "bring": find_label(setting.lines, "bring|ask people to bring"),
            "norm": norm,
        }
    )


def to_review(given: dict[str, object], body: Sequence[Line], setting: Setting) -> Review:
    """Return a review with its questions: its own, or those that a section about them holds."""
    questions = find_questions(body) or find_asked(setting.lines)
    words = " ".join(line.text for line in body)
    return Review.model_validate(
        {
            **given,
            "outcome_ids": setting.ids,
            "prompts": tuple(ReviewPrompt(text=text) for text in questions),
            "looks_at": find_label(body, "looks? at|on the table|the work"),
            "author_speaks": find_speaker(words),
        }
    )
