"""The craft library: patterns, protocols and verbs as YAML, and how sentences speak of an outcome."""

from .language import content_stems
from .levels import hint_level
from .lexicon import Lexicon
from .loader import Playbook, load_playbook, read_playbook
from .outcome import ParsedOutcome, parse_outcome
from .wording import Wording, fill, to_brief, to_wording

__all__ = [
    "Lexicon",
    "ParsedOutcome",
    "Playbook",
    "Wording",
    "content_stems",
    "fill",
    "hint_level",
    "load_playbook",
    "parse_outcome",
    "read_playbook",
    "to_brief",
    "to_wording",
]
