"""A brief as slides: one for the story in few words, and the words behind it on the next."""

from __future__ import annotations

import datetime as dt
import io
import math
import re
from collections.abc import Iterator, Mapping, Sequence

from pptx.opc.constants import RELATIONSHIP_TYPE as RT
from pptx.oxml.ns import qn
from pptx.oxml.xmlchemy import OxmlElement
from pptx.presentation import Presentation as Deck
from pptx.slide import Slide
from pptx.text.text import _Paragraph

from coach.models import BriefResult, ClaimKind, SectionKind

from .packing import pack_again
from .sheet import Chapter, Row, Said, Sheet, lay_out, spread_marks
from .slides_parts import (
    PRIMARY,
    QUIET,
    TINT,
    Look,
    Place,
    add_box,
    add_paragraph,
    add_run,
    add_slide,
    add_table,
    new_deck,
)

_WIDTHS = (0.6, 5.3, 2.4, 1.7, 2.1)
_HEAD = ("No.", "What the notes say", "Note", "When", "May be quoted")
_LINES_A_SLIDE = 26
_ITEMS_SHOWN = 12
_CLAIMS = 5
_STORY_LETTERS = 320
_MARK = re.compile(r"\[(\d+)\]")
# Such a sentence leans on the one before it.
_LEANS = re.compile(r"(?:it|they|this|that|these|those|what (?:they|it)|and|but|so)\b", re.IGNORECASE)
_LETTERS_SHOWN = 700
# How many claims each part may send to the slide, in the order of a second look.
_TURNS = (
    SectionKind.CAN_NOW,
    SectionKind.NOT_YET,
    SectionKind.STORIES,
    SectionKind.CONTRIBUTION,
    SectionKind.CAN_NOW,
    SectionKind.SET_OUT,
    SectionKind.NOT_YET,
)


def render_brief_pptx(result: BriefResult) -> bytes:
    """Return a brief as PPTX: the story, the evidence, and the whole page in the speaker's notes."""
    sheet = lay_out(result)
    deck = new_deck()
    _set_properties(deck, sheet)
    story = _add_story(deck, sheet)
    backing = _add_backing(deck, sheet)
    _link_marks(story, backing)
    _write_notes(story, _notes(sheet))
    held = io.BytesIO()
    deck.save(held)
    return pack_again(held.getvalue())


def choose_claims(sheet: Sheet) -> list[Said]:
    """Return the three to five claims for the slide, in the page's order: short ones that stand on their own."""
    left = {part.kind: _claims(part) for part in sheet.chapters}
    chosen: list[tuple[int, Said]] = []
    for kind in _TURNS:
        if left.get(kind) and len(chosen) < _CLAIMS:
            chosen.append((list(left).index(kind), left[kind].pop(0)))
    return [one for _, one in sorted(chosen, key=lambda pair: pair[0])]


def _claims(part: Chapter) -> list[Said]:
    claims = [one for one in part.said if one.kind.is_claim and one.marks]
    if part.kind is SectionKind.STORIES:
        return [_one_story(claims)] if claims else []
    own = [one for one in claims if one.kind is not ClaimKind.COUNT] or claims
    return sorted(own, key=lambda one: (bool(_LEANS.match(one.text)), len(one.text)))


def _one_story(links: Sequence[Said]) -> Said:
    """Return a story as one claim; where it is long, how it began and how it ended, and that something is between."""
    is_short = sum(len(one.text) for one in links) <= _STORY_LETTERS
    told = links if is_short or len(links) < 3 else (links[0], links[-1])
    marks = tuple(sorted({mark for one in told for mark in one.marks}))
    return Said((" " if told is links else " … ").join(one.text for one in told), marks, ClaimKind.STORY)


def _set_properties(deck: Deck, sheet: Sheet) -> None:
    properties = deck.core_properties
    properties.title, properties.author, properties.last_modified_by = sheet.title[:255], "Coach", "Coach"
    properties.subject, properties.language = " · ".join(sheet.about)[:255], "en-GB"
    properties.keywords, properties.revision = "learning, community of practice", 1
    if sheet.made_on:
        made = sheet.made_on.astimezone(dt.UTC).replace(tzinfo=None)
        properties.created = properties.modified = made


def _add_story(deck: Deck, sheet: Sheet) -> Slide:
    slide = add_slide(deck, sheet.title, 30 if len(sheet.title) <= 60 else 24)
    if sheet.about:
        about = add_box(slide, "Whose, for whom, as of when", Place(0.6, 1.3, 12.1, 0.5))
        add_run(about.paragraphs[0], " · ".join(sheet.about), Look(12, QUIET))
    claims, asks = choose_claims(sheet), _asks(sheet)
    width = 8.0 if asks else 12.1
    size = _size_of([one.text for one in claims], width, 5.3)
    frame = add_box(slide, "What we can say", Place(0.6, 1.95, width, 5.2))
    for place, one in enumerate(claims):
        paragraph = add_paragraph(frame, place == 0, size * 0.6)
        add_run(paragraph, one.text + "\u202f", Look(size))
        _add_marks(paragraph, one)
    if not claims:
        missing = next((part.gap for part in sheet.chapters if part.gap), "The notes of this time do not say.")
        add_run(frame.paragraphs[0], f"What is missing: {missing}", Look(20))
    if asks:
        _add_asks(slide, next(part.title for part in sheet.chapters if part.kind is SectionKind.ASK), asks)
    return slide


def _add_marks(paragraph: _Paragraph, said: Said) -> None:
    before = ""
    for mark, then in spread_marks(said.marks):
        if before:
            # Two links side by side would be taken for one.
            add_run(paragraph, before, Look(12, PRIMARY))
        add_run(paragraph, f"[{mark}]", Look(12, PRIMARY))
        before = then or "\u202f"


def _add_asks(slide: Slide, title: str, asks: Sequence[str]) -> None:
    size = _size_of(asks, 3.7, 4.2)
    lines = sum(_lines(ask, 3.5, size) for ask in asks)
    high = 0.75 + (lines * 1.2 + len(asks) * 0.6) * size / 72
    frame = add_box(slide, title, Place(9.0, 1.95, 3.7, min(high, 5.2)), TINT)
    add_run(add_paragraph(frame, True, 8), title, Look(18, PRIMARY, is_bold=True))
    for ask in asks:
        add_run(add_paragraph(frame, False, size * 0.5), ask, Look(size))


def _asks(sheet: Sheet) -> list[str]:
    said = (one for part in sheet.chapters if part.kind is SectionKind.ASK for one in part.said)
    return [one.text for one in said if one.kind is ClaimKind.ASK][:4]


def _size_of(texts: Sequence[str], width: float, height: float) -> float:
    """Return the largest size at which these paragraphs fit, never too small to be read in a room."""
    for size in (22, 20, 18, 16):
        lines = sum(_lines(text, width - 0.2, size) for text in texts)
        if (lines * 1.2 + len(texts) * 0.6) * size / 72 <= height:
            return size
    return 14


def _lines(text: str, width: float, size: float) -> int:
    # A letter of this face is about half as wide as it is high.
    return max(1, math.ceil(len(text) * size * 0.48 / 72 / width))


def _add_backing(deck: Deck, sheet: Sheet) -> dict[int, Slide]:
    """Add the slides of evidence and return on which one each mark's row stands."""
    found: dict[int, Slide] = {}
    for place, rows in enumerate(_slides_of(sheet.rows)):
        title = sheet.headings.evidence + (" (continued)" if place else "")
        slide = add_slide(deck, title, 24)
        lines = [(f"[{row.mark}]", _shown(row), *_beside(row)) for row in rows]
        span = f"Rows {rows[0].mark} to {rows[-1].mark}. {sheet.headings.evidence_says}"
        add_table(slide, (sheet.headings.evidence, span), _WIDTHS, [_HEAD, *lines])
        whole = [f"[{row.mark}] {row.said}" for row in rows if _shown(row) != row.said]
        _write_notes(slide, "\n".join([span, *whole]))
        found |= dict.fromkeys((row.mark for row in rows), slide)
    return found


def _slides_of(rows: Sequence[Row]) -> Iterator[list[Row]]:
    held: list[Row] = []
    used = 0.0
    for row in rows:
        widths = (sum(_WIDTHS[1:]), *_WIDTHS[2:]) if row.is_count else _WIDTHS[1:]
        cells = zip((_shown(row), *_beside(row)), widths, strict=True)
        lines = max(_lines(words, width - 0.16, 12) for words, width in cells) + 0.45
        if held and used + lines > _LINES_A_SLIDE:
            yield held
            held, used = [], 0.0
        held.append(row)
        used += lines
    if held:
        yield held


def _beside(row: Row) -> tuple[str, str, str]:
    return ("", "", "") if row.is_count else (row.note or "–", row.when or "–", row.consent or "–")


def _shown(row: Row) -> str:
    """Return what a row says on a slide; what is too long for one stands whole in its notes."""
    words = row.said
    if len(row.items) > _ITEMS_SHOWN:
        more = f"{len(row.items) - _ITEMS_SHOWN} more below in the notes"
        words = f"{row.says}: {'; '.join((*row.items[:_ITEMS_SHOWN], more))}"
    if len(words) > _LETTERS_SHOWN:
        return words[:_LETTERS_SHOWN].rsplit(" ", 1)[0] + " … (all of it below in the notes)"
    return words


def _link_marks(story: Slide, backing: Mapping[int, Slide]) -> None:
    """Let each mark on the story's slide lead to the slide of its row."""
    for run in list(story.element.iter(qn("a:r"))):
        found = _MARK.fullmatch(run.text or "")
        slide = backing.get(int(found[1])) if found else None
        if slide is not None:
            link = OxmlElement("a:hlinkClick")
            link.set(qn("r:id"), story.part.relate_to(slide.part, RT.SLIDE))
            link.set("action", "ppaction://hlinksldjump")
            run.get_or_add_rPr().append(link)


def _write_notes(slide: Slide, words: str) -> None:
    frame = slide.notes_slide.notes_text_frame
    if frame is not None:
        frame.text = words


def _notes(sheet: Sheet) -> str:
    lines = [sheet.title, " · ".join(sheet.about), _say(sheet.made_from)]
    for part in sheet.chapters:
        lines += ["", part.title, *map(_say, part.said)]
        lines += [f"What is missing: {part.gap}"] if part.gap else []
    return "\n".join(lines)


def _say(said: Said) -> str:
    return " ".join(filter(None, (said.text, "".join(f"[{mark}]{then}" for mark, then in spread_marks(said.marks)))))
