"""Which form a brief leaves the house in, and what its file is called."""

from __future__ import annotations

import re
from typing import Literal, get_args

from coach.models import Brief, BriefResult

from .markdown import render_brief_markdown
from .words import to_line

BriefForm = Literal["markdown", "docx", "pdf", "pptx"]
"""The forms: text, a document to go on writing, a page to print, slides."""
BRIEF_FORMS: tuple[BriefForm, ...] = get_args(BriefForm)
"""All of them, the plainest first."""
MEDIA_TYPES: dict[BriefForm, str] = {
    "markdown": "text/markdown",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
}
"""What a browser is told of each."""
_LONGEST = 60


def render_brief(result: BriefResult, form: BriefForm) -> bytes:
    """Return a brief as a file of this form; the same brief gives the same file.

    Args:
        result: The brief with what the checks say of it.
        form: Which form.
    """
    if form == "docx":
        return render_brief_docx(result)
    if form == "pdf":
        return render_brief_pdf(result)
    if form == "pptx":
        return render_brief_pptx(result)
    return render_brief_markdown(result).encode()


def render_brief_docx(result: BriefResult) -> bytes:
    """Return a brief as a Word document."""
    from .word import render_brief_docx as render

    return render(result)


def render_brief_pdf(result: BriefResult) -> bytes:
    """Return a brief as a tagged PDF."""
    from .pdf import render_brief_pdf as render

    return render(result)


def render_brief_pptx(result: BriefResult) -> bytes:
    """Return a brief as slides."""
    from .slides import render_brief_pptx as render

    return render(result)


def brief_file_name(brief: Brief, form: BriefForm) -> str:
    """Return what to call a brief's file: `brief-review-guild-2026-11-26.pdf`.

    Args:
        brief: The brief.
        form: Its form.
    """
    of = "-".join(re.findall(r"[^\W_]+", to_line(brief.community).lower()))[:_LONGEST].strip("-")
    day = f"{brief.made_at:%Y-%m-%d}" if brief.made_at else ""
    return "-".join(filter(None, ("brief", of, day))) + f".{'md' if form == 'markdown' else form}"
