"""The letters around a session, from its plan alone. Pure: the same plan gives the same letters."""

from __future__ import annotations

import re
from collections.abc import Sequence
from hashlib import sha256

from coach.models import Letter, LetterKind, SessionPlan
from coach.playbook import Playbook, fill
from coach.playbook.schema import LetterEntry, LetterPassage

from .letter_facts import Facts, read_facts

TITLES = {
    LetterKind.INVITATION: "Invitation",
    LetterKind.CHAT: "The same for a chat",
    LetterKind.BEFORE: "Two days before",
    LetterKind.THANKS: "Thank you",
    LetterKind.NEXT_STEP: "Some weeks later",
}
"""What to call each letter."""

_NUMBER = re.compile(r"\d{1,3}(?= of \d)")
"""The number of a session in its series, as titles say it: `2 of 3: …`."""


def write_letters(plan: SessionPlan, playbook: Playbook) -> tuple[Letter, ...]:
    """Return the letters around a session, in the order in which they are sent."""
    facts = read_facts(plan, playbook.lexicon)
    return tuple(_write(entry, plan, facts) for entry in playbook.letters)


def render_letters(letters: Sequence[Letter]) -> str:
    """Return letters as Markdown, each as it is to be copied."""
    return "\n\n".join(["## Letters to copy", *map(_to_copy, letters)]) + "\n"


def _to_copy(letter: Letter) -> str:
    subject = f"Subject: {letter.subject}\n\n" if letter.subject else ""
    # Fenced, so that nothing in it is read as Markdown: a person's words stay as they are.
    return f"### {TITLES[letter.kind]}\n\n~~~~text\n{subject}{letter.text}\n~~~~"


def _write(entry: LetterEntry, plan: SessionPlan, facts: Facts) -> Letter:
    passages = [item for item in entry.passages if plan.mode in item.modes and _fits(item, facts)]
    said = [_say(item, _choose(item.says, f"{entry.kind}/{item.id}", plan), facts) for item in passages]
    subject = _choose(entry.subjects, f"{entry.kind}/subject", plan) if entry.subjects else ""
    subject = _fill(subject, facts)
    return Letter(kind=entry.kind, subject=subject[:1].upper() + subject[1:], text="\n\n".join(said))


def _fits(passage: LetterPassage, facts: Facts) -> bool:
    return all(map(facts.has, passage.needs)) and not any(map(facts.has, passage.lacks))


def _choose(says: Sequence[str], name: str, plan: SessionPlan) -> str:
    # The next seed says everything another way, and so does the next session of a series, whose title counts on.
    # Another session's words start the choice somewhere else.
    number = _NUMBER.match(plan.title)
    turn = plan.seed + (int(number.group()) if number else 0)
    about = "|".join((name, *(outcome.text for outcome in plan.outcomes)))
    start = int.from_bytes(sha256(about.encode("utf-8", "replace")).digest()[:4])
    return says[(turn + start) % len(says)]


def _say(passage: LetterPassage, text: str, facts: Facts) -> str:
    lines = [f"- {line}" for line in facts.lists[passage.lines]] if passage.lines else []
    return "\n".join([_fill(text, facts), *lines])


def _fill(text: str, facts: Facts) -> str:
    return fill(text, facts.wording, **facts.slots)
