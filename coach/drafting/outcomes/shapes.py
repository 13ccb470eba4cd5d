"""Ways in and signs by the shape of a doing. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from enum import StrEnum

from coach.models import VerbFamily


class Shape(StrEnum):
    """What people do with their hands, eyes and words."""

    MAKE = "make"
    REVIEW = "review"
    EXAMINE = "examine"
    DECIDE = "decide"
    EXPLAIN = "explain"
    HELP = "help"
    HOST = "host"
    RELATE = "relate"
    OPERATE = "operate"


_WAYS_IN = {
    Shape.MAKE: (
        "Read a first version as somebody who was not there, and mark the first place where you are lost.",
        "Bring one that is half done and make the next version with a partner.",
        "Put an old one of yours on the table, with what you would do otherwise now.",
    ),
    Shape.REVIEW: (
        "Say what you understood of it and where you stopped; nobody else can see that.",
        "Bring something of your own that others may look at, and one question you have about it.",
        "Ask before you advise, and show a remark on your own work that once helped you.",
    ),
    Shape.EXAMINE: (
        "Write down what you see before anybody explains it.",
        "Bring one case from your own work that you have not worked out yet.",
        "Think aloud on a case that you do not know, wrong turns included.",
    ),
    Shape.DECIDE: (
        "Keep the list of options and ask what each word on it means.",
        "Bring a decision that is open in your own work, with the two options that are hardest to tell apart.",
        "Tell of one that you would decide otherwise today, and hold your view until the others have theirs.",
    ),
    Shape.EXPLAIN: (
        "Be the person it is explained to, and say it back in your own words.",
        "Try it on somebody from another corner, and write down what they asked.",
        "Do it without the words that only insiders use, and let a newer person say which were left.",
    ),
    Shape.HELP: (
        "Say what you looked for first, and what you wish somebody had told you.",
        "Sit beside one person for half an hour, with your hands off their keyboard or pen.",
        "Watch somebody else help, and tell them afterwards one thing that worked.",
    ),
    Shape.HOST: (
        "Watch who speaks and who does not, and tell the host what you saw.",
        "Lead one part of ten minutes, with somebody beside you.",
        "Hand your part to somebody else, and stay quiet until they ask.",
    ),
    Shape.RELATE: (
        "Tell how it was for you, if you like, or listen to somebody who tells it.",
        "Try a sentence out in a pair before you need it.",
        "Bring a conversation that went badly, and let others try another beginning.",
    ),
    Shape.OPERATE: (
        "Follow the steps on a safe copy, and note the first one that is not written down.",
        "Do it once with somebody beside you who only asks.",
        "Watch somebody else do it your way, and mend the description and not the person.",
    ),
}
_FAMILY_SHAPE = {
    VerbFamily.MAKE: Shape.MAKE,
    VerbFamily.EXAMINE: Shape.EXAMINE,
    VerbFamily.DECIDE: Shape.DECIDE,
    VerbFamily.EXPLAIN: Shape.EXPLAIN,
    VerbFamily.RELATE: Shape.RELATE,
    VerbFamily.OPERATE: Shape.OPERATE,
}
_VERB_SHAPE = {
    "review": Shape.REVIEW,
    "critique": Shape.REVIEW,
    "help": Shape.HELP,
    "mentor": Shape.HELP,
    "coach": Shape.HELP,
    "teach": Shape.HOST,
    "run": Shape.HOST,
    "facilitate": Shape.HOST,
    "host": Shape.HOST,
    "chair": Shape.HOST,
}
_SIGNS: dict[Shape, tuple[str, ...]] = {
    Shape.MAKE: (
        "somebody who was not there uses what we made about {topic} without asking us.",
        "a first version on {topic} is on the table early, and looks different a week later.",
    ),
    Shape.REVIEW: ("the author can say which remark on {topic} they used first.",),
    Shape.EXAMINE: (
        "somebody shows where it went otherwise than they thought with {topic}, and what told them.",
        "two of us look at {topic} apart from each other and point to the same place.",
    ),
    Shape.DECIDE: (
        "the next decision on {topic} has its reason written beside it, and nobody opens it again without news.",
        "somebody who wanted it otherwise with {topic} can still say why we went this way.",
    ),
    Shape.EXPLAIN: (
        "somebody newer says it on about {topic}, in words of their own.",
        "people ask the second question about {topic}, and no longer the first.",
    ),
    Shape.HELP: ("the person who was helped with {topic} shows it to the next one.",),
    Shape.HOST: (
        "people leave with something on {topic} that they began there, and go on with it.",
        "somebody else runs the next one on {topic}, and asks us only once.",
    ),
    Shape.RELATE: (
        "somebody tells at the next meeting how it went with {topic}, what they said and what came back.",
        "the next conversation on {topic} begins earlier than the last one did.",
    ),
    Shape.OPERATE: (
        "somebody who had not done it before gets through with {topic}, and adds the step that was missing.",
        "it goes through with {topic} on an ordinary day, with nobody standing by.",
    ),
}


def shape_of(verb: str, family: VerbFamily) -> Shape:
    """Return the shape of a doing that people named themselves."""
    return _VERB_SHAPE.get(verb.split()[0], _FAMILY_SHAPE[family])


def to_ways_in(shape: Shape, own: Sequence[str] = ()) -> dict[str, str]:
    """Return a way in for `newcomer`, `regular` and `expert`; a doing's own ones come first."""
    newcomer, regular, expert = own or _WAYS_IN[shape]
    return {"newcomer": newcomer, "regular": regular, "expert": expert}


def to_own_sign(shape: Shape, topic: str, taken: Sequence[str], turn: int) -> str:
    """Return a sign for a doing that people named themselves, not one that stands in the set already."""
    choices = [text.format(topic=topic) for text in _SIGNS[shape]]
    turned = [*choices[turn % len(choices) :], *choices[: turn % len(choices)]]
    return next((text for text in turned if text not in taken), turned[0])
