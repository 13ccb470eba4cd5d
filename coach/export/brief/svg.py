"""Pictures as SVG: self-contained, with their words inside, and colour never the only carrier."""

from __future__ import annotations

import html
from collections.abc import Iterator
from dataclasses import dataclass

from .pictures import Picture

_WIDTH = 720
_NAMES = 210
_LINE = 34
_MIDDLE, _END = ' text-anchor="middle"', ' text-anchor="end"'
_BOLD, _SMALL = ' font-weight="600"', ' font-size="12"'
_FONT = "Georgia, 'Libertinus Serif', serif"


@dataclass(frozen=True)
class Ink:
    """The colours of a picture."""

    ground: str
    """What it stands on."""
    ink: str
    """Its words."""
    quiet: str
    """Its quieter words."""
    line: str
    """Its edges."""
    full: str
    """What is filled."""
    second: str
    """What is filled beside it; drawn with a pattern of its own too."""


LIGHT = Ink("#FFFFFF", "#23262B", "#5E625F", "#8A8578", "#1F6F6B", "#E6F0EE")
"""On paper and on a light page."""
DARK = Ink("#24272A", "#ECE7DE", "#A9ABA4", "#7E8286", "#6FC2B8", "#22383A")
"""In the evening."""


def to_svg(picture: Picture, ink: Ink = LIGHT, name: str = "picture") -> str:
    """Return a picture as one SVG that needs nothing from outside.

    Args:
        picture: The picture.
        ink: Its colours.
        name: Where several stand on one page: what tells their ids apart.
    """
    draw = {"bars": _bars, "cells": _cells, "cycles": _cycles}[picture.kind]
    height, shapes = draw(picture, ink)
    body = "\n".join(shapes)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="{name}-title {name}-desc" font-family="{_FONT}" font-size="14" '
        'style="max-width:100%;height:auto">\n'
        f'<title id="{name}-title">{_esc(picture.title)}</title>\n<desc id="{name}-desc">{_esc(picture.says)}</desc>\n'
        f'<rect width="{_WIDTH}" height="{height}" fill="{ink.ground}"/>\n{body}\n</svg>\n'
    )


def _bars(picture: Picture, ink: Ink) -> tuple[int, Iterator[str]]:
    tall, top = 130, 56
    return top + tall + 52, _draw_bars(picture, ink, tall, top)


def _draw_bars(picture: Picture, ink: Ink, tall: int, top: int) -> Iterator[str]:
    step = (_WIDTH - 20) / len(picture.rows)
    wide = min(24.0, step * 0.36)
    yield _key(picture, ink)
    for place, (row, shares) in enumerate(zip(picture.rows, picture.shares, strict=True)):
        middle = 10 + step * (place + 0.5)
        for side, (number, share) in enumerate(zip(row[1:], shares, strict=True)):
            # Two stand side by side around the middle, one stands on it.
            left = middle + (side - 1) * (wide + 2) if len(shares) > 1 else middle - wide / 2
            high = round(share * tall, 1)
            yield _box((left, top + tall - high, wide, high), ink, side == 1) if high else ""
            yield _text((left + wide / 2, top + tall - high - 5), number if high else "–", ink.quiet, _MIDDLE)
        first, _, second = row[0].rpartition(" ")
        yield _text((middle, top + tall + 20), first or second, ink.ink, _MIDDLE)
        is_new = place == 0 or not picture.rows[place - 1][0].endswith(second)
        yield _text((middle, top + tall + 38), second, ink.quiet, _MIDDLE) if first and is_new else ""
    yield f'<path d="M10 {top + tall + 0.5}H{_WIDTH - 10}" stroke="{ink.line}"/>'


def _key(picture: Picture, ink: Ink) -> str:
    first = _box((12, 10, 14, 14), ink, False) + _text((34, 22), picture.head[1], ink.ink)
    if len(picture.head) == 2:  # when, and one thing
        return first
    left = 34 + 8 * len(picture.head[1])
    return first + _box((left, 10, 14, 14), ink, True) + _text((left + 22, 22), picture.head[2], ink.ink)


def _box(at: tuple[float, float, float, float], ink: Ink, is_second: bool) -> str:
    left, top, wide, high = at
    fill = f'fill="{ink.second}" stroke="{ink.full}" stroke-width="1.5"' if is_second else f'fill="{ink.full}"'
    return f'<rect x="{left:.1f}" y="{top:.1f}" width="{wide:.1f}" height="{high:.1f}" rx="2" {fill}/>'


def _cells(picture: Picture, ink: Ink) -> tuple[int, Iterator[str]]:
    return 48 + _LINE * len(picture.rows) + 8, _draw_cells(picture, ink)


def _draw_cells(picture: Picture, ink: Ink) -> Iterator[str]:
    wide = (_WIDTH - _NAMES - 8) / (len(picture.head) - 1)
    for place, name in enumerate(picture.head[1:]):
        first, _, second = name.rpartition(" ")
        middle = _NAMES + wide * (place + 0.5)
        yield _text((middle, 18), first or second, ink.ink, _MIDDLE + _SMALL)
        yield _text((middle, 34), second, ink.quiet, _MIDDLE + _SMALL) if first else ""
    for line, (row, shares) in enumerate(zip(picture.rows, picture.shares, strict=True)):
        top = 44 + line * _LINE
        yield _text((8, top + 21), row[0], ink.ink, wide=_NAMES - 16)
        for place, (number, share) in enumerate(zip(row[1:], shares, strict=True)):
            yield _cell((_NAMES + wide * place, top, wide), number, share, ink)


def _cell(at: tuple[float, float, float], number: str, share: float, ink: Ink) -> str:
    left, top, wide = at
    fill = _mix(ink.second, ink.full, share) if share else ink.ground
    edge = f'stroke="{ink.full if share else ink.line}" stroke-width="{1 if share else 0.5}"'
    place = f'x="{left + 1:.1f}" y="{top + 1}" width="{wide - 2:.1f}" height="{_LINE - 2}"'
    box = f'<rect {place} rx="3" fill="{fill}" {edge}/>'
    word = ink.quiet if not share else ink.ground if share > 0.6 else ink.ink
    return box + _text((left + wide / 2, top + 22), number, word, _MIDDLE)


def _cycles(picture: Picture, ink: Ink) -> tuple[int, Iterator[str]]:
    return 56 * len(picture.rows) + 8, _draw_cycles(picture, ink)


def _draw_cycles(picture: Picture, ink: Ink) -> Iterator[str]:
    for line, (row, shares) in enumerate(zip(picture.rows, picture.shares, strict=True)):
        middle = 32 + line * 56
        is_last = line == len(picture.rows) - 1
        yield "" if is_last else f'<path d="M24 {middle + 14}V{middle + 42}" stroke="{ink.line}" stroke-width="1.5"/>'
        fill = f'fill="{ink.full}"' if shares[0] else f'fill="{ink.ground}" stroke-dasharray="4 3"'
        yield f'<circle cx="24" cy="{middle}" r="12" stroke="{ink.full}" stroke-width="1.5" {fill}/>'
        yield _text((50, middle - 4), row[0], ink.ink, _BOLD, wide=440)
        yield _text((50, middle + 15), row[1], ink.quiet, wide=440)
        yield _text((_WIDTH - 12, middle + 5), row[2], ink.ink if shares[0] else ink.quiet, _END)


def _text(at: tuple[float, float], words: str, colour: str, style: str = "", wide: int = 0) -> str:
    shown = words if not wide else _fit(words, wide // 7)
    full = f"<title>{_esc(words)}</title>" if shown != words else ""
    return f'<text x="{at[0]:.1f}" y="{at[1]:.1f}" fill="{colour}"{style}>{full}{_esc(shown)}</text>'


def _fit(words: str, length: int) -> str:
    return words if len(words) <= length else words[: length - 1].rstrip() + "…"


def _mix(low: str, high: str, share: float) -> str:
    pairs = ((int(low[at : at + 2], 16), int(high[at : at + 2], 16)) for at in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def _esc(text: str) -> str:
    return html.escape(text, quote=True)
