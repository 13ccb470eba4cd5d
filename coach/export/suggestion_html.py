"""A suggestion's Markdown as HTML in which nothing can be clicked, fetched or run: suggestions are data."""

from __future__ import annotations

from markdown_it import MarkdownIt

_HEADINGS_FROM = 3
"""A suggestion stands under the headings of whatever shows it."""
_LOWEST = 6
_READER = MarkdownIt("commonmark", {"html": False}).enable("table")
_READER.disable(["link", "image", "autolink", "reference", "html_inline", "html_block"])


def render_suggestion(text: str) -> str:
    """Return Markdown as HTML; links, pictures and tags are shown as the letters they are."""
    tokens = _READER.parse(text)
    for token in tokens:
        if token.type in ("heading_open", "heading_close"):
            token.tag = f"h{min(_LOWEST, int(token.tag[1:]) + _HEADINGS_FROM)}"
    rendered: str = _READER.renderer.render(tokens, _READER.options, {})
    return rendered
