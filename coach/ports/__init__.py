"""What the jobs need from outside, as protocols. Adapters and fakes implement them."""

from .basics import Clock, Embedder, Progress, Vectors
from .coaching import CoachingInput, Conversations, OwnT, Sharing
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
from .recognising import Likely, Recogniser
from .records import Ledger, Limit, Records, Reservation, RunLog

__all__ = [
    "ANEW",
    "LLM",
    "AnswerCache",
    "Clock",
    "CoachingInput",
    "CommunityNotes",
    "Conversations",
    "DraftInput",
    "Drafter",
    "Embedder",
    "Heard",
    "HeardDoing",
    "Keys",
    "LLMReply",
    "LLMRequest",
    "Ledger",
    "Likely",
    "Limit",
    "NewNote",
    "NobodyWatches",
    "OutcomesInput",
    "OwnPattern",
    "OwnPatterns",
    "OwnT",
    "PartInput",
    "PassageIndex",
    "PreviewingDrafter",
    "Progress",
    "Purse",
    "QuoteCandidate",
    "Recogniser",
    "Records",
    "Reservation",
    "RewriteInput",
    "RunLog",
    "RunSummary",
    "ScoredChunk",
    "SeriesPlace",
    "Sharing",
    "Source",
    "Store",
    "Vectors",
    "Watch",
]
