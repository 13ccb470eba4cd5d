"""What the reading of own patterns knows: names of fields, examples, and what stands where people wrote nothing."""

from __future__ import annotations

from typing import Any

TEXTS = frozenset(
    {
        *("id", "title", "summary", "what_members_do", "real_work", "artefact", "norm", "hybrid", "needs_experts"),
        *("versions", "bring", "lend", "example", "reason", "credit"),
    }
)
"""Fields that take one text."""
LISTS = frozenset({"materials", "access", "pitfalls", "not_when", "card", "good_for", "families", "levels", "modes"})
"""Fields that take a list of texts."""
GROUPS = frozenset({"people", "minutes", "steps", "roles", "take_up", "plan_b", "prepare"})
"""Fields that take fields, or a list of them."""
NEEDED = ("title", "what_members_do", "steps", "roles", "artefact")
"""What nobody but the community can say."""
ALIASES = {
    "name": "title",
    "description": "summary",
    "artifact": "artefact",
    "output": "artefact",
    "duration": "minutes",
    "length": "minutes",
    "time": "minutes",
    "group": "people",
    "group_size": "people",
    "participants": "people",
    "what_we_do": "what_members_do",
    "mode": "modes",
    "family": "families",
    "level": "levels",
    "material": "materials",
    "source": "credit",
}
"""Other names that people use, and ours."""
STEP_ALIASES = {
    "do": "does",
    "what": "does",
    "text": "does",
    "instructions": "does",
    "time": "minutes",
    "duration": "minutes",
    "min": "minutes",
    "people": "who",
    "by": "who",
}
"""The same for steps."""
ROLE_ALIASES = {
    "new": "newcomer",
    "newcomers": "newcomer",
    "new_people": "newcomer",
    "regulars": "regular",
    "experts": "expert",
    "old_hands": "expert",
}
"""The same for roles."""
STEP_FIELDS = frozenset({"share", "minutes", "who", "doing", "does", "one_voice", "say", "phase"})
"""What a step takes."""

EXAMPLES: dict[str, str] = {
    "title": "title: The wall of half-finished letters",
    "what_members_do": 'what_members_do: "{do}, in pairs, on one piece that somebody has to hand in this month"',
    "artefact": 'artefact: "{a_draft} with two remarks in the margin"',
    "steps": ("steps:\n  - who: pairs\n    minutes: 15\n    does: Read the piece aloud and stop where you would."),
    "roles": (
        "roles:\n  newcomer: Say back in your own words what you heard, so that gaps show.\n"
        "  regular: Bring the piece and decide what changes.\n"
        "  expert: Ask one question before each piece of advice."
    ),
    "minutes": "minutes: 40",
    "people": "people: 4 to 20",
    "modes": "modes: [in_person, online, hybrid]",
    "families": "families: [make, examine]",
    "levels": "levels: [apply, analyse]",
    "take_up": (
        "take_up:\n  - cue: struggle\n    step: 1\n"
        '    text: "Begin where one of you got stuck: {quote} ({label})."\n'
        "    change: It begins where somebody got stuck."
    ),
    "plan_b": "plan_b:\n  silence: Let everyone write one line first.",
    "prepare": "prepare:\n  - when: the day before\n    minutes: 10\n    does: Ask two people for a piece each.",
    "needs_experts": "needs_experts: one",
    "versions": "versions: true",
}
"""What to write, by field; other texts are shown as `field: …`."""
STEP_EXAMPLES: dict[str, str] = {
    "does": "does: Read the piece aloud and stop where you'd have stopped.",
    "who": "who: pairs",
    "doing": "doing: making",
    "phase": "phase: diverge",
    "share": "share: 0.25",
    "minutes": "minutes: 15",
}
"""The same for steps."""

DEFAULTS: dict[str, Any] = {
    "real_work": "a piece of your own work, real and unfinished, on which you can {do}",
    "materials": ["A piece of your own work, real and unfinished"],
    "bring": "Bring a piece of your own work, real and unfinished, as it is.",
    "lend": "A piece or two whose owners agreed to lend them lie ready for those who come without.",
    "norm": "Unfinished work is welcome here, and a wrong turn that you show helps all of us.",
    "access": [
        "Everyone may write, draw or say it, whichever comes easiest.",
        "Leaving a step out is fine and needs no reason.",
    ],
    "hybrid": "Put those on a call into groups of their own, or one into each, and share the page you work on.",
    "pitfalls": [
        "It turns into talk about the work; go back to the piece that's in front of you.",
        "One person does it for the others; hand the pen on.",
    ],
    "not_when": ["Nobody has anything of their own to work on; then borrow a piece from someone who agrees."],
    "reason": "People do it themselves and on work of their own, so they come away having practised {doing}.",
}
"""What stands where people wrote nothing: plain, and true of any activity in which members work."""
PLAN_B = {
    "silence": "Let everyone write one line alone, then hear each in turn.",
    "low_turnout": "Do it as one group with whoever is here, and give the time won to the work.",
    "loud_voice": "Ask everyone to write before anyone speaks, and begin with whoever has said least.",
}
"""What to do when it goes otherwise, where people wrote nothing."""
STARTS_FROM_A_CASE = {
    "cue": "case",
    "text": "Something of ours to begin from: {quote} ({label}). Take that, or a piece of your own that is like it.",
    "change": "It begins from work that is under way among you.",
}
MINDS_A_STRUGGLE = {
    "cue": "struggle",
    "text": "One of you wrote: {quote} ({label}). Look out for that spot, and note what gets you past it.",
    "change": "People look out for a spot at which one of you got stuck.",
}
ENDS_ON_A_QUESTION = {
    "cue": "question",
    "text": "Before you close, back to a question from your notes: {quote} ({label}). What would you say to it now?",
    "change": "It closes on a question of your own.",
}
ROOM = (
    r"\b(?:on the (?:walls?|floor|tables?)|chairs?|flip ?charts?|sticky notes?|post-its?|stand up|walk(?:ing)?"
    r"|(?:across|round|around|leave|in) the room)\b"
)
"""Words that speak of a room; where they stand, people are taken to meet in one."""
