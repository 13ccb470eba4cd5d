"""From a model's words to a reply: own words proved, quotes of notes proved, one move, one question."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from coach.drafting.coaching.replying import to_lesson
from coach.drafting.coaching.varying import pick
from coach.drafting.guarding import clean
from coach.models import CoachReply, Move, OfferedLesson, OfferedMove, ReplyKind
from coach.playbook.talk import load_talk
from coach.ports import CoachingInput

from .reply_ground import TalkGround, find_situation_named, to_form
from .reply_shape import MoveDraft, ReplyDraft
from .settling import FIRST_LABEL, NO_SOURCE, Settler
from .sources import find_quote

_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,400})[”\"](?!\s*[(\[]S\d)")
_ANY_QUOTED = re.compile(r"[“\"]([^“”\"\n]{1,400})[”\"](?:\s*[(\[]S\d[^)\]]*[)\]])?")
_BEFORE_MARK = re.compile(r"\s+(?=[,.;:?!](?:\s|$))")
_OTHER_MARKS = re.compile(r"„([^„“”\"\n]{1,400})[“”\"]|«\s?([^«»\n]{1,400})\s?»")
"""How other languages write quotation marks: all are looked at alike."""
_OPEN, _CLOSE = "\ue000", "\ue001"
"""Stand for the marks round the person's own words until everything else is settled."""
_MARKS = str.maketrans({_OPEN: "“", _CLOSE: "”"})
_LABEL = re.compile(rf"\bS{FIRST_LABEL // 100}\d\d\b")
_STAGES = frozenset({"goal", "reality", "options", "will"})
_EDGE = " \t\n\"“”'‘’"
_END = ".,;:!?…"


@dataclass
class TalkSettler(Settler):
    """Settles the words of one reply: here the person's own words may be quoted as well."""

    own: Sequence[str] = ()
    """What the person wrote."""
    taken_off: list[str] = field(default_factory=list)
    """Words that were said to be the person's and are not: they stand without quotation marks."""

    def say(self, text: str, most: int = 600) -> str:
        """Return words as a person may see them; their own stay in quotation marks, letter for letter."""
        return self._settle(_QUOTED.sub(self._hold, self._clean(text, most)))

    def give_back(self, text: str, most: int = 400) -> str:
        """Return what gives back what they said: whatever stands in quotation marks there is theirs, or loses them."""
        return self._settle(_ANY_QUOTED.sub(self._hold_or_take_off, self._clean(text, most)))

    def find_own(self, words: str) -> str:
        """Return the person's own letters for what is said to be their words; empty where they are not."""
        bare = self._reveal(words, links=True).strip(_EDGE).rstrip(_END)
        # A quote that begins a sentence begins large: that is no other wording.
        for said in dict.fromkeys([bare, bare[:1].lower() + bare[1:], bare[:1].upper() + bare[1:]]):
            for text in self.own if said else ():
                place = find_quote(said, text)
                if place:
                    return " ".join(text[slice(*place)].split())
        return ""

    def _clean(self, text: str, most: int) -> str:
        cleaned = clean(text[: most * 3], most=most)
        return _OTHER_MARKS.sub(lambda found: f"“{(found[1] or found[2]).strip()}”", cleaned)

    def _settle(self, held: str) -> str:
        settled = self._settle_labels(self._settle_quotes(held)).replace(NO_SOURCE, "")
        return _BEFORE_MARK.sub("", " ".join(settled.split())).translate(_MARKS)

    def _hold(self, match: re.Match[str]) -> str:
        own = self.find_own(match[1])
        if not own:
            return match[0]
        # Quotation marks of their own inside would end ours early.
        tail = match[1].strip(_EDGE)[-1:]
        shown = re.sub(r"[“”\"]", "’", own)
        return f"{_OPEN}{shown}{tail if tail in ',.' else ''}{_CLOSE}"

    def _hold_or_take_off(self, match: re.Match[str]) -> str:
        if self.find_own(match[1]):
            return self._hold(match)
        self.taken_off.append(match[1])
        return match[1]


@dataclass(frozen=True)
class Worded:
    """A draft as a reply, with what came up while it was settled."""

    reply: CoachReply
    """The reply, unchecked."""
    unproved: tuple[str, ...] = ()
    """What was said to stand in the notes and stands nowhere."""
    taken_off: tuple[str, ...] = ()
    """What was said to be the person's own words and is not."""
    more_moves: int = 0
    """How many moves there were besides the one that is kept."""


def to_reply(draft: ReplyDraft, ground: TalkGround, model: str) -> Worded:
    """Return a draft as a reply.

    Args:
        draft: What a model answered.
        ground: What it was worded from.
        model: Who answered.
    """
    given, settler = ground.given, TalkSettler(ground.sources, ground.veil, own=ground.own)
    heard, strength = settler.give_back(draft.heard), settler.give_back(draft.strength, 300)
    from_notes = settler.say(draft.from_notes, 400)
    # What is not proved to stand in a note is not told as theirs, not without quotation marks either.
    is_proved = bool(_LABEL.search(from_notes)) and not settler.settled.unproved
    doing = replace(settler, own=(*ground.own, *ground.doing)).give_back(draft.keep_doing, 240)
    move = _to_move(draft, given, settler)
    reply = CoachReply(
        kind=ReplyKind.FOCUS if move else ReplyKind.LISTEN,
        mode=given.mode,
        heard=heard,
        strength=strength,
        says=_to_says(ground, move),
        from_notes=from_notes if is_proved else "",
        keep_doing=doing,
        move=move,
        lesson=_to_lesson(draft.lesson, given),
        asks="" if given.wants_no_question else settler.say(draft.asks, 240),
        diagnosis=settler.say(draft.diagnosis, 400),
        strategy=settler.say(draft.strategy, 400),
        intention=settler.say(draft.intention, 400),
        heron=_heron(move, given.moves),
        stage=draft.stage if draft.stage in _STAGES else "",
        opens_with=to_form(heard),
        drafted_by=model,
    )
    if any(item.quote in given.earlier_quotes for item in settler.settled.citations.values()):
        reply = reply.model_copy(update={"from_notes": ""})  # they have read it in this conversation
    reply = _with_situation(_with_labels(reply, settler), draft.situation, given)
    unproved = tuple(words for _, words in settler.settled.unproved)
    return Worded(reply, unproved, tuple(settler.taken_off), max(len(draft.move) - 1, 0))


def _with_situation(reply: CoachReply, name: str, given: CoachingInput) -> CoachReply:
    found = find_situation_named(name, given)
    known = found.id if found else ""
    return reply.model_copy(
        update={
            "situation": known,
            "situation_title": found.title if found else "",
            "confidence": next((item.confidence for item in given.guesses if item.situation == known), 0.0),
            "alternatives": tuple(item for item in given.guesses if item.situation != known)[:3],
        }
    )


def _with_labels(reply: CoachReply, settler: TalkSettler) -> CoachReply:
    """Return the reply with its quotes of notes labelled S1, S2 and so on, as they are read."""
    known = {item.label: item for item in settler.settled.citations.values()}
    texts: dict[str, str] = {name: getattr(reply, name) for name in ("from_notes", "asks")}
    parts = reply.move.model_dump() if reply.move else {}
    told = " ".join([texts["from_notes"], *(str(value) for value in parts.values()), texts["asks"]])
    names = {label: f"S{n}" for n, label in enumerate(dict.fromkeys(_LABEL.findall(told)), 1) if label in known}

    def rename(value: object) -> object:
        return _LABEL.sub(lambda found: names.get(found[0], found[0]), value) if isinstance(value, str) else value

    move = OfferedMove.model_validate({name: rename(value) for name, value in parts.items()}) if reply.move else None
    cited = tuple(known[label].model_copy(update={"label": name}) for label, name in names.items())
    return reply.model_copy(
        update={**{name: rename(text) for name, text in texts.items()}, "move": move, "citations": cited}
    )


def _to_move(draft: ReplyDraft, given: CoachingInput, settler: TalkSettler) -> OfferedMove | None:
    if given.kind is ReplyKind.LISTEN or draft.kind != "focus" or not draft.move:
        return None
    item = draft.move[0]
    known = next((move for move in given.moves if move.id == item.like), None)
    does = settler.say(item.does, 400)
    return OfferedMove(
        id=known.id if known else "",
        title=settler.say(item.title, 90) or (known.title if known else " ".join(does.split()[:6]).rstrip(_END)),
        does=does,
        say=_spoken(item, settler),
        why=settler.say(item.why, 300),
        costs=settler.say(item.costs, 200) or (known.costs if known else ""),
        watch_for=settler.say(item.watch_for, 200) or (known.watch_for if known else ""),
        way_back=settler.say(item.way_back, 240) or (known.way_back if known else ""),
        minutes=item.minutes or (known.minutes if known else 0),
        credit=known.credit if known else "",
    )


def _spoken(item: MoveDraft, settler: TalkSettler) -> str:
    # It is shown in quotation marks: those that it brings along go, and those inside are single ones.
    said = settler.say(item.say, 300).strip(_EDGE)
    return re.sub(r"[“\"]([^“”\"]*)[”\"]", r"‘\1’", said)


def _to_says(ground: TalkGround, move: OfferedMove | None) -> str:
    """Return what has to be said, and that a move is only offered where nobody asked for one."""
    given = ground.given
    needs_offer = move is not None and not ground.asked_for_advice and not given.language
    offer = pick(load_talk().offers, given.message, given.seed) if needs_offer else ""
    return " ".join(text for text in (given.says, offer) if text)


def _to_lesson(label: str, given: CoachingInput) -> OfferedLesson | None:
    wanted = label.strip().upper()
    found = next((item for place, item in enumerate(given.lessons, 1) if wanted == f"L{place}"), None)
    return to_lesson(found) if found else None


def _heron(move: OfferedMove | None, moves: Sequence[Move]) -> str:
    if move is None:
        return "catalytic"
    return next((item.heron for item in moves if item.id == move.id), "prescriptive")
