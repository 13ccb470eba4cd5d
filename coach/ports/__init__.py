"""What the jobs need from outside, as protocols. Adapters and fakes implement them."""

from .basics import Clock, Embedder, Progress, Vectors
from .drafting import (
    Drafter,
    DraftInput,
    HeardDoing,
    OutcomesInput,
    PartInput,
    PreviewingDrafter,
    QuoteCandidate,
    RewriteInput,
    SeriesPlace,
)
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
from .keys import Keys
from .model import ANEW, LLM, AnswerCache, Heard, LLMReply, LLMRequest, NobodyWatches, Purse, Watch
from .records import Ledger, Limit, Records, Reservation, RunLog

__all__ = [
    "ANEW",
    "LLM",
    "AnswerCache",
    "Clock",
    "CommunityNotes",
    "DraftInput",
    "Drafter",
    "Embedder",
    "Heard",
    "HeardDoing",
    "Keys",
    "LLMReply",
    "LLMRequest",
    "Ledger",
    "Limit",
    "NewNote",
    "NobodyWatches",
    "OutcomesInput",
    "OwnPattern",
    "OwnPatterns",
    "PartInput",
    "PassageIndex",
    "PreviewingDrafter",
    "Progress",
    "Purse",
    "QuoteCandidate",
    "Records",
    "Reservation",
    "RewriteInput",
    "RunLog",
    "RunSummary",
    "ScoredChunk",
    "SeriesPlace",
    "Source",
    "Store",
    "Vectors",
    "Watch",
]
