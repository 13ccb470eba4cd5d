"""What a chunk's vector is made of: the one text that is embedded, and its hash."""

from __future__ import annotations

import hashlib

from coach.models import Chunk


def to_embedded_text(chunk: Chunk) -> str:
    """Return the text that stands for a chunk when it is embedded: its headings, then its words."""
    return " › ".join(chunk.heading) + "\n" + chunk.reading


def embedded_hash(chunk: Chunk) -> str:
    """Return the SHA-256 of the embedded text in hex, by which a known vector is found again."""
    return hashlib.sha256(to_embedded_text(chunk).encode()).hexdigest()
