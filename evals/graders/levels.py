"""At which level people work in an activity, read from its steps and not from what its pattern says of itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from coach.models import Activity, Doing, Level
from coach.playbook import load_playbook, parse_outcome
from coach.playbook.levels import hint_levels

SURE = 0.9
"""How likely a sentence has to ask for a level. An activity has a dozen sentences and its highest one counts, so one
that is read too high is enough to be wrong."""
_ACTIVE = frozenset({Doing.TALKING, Doing.MAKING, Doing.REVIEWING})
_SENTENCE = re.compile(r"[^.!?;:]+[.!?;:]*")
_LEAD = re.compile(r"^(?:and |now,? |then,? |next,? |after that,? |this time,? |only (?:then|after that),? )+", re.I)
_FEWEST_WORDS = 3


def read_height(activity: Activity) -> Level | None:
    """Return the highest level that a sentence surely asks of the members; nothing where none does."""
    found = (level for sentence in _say_doings(activity) if (level := _read_level(sentence)))
    return max(found, key=lambda level: level.rank, default=None)


def _say_doings(activity: Activity) -> Iterator[str]:
    steps = (step.does for step in activity.steps if step.doing in _ACTIVE)
    for text in (activity.what_members_do, *steps):
        for match in _SENTENCE.finditer(text):
            sentence = _LEAD.sub("", match.group().strip(" “”‘’\"'"))
            # A question is heard; what people do about it stands in another sentence.
            if not sentence.endswith("?") and len(sentence.split()) >= _FEWEST_WORDS:
                yield sentence


def _read_level(sentence: str) -> Level | None:
    lexicon = load_playbook().lexicon
    hint = hint_levels(parse_outcome(sentence, lexicon), lexicon)
    return hint.best if hint.shares[hint.best] >= SURE else None
