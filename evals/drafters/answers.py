"""Answers from anywhere: another product's, a person's, a chatbot's; one JSON object a line.

    {"case": "plan-hospice-voices", "text": "…", "by": "a chatbot"}

`text` is the answer as Markdown; `outcomes` (sentences), `plan` (an object, as `coach plan --json` gives it) and
`quotes` (`{"text", "note"}`) may say it more exactly. Where they are left out, `evals.converting` reads them off the
text as far as it can; what it cannot read stays ungraded.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import Field, ValidationError

from coach.errors import BadInput
from coach.models import SessionPlan
from coach.models.base import Word
from evals.cache import to_key
from evals.casebook import Case
from evals.converting import to_suggestion
from evals.suggestion import Quoted, Suggestion

from .base import NoAnswer
from .playbook import fingerprint_product


class GivenAnswer(Word):
    """One line of an answers file."""

    case: str
    """The case that it answers."""
    text: str = ""
    """The answer as a person reads it."""
    by: str = ""
    """Who drafted it."""
    outcomes: tuple[str, ...] = ()
    """Proposed outcomes, a sentence each."""
    plan: SessionPlan | None = None
    """The plan as an object."""
    quotes: tuple[Quoted, ...] | None = None
    """What it quotes; read off the text when left out."""
    cost_usd: float | None = Field(default=None, ge=0)
    """What it cost."""


class AnswersFile:
    """Gives the answers of a file; a second answer to the same case is its second repeat."""

    prompts: Mapping[str, str] = {}

    def __init__(self, name: str, answers: Sequence[GivenAnswer], fingerprint: str) -> None:
        """Keep the answers by case."""
        self.name = name
        self.fingerprint = fingerprint
        self._by_case: dict[str, list[GivenAnswer]] = defaultdict(list)
        for answer in answers:
            self._by_case[answer.case].append(answer)

    def draft(self, case: Case, repeat: int) -> Suggestion:
        """Return the answer to a case, or say that there is none."""
        given = self._by_case.get(case.id, [])
        if repeat >= len(given):
            raise NoAnswer("The file has no answer to it.")
        return to_suggestion(given[repeat], case)


def read_answers(path: Path) -> AnswersFile:
    """Return the answers of a file.

    Raises:
        BadInput: It cannot be read, or a line is no answer; the line's number is named.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise BadInput(f"{path} cannot be read ({error.strerror or error}).", "Name a file with --answers.") from error
    answers = []
    for number, line in enumerate(data.decode("utf-8", "replace").splitlines(), 1):
        if line.strip():
            answers.append(_read_line(line, number, path.name))
    if not answers:
        raise BadInput(f"{path.name} is empty.", "Write one JSON object a line; docs/evals.md shows them.")
    return AnswersFile(path.stem, answers, to_key(fingerprint_product(), hashlib.sha256(data).hexdigest())[:16])


def _read_line(line: str, number: int, name: str) -> GivenAnswer:
    try:
        return GivenAnswer.model_validate_json(line)
    except ValidationError as error:
        place = ".".join(map(str, error.errors()[0]["loc"])) or "the line"
        raise BadInput(
            f"Line {number} of {name} is no answer: {place}: {error.errors()[0]['msg']}.",
            "docs/evals.md shows what a line holds.",
        ) from error
