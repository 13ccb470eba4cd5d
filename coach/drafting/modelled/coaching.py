"""Wording a reply of the coach: asked once, proved, checked, and mended at most twice while that helps."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from coach.drafting.playbook import PlaybookDrafter
from coach.drafting.prompting import read_prompt
from coach.errors import ModelAnswerUnusable
from coach.models import ArrivingPart, CoachReply, Finding, Severity
from coach.playbook import Playbook
from coach.ports import CoachingInput, Embedder

from .asking import Asker, Question
from .briefing import Briefing
from .freshness import Freshness
from .looking import tell_findings, to_screen, weigh
from .mending import mend
from .reply_ground import TalkGround, lay_talk
from .reply_looking import find_in_reply, is_worth_asking
from .reply_shape import MOST_STRING, ReplyDraft
from .reply_words import TalkSettler, Worded, to_reply
from .room import Room
from .showing import Say

LONGEST_REPLY = 1_200
"""Tokens of an answer; a reply with a move takes about 400."""
_KEY, _HEADING = "reply", "Reply"
_QUOTE = re.compile(r"“([^“”]{1,400})”")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:?!])")


@dataclass(frozen=True)
class _Version:
    """One version of a reply, with what was found in it."""

    draft: ReplyDraft
    worded: Worded
    findings: list[Finding]

    @property
    def weight(self) -> int:
        return weigh(self.findings)


class ReplyDrafting:
    """Words one reply for one job."""

    def __init__(self, room: Room, base: PlaybookDrafter, playbook: Playbook, embedder: Embedder) -> None:
        """Keep what it works with."""
        # What is said here is one person's own: no answer to it is laid by for the community.
        self._room, self._base, self._playbook = replace(room, answers=None), base, playbook
        self._asker, self._fresh = Asker(self._room), Freshness(embedder)

    def lay(self, given: CoachingInput) -> TalkGround:
        """Return what a reply is worded from; nobody is asked."""
        return lay_talk(given, self._room)

    def to_question(self, ground: TalkGround) -> Question:
        """Return the question that would be sent."""
        seed = ground.given.seed
        return self._asker.to_question(read_prompt("coach"), ground.values, ReplyDraft, seed=seed, most=LONGEST_REPLY)

    def draft(self, given: CoachingInput) -> CoachReply:
        """Return a reply; the playbook's, where what a model says cannot stand.

        Raises:
            ModelProblem: No model can answer.
            Stopped: Whoever waits asked to stop.
        """
        watch = self._room.watch
        watch.stage("Reading what you wrote")
        ground = self.lay(given)
        if ground.left_out:
            self._room.trace.tell(" ".join(ground.left_out))
        watch.stage(f"{self._asker.model} is thinking")
        say = Say(ground.veil, to_screen(ground.sources, ground.told))
        raw = self._asker.ask(self.to_question(ground), lambda so_far: self._show(so_far, ground, say))
        draft = read_reply(raw)
        if draft is None:
            raise ModelAnswerUnusable(f"{self._asker.model} answered with something that is no reply.")
        watch.stage("Checking")
        first = self._look(draft, ground)
        best = mend(first, self._room, lambda one: is_worth_asking(one.findings), lambda one: self._mended(one, ground))
        return self._finish(best, ground)

    # -- inside ------------------------------------------------------------------------------------
    def _look(self, draft: ReplyDraft, ground: TalkGround) -> _Version:
        worded = to_reply(draft, ground, self._asker.model)
        return _Version(draft, worded, find_in_reply(worded, ground, self._fresh, self._playbook.lexicon))

    def _mended(self, version: _Version, ground: TalkGround) -> _Version | None:
        self._room.trace.repairs += 1
        values = {
            **ground.values,
            "drafted": version.draft.model_dump_json(),
            "findings": Briefing(ground.veil).hide_data(tell_findings(version.findings)),
        }
        prompt = read_prompt("repair_coach")
        question = self._asker.to_question(prompt, values, ReplyDraft, most=LONGEST_REPLY)
        draft = read_reply(self._asker.ask(question))
        return self._look(draft, ground) if draft else None

    def _finish(self, version: _Version, ground: TalkGround) -> CoachReply:
        reply = version.worded.reply
        if any(item.severity is Severity.STOP for item in version.findings):
            self._room.trace.tell(f"What {self._asker.model} said could not stand; the playbook replied in its place.")
            reply = self._base.draft_reply(ground.given)
        lines = tuple(line for line in reply.text.splitlines() if line)
        self._room.watch.part(ArrivingPart(key=_KEY, heading=_HEADING, lines=lines, state="checked"))
        return reply

    # -- what is seen while it comes ---------------------------------------------------------------
    def _show(self, raw: dict[str, Any], ground: TalkGround, say: Say) -> None:
        moves = raw.get("move")
        first = moves[0] if isinstance(moves, list) and moves else moves
        move = first if isinstance(first, dict) else {}
        shown = [_say_own(raw.get(name), ground, say) for name in ("heard", "strength")]
        shown += [say(raw.get(name)) for name in ("from_notes", "keep_doing")]
        shown += [say(move.get(name)) for name in ("does", "say", "why")]
        lines = tuple(line for line in [*shown, say(raw.get("asks"))] if line)
        if lines:
            self._room.watch.part(ArrivingPart(key=_KEY, heading=_HEADING, lines=lines))


def read_reply(raw: dict[str, Any]) -> ReplyDraft | None:
    """Return what can be read of a reply; None when nothing can."""
    try:
        return ReplyDraft.model_validate(raw)
    except ValidationError:
        return None


def _say_own(value: object, ground: TalkGround, say: Say) -> str:
    """Return what gives back what they said as it may be shown while it comes: of quotes, those that are theirs."""
    if not isinstance(value, str):
        return ""
    settler, pieces, last = TalkSettler(ground.sources, ground.veil, own=ground.own), [], 0
    for match in _QUOTE.finditer(value[:MOST_STRING]):
        own = settler.find_own(match[1])
        pieces += [say(value[last : match.start()]), f"“{own}”" if own else "…"]
        last = match.end()
    pieces.append(say(value[last:]))
    return _BEFORE_MARK.sub("", " ".join(piece for piece in pieces if piece))
