"""Who answers: ours, as the product chooses sentences for an answer, and what it is held against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import numpy as np

from coach.adapters.onnx_embedder import OnnxEmbedder
from coach.drafting.brief.answering import choose_sentences
from coach.locate import embedder_folder
from coach.ports import Embedder

from .data import Asked, Meeting
from .plain import TextRank, order_by_time, order_randomly
from .run import BUDGET, Method


class Ours:
    """Chooses sentences as the product does for an answer from the notes."""

    def __init__(self, embedder: Embedder) -> None:
        """Keep what tells meanings; a meeting is read once."""
        self._embedder = embedder
        self._read: dict[str, np.ndarray] = {}

    def __call__(self, asked: Asked, meeting: Meeting) -> Sequence[int]:
        """Return the places of the sentences that answer together, the best first."""
        if meeting.id not in self._read:
            self._read = {meeting.id: np.asarray(self._embedder.embed([item.text for item in meeting.sentences]))}
        rows = self._read[meeting.id]
        near = rows @ np.asarray(self._embedder.embed([asked.query]))[0]
        # The product hands them over nearest first.
        places = [int(place) for place in np.argsort(-near, kind="stable")]
        texts = [meeting.sentences[place].text for place in places]
        chosen = choose_sentences(asked.query, texts, rows[places], near[places].tolist(), BUDGET)
        return [places[place] for place in chosen]


def open_methods() -> Mapping[str, Method]:
    """Return all methods by name."""
    ours = Ours(OnnxEmbedder(embedder_folder()))
    return {"random": order_randomly, "lead": order_by_time, "TextRank": TextRank(), "ours": ours}
