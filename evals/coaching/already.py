"""How often somebody is advised to do what they say that they do already.

The same questions are asked without a word of it too: how often the move comes up then says how much there is to
avoid.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from coach.models import Actor, CoachReply
from evals.benches import Bench
from evals.casebook import Case, Hard
from evals.drafters.playbook import PlaybookCases
from evals.graders.rules import applies
from evals.measuring.shares import Share, count, to_share

from .asking import Asked, Coached
from .data import AlreadyMessage

SEEDS = (0, 1, 2)
"""Each is asked so often; another seed is another move."""
_SUGGESTS = re.compile(r"\bsuggests?\b")


@dataclass(frozen=True)
class Already:
    """How often what is done already is advised."""

    told: Share
    """Replies that advise what the message says is done already."""
    told_with_move: Share
    """The same, among the replies that offer a move."""
    kept: Share
    """Replies that advise what the person keeps in the list of what they do, and the message does not say."""
    not_told: Share
    """Replies to the same questions where nobody said so."""


def measure_already(messages: Sequence[AlreadyMessage], coached: Coached) -> Already:
    """Return how often these messages are answered with what their writers do already.

    Args:
        messages: What is done already, and what is asked.
        coached: The community.
    """
    told = _ask_each(messages, lambda item, seed: coached.ask(item.id, item.text, seed))
    bare = _ask_each(messages, lambda item, seed: coached.ask(item.id, item.asks, seed))
    kept = {item.id: [advises(asked.reply, item) for asked in _ask_keeping(item, coached)] for item in messages}
    moves = {item.id: [asked for asked in told[item.id] if asked.reply.move] for item in messages}
    return Already(
        told=to_share(_judge(messages, told)),
        told_with_move=to_share(_judge(messages, moves)),
        kept=to_share(kept),
        not_told=to_share(_judge(messages, bare)),
    )


def measure_cases(cases: Sequence[Case], bench: Bench) -> Share:
    """Return in how many of the suite's cases of that sort something is suggested that is done already."""
    drafter = PlaybookCases(bench)
    mine = [case for case in cases if case.asked.hard is Hard.ALREADY_DO]
    return count({case.id: suggests_again(drafter, case) for case in mine})


def suggests_again(drafter: PlaybookCases, case: Case) -> bool:
    """Say whether the answer to a case meets one of its rules on suggesting what is done already."""
    rules = [rule for rule in case.asked.must_not if rule.contains and _SUGGESTS.search(rule.says)]
    answer = drafter.draft(case, 0)
    return any(applies(rule, answer) for rule in rules)


def advises(reply: CoachReply, item: AlreadyMessage) -> bool:
    """Say whether a reply advises what the message's writer does already."""
    move = reply.move
    told = [move.title, move.does, move.say] if move else []
    text = "\n".join([*told, reply.says])
    return any(re.search(pattern, text, re.IGNORECASE) for pattern in item.advises)


def _judge(messages: Sequence[AlreadyMessage], asked: Mapping[str, Sequence[Asked]]) -> dict[str, list[bool]]:
    return {item.id: [advises(each.reply, item) for each in asked[item.id]] for item in messages}


def _ask_each(
    messages: Sequence[AlreadyMessage], ask: Callable[[AlreadyMessage, int], Asked]
) -> dict[str, list[Asked]]:
    return {item.id: [ask(item, seed) for seed in SEEDS] for item in messages}


def _ask_keeping(item: AlreadyMessage, coached: Coached) -> Iterator[Asked]:
    """Ask as somebody who keeps it in their own list; the list is emptied afterwards."""
    host, practice = Actor(id=f"host-{item.id}", name="A host"), coached.coach.practice
    kept = practice.add_doing(coached.name, item.tells, actor=host)
    try:
        for seed in SEEDS:
            yield coached.ask(item.id, item.asks, seed, host)
    finally:
        practice.remove_doing(coached.name, kept.id, actor=host)
