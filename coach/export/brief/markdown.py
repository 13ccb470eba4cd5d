"""A brief and an answer as Markdown: the page, then the words behind it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from coach.export.markdown import escape
from coach.models import BriefResult, ClaimKind, NotesAnswer

from .pictures import Picture, pictures_of
from .sheet import Chapter, Marks, Row, Said, lay_out, say_drafted, say_findings, spread_marks
from .words import to_line

_MORE = str.maketrans({char: "\\" + char for char in "&~$"})
_LEADS = re.compile(r"^(\d+)([.)])|^([-+=])")


def render_brief_markdown(result: BriefResult) -> str:
    """Return a brief as Markdown."""
    sheet = lay_out(result)
    blocks = [
        f"# {_literal(sheet.title)}",
        f"_{' · '.join(map(_literal, sheet.about))}_" if sheet.about else "",
        _say(sheet.made_from) if sheet.made_from.text else "",
        *(block for part in sheet.chapters for block in _chapter(part)),
        *_evidence(sheet.headings.evidence, sheet.headings.evidence_says, sheet.rows),
        *_list(sheet.headings.left_out, sheet.left_out),
        *_pictures(sheet.headings.pictures, pictures_of(result.brief.pictures)),
        *_list("To look at before you send this", sheet.look_at),
    ]
    return _to_text(blocks)


def render_answer_markdown(answer: NotesAnswer) -> str:
    """Return an answer from the notes as Markdown."""
    marks = Marks()
    said = [Said(to_line(one.text), marks.of(one), one.kind, one.id) for one in answer.sentences]
    near = Marks()
    for evidence in answer.near:
        near.said(evidence)
    looked = f"{answer.searched} note{'' if answer.searched == 1 else 's'} looked through"
    facts = [
        fact for fact in (looked, say_drafted(answer.drafting.by if answer.drafting else answer.drafted_by)) if fact
    ]
    blocks = [
        f"# {_literal(answer.question) or 'A question to the notes'}",
        " ".join(map(_say, said)) if said else "The notes do not say.",
        _literal(answer.message),
        *_evidence("The words behind it", "", marks.rows),
        *_evidence("What comes nearest", "", near.rows),
        *_list("To look at before you pass this on", say_findings(answer.findings, {})),
        f"_{_literal('. '.join(facts))}._",
    ]
    return _to_text(blocks)


def _to_text(blocks: Iterable[str]) -> str:
    return "\n\n".join(block for block in blocks if block) + "\n"


def _literal(text: str) -> str:
    """Return a text as Markdown shows it literally, formulas and beginnings of lists too: notes are data."""
    words = escape(to_line(text)).translate(_MORE)
    return _LEADS.sub(lambda found: f"{found[1]}\\{found[2]}" if found[1] else f"\\{found[3]}", words)


def _say(said: Said) -> str:
    marks = "".join(f"[{mark}]{then}" for mark, then in spread_marks(said.marks))
    return f"{_literal(said.text)} {marks}".strip()


def _chapter(part: Chapter) -> list[str]:
    gap = f"_What is missing:_ {_literal(part.gap)}" if part.gap else ""
    is_quoted = part.kind.value == "ask"
    listed = "\n".join(f"- **{_say(said)}**" if is_quoted else f"- {_say(said)}" for said in part.listed)
    lead = " ".join(map(_say, part.lead))
    if is_quoted and part.lead and part.lead[0].kind is ClaimKind.ASK:
        lead = f"**{lead}**"
    return [f"## {_literal(part.title)}", lead, listed, gap]


def _evidence(title: str, says: str, rows: Sequence[Row]) -> list[str]:
    if not rows:
        return []
    head = "| | What the notes say | Note | When | How it may be quoted |\n|---:|---|---|---|---|"
    lines = [
        f"| [{row.mark}] | {_literal(row.said)} | {_literal(row.note) or '–'} | {_literal(row.when) or '–'} "
        f"| {row.consent or '–'} |"
        for row in rows
    ]
    return [f"## {title}", says, "\n".join([head, *lines])]


def _pictures(title: str, pictures: Sequence[Picture]) -> list[str]:
    if not pictures:
        return []
    return [
        f"## {title}",
        *(block for picture in pictures for block in (f"### {picture.title}", _literal(picture.says), _grid(picture))),
    ]


def _grid(picture: Picture) -> str:
    lines = [picture.head, ["---"] * len(picture.head), *picture.rows]
    return "\n".join(f"| {' | '.join(cell if cell == '---' else _literal(cell) for cell in line)} |" for line in lines)


def _list(title: str, lines: Sequence[str]) -> list[str]:
    return [f"## {title}", "\n".join(f"- {_literal(line)}" for line in lines)] if lines else []
