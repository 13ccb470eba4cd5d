"""The closed lists: every value a person can meet, spelled once."""

from __future__ import annotations

from enum import StrEnum


class Mode(StrEnum):
    """How people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class Doing(StrEnum):
    """What most people in the room are doing."""

    LISTENING = "listening"
    TALKING = "talking"
    MAKING = "making"
    REVIEWING = "reviewing"
    OPEN = "open"


class Phase(StrEnum):
    """Where a step stands in the diamond of a group's thinking (Kaner)."""

    DIVERGE = "diverge"
    GROAN = "groan"
    CONVERGE = "converge"


class Visibility(StrEnum):
    """Who may read a note."""

    EVERYONE = "everyone"
    MEMBERS = "members"
    ONLY_ME = "only_me"


class Consent(StrEnum):
    """How a note may be quoted: two different questions, so two different fields."""

    ANYWHERE = "anywhere"
    INSIDE = "inside"
    NEVER = "never"


class Level(StrEnum):
    """The revised Bloom levels (Anderson and Krathwohl 2001), lowest first."""

    REMEMBER = "remember"
    UNDERSTAND = "understand"
    APPLY = "apply"
    ANALYSE = "analyse"
    EVALUATE = "evaluate"
    CREATE = "create"

    @property
    def rank(self) -> int:
        """Return the place in the order, 1 (remember) to 6 (create)."""
        return list(Level).index(self) + 1


class Solo(StrEnum):
    """The SOLO levels (Biggs and Collis) that an outcome can ask for, lowest first."""

    UNISTRUCTURAL = "unistructural"
    MULTISTRUCTURAL = "multistructural"
    RELATIONAL = "relational"
    EXTENDED_ABSTRACT = "extended_abstract"


class Severity(StrEnum):
    """How much a finding weighs."""

    STOP = "stop"
    MEND = "mend"
    QUESTION = "question"


class DateFrom(StrEnum):
    """Where a date was read."""

    FRONT_MATTER = "front_matter"
    HEADING = "heading"
    FILE_NAME = "file_name"
    FOLDER = "folder"
    PERSON = "person"
    NONE = "none"


class DatePrecision(StrEnum):
    """How much of a date the note gave."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"


class NoteFormat(StrEnum):
    """How a note's text is written."""

    MARKDOWN = "markdown"
    TEXT = "text"
    HTML = "html"


class Tone(StrEnum):
    """What a review prompt asks of people."""

    BEFORE = "before"
    SELF = "self"
    WARM = "warm"
    CURIOUS = "curious"
    NEXT = "next"


class LinkKind(StrEnum):
    """The three alignment links (Biggs and Tang; craft.md 1.1)."""

    OUTCOME_ACTIVITY = "outcome_activity"
    ACTIVITY_REVIEW = "activity_review"
    OUTCOME_REVIEW = "outcome_review"


class VerbFamily(StrEnum):
    """What kind of doing a verb names."""

    MAKE = "make"
    EXAMINE = "examine"
    DECIDE = "decide"
    EXPLAIN = "explain"
    RELATE = "relate"
    OPERATE = "operate"


class Cue(StrEnum):
    """What a sentence of the notes is good for in a plan."""

    STRUGGLE = "struggle"
    QUESTION = "question"
    WISH = "wish"
    DISAGREEMENT = "disagreement"
    WORKED = "worked"
    CASE = "case"
