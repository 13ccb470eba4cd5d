"""The lines that people typed as outcomes of their own, and changing one of them where it stands."""

from __future__ import annotations

import re
from collections.abc import Sequence

import streamlit as st

from .. import state
from ..markup import esc, show_html, tag
from .notice import Notice, say
from .outcome_chosen import let_go, say_anew
from .outcome_level import move_level
from .outcome_words import Sentence, id_of

OWN = "outcomes.own"
_MENDED = "outcomes.mended"
_NUMBERING = re.compile(r"^(?:[-*•–·]+|\(?\d{1,3}[.)])\s+")


def own_lines() -> list[str]:
    """Return the lines that hold words, each once, without bullets and numbers."""
    lines = (plain(line) for line in _typed())
    return list(dict.fromkeys(line for line in lines if line))


def plain(line: str) -> str:
    """Return a line without its bullet or number."""
    return " ".join(_NUMBERING.sub("", line.strip()).split())


def _typed() -> list[str]:
    return str(state.typed(OWN, "")).splitlines()


def sentence_of(line: str) -> Sentence:
    """Return a line as an outcome."""
    one = id_of(line)

    def put(words: Sequence[str]) -> None:
        _replace(line, words)
        for new in words:
            move_level(one, id_of(new))
        say_anew(one, (id_of(words[0]), words[0]))

    return Sentence(one, line, put, may_split=True)


def _replace(line: str, words: Sequence[str]) -> None:
    state.put(OWN, "\n".join(new for old in _typed() for new in (words if plain(old) == line else (old,))))
    mended = _mended()
    first = mended.pop(line, line)
    mended |= {new: first for new in words if new != first}
    state.put(_MENDED, mended)


def _mended() -> dict[str, str]:
    return dict(state.typed(_MENDED, {}))


def before_of(line: str) -> str:
    """Return what a line said before its words were changed here; nothing where they were not."""
    return _mended().get(line, "")


def show_before(sentence: Sentence) -> None:
    """Say what a line said before, with the way back."""
    before = before_of(sentence.text)
    if not before:
        return
    with st.container(key=f"before-{sentence.id}", horizontal=True, vertical_alignment="center", gap="small"):
        show_html(tag("p", f"It said: {esc(before)}", "c-hint"))
        st.button("Put it back", key=f"unmend-{sentence.id}", type="tertiary", on_click=_put_back, args=(before,))


def _put_back(before: str) -> None:
    # Two lines that came from one go back into that one.
    mended = _mended()
    ours = [new for new, old in mended.items() if old == before]
    lines, rest = [], iter([before])
    for old in _typed():
        lines += [old] if plain(old) not in ours else list(rest)
    state.put(OWN, "\n".join(lines))
    state.put(_MENDED, {new: old for new, old in mended.items() if old != before})
    for new in ours:
        move_level(id_of(new), id_of(before))
        say_anew(id_of(new), (id_of(before), before))


def drop_line(sentence: Sentence) -> None:
    """Take a line out of the box, with the way back."""
    before = state.typed(OWN, "")
    let_go(sentence.id)
    _replace(sentence.text, [])
    say("outcomes", Notice("That line is out.", "Put it back", lambda: state.put(OWN, before)))
