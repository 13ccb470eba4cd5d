"""What the `reading` grader looks for in the prompts with which people look back at a piece of work."""

from __future__ import annotations

import re

from coach.playbook import content_stems

from .wording import Read, Wording, find, is_question

_PRAISE = re.compile(
    r"\b(?:keep|keeps|unchanged|gladly|worth|works?|like about|good about|useful|happily|help (?:you|most)|helped)\b",
    re.I,
)
_TO_KEEP = re.compile(r"\b(?:one )?thing to keep\b|\bworth keeping\b|\btake over unchanged\b", re.I)
_NEXT = re.compile(r"\b(?:try|next|changed?|another way|differently|amend|mend|improve\w*|tips|lessons)\b", re.I)
_PLACE = re.compile(
    r"\bpoint(?:s|ing)? (?:at|to)\b|\b(?:at the|exact) spot\b|\bcorner\b|\bat which\b|\bin this version\b|\bwhere\b"
    r"|\bwhich (?:one )?(?:line|step|word|words|sentence|place|column|part|choice|difference|arrow|page|moment)\b",
    re.I,
)
_TRY = re.compile(
    r"\b(?:I|we|you|she|he|they)(?:[’']ll| will)\b[^.?!]*\b(?:try|do|change|use|take into|different)\b"
    r"|\bwill (?:you|I|we)\b[^.?!]*\b(?:try|do|change|use|different)\b|\bwould you\b[^.?!]*\btry\b"
    r"|\bwhat (?:does|will) (?:each|everyone)\b[^.?!]*\b(?:take|try|do)\b|\bworth trying\b|\bone thing to (?:use|try)\b"
    r"|\bwhat will be different\b",
    re.I,
)
_REPEATED, _OWN = 0.4, 0.5
"""Shares of the prompts."""


def read_r2(wording: Wording) -> Read:
    """Grade whether the prompts look for what the outcome says.

    A prompt that only repeats two words of the outcome would do for any other with those two exchanged.
    """
    prompts = [content_stems(each) for each in wording.prompts]
    outcome, theirs = content_stems(wording.outcome), wording.asked | wording.known
    if prompts and sum(len(prompt & outcome) >= 2 for prompt in prompts) >= _REPEATED * len(prompts):
        return Read(1, "The prompts repeat the outcome's words and look for little of what it is about.")
    if not any(prompt & wording.own for prompt in prompts):
        return Read(0, "No prompt has a word that belongs to this work.")
    own = sum(bool(prompt) and 2 * len(prompt & theirs) >= len(prompt) for prompt in prompts)
    if own >= _OWN * len(prompts):
        return Read(2, "Most prompts look for things of this work.")
    return Read(1, "Few prompts touch what the outcome is about.")


def read_r4(wording: Wording) -> Read:
    """Grade whether there is appreciation, a question and a next time, each at a place in the work."""
    asked, all_said = " ".join(wording.prompts), " ".join((*wording.prompts, *wording.doings))
    has = (
        bool(_PRAISE.search(asked) or _TO_KEEP.search(all_said)),
        any(is_question(each) for each in wording.prompts),
        bool(_NEXT.search(all_said)),
    )
    if all(has) and len(_PLACE.findall(all_said)) >= 2:
        return Read(2, "Appreciation, a question and a next time, with places to point at.")
    return Read(1, "Not all three, or nowhere to point.") if any(has) else Read(0, "None of the three.")


def read_r6(wording: Wording) -> Read:
    """Grade whether people say what they themselves will try."""
    said = find(_TRY, (*wording.prompts, *wording.doings))
    if said:
        return Read(2, "People say what they will try.", said)
    if wording.prompts or find(_NEXT, wording.doings):
        return Read(1, "What comes of it is for others, or is left open.")
    return Read(0, "It leads to nothing that anybody tries.")
