"""How well telling sentences are heard: by the word lists alone, by the ear alone, and as the product does it.

    coach eval ear

On sentences from the notes of communities of which nothing was learnt. Precision: of those heard as telling, how many
are; recall: of those that are, how many are heard; right: of those heard, how many for what they are good for.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

import numpy as np

from coach.drafting.ear import hear_cues
from coach.drafting.listening import rule_cues, to_cues
from coach.models import Cue
from coach.ports import Embedder
from evals.measuring.intervals import bootstrap_mean

from .data import LabelledSentence, read_sentences

Cues = Sequence[Cue]


def measure(embedder: Embedder, part: str = "test") -> str:
    """Return the figures as Markdown."""
    sentences = read_sentences(part)
    texts = [item.text for item in sentences]
    heard = hear_cues(texts, np.asarray(embedder.embed(texts), np.float32), embedder.name)
    ways: dict[str, list[Cues]] = {
        "word lists": [rule_cues(text) for text in texts],
        "ear": [(item.cue,) if item and item.cue else () for item in heard],
        "both, as the product listens": [to_cues(text, item) for text, item in zip(texts, heard, strict=True)],
    }
    lines = ["| heard by | precision | recall | right | n |", "|---|---|---|---|---|"]
    lines += [f"| {name} | {_figures(cues, sentences)} | {len(sentences)} |" for name, cues in ways.items()]
    return "\n".join(lines) + "\n"


def _figures(cues: Sequence[Cues], sentences: Sequence[LabelledSentence]) -> str:
    pairs = list(zip(cues, sentences, strict=True))
    told = [pair for pair in pairs if pair[0]]
    telling = [pair for pair in pairs if pair[1].cue]
    return " | ".join(
        (
            _share(told, lambda cues, item: item.cue is not None),
            _share(telling, lambda cues, item: bool(cues)),
            _share(told, lambda cues, item: item.cue in cues),
        )
    )


def _share(pairs: Sequence[tuple[Cues, LabelledSentence]], hit: Callable[[Cues, LabelledSentence], bool]) -> str:
    if not pairs:
        return "–"
    hits = {item.id: [float(hit(cues, item))] for cues, item in pairs}
    low, high = bootstrap_mean(hits)
    return f"{np.mean(list(hits.values())):.2f} [{low:.2f}, {high:.2f}]"
