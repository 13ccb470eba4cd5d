"""A5 and S7: one person telling the others something, whether or not the plan says so."""

from __future__ import annotations

import re

from coach.models import Step

_MORE_THAN_ONE = re.compile(
    r"\b(?:everyone|everybody|each|all|people|participants|members|pairs?|twos|threes|trios|fours|fives|groups?"
    r"|tables?|neighbou?rs?|whoever|anyone|somebody|someone|authors?|"
    r"owners?|readers?|both|half|the\s+(?:two|three|others|rest|room|ring)|individuals?|\w+s\s+and\s+\w+|then)\b|,"
    r"|\band\b",
    re.IGNORECASE,
)
_TELLS = re.compile(
    r"^\W*(?:(?:then|first|briefly|the\s+\w+|next)\s+)?(?:presents?|reports?|reads?\s+out|goes\s+(?:through|over)"
    r"|walks?\s+(?:us|everyone|the\s+\w+)\s+through|runs?\s+(?:through|over)|"
    r"takes?\s+(?:us|everyone|the\s+\w+)\s+through|explains?|introduces?|shows?|demonstrates?|announces?|tells?"
    r"|talks?|gives?\s+(?:a|an|the)\s+(?:\w+\s+)?(?:talk|update|overview|"
    r"presentation|introduction|report|tour|summary|demo)|lectures?|speaks?|summarises?|recalls?|recounts?|repeats?"
    r"|shares?\s+(?:a|the|their|his|her)\s+(?:screen|slides|experience|"
    r"story|news)|sets?\s+out|outlines?|looks?\s+back|welcomes?|thanks|updates?|informs?|describes?|advertises?"
    r"|pitches|narrates?|says\s+a\s+few\s+words|teaches|reviews?\s+the)\b",
    re.IGNORECASE,
)


def tells_alone(step: Step) -> bool:
    """Return whether one person tells the others something for the length of a step."""
    single = bool(step.who.strip()) and not _MORE_THAN_ONE.search(step.who)
    return single and bool(_TELLS.search(step.does))
