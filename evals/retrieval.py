"""How well passages are found: judged questions over real community notes.

    python -m evals.retrieval ../shared/corpora --home /tmp/retrieval

Prints, for each corpus, in how many answerable questions a judged note (and the judged quote) is among the first ten
passages, and how answerable and unanswerable questions come out as "enough". No retrieval setting is read from here:
the figures in docs/retrieval.md come from this command.
"""

from __future__ import annotations

import argparse
import json
import random
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coach.models import FindResult, IngestRequest
from coach.service import Coach
from coach.settings import Settings
from coach.wiring import build_coach

from .off_topic import OFF_TOPIC

FIRST = 10


@dataclass(frozen=True)
class Answer:
    """One question, what is judged right, and what was found."""

    question: dict[str, Any]
    found: FindResult

    @property
    def note_found(self) -> bool:
        """Whether a judged note is among the passages."""
        wanted = {item["note"].split("/", 1)[1] for item in self.question["relevant"]}
        return any(passage.note in wanted for passage in self.found.passages)

    @property
    def quote_found(self) -> bool:
        """Whether a judged quote stands in a passage."""
        texts = [_flat(passage.text) for passage in self.found.passages]
        return any(_flat(item["quote"]) in text for item in self.question["relevant"] for text in texts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the measurement and print it."""
    parser = argparse.ArgumentParser(description="Measure how well passages are found.")
    parser.add_argument("corpora", type=Path, help="the folder with questions.jsonl and the corpora")
    parser.add_argument("--home", type=Path, required=True, help="where the measured database is kept")
    options = parser.parse_args(arguments)
    questions = [json.loads(line) for line in (options.corpora / "questions.jsonl").read_text("utf-8").splitlines()]
    coach = build_coach(Settings(home=options.home))
    for corpus in dict.fromkeys(question["corpus"] for question in questions):
        take_in(coach, options.corpora, corpus)
        mine = [question for question in questions if question["corpus"] == corpus]
        _print(corpus, [Answer(item, coach.find(corpus, item["question"], FIRST)) for item in mine])
        said = [coach.find(corpus, question, FIRST).enough for question in OFF_TOPIC]
        sys.stdout.write(f"{corpus}: said enough to {sum(said)} of {len(said)} questions about something else\n")
    return 0


def take_in(coach: Coach, corpora: Path, corpus: str) -> None:
    """Take a corpus in, or what changed of it."""
    if corpus not in {community.name for community in coach.communities()}:
        coach.create_community(corpus)
    coach.ingest(corpus, IngestRequest(folder=str(corpora / corpus)))


def _print(corpus: str, answers: Sequence[Answer]) -> None:
    answerable = [answer for answer in answers if answer.question["answerable"]]
    others = [answer for answer in answers if not answer.question["answerable"]]
    sys.stdout.write(
        f"{corpus}: note in first {FIRST} {_share(answerable, lambda item: item.note_found)}, "
        f"quote {_share(answerable, lambda item: item.quote_found)}, "
        f"said enough {_share(answerable, lambda item: item.found.enough)} of answerable, "
        f"{_share(others, lambda item: item.found.enough)} of unanswerable\n"
    )


def _share(answers: Sequence[Answer], hit: Callable[[Answer], bool]) -> str:
    hits = [hit(answer) for answer in answers]
    if not hits:
        return "no questions"
    low, high = _interval(hits)
    return f"{sum(hits) / len(hits):.2f} [{low:.2f}, {high:.2f}] (n = {len(hits)})"


def _interval(hits: Sequence[bool], rounds: int = 2_000) -> tuple[float, float]:
    draw = random.Random(7)  # noqa: S311  # resampling, not secrecy
    means = sorted(sum(draw.choices(hits, k=len(hits))) / len(hits) for _ in range(rounds))
    return means[int(rounds * 0.025)], means[int(rounds * 0.975)]


def _flat(text: str) -> str:
    return " ".join(text.split())


if __name__ == "__main__":
    raise SystemExit(main())
