"""What a reply is worded from: the message and what goes with it, hidden and without what speaks to a model."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from coach.drafting.coaching.varying import order
from coach.drafting.guarding import Kept, describe_left_out, quarantine
from coach.drafting.prompting import read_prompt, render_system
from coach.models import CoachReply, Move, Situation, Turn
from coach.notes.pseudonyms import Veil
from coach.playbook.coaching import load_coaching
from coach.playbook.talk import Head, load_talk
from coach.ports import CoachingInput

from .briefing import Briefing, Values, tell_community
from .choosing import choose_for_reply
from .looking import Told
from .people_named import to_talk_veil
from .room import Room
from .sources import Sources

MOST_MESSAGE, MESSAGE_END = 4_000, 1_000
"""So much of a message is sent: its beginning, and this much of its end where it is longer."""
MOST_TURNS, MOST_TURN, MOST_EARLIER = 8, 1_200, 4_000
"""How many earlier turns, how much of one, and how much of all, the last ones first."""
MOST_MOVES, MOST_GUESSES, MOST_DOING, MOST_LESSONS, MOST_FORMS = 6, 3, 8, 2, 3
_WHOLE_MOVES = 2
"""So many moves are sent with their words; of the others only what is done."""
_LINE = 240


@dataclass(frozen=True)
class TalkGround:
    """What one reply is worded from."""

    given: CoachingInput
    """What was handed in."""
    sources: Sources
    """The passages."""
    veil: Veil | None
    """Who replaces names."""
    values: Values
    """What is put into the prompt."""
    offered: tuple[str, ...]
    """What was offered before in this conversation, in a line each."""
    told: Told
    """What else was sent, for telling what is foreign in an answer."""
    own: tuple[str, ...]
    """What the person said in this conversation, letter for letter: what may be given back as theirs."""
    doing: tuple[str, ...]
    """What they do already, in their words."""
    left_out: tuple[str, ...]
    """What was kept back of their message, in plain sentences."""
    asked_for_advice: bool
    """Whether they ask what to do, or have no time for anything else."""


def lay_talk(given: CoachingInput, room: Room) -> TalkGround:
    """Return what a reply is worded from; nobody is asked."""
    fresh = [item for item in given.quotes if item.citation.quote not in given.earlier_quotes]
    sources = choose_for_reply(given.passages, fresh, given.private)
    message = quarantine(_shorten(given.message))
    own = (given.message, *(turn.text for turn in reversed(given.earlier) if turn.who == "person"))
    told = [*(item.text for item in given.doing), *given.heard_doing, given.keep_doing]
    doing = tuple(dict.fromkeys(text for text in told if text.strip()))
    notes = [item.text for item in sources.items]
    veil = to_talk_veil(room, [*own, *doing], notes, given.language)
    asked = given.asked_for_advice
    forms = _choose_forms(given)
    values = _to_values(given, Briefing(veil), message.text, not_asked=not asked) | {
        "passages": Briefing(veil).ground("", given.community, sources, (), ())["passages"],
        "forms": "\n".join(head.text.replace("{said}", "“…”") for head in forms),
    }
    room.trace.chunks.extend(item.chunk_id for item in sources.items if item.chunk_id)
    sent = "\n".join([*own, *doing, *(text for text in _strings(values)), tell_community(given.community)])
    return TalkGround(
        given=given,
        sources=sources,
        veil=veil,
        values=values,
        told=Told(veil.reveal(sent) if veil else sent, render_system(read_prompt("coach"))),
        own=own,
        doing=doing,
        offered=_tell_offered(given),
        left_out=_say_left_out(message),
        asked_for_advice=asked,
    )


def to_form(heard: str) -> str:
    """Return the form that a reply begins with: one that the playbook knows, or its first three words."""
    fitting = [head for head in load_talk().heads if _has_form(heard, head.text)]
    if fitting:
        return max(fitting, key=lambda head: len(head.text)).id
    return " ".join(word.strip("“”,.:;").lower() for word in heard.split()[:3])


def _has_form(heard: str, form: str) -> bool:
    before, _, after = form.partition("{said}")
    if before.strip():
        return heard.startswith(f"{before}“")
    return heard.startswith("“") and after.split(".")[0] in heard


def tell_move(title: str, does: str) -> str:
    """Return a move in a line, as it is remembered and compared."""
    return f"{title}: {does}" if title else does


# -- what is put into the prompt -------------------------------------------------------------------
def _to_values(given: CoachingInput, briefing: Briefing, message: str, *, not_asked: bool) -> Values:
    hide, data = briefing.hide, briefing.hide_data
    return {
        "mode": given.mode.value,
        "kind": given.kind.value,
        "not_asked": int(not_asked),
        "no_question": int(given.wants_no_question),
        "language": given.language,
        "turns": [{"fence": fence, "text": data(text)} for fence, text in _tell_turns(given.earlier)],
        "message": hide(message),
        "says": hide(given.says),
        "situations": "\n".join(_tell_situations(given)) or "other: none is near.",
        "moves": "\n".join(_tell_moves(given.moves)),
        "doing": data("\n".join(_tell_doing(given))),
        "avoid": data("\n".join(_cut(text, _LINE) for text in _tell_offered(given)[-MOST_DOING:])),
        "community": data(tell_community(given.community)),
        "lessons": data("\n".join(_tell_lessons(given))),
        "opened": data("\n".join(_tell_form(name) for name in given.opened_with[:MOST_FORMS])),
    }


def _tell_situations(given: CoachingInput) -> list[str]:
    known = {item.id: item for item in (*load_coaching().situations, *filter(None, [given.situation]))}
    ids = [given.situation.id] if given.situation else []
    ids += [item.situation for item in given.guesses]
    near = [known[name] for name in dict.fromkeys(ids) if name in known][:MOST_GUESSES]
    lines = [f"{item.id}: {item.gist}" for item in near]
    return [f"{lines[0]} Why it is hard: {near[0].why_hard}", *lines[1:]] if given.situation and lines else lines


def _tell_moves(moves: Sequence[Move]) -> list[str]:
    told = []
    for place, move in enumerate(moves[:MOST_MOVES]):
        words = f" Say: {move.say} Why: {move.why}" if place < _WHOLE_MOVES else ""
        told.append(f"{move.id}: {move.does}{words}")
    return told


def _tell_offered(given: CoachingInput) -> tuple[str, ...]:
    moves = [turn.reply.move for turn in given.earlier if turn.reply and turn.reply.move]
    told = [tell_move(move.title, move.does) for move in moves]
    titles = {move.title for move in moves}
    return (*(text for text in given.avoid if text not in titles), *told)


def _tell_doing(given: CoachingInput) -> list[str]:
    told = [f"{item.text}{' (it did not work)' if item.flopped else ''}" for item in given.doing[-MOST_DOING:]]
    told += [f"{given.keep_doing} (this is just what helps here)"] if given.keep_doing else []
    return [_cut(text, _LINE) for text in dict.fromkeys([*told, *given.heard_doing])][:MOST_DOING]


def _tell_lessons(given: CoachingInput) -> list[str]:
    return [
        _cut(f"L{place}: tried: {item.tried} happened: {item.happened}", _LINE)
        for place, item in enumerate(given.lessons[:MOST_LESSONS], 1)
    ]


def _tell_turns(earlier: Sequence[Turn]) -> list[tuple[str, str]]:
    """Return the last turns, oldest first, as far as there is room."""
    told: list[tuple[str, str]] = []
    left = MOST_EARLIER
    for turn in reversed(earlier[-MOST_TURNS:]):
        text = _cut(turn.text if turn.reply is None else _gist_of(turn.reply), min(MOST_TURN, left))
        left -= len(text)
        if text:
            told.append((f"{'they said' if turn.who == 'person' else 'you said'} before", text))
    return told[::-1]


def _gist_of(reply: CoachReply) -> str:
    move = tell_move(reply.move.title, reply.move.does) if reply.move else ""
    return " ".join(text for text in (reply.heard, move, reply.asks) if text)


def _tell_form(name: str) -> str:
    known = {head.id: head.text for head in load_talk().heads}
    return known.get(name, name).replace("{said}", "“…”")


def _choose_forms(given: CoachingInput) -> tuple[Head, ...]:
    if given.language:
        return ()  # they are in English
    recent = set(given.opened_with)
    heads = [head for head in order(load_talk().heads, given.message, given.seed) if head.id not in recent]
    return tuple(heads[:MOST_FORMS])


# -- small things ----------------------------------------------------------------------------------
def _say_left_out(message: Kept) -> tuple[str, ...]:
    return tuple(says.replace(" in the notes ", " in your message ") for says in describe_left_out([message]))


def _shorten(text: str) -> str:
    text = text.strip()
    if len(text) <= MOST_MESSAGE:
        return text
    return f"{_cut(text, MOST_MESSAGE - MESSAGE_END)}\n\n{text[-MESSAGE_END:].split(' ', 1)[-1]}"


def _cut(text: str, most: int) -> str:
    if len(text) <= most:
        return text
    return f"{text[: max(most - 2, 0)].rsplit(' ', 1)[0]} …" if most > 2 else ""


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    found = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    # Passages are looked at by themselves: what is copied from them has to be a quote.
    return [text for item in found if not (isinstance(item, dict) and "head" in item) for text in _strings(item)]


def find_situation_named(name: str, given: CoachingInput) -> Situation | None:
    """Return the offered situation of that id; None where the answer names none of them."""
    offered = {given.situation.id} if given.situation else set()
    offered |= {item.situation for item in given.guesses}
    return next((item for item in load_coaching().situations if item.id == name and name in offered), None)
