"""How a reply of the coach and a conversation read on a terminal, and as data."""

from __future__ import annotations

from typing import Any

from coach.models import Citation, CoachReply, Experiment, Guess, ReplyKind, Severity, Thread, Turn

from .words import say_day, wrap

NOT_KEPT = "Nothing of this was kept."
_QUITE_SURE, _FAIRLY_SURE = 0.6, 0.4


def to_data(reply: CoachReply) -> dict[str, Any]:
    """Return everything behind a reply; `reply` is the text as it is read."""
    data = reply.model_dump(mode="json")
    move = data.pop("move")
    told = list(reply.drafting.told) if reply.drafting else []
    return {"reply": reply.text, **data, "moves": [move] if move else [], "told": told}


def describe_reply(reply: CoachReply) -> str:
    """Return a reply as it is read, with what another community learned and the sources of what is quoted."""
    lesson = wrap(reply.lesson.says) if reply.lesson else ""
    sources = "\n".join(map(_describe_source, reply.citations))
    return "\n\n".join(filter(None, [wrap(reply.text), lesson, sources]))


def describe_around(reply: CoachReply, *, chosen: bool = False) -> list[str]:
    """Return what stands beside a reply: what it was taken for and how surely, and what the checks say.

    Args:
        reply: The reply.
        chosen: Whether the person said which situation it is.
    """
    weak = [finding for finding in reply.findings if finding.severity is not Severity.QUESTION]
    return [*_describe_guesses(reply, chosen), *(f"Worth a second look: {finding.message}" for finding in weak)]


def describe_for_talk(reply: CoachReply) -> list[str]:
    """Return what stands beside a reply in a conversation at the terminal, where choices are typed as numbers."""
    if reply.kind is ReplyKind.CHOOSE:
        return []
    lines = describe_around(reply.model_copy(update={"alternatives": ()}))
    return [*lines, NOT_KEPT] if reply.kind is ReplyKind.SIGNPOST else lines


def say_how_to_go_on(thread_id: str, community: str) -> str:
    """Return how to go on with a conversation; nothing when there is none."""
    return f'Go on: coach ask "…" --community "{community}" --thread {thread_id}' if thread_id else ""


def describe_thread(thread: Thread) -> str:
    """Return one conversation whole."""
    head = f"{thread.title}\n{thread.id} · begun {say_day(thread.started)}"
    return "\n\n".join([head, *map(_describe_turn, thread.turns)])


def describe_threads(threads: list[Thread], titles: dict[str, str]) -> str:
    """Return a list of conversations, a line each; `titles` names situations by their ids."""
    return "\n".join(_line_of_thread(thread, titles.get(thread.situation, "")) for thread in threads)


def ask_about(experiment: Experiment) -> str:
    """Return the question how something went that was to be tried."""
    when = f"On {say_day(experiment.at)} you" if experiment.at else "You"
    return f"{when} meant to try: “{experiment.text}” How did it go?"


def _describe_source(item: Citation) -> str:
    return f"({item.label}) {item.title or item.note}, {item.date or 'undated'}"


def _describe_guesses(reply: CoachReply, chosen: bool) -> list[str]:
    if reply.kind is ReplyKind.CHOOSE:
        return ["Which is it? Say it with --situation:", *map(_line_of_guess, reply.alternatives)]
    if not reply.situation_title:
        return []
    if chosen:
        return [f"Taken for what you said: {reply.situation_title}."]
    lines = [f"Taken for: {reply.situation_title} ({_say_sure(reply.confidence)})."]
    others = [item for item in reply.alternatives if item.situation != reply.situation]
    if others and reply.confidence < _QUITE_SURE:
        lines += ["It may also be (--situation says so):", *map(_line_of_guess, others)]
    return lines


def _say_sure(confidence: float) -> str:
    if confidence >= _QUITE_SURE:
        return "quite sure"
    return "fairly sure" if confidence >= _FAIRLY_SURE else "not sure"


def _line_of_guess(guess: Guess) -> str:
    return f"  {guess.situation:<28} {guess.title}"


def _line_of_thread(thread: Thread, situation: str) -> str:
    about = f"  ({situation})" if situation else ""
    return f"{thread.id}  {thread.updated:%Y-%m-%d %H:%M}  {thread.title}{about}"


def _describe_turn(turn: Turn) -> str:
    who = "You" if turn.who == "person" else "Coach"
    return f"{who}, {say_day(turn.at)}, {turn.at:%H:%M}\n{wrap(turn.text, '  ')}"
