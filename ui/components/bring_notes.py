"""Three ways to bring notes: a folder on this machine, files, or words typed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coach.models import IngestRequest, TextNote
from coach.ports import Progress

from .. import resources, state
from ..markup import show_html, tag
from ..wording import count
from .rights import Rights, show_rights

_TYPES = ["md", "markdown", "txt", "html", "htm"]
_BOMS = ((b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16"))


@dataclass(frozen=True)
class Bringing:
    """Something that a person asked to bring in."""

    what: str
    """What is being done, in words."""
    job: Callable[[Progress], Any]
    """The job, to be run in a thread of its own."""
    folder: IngestRequest | None = None
    """The folder it reads, to ask again when too much would go."""


def work_name() -> str:
    """Return the name under which this community's ingest runs."""
    return f"{state.actor().id}/{state.record().community}"


def begin(bringing: Bringing) -> None:
    """Start bringing something in, and remember the folder it came from."""
    resources.long_works().forget(work_name())
    state.record().typed[f"{state.record().community}/notes.last_folder"] = bringing.folder
    resources.long_works().start(work_name(), bringing.what, bringing.job)


def bring_folder(request: IngestRequest) -> Bringing:
    """Return the bringing-in of a folder."""
    coach, name = resources.coach(), state.record().community
    return Bringing(f"Reading {request.folder}", lambda progress: coach.ingest(name, request, progress), request)


def bring_texts(what: str, texts: Sequence[TextNote]) -> Bringing:
    """Return the bringing-in of uploads or jottings."""
    coach, name = resources.coach(), state.record().community
    return Bringing(what, lambda progress: coach.add_texts(name, texts, progress))


def show_bring_notes() -> None:
    """Draw the three ways, with who may read and quote what is brought."""
    ways = st.tabs(["Write one down", "Upload files", "Read a folder"])
    with ways[0]:
        _show_jotting()
    with ways[1]:
        _show_upload()
    with ways[2]:
        _show_folder()


def _show_jotting() -> None:
    st.text_area(
        "Paste a note, or jot one line after a meeting",
        height=150,
        placeholder="What did somebody say that you would like to come back to?",
        **state.kept("notes.jotting", ""),
    )
    st.text_input("What to call it", placeholder="The first line, when left empty", **state.kept("notes.jot_title", ""))
    rights = show_rights("jot")
    if st.button("Keep this note", type="primary", key="keep-jotting"):
        _keep_jotting(rights)


def _keep_jotting(rights: Rights) -> None:
    text = state.typed("notes.jotting", "")
    if not text.strip():
        show_html(tag("p", "There are no words to keep yet. One line is enough.", "c-said", role="status"))
        return
    title = state.typed("notes.jot_title", "").strip()
    note = TextNote(text=text, title=title, visibility=rights[0], consent=rights[1])
    begin(bring_texts("Keeping your note", [note]))
    st.rerun()


def clear_jotting() -> None:
    """Empty the box once its words are safely kept."""
    state.put("notes.jotting", "")
    state.put("notes.jot_title", "")


def _show_upload() -> None:
    files = st.file_uploader(
        "Markdown, text or HTML files",
        type=_TYPES,
        accept_multiple_files=True,
        key=f"upload-{state.record().community}-{state.typed('notes.uploads', 0)}",
    )
    rights = show_rights("upload")
    words = f"Bring {count(len(files), 'file')} in" if files else "Bring files in"
    if st.button(words, type="primary", disabled=not files, key="bring-files"):
        texts = [
            TextNote(
                text=decode(file.getvalue()), path=file.name, source="uploads", visibility=rights[0], consent=rights[1]
            )
            for file in files
        ]
        state.record().typed[f"{state.record().community}/notes.uploads"] = state.typed("notes.uploads", 0) + 1
        begin(bring_texts(f"Reading {count(len(files), 'file')}", texts))
        st.rerun()


def decode(data: bytes) -> str:
    """Return a file's text: UTF-16 when it says so, UTF-8 when it is, else the way Windows writes it."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return data.decode(encoding, errors="replace")
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _show_folder() -> None:
    st.text_input(
        "Folder on this machine",
        placeholder="A whole path, such as /home/you/notes",
        **state.kept("notes.folder", ""),
    )
    show_html(tag("p", "Everything under it is read, and nothing in it is changed.", "c-hint"))
    rights = show_rights("folder")
    if st.button("Read this folder", type="primary", key="bring-folder"):
        folder = state.typed("notes.folder", "").strip()
        if folder:
            begin(bring_folder(IngestRequest(folder=folder, visibility=rights[0], consent=rights[1])))
            st.rerun()
        show_html(tag("p", "Say which folder first.", "c-said", role="status"))
