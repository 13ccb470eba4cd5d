"""Outcomes suggested by hand, for the pages to show."""

from __future__ import annotations

from collections.abc import Sequence

from coach.models import (
    Citation,
    Cue,
    Finding,
    Level,
    Mention,
    Note,
    OutcomeProposal,
    OutcomesRequest,
    OutcomesResult,
    Severity,
)
from tests.ui.good_plan import QUOTES

READ = "We want to be able to read each other's maps without asking."
VAGUE = "We want to understand a wait <b>better</b>."
OTHER = "We want to be able to hear the people on the call as fully as those in the room."
ASK_FIRST = ("What are you in the middle of?", "Where did it last get stuck?", "What should be different?")
VAGUE_SAID = Finding(
    check="O2", severity=Severity.MEND, where="outcome", message="“understand” is something nobody can see.",
    why="Then nobody can look back on it.", way_forward="Say what people would do.",
    rewrite="We want to be able to draw a wait",
)  # fmt: skip
WHOSE = Finding(
    check="O8", severity=Severity.QUESTION, where="outcome", message="Whose wish is this?", why="It should be theirs.",
    way_forward="Read it out and ask.", rewrite="Somebody has written this. What would you change in it?",
)  # fmt: skip


def good_outcomes(request: OutcomesRequest, notes: Sequence[Note]) -> OutcomesResult:
    """Return two outcomes at the first seed and a third at every other; too little on taxis and without the retro."""
    said = next((note for note in notes if all(quote in note.text for quote in QUOTES)), None)
    if said is None or "taxi" in request.about:
        heard = (_cite(said, 2),) if said else ()
        message = f"The notes say too little about “{request.about}”." if request.about else "The notes say too little."
        return OutcomesResult(
            enough=False,
            message=message,
            ask_first=ASK_FIRST,
            heard=heard,
            notes_searched=len(notes),
            drafted_by="playbook",
            seed=request.seed,
        )
    first = (_propose(READ, said, 1, Level.EVALUATE), _propose(VAGUE, said, 2, Level.UNDERSTAND, VAGUE_SAID))
    return OutcomesResult(
        enough=True,
        outcomes=first if request.seed == 0 else (_propose(OTHER, said, 2, Level.APPLY), first[0]),
        message="Two outcomes to put on the table.",
        notes_searched=len(notes),
        drafted_by="playbook",
        seed=request.seed,
    )


def _propose(text: str, note: Note, quote: int, level: Level, *findings: Finding) -> OutcomeProposal:
    return OutcomeProposal(
        text=text,
        verb="read",
        object="maps",
        level=level,
        because="One of your notes speaks of it: it wishes for it.",
        mentions=(Mention(cue=Cue.WISH, notes=1),),
        notes=1,
        sign="We'd notice it because somebody who was away finds their way in.",
        ways_in={"newcomer": "Mark where you are lost.", "expert": "Hold back for a minute."},
        citations=(_cite(note, quote),),
        worded_by="notes",
        findings=(*findings, WHOSE),
    )


def _cite(note: Note, number: int) -> Citation:
    start = note.text.index(QUOTES[number - 1])
    return Citation(
        label=f"S{number}", quote=QUOTES[number - 1], note=note.path, note_id=note.id, title=note.title,
        date=note.date.iso, start=start, end=start + len(QUOTES[number - 1]),
    )  # fmt: skip
