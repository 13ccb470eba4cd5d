"""The brief as documents that leave the house: each with the words behind it."""

from .forms import (
    BRIEF_FORMS,
    MEDIA_TYPES,
    BriefForm,
    brief_file_name,
    render_brief,
    render_brief_docx,
    render_brief_pdf,
    render_brief_pptx,
)
from .markdown import render_answer_markdown, render_brief_markdown
from .pictures import Picture, pictures_of, to_table
from .svg import DARK, LIGHT, Ink, to_svg

__all__ = [
    "BRIEF_FORMS",
    "DARK",
    "LIGHT",
    "MEDIA_TYPES",
    "BriefForm",
    "Ink",
    "Picture",
    "brief_file_name",
    "pictures_of",
    "render_answer_markdown",
    "render_brief",
    "render_brief_docx",
    "render_brief_markdown",
    "render_brief_pdf",
    "render_brief_pptx",
    "to_svg",
    "to_table",
]
