"""What the `reading` grader looks for in an activity."""

from __future__ import annotations

import re
from collections.abc import Sequence

from .wording import Read, Wording, find, is_question, to_sentences, unquoted

_BRINGS = re.compile(r"^(?:The work|Prepare|Preparation|You need|Materials?|Bring|Have ready)\b", re.I)
_OPEN = re.compile(
    r"\b(?:coming up|lies ahead|soon due|due|(?:still|is|are) open|unfinished|not (?:yet )?(?:finished|made|sent)"
    r"|nobody has finished|putting off|waits? (?:to|for)|(?:has|have) waited|waiting|about to|stuck|live one|live piece"
    r"|real occasion|you[’']ll really|hasn[’']t been|haven[’']t been)\b|\bwish of yours\b",
    re.I,
)
_INVENTED = re.compile(
    r"\b(?:made[- ]up|invent\w*|fiction\w*|imagin(?:e|ed|ary)|don[’']t exist|pretend|scenarios?|showpiece)\b", re.I
)
_REAL = re.compile(
    r"\b(?:real|really|actual|of yours|your (?:own|work)|our own|saved|existing|everyone|ourselves)\b", re.I
)
_TOGETHER = re.compile(r"\b(?:pairs?|twos|threes|fours|swap\w*|partner|each|try|neighbours?)\b", re.I)
_NEWEST = re.compile(r"^\**(?:New|Newcomers?|Newest)\b", re.I)
_SOMEBODY_NEW = re.compile(
    r"(?<!\d )\b(?:new (?:one|ones|people|person|two|three|four|five|six|TAs|volunteers)|newcomers?|newest)\b", re.I
)
_IDLE = re.compile(
    r"\b(?:watch\w*|listens?|observe|sits? (?:with|beside|in)|tag along|join in|ask questions|pass the"
    r"|shadow\w*|feel free)\b",
    re.I,
)
_AIDE = re.compile(
    r"\b(?:reads? (?:the |every |each )?(?:slips?|cards?|steps)|scribes?|keeps? (?:the )?time|timekeep\w*)\b", re.I
)
_NEEDED = re.compile(
    r"\b(?:needs?|nobody else|no one who|no one can|only you|worth most|has to|have to|is the data|can follow"
    r"|replace|without (?:it|help)|settles|teach|then|as the (?:next|new)"
    r"|say (?:how|where|what|if|at once)|they say|play\w*)\b",
    re.I,
)
_DECIDES = re.compile(
    r"\b(?:decide|agree|picks?|keep (?:one|two|three)|choose the day|sign up|bring back"
    r"|write (?:down|at|each|on|it|one|under|a date)"
    r"|who (?:takes|does|will|starts)|when (?:you[’']ll|is your)|(?:I|you|they|we)[’']ll (?:try|do|use|ask)|this week"
    r"|will (?:you|each|its owner)|next time|one \w+ (?:of mine|you[’']ll|to (?:send|use|try)))\b",
    re.I,
)
_WELCOME = re.compile(
    r"\b(?:laugh|start over|no right answer|never a \w+ (?:person|one)|not (?:the )?(?:person|people|its owner)"
    r"|nothing about (?:the )?people|(?:is|are) the data|mistaken|mistakes?|ugly|rough|went wrong"
    r"|free to|may (?:stop|turn|be|observe)|can (?:read|observe|stop)|if they wish"
    r"|say (?:how it felt|where they felt))\b",
    re.I,
)


def read_a2(wording: Wording) -> Read:
    """Grade whether it is done on real work that is not finished."""
    brought = [line for line in wording.lines if _BRINGS.match(line)]
    if said := find(_OPEN, brought):
        return Read(2, "Real work that is still open.", said)
    plain = [unquoted(line) for line in (*brought, *wording.doings)]
    if said := find(_INVENTED, plain):
        return Read(0, "An invented case.", said)
    if find(_REAL, brought) or find(_TOGETHER, plain):
        return Read(1, "Real work perhaps, without a word on whether it is open.")
    return Read(0, "Nothing to work on.")


def _say_of_new(wording: Wording) -> Sequence[str]:
    told = [line for line in wording.lines if _NEWEST.match(line)]
    return told or [each for each in wording.sentences if _SOMEBODY_NEW.search(each)]


def read_a4(wording: Wording) -> Read:
    """Grade whether somebody new has a part that the others need."""
    told = _say_of_new(wording)
    if not told:
        return Read(0, "No part for somebody new.")
    if said := find(_AIDE, told):
        return Read(1, "A part that the work would do without.", said)
    if said := find(_NEEDED, told):
        return Read(2, "A part that the others need.", said)
    if said := find(_IDLE, told):
        return Read(0, "Somebody new looks on.", said)
    return Read(1, "A part, without a word on who needs it.", told[0])


def read_a6(wording: Wording) -> Read:
    """Grade whether the last minutes go from what happened to a decision, by the order of what is asked."""
    if not wording.moments:
        return Read(0, "No looking back.")
    last = to_sentences(wording.moments[-1].text)
    asked, decided = [each for each in last if is_question(each)], find(_DECIDES, last)
    if len(asked) >= 2 and decided:
        return Read(2, "Several questions, and a decision.", decided)
    before = [each for moment in wording.moments[-2:] for each in to_sentences(moment.text)]
    if decided or any(is_question(each) for each in before):
        return Read(1, "Questions or a decision, with nothing between them.", decided)
    return Read(0, "No looking back.")


def read_a7(wording: Wording) -> Read:
    """Grade whether something makes being wrong welcome."""
    if said := find(_WELCOME, wording.sentences):
        return Read(2, "Being wrong is welcome.", said)
    if len(_TOGETHER.findall(wording.text)) >= 2:
        return Read(1, "People work in small company, and nothing is said about being wrong.")
    return Read(0, "Nothing makes it safe.")
