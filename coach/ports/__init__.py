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
from .model import LLM, LLMReply, LLMRequest

__all__ = [
    "LLM",
    "Clock",
    "CommunityNotes",
    "DraftInput",
    "Drafter",
    "Embedder",
    "HeardDoing",
    "LLMReply",
    "LLMRequest",
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
