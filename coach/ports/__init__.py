"""What the jobs need from outside, as protocols. Adapters and fakes implement them."""

from .basics import Clock, Embedder, Progress, Vectors
from .drafting import Drafter, DraftInput, HeardDoing, OutcomesInput, QuoteCandidate, SeriesPlace
from .keeping import (
    CommunityNotes,
    NewNote,
    OwnPattern,
    OwnPatterns,
    PassageIndex,
    RunSummary,
    ScoredChunk,
    Source,
    Store,
)

__all__ = [
    "Clock",
    "CommunityNotes",
    "DraftInput",
    "Drafter",
    "Embedder",
    "HeardDoing",
    "NewNote",
    "OutcomesInput",
    "OwnPattern",
    "OwnPatterns",
    "PassageIndex",
    "Progress",
    "QuoteCandidate",
    "RunSummary",
    "ScoredChunk",
    "SeriesPlace",
    "Source",
    "Store",
    "Vectors",
]
