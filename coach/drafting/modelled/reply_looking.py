"""Looking at a reply that a model worded: the product's own checks, and what only matters where a model wrote."""

from __future__ import annotations

from collections.abc import Sequence

from coach.checks.criterion import Criterion
from coach.checks.reply import ReplyGround, check_reply
from coach.models import CoachReply, Finding, Severity
from coach.playbook import Lexicon

from .freshness import Freshness, say_twin
from .looking import find_foreign_words
from .reply_ground import TalkGround, tell_move
from .reply_words import Worded
from .sources import Source

MOVE = "move"
_OWN = Criterion(
    "K1",
    "Words that somebody did not say, handed to them as theirs, say that nobody listened.",
    "Copy three to ten of their words letter for letter from their message, or say it without quotation marks.",
)
_NOTES = Criterion(
    "X3",
    "People stop trusting a coach that puts words into their mouths.",
    "Copy the words letter for letter from one passage, with its label, or leave `from_notes` empty.",
)
_ONE = Criterion("K2", "Of two things to do, most people do neither.", "Keep the better one, and leave the other out.")
_BARE = Criterion(
    "K4", "A move without words or reason stays an idea.", "Say how to say it, and what it does to people."
)
_TASTE = frozenset({"K7"})
"""Worth telling along with others, not worth a call."""


def find_in_reply(worded: Worded, ground: TalkGround, fresh: Freshness, lexicon: Lexicon) -> list[Finding]:
    """Return everything in a reply that is worth mending.

    Args:
        worded: The reply, with what came up while it was settled.
        ground: What it was worded from.
        fresh: Tells what is said again in other words.
        lexicon: The verbs that the checks know.
    """
    reply = worded.reply
    found = [_NOTES.mend("from_notes", f"“{words[:120]}” stands in none of the passages.") for words in worded.unproved]
    if "“" not in reply.heard + reply.strength:
        # Where something of theirs is given back letter for letter, a stretch in other words is no loss.
        found += [_OWN.mend("heard", f"“{words[:120]}” is not what they wrote.") for words in worded.taken_off]
    found += [_ONE.mend(MOVE, f"There are {worded.more_moves + 1} moves.")] if worded.more_moves else []
    found += _find_bare(reply)
    found += _find_again(reply, ground, fresh)
    found += find_foreign_words("reply", _texts(reply), ground.sources, ground.told)
    looked = check_reply(reply, to_reply_ground(ground, fresh, lexicon)).findings
    found += [item for item in looked if item.severity is not Severity.QUESTION]
    return list(dict.fromkeys(found))


def is_worth_asking(findings: Sequence[Finding]) -> bool:
    """Say whether to ask a model again."""
    return any(
        item.severity is Severity.STOP or (item.severity is Severity.MEND and item.check not in _TASTE)
        for item in findings
    )


def to_reply_ground(ground: TalkGround, fresh: Freshness, lexicon: Lexicon) -> ReplyGround:
    """Return what the product's own checks hold a reply against."""
    given = ground.given
    return ReplyGround(
        message=given.message,
        earlier=tuple(turn.text for turn in given.earlier if turn.who == "person"),
        doing=ground.doing,
        note_texts=_note_texts(ground.sources.items),
        asked_for_advice=ground.asked_for_advice,
        lexicon=lexicon,
        wants_no_question=given.wants_no_question,
        gist=given.situation.gist if given.situation else "",
        offered=ground.offered,
        language=given.language,
        find_done=fresh.find_done,
    )


def _note_texts(items: Sequence[Source]) -> dict[str, str]:
    """Return by note what was sent of it, each word where it stands in the note; the rest is blank."""
    texts: dict[str, str] = {}
    for item in items:
        known = texts.get(item.note_id, "").ljust(item.start + len(item.text))
        texts[item.note_id] = known[: item.start] + item.text + known[item.start + len(item.text) :]
    return texts


def _find_bare(reply: CoachReply) -> list[Finding]:
    if not reply.heard:
        return [_OWN.stop("heard", "What they said is not given back.")]
    move = reply.move
    missing = [name for name in ("say", "why") if move is not None and not getattr(move, name)]
    return [_BARE.stop(MOVE, f"The move has no `{name}`.") for name in missing]


def _find_again(reply: CoachReply, ground: TalkGround, fresh: Freshness) -> list[Finding]:
    """Return that a move was offered before in other words; the checks see the same words."""
    if reply.move is None:
        return []
    again = fresh.find_twins([tell_move(reply.move.title, reply.move.does)], ground.offered)
    return [say_twin(MOVE, other) for other in again.values()]


def _texts(reply: CoachReply) -> list[str]:
    """Return what the model worded; what is ours besides (says, lesson) has been looked at elsewhere."""
    texts = [reply.heard, reply.strength, reply.from_notes, reply.keep_doing, reply.asks]
    texts += [reply.diagnosis, reply.strategy, reply.intention]
    move = reply.move
    texts += [move.title, move.does, move.say, move.why, move.costs, move.watch_for, move.way_back] if move else []
    return [text for text in texts if text]
