"""A message, a reply to it in which nothing is to be mended, and ways to plant a fault in it."""

from __future__ import annotations

from typing import Any

from coach.checks.reply import ReplyGround, check_reply
from coach.models import Citation, CoachMode, CoachReply, Contact, Finding, Matter, OfferedMove, ReplyKind, Signpost
from coach.playbook import load_playbook

MESSAGE = (
    "The two architects took over by minute ten and the newer people went quiet. I still liked the energy. "
    "What can I do on Thursday?"
)
UNASKED = "The two architects took over by minute ten and the newer people went quiet. I still liked the energy."
NOTE = "Retro of March.\nWe wrote first, and the quiet ones had a line to read out.\nThen tea."
QUOTE = "the quiet ones had a line to read out"
NOTES = {"n1": NOTE}
CITED = Citation(
    label="S1", quote=QUOTE, note="retro.md", note_id="n1", start=NOTE.index(QUOTE), end=NOTE.index(QUOTE) + len(QUOTE)
)
MOVE = OfferedMove(
    id="write-before-we-talk",
    title="A line each before anybody speaks",
    does="Put your next question on the wall and give two quiet minutes in which everybody writes one line.",
    say="Two minutes with a pen first; then we hear a few lines.",
    why="Slow thinkers get to the end of a thought, so that the fastest voice is no longer first by default.",
    costs="Two minutes that feel long to you.",
    watch_for="Pens that still move at the end.",
    way_back="If little comes, let neighbours swap their lines.",
)
FOCUS = CoachReply(
    kind=ReplyKind.FOCUS,
    mode=CoachMode.THINK,
    heard="The two architects “took over by minute ten”, you write. It sounds as if you want to keep the heat.",
    strength="You saw that “the newer people went quiet” and did not put it down to them.",
    move=MOVE,
    asks="What would you lose if you tried that?",
    situation="one-voice-fills",
    situation_title="One voice fills the room",
    diagnosis="Two quick architects answer before newer people have found their words.",
    strategy="Give everybody a line on paper before the first one speaks.",
    intention="Newer people are heard while the energy stays.",
)
LISTEN = FOCUS.model_copy(
    update={
        "kind": ReplyKind.LISTEN,
        "move": None,
        "strategy": "Ask what happened just before the quiet began.",
        "asks": "What happened just before they went quiet?",
    }
)
SIGNPOST = CoachReply(
    kind=ReplyKind.SIGNPOST,
    heard="That is a lot to carry, and I'm glad that you wrote it down.",
    signpost=Signpost(
        matter=Matter.DISTRESS,
        says="This is more than hosting. Please tell one person today, somebody you trust.",
        contacts=(Contact(who="The helpline", reach="116 123"),),
    ),
    asks="Who could be with you for a bit today?",
    kept=False,
)
ASIDE = CoachReply(
    kind=ReplyKind.ASIDE,
    says="I don't rate people, rank them or say what they are like; I only ever hear one side.",
    asks="What did you see or hear that made you ask?",
)
LEXICON = load_playbook().lexicon


def ground(message: str = MESSAGE, **more: Any) -> ReplyGround:
    """Return what a reply is held against; advice was asked for."""
    return ReplyGround(
        **{"message": message, "asked_for_advice": True, "lexicon": LEXICON, "note_texts": NOTES, **more}
    )


def changed(reply: CoachReply = FOCUS, **fields: Any) -> CoachReply:
    """Return the reply with some fields in other words; those of the move begin with `move_`."""
    own = {name: value for name, value in fields.items() if not name.startswith("move_")}
    moved = {name.removeprefix("move_"): value for name, value in fields.items() if name.startswith("move_")}
    if moved:
        own["move"] = MOVE.model_copy(update=moved)
    return reply.model_copy(update=own)


def found_in(reply: CoachReply, given: ReplyGround | None = None) -> list[Finding]:
    """Return the findings, after a look at whether each of them tells what to do."""
    result = check_reply(reply, given or ground())
    assert result.ok is (not result.findings)
    assert all(finding.way_forward and finding.why and finding.message for finding in result.findings)
    return list(result.findings)


def codes_in(reply: CoachReply, given: ReplyGround | None = None) -> set[str]:
    """Return the codes of what is found."""
    return {finding.check for finding in found_in(reply, given)}
