"""What a note puts round somebody's words to say who spoke."""

from __future__ import annotations

import re

SPOKEN_FRAMES = (
    re.compile(r"^[\"“'‘]([^\"“”]{20,})[\"”'’]\s*(?:\([^)]*\)|[-–—] ?\w+)?[.]?$", re.DOTALL),
    re.compile(r"^[\w.'’-]{2,20}:\s+(\S.*)$", re.DOTALL),
)
"""`"…" (Tomasz)` and `ashley: …`; the words themselves are the first group."""
