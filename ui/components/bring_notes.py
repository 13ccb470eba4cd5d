"""Three ways to bring notes: a folder on this machine, files, or words typed here."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import streamlit as st

from coach.models import IngestReport, IngestRequest, Skipped, TextNote
from coach.ports import Progress

from .. import resources, state
from ..long_work import LongWork
from ..markup import show_html, tag
from ..wording import count
from .rights import USUAL_RIGHTS, Rights, show_rights

_TYPES = ["md", "markdown", "txt", "html", "htm"]
WAITING = "Something is still being taken in here; this will wait until it is done."


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


@dataclass(frozen=True)
class Jotting:
    """What stood in the box when it was handed in, to empty the box of exactly that."""

    text: str
    """The words."""
    title: str
    """What to call it, as it stood there."""
    work: LongWork
    """The work that keeps it."""


def begin(bringing: Bringing) -> LongWork | None:
    """Start bringing something in, and remember the folder it came from; None while something else is coming in."""
    resources.long_works().forget(work_name())
    work = resources.long_works().start(work_name(), bringing.what, bringing.job)
    if work:
        _note_down("notes.last_folder", bringing.folder)
    return work


def _note_down(name: str, value: Any) -> None:
    state.record().typed[f"{state.record().community}/{name}"] = value


def _show_waiting() -> None:
    show_html(tag("p", WAITING, "c-said", role="status"))


def bring_folder(request: IngestRequest) -> Bringing:
    """Return the bringing-in of a folder."""
    coach, name = resources.coach(), state.record().community
    return Bringing(f"Reading {request.folder}", lambda progress: coach.ingest(name, request, progress), request)


def bring_texts(what: str, texts: Sequence[TextNote]) -> Bringing:
    """Return the bringing-in of jottings."""
    coach, name = resources.coach(), state.record().community
    return Bringing(what, lambda progress: coach.add_texts(name, texts, progress))


def bring_files(files: Sequence[tuple[str, bytes]], rights: Rights) -> Bringing:
    """Return the bringing-in of uploads: their names and what is in them."""
    coach, name = resources.coach(), state.record().community

    def job(progress: Progress) -> IngestReport:
        read = [coach.read_upload(path, data, visibility=rights[0], consent=rights[1]) for path, data in files]
        texts = [one for one in read if isinstance(one, TextNote)]
        skipped = tuple(one for one in read if isinstance(one, Skipped))
        report = coach.add_texts(name, texts, progress) if texts else IngestReport(source="uploads")
        return report.model_copy(update={"skipped": (*skipped, *report.skipped)})

    return Bringing(f"Reading {count(len(files), 'file')}", job)


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
    title = state.typed("notes.jot_title", "")
    note = TextNote(text=text, title=title.strip(), visibility=rights[0], consent=rights[1])
    work = begin(bring_texts("Keeping your note", [note]))
    if work is None:
        _show_waiting()
        return
    _note_down("notes.jotted", Jotting(text, title, work))
    st.rerun()


def clear_jotting() -> None:
    """Empty the box of words that are safely kept: once, and never of words that were typed since."""
    jotting: Jotting | None = state.typed("notes.jotted", None)
    if jotting is None or not jotting.work.has_ended:
        return
    _note_down("notes.jotted", None)
    report = jotting.work.result
    is_kept = report is not None and report.added + report.changed > 0
    if is_kept and state.typed("notes.jotting", "") == jotting.text:
        state.put("notes.jotting", "")
        if state.typed("notes.jot_title", "") == jotting.title:
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
        if begin(bring_files([(file.name, file.getvalue()) for file in files], rights)):
            _note_down("notes.uploads", state.typed("notes.uploads", 0) + 1)  # a new key is an empty uploader
            st.rerun()
        _show_waiting()


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
        if not folder:
            show_html(tag("p", "Say which folder first.", "c-said", role="status"))
        elif begin(bring_folder(_to_request(folder, rights))):
            st.rerun()
        else:
            _show_waiting()


def _to_request(folder: str, rights: Rights) -> IngestRequest:
    # Only an answer that somebody picked reaches notes that are here already: reading a folder again must never
    # open up a note that a person had closed.
    return IngestRequest(
        folder=folder,
        visibility=rights[0] if rights[0] is not USUAL_RIGHTS[0] else None,
        consent=rights[1] if rights[1] is not USUAL_RIGHTS[1] else None,
    )
