"""The letters that a page is set in."""

from __future__ import annotations

from functools import cache

import typst


@cache
def fonts() -> typst.Fonts:
    """Return the fonts that come along, and behind them those of this machine for other scripts."""
    return typst.Fonts(include_system_fonts=True, include_embedded_fonts=True)
