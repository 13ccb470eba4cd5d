"""Whether a review sets two moments side by side, or looks again later, in any words."""

from __future__ import annotations

import re

from coach.models import Capture, SessionPlan

_MONTH = (
    r"(?:january|february|march|april|june|july|august|september|october|november|december|spring|summer"
    r"|autumn|fall"
    r"|winter|christmas|easter)"
)
_DAY = r"(?:monday|tuesday|wednesday|thursday|friday|saturday|sunday)"
_MADE = (
    r"(?:time|version|draft|attempt|go|try|run|sentence|telling|round|sketch|guess|answer|map|list|note|take|strip"
    r"|one|letter|page|form|sheet|card|line|drawing|count|tally|tallies|call|walk|reading|review|comment|half|four"
    r"|three|two|five|six|lesson|week|month|recording|column|edition|pass|score|estimate|plan|report|photo|text"
    r"|wording|question|opening|interview|handover|meeting)s?"
)
_NUMBERED = r"(?:round|go|call|version|draft|walk|column|form|sheet|case|attempt|try|take|map|list|strip|half|part|in)"
_SPAN = (
    r"(?:time|week|month|year|quarter|term|season|session|meeting|sprint|lesson|shift|round"
    rf"|{_MONTH}|{_DAY}|autumn|one|ones)"
)
_TWO_MOMENTS = re.compile(
    r"\bbefore and after\b|\bbefore/after\b|\bthen and now\b|\bthen/now\b|\bold and new\b"
    r"|\b(?:first|1st)\b(?! (?:move|step|thing|question|look|impression)s?\b)"
    r"[^?.]{0,60}\b(?:second|2nd|third|last|latest|final|next|now)\b"
    r"|\bsecond (?:time|version|draft|attempt|go|try|round|run|telling|take|reading|pass)\b"
    r"|\bboth (?:times|versions|drafts|rounds|attempts|goes|runs|maps|forms)\b"
    rf"|\b(?:at|from|in) the (?:opening|start|beginning)\b|\byour (?:opening|first|original|earlier|old) {_MADE}\b"
    rf"|\b(?:previous|earlier|original|opening|initial|old|older) (?:\w+ )?{_MADE}\b"
    rf"|\blast (?:\w+ )?{_SPAN}(?:['’]s)?\b|\blast (?:\w+ ){{1,3}}?(?:you|we|they) \w+"
    r"|\b(?:you|we|they|it) (?:brought|began|started|came in|walked in|arrived|opened|wrote (?:earlier|first"
    r"|before))\b"
    r"|\bsince (?:you|we|the|your|our|last|then|this morning)\b|\bsince\W*$"
    r"|\bused to\b|\bno longer\b|\b(?:years?|months?|weeks?|days?|hour|minutes) (?:ago|earlier|before|later)\b"
    r"|\bwhat (?:has |have |had |is |was )?(?:changed|moved|shifted|improved|got(?:ten)? "
    r"(?:better|clearer|easier|shorter|lighter)|different|new)\b|\bchanged (?:since|from|between)\b"
    r"|\bbetween (?:the|your|version|round|draft)?\s*(?:first|one|1|two|start|opening|a)\b"
    r"|\b(?:different|differently|better|clearer|shorter|more|fewer|less|easier) (?:\w+ ){0,3}?than (?:before"
    r"|last|then|when|in|at"
    r"|it (?:was|did)|you (?:did|do|were|used)|we (?:did|do|were|used)|the (?:first|old|one|last)|a|usual"
    r"|yesterday)\b"
    r"|\bdifferent (?:from|to)\b|\b(?:compared?|comparison) (?:\w+ ){0,3}?(?:with|to|and|against)\b"
    r"|\bwhat did the (?:edit|change|rewrite|second|rework|revision)\w*\b"
    r"|\bwould(?:n['’]t)? (?:you )?have (?:missed|done|written|said|drawn|asked|seen)\b"
    rf"|\b(?:from|in|of|since|than) (?:last )?{_MONTH}\b|\b(?:with|without) (?:it|the \w+) and (?:with|without)\b"
    rf"|\b{_NUMBERED} (?:one|1|a)\b[^?.]{{0,40}}\b(?:two|2|three|3|b)\b|\bmoved (?:your|the|our|their)\b"
    r"|\bsecond (?:\w+ )?(?:time )?(?:round|around)\b|\b(?:second|third|last|new|later)\b[^?.]{0,50}\b(?:first"
    r"|old)\b"
    rf"|\b{_NUMBERED} (?:two|2|three|3|b)\b[^?.]{{0,40}}\b(?:one|1|a)\b|\b{_DAY}\b[^?.]{{0,50}}\b{_DAY}\b"
    r"|\bold\b[^?.]{0,50}\bnew\b|\bbetween (?:the |your |both )?(?:two|goes|rounds|versions|drafts|attempts"
    r"|runs|tries)\b"
    r"|\bwhen (?:you|we|they) (?:came|arrived|sat down|began|started|walked)\b|\b(?:before|after) the break\b"
    r"|\bthis morning['’]s\b|\b(?:handed|sent) in\b|\bcame with\b|\bsince (?!when\b)\w+|\bthis time\b|\bany ?more\b"
    r"|\bwhat (?:did|have) (?:you|they|the \w+) (?:chang|alter|rewr|correct|edit|mend)\w*"
    r"|\b(?:do|did|are|were) (?:you|we|they) still\b|\bgot better at\b|\btwice\b"
    r"|\bcould(?:n['’]t| not)\b[^?.]{0,25}\b(?:before|then|in "
    rf"{_MONTH}|this morning|earlier)\b",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"\b(?:ask|look|meet|come|do|try|repeat|compare|count|check|bring|read|draw|write|sit|score|revisit)\w*\b"
    r"[^?.;]{0,30}\bagain (?:in|at|on|after|next|when|before)\b|\bagain\W*$|\bbring (?:\w+ ){0,4}?back\b"
    r"|\brevisit\w*\b"
    r"|\bcome back to (?:it|this|them|these)\b|\bin (?:a|an|one|two|three|four|five|six|eight|ten|twelve|\d+) "
    r"(?:weeks?|months?|sessions?|meetings?)['’]?\b|\bwhen we (?:next )?meet\b|\bwe (?:next )?meet again\b"
    r"|\b(?:at|until|for|by|to) (?:the |our )?next (?:\w+ )?(?:meeting|session|time we|round|gathering|clinic"
    r"|one|two"
    r"|three|ten|twelve|circle|call)\b|\bfollow(?:s|ed)?[- ]up\b|\bnext (?:month|term|quarter|year)['’]s\b",
    re.IGNORECASE,
)
_SET_BESIDE = re.compile(
    rf"\b(?:before|after|earlier|again|later|since|then|now|today|second|new|old|first|last|previous|{_MONTH}"
    rf"|{_DAY}"
    r"|next|again|opening|start|end|beginning|began|month|months|week|weeks|year|later|so far|already|used to"
    r"|original"
    r"|revised|rewritten|corrected|edited|final|early|late|changed?)\b"
    r"|\b\w*\s?(?:1|one|a)\b[^.;]{0,30}\b(?:and|with|to|beside|against|next to)\b[^.;]{0,20}\b(?:2|two|b)\b",
    re.IGNORECASE,
)
_WORDS_OF_TIME = re.compile(
    r"\b(?:before|after|earlier|opening|at the start|began|begin|beginning|last time|again|later"
    r"|next time|since|changed?|differently|now|then|so far|already|twice)\b",
    re.IGNORECASE,
)
_FROM_OPENING = re.compile(r"\b(?:opening|at the start|at the beginning|wrote first|when we began)\b", re.IGNORECASE)


def is_from_opening(compares: str) -> bool:
    """Return whether what is set side by side comes from an opening."""
    return bool(_FROM_OPENING.search(compares))


def is_set_beside(compares: str) -> bool:
    """Return whether what is compared belongs to two moments; two people's views of one moment do not."""
    return bool(_SET_BESIDE.search(compares))


def comes_back(plan: SessionPlan) -> bool:
    """Return whether what is kept is looked at again on another day."""
    return any(isinstance(part, Capture) and _LATER.search(part.keeps) for part in plan.parts)


def asks_twice(text: str) -> bool:
    """Return whether a question is about two moments, or comes back later."""
    if _TWO_MOMENTS.search(text) or _LATER.search(text):
        return True
    return len({match.lower() for match in _WORDS_OF_TIME.findall(text)}) > 1
