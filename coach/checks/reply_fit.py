"""K7, X4 and X5: decided before it was worded, new to this person, and something that can be done."""

from __future__ import annotations

import re
from itertools import combinations

from coach.models import Finding, ReplyKind
from coach.playbook import content_stems

from .criterion import Criterion, listed, quoted
from .reply_reading import ReplyReading, sentences_of, without_quotes

_DONE = 0.6
"""So much of what somebody does already has to come up in a move for it to be the same."""
_ALIKE = 0.8
_MOST_STEPS = 3

_K7 = Criterion(
    "K7",
    "Words that nothing was decided behind are only words.",
    "Say first what seems to be going on here, then what would answer it, then what that makes possible.",
)
_X4 = Criterion(
    "X4",
    "Advice to do what one does already says that nobody listened.",
    "Build on it, or offer something that they do not do yet.",
)
_X5 = Criterion(
    "X5",
    "What can't be pictured is not done at ten to two.",
    "Say who does what, in at most three steps, and the words to say it in.",
)
_EMPTY = content_stems(
    "listen help support coach user person people host facilitate facilitator situation issue problem challenge give"
    " provide advice reply respond response good better effective successful success engagement engage"
    " improve session meeting group team community learn feel feels understand address handle deal manage work need"
    " needs unknown none other tbd n/a na yes no something anything everything general various"
)
"""Words that fit any reply."""
_BLUR = content_stems(
    "be aware mindful encourage promote foster ensure facilitate engage engagement inclusive inclusion safe space"
    " culture environment communicate communication participation everyone people group discussion open dialogue"
    " create build trust collaboration collaborate dynamics positive supportive respectful listening active actively"
    " set clear expectations address issue participants members session meeting make sure try proactive"
)
"""Words of advice that nobody can picture."""
_NAMES = ("diagnosis", "strategy", "intention")


def check_decided(read: ReplyReading) -> list[Finding]:
    """Check that diagnosis, strategy and intention are set, differ, say something and fit what was said (K7)."""
    reply = read.reply
    if reply.kind not in {ReplyKind.LISTEN, ReplyKind.FOCUS}:
        return []
    said = {name: str(getattr(reply, name)) for name in _NAMES}
    missing = [name for name, text in said.items() if not text.strip()]
    if missing:
        return [_K7.mend(missing[0], f"Nothing is written under {listed(missing)}.")]
    if read.given.language:
        return []
    empty = [name for name, text in said.items() if not (content_stems(text) - _EMPTY or read.quotes_in(text))]
    found = [_K7.mend(name, f"{quoted(said[name])} would fit any reply.") for name in empty]
    for one, other in combinations(_NAMES, 2):
        if not {one, other} & set(empty) and _are_alike(said[one], said[other]):
            found.append(_K7.mend(other, f"{other.capitalize()} says the same as {one}."))
    return found + _check_fit(read)


def check_new(read: ReplyReading) -> list[Finding]:
    """Check that a move is not what somebody does already, and not what was offered before (X4)."""
    move, given = read.reply.move, read.given
    if move is None:
        return []
    told = f"{move.title}: {move.does}"
    done = next((item for item in given.doing if _repeats(read, told, item)), "")
    if not done and given.find_done is not None:
        done = given.find_done(move.does, given.doing)
    if done:
        return [_X4.mend("move", f"They say that they do this already: {quoted(done, 20)}.")]
    again = next((item for item in given.offered if _are_alike(told, item)), "")
    return [_X4.mend("move", f"It was offered before: {quoted(again, 20)}.", "Offer another.")] if again else []


def check_doable(read: ReplyReading) -> list[Finding]:
    """Check that a move can be pictured and said (X5)."""
    move = read.reply.move
    if read.reply.kind is ReplyKind.FOCUS and move is None:
        return [_X5.mend("move", "It is to focus on one thing, and there is none.")]
    if move is None:
        return []
    missing = [name for name in ("does", "say") if not getattr(move, name).strip()]
    if missing:
        return [_X5.mend("move", f"The move has no {listed(f'`{name}`' for name in missing)}.")]
    found = []
    if not read.given.language and not content_stems(move.does) - _BLUR:
        found.append(_X5.mend("move", f"{quoted(move.does)} is nothing that one can see somebody do."))
    steps = len(sentences_of(without_quotes(move.does)))
    if steps > _MOST_STEPS:
        found.append(_X5.mend("move", f"It has {steps} steps; {_MOST_STEPS} can be kept in mind."))
    return found


def _check_fit(read: ReplyReading) -> list[Finding]:
    reply, given = read.reply, read.given
    known = read.stems.union(*(read.lemmas(text) for text in (given.gist, reply.situation_title, *given.earlier)))
    if not known or read.lemmas(reply.diagnosis) & known:
        return []
    return [_K7.mend("diagnosis", f"{quoted(reply.diagnosis)} is about nothing that they said.")]


def _are_alike(one: str, other: str) -> bool:
    mine, theirs = content_stems(one), content_stems(other)
    return bool(mine | theirs) and len(mine & theirs) >= _ALIKE * len(mine | theirs)


def _repeats(read: ReplyReading, told: str, doing: str) -> bool:
    theirs = read.lemmas(doing)
    shared = theirs & read.lemmas(re.sub(r"-", " ", told))
    return len(shared) > 1 and len(shared) >= _DONE * len(theirs)
