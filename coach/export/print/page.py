"""The sheet of paper: one HTML file, its style inside, light, and nothing that runs or is fetched."""

from __future__ import annotations

import datetime as dt
import html
from collections.abc import Iterable

from coach.models import Part

# Fonts that machines already have; every size on paper is 11 points or more.
_STYLE = """
@page { size: A4; margin: 11mm 12mm; }
* { box-sizing: border-box; }
:root { color-scheme: light; }
html { background: #ffffff; }
body { margin: 0; color: #17191c; font: 11pt/1.32 "Helvetica Neue", Helvetica, Arial, "Liberation Sans", sans-serif;
  font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }
h1, h2, h3 { font-family: Georgia, "Liberation Serif", serif; font-weight: 600; margin: 0; line-height: 1.2;
  break-after: avoid; }
h1 { font-size: 17pt; } h2 { font-size: 13pt; } h3 { font-size: 12pt; }
p, ul, ol { margin: 0; }
.quiet { color: #4d514e; }
.hint { font-size: 11pt; color: #4d514e; background: #f3efe7; padding: 3mm 4mm; margin: 0 0 6mm; }
.line { border-bottom: 0.3mm solid #8a8c86; min-height: 7.5mm; flex: 1 1 7.5mm; }
.begin { display: flex; flex-direction: column; flex: 1 1 auto; break-inside: avoid; }
@media screen {
  html { background: #ece7de; }
  body { max-width: 210mm; margin: 8mm auto; padding: 11mm 12mm; background: #ffffff; }
}
@media print { .hint { display: none; } }
"""


_KIND = {
    "opening": "To begin",
    "activity": "The work itself",
    "review": "Looking at it together",
    "capture": "What we keep",
    "open": "Room for what comes up",
    "break": "Break",
}


def name_of(part: Part) -> str:
    """Return a part's title, or what it is for where it has none."""
    return part.title if part.title.strip() else _KIND[part.kind]


def say_people(count: int) -> str:
    """Return `1 person` or `14 people`."""
    return "1 person" if count == 1 else f"{count} people"


def esc(text: str) -> str:
    """Return a text of a plan on one line, as HTML shows it literally: notes are data."""
    return html.escape(" ".join(text.split()), quote=True)


def to_document(title: str, style: str, body: str) -> str:
    """Return a whole file."""
    return (
        '<!doctype html>\n<html lang="en-GB">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        # Not even a browser extension's idea of a script or a picture gets in.
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
        f"<title>{esc(title)}</title>\n<style>{_STYLE}{style}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    )


def writing_lines(count: int) -> str:
    """Return so many lines to write on; they grow where the sheet has room."""
    return '<div class="line"></div>' * count


def prompts_to_fill(texts: Iterable[str]) -> str:
    """Return beginnings or questions, each with a line to write on; nothing when there are none."""
    return "".join(
        f'<div class="begin"><p>{esc(text)}</p>{writing_lines(1)}</div>' for text in texts if text.strip()
    )  # fmt: skip


def listed(lines: Iterable[str], kind: str = "ul") -> str:
    """Return plain lines as a list; nothing when there are none."""
    rows = "".join(f"<li>{esc(line)}</li>" for line in lines if line.strip())
    return f"<{kind}>{rows}</{kind}>" if rows else ""


def clock(minute: int, begins: dt.time | None) -> str:
    """Return a minute of the session as `0:05`, or as `14:05` when it is known when the session begins."""
    if begins is None:
        return f"{minute // 60}:{minute % 60:02d}"
    whole = (begins.hour * 60 + begins.minute + minute) % (24 * 60)
    return f"{whole // 60:02d}:{whole % 60:02d}"
